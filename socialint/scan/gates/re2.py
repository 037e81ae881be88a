"""The gate of RE2: all literals as a set, one call a post."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import re2  # type: ignore[import-untyped,unused-ignore]

from socialint.scan.gates.literals import literal
from socialint.scan.gates.stepped import SteppedGate
from socialint.scan.index import Index, is_word

_ALWAYS = b" "  # stands in any words; where RE2 does not find it, it ran out of memory, and says nothing
_MEMORY = 256 << 20  # bytes, at most: with the usual 8 MB a set of thousands falls back to the slow way


class Re2Gate(SteppedGate):
    """Asks RE2 which triggers stand in the words of a post."""

    def __init__(self, index: Index, saved: object) -> None:
        super().__init__(index)
        waiting = set(filter(is_word, index.waiting))
        self._waiting = _Literals(sorted(waiting))
        self._others = _Literals(sorted(set(index.words) - waiting))

    def waited_for(self, words: bytes) -> Iterable[bytes]:
        """The triggers that probes wait at."""
        return self._waiting.found(words)

    def others(self, words: bytes) -> Iterable[bytes]:
        """The others."""
        return self._others.found(words)

    def saved(self) -> object:
        """Nothing: RE2 keeps its sets to itself."""
        return None


class _Literals:
    """A set of triggers to look for."""

    def __init__(self, triggers: Sequence[bytes]) -> None:
        options = re2.Options()
        options.encoding = re2.Options.Encoding.LATIN1  # bytes: no case, no letters, no errors
        options.max_mem = _MEMORY
        self._triggers = [_ALWAYS, *triggers]
        self._set = re2.Set.SearchSet(options)
        self._set.Add(_ALWAYS)
        for trigger in triggers:
            self._set.Add(re2.escape(literal(trigger)))
        self._set.Compile()

    def found(self, words: bytes) -> Iterable[bytes]:
        """Those of the triggers that stand there; all where RE2 cannot tell."""
        found = self._set.Match(words)
        return map(self._triggers.__getitem__, found) if found is not None else self._triggers
