"""The gate that needs nothing but Python: each word of a post is looked up among the triggers."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from socialint.model.views import View
from socialint.scan.gates.index import Index, beginnings
from socialint.scan.gates.shown import shown
from socialint.scan.probes import Probe

_REMEMBERED = 1 << 17  # words: more than a language has in daily use


class WordGate:
    """Remembers of every word that it has met what it shows: nothing, for most."""

    def __init__(self, probes: Sequence[Probe]) -> None:
        self._index = Index(probes)
        self._stems = frozenset(beginnings(self._index.triggers))
        self._lengths = sorted({len(stem) for stem in self._stems})
        self._telling: dict[bytes, tuple[bytes, ...]] = {}
        self._dull: set[bytes] = set()

    def candidates(self, views: Sequence[View]) -> Collection[int]:
        """The probes whose triggers and signs the post shows."""
        text, signs = shown(views)
        triggers: set[bytes] = set()
        for word in set(text.split()) - self._dull:
            triggers.update(self._telling.get(word) or self._look_up(word))
        return self._index.candidates(triggers, signs)

    def _look_up(self, word: bytes) -> Sequence[bytes]:
        found = [word] if word in self._index.triggers else []
        begun = (word[:length] for length in self._lengths)
        found += [stem + b"*" for stem in begun if stem in self._stems]
        if len(self._telling) + len(self._dull) >= _REMEMBERED:
            self._telling.clear()
            self._dull.clear()
        if found:
            self._telling[word] = tuple(found)
        else:
            self._dull.add(word)
        return found
