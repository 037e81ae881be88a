"""CSV text -> rows of cells that know their places; nothing of a broken file is dropped."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from socialint.readers.traced import Traced, join

DELIMITERS = (",", ";", "\t", "|")
_RETRIES = 10
_DOUBLED = regex.compile('""')


class Cell(NamedTuple):
    """Where a cell stands: inside its quotes, if it has them."""

    start: int
    end: int
    quoted: bool = False
    after: int = 0
    """Where the text ends that follows a closing quote in the same cell; 0 for none."""


class Row(NamedTuple):
    """A row as a spreadsheet counts it, whatever number of lines it has."""

    cells: tuple[Cell, ...]
    start: int
    end: int
    broken: bool
    """Whether a quote in it is opened and never closed."""


def rows(text: str, delimiter: str, start: int = 0) -> Iterator[Row]:
    """The rows of `text` from `start` on; without a delimiter every line is one cell.

    A quote that is never closed is a letter like any other, so that it does not swallow what
    follows it.
    """
    quoted, bare, stop = _patterns(delimiter)
    at, retries, broken = start, _RETRIES, False
    cells: list[Cell] = []
    row_start = start
    while True:
        found = None
        if retries and text.startswith('"', at):
            found = quoted.match(text, at)
            if not found:
                retries -= 1
                broken = True
        if found:
            cells.append(Cell(at + 1, found.end(1), True, found.end(2) if found[2] else 0))
            at = found.end()
        else:
            end = _end(bare, text, at)
            cells.append(Cell(at, end))
            at = end
        if delimiter and text.startswith(delimiter, at):
            at += 1
            continue
        after = _end(stop, text, at)
        yield Row(tuple(cells), row_start, at, broken)
        if after >= len(text):
            return
        at = row_start = after
        cells, broken = [], False


def cell_text(text: str, cell: Cell) -> Traced:
    """What a cell says; a doubled quote is one quote."""
    if not cell.quoted:
        return Traced.copied(text, cell.start, cell.end)
    pieces = []
    start = cell.start
    for doubled in _DOUBLED.finditer(text, cell.start, cell.end):
        pieces.append(Traced.copied(text, start, doubled.start()))
        pieces.append(Traced.made('"', doubled.start(), doubled.end()))
        start = doubled.end()
    pieces.append(Traced.copied(text, start, cell.end))
    if cell.after:
        pieces.append(Traced.copied(text, cell.end + 1, cell.after))
    return join(pieces)


def _patterns(delimiter: str) -> tuple[regex.Pattern[str], regex.Pattern[str], regex.Pattern[str]]:
    mark = regex.escape(delimiter)
    return (
        regex.compile(rf'"((?:[^"]++|"")*+)"([^{mark}\r\n]*+)'),
        regex.compile(rf"[^{mark}\r\n]*+"),
        regex.compile(r"\r\n|\r|\n|\Z"),
    )


def _end(pattern: regex.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at
