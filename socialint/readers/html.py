"""HTML -> one post: what the page shows, and the texts in its attributes, head and comments."""

from __future__ import annotations

from socialint.model.documents import Document, Post, Source
from socialint.readers.html_blocks import block_after
from socialint.readers.hypertext import fields_of, hypertext
from socialint.readers.names import Columns
from socialint.readers.original import original
from socialint.readers.waivers import in_comments


def read(source: Source, columns: Columns) -> Document:
    """The page as one post; an empty one is no post."""
    found = original(source)
    page = hypertext(found.whole)
    beside, waivers = in_comments(
        found,
        page.beside,
        lambda inside: block_after(found.text, found.text.find(">", inside.source_end) + 1),
    )
    fields = fields_of(found, page.body, beside)
    for reason in page.unread:
        found.note(reason, hint="close it")
    if not fields and not page.media:
        return found.document(())
    metadata = {"media": page.media} if page.media else {}
    return found.document((Post("", tuple(fields), metadata, waivers=waivers),))
