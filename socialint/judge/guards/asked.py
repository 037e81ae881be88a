"""Asked: it stands in a real question, one that nobody answers with an offer or a yes.

`before` cues open an indirect question (“ask your doctor whether”). A `pseudo` cue that opens
a clause of a question makes it a sales question (“Want to …?”) or one that takes the claim for
granted (“Why does our tea …?”). A `stop` cue that opens the next sentence answers with yes. Two
words and a question mark are a headline for what follows, and no question.
"""

from __future__ import annotations

from socialint.judge.guards import punctuation
from socialint.judge.guards.hearing import Hearing
from socialint.judge.guards.offers import offered
from socialint.judge.guards.reach import turned
from socialint.model.language import Guard
from socialint.model.matches import Hit
from socialint.model.places import Span
from socialint.model.policy import CueRole

_SHORTEST = 3


def excuses(hearing: Hearing, hit: Hit) -> bool:
    """Whether the hit is asked about and not offered."""
    questioned = _in_question(hearing, hit) or turned(hearing, Guard.ASKED, hit)
    return questioned and not _affirmed(hearing, hit) and not offered(hearing, Guard.ASKED, hit)


def _in_question(hearing: Hearing, hit: Hit) -> bool:
    view = hearing.views[hit.field]
    text = view.field.text
    sentence = view.sentence(hit.span.start)
    question = text[sentence.start : sentence.end]
    asks = punctuation.asks(question) or punctuation.asks_next(text[hit.span.end : sentence.end])
    if not asks or punctuation.words(question) < _SHORTEST:
        return False
    return not any(
        punctuation.opens_a_clause(text[sentence.start : cue.span.start])
        for cue in hearing.within(Guard.ASKED, CueRole.PSEUDO, hit.field, sentence)
    )


def _affirmed(hearing: Hearing, hit: Hit) -> bool:
    """Whether the next sentence begins with a yes."""
    text = hearing.text(hit.field)
    question = hearing.views[hit.field].sentence(hit.span.start)
    for cue in hearing.within(Guard.ASKED, CueRole.STOP, hit.field, Span(question.end, question.end + 40)):
        if punctuation.words(text[question.end : cue.span.start]):
            return False
        behind = Span(cue.span.end, cue.span.end + 2)
        return not hearing.any_within(Guard.NEGATED, CueRole.BEFORE, hit.field, behind)
    return False
