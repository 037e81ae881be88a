"""What must be there for something to be found: a formula over leaves and facts that costs little to ask.

It only ever says that something cannot be found. A formula is None (nothing is needed), a set of
numbers of leaves (one of them must be found), or a tuple that begins with its kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from socialint.model.leaves import Row

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

Rows = Callable[[int], "Iterable[Row] | None"]
"""The rows of a table that are found, by the number of its leaf; None where nobody can tell."""

_ALL, _ANY, _KNOWN, _POINTS, _ROWS = range(5)
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


def rows(number: int, tests: Sequence[tuple[str, tuple[Any, ...]]], column: str, most: float) -> Needs:
    """A row of the table of that leaf with one of these values in each of these columns.

    Where points are counted, it is worth what `column` says of the rows found, `most` at most.
    """
    return (_ROWS, frozenset({number}), tuple(tests), column, most)


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
        if kind in (_KNOWN, _ROWS):
            yield parts[0]
        else:
            for part in parts if kind != _POINTS else [part for _, part in parts[1:]]:
                yield from asked(part)


def met(
    needs: Needs,
    has: Callable[[Set[int]], object],
    knows: Callable[[str], bool],
    found: Rows | None = None,
) -> bool:
    """Whether a post has what is needed: one of some leaves, for each set of them, and what is known of it.

    With the rows that are `found`, tables are asked what they found; without, whether they could find.
    """
    if needs is None:
        return True
    if isinstance(needs, frozenset):
        return bool(has(needs))
    kind, parts = needs[0], islice(needs, 1, None)
    if kind in (_ALL, _ANY):
        enough: bool = kind == _ANY  # one that is met is enough, else one that is not
        for part in parts:
            # Asked hundreds of times a post: sets are not worth a call of their own.
            if (bool(has(part)) if isinstance(part, frozenset) else met(part, has, knows, found)) is enough:
                return enough
        return not enough
    if kind == _KNOWN:
        return knows(needs[1])
    if kind == _ROWS:
        return _worth(needs, has, found) is not None
    wanted = next(parts)
    still = sum(worth for worth, _ in islice(needs, 2, None))
    for worth, part in parts:
        if isinstance(part, tuple) and part[0] == _ROWS:
            wanted -= min(_worth(part, has, found) or 0, worth)
            if wanted <= 0:
                return True
        elif has(part) if isinstance(part, frozenset) else met(part, has, knows, found):
            wanted -= worth
            if wanted <= 0:
                return True
        still -= worth
        if still < wanted:
            return False
    return False


def _worth(needs: tuple[Any, ...], has: Callable[[Set[int]], object], found: Rows | None) -> float | None:
    """What the rows that are needed are worth; None where there is none."""
    _, leaf, tests, column, most = needs
    if not has(leaf):
        return None
    every_row = found(*leaf) if found else None
    if every_row is None:
        return float(most)
    fitting = [row for row in every_row if all(_may_be(row.cells.get(key), values) for key, values in tests)]
    if not fitting:
        return None
    return sum(max(float(str(row.cells.get(column) or 0)), 0) for row in fitting) if column else float(most)


def _may_be(cell: object, values: tuple[object, ...]) -> bool:
    """Whether a cell may be one of these: plain words are compared here, all else where rules are judged."""
    plain = isinstance(cell, str) and cell.isascii() and cell.isalpha()
    return not plain or str(cell).lower() in {str(value).lower() for value in values}
