"""A table of drafts (platform | copy, or the facts of one draft below one another) -> posts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from socialint.model.documents import Field, Part, Post
from socialint.readers.columns import Layout, layout_of
from socialint.readers.dates import Order, order_of
from socialint.readers.delimited import Cell as Stretch
from socialint.readers.delimited import Row
from socialint.readers.names import Names, Role, Special
from socialint.readers.nodes import Entries, Leaf, Node
from socialint.readers.office.manuscript import Cell, Manuscript, Table
from socialint.readers.record import read_record

_TEXTS = (Part.BODY, Part.CAPTION)
_ENOUGH = 2
"""Known names in the left column of two, the text among them, that make it one of names."""
_WIDEST = 63
"""Columns of a table in Word, and more than any calendar has."""


@dataclass(frozen=True, slots=True)
class _Keyed:
    """A cell, the name of what it holds (none: it is text), and where a person finds it."""

    key: str
    cell: Cell = field(repr=False)
    place: str


def records(table: Table, number: int, manuscript: Manuscript, names: Names) -> Iterator[Post]:
    """The posts in a table; none where it is a table like any other, a part of the text."""
    name = f"table {number}"
    if table.rows and all(len(row) == 2 for row in table.rows):
        roles = [names.role(row[0].text) for row in table.rows]
        if all(role is Special.NETWORK for role in roles):
            for at, (channel, text) in enumerate(table.rows, start=1):
                keyed = [_Keyed("channel", channel, "column 1"), _Keyed("text", text, "column 2")]
                yield from _post(f"{name}, row {at}", keyed, manuscript, names)
            return
        if sum(role is not None for role in roles) >= _ENOUGH and any(role in _TEXTS for role in roles):
            yield from _post(name, list(_one_below_the_other(table, names)), manuscript, names)
            return
    layout = _layout(table, names)
    if layout is not None:
        yield from _one_a_row(table, layout, name, manuscript)


def _one_below_the_other(table: Table, names: Names) -> Iterator[_Keyed]:
    for at, (key, value) in enumerate(table.rows, start=1):
        known = names.role(key.text) is not None
        if not known:  # nobody knows what it is: both are text
            yield _Keyed("", key, f"row {at}")
        yield _Keyed(key.text.strip().rstrip(":") if known else "", value, f"row {at}")


def _one_a_row(table: Table, layout: Layout, name: str, manuscript: Manuscript) -> Iterator[Post]:
    body = table.rows[layout.first :]
    order = order_of(cell.text for row in body for cell in row if _role(layout, cell) is Special.DATE)
    for at, row in enumerate(table.rows, start=1):
        # A title or a remark above the header travels with the file.
        keyed = [
            _Keyed(_label(layout, cell) if at > layout.first else "notes", cell, f"column {cell.column}")
            for cell in row
        ]
        if at != layout.first:
            yield from _post(f"{name}, row {at}", keyed, manuscript, layout.names, order)


def _label(layout: Layout, cell: Cell) -> str:
    return layout.labels[cell.column - 1] if cell.column <= len(layout.labels) else ""


def _role(layout: Layout, cell: Cell) -> Role | None:
    return layout.names.role(_label(layout, cell))


def _post(
    name: str,
    keyed: Sequence[_Keyed],
    manuscript: Manuscript,
    names: Names,
    order: Order = Order.UNKNOWN,
) -> Iterator[Post]:
    """The post that some cells are; none where they hold nothing."""
    pairs: list[tuple[str, Node]] = []
    fields: list[Field] = []
    for one in keyed:
        written = manuscript.write(one.cell.text, one.place)
        if one.key:
            pairs.append((one.key, Leaf.of_text(written)))
        elif written.text.strip():
            fields.append(manuscript.original.field(Part.BODY, written))
    placed = [(paragraph, one.place) for one in keyed for paragraph in one.cell.paragraphs]
    for note in [note for paragraph, _ in placed for note in paragraph.notes]:
        fields.append(manuscript.original.field(Part.BODY, manuscript.write(note.text, note.place)))
        placed.append((note, note.place))
    fields += manuscript.fields(
        [
            replace(aside, place=aside.place or place)
            for paragraph, place in placed
            for aside in paragraph.asides
        ]
    )
    found = read_record(
        manuscript.original,
        Entries(tuple(pairs)),
        names,
        name,
        order=order,
        body=fields,
        media=[item for paragraph, _ in placed for item in paragraph.media],
    )
    if found is not None:
        yield found


def _layout(table: Table, names: Names) -> Layout | None:
    """What the columns hold, where the first rows say so."""
    lines: list[str] = []
    length = 0
    rows: list[Row] = []
    for row in table.rows:
        start = length
        stretches: list[Stretch] = []
        for cell in row[:_WIDEST]:
            missing = min(cell.column, _WIDEST) - 1 - len(stretches)
            stretches += [Stretch(length, length)] * missing
            lines.append(f"{cell.text}\n")
            stretches.append(Stretch(length, length + len(lines[-1]) - 1))
            length += len(lines[-1])
        rows.append(Row(tuple(stretches), start, length, False))
    found = layout_of("".join(lines), rows, names)
    return found if found is not None and found.first and not found.guessed else None
