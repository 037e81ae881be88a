"""What is found in a text: the leaves of the rule language, once read.

Leaves compare by value, so that two rules that look for the same thing share one leaf; tables
compare by identity.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import TypeAlias

Scalar: TypeAlias = str | bool | int | float
Cell: TypeAlias = Scalar | tuple[Scalar, ...] | Mapping[str, Scalar]
"""What a table, a register or a post's metadata says in one place."""


class _Leaf:
    """Remembers its hash: leaves are looked up far more often than they are made."""

    __slots__ = ("_hash",)
    _hash: int

    def __hash__(self) -> int:
        try:
            return self._hash
        except AttributeError:
            values = tuple(getattr(self, one.name) for one in fields(self))  # type: ignore[arg-type]
            object.__setattr__(self, "_hash", hash((type(self), values)))
            return self._hash


@dataclass(frozen=True, slots=True)
class Terms:
    """Words or phrases of one language; an empty language means any."""

    language: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words(_Leaf):
    """Whole words and terms in any case, spacing and hyphen.

    A final `*` ends a stem; a first one lets the word be the end of a compound.
    """

    terms: tuple[Terms, ...]
    inflected: bool = False
    upper: bool = False
    """Only where the original is in capitals."""

    __hash__ = _Leaf.__hash__


@dataclass(frozen=True, slots=True)
class Literal:
    """Words of a phrase that follow one another."""

    text: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several runs of a phrase; an optional run is a choice with an empty option."""

    options: tuple[tuple[Item, ...], ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to so many words of a phrase, never over a sentence end."""

    words: int = 6


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a phrase, in digits or spelled."""


Item: TypeAlias = "Literal | Choice | Gap | Numeral"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase without concepts, in one language."""

    language: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Phrases(_Leaf):
    """Small templates, read apart."""

    phrases: tuple[Phrase, ...]

    __hash__ = _Leaf.__hash__


class Quantity(StrEnum):
    """What a number is of."""

    ANY = "any"
    MONEY = "money"
    PERCENT = "percent"
    AGE = "age"
    WEIGHT = "weight"
    DURATION = "duration"
    DOSE = "dose"
    YEAR = "year"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Number(_Leaf):
    """A number in digits or spelled, of a kind, and within bounds (both exclusive)."""

    quantity: Quantity
    equals: float | None = None
    over: float | None = None
    under: float | None = None

    __hash__ = _Leaf.__hash__


@dataclass(frozen=True, slots=True)
class Pattern(_Leaf):
    """A regular expression of the `regex` module, matched without case over folded text.

    With `original` it is matched over the text as it was written, case and all.
    """

    expression: str
    upper: bool = False
    original: bool = False

    __hash__ = _Leaf.__hash__


@dataclass(frozen=True, eq=False, slots=True)
class Row:
    """One row of a table or a register. Its cells are never shown in a `repr`."""

    table: str
    index: int
    cells: Mapping[str, Cell] = field(repr=False)


@dataclass(frozen=True, eq=False, slots=True)
class Table:
    """A word file or a CSV table that rules search for: the terms of `columns` name a row."""

    name: str
    columns: tuple[str, ...]
    rows: Sequence[Row] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Listed(_Leaf):
    """Any term of a table; with a language, none in a sentence that is surely in another."""

    table: Table
    language: str = ""

    __hash__ = _Leaf.__hash__


@dataclass(frozen=True, slots=True)
class Registered(_Leaf):
    """Any name of a row of a register; `by` says which column, empty for all that name it."""

    register: str
    by: str = ""

    __hash__ = _Leaf.__hash__


@dataclass(frozen=True, slots=True)
class Cells(_Leaf):
    """The words in one column of a register, each hit knowing its row: what `term` asks for."""

    register: str
    column: str

    __hash__ = _Leaf.__hash__


@dataclass(frozen=True, slots=True)
class Hashtags(_Leaf):
    """A hashtag by name, without `#` and case; `*` ends a stem, a lone `*` means any."""

    names: tuple[str, ...]

    __hash__ = _Leaf.__hash__


@dataclass(frozen=True, slots=True)
class Mentions(_Leaf):
    """A mention by handle, without `@` and case; a lone `*` means any."""

    names: tuple[str, ...]

    __hash__ = _Leaf.__hash__


@dataclass(frozen=True, slots=True)
class Links(_Leaf):
    """A link whose host ends with one of these, or whose text matches; a lone `*` means any."""

    hosts: tuple[str, ...]

    __hash__ = _Leaf.__hash__


@dataclass(frozen=True, slots=True)
class Emoji(_Leaf):
    """One of these emoji; an empty tuple means any."""

    emoji: tuple[str, ...]

    __hash__ = _Leaf.__hash__


@dataclass(frozen=True, slots=True)
class Entity(_Leaf):
    """A person, a place or a date, as the entity model finds it."""

    kind: str

    __hash__ = _Leaf.__hash__


@dataclass(frozen=True, slots=True)
class Identifier(_Leaf):
    """A number or an address that leads to one person, of one of these kinds; no model is asked."""

    kinds: tuple[str, ...]

    __hash__ = _Leaf.__hash__


@dataclass(frozen=True, slots=True)
class Wording(_Leaf):
    """The prescribed words of one statement, read exactly but for case, quotes, dashes, spacing."""

    statement: str
    text: str

    __hash__ = _Leaf.__hash__


Leaf: TypeAlias = (
    Words
    | Phrases
    | Number
    | Pattern
    | Listed
    | Registered
    | Cells
    | Hashtags
    | Mentions
    | Links
    | Emoji
    | Entity
    | Identifier
    | Wording
)
