"""Reported: somebody else said it, and the post keeps its distance (“claims to cure”)."""

from __future__ import annotations

from socialint.judge.guards.hearing import Hearing
from socialint.judge.guards.offers import offered
from socialint.judge.guards.reach import turned
from socialint.model.language import Guard
from socialint.model.matches import Hit


def excuses(hearing: Hearing, hit: Hit) -> bool:
    """Whether the hit is reported at a distance, in a post that sells nothing."""
    return turned(hearing, Guard.REPORTED, hit) and not offered(hearing, Guard.REPORTED, hit)
