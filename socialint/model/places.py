"""Where something stands: spans of characters, and the places a person goes to.

Offsets are Unicode code points, half-open. Lines and columns count from 1.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import regex

_COUNTED = regex.compile(r"(\D*)(\d*)")
_LINE_END = regex.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters from `start` up to, not including, `end`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether every character of `other` is one of this span's."""
        return self.start <= other.start and other.end <= self.end

    def join(self, other: Span) -> Span:
        """The shortest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True, slots=True)
class Location:
    """A stretch of a file as an editor shows it; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int
    landmark: str = ""
    """What a person looks for first: `page 3`, a cue and its time, a part of an e-mail."""
    lined: bool = True
    """Whether a person sees these lines; not on a page, nor in a picture."""


def counting(name: str) -> tuple[tuple[str, int], ...]:
    """A key that sorts names with numbers as people count: row 2 before row 11."""
    return tuple((letters, int(digits or 0)) for letters, digits in _COUNTED.findall(name))


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of a field's text and the run of its source it was taken from.

    The two lengths are the same where the text was copied; they differ where it was made from
    something else, as `&` from `&amp;`, and then the run has no inner positions.
    """

    start: int
    length: int
    source: int
    source_length: int


@dataclass(frozen=True, slots=True)
class Landmark:
    """What a person calls the stretch of a text that begins at the code point `start`.

    `heading` are words of the same text that belong after the name, as far as they may be printed:
    below heading 2 “Flu week”. `then` is the rest of the name, as in paragraph 3.
    """

    start: int
    name: str
    heading: Span | None = None
    then: str = ""

    def told(self, heading: str = "") -> str:
        """The whole name; `heading` are the words of its heading as they may be printed."""
        name = f"{self.name} “{heading}”" if heading else self.name
        return f"{name}, {self.then}" if self.then else name


class LineIndex:
    """Line and column of any offset of one text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return "LineIndex(…)"

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in _LINE_END.finditer(self.text))]

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column, both from 1, at which the character at `offset` stands."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


@dataclass(frozen=True, slots=True)
class Origin:
    """How a field's text leads back into the file it was read from.

    Without segments the field's text is its own source, as in a Word document, where line and
    column are those of the text. `lines` belongs to the source. `landmarks` are in order; `lined`
    says whether a person sees the lines.
    """

    lines: LineIndex = field(repr=False)
    segments: Sequence[Segment] = ()
    landmarks: Sequence[Landmark] = ()
    lined: bool = True

    def source(self, span: Span) -> Span:
        """The stretch of the source that `span` of the text was made from."""
        if not self.segments:
            return span
        start = self._source_offset(span.start, at_end=False)
        end = self._source_offset(span.end - 1, at_end=True) if len(span) else start
        return Span(start, max(start, end))

    def locate(self, span: Span) -> Location:
        """The place of `span` as an editor shows it."""
        found = self.source(span)
        line, column = self.lines.position(found.start)
        end_line, end_column = self.lines.position(found.end)
        landmark = self.landmark(span.start)
        return Location(line, column, end_line, end_column, landmark.told() if landmark else "", self.lined)

    def landmark(self, offset: int) -> Landmark | None:
        """The landmark before the character of the text at `offset`, if there is one."""
        at = bisect_right(self.landmarks, offset, key=lambda one: one.start) - 1
        return self.landmarks[at] if at >= 0 else None

    def _source_offset(self, offset: int, *, at_end: bool) -> int:
        at = bisect_right(self.segments, offset, key=lambda segment: segment.start) - 1
        segment = self.segments[max(at, 0)]
        inner = offset - segment.start
        if segment.length == segment.source_length and 0 <= inner < segment.length:
            return segment.source + inner + at_end
        if inner >= segment.length:  # between two segments, or past the last
            return segment.source + segment.source_length
        return segment.source + (segment.source_length if at_end else 0)
