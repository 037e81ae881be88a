"""Myth and fact, wrong and right: which half of a pair a hit stands in.

A `before` cue whose reach is the clause opens the half that is excused, a `stop` cue the other,
if they head what follows: “Myth: …. Fact: …”, “MYTH ❌ … FACT ✅”, a line of its own, over
paragraphs, list items and the posts of a thread. A `before` cue that reaches over the post
(“Claim:”) opens a half only if the other half follows. ❌ and ✅ do the same for a line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from socialint.judge.guards import punctuation
from socialint.judge.guards.hearing import Heard, Hearing
from socialint.judge.guards.reach import CLAUSE, POST
from socialint.model.language import Guard
from socialint.model.matches import Hit
from socialint.model.places import Span
from socialint.model.policy import CueRole

_HEADING_ALONE = 3  # words left behind a heading that ends its post


@dataclass(frozen=True, slots=True, order=True)
class _Heading:
    field: int
    span: Span
    wrong: bool
    reach: int


def in_wrong_half(hearing: Hearing, guard: Guard, hit: Hit) -> bool:
    """Whether the hit stands in the half that is there to be corrected."""
    text = hearing.text(hit.field)
    if punctuation.crossed_out(text, hit.span) and _answered_by_sign(hearing, guard, hit):
        return True
    headings = sorted(_headings(hearing, guard))
    place = (hit.field, hit.span)
    before = [heading for heading in headings if (heading.field, heading.span) < place]
    if not before or not before[-1].wrong:
        return False
    heading = before[-1]
    answered = any(
        not other.wrong
        and (other.field, other.span) > place
        and _same_medium(hearing, other.field, hit.field)
        for other in headings
    )
    if heading.field != hit.field:
        behind = hearing.text(heading.field)[heading.span.end :]
        return (
            answered
            and _same_medium(hearing, heading.field, hit.field)
            and punctuation.words(behind) <= _HEADING_ALONE
        )
    return answered or (heading.reach != POST and _directly_below(hearing, heading, hit))


def _headings(hearing: Hearing, guard: Guard) -> Iterator[_Heading]:
    for index in range(len(hearing.views)):
        text = hearing.text(index)
        for role, wrong in ((CueRole.BEFORE, True), (CueRole.STOP, False)):
            for cue in hearing.cues(guard, role, index):
                if wrong and cue.reach not in (CLAUSE, POST):
                    continue
                if punctuation.heads(text, cue.span) and not _in_pseudo(hearing, guard, index, cue):
                    alone = punctuation.says_it_all(text[cue.span.end : cue.span.end + 4])
                    yield _Heading(index, cue.span, wrong, POST if alone else cue.reach)


def _in_pseudo(hearing: Hearing, guard: Guard, index: int, cue: Heard) -> bool:
    return any(pseudo.span.overlaps(cue.span) for pseudo in hearing.cues(guard, CueRole.PSEUDO, index))


def _same_medium(hearing: Hearing, one: int, other: int) -> bool:
    """Fields that read on from one to the other: those of one post, or the same of two posts."""
    if hearing.owner[one] == hearing.owner[other]:
        return True
    return hearing.views[one].field.part == hearing.views[other].field.part


def _directly_below(hearing: Hearing, heading: _Heading, hit: Hit) -> bool:
    """Whether the hit stands in the first sentence behind the heading, or in the list below it."""
    view = hearing.views[hit.field]
    text = view.field.text
    behind = text[heading.span.end :]
    letters = next((at for at, mark in enumerate(behind) if mark.isalpha()), None)
    if letters is None:
        return False
    first = heading.span.end + letters
    if view.sentence(first).start == view.sentence(hit.span.start).start:
        return True
    line_end = text.find("\n", heading.span.end)
    return 0 <= line_end < first and hit.span.start < punctuation.list_end(text, line_end + 1)


def _answered_by_sign(hearing: Hearing, guard: Guard, hit: Hit) -> bool:
    return any(
        punctuation.has_check(hearing.text(index))
        or any(
            punctuation.heads(hearing.text(index), cue.span)
            for role in (CueRole.BEFORE, CueRole.STOP)
            for cue in hearing.cues(guard, role, index)
        )
        for index in hearing.siblings(hit.field)
    )
