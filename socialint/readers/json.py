"""JSON -> posts: one a record, those of an archive, or every text of any other document."""

from __future__ import annotations

from functools import partial

from socialint.errors import UnreadableDocument
from socialint.model.documents import Document, Source
from socialint.readers.archives import ARCHIVES
from socialint.readers.json_lines import posts_of_lines
from socialint.readers.json_values import after_space, parse
from socialint.readers.names import Columns, Names
from socialint.readers.nodes import MalformedError
from socialint.readers.original import original
from socialint.readers.records import posts_of
from socialint.readers.repeated import say_repeated_keys


def read(source: Source, columns: Columns) -> Document:
    """The posts of a JSON file; one that holds JSON lines is read as such."""
    found = original(source)
    names = Names.of(columns)
    if not found.text.strip():
        return found.document(())
    try:
        node, end = parse(found.text)
    except MalformedError as why:
        place = f"line {found.line_of(why.offset)}"
        raise UnreadableDocument(f"not JSON: {why} in {place}", hint="mend it there") from None
    if after_space(found.text, end) < len(found.text):
        return found.rows(partial(posts_of_lines, found, names))
    archived = next(filter(None, (posts(found, node, names) for posts in ARCHIVES)), None)
    if archived is not None:
        return found.document(tuple(archived))
    say_repeated_keys(found, node)
    return found.document(tuple(posts_of(found, node, names)))
