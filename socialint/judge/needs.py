"""What a rule needs: the leaves it looks for, and those without which it cannot hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache, cached_property

from socialint.judge.trees import is_condition, is_own_name, looked_for, parts_of, walk
from socialint.model.language import (
    Adjacent,
    All,
    Any,
    Cells,
    Count,
    Entity,
    Expression,
    FaultyWaiver,
    Find,
    Leaf,
    Listed,
    Phrases,
    Place,
    Registered,
    Score,
    Term,
    Unit,
    Use,
    Words,
)
from socialint.model.policy import Rule

Needs = tuple[frozenset[Leaf], ...]
"""Of each set, one leaf at least must be found."""


@dataclass(frozen=True)
class Prepared:
    """A rule with what can be known of it before any post is read."""

    rule: Rule

    @cached_property
    def needs(self) -> Needs:
        """The leaves without which the rule cannot hold; a post without them is never judged."""
        return needs(self.rule.match)

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """Every leaf that the rule looks for, in its match and its cases."""
        registers = {
            part.name: part.leaf.register
            for part in self._expressions()
            if isinstance(part, Find) and isinstance(part.leaf, Registered) and part.name
        }
        found: dict[Leaf, None] = {}
        for part in self._expressions():
            if isinstance(part, Find):
                found[part.leaf] = None
            elif isinstance(part, Term) and part.binding in registers:
                found[Cells(registers[part.binding], part.column)] = None
        return tuple(found)

    @cached_property
    def identifying(self) -> tuple[Expression, ...]:
        """The expressions whose finds identify a person, wherever they stand.

        A number that only its label makes one (`then: [label, number]`, or both within some words)
        is not among them: it identifies somebody where the rule holds, and is any number elsewhere.
        """
        labelled = {
            part
            for sequence in looked_for(self.rule.match)
            if isinstance(sequence, All) and (sequence.ordered or _within_words(sequence))
            for part in walk(sequence)
        }
        return tuple(
            part
            for part in looked_for(self.rule.match)
            if (part.identifies or is_own_name(part)) and part not in labelled
        )

    @cached_property
    def binders(self) -> tuple[Find, ...]:
        """The leaves for each row of which the rule is judged once."""
        return tuple(_binders(self.rule.match))

    @cached_property
    def languages(self) -> frozenset[str]:
        """The languages that the rule reads; a list without a language is in English."""
        applies = self.rule.applies.language
        if applies is not None and not applies.negate:
            return applies.values
        found = {terms.language for leaf in self.leaves if isinstance(leaf, Words) for terms in leaf.terms}
        found |= {
            phrase.language for leaf in self.leaves if isinstance(leaf, Phrases) for phrase in leaf.phrases
        }
        return frozenset(language or "en" for language in found)

    @cached_property
    def of_thread(self) -> bool:
        """Whether the rule speaks of threads, and is judged over all their posts at once."""
        return any(
            (part.within is not None and part.within.unit is Unit.THREAD)
            or any(region.place is Place.THREAD for region in part.regions)
            for part in self._expressions()
        )

    def _expressions(self) -> Iterator[Expression]:
        yield from walk(self.rule.match)
        for case in self.rule.cases:
            if case.when is not None:
                yield from walk(case.when)


def _within_words(expression: Expression) -> bool:
    return expression.within is not None and expression.within.unit is Unit.WORDS


class Feasibility:
    """Which expressions could be found, by the numbers of the leaves that could."""

    def __init__(self, number: Callable[[Leaf], int | None]) -> None:
        """`number` is the plan's; a leaf that nobody looks for has none."""
        self._number = number
        self._needs: dict[Expression, Sequence[frozenset[int]]] = {}

    def among(self, possible: Set[int]) -> Callable[[Expression], bool]:
        """Whether an expression could be found where only these leaves could."""
        known: dict[Expression, bool] = {}

        def feasible(expression: Expression) -> bool:
            answer = known.get(expression)
            if answer is None:
                wanted = self._needs.get(expression)
                if wanted is None:
                    wanted = self._needs[expression] = self._numbered(expression)
                answer = known[expression] = not any(need.isdisjoint(possible) for need in wanted)
            return answer

        return feasible

    def _numbered(self, expression: Expression) -> Sequence[frozenset[int]]:
        numbers = ({self._number(leaf) for leaf in need} for need in needs(expression))
        return [frozenset(one for one in need if one is not None) for need in numbers]


@cache
def needs(expression: Expression) -> Needs:
    """The leaves without which an expression cannot be found; none where it may hold without any."""
    match expression:
        case Find(leaf=Registered(register="products") | Entity()):
            return ()  # the post's metadata may name the product; a person is looked for last
        case Find():
            return (frozenset({expression.leaf}),)
        case FaultyWaiver():
            return (frozenset(),)
        case All() | Adjacent():
            return tuple(need for part in expression.parts for need in needs(part))
        case Any():
            return _either(expression.parts)
        case Use():
            return needs(expression.part)
        case Count() if (expression.at_least or 0) >= 1:
            return needs(expression.part)
        case Score() if expression.at_least > 0:
            return _either(
                [signal.part for signal in expression.signals if signal.points > 0 or signal.column]
            )
        case _:
            return ()


def _either(parts: Sequence[Expression]) -> Needs:
    each = [needs(part) for part in parts]
    if not each or not all(each):
        return ()
    return (frozenset().union(*(min(need, key=len) for need in each)),)


def _binders(expression: Expression) -> Iterator[Find]:
    """Leaves that are bound whenever the rule holds."""
    match expression:
        case Find() if (
            expression.name and not expression.nearest and isinstance(expression.leaf, Registered | Listed)
        ):
            yield expression
        case All() | Use() | Count():
            for part in parts_of(expression):
                if not is_condition(part):
                    yield from _binders(part)
        case _:
            return
