"""What the probes of a plan need -> the probes that a post has everything for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from socialint.scan.factors import DIGIT, factors
from socialint.scan.probes import Probe, Sign
from socialint.scan.shown import LINK, MANY_DIGITS, WRITTEN_BEYOND, encoded
from socialint.scan.terms import NUMBER_WORDS

Needs = tuple[frozenset[bytes], ...]
"""Sets of triggers as they are compared; of each, one must be shown."""

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
_COMMON = 4  # letters: a shorter part stands in many words


@dataclass(frozen=True)
class Index:
    """The triggers of all probes, and which probe needs which.

    Each probe waits at one of its sets, the one that is likely to be shown least often, so that
    a post is asked only for what its rare words bring up; the others are looked at only then.
    """

    probes: int
    """How many there are."""
    triggers: frozenset[bytes]
    """Folded words (`word`), beginnings (`word*`) and parts (`*word*`) of words, and signs."""
    ungated: tuple[int, ...]
    """The probes of which nothing is known that they need: candidates in every post."""
    alone: Mapping[bytes, tuple[int, ...]]
    """By trigger, the probes that need nothing else."""
    others: Mapping[bytes, tuple[tuple[int, Needs], ...]]
    """By trigger, the probes that need more, and what."""

    @classmethod
    def of(cls, probes: Sequence[Probe]) -> Index:
        """The index of these probes."""
        needs = _shared(map(_needs, probes))
        uses = Counter(trigger for sets in needs for one in sets for trigger in one)
        alone: dict[bytes, list[int]] = {}
        others: dict[bytes, list[tuple[int, Needs]]] = {}
        for at, sets in enumerate(needs):
            if not sets:
                continue
            first, *more = sorted(
                sets, key=lambda one: (sum(_often(each, uses) for each in one), sorted(one))
            )
            for trigger in first:
                if more:
                    others.setdefault(trigger, []).append((at, tuple(more)))
                else:
                    alone.setdefault(trigger, []).append(at)
        return cls(
            probes=len(probes),
            triggers=frozenset(uses),
            ungated=tuple(at for at, sets in enumerate(needs) if not sets),
            alone={trigger: tuple(waiting) for trigger, waiting in alone.items()},
            others={trigger: tuple(waiting) for trigger, waiting in others.items()},
        )

    @classmethod
    def restored(cls, saved: Any) -> Index:
        """The index that `saved` came from."""
        return cls(*saved)

    def saved(self) -> object:
        """The index as numbers, bytes, and tuples, sets and dictionaries of them."""
        return self.probes, self.triggers, self.ungated, self.alone, self.others

    def candidates(self, shown: set[bytes]) -> set[int]:
        """The probes of which one trigger of each set is shown."""
        found = set(self.ungated)
        for trigger in shown & self.alone.keys():
            found.update(self.alone[trigger])
        for trigger in shown & self.others.keys():
            for at, others in self.others[trigger]:
                for one in others:
                    if one.isdisjoint(shown):
                        break
                else:
                    found.add(at)
        return found

    @property
    def words(self) -> Iterator[bytes]:
        """The triggers that are words or stand in words."""
        return (one for one in self.triggers if not one.startswith(b"\\") and (len(one) > 1 or one.isalnum()))

    @cached_property
    def parts(self) -> frozenset[bytes]:
        """The letters of the triggers that stand anywhere in a word."""
        return frozenset(one[1:-1] for one in self.words if one.startswith(b"*"))

    @cached_property
    def stems(self) -> frozenset[bytes]:
        """The letters of the triggers that begin a word."""
        return frozenset(one[:-1] for one in self.words if one.endswith(b"*") and one[:1] != b"*")

    @cached_property
    def part_lengths(self) -> Sequence[int]:
        """How long parts are, in bytes, ascending."""
        return sorted(set(map(len, self.parts)))

    @cached_property
    def stem_lengths(self) -> Sequence[int]:
        """How long stems are, in bytes, ascending."""
        return sorted(set(map(len, self.stems)))


def _shared(needs: Iterable[Needs]) -> list[Needs]:
    """The same, each set there once: many probes need what others do."""
    sets: dict[frozenset[bytes], frozenset[bytes]] = {}
    return [tuple(sets.setdefault(one, one) for one in each) for each in needs]


def _needs(probe: Probe) -> Needs:
    sets = [_SIGNS[sign] for sign in _SIGNS if sign in probe.sign]
    triggers = probe.needed
    if not triggers:
        triggers = factors(probe.expression, original=probe.original)
    return tuple(dict.fromkeys([*sets, *(frozenset(map(encoded, one)) for one in triggers)]))


def _often(trigger: bytes, uses: Counter[bytes]) -> int:
    """How often a trigger may be shown, roughly: those that many probes need are common words."""
    if trigger.startswith(b"*"):
        return uses[trigger] + (100 if len(trigger) - 2 < _COMMON else 1)
    return uses[trigger] + (0 if trigger.strip(b"*").isalnum() else 100)
