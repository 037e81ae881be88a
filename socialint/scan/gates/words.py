"""The gate that needs nothing but Python: each word of a post is looked up among the triggers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from socialint.scan.gates.stepped import SteppedGate
from socialint.scan.index import Index

_REMEMBERED = 1 << 17  # words: more than a language has in daily use


class WordGate(SteppedGate):
    """Remembers of every word that it has met what it shows: nothing, for most."""

    def __init__(self, index: Index, saved: object) -> None:
        super().__init__(index)
        self._telling: dict[bytes, Sequence[bytes]] = {}
        self._dull: set[bytes] = set()
        """The words that show no trigger that a probe waits at."""

    def waited_for(self, words: bytes) -> Iterable[bytes]:
        """The triggers that its telling words show."""
        parted = words.split()
        if self._dull.issuperset(parted):
            return ()
        telling = set(parted) - self._dull
        return [one for word in telling for one in self._telling.get(word) or self._look_up(word)]

    def others(self, words: bytes) -> Iterable[bytes]:
        """The triggers that its dull words show."""
        dull = self._dull.intersection(words.split())
        return [one for word in dull for one in self._telling.get(word, ())]

    def _look_up(self, word: bytes) -> Sequence[bytes]:
        found = self.index.shown_by(word)
        if len(self._telling) + len(self._dull) >= _REMEMBERED:
            self._telling.clear()
            self._dull.clear()
        if found:
            self._telling[word] = found
        if self.index.waiting.isdisjoint(found):
            self._dull.add(word)
        return found

    def saved(self) -> object:
        """Nothing: the index is all that it needs."""
        return None
