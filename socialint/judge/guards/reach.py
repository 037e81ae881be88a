"""Whether a cue turns a hit: direction, scope and its end, after NegEx and ConText.

A cue that reaches some words stays within its thought: a break, a stopping cue, or a comma that
is no part of a list ends it. One that reaches over its sentence passes commas and breaks. Either
carries on over the list that its line announces (“This tea does not:”). An `after` cue whose
reach is the clause is a verdict: it stands as a clause or sentence of its own directly behind
that of the hit (“Cures cancer? False.”).
"""

from __future__ import annotations

from bisect import bisect_left

import regex

from socialint.expressions import lazily
from socialint.judge.guards import punctuation
from socialint.judge.guards.hearing import CLAUSE, POST, SENTENCE, Heard, Hearing
from socialint.model.language import Guard
from socialint.model.matches import Hit
from socialint.model.places import Span
from socialint.model.policy import CueRole
from socialint.model.views import View

_LIST_ITEM = 3
_VERDICT_WORDS = 12
_FARTHEST_VERDICT = 200  # characters
_LONGEST_CUE = 200
_OR = lazily(r"\b(?:or|nor|oder|noch|of|ou|ni)\b", regex.IGNORECASE)
_ZU = lazily(r"\bzu\s+\Z")  # “wir versprechen nicht, Krebs zu heilen”
_OR_AND = lazily(r"\b(?:or|nor|oder|noch|of|ou|ni|and|und|en|et)\b|&", regex.IGNORECASE)


def turned(hearing: Hearing, guard: Guard, hit: Hit, *, headings: bool = False) -> bool:
    """Whether a cue of the guard, left or right, turns the hit.

    With `headings`, the `before` cues that reach over the clause or the post are headings, and
    not asked here.
    """
    view = hearing.views[hit.field]
    sentence = view.sentence(hit.span.start)
    left = hearing.within(guard, CueRole.BEFORE, hit.field, Span(sentence.start, hit.span.start))
    right = hearing.within(
        guard, CueRole.AFTER, hit.field, Span(hit.span.end, sentence.end + _FARTHEST_VERDICT)
    )
    return (
        any(
            _reaches_right(hearing, guard, cue, hit) and not spoilt(hearing, guard, cue, hit)
            for cue in left
            if not (headings and cue.reach in (CLAUSE, POST))
        )
        or any(
            _reaches_left(hearing, guard, cue, hit) and not spoilt(hearing, guard, cue, hit) for cue in right
        )
        or listed(hearing, guard, hit, headings=False)
        or (not headings and hearing.anywhere(guard, hit.field))
    )


def listed(hearing: Hearing, guard: Guard, hit: Hit, *, headings: bool) -> bool:
    """Whether the hit stands in a list that a cue announces; with `headings`, one that heads it."""
    text = hearing.text(hit.field)
    own_line = Span(text.rfind("\n", 0, hit.span.start) + 1, hit.span.start)
    return any(
        (found.cue.reach == CLAUSE) is headings
        and found.items.covers(hit.span)
        and not any(
            hearing.any_within(guard, CueRole.STOP, hit.field, stretch) for stretch in (found.line, own_line)
        )
        and not spoilt(hearing, guard, found.cue, hit)
        for found in hearing.announced(guard, hit.field)
    )


def spoilt(hearing: Hearing, guard: Guard, cue: Heard, hit: Hit) -> bool:
    """Whether the cue is part of a pseudo-cue, as “not” in “not only”.

    A pseudo-cue that runs into the hit and ends with it says nothing: “no side effects” is
    a figure of speech before “cures”, but not where “side effects” is what was looked for.
    """
    return any(
        pseudo.span.overlaps(cue.span)
        and not pseudo.span.start < hit.span.start < pseudo.span.end <= hit.span.end
        and not _broken(hearing.views[hit.field], pseudo.span)
        for pseudo in hearing.within(
            guard, CueRole.PSEUDO, hit.field, Span(cue.span.start - _LONGEST_CUE, cue.span.end)
        )
    )


