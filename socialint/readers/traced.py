"""Text taken from a source, each run of it knowing the run of the source it was taken from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from socialint.model.places import Segment

BLANKS = " \t\r\n\f\v"


@dataclass(frozen=True, slots=True)
class Traced:
    """A text and its segments; an empty text has none."""

    text: str = field(repr=False)
    segments: tuple[Segment, ...] = field(repr=False)

    @classmethod
    def copied(cls, source: str, start: int, end: int) -> Traced:
        """The characters of `source` from `start` up to `end`, as they stand."""
        text = source[start:end]
        return cls(text, (Segment(0, len(text), start, len(text)),) if text else ())

    @classmethod
    def made(cls, text: str, start: int, end: int) -> Traced:
        """A text that was made from the characters of the source from `start` up to `end`."""
        return cls(text, tuple(_made(0, len(text), start, end - start)))

    def slice(self, start: int, end: int) -> Traced:
        """The characters from `start` up to `end`, with their places."""
        end = min(end, len(self.text))
        if start >= end:
            return NOTHING
        if start == 0 and end == len(self.text):
            return self
        segments: list[Segment] = []
        at = bisect_right(self.segments, start, key=lambda segment: segment.start) - 1
        while at < len(self.segments) and self.segments[at].start < end:
            segments.extend(_cut(self.segments[at], start, end))
            at += 1
        return Traced(self.text[start:end], tuple(segments))

    def strip(self, characters: str = BLANKS) -> Traced:
        """The text without `characters` at either end."""
        start = len(self.text) - len(self.text.lstrip(characters))
        return self.slice(start, len(self.text.rstrip(characters)))

    def split(self, separator: str) -> list[Traced]:
        """The stretches between the separators."""
        pieces = []
        start = 0
        for piece in self.text.split(separator):
            pieces.append(self.slice(start, start + len(piece)))
            start += len(piece) + len(separator)
        return pieces

    @property
    def source_start(self) -> int:
        """Where in the source the text begins; 0 for an empty text."""
        return self.segments[0].source if self.segments else 0

    @property
    def source_end(self) -> int:
        """Where in the source the text ends; 0 for an empty text."""
        return self.segments[-1].source + self.segments[-1].source_length if self.segments else 0


NOTHING = Traced("", ())


def join(pieces: Iterable[Traced]) -> Traced:
    """One text out of several; runs that follow one another in the source become one segment."""
    texts: list[str] = []
    segments: list[Segment] = []
    length = 0
    for piece in pieces:
        texts.append(piece.text)
        for segment in piece.segments:
            moved = Segment(length + segment.start, segment.length, segment.source, segment.source_length)
            if segments and _continues(segments[-1], moved):
                last = segments[-1]
                segments[-1] = Segment(
                    last.start,
                    last.length + moved.length,
                    last.source,
                    last.source_length + moved.source_length,
                )
            else:
                segments.append(moved)
        length += len(piece.text)
    return Traced("".join(texts), tuple(segments))


def _continues(last: Segment, following: Segment) -> bool:
    return (
        last.length == last.source_length
        and following.length == following.source_length
        and last.source + last.source_length == following.source
    )


def _cut(segment: Segment, start: int, end: int) -> Iterator[Segment]:
    head = max(start - segment.start, 0)
    length = min(end - segment.start, segment.length) - head
    at = max(segment.start - start, 0)
    if segment.length == segment.source_length:
        yield Segment(at, length, segment.source + head, length)
    else:
        yield from _made(at, length, segment.source, segment.source_length)


def _made(start: int, length: int, source: int, source_length: int) -> Iterator[Segment]:
    if length == source_length > 1:
        # A segment of two equal lengths would promise a place for each of its characters.
        yield Segment(start, 1, source, source_length)
        yield Segment(start + 1, length - 1, source + source_length, 0)
    elif length:
        yield Segment(start, length, source, source_length)
