"""The gate that needs nothing but Python: each word of a post is looked up among the triggers."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from socialint.model.views import View
from socialint.scan.gates.index import Index
from socialint.scan.gates.shown import shown
from socialint.scan.probes import Probe

_REMEMBERED = 1 << 17  # words: more than a language has in daily use


class WordGate:
    """Remembers of every word that it has met what it shows: nothing, for most."""

    def __init__(self, probes: Sequence[Probe]) -> None:
        self._index = Index(probes)
        self.ungated = self._index.ungated
        words = list(self._index.words)
        self._parts = frozenset(word[1:-1] for word in words if word.startswith(b"*"))
        self._stems = frozenset(word[:-1] for word in words if word.endswith(b"*") and word[:1] != b"*")
        self._stem_lengths = sorted(set(map(len, self._stems)))
        self._part_lengths = sorted(set(map(len, self._parts)))
        self._telling: dict[bytes, tuple[bytes, ...]] = {}
        self._dull: set[bytes] = set()

    def candidates(self, views: Sequence[View]) -> Collection[int]:
        """The probes whose triggers the post shows."""
        text, triggers = shown(views)
        for word in set(text.split()) - self._dull:
            triggers.update(self._telling.get(word) or self._look_up(word))
        return self._index.candidates(triggers)

    def _look_up(self, word: bytes) -> Sequence[bytes]:
        found = [word] if word in self._index.triggers else []
        begun = {word[:length] for length in self._stem_lengths}
        found += [stem + b"*" for stem in begun & self._stems]
        held = {
            word[at : at + length] for length in self._part_lengths for at in range(len(word) - length + 1)
        }
        found += [b"*%b*" % part for part in held & self._parts]
        if len(self._telling) + len(self._dull) >= _REMEMBERED:
            self._telling.clear()
            self._dull.clear()
        if found:
            self._telling[word] = tuple(found)
        else:
            self._dull.add(word)
        return found
