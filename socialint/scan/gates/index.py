"""What the probes of a plan need -> the probes that a post has everything for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from socialint.scan.factors import DIGIT, factors
from socialint.scan.gates.shown import LINK, WRITTEN_BEYOND, encoded
from socialint.scan.probes import Probe, Sign
from socialint.scan.terms import NUMBER_WORDS

Needs = tuple[frozenset[bytes], ...]
"""Sets of triggers as they are compared; of each, one must be shown."""

_DIGIT = frozenset([DIGIT.encode()])
_SIGNS = {
    Sign.DIGIT: _DIGIT,
    Sign.NUMBER: _DIGIT | {encoded(f"{word}*") for word in NUMBER_WORDS},
    Sign.HASH: frozenset([b"#"]),
    Sign.AT: frozenset([b"@"]),
    Sign.NOT_ASCII: frozenset([WRITTEN_BEYOND]),
    Sign.LINK: frozenset([LINK]),
}
_COMMON = 4  # letters: a shorter part stands in many words


class Index:
    """The triggers of all probes, and which probe needs which.

    Each probe waits at one of its sets, the one that is likely to be shown least often, so that
    a post is asked only for what its rare words bring up; the others are looked at only then.
    """

    def __init__(self, probes: Sequence[Probe]) -> None:
        needs = [_needs(probe) for probe in probes]
        uses = Counter(trigger for sets in needs for one in sets for trigger in one)
        self.triggers = frozenset(uses)
        """Folded words (`word`), beginnings (`word*`) and parts (`*word*`) of words, and signs."""
        self.ungated = [at for at, sets in enumerate(needs) if not sets]
        """The probes of which nothing is known that they need: candidates in every post."""
        self._alone: dict[bytes, list[int]] = {}
        self._others: dict[bytes, list[tuple[int, Needs]]] = {}
        for at, sets in enumerate(needs):
            if not sets:
                continue
            first, *others = sorted(
                sets, key=lambda one: (sum(_often(each, uses) for each in one), sorted(one))
            )
            for trigger in first:
                if others:
                    self._others.setdefault(trigger, []).append((at, tuple(others)))
                else:
                    self._alone.setdefault(trigger, []).append(at)

    def candidates(self, shown: set[bytes]) -> set[int]:
        """The probes of which one trigger of each set is shown."""
        found = set(self.ungated)
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

    @property
    def words(self) -> Iterator[bytes]:
        """The triggers that are words or stand in words."""
        return (one for one in self.triggers if not one.startswith(b"\\") and (len(one) > 1 or one.isalnum()))


def _needs(probe: Probe) -> Needs:
    sets = [_SIGNS[sign] for sign in _SIGNS if sign in probe.sign]
    triggers = probe.triggers
    if not triggers and not probe.original:  # what is original is not looked for in the readings
        triggers = factors(probe.expression)
    return tuple(dict.fromkeys([*sets, *(frozenset(map(encoded, one)) for one in triggers)]))


def _often(trigger: bytes, uses: Counter[bytes]) -> int:
    """How often a trigger may be shown, roughly: those that many probes need are common words."""
    if trigger.startswith(b"*"):
        return uses[trigger] + (100 if len(trigger) - 2 < _COMMON else 1)
    return uses[trigger] + (0 if trigger.strip(b"*").isalnum() else 100)
