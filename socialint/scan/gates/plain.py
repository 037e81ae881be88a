"""The gate that lets every probe through: the pass that defines the meaning."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from socialint.model.views import View
from socialint.scan.index import Index


class PlainGate:
    """Every probe is a candidate in every post."""

    def __init__(self, index: Index, saved: object) -> None:
        self.ungated = range(index.probes)

    def candidates(self, views: Sequence[View]) -> Collection[int]:
        """All of them."""
        return self.ungated

    def saved(self) -> object:
        """Nothing."""
        return None
