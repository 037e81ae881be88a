"""Corrected: it is the myth of myth and fact, or told to be untrue ("there is no evidence that")."""

from __future__ import annotations

from socialint.judge.guards import negated, punctuation
from socialint.judge.guards.halves import in_wrong_half
from socialint.judge.guards.hearing import CLAUSE, Hearing
from socialint.judge.guards.reach import listed, turned
from socialint.model.language import Guard
from socialint.model.matches import Hit
from socialint.model.places import Span
from socialint.model.policy import CueRole


def excuses(hearing: Hearing, hit: Hit) -> bool:
    """Whether the post corrects what it says here."""
    return (
        turned(hearing, Guard.CORRECTED, hit, headings=True)
        or in_wrong_half(hearing, Guard.CORRECTED, hit)
        or listed(hearing, Guard.CORRECTED, hit, headings=True)
        or _refused(hearing, hit)
    )


def _refused(hearing: Hearing, hit: Hit) -> bool:
    """Whether the sentence opens with a no and denies the hit: “No, vaccines do not …”."""
    view = hearing.views[hit.field]
    text = view.field.text
    sentence = view.sentence(hit.span.start)
    return any(
        cue.reach == CLAUSE
        and not any(map(str.isalnum, text[sentence.start : cue.span.start]))
        and punctuation.stands_alone(text[cue.span.end : cue.span.end + 8])
        for cue in hearing.within(
            Guard.NEGATED, CueRole.AFTER, hit.field, Span(sentence.start, hit.span.start)
        )
    ) and negated.excuses(hearing, hit)
