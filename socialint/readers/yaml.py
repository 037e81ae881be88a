"""YAML -> posts: one a record, or every text of any other document."""

from __future__ import annotations

from socialint.errors import UnreadableDocument
from socialint.model.documents import Document, Source
from socialint.readers.names import Columns, Names
from socialint.readers.nodes import Items, MalformedError
from socialint.readers.original import original
from socialint.readers.records import posts_of
from socialint.readers.repeated import say_repeated_keys
from socialint.readers.yaml_values import parse


def read(source: Source, columns: Columns) -> Document:
    """The posts of a YAML file, of all its documents."""
    found = original(source)
    names = Names.of(columns)
    try:
        nodes = parse(found.text)
    except MalformedError as why:
        place = f"line {found.line_of(why.offset)}"
        raise UnreadableDocument(f"not YAML: {why} in {place}", hint="mend it there") from None
    root = nodes[0] if len(nodes) == 1 else Items(tuple(nodes))
    say_repeated_keys(found, root)
    return found.document(tuple(posts_of(found, root, names)))
