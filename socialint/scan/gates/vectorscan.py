"""The gate of Vectorscan, through `hyperscan`: all literals as one automaton, one call a post."""

from __future__ import annotations

import threading
from collections.abc import Collection, Sequence

import hyperscan

from socialint.model.views import View
from socialint.scan.gates.literals import literal
from socialint.scan.index import Index
from socialint.scan.shown import shown


class VectorscanGate:
    """Asks Vectorscan which triggers stand in the words of a post."""

    def __init__(self, index: Index, saved: object) -> None:
        self._index = index
        self.ungated = self._index.ungated
        self._triggers = sorted(self._index.words)
        if self._triggers:
            self._database = _loaded(saved) if isinstance(saved, bytes) else self._compiled()
            self._scratch = hyperscan.Scratch(self._database)
        self._own = threading.local()

    def candidates(self, views: Sequence[View]) -> Collection[int]:
        """The probes whose triggers the post shows."""
        text, triggers = shown(views)
        if self._triggers:
            names, add = self._triggers, triggers.add

            def on_match(at: int, start: int, end: int, flags: int, context: object) -> None:
                add(names[at])

            self._database.scan(text, on_match, scratch=self._thread_scratch())
        return self._index.candidates(triggers)

    def saved(self) -> object:
        """The compiled automaton; it fits this processor and this version of Vectorscan."""
        return bytes(hyperscan.dumpb(self._database)) if self._triggers else None

    def _compiled(self) -> hyperscan.Database:
        database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
        database.compile(
            expressions=[literal(trigger) for trigger in self._triggers],
            ids=list(range(len(self._triggers))),
            flags=hyperscan.HS_FLAG_SINGLEMATCH,
            literal=True,
        )
        return database

    def _thread_scratch(self) -> hyperscan.Scratch:
        """The working memory of this thread; two scans must not share one."""
        scratch = getattr(self._own, "scratch", None)
        if scratch is None:
            scratch = self._own.scratch = self._scratch.clone()
        return scratch


def _loaded(saved: bytes) -> hyperscan.Database:
    return hyperscan.loadb(saved, mode=hyperscan.HS_MODE_BLOCK)
