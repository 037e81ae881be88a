"""Plain text -> one post whose body is the whole file."""

from __future__ import annotations

from socialint.model.documents import Document, Part, Post, Source
from socialint.model.places import LineIndex
from socialint.readers.names import NO_COLUMNS, Columns, Names
from socialint.readers.original import Original, original
from socialint.readers.record import text_post


def read(source: Source, columns: Columns) -> Document:
    """The text as one post, exactly as it stands; blank text is no post."""
    found = original(source)
    return found.document((_post(found, columns),) if found.text.strip() else ())


def post_of(text: str) -> Post:
    """The post that a text is, as it stands; its front matter is part of it, and believed as metadata."""
    return _post(Original(Source("", b""), text, "", LineIndex(text)), NO_COLUMNS)


def _post(found: Original, columns: Columns) -> Post:
    return text_post(found, found.field(Part.BODY, found.whole), Names.of(columns))
