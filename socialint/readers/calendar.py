"""CSV and TSV, from schedulers and content calendars -> posts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import regex

from socialint.errors import UnreadableDocument
from socialint.model.documents import Document, Post, Source
from socialint.model.rows import Glance, Wanted
from socialint.readers.columns import delimiter_of
from socialint.readers.delimited import Row, rows
from socialint.readers.names import Columns, Names
from socialint.readers.original import MAX_ROWS, Original, original
from socialint.readers.table import Table, arranged, is_known, say_guessed, some_posts_of

_SEPARATOR_LINE = regex.compile(r'"?sep=(.)"?(?:\r\n|\r|\n|$)', regex.IGNORECASE)


def read(source: Source, columns: Columns) -> Document:
    """The posts of a table; `row N` counts as a spreadsheet does, the header being row 1."""
    found = original(source)
    return found.rows(partial(_some_posts, found, Names.of(columns)))


def _some_posts(found: Original, names: Names, wanted: Wanted | None) -> Iterator[Post | Glance]:
    table: list[Row] = []
    for row in parted(found.text, found.source.name, names)[1]:
        table.append(row)
        if len(table) > MAX_ROWS:
            raise UnreadableDocument(f"more than {MAX_ROWS} rows", hint="split it into several files")
    whole = Table(table)
    arrangement = arranged(found.text, whole, names)
    if arrangement is not None and not is_known(arrangement):
        say_guessed(found)
    yield from some_posts_of(found, whole, arrangement, wanted)


def parted(text: str, name: str, names: Names) -> tuple[str, Iterator[Row]]:
    """The delimiter of the table that a file of this name holds, empty for none, and its rows."""
    line = _SEPARATOR_LINE.match(text)
    start = line.end() if line else 0
    preferred = "\t" if name.lower().endswith(".tsv") else ""
    delimiter = line[1] if line else delimiter_of(text, 0, names, preferred)
    return delimiter, rows(text, delimiter, start)
