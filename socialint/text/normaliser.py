"""A field to its view: the readings of its text, and its structure when somebody asks."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from socialint.model.documents import Field, Part
from socialint.model.views import Structure, View
from socialint.text.chunks import Chunk, chunk
from socialint.text.folding import of_link
from socialint.text.lexicon import Lexicon
from socialint.text.readings import readings


class Normaliser:
    """Reads fields. Build it once for all rules and registers in force, use it for every field.

    `vocabulary` holds the folded single words that rules and registers know: what a disguise is
    undone for, and what a run-together hashtag may be split into.
    """

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._lexicon = Lexicon(frozenset(vocabulary))

    def view(self, field: Field, language: str = "en") -> View:
        """The view of `field`, whose text is in `language` (ISO 639-1) as far as one knows.

        The first reading is the certain fold, with every character of a URL as U+001F; more
        follow, three at most, where undoing disguises and splitting hashtags says something else.
        A field that is itself a link has one reading, with its address in it.
        """
        structure = partial(_outline, language=language)
        if field.part is Part.LINK:
            return View(field, (of_link(field.text),), structure)
        return View(field, readings(field, self._lexicon, language), structure)

    def chunk(self, text: str, language: str) -> Chunk | None:
        """A stretch of a body without blanks; None where what stands around it could change how it is read."""
        return chunk(text, self._lexicon, language)


def _outline(text: str, language: str) -> Structure:
    # Most fields have no hit, and nobody asks for their structure.
    from socialint.text.structure import outline

    return outline(text, language)
