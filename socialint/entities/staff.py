"""The staff register -> whether a name in a text is one of its people."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from socialint.entities.cues import CARE_TITLES, CIVIL_TITLES, CREDENTIALS
from socialint.model.language import Row
from socialint.model.records import NAME_COLUMNS
from socialint.text import fold

_WORD = regex.compile(r"[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*")
_ADDED = frozenset(fold(word).strip(".") for word in (*CIVIL_TITLES, *CARE_TITLES, *CREDENTIALS))


class Staff:
    """The people of the staff register, by their names."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._by_surname: dict[str, list[tuple[str, ...]]] = {}
        for row in rows:
            for column in NAME_COLUMNS["staff"]:
                cell = str(row.cells.get(column, ""))
                last, comma, first = cell.partition(",")
                words = _words(f"{first} {last}" if comma and _words(first) else cell)
                if words:
                    self._by_surname.setdefault(words[-1], []).append(words)

    def knows(self, name: str) -> bool:
        """Whether this is one of the staff: the surname, and no other first name beside it.

        `P. Raman`, `Raman` and `Priya K. Raman` are Priya Raman; `Priya` alone and `Arun Raman`
        need not be.
        """
        words = _words(name)
        if not words:
            return False
        *first, last = words
        return any(
            not first or (len(recorded) > 1 and _same_first_name(first[0], recorded[0]))
            for recorded in self._by_surname.get(last, ())
        )


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in _WORD.findall(fold(name)) if word not in _ADDED)


def _same_first_name(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])
