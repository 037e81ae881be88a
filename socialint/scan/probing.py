"""A leaf -> its probes, and the words that it knows. A kind of leaf is a line in the table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import import_module
from types import MappingProxyType

from socialint.model.leaves import Cells, Leaf, Listed, Phrases, Registered, Words
from socialint.model.records import NAME_COLUMNS, Registers
from socialint.scan.probes import Probe
from socialint.scan.terms import tokens

LEAVES: Mapping[str, str] = MappingProxyType(
    {
        "Words": "socialint.scan.words:words",
        "Phrases": "socialint.scan.words:phrases",
        "Number": "socialint.scan.numbers:number",
        "Pattern": "socialint.scan.patterns:pattern",
        "Wording": "socialint.scan.patterns:wording",
        "Listed": "socialint.scan.tables:listed",
        "Registered": "socialint.scan.tables:registered",
        "Cells": "socialint.scan.tables:cells",
        "Hashtags": "socialint.scan.marks:hashtags",
        "Mentions": "socialint.scan.marks:mentions",
        "Links": "socialint.scan.marks:links",
        "Emoji": "socialint.scan.marks:emoji",
        "Identifier": "socialint.scan.identifiers:identifier",
    }
)
"""What can be found in a text, and who finds it: imported for a post that could hold it."""

_SHORTEST = 3  # letters: shorter words say too little to undo a disguise by


def probes_of(leaf: Leaf, registers: Registers) -> Sequence[Probe]:
    """The probes of a leaf, in an order that is always the same."""
    if isinstance(leaf, Registered | Cells):
        return tuple(replace(one, of_register=True) for one in _maker(type(leaf).__name__)(leaf, registers))
    return _lasting(leaf)


def words_of(leaf: Leaf, registers: Registers) -> frozenset[str]:
    """The folded single words that a leaf knows, to undo disguises by."""
    if not isinstance(leaf, Registered | Cells):
        return _lasting_words(leaf)
    from socialint.scan.tables import named

    columns = (leaf.column,) if isinstance(leaf, Cells) else NAME_COLUMNS[leaf.register]
    return _telling(text for text, _ in named(registers[leaf.register], columns))


@cache
def _lasting(leaf: Leaf) -> Sequence[Probe]:
    """The probes of a leaf that no register changes, made once for all plans."""
    made = _maker(type(leaf).__name__)(leaf)
    return made if isinstance(made, Sequence) else tuple(made)


@cache
def _lasting_words(leaf: Leaf) -> frozenset[str]:
    if isinstance(leaf, Words | Phrases):
        from socialint.scan.words import vocabulary

        return _telling(vocabulary(leaf))
    if isinstance(leaf, Listed):
        from socialint.scan.tables import named

        return _telling(text for text, _ in named(leaf.table.rows, leaf.table.columns))
    return frozenset()


def _telling(terms: Iterable[str]) -> frozenset[str]:
    """The words of the terms that are long enough to undo a disguise by."""
    found = (word.strip("*") for term in terms for word in tokens(term))
    return frozenset(word for word in found if len(word) >= _SHORTEST)


@cache
def _maker(kind: str) -> Callable[..., Iterable[Probe]]:
    module, _, name = LEAVES[kind].partition(":")
    made: Callable[..., Iterable[Probe]] = getattr(import_module(module), name)
    return made
