"""What must be there for something to be found: a formula over leaves and facts that costs little to ask.

It only ever says that something cannot be found. A formula is None (nothing is needed), a set of
numbers of leaves (one of them must be found), or a tuple that begins with its kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from itertools import islice
from typing import Any

Needs = frozenset[int] | tuple[Any, ...] | None

NEVER: frozenset[int] = frozenset()
"""What no post has."""

MEDIUM = "a medium"
"""The fact that a post shows a picture, a film or a sound."""
HASH = "a hash"
"""The fact that one of its texts has the sign of a hashtag."""
BEYOND_ASCII = "beyond ASCII"
"""The fact that one of its texts has a character that is none of ASCII."""
SHOUTED = "shouted"
"""The fact that one of its texts may have more capitals than small letters."""
HIDING = "hiding"
"""The fact that one of its texts may hold a name in disguise."""

_ALL, _ANY, _KNOWN, _POINTS = range(4)
_ROUNDING = 1e-6


def every(needs: Iterable[Needs]) -> Needs:
    """All of these."""
    parts = [one for one in dict.fromkeys(needs) if one is not None]
    if NEVER in parts:
        return NEVER
    # Sets are asked first: they cost least.
    parts.sort(key=lambda one: isinstance(one, tuple))
    return (_ALL, *parts) if len(parts) > 1 else parts[0] if parts else None


def either(needs: Iterable[Needs]) -> Needs:
    """One of these."""
    leaves: Set[int] = NEVER
    others: dict[tuple[Any, ...], None] = {}
    for one in needs:
        if one is None:
            return None
        if isinstance(one, frozenset):
            leaves |= one
        else:
            others[one] = None
    parts: list[Needs] = [frozenset(leaves)] if leaves else []
    parts += others
    return (_ANY, *parts) if len(parts) > 1 else parts[0] if parts else NEVER


def known(key: str) -> Needs:
    """That something is known of the post under this key, or `MEDIUM`."""
    return (_KNOWN, key)


def points(at_least: float, each: Sequence[tuple[float, Needs]]) -> Needs:
    """So many points from parts that are worth so much each."""
    at_least -= _ROUNDING
    sure = sum(worth for worth, needs in each if needs is None)
    if sure >= at_least:
        return None
    open_ = [(worth, needs) for worth, needs in each if needs is not None]
    if sure + sum(worth for worth, _ in open_) < at_least:
        return NEVER
    return (_POINTS, at_least - sure, *open_)


def asked(needs: Needs) -> Iterator[frozenset[int] | str]:
    """What it depends on whether they are met: sets of leaves, and facts by their keys."""
    if isinstance(needs, frozenset):
        yield needs
    elif needs is not None:
        kind, *parts = needs
        if kind == _KNOWN:
            yield parts[0]
        else:
            for part in parts if kind != _POINTS else [part for _, part in parts[1:]]:
                yield from asked(part)


def met(needs: Needs, has: Callable[[Set[int]], object], knows: Callable[[str], bool]) -> bool:
    """Whether a post has what is needed: one of some leaves, for each set of them, and what is known of it."""
    if needs is None:
        return True
    if isinstance(needs, frozenset):
        return bool(has(needs))
    kind, parts = needs[0], islice(needs, 1, None)
    if kind in (_ALL, _ANY):
        enough: bool = kind == _ANY  # one that is met is enough, else one that is not
        for part in parts:
            # Asked hundreds of times a post: sets are not worth a call of their own.
            if (bool(has(part)) if isinstance(part, frozenset) else met(part, has, knows)) is enough:
                return enough
        return not enough
    if kind == _KNOWN:
        return knows(needs[1])
    wanted = next(parts)
    still = sum(worth for worth, _ in islice(needs, 2, None))
    for worth, part in parts:
        if has(part) if isinstance(part, frozenset) else met(part, has, knows):
            wanted -= worth
            if wanted <= 0:
                return True
        still -= worth
        if still < wanted:
            return False
    return False
