"""Views of made-up posts, and what was found in them as words."""

from __future__ import annotations

from collections.abc import Sequence

from socialint.entities import MODEL, recogniser
from socialint.entities.finder import EntityFinder
from socialint.model.documents import Field, Part
from socialint.model.leaves import Row
from socialint.model.records import Registers
from socialint.model.views import View
from socialint.policy import load
from socialint.shipped import shipped_rules
from socialint.text import Normaliser

STAFF = Registers(
    {
        "staff": (
            Row("staff", 0, {"name": "Maren Solbakk", "role": "Coordinator"}),
            Row("staff", 1, {"name": "Okafor, Chidi K., MD", "role": "Surgeon"}),
        )
    }
)

CUES = load([shipped_rules()], version="0").persons
"""The cues that come with socialint."""

FINDER = recogniser(MODEL, STAFF, CUES)
"""One for all tests: the model is loaded once."""


def views(*texts: str) -> list[View]:
    """The views of a post with these texts as its fields."""
    normaliser = Normaliser(())
    return [normaliser.view(Field.plain(Part.BODY, text)) for text in texts]


def found(kind: str, text: str, finder: EntityFinder = FINDER) -> list[str]:
    """The words of the hits of `kind`."""
    return [text[hit.span.start : hit.span.end] for hit in finder.find(kind, views(text))]


def persons(text: str, finder: EntityFinder = FINDER) -> Sequence[tuple[str, object]]:
    """The persons found, each with their role."""
    hits = finder.find("PERSON", views(text))
    return [(text[hit.span.start : hit.span.end], hit.rows[0].cells["role"]) for hit in hits]
