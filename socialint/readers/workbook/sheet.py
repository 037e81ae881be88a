"""What the readers of workbooks find: sheets, as sparse cells and what hangs on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from socialint.errors import UnreadableDocument
from socialint.readers.office.markup import MEND
from socialint.readers.table import Merge

MAX_CELLS = 2_000_000
"""Cells with something in them, in all sheets together."""

Address = tuple[int, int]
"""Row and column of a cell, both from 0."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that lies on a sheet: the cell of its corner, what its file is called, and its bytes if known."""

    address: Address | None
    name: str = field(default="", repr=False)
    data: bytes | None = field(default=None, repr=False)


@dataclass
class Sheet:
    """One sheet. `cells` are texts by row and column, in the order of the file."""

    name: str
    hidden: bool = False
    cells: dict[int, dict[int, str]] = field(default_factory=dict, repr=False)
    dates: dict[Address, date] = field(default_factory=dict, repr=False)
    uncalculated: list[Address] = field(default_factory=list)
    """Formulas that have no value, or a value that is an error."""
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[range] = field(default_factory=list)
    notes: list[tuple[Address, str]] = field(default_factory=list, repr=False)
    """Notes and the comments of threads, by the cell they hang on."""
    loose: list[tuple[str, str]] = field(default_factory=list, repr=False)
    """What stands on no cell (text boxes, page headers), each with what a person calls it."""
    pictures: list[Picture] = field(default_factory=list, repr=False)

    def put(self, row: int, column: int, text: str) -> None:
        """Put a text into a cell, unless it is empty. Raises `UnreadableDocument` for a cell put twice."""
        if not text:
            return
        cells = self.cells.setdefault(row, {})
        if column in cells:
            raise UnreadableDocument("damaged: one of its cells is there twice", hint=MEND)
        cells[column] = text

    def is_hidden(self, row: int, column: int) -> str:
        """Why a person does not see a cell; empty where they do."""
        if row in self.hidden_rows:
            return "hidden row"
        return "hidden column" if any(column in some for some in self.hidden_columns) else ""


def too_many_cells() -> UnreadableDocument:
    """More cells than a calendar has."""
    return UnreadableDocument(f"more than {MAX_CELLS:,} cells", hint="split it into several files")


def letters(column: int) -> str:
    """What a spreadsheet calls a column, from 0: A, …, Z, AA."""
    said = ""
    while column >= 0:
        column, rest = divmod(column, 26)
        said = chr(65 + rest) + said
        column -= 1
    return said
