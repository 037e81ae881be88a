"""HTML -> one post: what the page shows, and the texts in its attributes, head and comments."""

from __future__ import annotations

from socialint.model.documents import Document, Post, Source
from socialint.readers.hypertext import fields_of, hypertext
from socialint.readers.names import Columns
from socialint.readers.original import original


def read(source: Source, columns: Columns) -> Document:
    """The page as one post; an empty one is no post."""
    found = original(source)
    page = hypertext(found.whole)
    fields = fields_of(found, page.body, page.beside)
    for reason in page.unread:
        found.note(reason, hint="close it")
    if not fields and not page.media:
        return found.document(())
    metadata = {"media": page.media} if page.media else {}
    return found.document((Post("", tuple(fields), metadata),))
