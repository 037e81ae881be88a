"""How a field's text is read: folded readings that know their origins, and the text's structure."""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from socialint.model.documents import Field
from socialint.model.places import Span


@dataclass(frozen=True, slots=True)
class Reading:
    """A folded text, and for each of its characters the original characters it stands for.

    `starts` and `ends` hold, for the folded character at an index, the half-open span of
    original characters; both are None where folding moved nothing.
    """

    text: str = dataclasses.field(repr=False)
    starts: Sequence[int] | None = dataclasses.field(default=None, repr=False)
    ends: Sequence[int] | None = dataclasses.field(default=None, repr=False)

    def original(self, start: int, end: int) -> Span:
        """The original characters behind the folded ones from `start` up to `end` (not empty)."""
        if self.starts is None or self.ends is None:
            return Span(start, end)
        return Span(self.starts[start], self.ends[end - 1])


@dataclass(frozen=True, slots=True)
class Structure:
    """Where the units of a text begin: ascending original offsets, the first of each list 0.

    A unit ends where the next begins, the last one at the end of the text. `words` holds the
    start of every word and has no such meaning.
    """

    sentences: Sequence[int]
    clauses: Sequence[int]
    lines: Sequence[int]
    words: Sequence[int]


@dataclass(frozen=True)
class View:
    """A field as it is scanned and judged: its readings and its structure.

    The first reading is the certain one. Another undoes disguises and splits hashtags, and is
    there only if it says something else. A hit in any reading counts, at its original place.
    """

    field: Field
    readings: Sequence[Reading]
    outline: Callable[[str], Structure] = dataclasses.field(repr=False)
    """Makes the structure of the original text; called once, and only if somebody asks."""

    @cached_property
    def structure(self) -> Structure:
        """The sentences, clauses, lines and words of the original text."""
        return self.outline(self.field.text)

    def sentence(self, offset: int) -> Span:
        """The sentence in which the character at `offset` stands."""
        return self._unit(self.structure.sentences, offset)

    def clause(self, offset: int) -> Span:
        """The clause in which the character at `offset` stands."""
        return self._unit(self.structure.clauses, offset)

    def line(self, offset: int) -> Span:
        """The line in which the character at `offset` stands."""
        return self._unit(self.structure.lines, offset)

    def sentence_number(self, offset: int) -> int:
        """Which sentence of the field this is, from 0."""
        return bisect_right(self.structure.sentences, offset) - 1

    def word_number(self, offset: int) -> int:
        """How many words begin before or at `offset`."""
        return bisect_right(self.structure.words, offset)

    def _unit(self, starts: Sequence[int], offset: int) -> Span:
        at = bisect_right(starts, offset) - 1
        end = starts[at + 1] if at + 1 < len(starts) else len(self.field.text)
        return Span(starts[at], end)
