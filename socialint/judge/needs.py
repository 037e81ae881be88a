"""What a rule needs: the leaves it looks for, and that without which it cannot hold."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from functools import cached_property

from socialint.judge.trees import is_condition, is_own_name, looked_for, parts_of, walk
from socialint.model.language import (
    Adjacent,
    All,
    Any,
    Count,
    Excess,
    Expression,
    FaultyWaiver,
    Find,
    Gauge,
    Limited,
    Measure,
    Media,
    Metadata,
    Not,
    Place,
    Score,
    Signal,
    Term,
    Test,
    Unit,
    Use,
)
from socialint.model.leaves import Cells, Entity, Leaf, Listed, Phrases, Registered, Words
from socialint.model.needs import (
    BEYOND_ASCII,
    HASH,
    HIDING,
    MEDIUM,
    NEVER,
    SHOUTED,
    Needs,
    either,
    every,
    known,
    met,
    points,
    rows,
)
from socialint.model.policy import Rule

_HALF = 50  # percent


@dataclass(frozen=True)
class Prepared:
    """A rule with what can be known of it before any post is read."""

    rule: Rule

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
        return tuple(part for part in _identifying(self.rule.match) if part not in labelled)

    @cached_property
    def hidden(self) -> tuple[Expression, ...]:
        """The expressions whose finds identify a person in a post where the rule holds."""
        return tuple(_identifying(self.rule.hides)) if self.rule.hides is not None else ()

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
        if self.rule.hides is not None:
            yield from walk(self.rule.hides)


def _identifying(expression: Expression) -> Iterator[Expression]:
    return (part for part in looked_for(expression) if part.identifies or is_own_name(part))


def _within_words(expression: Expression) -> bool:
    return expression.within is not None and expression.within.unit is Unit.WORDS


class Feasibility:
    """Which expressions could be found, by what a post shows and what is known of it."""

    def __init__(self, number: Callable[[Leaf], int | None]) -> None:
        """`number` is the plan's; a leaf that nobody looks for has none."""
        self._number = number
        self._needs: dict[Expression, Needs] = {}

    def among(
        self, has: Callable[[Set[int]], object], knows: Callable[[str], bool]
    ) -> Callable[[Expression], bool]:
        """Whether an expression could be found where a post has these leaves, and this is known of it."""
        known: dict[Expression, bool] = {}

        def feasible(expression: Expression) -> bool:
            answer = known.get(expression)
            if answer is None:
                answer = known[expression] = met(self.needs(expression), has, knows)
            return answer

        return feasible

    def needs_of(self, rule: Rule) -> Needs:
        """That without which a rule cannot hold: what it looks for, and of whom it speaks."""
        wanted = rule.applies
        named = {"channel": wanted.channel, "audience": wanted.audience, "post_type": wanted.post_type}
        asked = [known(key) for key, one in named.items() if one and not one.negate and "" not in one.values]
        return every([self.needs(rule.match), *asked])

    def needs(self, expression: Expression) -> Needs:
        """That without which an expression cannot be found."""
        if expression not in self._needs:
            self._needs[expression] = self._worked_out(expression)
        return self._needs[expression]

    def _worked_out(self, expression: Expression) -> Needs:
        match expression:
            case Find(leaf=Entity()):  # a person is looked for last
                hidden = any(test.key == "hidden" for test in expression.where)
                return known(HIDING) if hidden else None
            case Find(leaf=Registered(register="products")):
                return either([self._leaf(expression.leaf), known("product")])
            case Find(leaf=Listed()):
                return self._rows(expression)
            case Find():
                return self._leaf(expression.leaf)
            case FaultyWaiver():
                return NEVER
            case All() | Adjacent():
                return every(map(self.needs, expression.parts))
            case Any():
                return either(map(self.needs, expression.parts))
            case Use():
                return self.needs(expression.part)
            case Count() if (expression.at_least or 0) >= 1:
                return self.needs(expression.part)
            case Score() if expression.at_least > 0:
                return self._score(expression)
            case Media():
                return known(MEDIUM)
            case Measure():
                return _of_measure(expression)
            case Excess():
                hashed = [known(HASH)] if expression.limited is Limited.HASHTAGS else []
                return every([known("channel"), *hashed])
            case Metadata():
                return every(known(test.key) for test in expression.tests if _is_of_something(test.test))
            case _:
                return None

    def _leaf(self, leaf: Leaf) -> Needs:
        number = self._number(leaf)
        return NEVER if number is None else frozenset({number})

    def _rows(self, find: Find, column: str = "", most: float = math.inf) -> Needs:
        """A row of a table; which one, where that is said by its columns."""
        number = self._number(find.leaf)
        tests = [(fact.key, fact.test.one_of) for fact in find.where if _is_of_values(fact.test)]
        if number is None or not (column or tests):
            return self._leaf(find.leaf)
        return rows(number, [(key, values) for key, values in tests if values], column, most)

    def _counted(self, signal: Signal) -> Needs:
        """What the part of a signal needs; a table tells what its rows are worth."""
        part = signal.part
        if signal.column and isinstance(part, Find) and isinstance(part.leaf, Listed):
            return self._rows(part, signal.column, signal.most)
        return self.needs(part)

    def _score(self, score: Score) -> Needs:
        """Enough points, and a place for them: conditions alone stand nowhere.

        What is taken away where something is missing counts as points that its finding would give.
        """
        adding = [signal for signal in score.signals if signal.most > 0]
        missing = [
            (-signal.most, self.needs(part.part))
            for signal in score.signals
            if isinstance(part := signal.part, Not) and signal.most < 0 and signal.at_most is None
        ]
        enough = points(
            score.at_least + sum(worth for worth, _ in missing),
            [*((signal.most, self._counted(signal)) for signal in adding), *missing],
        )
        places = either(self.needs(signal.part) for signal in adding if not is_condition(signal.part))
        return every([enough, places])


def _of_measure(measure: Measure) -> Needs:
    """What a text shows of which there is more than none, or of capitals more than of small letters."""
    over = measure.over if measure.over is not None else -1
    if measure.gauge is Gauge.CAPITALS:
        return known(SHOUTED) if over >= _HALF and not measure.regions else None
    shown = {Gauge.HASHTAGS: HASH, Gauge.EMOJI: BEYOND_ASCII}.get(measure.gauge)
    return known(shown) if shown and over >= 0 else None


def _is_of_values(test: Test) -> bool:
    """Whether a test asks for one of some values, and for nothing else."""
    return test == Test(one_of=test.one_of) and test.one_of is not None


def _is_of_something(test: Test) -> bool:
    """Whether a test fails for what nobody knows."""
    if test.state is not None:
        return test.state
    return test.known or not (test.negate or test.lacks)


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
