"""All leaves of all rules -> one plan; a post's views -> the hits of every leaf.

This is the narrow door between what rules look for and how it is found: leaves and views in,
hits out. A leaf is one or many probes. The gate proposes which of them could be found in a post;
their expressions decide, when somebody asks for the hits of the leaf.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import Any

from socialint.model.language import (
    Cells,
    Emoji,
    Hashtags,
    Identifier,
    Leaf,
    Links,
    Listed,
    Mentions,
    Number,
    Pattern,
    Phrases,
    Registered,
    Row,
    Wording,
    Words,
)
from socialint.model.matches import Hit
from socialint.model.places import Span
from socialint.model.records import NAME_COLUMNS, Registers
from socialint.model.views import View
from socialint.scan import identifiers, marks, numbers, patterns, tables, words
from socialint.scan.gates import Gate, choose
from socialint.scan.probes import Probe
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
    Identifier: lambda leaf, registers: identifiers.identifier(leaf),
}
"""What can be found in a text, and who finds it."""

_SHORTEST = 3  # letters: shorter words say too little to undo a disguise by


class Hits:
    """Where each leaf is found in one post, looked up when it is asked for."""

    def __init__(self, views: Sequence[View], candidates: Mapping[Leaf, Sequence[Probe]]) -> None:
        self._views = views
        self._candidates = candidates
        self._found: dict[Leaf, Sequence[Hit]] = {}
        self.timed_out: set[Leaf] = set()
        """The leaves that took too long over a text, so far."""

    @property
    def possible(self) -> Collection[Leaf]:
        """The leaves that could be found; no other is."""
        return self._candidates.keys()

    def of(self, leaf: Leaf) -> Sequence[Hit]:
        """The hits of one leaf: by field, then by place, none overlapping another."""
        if leaf not in self._candidates:
            return ()
        if leaf not in self._found:
            self._found[leaf] = tuple(self._look_up(leaf))
        return self._found[leaf]

    def _look_up(self, leaf: Leaf) -> Iterator[Hit]:
        for index, view in enumerate(self._views):
            found: dict[tuple[Span, str], dict[Row, None]] = {}
            for probe in self._candidates[leaf]:
                try:
                    for span, rows in probe.find(view):
                        found.setdefault((span, probe.language), {}).update(dict.fromkeys(rows))
                except TimeoutError:
                    self.timed_out.add(leaf)
                    return  # one text is enough to know that it runs away
            for span, language in _leftmost_longest(found):
                yield Hit(index, span, tuple(found[span, language]), language)


class Plan:
    """Every leaf that a run looks for."""

    def __init__(
        self,
        leaves: Iterable[Leaf],
        registers: Registers,
        gate: Callable[[Sequence[Probe]], Gate] | None = None,
    ) -> None:
        """Raises `UserError` where the environment names a gate that there is not."""
        self._registers = registers
        self._leaves: list[Leaf] = []
        """The leaf of each probe."""
        self._probes: list[Probe] = []
        for leaf in dict.fromkeys(leaves):
            probes = _probes(leaf, registers)
            self._probes += probes
            self._leaves += [leaf] * len(probes)
        self._gate = (gate or choose())(self._probes)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The folded single words that rules and registers know, to undo disguises by."""
        return frozenset().union(*(self._words(leaf) for leaf in dict.fromkeys(self._leaves)))

    @property
    def ungated(self) -> int:
        """How many probes are searched for in every post, for want of anything that they need."""
        return len(self._gate.ungated)

    def scan(self, views: Sequence[View]) -> Hits:
        """The hits of every leaf in the fields of one post."""
        candidates: dict[Leaf, list[Probe]] = {}
        last: Leaf | None = None
        probes: list[Probe] = []
        for index in sorted(self._gate.candidates(views)):
            leaf = self._leaves[index]
            if leaf is not last:
                last, probes = leaf, []
                candidates[leaf] = probes
            probes.append(self._probes[index])
        return Hits(views, candidates)

    def _words(self, leaf: Leaf) -> frozenset[str]:
        if not isinstance(leaf, Registered | Cells):
            return _lasting_words(leaf)
        columns = (leaf.column,) if isinstance(leaf, Cells) else NAME_COLUMNS[leaf.register]
        return _telling(text for text, _ in tables.named(self._registers[leaf.register], columns))


@cache
def _lasting_words(leaf: Leaf) -> frozenset[str]:
    if isinstance(leaf, Words | Phrases):
        return _telling(words.vocabulary(leaf))
    if isinstance(leaf, Listed):
        return _telling(text for text, _ in tables.named(leaf.table.rows, leaf.table.columns))
    return frozenset()


def _telling(terms: Iterable[str]) -> frozenset[str]:
    """The words of the terms that are long enough to undo a disguise by."""
    found = (word.rstrip("*") for term in terms for word in tokens(term))
    return frozenset(word for word in found if len(word) >= _SHORTEST)


def _probes(leaf: Leaf, registers: Registers) -> tuple[Probe, ...]:
    if isinstance(leaf, Registered | Cells):
        return tuple(LEAVES[type(leaf)](leaf, registers))
    return _lasting(leaf)


@cache
def _lasting(leaf: Leaf) -> tuple[Probe, ...]:
    """The probes of a leaf that no register changes, made once for all plans."""
    return tuple(LEAVES[type(leaf)](leaf, Registers()))


def _leftmost_longest(found: Iterable[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    """Of places that overlap the one that begins first, and of those the longest."""
    end: dict[str, int] = {}
    for span, language in sorted(found, key=lambda one: (one[0].start, -one[0].end, one[1])):
        if span.start >= end.get(language, 0):
            end[language] = span.end
            yield span, language
