"""Whether a post sells: an offer denies the excuse of a question, a report or a hedge."""

from __future__ import annotations

import regex

from socialint.expressions import lazily
from socialint.judge.guards import negated
from socialint.judge.guards.hearing import Hearing
from socialint.judge.guards.reach import spoilt, turned
from socialint.model.documents import Part
from socialint.model.language import Guard
from socialint.model.matches import Hit
from socialint.model.places import Span
from socialint.model.policy import CueRole

_NOT_OFFERED_IN = frozenset({Part.PARENT, Part.INTERNAL, Part.LINK})

# What one customer pays; fines and budgets have more digits or a word behind them.
_LARGE = r"(?![.,]?\d)(?!\s?-?(?:k|m|mn|bn|mio|mrd|tsd|thousand|hundred|m?illi\w+|mille|duizend|tausend)\b)"
_PRICE = lazily(
    rf"[$€£]\s?\d{{1,3}}(?:[.,]\d\d)?{_LARGE}|(?<![\d.,])\d{{1,3}}(?:[.,]\d\d)?\s?(?:€|£|eur\b|euro\b|chf\b){_LARGE}",
    regex.IGNORECASE,
)


def offered(hearing: Hearing, guard: Guard, hit: Hit) -> bool:
    """Whether an offer in the post of the hit denies this guard.

    A question is answered by what follows it, so that only offers from its own sentence on count
    in its field. An offer that is itself denied or reported (“do not buy”) is none, nor is
    a price told in the sentence that reports it.
    """
    return any(_offered_in(hearing, guard, hit, index) for index in hearing.siblings(hit.field))


def _offered_in(hearing: Hearing, guard: Guard, hit: Hit, index: int) -> bool:
    view = hearing.views[index]
    if view.field.part in _NOT_OFFERED_IN:
        return False
    text = view.field.text
    same = index == hit.field
    sentence = hearing.views[hit.field].sentence(hit.span.start)
    since = sentence.start if same and guard is Guard.ASKED else 0
    everywhere = Span(since, len(text) + 1)
    for cue in hearing.within(guard, CueRole.BLOCK, index, everywhere):
        offer = Hit(index, cue.span)
        if same and cue.span.overlaps(hit.span):
            continue
        if spoilt(hearing, guard, cue, offer) or negated.excuses(hearing, offer):
            continue
        if guard is Guard.REPORTED and turned(hearing, guard, offer):
            continue
        return True
    for found in _PRICE.finditer(text, since):
        in_sentence = same and sentence.start <= found.start() < sentence.end
        if not (in_sentence and guard is Guard.REPORTED):
            return True
    return False
