"""Myth and fact, wrong and right: which half of a pair a hit stands in.

A `before` cue whose reach is the clause opens the half that is excused, a `stop` cue the other,
if they head what follows: “Myth: …. Fact: …”, “MYTH ❌ … FACT ✅”, a line of its own, over
paragraphs, list items and the posts of a thread. A `before` cue that reaches over the post
(“Claim:”) opens a half only if the other half follows. ❌ and ✅ do the same for a line.
"""

from __future__ import annotations

from socialint.judge.guards import punctuation
from socialint.judge.guards.hearing import POST, Heading, Hearing
from socialint.model.language import Guard
from socialint.model.matches import Hit
from socialint.model.policy import CueRole

_HEADING_ALONE = 3  # words left behind a heading that ends its post


def in_wrong_half(hearing: Hearing, guard: Guard, hit: Hit) -> bool:
    """Whether the hit stands in the half that is there to be corrected."""
    text = hearing.text(hit.field)
    if punctuation.crossed_out(text, hit.span) and _answered_by_sign(hearing, guard, hit):
        return True
    headings = hearing.headings(guard)
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


def _same_medium(hearing: Hearing, one: int, other: int) -> bool:
    """Fields that read on from one to the other: those of one post, or the same of two posts."""
    if hearing.owner[one] == hearing.owner[other]:
        return True
    return hearing.views[one].field.part == hearing.views[other].field.part


def _directly_below(hearing: Hearing, heading: Heading, hit: Hit) -> bool:
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
