"""Negated: it is denied (“does not cure”, “cures cancer? False.”)."""

from __future__ import annotations

from socialint.judge.guards.hearing import Hearing
from socialint.judge.guards.reach import turned
from socialint.model.language import Guard
from socialint.model.matches import Hit
from socialint.model.places import Span
from socialint.model.policy import CueRole


def excuses(hearing: Hearing, hit: Hit) -> bool:
    """Whether the hit is denied, and the denial is not taken back."""
    return turned(hearing, Guard.NEGATED, hit) and not _taken_back(hearing, hit)


def _taken_back(hearing: Hearing, hit: Hit) -> bool:
    """Whether the same or the next sentence contradicts (“They are wrong”)."""
    view = hearing.views[hit.field]
    sentence = view.sentence(hit.span.start)
    after = view.sentence(sentence.end).end if sentence.end < len(view.field.text) else sentence.end
    return hearing.any_within(Guard.NEGATED, CueRole.BLOCK, hit.field, Span(hit.span.end, after))
