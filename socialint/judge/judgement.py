"""One rule over one subject: where its expressions hold, and which hits count.

`Judgement.finds` gives the places where an expression holds, `Judgement.holds` says whether a
condition (`not`, `missing`, a fact, a record) holds beside a place. An operator is a function in
`operators` and a line in its table, a condition one in `conditions`.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from socialint.judge.conditions import CONDITIONS
from socialint.judge.found import SENTENCE, Found, Names, Scope, scope_of
from socialint.judge.neighbours import Neighbours
from socialint.judge.operators import OPERATORS
from socialint.judge.regions import inside
from socialint.judge.subject import Subject
from socialint.judge.trees import asks_of_rule, identity, is_condition, is_own_name, persons
from socialint.model.language import All, Any, Distance, Expression, Find, Region, Unit, Use
from socialint.model.language import Place as RegionName
from socialint.model.leaves import Leaf, Links, Row
from socialint.model.matches import Hit, Place
from socialint.model.policy import Category, Rule
from socialint.text import language_of

_NOWHERE: list[Found] = []
_LINKS = (Region(RegionName.LINK),)


class Judgement:
    """One rule judged over one subject, with some names bound."""

    def __init__(self, subject: Subject, rule: Rule, names: Names, taken: Sequence[Place]) -> None:
        """`taken` are the stretches of prescribed wording, which feed no leaf."""
        self.subject = subject
        self.rule = rule
        self.names = dict(names)
        self.taken = taken
        self._finds: dict[Hashable, list[Found]] = {}
        internal, languages = rule.category is Category.PHI, rule.applies.language
        alike = (internal, languages, tuple(taken))
        self._counted = subject.counted.setdefault(alike, {})
        """What hits count is the same for all rules that have this in common."""
        self._shared = self._finds if names else subject.found.setdefault((*alike, rule.jurisdiction), {})
        self._neighbours: dict[int, Neighbours] = {}
        self._bound: dict[frozenset[tuple[str, int]], Judgement] = {}
        self._languages: dict[tuple[int, int], tuple[str, bool]] = {}

    # --- places --------------------------------------------------------------------------

    def finds(self, expression: Expression, scope: Scope) -> list[Found]:
        """Where the expression holds, in the order of the text."""
        if not self.subject.feasible(expression):
            return _NOWHERE
        scope = scope.under(expression)
        if isinstance(expression, Find | Use):
            scope = scope.apart()  # a leaf is found where it is, whatever stands around it
        finds = self._finds if asks_of_rule(expression) else self._shared
        key = (expression, scope)
        if key not in finds:
            finds[key] = self._evaluate(expression, scope)
        return finds[key]

    @cached_property
    def people(self) -> Sequence[str]:
        """The names of everybody in the post whom the rule takes for a patient."""
        found = ((part, one) for part in persons(self.rule.match) for one in self.finds(part, scope_of()))
        places = (one.place for part, one in found if identity(part, one))
        return [self.subject.text(place) for place in places if place is not None]

    def neighbours(self, expression: Expression, scope: Scope) -> Neighbours:
        """The finds of an expression, by place."""
        found = self.finds(expression, scope)
        if id(found) not in self._neighbours:
            self._neighbours[id(found)] = Neighbours(found)
        return self._neighbours[id(found)]

    def _evaluate(self, expression: Expression, scope: Scope) -> list[Found]:
        if is_condition(expression):
            answer = self.holds(expression, scope, None)
            return [answer] if answer is not None else []
        found = OPERATORS[type(expression)](self, expression, scope)
        within = expression.within or SENTENCE
        return [
            self._named(one, expression)
            for one in found
            if not self._cancelled(one, expression.exceptions, scope)
            and not self._excused(one, expression.excuses, scope, within)
        ]

    def _cancelled(self, found: Found, exceptions: Iterable[Expression], scope: Scope) -> bool:
        bare = scope_of(regions=scope.regions)
        return any(
            found.shares_words(other)
            for one in exceptions
            for other in self.neighbours(one, bare).around(found.place)
        )

    def _excused(self, found: Found, excuses: Iterable[Expression], scope: Scope, within: Distance) -> bool:
        if within.unit in (Unit.CLAUSE, Unit.WORDS):
            within = SENTENCE  # at least the sentence
        bare = scope_of(within=within)
        for excuse in excuses:
            if is_condition(excuse):
                if self.holds(excuse, bare, found) is not None:
                    return True
                continue
            wide = excuse.within or (Distance(Unit.POST) if excuse.regions else within)
            for one in self.neighbours(excuse, bare).around(found.place):
                if (
                    one.place is None
                    or found.place is None
                    or self.subject.near(found.place, one.place, wide)
                ):
                    return True
        return False

    def _named(self, found: Found, expression: Expression) -> Found:
        kind = identity(expression, found)
        if kind and found.place is not None:
            whole = found.whole if is_own_name(expression) else None
            place = replace(whole or found.place, label=kind)
            found = replace(found, identities=(*found.identities, place))
        if not expression.name:
            return found
        # A person or a number is bound as its words; any other row as itself.
        is_row = found.rows and not is_own_name(expression)
        bound = found.rows[0] if is_row else found.place
        return replace(
            found,
            names={**found.names, expression.name: bound} if bound is not None else found.names,
            others=tuple(replace(place, label=expression.name) for place in found.others),
        )

    # --- conditions ------------------------------------------------------------------------

    def holds(self, expression: Expression, scope: Scope, anchor: Found | None) -> Found | None:
        """What a condition adds if it holds beside the anchor; None if it does not hold."""
        inner = scope.beside(expression.regions, expression.within)
        answer = self._condition(expression, inner, anchor)
        if answer is not None and self._excused(anchor or answer, expression.excuses, scope, inner.within):
            return None
        return answer

    def _condition(self, expression: Expression, scope: Scope, anchor: Found | None) -> Found | None:
        match expression:
            case Use():
                return self.holds(expression.part, scope, anchor)
            case Any():
                answers = (self.holds(part, scope, anchor) for part in expression.parts)
                return next((answer for answer in answers if answer is not None), None)
            case All():
                whole = Found()
                for part in expression.parts:
                    answer = self.holds(part, scope, anchor)
                    if answer is None:
                        return None
                    whole = whole.and_also(answer)
                return whole
            case _:
                return CONDITIONS[type(expression)](self, expression, scope, anchor)

    def bound(self, anchor: Found | None) -> Names:
        """The names that are bound so far."""
        return {**self.names, **anchor.names} if anchor else self.names

    # --- hits --------------------------------------------------------------------------------

    def hits(self, leaf: Leaf, scope: Scope) -> Sequence[Hit]:
        """The hits of a leaf that count: in the region, in the language, excused by no guard.

        They are the same for every rule that shares the leaf and its scope.
        """
        internal = self.rule.category is Category.PHI
        key = (leaf, scope.guards, scope.regions)
        if key not in self._counted:
            self._counted[key] = tuple(self._counting(leaf, scope, internal=internal))
        return self._counted[key]

    def _counting(self, leaf: Leaf, scope: Scope, *, internal: bool) -> Iterator[Hit]:
        regions = scope.regions
        if isinstance(leaf, Links):
            regions = tuple(region for region in regions if region.place is not RegionName.POST) or _LINKS
        for hit in self.subject.hits(leaf):
            place = Place(hit.field, hit.span)
            if not inside(self.subject, place, regions, internal=internal):
                continue
            if any(one.field == hit.field and one.span.overlaps(hit.span) for one in self.taken):
                continue
            if hit.language and not self._may_be(hit):
                continue
            if scope.guards and self.subject.guards.excused(hit, scope.guards):
                continue
            yield hit

    def _may_be(self, hit: Hit) -> bool:
        languages = self.rule.applies.language
        if languages and not languages.negate and hit.language not in languages.values:
            return False
        view = self.subject.views[hit.field]
        sentence = view.sentence(hit.span.start)
        key = (hit.field, sentence.start)
        if key not in self._languages:
            spoken = language_of(view.field.text[sentence.start : sentence.end])
            self._languages[key] = (spoken.code, spoken.sure)
        code, sure = self._languages[key]
        return code == hit.language or not sure

    def with_names(self, names: Names) -> Judgement:
        """The same judgement with more rows bound; words that are bound change no find."""
        rows = {name: row for name, row in names.items() if isinstance(row, Row)}
        if all(self.names.get(name) is row for name, row in rows.items()):
            return self
        key = frozenset((name, id(row)) for name, row in rows.items())
        if key not in self._bound:
            self._bound[key] = Judgement(self.subject, self.rule, {**self.names, **rows}, self.taken)
        return self._bound[key]
