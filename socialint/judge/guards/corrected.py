"""Corrected: it is the myth of myth and fact, or told to be untrue ("there is no evidence that")."""

from __future__ import annotations

from socialint.judge.guards.halves import in_wrong_half
from socialint.judge.guards.hearing import Hearing
from socialint.judge.guards.reach import CLAUSE, announces, spoilt, turned
from socialint.model.language import Guard
from socialint.model.matches import Hit
from socialint.model.policy import CueRole


def excuses(hearing: Hearing, hit: Hit) -> bool:
    """Whether the post corrects what it says here."""
    return (
        turned(hearing, Guard.CORRECTED, hit, headings=True)
        or in_wrong_half(hearing, Guard.CORRECTED, hit)
        or _listed(hearing, hit)
    )


def _listed(hearing: Hearing, hit: Hit) -> bool:
    """Whether the hit stands in a list of myths: “Three myths about flu shots:”."""
    return any(
        cue.reach == CLAUSE
        and announces(hearing, Guard.CORRECTED, cue, hit)
        and not spoilt(hearing, Guard.CORRECTED, cue, hit)
        for cue in hearing.cues(Guard.CORRECTED, CueRole.BEFORE, hit.field)
    )
