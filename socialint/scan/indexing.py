"""Probes -> the index of what they need, made once for a policy."""

from __future__ import annotations

import marshal
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from socialint.scan.factors import factors
from socialint.scan.index import Index, Needs
from socialint.scan.probes import Probe, Sign
from socialint.scan.shown import DIGIT, LINK, MANY_DIGITS, WRITTEN_BEYOND, encoded
from socialint.scan.terms import NUMBER_WORDS

_DIGIT = frozenset([DIGIT.encode()])
_SIGNS = {
    Sign.DIGIT: _DIGIT,
    Sign.DIGITS: frozenset([MANY_DIGITS]),
    Sign.NUMBER: _DIGIT | {encoded(f"{word}*") for word in NUMBER_WORDS},
    Sign.HASH: frozenset([b"#"]),
    Sign.AT: frozenset([b"@"]),
    Sign.NOT_ASCII: frozenset([WRITTEN_BEYOND]),
    Sign.LINK: frozenset([LINK]),
}
_MARKS = frozenset(bytes([mark]) for mark in b".,-!?:;'\"()/")
"""Signs that most texts have."""
_COMMON = 4  # letters: a shorter part stands in many words


def index_of(probes: Sequence[Probe]) -> Index:
    """The index of these probes."""
    needs = _shared(map(_needs, probes))
    uses = Counter(trigger for sets in needs for one in sets for trigger in one)
    alone: dict[bytes, list[int]] = {}
    others: dict[bytes, list[tuple[int, tuple[int, ...]]]] = {}
    numbers: dict[frozenset[bytes], int] = {}
    for at, sets in enumerate(needs):
        if not sets:
            continue
        first, *more = sorted(sets, key=lambda one: _likely(one, uses))
        for trigger in first:
            if more:
                needed = tuple(numbers.setdefault(one, len(numbers)) for one in more)
                others.setdefault(trigger, []).append((at, needed))
            else:
                alone.setdefault(trigger, []).append(at)
    return Index(
        probes=len(probes),
        triggers=frozenset(uses),
        ungated=tuple(at for at, sets in enumerate(needs) if not sets),
        alone={trigger: tuple(waiting) for trigger, waiting in alone.items()},
        others={trigger: _packed(tuple(waiting)) for trigger, waiting in others.items()},
        sets=tuple(map(_packed, numbers)),
    )


def _packed(value: Any) -> bytes:
    return marshal.dumps(value, 2)  # later versions look for what stands twice, which takes long


def _shared(needs: Iterable[Needs]) -> list[Needs]:
    """The same, each set there once: many probes need what others do."""
    sets: dict[frozenset[bytes], frozenset[bytes]] = {}
    return [tuple(sets.setdefault(one, one) for one in each) for each in needs]


def _needs(probe: Probe) -> Needs:
    sets = [_SIGNS[sign] for sign in _SIGNS if sign in probe.sign]
    triggers = probe.needed
    if not triggers:
        triggers = factors(probe.written, original=probe.original)
    return tuple(dict.fromkeys([*sets, *(frozenset(map(encoded, one)) for one in triggers)]))


def _likely(triggers: frozenset[bytes], uses: Counter[bytes]) -> tuple[int, int, list[bytes]]:
    """How likely one of the triggers is shown; of what is used as often, long words are rarer."""
    return sum(_often(one, uses) for one in triggers), -min(map(len, triggers)), sorted(triggers)


def _often(trigger: bytes, uses: Counter[bytes]) -> int:
    """How often a trigger may be shown, roughly: those that many probes need are common words."""
    if trigger.startswith(b"*"):
        return uses[trigger] + (100 if len(trigger) - 2 < _COMMON else 1)
    return uses[trigger] + (0 if trigger.strip(b"*").isalnum() else 200 if trigger in _MARKS else 100)
