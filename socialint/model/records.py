"""What the organisation knows and a text cannot tell: its registers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socialint.model.leaves import Cell, Row

REGISTERS = ("staff", "contacts", "products", "consents", "claims")
"""The registers a configuration can name."""

NAME_COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "staff": ("name",),
        "contacts": ("value",),
        "products": ("name", "generic", "aliases"),
        "consents": (),
        "claims": ("text",),
    }
)
"""The columns of each register whose words name a row in a text. Nobody searches for patients."""


@dataclass(frozen=True, slots=True)
class Registers:
    """The rows of each register that was configured, by register name.

    A register that was not configured is not in `rows`; one that is empty has no rows. A row of
    `contacts` has the cells `kind` (phones, emails, addresses, sites, handles) and `value`.
    """

    rows: Mapping[str, Sequence[Row]] = field(default_factory=lambda: MappingProxyType({}), repr=False)

    def __contains__(self, register: object) -> bool:
        return register in self.rows

    def __getitem__(self, register: str) -> Sequence[Row]:
        return self.rows.get(register, ())


def texts(cell: Cell | None) -> Iterator[str]:
    """The words of a cell, one or many; a number, a fact or an empty cell has none."""
    if isinstance(cell, str):
        yield cell
    elif isinstance(cell, tuple):
        yield from map(str, cell)


def names_of(row: Row) -> Iterator[str]:
    """The words that name a row, in the columns of its register, or in its column `name`."""
    for column in NAME_COLUMNS.get(row.table, ("name",)):
        yield from (text for text in texts(row.cells.get(column)) if text.strip())
