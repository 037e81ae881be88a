"""Things to time -> CPU seconds of each, in rounds that take turns, so that all meet the same load."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Times:
    """CPU seconds a post, one of each round."""

    rounds: Sequence[float]

    @property
    def rate(self) -> str:
        """Posts a second of CPU: median (slowest to fastest)."""
        rates = sorted(1 / one for one in self.rounds)
        return f"{median(rates):,.0f} ({rates[0]:,.0f} to {rates[-1]:,.0f})"

    def against(self, other: Times) -> str:
        """How many times as fast as `other`, round by round: median (least to most)."""
        return ratio(other.rounds, self.rounds)


def ratio(these: Sequence[float], those: Sequence[float]) -> str:
    """How many times `those` are `these`, round by round: median (least to most)."""
    ratios = sorted(one / other for one, other in zip(these, those, strict=True))
    return f"{median(ratios):,.2f} ({ratios[0]:,.2f} to {ratios[-1]:,.2f})"


def timed(works: Mapping[str, tuple[int, Callable[[], object]]], rounds: int) -> dict[str, Times]:
    """Each work is done once untimed, then once a round; it says of how many posts it is."""
    for _, work in works.values():
        work()
    gc.collect()
    gc.freeze()
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, (posts, work) in works.items():
            start = time.process_time()
            work()
            taken[name].append((time.process_time() - start) / posts)
    gc.unfreeze()
    return {name: Times(each) for name, each in taken.items()}
