"""The gate: which probes of a plan could be found in a text. It only proposes.

A text shows its words and a few signs; a probe whose triggers and signs it does not show cannot
be found in it. The plain gate lets everything through: with it, a scan is the pass that defines
the meaning.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import regex

from socialint.model.documents import Part
from socialint.model.views import View
from socialint.scan.probes import Probe, Sign
from socialint.scan.terms import NUMBER_WORDS

_WORD = regex.compile(r"\w+")
_DIGIT = regex.compile(r"\d")


class Gate(Protocol):
    """Which probes could be found in the fields of a post."""

    def candidates(self, views: Sequence[View]) -> Iterable[int]:
        """The indices of the probes that could be found in one of the views."""


class PlainGate:
    """Lets every probe through."""

    def __init__(self, probes: Sequence[Probe]) -> None:
        self._all = range(len(probes))

    def candidates(self, views: Sequence[View]) -> Iterable[int]:
        """All of them."""
        return self._all


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the readings of a post show."""

    words: frozenset[str]
    signs: int


class WordGate:
    """Looks each word of a text up among the triggers."""

    def __init__(self, probes: Sequence[Probe]) -> None:
        self._whole: dict[str, list[int]] = {}
        self._stems: dict[str, list[int]] = {}
        self._always: list[tuple[int, int]] = []
        for index, probe in enumerate(probes):
            if not probe.triggers:
                self._always.append((index, probe.sign.value))
            for trigger in probe.triggers:
                if trigger.endswith("*"):
                    self._stems.setdefault(trigger[:-1], []).append(index)
                else:
                    self._whole.setdefault(trigger, []).append(index)
        self._stem_lengths = sorted({len(stem) for stem in self._stems})

    def candidates(self, views: Sequence[View]) -> Iterable[int]:
        """The probes one of whose triggers is shown, and those without whose signs are."""
        shown = _shown(views)
        found = {index for index, sign in self._always if not sign & ~shown.signs}
        for word in shown.words & self._whole.keys():
            found.update(self._whole[word])
        for stem in self._begun(shown.words):
            found.update(self._stems[stem])
        return found

    def _begun(self, words: Iterable[str]) -> Iterator[str]:
        beginnings = {word[:length] for word in words for length in self._stem_lengths}
        yield from beginnings & self._stems.keys()


def _shown(views: Sequence[View]) -> _Shown:
    words: set[str] = set()
    signs = Sign.NONE
    for view in views:
        if view.field.part is Part.LINK:
            signs |= Sign.LINK
        if not view.field.text.isascii():
            signs |= Sign.NOT_ASCII
        for reading in view.readings:
            words.update(_WORD.findall(reading.text))
            if "#" in reading.text:
                signs |= Sign.HASH
            if "@" in reading.text:
                signs |= Sign.AT
            if _DIGIT.search(reading.text):
                signs |= Sign.DIGIT | Sign.NUMBER
    if not words.isdisjoint(NUMBER_WORDS):
        signs |= Sign.NUMBER
    return _Shown(frozenset(words), signs.value)
