"""Where something stands: spans of characters, and the places a person goes to.

Offsets are Unicode code points, half-open. Lines and columns count from 1.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from socialint.expressions import lazily

_COUNTED = lazily(r"(\D*)(\d*)")
_LINE_END = lazily(r"\r\n|\r|\n")


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
    more_utf8: tuple[int, int] = field(default=(0, 0), compare=False)
    """How many bytes of UTF-8 more than code points stand left of the start, and of the end."""
    more_utf16: tuple[int, int] = field(default=(0, 0), compare=False)
    """The same in code units of UTF-16."""

    @property
    def columns_utf8(self) -> tuple[int, int]:
        """Both columns from 1 as bytes of UTF-8 count them."""
        return self.column + self.more_utf8[0], self.end_column + self.more_utf8[1]

    @property
    def columns_utf16(self) -> tuple[int, int]:
        """Both columns from 1 as code units of UTF-16 count them."""
        return self.column + self.more_utf16[0], self.end_column + self.more_utf16[1]


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

    def more(self, offset: int) -> tuple[int, int]:
        """How many bytes of UTF-8, and code units of UTF-16, more than code points stand left of it."""
        left = "" if self.text.isascii() else self.text[self._starts[self.position(offset)[0] - 1] : offset]
        if left.isascii():
            return 0, 0
        utf16 = len(left.encode("utf-16-le", "surrogatepass")) // 2
        return len(left.encode(errors="surrogatepass")) - len(left), utf16 - len(left)


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
        landmark = self.landmark(span.start)
        return self._location(self.source(span), landmark.told() if landmark else "")

    def verbatim(self, text: str, span: Span) -> Location | None:
        """Where an edit of `span` of the field's `text` is the same edit of its source.

        None where the field has no source but itself, or something else stands there, as `&amp;`
        does; between two characters, where their source has something between them.
        """
        found = self.source(span)
        around = Span(max(found.start - 1, 0), found.end + 1) if found.start == found.end else found
        written = self.lines.text[around.start : around.end]
        meant = (
            text[max(span.start - 1, 0) : span.end + 1]
            if around is not found
            else text[span.start : span.end]
        )
        if not self.segments or written.strip() != meant.strip():
            return None
        return self._location(found, "")

    def _location(self, found: Span, landmark: str) -> Location:
        start, end = self.lines.position(found.start), self.lines.position(found.end)
        utf8, utf16 = zip(self.lines.more(found.start), self.lines.more(found.end), strict=True)
        return Location(*start, *end, landmark, self.lined, more_utf8=utf8, more_utf16=utf16)

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
