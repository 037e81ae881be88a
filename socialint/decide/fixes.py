"""How a match could be put right: a recipe of the rule -> edits of the field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from socialint.decide.words import title
from socialint.expressions import lazily
from socialint.model.documents import Part
from socialint.model.findings import Edit, Fix, Mask
from socialint.model.matches import Match, Place
from socialint.model.places import Span
from socialint.model.policy import FixKind, FixRecipe
from socialint.model.views import View
from socialint.text.tags import capitalised

_AS_IT_IS = frozenset({Part.IMAGE_TEXT, Part.PARENT})
_BLANKS = frozenset(" \t\u00a0")
_COMMAS = frozenset(",;:")
_CLOSING = lazily(r"[\s.,;:!?…)\]”’]")
"""What stands after a word without a blank between."""


def fix(
    recipe: FixRecipe,
    match: Match,
    view: View,
    masks: Sequence[Mask],
    statement: Callable[[str], str | None],
) -> Fix | None:
    """The fix for a match in the field of `view`; None where the recipe does not fit there.

    What a picture says or somebody else wrote is not put right by writing it down otherwise. What is
    under one of the `masks` of the field is in no new words. `statement` gives the prescribed wording
    of a name for this post, None if there is none.
    """
    if view.field.part in _AS_IT_IS:
        return None
    wanted: str | None = recipe.text
    if recipe.kind in (FixKind.REPLACE_STATEMENT, FixKind.APPEND_STATEMENT):
        wanted = statement(recipe.text)
    if wanted is None:
        return None
    edits = tuple(_placed(edit, view) for edit in _apart(_edits(recipe.kind, match, view, masks, wanted)))
    if not edits:
        return None
    return Fix(title(recipe.kind, match.rule.language).format(text=wanted.strip()), recipe.safe, edits)


def _placed(edit: Edit, view: View) -> Edit:
    origin = view.field.origin
    return replace(
        edit,
        place=origin.verbatim(view.field.text, edit.span),
        source=origin.source(edit.span) if origin.segments else None,
    )


def _apart(edits: Iterable[Edit]) -> Iterator[Edit]:
    """The edits in order, without those that reach into another."""
    end = -1
    for edit in sorted(edits, key=lambda one: one.span):
        if edit.span.start >= end:
            yield edit
            end = max(edit.span.end, edit.span.start + 1)


def _edits(kind: FixKind, match: Match, view: View, masks: Sequence[Mask], text: str) -> Iterator[Edit]:
    whole = view.field.text
    match kind:
        case FixKind.REPLACE:
            yield from (Edit(span, _as_begun(text, whole, span, view)) for span in _instead(match))
        case FixKind.DELETE:
            yield from (_without(whole, span, view) for span in _instead(match))
        case FixKind.INSERT:
            yield from (Edit(Span(span.end, span.end), text) for span, _ in _told(match))
        case FixKind.CAPITALISE:
            for span, _ in _told(match):
                tag = capitalised(whole[span.start : span.end])
                if tag and not any(mask.span.overlaps(span) for mask in masks):
                    yield Edit(span, tag)
        case FixKind.REPLACE_STATEMENT if match.wording is not None:
            if match.wording.field == match.place.field:
                yield Edit(match.wording.span, text)
        case FixKind.BEGIN if view.field.part is Part.BODY:
            start = len(whole) - len(whole.lstrip())
            yield Edit(Span(start, start), text)
        case FixKind.REPLACE_STATEMENT | FixKind.APPEND | FixKind.APPEND_STATEMENT:
            if view.field.part is Part.BODY:
                end = len(whole.rstrip())
                yield Edit(Span(end, end), f"\n\n{text.strip()}")


def _told(match: Match) -> Sequence[tuple[Span, Sequence[Place]]]:
    """Every place in the field that the match tells of, and what it rests on."""
    told = ((match.place, match.words), *match.again)
    return [(place.span, words) for place, words in told if place.field == match.place.field]


def _instead(match: Match) -> Sequence[Span]:
    """The words that others can stand for: what identifies a person, or what was found in one stretch.

    None where the match rests on several stretches: nobody knows what becomes of the words between.
    """
    if match.identities:
        alike = len({one.label for one in match.identities}) == 1
        return [one.span for one in match.identities if alike and one.field == match.place.field]
    whole = [span for span, words in _told(match) if not _is_parted(span, words, match.place.field)]
    return whole if match.place.span in whole else []


def _is_parted(span: Span, words: Sequence[Place], field: int) -> bool:
    found = sorted(one.span for one in words if one.field == field and one.span.overlaps(span))
    return any(after.start > before.end for before, after in pairwise(found))


def _as_begun(text: str, whole: str, span: Span, view: View) -> str:
    """The text with a capital where it begins a sentence that began with one."""
    first = view.sentence(span.start)
    begins = not whole[first.start : span.start].strip()
    return text[:1].upper() + text[1:] if begins and whole[span.start].isupper() else text


def _without(whole: str, span: Span, view: View) -> Edit:
    """Takes the stretch out with what would be left over: a bracket around it, a comma, a second blank.

    A sentence that it began begins with a capital again.
    """
    start, end = span.start, span.end
    if whole[:start].endswith("(") and whole.startswith(")", end):
        start, end = start - 1, end + 1
    first = view.sentence(start).start
    begins = not whole[first:start].strip()
    if whole[end : end + 1] in _COMMAS and (begins or whole[:start].rstrip()[-1:] in _COMMAS):
        end += 1
    if begins and whole[end : end + 1] in _BLANKS:
        end += 1
    elif whole[start - 1 : start] in _BLANKS and (end == len(whole) or _CLOSING.match(whole, end)):
        start -= 1
    if begins and whole[span.start].isupper() and whole[end : end + 1].islower():
        return Edit(Span(start, end + 1), whole[end].upper())
    return Edit(Span(start, end), "")
