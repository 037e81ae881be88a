"""A probe: one regular expression of one leaf, and what a place where it is found says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import regex

from socialint.model.language import Leaf, Row
from socialint.model.matches import Hit
from socialint.model.places import Span
from socialint.model.views import Reading, View

TIME_LIMIT = 1.0
"""Seconds that one pattern of a policy may take over one text."""


class PatternTimeout(Exception):
    """A pattern took too long over one text; the leaf was not looked for in all of it."""

    def __init__(self, leaf: Leaf) -> None:
        self.leaf = leaf
        super().__init__("a pattern took too long")


@dataclass(frozen=True)
class Probe:
    """What to search for, and where.

    `certain` says that only the certain reading is searched, for what a disguise cannot hide
    (hashtags, numbers); `original` that the text is searched as it was written. `rows` gives the
    rows that the words found name; `accept` has the last word over a place: it gets the view,
    the original span and the words as they were found.
    """

    expression: str
    language: str = ""
    certain: bool = False
    original: bool = False
    rows: Callable[[str], tuple[Row, ...]] | None = None
    accept: Callable[[View, Span, str], bool] | None = None
    trim: str = ""
    limited: bool = False
    cased: bool = False

    @cached_property
    def pattern(self) -> regex.Pattern[str]:
        """The compiled expression."""
        return regex.compile(self.expression, regex.VERSION0 | (0 if self.cased else regex.IGNORECASE))

    def find(self, leaf: Leaf, index: int, view: View) -> Iterator[Hit]:
        """The places of `view`, the field of that index, where the probe is found."""
        for reading in self._readings(view):
            for start, end in self._search(leaf, reading.text):
                words = reading.text[start:end]
                if self.trim:
                    words = words.rstrip(self.trim)
                if not words:
                    continue
                span = reading.original(start, start + len(words))
                if self.accept is None or self.accept(view, span, words):
                    yield Hit(index, span, self.rows(words) if self.rows else (), self.language)

    def _readings(self, view: View) -> Sequence[Reading]:
        if self.original:
            return (Reading(view.field.text),)
        return view.readings[:1] if self.certain else view.readings

    def _search(self, leaf: Leaf, text: str) -> Iterator[tuple[int, int]]:
        try:
            for found in self.pattern.finditer(text, timeout=TIME_LIMIT if self.limited else None):
                yield found.span()
        except TimeoutError:
            raise PatternTimeout(leaf) from None
