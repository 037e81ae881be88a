"""Sheets -> one text in which every cell has its place, and tables whose cells lead into it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from socialint.errors import UnreadableDocument
from socialint.model.documents import Field, Part, Source
from socialint.model.places import Landmark, LineIndex
from socialint.readers.delimited import Cell, Row
from socialint.readers.original import Original
from socialint.readers.table import Table
from socialint.readers.traced import Traced
from socialint.readers.workbook.sheet import Sheet, letters

_MOST_SPREAD = 10_000_000
"""Cells, also empty ones, in the rows that hold any, and rows without."""
_MOST_TEXT = 64 * 1024 * 1024
"""Code points in all cells; many cells may share one text."""
_BLANK = Cell(0, 0)


class CellIndex(LineIndex):
    """Places in a text of cells: lines and columns count from the beginning of a cell.

    A character that is no cell's parts two cells, so that the end of one is not in the next.
    """

    def __init__(self, text: str, starts: Sequence[int], names: Sequence[str]) -> None:
        super().__init__(text)
        self._cells = starts
        self._names = names

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column within its cell, both from 1, of the character at `offset`."""
        start = self._cells[self._at(offset)]
        first, _ = super().position(start)
        line, column = super().position(offset)
        return line - first + 1, offset - start + 1 if line == first else column

    def name(self, offset: int) -> str:
        """What a person calls the cell in which the character at `offset` stands."""
        return self._names[self._at(offset)]

    def _at(self, offset: int) -> int:
        return max(bisect_right(self._cells, offset) - 1, 0)


@dataclass(frozen=True)
class Cells(Original):
    """The text of a workbook; a field of it knows its cell."""

    def field(self, part: Part, traced: Traced, label: str = "", landmarks: Sequence[Landmark] = ()) -> Field:
        """A field whose places are in its cell."""
        assert isinstance(self.lines, CellIndex)
        named = landmarks or (Landmark(0, self.lines.name(traced.source_start)),)
        return super().field(part, traced, label, named)


@dataclass(frozen=True, slots=True)
class Loose:
    """A text that stands on no cell."""

    sheet: str
    name: str
    written: Traced


class Layer:
    """The text while it grows, cell by cell."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._starts: list[int] = []
        self._names: list[str] = []
        self._length = 0

    def write(self, text: str, name: str) -> Cell:
        """Add a text, and say where it stands."""
        text = text.replace("\0", "\ufffd")
        if not text.isascii():  # half a letter, which only an escape can write, is none
            text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        start = self._length
        self._pieces.append(text)
        self._starts.append(start)
        self._names.append(name)
        self._length += len(text) + 1
        if self._length > _MOST_TEXT:
            raise UnreadableDocument(
                "it holds more text than any calendar", hint="split it into several files"
            )
        return Cell(start, start + len(text))

    def text(self, source: Source) -> Cells:
        """The whole text, as that of a source."""
        text = "".join(f"{piece}\n" for piece in self._pieces)
        return Cells(source, text, "", CellIndex(text, self._starts or (0,), self._names or ("",)))


def called(sheet: Sheet) -> str:
    """What a person calls a sheet."""
    return f"Sheet ‘{sheet.name}’" + (" (hidden)" if sheet.hidden else "")


def laid_out(
    source: Source, sheets: Sequence[Sheet]
) -> tuple[Cells, Sequence[tuple[Table, Sequence[Loose]]]]:
    """The text of all sheets, the table of each, and its texts that stand on no cell."""
    layer = Layer()
    spread = [(sheet, _rows(layer, sheet), _notes(layer, sheet), _loose(layer, sheet)) for sheet in sheets]
    text = layer.text(source)
    tables = []
    for sheet, rows, notes, loose in spread:
        name = called(sheet)
        table = Table(
            rows,
            name,
            sheet.merges,
            sheet.dates,
            sheet.uncalculated,
            {row: [(label, _traced(text, cell)) for label, cell in some] for row, some in notes.items()},
        )
        tables.append((table, [Loose(name, label, _traced(text, cell)) for label, cell in loose]))
    return text, tables


def _rows(layer: Layer, sheet: Sheet) -> Sequence[Row]:
    rows: list[Row] = []
    width = max((max(cells) + 1 for cells in sheet.cells.values()), default=0)
    last = max(sheet.cells, default=-1)
    if len(sheet.cells) * width + last > _MOST_SPREAD:
        raise UnreadableDocument(
            "its cells lie too far apart to be a calendar",
            hint="delete what stands far below or far to the right, or save the sheet as CSV",
        )
    for index in sorted(sheet.cells):
        cells = sheet.cells[index]
        rows += [Row((), 0, 0, False)] * (index - len(rows))
        written = [_BLANK] * width
        for column in sorted(cells):
            hidden = sheet.is_hidden(index, column)
            name = f"cell {letters(column)}{index + 1}" + (f" ({hidden})" if hidden else "")
            written[column] = layer.write(cells[column], name)
        rows.append(Row(tuple(written), 0, 0, False))
    return rows


def _notes(layer: Layer, sheet: Sheet) -> dict[int, list[tuple[str, Cell]]]:
    notes: dict[int, list[tuple[str, Cell]]] = {}
    for (row, column), text in sheet.notes:
        name = f"note on {letters(column)}{row + 1}"
        if text.strip():
            notes.setdefault(row, []).append((name, layer.write(text, name)))
    return notes


def _loose(layer: Layer, sheet: Sheet) -> list[tuple[str, Cell]]:
    return [(name, layer.write(text, name)) for name, text in sheet.loose if text.strip()]


def _traced(text: Cells, cell: Cell) -> Traced:
    return Traced.copied(text.text, cell.start, cell.end)
