"""Hedged: it is held possible, not promised (“may help”, “is being studied”)."""

from __future__ import annotations

from socialint.judge.guards.hearing import Hearing
from socialint.judge.guards.offers import offered
from socialint.judge.guards.reach import turned
from socialint.model.language import Guard
from socialint.model.matches import Hit


def excuses(hearing: Hearing, hit: Hit) -> bool:
    """Whether the hit is hedged, in a post that sells nothing."""
    return turned(hearing, Guard.HEDGED, hit) and not offered(hearing, Guard.HEDGED, hit)
