"""The staff register -> whether a name in a text is one of its people."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from socialint.entities.cues import Cues
from socialint.model.leaves import Row
from socialint.model.records import NAME_COLUMNS
from socialint.text import fold

_WORD = regex.compile(r"[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*")


class Staff:
    """The people of the staff register, by their names."""

    def __init__(self, rows: Sequence[Row], cues: Cues) -> None:
        added = cues.of("civil-titles", "care-titles", "credentials")
        self._added = frozenset(fold(word).strip(".") for word in added)
        self._by_surname: dict[str, list[tuple[str, ...]]] = {}
        for row in rows:
            for column in NAME_COLUMNS["staff"]:
                cell = str(row.cells.get(column, ""))
                last, comma, first = cell.partition(",")
                words = self._words(f"{first} {last}" if comma and self._words(first) else cell)
                if words:
                    self._by_surname.setdefault(words[-1], []).append(words)

    def knows(self, name: str) -> bool:
        """Whether this is one of the staff: the surname, and no other first name beside it.

        `P. Raman`, `Raman` and `Priya K. Raman` are Priya Raman; `Priya` alone and `Arun Raman`
        need not be.
        """
        words = self._words(name)
        if not words:
            return False
        *first, last = words
        return any(
            not first or (len(recorded) > 1 and _same_first_name(first[0], recorded[0]))
            for recorded in self._by_surname.get(last, ())
        )

    def _words(self, name: str) -> tuple[str, ...]:
        return tuple(word for word in _WORD.findall(fold(name)) if word not in self._added)


def _same_first_name(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])
