"""The gate of RE2: all literals as one set, one call a post."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import re2  # type: ignore[import-untyped,unused-ignore]

from socialint.model.views import View
from socialint.scan.gates.literals import literal
from socialint.scan.index import Index
from socialint.scan.shown import shown

_ALWAYS = b" "  # stands in any words; where RE2 does not find it, it ran out of memory, and says nothing
_MEMORY = 256 << 20  # bytes, at most: with the usual 8 MB a set of thousands falls back to the slow way


class Re2Gate:
    """Asks RE2 which triggers stand in the words of a post."""

    def __init__(self, index: Index, saved: object) -> None:
        self._index = index
        self.ungated = self._index.ungated
        options = re2.Options()
        options.encoding = re2.Options.Encoding.LATIN1  # bytes: no case, no letters, no errors
        options.max_mem = _MEMORY
        self._all = range(index.probes)
        self._triggers = [_ALWAYS, *sorted(self._index.words)]
        self._set = re2.Set.SearchSet(options)
        self._set.Add(_ALWAYS)
        for trigger in self._triggers[1:]:
            self._set.Add(re2.escape(literal(trigger)))
        self._set.Compile()

    def candidates(self, views: Sequence[View]) -> Collection[int]:
        """The probes whose triggers the post shows."""
        text, triggers = shown(views)
        found = self._set.Match(text)
        if found is None:
            return self._all
        triggers.update([self._triggers[at] for at in found])
        return self._index.candidates(triggers)

    def saved(self) -> object:
        """Nothing: RE2 keeps its sets to itself."""
        return None
