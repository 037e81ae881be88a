"""A gate in two steps: the triggers that probes wait at, and the others only where one of those is shown.

Most posts of many show none, and the second step is for few of them.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Sequence

from socialint.model.views import View
from socialint.scan.index import Index
from socialint.scan.shown import shown


class SteppedGate(ABC):
    """Asks for the triggers that the words of a post show."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.ungated: Sequence[int] = index.ungated

    def candidates(self, views: Sequence[View]) -> Collection[int]:
        """The probes whose triggers the post shows."""
        index = self.index
        words, triggers = shown(views, index.unasked)
        triggers.update(self.waited_for(words))
        if triggers.isdisjoint(index.waiting):
            return self.ungated
        triggers.update(self.others(words))
        return index.candidates(triggers)

    @abstractmethod
    def waited_for(self, words: bytes) -> Iterable[bytes]:
        """The triggers in these words that probes wait at; others may be among them."""

    @abstractmethod
    def others(self, words: bytes) -> Iterable[bytes]:
        """All other triggers in these words."""
