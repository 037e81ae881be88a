"""Corrected: it is the myth of myth and fact, or told to be untrue ("there is no evidence that")."""

from __future__ import annotations

from socialint.judge.guards.halves import in_wrong_half
from socialint.judge.guards.hearing import Hearing
from socialint.judge.guards.reach import turned
from socialint.model.language import Guard
from socialint.model.matches import Hit


def excuses(hearing: Hearing, hit: Hit) -> bool:
    """Whether the post corrects what it says here."""
    return turned(hearing, Guard.CORRECTED, hit, headings=True) or in_wrong_half(
        hearing, Guard.CORRECTED, hit
    )
