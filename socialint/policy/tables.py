"""Word files and tables beside a rule file: a `.txt` with a term a line, a `.csv` with a header."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from types import MappingProxyType

from socialint.errors import Problem, UserError
from socialint.model.leaves import Row, Scalar, Table
from socialint.schema.files import decoded
from socialint.schema.suggestions import suggest

TERM = "term"
"""The column of a word file."""
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")


class Tables:
    """The tables of one load: each file is read once, and one choice of columns is one table."""

    def __init__(self) -> None:
        self.contents: dict[Path, str] = {}
        """The text of every file that was read, for the policy's digest."""
        self._tables: dict[tuple[Path, tuple[str, ...]], Table] = {}

    def table(self, path: Path, name: str, columns: tuple[str, ...]) -> Table:
        """The table in a file. Raises `UserError`."""
        key = (path, columns)
        if key not in self._tables:
            written = self._written(path, name)
            read = _word_file if path.suffix == ".txt" else _csv_file
            self._tables[key] = read(written, name, columns)
        return self._tables[key]

    def terms(self, path: Path, name: str) -> tuple[str, ...]:
        """The terms of a word file. Raises `UserError`."""
        return _terms(self._written(path, name), name)

    def _written(self, path: Path, name: str) -> str:
        if path not in self.contents:
            self.contents[path] = decoded(path, name)
        return self.contents[path]


def _terms(written: str, name: str) -> tuple[str, ...]:
    lines = (" ".join(line.split()) for line in written.splitlines())
    terms = tuple(dict.fromkeys(line for line in lines if line and not line.startswith("#")))
    if not terms:
        raise UserError(Problem("no word in this file", name, hint="write one term a line"))
    return terms


def _word_file(written: str, name: str, columns: tuple[str, ...]) -> Table:
    if columns:
        raise UserError(Problem("a word file has no columns", name, hint="leave `columns` out"))
    terms = _terms(written, name)
    rows = tuple(Row(name, index, MappingProxyType({TERM: term})) for index, term in enumerate(terms))
    return Table(name, (TERM,), rows)


def _csv_file(written: str, name: str, columns: tuple[str, ...]) -> Table:
    reader = csv.reader(io.StringIO(written, newline=""), strict=True)
    problems: list[Problem] = []
    rows: list[Row] = []
    header: list[str] = []
    searched: tuple[str, ...] = ()
    try:
        for record in reader:
            cells = [" ".join(cell.split()) for cell in record]
            if not any(cells) or cells[0].startswith("#"):
                continue
            if not header:
                header = cells
                searched = _searched(header, columns, name)
                continue
            if len(cells) != len(header):
                problems.append(
                    Problem(
                        f"{len(cells)} cells where the header has {len(header)}",
                        name,
                        reader.line_num,
                        hint="put text with a comma in double quotes",
                    )
                )
                continue
            values = {
                column: cell if column in searched else _value(cell)
                for column, cell in zip(header, cells, strict=True)
                if cell
            }
            rows.append(Row(name, len(rows), MappingProxyType(values)))
    except csv.Error as error:
        problems.append(Problem(f"this is not CSV: {error}", name, reader.line_num))
    if not header:
        problems.append(Problem("no header in this table", name, hint="name the columns in the first line"))
    if problems:
        raise UserError(problems)
    return Table(name, searched, tuple(rows))


def _searched(header: list[str], columns: tuple[str, ...], name: str) -> tuple[str, ...]:
    twice = [column for column in header if header.count(column) > 1]
    if twice or "" in header:
        raise UserError(Problem(f"the column “{(twice or [''])[0]}” stands twice, or has no name", name, 1))
    for column in columns:
        if column not in header:
            raise UserError(Problem(f"no column “{column}”", name, 1, hint=suggest(column, header)))
    return columns or (header[0],)


def _value(cell: str) -> Scalar:
    """Numbers can be compared, so that points may come from a table."""
    if cell in ("true", "false"):
        return cell == "true"
    if not _NUMBER.fullmatch(cell):
        return cell
    return float(cell) if "." in cell else int(cell)
