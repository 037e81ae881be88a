"""The gate of Vectorscan, through `hyperscan`: all literals as an automaton, one call a post."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from typing import Any

import hyperscan

from socialint.scan.gates.literals import literal
from socialint.scan.gates.stepped import SteppedGate
from socialint.scan.index import Index, is_word


class VectorscanGate(SteppedGate):
    """Asks Vectorscan which triggers stand in the words of a post."""

    def __init__(self, index: Index, saved: object) -> None:
        super().__init__(index)
        waiting = set(filter(is_word, index.waiting))
        of_waiting, of_others = saved if isinstance(saved, tuple) else (None, None)
        self._waiting = _Literals(sorted(waiting), of_waiting)
        self._others = _Literals(sorted(set(index.words) - waiting), of_others)

    def waited_for(self, words: bytes) -> Iterable[bytes]:
        """The triggers that probes wait at."""
        return self._waiting.found(words)

    def others(self, words: bytes) -> Iterable[bytes]:
        """The others."""
        return self._others.found(words)

    def saved(self) -> object:
        """The compiled automata; they fit this processor and this version of Vectorscan."""
        return self._waiting.saved(), self._others.saved()


class _Literals:
    """A set of triggers to look for."""

    def __init__(self, triggers: Sequence[bytes], saved: bytes | None) -> None:
        self._triggers = triggers
        if triggers:
            self._database = _loaded(saved) if saved else _compiled(triggers)
            self._scratch = hyperscan.Scratch(self._database)
        self._own = threading.local()

    def found(self, words: bytes) -> Iterable[bytes]:
        """Those of the triggers that stand there."""
        found: list[int] = []
        if self._triggers:
            self._database.scan(words, _noted, context=found, scratch=self._thread_scratch())
        return map(self._triggers.__getitem__, found)

    def saved(self) -> bytes | None:
        """The automaton; None where there is nothing to look for."""
        return bytes(hyperscan.dumpb(self._database)) if self._triggers else None

    def _thread_scratch(self) -> hyperscan.Scratch:
        """The working memory of this thread; two scans must not share one."""
        scratch = getattr(self._own, "scratch", None)
        if scratch is None:
            scratch = self._own.scratch = self._scratch.clone()
        return scratch


def _noted(at: int, start: int, end: int, flags: int, found: Any) -> None:
    found.append(at)


def _compiled(triggers: Sequence[bytes]) -> hyperscan.Database:
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    database.compile(
        expressions=[literal(trigger) for trigger in triggers],
        ids=list(range(len(triggers))),
        flags=hyperscan.HS_FLAG_SINGLEMATCH,
        literal=True,
    )
    return database


def _loaded(saved: bytes) -> hyperscan.Database:
    return hyperscan.loadb(saved, mode=hyperscan.HS_MODE_BLOCK)
