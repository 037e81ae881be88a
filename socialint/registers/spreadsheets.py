"""Registers as CSV -> rows: staff and consents.

Empty cells are left out of a row: nobody recorded them. No message quotes a cell, and for
consents not even a column name that is not ours, as a file without a header would show a
patient in its place.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from socialint.errors import Problem
from socialint.model.leaves import Cell, Row
from socialint.registers.days import day
from socialint.settings.slips import slip_of

_MANY = 20


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a register's columns are: those it must have, those it may, and what they hold."""

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    filled: tuple[str, ...] = ()
    """Columns that no row may leave empty."""
    dates: tuple[str, ...] = ()
    lists: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Columns that hold several values, and the characters that part them."""
    unique: str = ""
    private: bool = False


SHEETS: Mapping[str, Sheet] = MappingProxyType(
    {
        "staff": Sheet(required=("name", "role", "credentials"), filled=("name",)),
        "consents": Sheet(
            required=("id", "person", "scope", "channels", "signed", "expires", "revoked"),
            optional=("signer_role", "purpose", "media"),
            filled=("id", "person"),
            dates=("signed", "expires", "revoked"),
            lists=MappingProxyType({"channels": ";", "scope": ";,"}),
            unique="id",
            private=True,
        ),
    }
)


def read_sheet(register: str, text: str, path: str) -> tuple[Sequence[Row], Sequence[Problem]]:
    """The rows of a register that is a spreadsheet, and what is wrong with it."""
    sheet = SHEETS[register]
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    records = _records(lines, path)
    header = next(records, None)
    if header is None:
        return (), [Problem("the register is empty", path, 1, hint=f"first row: {','.join(sheet.required)}")]
    if isinstance(header, Problem):
        return (), [header]
    names = [name.strip().casefold().replace(" ", "_") for name in header.cells]
    problems = list(_wrong_columns(sheet, names, path, header.line))
    if problems:
        return (), problems
    rows: list[Row] = []
    seen: dict[str, int] = {}
    for record in records:
        if isinstance(record, Problem):
            problems.append(record)
            break
        found = list(_wrong_cells(sheet, names, record, path))
        cells = _cells(sheet, names, record)
        key = str(cells.get(sheet.unique, ""))
        if key in seen and key:
            what = f"the same {sheet.unique} stands in line {seen[key]}"
            found.append(Problem(what, path, record.line))
        seen.setdefault(key, record.line)
        problems += found
        if not found:
            rows.append(Row(register, len(rows), MappingProxyType(cells)))
    return rows, problems[:_MANY]


@dataclass(frozen=True, slots=True)
class _Record:
    line: int
    cells: Sequence[str]


def _records(lines: Iterator[list[str]], path: str) -> Iterator[_Record | Problem]:
    before = 0
    reader = lines
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield Problem(
                "this row is broken",
                path,
                before + 1,
                hint="a cell that begins with a quotation mark must end with one; double those inside it",
            )
            return
        line, before = before + 1, reader.line_num  # type: ignore[attr-defined]
        if any(cell.strip() for cell in cells):
            yield _Record(line, cells)


def _delimiter(text: str) -> str:
    header = text.partition("\n")[0]
    return max(",;\t", key=header.count)


def _wrong_columns(sheet: Sheet, names: Sequence[str], path: str, line: int) -> Iterator[Problem]:
    known = sheet.required + sheet.optional
    for at, name in enumerate(names, 1):
        meant = slip_of(name, known)
        if name in known or not meant:
            continue
        shown = f"column {at}" if sheet.private else f"column {at} “{name}”"
        yield Problem(f"{shown} is not known", path, line, hint=f"did you mean “{meant}”?")
    for name in sheet.required:
        if name not in names:
            yield Problem(
                f"no column “{name}”",
                path,
                line,
                hint=f"the first row names the columns: {','.join(known)}",
            )
    for name in known:
        if names.count(name) > 1:
            yield Problem(f"two columns “{name}”", path, line)


def _wrong_cells(sheet: Sheet, names: Sequence[str], record: _Record, path: str) -> Iterator[Problem]:
    if len(record.cells) != len(names):
        yield Problem(
            f"this row has {len(record.cells)} cells, and the header has {len(names)}",
            path,
            record.line,
            hint="put a cell that holds a comma in quotes; an empty cell still needs its comma",
        )
        return
    for name, cell in zip(names, record.cells, strict=True):
        if name in sheet.filled and not cell.strip():
            yield Problem(f"no {name} in this row", path, record.line)
        if name in sheet.dates and cell.strip() and not day(cell):
            yield Problem(
                f"the date under “{name}” is not one", path, record.line, hint="write it as 2026-11-21"
            )


def _cells(sheet: Sheet, names: Sequence[str], record: _Record) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for name, cell in zip(names, map(str.strip, record.cells), strict=False):
        if not cell or not name:
            continue
        parting = sheet.lists.get(name)
        if parting is None:
            cells[name] = cell
            continue
        for mark in parting[1:]:
            cell = cell.replace(mark, parting[0])
        cells[name] = tuple(part.strip() for part in cell.split(parting[0]) if part.strip())
    return cells
