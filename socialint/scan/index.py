"""What the probes of a plan need -> the probes that a post has everything for."""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from socialint.scan.shown import letters_and

Needs = tuple[frozenset[bytes], ...]
"""Sets of triggers as they are compared; of each, one must be shown."""


@dataclass(frozen=True)
class Index:
    """The triggers of all probes, and which probe needs which.

    Each probe waits at one of its sets, the one that is likely to be shown least often, so that
    a post is asked only for what its rare words bring up; the others are looked at only then, and
    unpacked only then: a post has few of the words of a policy.
    """

    probes: int
    """How many there are."""
    triggers: frozenset[bytes]
    """Folded words (`word`), beginnings (`word*`) and parts (`*word*`) of words, and signs."""
    ungated: tuple[int, ...]
    """The probes of which nothing is known that they need: candidates in every post."""
    alone: Mapping[bytes, tuple[int, ...]]
    """By trigger, the probes that need nothing else."""
    others: Mapping[bytes, bytes]
    """By trigger, the probes that need more: each with the numbers of its `sets`, by `marshal`."""
    sets: Sequence[bytes]
    """Triggers of which one must be shown, by `marshal`."""
    _unpacked: dict[bytes, Sequence[tuple[int, Needs]]] = field(default_factory=dict, init=False, repr=False)
    _unpacked_sets: dict[int, frozenset[bytes]] = field(default_factory=dict, init=False, repr=False)

    @classmethod
    def restored(cls, saved: Any) -> Index:
        """The index that `saved` came from."""
        return cls(*saved)

    def saved(self) -> object:
        """The index as numbers, bytes, and tuples, sets and dictionaries of them."""
        return self.probes, self.triggers, self.ungated, self.alone, self.others, self.sets

    def candidates(self, shown: set[bytes]) -> set[int]:
        """The probes of which one trigger of each set is shown."""
        return {*self.ungated, *self.met(shown)}

    def met(self, shown: set[bytes]) -> set[int]:
        """Those of them that need something."""
        found: set[int] = set()
        for trigger in shown & self.alone.keys():
            found.update(self.alone[trigger])
        for trigger in shown & self.others.keys():
            for at, others in self._unpacked.get(trigger) or self._waiting(trigger):
                for one in others:
                    if one.isdisjoint(shown):
                        break
                else:
                    found.add(at)
        return found

    def _waiting(self, trigger: bytes) -> Sequence[tuple[int, Needs]]:
        """The probes that wait at a trigger, and what else they need."""
        self._unpacked[trigger] = found = [
            (at, tuple(map(self._set, numbers))) for at, numbers in marshal.loads(self.others[trigger])
        ]
        return found

    def _set(self, number: int) -> frozenset[bytes]:
        if number not in self._unpacked_sets:
            self._unpacked_sets[number] = marshal.loads(self.sets[number])
        return self._unpacked_sets[number]

    @cached_property
    def unasked(self) -> bytes:
        """The bytes of a text that are no sign that a probe needs."""
        return letters_and(self.triggers)

    @cached_property
    def waiting(self) -> Set[bytes]:
        """The triggers of which one must be shown for any probe but the ungated to be a candidate."""
        return self.alone.keys() | self.others.keys()

    def among(self, probes: Set[int]) -> Index:
        """The index of these probes alone."""
        alone = {
            trigger: kept
            for trigger, waiting in self.alone.items()
            if (kept := tuple(at for at in waiting if at in probes))
        }
        others = {
            trigger: each
            for trigger, more in self.others.items()
            if (each := tuple(one for one in marshal.loads(more) if one[0] in probes))
        }
        needed = {number for each in others.values() for _, numbers in each for number in numbers}
        return Index(
            probes=self.probes,
            triggers=frozenset(alone.keys() | others.keys()).union(*map(self._set, needed)),
            ungated=tuple(at for at in self.ungated if at in probes),
            alone=alone,
            others={trigger: marshal.dumps(each) for trigger, each in others.items()},
            sets=self.sets,
        )

    def shown_by(self, word: bytes) -> Sequence[bytes]:
        """The triggers that a folded word shows."""
        found = [word] if word in self.triggers else []
        if self.stem_lengths:
            begun = {word[:length] for length in self.stem_lengths}
            found += [stem + b"*" for stem in begun & self.stems]
        if not self.part_lengths:
            return found
        held = {
            word[at : at + length] for length in self.part_lengths for at in range(len(word) - length + 1)
        }
        found += [b"*%b*" % part for part in held & self.parts]
        return found

    @property
    def words(self) -> Iterator[bytes]:
        """The triggers that are words or stand in words."""
        return filter(is_word, self.triggers)

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


def is_word(trigger: bytes) -> bool:
    """Whether a trigger is a word or stands in words."""
    return not trigger.startswith(b"\\") and (len(trigger) > 1 or trigger.isalnum())
