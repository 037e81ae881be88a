"""All leaves of all rules -> one plan; a post's views -> the hits of every leaf.

This is the narrow door between what rules look for and how it is found: leaves and views in,
hits out. The pass below searches each leaf's expressions with `regex`, one after the other: it
is the pass that defines the meaning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from socialint.model.language import (
    Cells,
    Emoji,
    Hashtags,
    Leaf,
    Links,
    Listed,
    Mentions,
    Number,
    Pattern,
    Phrases,
    Registered,
    Wording,
    Words,
)
from socialint.model.matches import Hit
from socialint.model.records import NAME_COLUMNS, Registers
from socialint.model.views import View
from socialint.scan import marks, numbers, patterns, tables, words
from socialint.scan.probes import PatternTimeout, Probe
from socialint.scan.terms import tokens

LEAVES: Mapping[type[Any], Callable[[Any, Registers], Iterator[Probe]]] = {
    Words: lambda leaf, registers: words.words(leaf),
    Phrases: lambda leaf, registers: words.phrases(leaf),
    Number: lambda leaf, registers: numbers.number(leaf),
    Pattern: lambda leaf, registers: patterns.pattern(leaf),
    Wording: lambda leaf, registers: patterns.wording(leaf),
    Listed: lambda leaf, registers: tables.listed(leaf),
    Registered: tables.registered,
    Cells: tables.cells,
    Hashtags: lambda leaf, registers: marks.hashtags(leaf),
    Mentions: lambda leaf, registers: marks.mentions(leaf),
    Links: lambda leaf, registers: marks.links(leaf),
    Emoji: lambda leaf, registers: marks.emoji(leaf),
}  # fmt: skip
"""What can be found in a text, and who finds it."""

_SHORTEST = 3  # letters: shorter words say too little to undo a disguise by


@dataclass(frozen=True)
class Hits:
    """Where each leaf was found in one post, in the order of the text; and what ran away."""

    found: Mapping[Leaf, Sequence[Hit]] = field(repr=False)
    timed_out: tuple[Leaf, ...] = ()

    def of(self, leaf: Leaf) -> Sequence[Hit]:
        """The hits of one leaf: by field, then by place."""
        return self.found.get(leaf, ())


class Plan:
    """Every leaf that a run looks for."""

    def __init__(self, leaves: Iterable[Leaf], registers: Registers) -> None:
        self._registers = registers
        self._probes = {leaf: _probes(leaf, registers) for leaf in dict.fromkeys(leaves)}

    @property
    def vocabulary(self) -> frozenset[str]:
        """The folded single words that rules and registers know, to undo disguises by."""
        return frozenset(
            word.rstrip("*") for leaf in self._probes for word in self._words(leaf) if len(word) >= _SHORTEST
        )

    def scan(self, views: Sequence[View]) -> Hits:
        """The hits of every leaf in the fields of one post."""
        found: dict[Leaf, Sequence[Hit]] = {}
        timed_out: list[Leaf] = []
        for leaf, probes in self._probes.items():
            hits: set[Hit] = set()
            try:
                for index, view in enumerate(views):
                    for probe in probes:
                        hits.update(probe.find(leaf, index, view))
            except PatternTimeout:
                timed_out.append(leaf)
            if hits:
                found[leaf] = sorted(hits, key=_order)
        return Hits(found, tuple(timed_out))

    def _words(self, leaf: Leaf) -> Iterator[str]:
        if isinstance(leaf, Words | Phrases):
            yield from words.vocabulary(leaf)
        elif isinstance(leaf, Listed):
            for text, _ in tables.named(leaf.table.rows, leaf.table.columns):
                yield from tokens(text)
        elif isinstance(leaf, Registered | Cells):
            columns = (leaf.column,) if isinstance(leaf, Cells) else NAME_COLUMNS[leaf.register]
            for text, _ in tables.named(self._registers[leaf.register], columns):
                yield from tokens(text)


def _probes(leaf: Leaf, registers: Registers) -> tuple[Probe, ...]:
    if isinstance(leaf, Registered | Cells):
        return tuple(LEAVES[type(leaf)](leaf, registers))
    return _lasting(leaf)


@cache
def _lasting(leaf: Leaf) -> tuple[Probe, ...]:
    """The probes of a leaf that no register changes, compiled once for all plans."""
    return tuple(LEAVES[type(leaf)](leaf, Registers()))


def _order(hit: Hit) -> tuple[object, ...]:
    return hit.field, hit.span, hit.language, tuple((row.table, row.index) for row in hit.rows)
