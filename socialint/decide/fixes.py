"""How a match could be put right: a recipe of the rule -> edits of the field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from socialint.decide.words import title
from socialint.model.documents import Part
from socialint.model.findings import Edit, Fix
from socialint.model.matches import Match
from socialint.model.places import Span
from socialint.model.policy import FixKind, FixRecipe
from socialint.model.views import View
from socialint.text.tags import capitalised


def fix(recipe: FixRecipe, match: Match, view: View, statement: Callable[[str], str | None]) -> Fix | None:
    """The fix for a match in the field of `view`; None where the recipe does not fit there.

    `statement` gives the prescribed wording of a name for this post, None if there is none.
    """
    wanted: str | None = recipe.text
    if recipe.kind in (FixKind.REPLACE_STATEMENT, FixKind.APPEND_STATEMENT):
        wanted = statement(recipe.text)
    if wanted is None:
        return None
    edit = _edit(recipe.kind, match, view, wanted)
    if edit is None:
        return None
    edit = replace(edit, place=view.field.origin.verbatim(view.field.text, edit.span))
    return Fix(title(recipe.kind, match.rule.language).format(text=wanted.strip()), recipe.safe, (edit,))


def _edit(kind: FixKind, match: Match, view: View, text: str) -> Edit | None:
    match kind:
        case FixKind.REPLACE:
            return Edit(match.place.span, text)
        case FixKind.DELETE:
            return Edit(match.place.span, "")
        case FixKind.CAPITALISE:
            tag = capitalised(view.field.text[match.place.span.start : match.place.span.end])
            return Edit(match.place.span, tag) if tag else None
        case FixKind.REPLACE_STATEMENT if match.wording is not None:
            return Edit(match.wording.span, text) if match.wording.field == match.place.field else None
    if view.field.part is not Part.BODY:
        return None
    if kind is FixKind.INSERT:
        start = len(view.field.text) - len(view.field.text.lstrip())
        return Edit(Span(start, start), f"{text} ")
    end = len(view.field.text.rstrip())
    return Edit(Span(end, end), f"\n\n{text}")
