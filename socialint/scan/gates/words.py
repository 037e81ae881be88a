"""The gate that needs nothing but Python: each word of a post is looked up among the triggers."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from socialint.model.views import View
from socialint.scan.index import Index
from socialint.scan.shown import shown

_REMEMBERED = 1 << 17  # words: more than a language has in daily use


class WordGate:
    """Remembers of every word that it has met what it shows: nothing, for most."""

    def __init__(self, index: Index, saved: object) -> None:
        self._index = index
        self.ungated = index.ungated
        self._telling: dict[bytes, tuple[bytes, ...]] = {}
        self._dull: set[bytes] = set()

    def candidates(self, views: Sequence[View]) -> Collection[int]:
        """The probes whose triggers the post shows."""
        text, triggers = shown(views)
        for word in set(text.split()) - self._dull:
            triggers.update(self._telling.get(word) or self._look_up(word))
        return self._index.candidates(triggers)

    def _look_up(self, word: bytes) -> Sequence[bytes]:
        found = self._index.shown_by(word)
        if len(self._telling) + len(self._dull) >= _REMEMBERED:
            self._telling.clear()
            self._dull.clear()
        if found:
            self._telling[word] = tuple(found)
        else:
            self._dull.add(word)
        return found

    def saved(self) -> object:
        """Nothing: the index is all that it needs."""
        return None
