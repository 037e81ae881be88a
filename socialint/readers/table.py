"""A table (a CSV file, a sheet of a workbook) -> its posts: its rows, or the days of its grid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from socialint.errors import UnreadableDocument
from socialint.model.documents import Part, Post, UnreadKind
from socialint.model.rows import Glance, Wanted
from socialint.readers.columns import Layout, layout_of
from socialint.readers.dates import WRITE_ISO, Order, order_of, tells_its_order
from socialint.readers.delimited import Cell, Row, cell_text
from socialint.readers.grid import Grid, Head, grid_of
from socialint.readers.names import Names, Special
from socialint.readers.original import Original
from socialint.readers.rows import RowReader
from socialint.readers.traced import Traced

_MOST_MERGED = 1_000_000


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells that are one: their first and last row and column, from 0. The first holds the value."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Table:
    """Rows whose cells lead into a text, blank ones too: the first is row 1.

    `name` is that of the sheet, as it stands before a row in the name of a post. `dates` are the
    cells that hold a date, not a text; `uncalculated` are formulas that have no value, both by row
    and column from 0. `notes` are texts that hang on a row, each with what it is called.
    """

    rows: Sequence[Row]
    name: str = ""
    merges: Sequence[Merge] = ()
    dates: Mapping[tuple[int, int], date] = field(default_factory=dict, repr=False)
    uncalculated: Sequence[tuple[int, int]] = ()
    notes: Mapping[int, Sequence[tuple[str, Traced]]] = field(default_factory=dict, repr=False)

    def of_row(self, index: int) -> str:
        """What a person calls a row."""
        return ", ".join(filter(None, (self.name, f"row {index + 1}")))


def arranged(text: str, table: Table, names: Names) -> Head | Layout | None:
    """How a table holds its posts: in a grid of days, or in columns; None where every cell is empty."""
    return grid_of(text, table.rows) or layout_of(text, table.rows, names)


def is_known(arrangement: Head | Layout | None) -> bool:
    """Whether names say where the texts of a table are, and nothing had to be guessed."""
    return isinstance(arrangement, Head) or (arrangement is not None and not arrangement.guessed)


def posts_of(found: Original, table: Table, arrangement: Head | Layout | None) -> Iterator[Post]:
    """The posts of a table, in its order; a note on a row stands with the first post of the row."""
    return (one for one in some_posts_of(found, table, arrangement, None) if isinstance(one, Post))


def some_posts_of(
    found: Original, table: Table, arrangement: Head | Layout | None, wanted: Wanted | None
) -> Iterator[Post | Glance]:
    """The same, and a glance of those that are not wanted."""
    _say_uncalculated(found, table, arrangement)
    posts: Iterator[tuple[int, Post | Glance]] = iter(())
    if isinstance(arrangement, Head):
        posts = Grid(found, table.rows, table.name).posts()
    elif arrangement is not None:
        posts = _posts(found, table, arrangement, wanted)
    told: set[int] = set()
    for index, post in posts:
        notes = () if index in told else table.notes.get(index, ())
        if notes and isinstance(post, Post):
            told.add(index)
            own = (found.field(Part.INTERNAL, text, called) for called, text in notes)
            post = replace(post, fields=(*post.fields, *own))
        yield post
    for index in sorted(table.notes.keys() - told):
        notes = table.notes[index]
        fields = (found.field(Part.INTERNAL, text, called) for called, text in notes)
        yield Post(table.of_row(index), tuple(fields))


def say_guessed(found: Original, post: str = "") -> None:
    """Put down that nothing says where the text is."""
    found.note(
        "no column is known to hold the text; every column that reads as text was checked as the body",
        hint="name the columns in the configuration: columns: {body: [...]}",
        post=post,
    )


def _posts(
    found: Original, table: Table, layout: Layout, wanted: Wanted | None
) -> Iterator[tuple[int, Post | Glance]]:
    """The posts, each with the index of its row; a row with a note is read."""
    for index, row in enumerate(table.rows[: max(layout.first - 1, 0)]):
        above = [found.field(Part.INTERNAL, cell_text(found.text, cell)) for cell in row.cells]
        fields = tuple(one for one in above if one.text.strip())
        if fields:  # a title or a remark above the header; it travels with the file
            yield index, Post(table.of_row(index), fields)
    reader = RowReader(found, layout, _order_of_dates(found, table, layout))
    merged = _merged(found.text, table, layout)
    for index, row in enumerate(table.rows[layout.first :], start=layout.first):
        if _is_header(found.text, row, layout):
            continue
        plain = wanted and not (index in merged or index in table.notes)
        glance = reader.glance(row) if plain else None
        if glance and wanted and not wanted(glance):
            yield index, glance
            continue
        for post in reader.posts(row, table.of_row(index), merged.get(index, {})):
            yield index, post


def _is_header(text: str, row: Row, layout: Layout) -> bool:
    """Whether the header stands here again, over the next week or month."""
    if not layout.first:
        return False
    cells = zip(row.cells, layout.labels, strict=False)
    said = [(text[cell.start : cell.end].strip(), label) for cell, label in cells if cell.end > cell.start]
    same = sum(one.casefold() == label.casefold() for one, label in said if len(one) == len(label))
    return same > 1 and same >= len(said) - 1


def _order_of_dates(found: Original, table: Table, layout: Layout) -> Order:
    """Which number is the day in the dates of the table that are texts.

    A spreadsheet that takes the day for the month makes dates of those texts where that is
    possible, and leaves the others: where no date has a day beyond 12 and every text has one,
    the dates are not to be trusted.
    """
    texts: list[str] = []
    real: list[date] = []
    for column in range(len(layout.labels)):
        if layout.role(column) is not Special.DATE:
            continue
        for index, row in enumerate(table.rows[layout.first :], start=layout.first):
            if (index, column) in table.dates:
                real.append(table.dates[index, column])
            elif column < len(row.cells) and (text := cell_text(found.text, row.cells[column]).text):
                texts.append(text)
        told = [text for text in texts if text.strip()]
        doubted = any(one.day != one.month for one in real) and all(one.day <= 12 for one in real)
        if doubted and told and all(map(tells_its_order, told)):
            found.note(
                "some dates are texts, and in the others a spreadsheet may have taken the day for the month",
                hint=WRITE_ISO,
                post=table.name,
                part=layout.labels[column],
                kind=UnreadKind.METADATA,
            )
    return order_of(texts)


def _say_uncalculated(found: Original, table: Table, arrangement: Head | Layout | None) -> None:
    """Put down, once a column, the formulas that have no value: what they would say is not known."""
    layout = arrangement if isinstance(arrangement, Layout) else None
    seen: set[int] = set()
    for index, column in sorted(table.uncalculated):
        labels = layout.labels if layout else ()
        named = column < len(labels)
        if column in seen or (layout and named and index >= layout.first and layout.role(column) is None):
            continue
        seen.add(column)
        found.note(
            "formulas have no value here, as nobody has calculated them",
            hint="open the file in a spreadsheet program and save it again",
            post=table.of_row(index),
            part=labels[column] if named else "",
        )


def _merged(text: str, table: Table, layout: Layout) -> Mapping[int, Mapping[int, Cell]]:
    """The cells that stand in other rows and columns as well, because they are merged.

    Downwards every cell does; to the right a text that is for several channels does.
    """
    found: dict[int, dict[int, Cell]] = {}
    size = 0
    for merge in table.merges:
        if merge.top < layout.first or merge.top >= len(table.rows):
            continue
        cells = table.rows[merge.top].cells
        if merge.left >= min(len(cells), len(layout.labels)):
            continue
        wide = layout.holds_text(merge.left)
        right = min(merge.right, len(layout.labels) - 1) if wide else merge.left
        bottom = min(merge.bottom, len(table.rows) - 1)
        size += (bottom - merge.top + 1) * (right - merge.left + 1)
        if size > _MOST_MERGED:
            raise UnreadableDocument(
                "more merged cells than any calendar has", hint="part them, or save as CSV"
            )
        for index in range(merge.top, bottom + 1):
            for column in range(merge.left, right + 1):
                if (index, column) != (merge.top, merge.left) and (
                    column == merge.left or layout.holds_text(column)
                ):
                    found.setdefault(index, {})[column] = cells[merge.left]
    return found
