"""CSV and TSV, from schedulers and content calendars -> posts, one a row."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from socialint.errors import UnreadableDocument
from socialint.model.documents import Document, Part, Post, Source
from socialint.readers.columns import Layout, delimiter_of, layout_of
from socialint.readers.dates import order_of
from socialint.readers.delimited import Row, cell_text, rows
from socialint.readers.names import Columns, Names, Special
from socialint.readers.nodes import Entries, Items, Leaf, Node
from socialint.readers.original import MAX_ROWS, Original, original
from socialint.readers.prose import holds_scientific_number
from socialint.readers.record import read_record
from socialint.readers.traced import Traced

_SEPARATOR_LINE = regex.compile(r'"?sep=(.)"?(?:\r\n|\r|\n|$)', regex.IGNORECASE)
_SPLIT = frozenset({Part.ALT_TEXT, Part.FIRST_COMMENT})
"""Parts of which one cell may hold several, parted by `||`."""


def read(source: Source, columns: Columns) -> Document:
    """The posts of a table; `row N` counts as a spreadsheet does, the header being row 1."""
    found = original(source)
    names = Names.of(columns)
    line = _SEPARATOR_LINE.match(found.text)
    start = line.end() if line else 0
    preferred = "\t" if source.name.lower().endswith(".tsv") else ""
    delimiter = line[1] if line else delimiter_of(found.text, 0, names, preferred)
    table: list[Row] = []
    for row in rows(found.text, delimiter, start):
        table.append(row)
        if len(table) > MAX_ROWS:
            raise UnreadableDocument(f"more than {MAX_ROWS} rows", hint="split it into several files")
    layout = layout_of(found.text, table, names)
    if layout is None:
        return found.document(())
    if layout.guessed:
        found.note(
            "no column is known to hold the text; every column that reads as text was checked as the body",
            hint="name the columns in the configuration: columns: {body: [...]}",
        )
    return found.document(tuple(_posts(found, table, layout)))


def _posts(found: Original, table: list[Row], layout: Layout) -> Iterator[Post]:
    for number, row in enumerate(table[: max(layout.first - 1, 0)], start=1):
        above = [found.field(Part.INTERNAL, cell_text(found.text, cell)) for cell in row.cells]
        fields = tuple(field for field in above if field.text.strip())
        if fields:  # a title or a remark above the header; it travels with the file
            yield Post(f"row {number}", fields)
    order = order_of(_dates(found, table, layout))
    for number, row in enumerate(table[layout.first :], start=layout.first + 1):
        post = read_record(
            found, _entries(found, row, layout, f"row {number}"), layout.names, f"row {number}", order=order
        )
        if post is not None:
            yield post


def _dates(found: Original, table: list[Row], layout: Layout) -> Iterator[str]:
    for column in range(len(layout.labels)):
        if layout.role(column) is Special.DATE:
            for row in table[layout.first :]:
                if column < len(row.cells):
                    yield cell_text(found.text, row.cells[column]).text


def _entries(found: Original, row: Row, layout: Layout, name: str) -> Entries:
    if row.broken:
        found.note(
            "a quote is opened and never closed; the row was checked as it stands",
            hint="close the quote, or double it where it is meant",
            post=name,
        )
    pairs: list[tuple[str, Node]] = []
    too_long = any(cell_text(found.text, cell).text.strip() for cell in row.cells[len(layout.labels) :])
    if too_long:
        found.note(
            "the row has more cells than the header; from its text on it was checked as it stands",
            hint="put the text in quotes",
            post=name,
        )
    for column, (label, cell) in enumerate(zip(layout.labels, row.cells, strict=False)):
        written = cell_text(found.text, cell)
        role = layout.role(column)
        if (too_long or row.broken) and role is Part.BODY:
            # A comma in the text, or a line break, was probably not quoted.
            pairs.append((label, Leaf.of_text(Traced.copied(found.text, cell.start, row.end))))
            break
        if not written.text.strip():
            continue
        if isinstance(role, Part) and holds_scientific_number(written.text):
            found.note(
                "a long number has become scientific notation, as spreadsheets do; its digits are lost",
                hint="format the column as text and enter the number again",
                post=name,
                part=label,
            )
        pairs.append((label, _node(written, role in _SPLIT)))
    return Entries(tuple(pairs))


def _node(written: Traced, several: bool) -> Node:
    if several and "||" in written.text:
        return Items(tuple(Leaf.of_text(piece.strip()) for piece in written.split("||")))
    return Leaf.of_text(written)
