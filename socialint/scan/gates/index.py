"""What the probes of a plan need -> the probes that a post has everything for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from socialint.scan.gates.shown import encoded
from socialint.scan.probes import Probe, Sign
from socialint.scan.terms import NUMBER_WORDS

_NUMBERS = frozenset(encoded(f"{word}*") for word in NUMBER_WORDS)

Needs = tuple[frozenset[bytes], ...]


class Index:
    """The triggers of all probes, and which probe needs which.

    Each probe waits at one of its sets, the one that the fewest others use, so that a post is
    asked only for what its rare words bring up; the others are looked at only then.
    """

    def __init__(self, probes: Sequence[Probe]) -> None:
        self._unworded = [(at, probe.sign.value) for at, probe in enumerate(probes) if not probe.triggers]
        self._of_signs = cache(self._with_signs)
        self._alone: dict[bytes, list[int]] = {}
        self._others: dict[bytes, list[tuple[int, Needs]]] = {}
        needs = [_needs(probe) for probe in probes]
        uses = Counter(trigger for sets in needs for one in sets for trigger in one)
        for at, sets in enumerate(needs):
            if not sets:
                continue
            first, *others = sorted(sets, key=lambda one: (sum(map(uses.__getitem__, one)), sorted(one)))
            for trigger in first:
                if others:
                    self._others.setdefault(trigger, []).append((at, tuple(others)))
                else:
                    self._alone.setdefault(trigger, []).append(at)
        self.triggers: Collection[bytes] = frozenset(uses) | _NUMBERS
        """Folded words; one with a final `*` stands for every word that begins so."""

    def candidates(self, shown: set[bytes], signs: int) -> set[int]:
        """The probes of which one trigger of each set is shown, and those whose signs are."""
        if not _NUMBERS.isdisjoint(shown):
            signs |= Sign.NUMBER.value
        found = set(self._of_signs(signs))
        for trigger in shown & self._alone.keys():
            found.update(self._alone[trigger])
        for trigger in shown & self._others.keys():
            for at, others in self._others[trigger]:
                for one in others:
                    if one.isdisjoint(shown):
                        break
                else:
                    found.add(at)
        return found

    def _with_signs(self, signs: int) -> Sequence[int]:
        return [at for at, wanted in self._unworded if not wanted & ~signs]


def _needs(probe: Probe) -> Needs:
    return tuple(frozenset(map(encoded, one)) for one in probe.triggers)


def beginnings(triggers: Collection[bytes]) -> Iterator[bytes]:
    """The stems among the triggers, without their `*`."""
    return (trigger[:-1] for trigger in triggers if trigger.endswith(b"*"))
