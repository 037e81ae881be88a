"""Tables and registers -> probes whose hits know their rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import regex

from socialint.model.language import Cell, Cells, Listed, Registered, Row
from socialint.model.records import NAME_COLUMNS, Registers
from socialint.scan.probes import Probe
from socialint.scan.terms import alternatives, tokens
from socialint.text import inflections

_PHONE_DIGITS = 7  # fewer are a short code, and are read as they are written


def listed(leaf: Listed) -> Iterator[Probe]:
    """Any term of a table, by the columns that name its rows."""
    yield from _probes(leaf.table.rows, leaf.table.columns)


def registered(leaf: Registered, registers: Registers) -> Iterator[Probe]:
    """Any name of a row of a register."""
    rows = registers[leaf.register]
    if leaf.register == "contacts":
        yield from _contacts(rows)
    else:
        yield from _probes(rows, (leaf.by,) if leaf.by else NAME_COLUMNS[leaf.register])


def cells(leaf: Cells, registers: Registers) -> Iterator[Probe]:
    """The words in one column of a register, in any form."""
    yield from _probes(registers[leaf.register], (leaf.column,), inflected=True)


def texts(cell: Cell | None) -> Iterator[str]:
    """The words of a cell, one or many."""
    if isinstance(cell, str):
        yield cell
    elif isinstance(cell, tuple):
        yield from (str(one) for one in cell)


def named(rows: Iterable[Row], columns: Sequence[str]) -> Iterator[tuple[str, Row]]:
    """Each word or term that names a row, with the row."""
    for row in rows:
        for column in columns:
            for text in texts(row.cells.get(column)):
                if text.strip():
                    yield text, row


def _probes(rows: Iterable[Row], columns: Sequence[str], *, inflected: bool = False) -> Iterator[Probe]:
    owners: dict[str, list[Row]] = {}
    forms: set[str] = set()
    stems: list[tuple[str, Row]] = []
    for text, row in named(rows, columns):
        for form in {text, *(inflections(text, "en") if inflected else ())}:
            forms.add(form)
            key = "".join(tokens(form))
            if key.endswith("*"):
                stems.append((key[:-1], row))
            elif row not in owners.setdefault(key, []):
                owners[key].append(row)
    if forms:
        yield Probe(alternatives(forms), rows=_owner(owners, stems))


def _owner(owners: dict[str, list[Row]], stems: list[tuple[str, Row]]) -> Callable[[str], tuple[Row, ...]]:
    def rows(words: str) -> tuple[Row, ...]:
        key = "".join(tokens(words))
        found = [*owners.get(key, ()), *(row for stem, row in stems if key.startswith(stem))]
        return tuple(found)

    return rows


def _contacts(rows: Sequence[Row]) -> Iterator[Probe]:
    for row in rows:
        value = str(row.cells["value"])
        digits = "".join(filter(str.isdigit, value))
        if row.cells["kind"] == "phones" and len(digits) >= _PHONE_DIGITS:
            national = digits[1:] if len(digits) == 11 and digits.startswith("1") else digits
            expression = r"[^\w\n]{0,3}".join(national)
            yield Probe(
                rf"(?:\+?\d{{1,3}}[^\w\n]{{0,3}})?\(?(?<!\d){expression}(?!\d)",
                certain=True,
                rows=_always(row),
            )
        elif row.cells["kind"] == "sites":
            yield Probe(
                rf"(?<![\w.@-]){regex.escape(value.lower().removeprefix('https://').removeprefix('www.'))}",
                original=True,
                rows=_always(row),
            )
        else:
            yield Probe(alternatives([value]), certain=True, rows=_always(row))


def _always(row: Row) -> Callable[[str], tuple[Row, ...]]:
    return lambda words: (row,)
