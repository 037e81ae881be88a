"""Plain text -> one post whose body is the whole file."""

from __future__ import annotations

from socialint.model.documents import Document, Part, Post, Source
from socialint.readers.names import Columns
from socialint.readers.original import original


def read(source: Source, columns: Columns) -> Document:
    """The text as one post, exactly as it stands; blank text is no post."""
    found = original(source)
    if not found.text.strip():
        return found.document(())
    body = found.field(Part.BODY, found.whole)
    return found.document((Post("", (body,)),))
