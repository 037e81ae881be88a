"""All leaves of all rules -> one plan; a post's views -> the hits of every leaf.

This is the narrow door between what rules look for and how it is found: leaves and views in,
hits out. A leaf is one or many probes. The gate proposes which of them could be found in a post;
their expressions decide, when somebody asks for the hits of the leaf.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import TYPE_CHECKING

from socialint.model.matches import Hit
from socialint.scan.gates import Tier, choose
from socialint.scan.leaves import Leaves

if TYPE_CHECKING:
    from socialint.model.leaves import Leaf, Row
    from socialint.model.places import Span
    from socialint.model.records import Registers
    from socialint.model.views import View
    from socialint.scan.index import Index
    from socialint.scan.probes import Probe


class Hits:
    """Where each leaf is found in one post, looked up when it is asked for."""

    def __init__(self, plan: Plan, views: Sequence[View], candidates: Mapping[int, Sequence[int]]) -> None:
        self._plan = plan
        self._views = views
        self._candidates = candidates
        self.possible: Set[int] = frozenset(candidates)
        """The numbers of the leaves that could be found; no other is."""
        self._found: dict[int, Sequence[Hit]] = {}
        self.timed_out: set[Leaf] = set()
        """The leaves that took too long over a text, so far."""

    def could_have(self, leaves: Set[int]) -> bool:
        """Whether one of these leaves could be found, by number; nothing is looked up."""
        return not leaves.isdisjoint(self.possible)

    def has(self, leaves: Set[int]) -> bool:
        """Whether one of these leaves is found, by number, or took too long to tell."""
        if leaves.isdisjoint(self.possible):
            return False
        return any(
            self._of(number) or self._plan.leaves[number] in self.timed_out
            for number in sorted(leaves & self.possible)
        )

    def rows(self, number: int) -> Iterable[Row] | None:
        """The rows that the leaf of that number found; None where it took too long to tell."""
        hits = self._of(number)
        if self._plan.leaves[number] in self.timed_out:
            return None
        return {row: None for hit in hits for row in hit.rows}

    def of(self, leaf: Leaf) -> Sequence[Hit]:
        """The hits of one leaf: by field, then by place, none overlapping another."""
        number = self._plan.leaves.number(leaf)
        return () if number is None else self._of(number)

    def _of(self, number: int) -> Sequence[Hit]:
        if number not in self._candidates:
            return ()
        if number not in self._found:
            self._found[number] = tuple(self._look_up(number, self._plan.leaves[number]))
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
        from socialint.scan.indexing import index_of
        from socialint.scan.probing import probes_of, words_of

        known = Leaves.of(leaves)
        probes: list[Probe] = []
        starts: list[int] = []
        for leaf in known:
            starts.append(len(probes))
            probes += probes_of(leaf, registers)
        words = frozenset().union(*(words_of(leaf, registers) for leaf in known))
        return cls(known, registers, index_of(probes), tier or choose(), starts, words)

    def scan(self, views: Sequence[View]) -> Hits:
        """The hits of every leaf in the fields of one post."""
        return Hits(self, views, self.leaves_of(self.gate.candidates(views)))

    def leaves_of(self, probes: Iterable[int]) -> Mapping[int, Sequence[int]]:
        """The numbers of the leaves that these probes are of, and which of its probes each."""
        found: dict[int, list[int]] = {}
        starts = self.starts
        for index in sorted(probes):
            number = bisect_right(starts, index) - 1
            found.setdefault(number, []).append(index - starts[number])
        return found

    def index_of(self, leaves: Iterable[int]) -> Index:
        """The index of the probes of these leaves alone."""
        ends = [*self.starts[1:], self.index.probes]
        return self.index.among({at for leaf in leaves for at in range(self.starts[leaf], ends[leaf])})

    def probes(self, number: int) -> Sequence[Probe]:
        """The probes of the leaf of that number, made when they are first asked for."""
        if number not in self._probes:
            from socialint.scan.probing import probes_of  # a run with nothing to find needs none

            self._probes[number] = probes_of(self.leaves[number], self._registers)
        return self._probes[number]


def _leftmost_longest(found: Iterable[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    """Of places that overlap the one that begins first, and of those the longest."""
    end: dict[str, int] = {}
    for span, language in sorted(found, key=lambda one: (one[0].start, -one[0].end, one[1])):
        if span.start >= end.get(language, 0):
            end[language] = span.end
            yield span, language
