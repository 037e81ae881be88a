"""Wording: the words are talked about, not used ("avoid the phrase …").

A `before` cue whose reach is the clause heads the words to be avoided, as in "Don't say:", or
stands before a quotation: "instead of 'committed suicide'". An `after` cue that reaches over the post
asks what a quotation means.
"""

from __future__ import annotations

from socialint.judge.guards import punctuation
from socialint.judge.guards.halves import in_wrong_half
from socialint.judge.guards.hearing import CLAUSE, POST, Hearing
from socialint.judge.guards.reach import spoilt, turned
from socialint.model.language import Guard
from socialint.model.matches import Hit
from socialint.model.places import Span
from socialint.model.policy import CueRole

_LONGEST_PHRASE = 8  # words: more are a quotation, not a phrase that is talked about


def excuses(hearing: Hearing, hit: Hit) -> bool:
    """Whether the post speaks of these words as words."""
    return (
        turned(hearing, Guard.WORDING, hit, headings=True)
        or in_wrong_half(hearing, Guard.WORDING, hit)
        or _quoted_as_words(hearing, hit)
    )


def _quoted_as_words(hearing: Hearing, hit: Hit) -> bool:
    view = hearing.views[hit.field]
    text = view.field.text
    quotation = punctuation.quotation(text, hit.span)
    if quotation is None or punctuation.words(text[quotation.start : quotation.end]) > _LONGEST_PHRASE:
        return False
    if punctuation.points_on(text[quotation.end : quotation.end + 8]):
        return True
    behind = Span(quotation.end, len(text))
    if any(cue.reach == POST for cue in hearing.within(Guard.WORDING, CueRole.AFTER, hit.field, behind)):
        return True
    before = Span(view.sentence(hit.span.start).start, quotation.start)
    return any(
        cue.reach == CLAUSE
        and not spoilt(hearing, Guard.WORDING, cue, hit)
        and not hearing.any_within(
            Guard.WORDING, CueRole.STOP, hit.field, Span(cue.span.end, quotation.start)
        )
        for cue in hearing.within(Guard.WORDING, CueRole.BEFORE, hit.field, before)
    )
