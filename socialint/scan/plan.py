"""All leaves of all rules -> one plan; a post's views -> the hits of every leaf.

This is the narrow door between what rules look for and how it is found: leaves and views in,
hits out. A leaf is one or many probes. The gate proposes which of them could be found in a post;
their expressions decide, when somebody asks for the hits of the leaf.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
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
from socialint.scan.gates import Tier, choose
from socialint.scan.index import Index
from socialint.scan.leaves import Leaves
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

    def __init__(self, plan: Plan, views: Sequence[View], candidates: Mapping[int, Sequence[int]]) -> None:
        self._plan = plan
        self._views = views
        self._candidates = candidates
        self._found: dict[int, Sequence[Hit]] = {}
        self.timed_out: set[Leaf] = set()
        """The leaves that took too long over a text, so far."""

    @property
    def possible(self) -> Set[int]:
        """The numbers of the leaves that could be found; no other is."""
        return self._candidates.keys()

    def of(self, leaf: Leaf) -> Sequence[Hit]:
        """The hits of one leaf: by field, then by place, none overlapping another."""
        number = self._plan.leaves.number(leaf)
        if number is None or number not in self._candidates:
            return ()
        if number not in self._found:
            self._found[number] = tuple(self._look_up(number, leaf))
        return self._found[number]

    def _look_up(self, number: int, leaf: Leaf) -> Iterator[Hit]:
        probes = self._plan.probes(number)
        candidates = [probes[at] for at in self._candidates[number]]
        for index, view in enumerate(self._views):
            found: dict[tuple[Span, str], dict[Row, None]] = {}
            for probe in candidates:
                try:
                    for span, rows in probe.find(view):
                        found.setdefault((span, probe.language), {}).update(dict.fromkeys(rows))
                except TimeoutError:
                    self.timed_out.add(leaf)
                    return  # one text is enough to know that it runs away
            for span, language in _leftmost_longest(found):
                yield Hit(index, span, tuple(found[span, language]), language)


class Plan:
    """Every leaf that a run looks for.

    `starts[n]` is the number of the first probe of leaf `n`; its probes follow one another.
    """

    def __init__(
        self,
        leaves: Leaves,
        registers: Registers,
        index: Index,
        tier: Tier,
        starts: Sequence[int],
        vocabulary: frozenset[str],
        *,
        saved: object = None,
    ) -> None:
        """`saved` is what a gate of that tier saved of itself."""
        self.leaves = leaves
        self.index = index
        self.gate = tier(index, saved)
        self.starts = starts
        self.vocabulary = vocabulary
        """The folded single words that rules and registers know, to undo disguises by."""
        self._registers = registers
        self._probes: dict[int, Sequence[Probe]] = {}

    @classmethod
    def of(
        cls,
        leaves: Iterable[Leaf],
        registers: Registers,
        tier: Tier | None = None,
    ) -> Plan:
        """The plan for these leaves. Raises `UserError` where the environment names no gate."""
        known = Leaves.of(leaves)
        probes: list[Probe] = []
        starts: list[int] = []
        for leaf in known:
            starts.append(len(probes))
            probes += _probes(leaf, registers)
        words = frozenset().union(*(_words(leaf, registers) for leaf in known))
        return cls(known, registers, Index.of(probes), tier or choose(), starts, words)

    @property
    def ungated(self) -> int:
        """How many probes are searched for in every post, for want of anything that they need."""
        return len(self.gate.ungated)

    def scan(self, views: Sequence[View]) -> Hits:
        """The hits of every leaf in the fields of one post."""
        candidates: dict[int, list[int]] = {}
        starts = self.starts
        for index in sorted(self.gate.candidates(views)):
            number = bisect_right(starts, index) - 1
            candidates.setdefault(number, []).append(index - starts[number])
        return Hits(self, views, candidates)

    def probes(self, number: int) -> Sequence[Probe]:
        """The probes of the leaf of that number, made when they are first asked for."""
        if number not in self._probes:
            self._probes[number] = _probes(self.leaves[number], self._registers)
        return self._probes[number]


def _words(leaf: Leaf, registers: Registers) -> frozenset[str]:
    if not isinstance(leaf, Registered | Cells):
        return _lasting_words(leaf)
    columns = (leaf.column,) if isinstance(leaf, Cells) else NAME_COLUMNS[leaf.register]
    return _telling(text for text, _ in tables.named(registers[leaf.register], columns))


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