def _broken(view: View, span: Span) -> bool:
    """Whether the words found are no phrase after all: “No, it doesn't …”."""
    text = view.field.text
    inside = text[span.start : span.end]
    if punctuation.breaks(inside):
        return True
    opens = not any(map(str.isalnum, text[view.sentence(span.start).start : span.start]))
    return opens and punctuation.answers_first(inside)


def _reaches_right(hearing: Hearing, guard: Guard, cue: Heard, hit: Hit) -> bool:
    if cue.span.end > hit.span.start:
        return False
    view = hearing.views[hit.field]
    if cue.reach == CLAUSE:
        near = view.clause(cue.span.start).start == view.clause(hit.span.start).start
    else:
        near = cue.reach == SENTENCE or (cue.reach > 0 and _in_thought(view, cue, hit))
    return near and not hearing.any_within(guard, CueRole.STOP, hit.field, Span(cue.span.end, hit.span.start))


def _verdict(hearing: Hearing, cue: Heard, hit: Hit) -> bool:
    """Whether the cue is a clause of its own, right behind the clause or sentence of the hit."""
    text = hearing.text(hit.field)
    between = text[hit.span.end : cue.span.start]
    if len(between) > _FARTHEST_VERDICT or not punctuation.ends_a_clause(between):
        return False
    if punctuation.goes_on(between) or punctuation.words(between) > _VERDICT_WORDS:
        return False
    words = text[cue.span.start : cue.span.end]
    if punctuation.words(words) > 1 and punctuation.ends_a_sentence(between):
        return "\n" not in words
    behind = text[cue.span.end : cue.span.end + 8]
    answers = punctuation.asks(between) and behind.startswith("\n")
    return answers or punctuation.stands_alone(behind)


def words_between(view: View, left: Span, right: Span) -> int:
    """How many words begin between two spans."""
    words = view.structure.words
    return bisect_left(words, right.start) - bisect_left(words, left.end)


def _reaches_left(hearing: Hearing, guard: Guard, cue: Heard, hit: Hit) -> bool:
    if cue.reach == POST:
        return False
    if cue.reach == CLAUSE:
        return _verdict(hearing, cue, hit)
    view = hearing.views[hit.field]
    if view.sentence(hit.span.start).end <= cue.span.start:
        return False
    between = Span(hit.span.end, cue.span.start)
    if hearing.any_within(guard, CueRole.STOP, hit.field, between):
        return False
    if cue.reach == SENTENCE:
        return True
    text = view.field.text[between.start : between.end]
    if words_between(view, hit.span, cue.span) >= cue.reach or punctuation.breaks(text):
        return False
    return len(punctuation.segments(text)) == 1 or _OR_AND.search(text) is not None


def _in_thought(view: View, cue: Heard, hit: Hit) -> bool:
    if words_between(view, cue.span, hit.span) >= cue.reach:
        return False
    text = view.field.text
    between = text[cue.span.end : hit.span.start]
    if punctuation.breaks(between):
        return False
    commas = len(punctuation.segments(between)) - 1
    if not commas or (commas == 1 and _ZU.search(between)):
        return True
    sentence = view.sentence(hit.span.start)
    if commas > 1 and between.lstrip()[:1] == ",":  # “do not, and never did, cause”
        return any(mark.isalpha() for mark in text[sentence.start : cue.span.start])
    return _in_list(text[cue.span.end : sentence.end], commas)


def _in_list(rest: str, commas: int) -> bool:
    """Whether the first commas of `rest` part the items of a list: “treat, cure, or prevent”."""
    for index, item in enumerate(punctuation.segments(rest)[1:], 1):
        found = _OR.search(item)
        if found and punctuation.words(item[: found.start()]) < _LIST_ITEM:
            return commas <= index
        if punctuation.words(item) > _LIST_ITEM:
            return False
    return False
