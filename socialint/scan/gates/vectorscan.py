"""The gate of Vectorscan, through `hyperscan`: all literals as one automaton, one call a post."""

from __future__ import annotations

import threading
from collections.abc import Collection, Sequence

import hyperscan

from socialint.model.views import View
from socialint.scan.gates.index import Index
from socialint.scan.gates.literals import literal
from socialint.scan.gates.shown import shown
from socialint.scan.probes import Probe


class VectorscanGate:
    """Asks Vectorscan which triggers stand in the words of a post."""

    def __init__(self, probes: Sequence[Probe]) -> None:
        self._index = Index(probes)
        self.ungated = self._index.ungated
        self._triggers = sorted(self._index.words)
        self._database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
        if self._triggers:
            self._database.compile(
                expressions=[literal(trigger) for trigger in self._triggers],
                ids=list(range(len(self._triggers))),
                flags=hyperscan.HS_FLAG_SINGLEMATCH,
                literal=True,
            )
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

    def _thread_scratch(self) -> hyperscan.Scratch:
        """The working memory of this thread; two scans must not share one."""
        scratch = getattr(self._own, "scratch", None)
        if scratch is None:
            scratch = self._own.scratch = self._scratch.clone()
        return scratch
