"""Documents read from bytes or text, and what holds for every one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import regex

from socialint.errors import UnreadableDocument
from socialint.model.documents import Document, Field, Part, Post, Source, UnreadKind
from socialint.model.places import LineIndex, Location, Span
from socialint.readers import read
from socialint.readers.original import decode


def document(name: str, data: str | bytes, columns: Mapping[str, Sequence[str]] | None = None) -> Document:
    """What a file of this name and content is read as; its places are right."""
    source = Source(name, data if isinstance(data, bytes) else data.encode())
    found = read(source, columns or {})
    assert_places(found)
    return found


def read_or_refused(name: str, data: bytes) -> Document | None:
    """What the bytes are read as; None where they are refused, with a reason."""
    try:
        return document(name, data)
    except UnreadableDocument as error:
        refused = error
    assert refused.reason
    return None


def post(name: str, data: str | bytes) -> Post:
    """The one post of a file."""
    (only,) = document(name, data).posts
    return only


def parts(found: Post) -> list[tuple[str, str]]:
    """The parts and texts of a post, in order."""
    return [(one.part.value, one.text) for one in found.fields]


def texts(found: Post, part: Part = Part.BODY) -> list[str]:
    """The texts of one part of a post."""
    return [one.text for one in found.fields if one.part is part]


def place(found: Field, words: str) -> Location:
    """Where some words of a field stand in its file."""
    start = found.text.index(words)
    return found.locate(Span(start, start + len(words)))


def unread(found: Document) -> list[tuple[str, str, UnreadKind]]:
    """Post, part and kind of what was not read."""
    return [(one.post, one.part, one.kind) for one in found.unread]


def assert_places(found: Document) -> None:
    """Every character leads back into the file; a copied one to the same character."""
    for one in (field for every in found.posts for field in every.fields):
        assert one.text.strip()
        assert one.text.encode()
        source = one.origin.lines.text
        at = 0
        for segment in one.origin.segments:
            assert segment.start == at, "the segments follow one another"
            at += segment.length
            assert segment.length > 0
            assert 0 <= segment.source <= segment.source + segment.source_length <= len(source)
            if segment.length == segment.source_length > 1:
                copied = source[segment.source : segment.source + segment.source_length]
                for own, other in zip(one.text[segment.start : at], copied, strict=True):
                    assert own == other or own.isspace()
        assert at == len(one.text) if one.origin.segments else one.text == source
        assert all(0 <= landmark.start < len(one.text) for landmark in one.origin.landmarks)
        whole = one.locate(Span(0, len(one.text)))
        assert (whole.line, whole.column) <= (whole.end_line, whole.end_column)
        assert len(one.text) < 12 or one.text in one.label or one.text not in repr(found)


def assert_words_in_place(found: Document) -> None:
    """Every word with a number, of which a file has one each, is placed where it stands."""
    source, _ = decode(found.source.data)
    lines = LineIndex(source)
    seen = set()
    for one in (field for every in found.posts for field in every.fields):
        for word in regex.finditer(r"\bw\d+\b", one.text):
            at = source.index(word[0])
            here = one.locate(Span(*word.span()))
            assert (here.line, here.column) == lines.position(at), word[0]
            assert (here.end_line, here.end_column) == lines.position(at + len(word[0])), word[0]
            seen.add(word[0])
    assert seen, "there were words to look for"
