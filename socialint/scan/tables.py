"""Tables and registers -> probes that know the rows they name, one a term."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import overload

import regex

from socialint.model.leaves import Cells, Listed, Registered, Row
from socialint.model.records import NAME_COLUMNS, Registers, texts
from socialint.scan.probes import Probe, Sign
from socialint.text import inflections

_PHONE_DIGITS = 7  # fewer are a short code, and are read as they are written


def listed(leaf: Listed) -> Sequence[Probe]:
    """Any term of a table, by the columns that name its rows."""
    return _probes(leaf.table.rows, leaf.table.columns, language=leaf.language)


def registered(leaf: Registered, registers: Registers) -> Iterator[Probe]:
    """Any name of a row of a register."""
    rows = registers[leaf.register]
    if leaf.register == "contacts":
        yield from map(_contact, rows)
    else:
        yield from _probes(rows, (leaf.by,) if leaf.by else NAME_COLUMNS[leaf.register])


def cells(leaf: Cells, registers: Registers) -> Iterator[Probe]:
    """The words in one column of a register, in any form."""
    yield from _probes(registers[leaf.register], (leaf.column,), inflected=True)


def named(rows: Iterable[Row], columns: Sequence[str]) -> Iterator[tuple[str, Row]]:
    """Each word or term that names a row, with the row."""
    for row in rows:
        for column in columns:
            for text in texts(row.cells.get(column)):
                if text.strip():
                    yield text, row


def _probes(
    rows: Iterable[Row], columns: Sequence[str], *, inflected: bool = False, language: str = ""
) -> Sequence[Probe]:
    owners: dict[str, dict[Row, None]] = {}
    for text, row in named(rows, columns):
        for form in {text, *inflections(text, "en")} if inflected else (text,):
            owners.setdefault(form, {})[row] = None
    return _Probes(owners, language)


class _Probes(Sequence[Probe]):
    """A probe for each term, made when it is asked for: a post has few of the terms of a table."""

    def __init__(self, owners: Mapping[str, Mapping[Row, None]], language: str) -> None:
        self._owners = owners
        self._language = language
        self._terms = sorted(owners)
        self._made: dict[int, Probe] = {}

    @overload
    def __getitem__(self, at: int) -> Probe: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Probe]: ...
    def __getitem__(self, at: int | slice) -> Probe | Sequence[Probe]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        if at not in self._made:
            term = self._terms[at]
            self._made[at] = Probe(term=term, rows=tuple(self._owners[term]), language=self._language)
        return self._made[at]

    def __len__(self) -> int:
        return len(self._terms)


def _contact(row: Row) -> Probe:
    value = str(row.cells["value"])
    digits = "".join(filter(str.isdigit, value))
    if row.cells["kind"] == "phones" and len(digits) >= _PHONE_DIGITS:
        national = digits[1:] if len(digits) == 11 and digits.startswith("1") else digits
        expression = r"[^\w\n]{0,3}".join(national)
        return Probe(
            rf"(?:\+?\d{{1,3}}[^\w\n]{{0,3}})?\(?(?<!\d){expression}(?!\d)",
            sign=Sign.DIGIT,
            certain=True,
            rows=(row,),
        )
    if row.cells["kind"] == "sites":
        host = regex.escape(value.lower().removeprefix("https://").removeprefix("www."))
        return Probe(rf"(?<![\w.@-])(?i:{host})", original=True, cased=True, rows=(row,))
    return Probe(term=value, certain=True, rows=(row,))
