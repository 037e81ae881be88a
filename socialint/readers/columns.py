"""The first rows of a table -> which column holds what, and where its posts begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

import regex

from socialint.model.documents import Part
from socialint.readers.channels import without_channel
from socialint.readers.dates import is_date
from socialint.readers.delimited import DELIMITERS, Row, cell_text, rows
from socialint.readers.grid import named_days
from socialint.readers.names import Names, Role, Special, bare, looks_like_body
from socialint.readers.prose import has_letters, reads_as_text
from socialint.readers.schedulers import Scheduler, positional, scheduler

_SEARCHED = 10
"""A header stands in one of the first rows; above it there may be a title and notes."""
_MOST_WORDS = 8
_ENOUGH = 3
_SENTENCE_END = regex.compile(r"[.!?…]\s*$")
_SEVERAL = frozenset({Part.ALT_TEXT, Part.FIRST_COMMENT})
"""Parts of which one cell may hold several in any table."""
_HOLDING = frozenset({Part.BODY, Part.CAPTION, Special.NETWORK})
_TEXTS = frozenset({Part.BODY, Part.CAPTION, Part.DESCRIPTION})


@dataclass(frozen=True)
class Layout:
    """What the columns of a table are called and mean, and the index of its first post."""

    labels: Sequence[str]
    names: Names = field(repr=False)
    first: int
    guessed: bool = False
    """Whether no name said where the text is."""
    tool: Scheduler | None = None
    """The scheduler whose file it is, as far as its header tells."""

    def role(self, column: int) -> Role | None:
        """What a column holds."""
        return self.names.role(self.labels[column])

    def holds_text(self, column: int) -> bool:
        """Whether a column may hold the text of a post: by its name, or by that of a network."""
        return self.role(column) in _HOLDING

    def parting(self, column: int) -> str:
        """What parts the values in one cell of a column; empty where a cell holds one."""
        own = self.tool.parting(self.labels[column]) if self.tool else ""
        return own or ("||" if self.role(column) in _SEVERAL else "")


def delimiter_of(text: str, start: int, names: Names, preferred: str = "") -> str:
    """The delimiter that makes most sense of the header; empty where a line is one cell."""

    def sense(delimiter: str) -> tuple[int, float, bool, int]:
        read = (_texts(text, row) for row in rows(text, delimiter, start))
        sample = list(islice((row for row in read if any(row)), 2 * _SEARCHED))
        known = max((_known(row, names) + len(named_days(row)) for row in sample[:_SEARCHED]), default=0)
        width = len(sample[0]) if sample else 0
        even = sum(len(row) == width for row in sample) / max(len(sample), 1)
        return known, even, bool(preferred) and delimiter == preferred, width

    return max(("", *DELIMITERS), key=sense)


def layout_of(text: str, table: Sequence[Row], names: Names) -> Layout | None:
    """The layout by the names in the header, else by position, else by what reads as text.

    None where every cell is empty.
    """
    rows_of_texts = ((index, _texts(text, row)) for index, row in enumerate(table))
    head = list(islice(((index, row) for index, row in rows_of_texts if any(row)), _SEARCHED))
    if not head:
        return None
    for index, row in head:
        known = _known(row, names)
        if scheduler(row) or known >= _ENOUGH or (known and any(_is_text(name, names) for name in row)):
            return _named(text, table, names, index)
    return _positional(head[0][1]) or _guessed(text, table, names)


def _texts(text: str, row: Row) -> list[str]:
    return [cell_text(text, cell).text.strip() for cell in row.cells]


def _known(row: Sequence[str], names: Names) -> int:
    """How much a row looks like a header: two for a known name; 0 where a cell is a sentence.

    Names of networks stand in the cells of a calendar too: all of them count for one.
    """
    short = [name.partition(" - ")[0] for name in row]
    if any(len(name.split()) > _MOST_WORDS or _SENTENCE_END.search(name) for name in short):
        return 0
    roles = [names.role(name) for name in row if name]
    networks = roles.count(Special.NETWORK)
    known = sum(role is not None for role in roles) - networks
    return 2 * (known + sum(looks_like_body(name) for name in row if not names.role(name))) + bool(networks)


def _is_text(name: str, names: Names) -> bool:
    return names.role(name) in _TEXTS


def _named(text: str, table: Sequence[Row], names: Names, header: int) -> Layout:
    labels = [name or _numbered(column) for column, name in enumerate(_texts(text, table[header]))]
    tool = scheduler(labels)
    roles_of_tool = {bare(label): role for label in labels if tool and (role := tool.role(label))}
    own = {**roles_of_tool, **names.own}
    for label in labels:
        if bare(label) in own or names.role(label) is not None:
            continue
        rest = names.role(without_channel(label))
        if isinstance(rest, Part):  # `Instagram alt text`
            own[bare(label)] = rest
        elif looks_like_body(label):
            own[bare(label)] = Part.BODY
    for column, name in enumerate(_texts(text, table[header])):
        if not name:
            own[bare(_numbered(column))] = Part.INTERNAL
    layout = Layout(labels, Names(own), header + 1, tool=tool)
    roles = {layout.role(column) for column in range(len(labels))}
    networks = [column for column in range(len(labels)) if layout.role(column) is Special.NETWORK]
    if roles & _TEXTS or any(_column_reads(text, table, header + 1, column) for column in networks):
        return layout
    unknown = [column for column in range(len(labels)) if layout.role(column) is None]
    return _with_bodies(text, table, layout, unknown)


def _positional(first: Sequence[str]) -> Layout | None:
    """The columns of a scheduler whose files have no header."""
    tool = positional(first)
    if tool is None:
        return None
    labels = [_numbered(column) for column in range(len(first))]
    own = {bare(label): role for label, role in zip(labels, tool.columns, strict=False) if role is not None}
    return Layout(labels, Names(own), 0)


def _guessed(text: str, table: Sequence[Row], names: Names) -> Layout:
    """Columns without names. The first row may be a header or a post, so it is read as one."""
    width = max(len(row.cells) for row in table)
    labels = [_numbered(column) for column in range(width)]
    return _with_bodies(text, table, Layout(labels, names, 0), range(width))


def _with_bodies(text: str, table: Sequence[Row], layout: Layout, columns: Sequence[int]) -> Layout:
    """The layout with every column that reads as text, else every one with words, as a body."""
    found = [column for column in columns if _column_reads(text, table, layout.first, column)]
    if not found:
        found = [column for column in columns if _column_has_words(text, table, layout.first, column)]
    own = {**layout.names.own, **{bare(layout.labels[column]): Part.BODY for column in found}}
    return replace(layout, names=Names(own), guessed=True)


def _column_reads(text: str, table: Sequence[Row], first: int, column: int) -> bool:
    return any(reads_as_text(cell) for cell in _column(text, table, first, column))


def _column_has_words(text: str, table: Sequence[Row], first: int, column: int) -> bool:
    return any(has_letters(cell) and not is_date(cell) for cell in _column(text, table, first, column))


def _column(text: str, table: Sequence[Row], first: int, column: int) -> Sequence[str]:
    return [cell_text(text, row.cells[column]).text for row in table[first:] if column < len(row.cells)]


def _numbered(column: int) -> str:
    return f"column {column + 1}"
