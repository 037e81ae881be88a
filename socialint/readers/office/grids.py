"""A table of drafts (platform | copy, or the facts of one draft below one another) -> posts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from socialint.model.documents import Field, Part, Post
from socialint.readers.columns import Layout
from socialint.readers.delimited import Cell as Stretch
from socialint.readers.delimited import Row
from socialint.readers.names import Names, Special
from socialint.readers.nodes import Entries, Leaf, Node
from socialint.readers.office.manuscript import Cell, Manuscript, Paragraph, Table
from socialint.readers.record import read_record
from socialint.readers.table import Merge, arranged, is_known, posts_of
from socialint.readers.table import Table as Calendar

_TEXTS = (Part.BODY, Part.CAPTION)
_ENOUGH = 2
"""Known names in the left column of two, the text among them, that make it one of names."""
_WIDEST = 63
"""Columns that a table in Word can have; more than any calendar has."""


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
    yield from _as_calendar(table, name, manuscript, names)


def _one_below_the_other(table: Table, names: Names) -> Iterator[_Keyed]:
    for at, (key, value) in enumerate(table.rows, start=1):
        known = names.role(key.text) is not None
        if not known:  # nobody knows what it is: both are text
            yield _Keyed("", key, f"row {at}")
        yield _Keyed(key.text.strip().rstrip(":") if known else "", value, f"row {at}")


def _as_calendar(table: Table, name: str, manuscript: Manuscript, names: Names) -> Iterator[Post]:
    """The posts of a table whose header, or whose days, say what its cells hold."""
    if any(cell.column > _WIDEST for row in table.rows for cell in row):
        return
    text, rows = _laid_out(table)
    found = replace(manuscript.original, text=text)
    calendar = Calendar(rows, name, list(_merges(table)))
    arrangement = arranged(text, calendar, names)
    if not is_known(arrangement) or (isinstance(arrangement, Layout) and not arrangement.first):
        return
    base = manuscript.length
    for row in table.rows:
        for cell in row:
            manuscript.write(cell.text, f"column {cell.column}")
    posts = [_moved(post, base) for post in posts_of(found, calendar, arrangement)]
    yield from _with_beside(posts, table, calendar, manuscript)


def _laid_out(table: Table) -> tuple[str, list[Row]]:
    """The text of all cells, a line each, and where in it the cells of each row stand."""
    lines: list[str] = []
    rows: list[Row] = []
    length = 0
    for row in table.rows:
        start = length
        stretches: list[Stretch] = []
        for cell in row:
            stretches += [Stretch(length, length)] * (cell.column - 1 - len(stretches))
            stretches.append(Stretch(length, length + len(cell.text)))
            lines.append(f"{cell.text}\n")
            length += len(lines[-1])
        rows.append(Row(tuple(stretches), start, length, False))
    return "".join(lines), rows


def _merges(table: Table) -> Iterator[Merge]:
    """The cells that go on over the rows below."""
    begun: dict[int, tuple[int, int]] = {}
    for at, row in enumerate([*table.rows, []]):
        going_on = {cell.column - 1 for cell in row if cell.goes_on}
        for column in [column for column in begun if column not in going_on]:
            top, bottom = begun.pop(column)
            if bottom > top:
                yield Merge(top, column, bottom, column)
        for cell in row:
            top, _ = begun.get(cell.column - 1, (at, at))
            begun[cell.column - 1] = (top, at)


def _with_beside(
    posts: Sequence[Post], table: Table, calendar: Calendar, manuscript: Manuscript
) -> Sequence[Post]:
    """The posts with what stands beside the cells of their rows: comments, alt texts, links, pictures."""
    told = list(posts)
    first = {", ".join(post.name.split(", ")[:2]): at for at, post in reversed([*enumerate(posts)])}
    for index, row in enumerate(table.rows):
        placed = [(one, f"column {cell.column}") for cell in row for one in cell.paragraphs]
        beside, media = _beside(placed, manuscript)
        if not beside and not media:
            continue
        here = calendar.of_row(index)
        if here not in first:
            told.append(Post(here, tuple(beside), {"media": media} if media else {}))
            continue
        post = told[first[here]]
        own = post.metadata.get("media")
        shown = {"media": [*(own if isinstance(own, list) else ()), *media]} if media else {}
        told[first[here]] = replace(post, fields=(*post.fields, *beside), metadata={**post.metadata, **shown})
    return told


def _moved(post: Post, by: int) -> Post:
    """The post with places that count from the beginning of the file, not of the table."""
    fields: list[Field] = []
    for one in post.fields:
        segments = [replace(segment, source=segment.source + by) for segment in one.origin.segments]
        fields.append(replace(one, origin=replace(one.origin, segments=tuple(segments))))
    return replace(post, fields=tuple(fields))


def _post(name: str, keyed: Sequence[_Keyed], manuscript: Manuscript, names: Names) -> Iterator[Post]:
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
    beside, media = _beside(placed, manuscript)
    found = read_record(
        manuscript.original, Entries(tuple(pairs)), names, name, body=[*fields, *beside], media=media
    )
    if found is not None:
        yield found


def _beside(
    placed: Sequence[tuple[Paragraph, str]], manuscript: Manuscript
) -> tuple[list[Field], list[dict[str, object]]]:
    """The texts that stand beside some paragraphs of cells, their notes among them, and their media."""
    notes = [note for paragraph, _ in placed for note in paragraph.notes if note.text.strip()]
    written = [manuscript.write(note.text, note.place) for note in notes]
    fields = [manuscript.original.field(Part.BODY, one) for one in written]
    every = [*placed, *((note, note.place) for note in notes)]
    asides = [aside.at(place) for one, place in every for aside in one.asides]
    fields += manuscript.fields(asides)
    return fields, [item for one, _ in every for item in one.media]
