"""How a match could be put right: a recipe of the rule -> edits of the field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import regex

from socialint.decide.words import title
from socialint.model.documents import Part
from socialint.model.findings import Edit, Fix
from socialint.model.matches import Match
from socialint.model.places import Span
from socialint.model.policy import FixKind, FixRecipe
from socialint.model.views import View
from socialint.text.tags import capitalised

_AS_IT_IS = frozenset({Part.IMAGE_TEXT, Part.PARENT})
_BLANKS = frozenset(" \t\u00a0")
_COMMAS = frozenset(",;:")
_CLOSING = regex.compile(r"[\s.,;:!?…)\]”’]")
"""What stands after a word without a blank between."""


def fix(recipe: FixRecipe, match: Match, view: View, statement: Callable[[str], str | None]) -> Fix | None:
    """The fix for a match in the field of `view`; None where the recipe does not fit there.

    What a picture says or somebody else wrote is not put right by writing it down otherwise.
    `statement` gives the prescribed wording of a name for this post, None if there is none.
    """
    if view.field.part in _AS_IT_IS:
        return None
    wanted: str | None = recipe.text
    if recipe.kind in (FixKind.REPLACE_STATEMENT, FixKind.APPEND_STATEMENT):
        wanted = statement(recipe.text)
    if wanted is None:
        return None
    edit = _edit(recipe.kind, match, view, wanted)
    if edit is None:
        return None
    origin = view.field.origin
    edit = replace(
        edit,
        place=origin.verbatim(view.field.text, edit.span),
        source=origin.source(edit.span) if origin.segments else None,
    )
    return Fix(title(recipe.kind, match.rule.language).format(text=wanted.strip()), recipe.safe, (edit,))


def _edit(kind: FixKind, match: Match, view: View, text: str) -> Edit | None:
    whole = view.field.text
    match kind:
        case FixKind.REPLACE:
            span = _instead(match)
            return Edit(span, _as_begun(text, whole, span, view)) if span else None
        case FixKind.DELETE:
            span = _instead(match)
            return _without(whole, span, view) if span else None
        case FixKind.INSERT:
            end = match.place.span.end
            return Edit(Span(end, end), text)
        case FixKind.CAPITALISE:
            tag = capitalised(whole[match.place.span.start : match.place.span.end])
            return Edit(match.place.span, tag) if tag else None
        case FixKind.REPLACE_STATEMENT if match.wording is not None:
            return Edit(match.wording.span, text) if match.wording.field == match.place.field else None
    if view.field.part is not Part.BODY:
        return None
    if kind is FixKind.BEGIN:
        start = len(whole) - len(whole.lstrip())
        return Edit(Span(start, start), text)
    end = len(whole.rstrip())
    return Edit(Span(end, end), f"\n\n{text.strip()}")


def _instead(match: Match) -> Span | None:
    """The words that others can stand for: what identifies a person, or the one stretch that was found.

    None where a match rests on several stretches: nobody knows what becomes of the words between.
    """
    place = match.place
    if match.identities:
        own = {one.span for one in match.identities if one.field == place.field}
        return own.pop() if len(own) == 1 and len({one.label for one in match.identities}) == 1 else None
    found = sorted(
        one.span for one in match.words if one.field == place.field and one.span.overlaps(place.span)
    )
    parted = any(after.start > before.end for before, after in pairwise(found))
    return None if parted else place.span


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
