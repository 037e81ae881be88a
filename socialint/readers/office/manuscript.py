"""Paragraphs of a file that has no lines of its own -> one text, in which every stretch has a place.

The readers of Word and PowerPoint write what they find here, line after line, and say what a
person calls each line's place. From then on it is text like that of any other file, and the
texts that are cut out of it know their places.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

import regex

from socialint.errors import UnreadableDocument
from socialint.model.documents import Field, Part, Post, Source
from socialint.model.places import Landmark, LineIndex, Origin, Segment, Span
from socialint.readers.original import Original
from socialint.readers.traced import Traced, join

MAX_TEXT = 32 * 1024 * 1024
"""Code points of a file; a file can show the same words many times over."""

_HEADING = regex.compile(r"heading \d+")
_BELOW = regex.compile(r"(below (heading \d+)), (.+)")


@dataclass(frozen=True, slots=True)
class Aside:
    """A text that is not in the line of what is published: a comment, an alt text, a link."""

    part: Part
    text: str = field(repr=False)
    label: str = ""
    place: str = ""
    """Where it stands, if that is not where its paragraph does."""

    def at(self, place: str) -> Aside:
        """The same at its own place, or else at that of its paragraph, and what it is there."""
        if self.place:
            return self
        what = self.label if self.part in (Part.INTERNAL, Part.IMAGE_TEXT) else ""
        return replace(self, place=", ".join(filter(None, (place, what))))


@dataclass(slots=True)
class Paragraph:
    """A paragraph: its text as published, and what stands beside it.

    `level` is that of a heading, 0 for any other; `strong` says that all of it is bold. `place`
    is what a person calls where it stands, unless that is told by counting.
    """

    text: str = field(default="", repr=False)
    level: int = 0
    listed: bool = False
    strong: bool = False
    place: str = ""
    asides: list[Aside] = field(default_factory=list, repr=False)
    media: list[dict[str, object]] = field(default_factory=list, repr=False)
    notes: list[Paragraph] = field(default_factory=list, repr=False)
    """Footnotes and endnotes that it refers to."""

    @property
    def holds_something(self) -> bool:
        """Whether there is anything to read in it or beside it."""
        return bool(self.text.strip() or self.asides or self.media or self.notes)


@dataclass(slots=True)
class Cell:
    """A cell of a table, and its column, counted from 1.

    `goes_on` says that it is one with the cell above it, which holds its text.
    """

    column: int
    paragraphs: list[Paragraph] = field(repr=False)
    goes_on: bool = False

    @property
    def text(self) -> str:
        """The lines of the cell, as published."""
        return "\n".join(one.text for one in self.paragraphs if one.text.strip())


@dataclass(slots=True)
class Table:
    """A table: its rows, one after the other."""

    rows: list[list[Cell]] = field(repr=False)


Block = Paragraph | Table


def paragraphs_of(block: Block) -> Iterator[Paragraph]:
    """The paragraphs of a block, those of a table cell by cell."""
    if isinstance(block, Paragraph):
        yield block
    else:
        yield from (one for row in block.rows for cell in row for one in cell.paragraphs)


class Manuscript:
    """How long the text is so far, and its landmarks; the texts themselves are with who wrote them."""

    def __init__(self, source: Source) -> None:
        self.original = Original(source, "", "", LineIndex(""))
        """For the readers of records; the places in it are those of this text."""
        self.length = 0
        """Code points so far: where the next line begins."""
        self._landmarks: list[Landmark] = []

    def write(self, text: str, place: str) -> Traced:
        """Add a line, or several, that stand at `place`; the text with its places.

        Raises `UnreadableDocument` where it gets too much.
        """
        if self.length + len(text) > MAX_TEXT:
            raise UnreadableDocument("more text than any draft has", hint="split it into several files")
        written = Traced(text, (Segment(0, len(text), self.length, len(text)),) if text else ())
        self._landmarks.append(Landmark(self.length, place))
        self.length += len(text) + 1
        return written

    def fields(self, asides: Iterable[Aside]) -> list[Field]:
        """The texts beside, each a field; those that are internal one field a kind."""
        fields: list[Field] = []
        internal: dict[str, list[Traced]] = {}
        for one in asides:
            if not one.text.strip():
                continue
            written = self.write(one.text, one.place)
            if one.part is not Part.INTERNAL:
                fields.append(self.original.field(one.part, written, one.label))
                continue
            kept = internal.setdefault(one.label, [])
            if kept:
                kept.append(Traced.made("\n\n", kept[-1].source_end, written.source_start))
            kept.append(written)
        kinds = internal.items()
        return fields + [self.original.field(Part.INTERNAL, join(kept), label) for label, kept in kinds]

    def settled(self, posts: Iterable[Post]) -> Iterator[Post]:
        """The posts with fields that are their own source, and know their landmarks."""
        for post in posts:
            fields = tuple(self._settled(one) for one in post.fields)
            yield replace(post, fields=fields)

    def _settled(self, one: Field) -> Field:
        found: list[Landmark] = []
        headings: dict[str, Span] = {}
        last = ""
        for segment in one.origin.segments:
            if segment.length != segment.source_length:
                continue  # what parts two lines has no place of its own
            at = max(bisect_right(self._landmarks, segment.source, key=_start) - 1, 0)
            end = bisect_left(self._landmarks, segment.source + segment.length, key=_start)
            for mark, following in pairwise((*self._landmarks[at:end], None)):
                assert mark is not None
                start = segment.start + max(mark.start - segment.source, 0)
                stop = following.start - 1 - segment.source if following else segment.length
                if _HEADING.fullmatch(mark.name):
                    headings[mark.name] = Span(start, segment.start + stop)
                if mark.name != last:
                    found.append(_landmark(start, mark.name, headings))
                last = mark.name
        origin = Origin(LineIndex(one.text), (), tuple(found), lined=False)
        return Field(one.part, one.text, origin, one.label)


def _landmark(start: int, name: str, headings: Mapping[str, Span]) -> Landmark:
    below = _BELOW.fullmatch(name)
    if below and below[2] in headings:
        return Landmark(start, below[1], headings[below[2]], below[3])
    return Landmark(start, name)


def _start(mark: Landmark) -> int:
    return mark.start
