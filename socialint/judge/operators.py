"""The operators: expressions that hold at places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING
from typing import Any as Untyped

from socialint.judge.facts import cell_value, check
from socialint.judge.found import SENTENCE, Found, Scope
from socialint.judge.limits import excesses
from socialint.judge.scores import scored
from socialint.judge.subject import Subject
from socialint.judge.trees import awaits_name, cost, is_condition
from socialint.model.language import (
    Adjacent,
    All,
    Any,
    Count,
    Distance,
    Excess,
    Expression,
    FactTest,
    FaultyWaiver,
    Find,
    Score,
    Term,
    Unit,
    Use,
)
from socialint.model.leaves import Cells, Listed, Registered, Row
from socialint.model.matches import Place
from socialint.model.places import Span
from socialint.model.records import names_of
from socialint.text import fold

if TYPE_CHECKING:
    from socialint.judge.judgement import Judgement

_TRIES = 8
"""How many candidates of a part are tried beside one anchor, the nearest first."""


def _find(judgement: Judgement, find: Find, scope: Scope) -> list[Found]:
    bound = judgement.names.get(find.name)
    wanted = bound if isinstance(bound, Row) else None
    answers = _answers(find, _markets(judgement)) if _says_the_same(find) else {}
    found: list[Found] = []
    for hit in judgement.hits(find.leaf, scope):
        for row in hit.rows or (None,):
            if wanted is not None and row is not wanted:
                continue
            if row not in answers:
                answers[row] = _tested(judgement, find, row)
            answer = answers[row]
            if answer is not None:
                place = Place(hit.field, hit.span)
                whole = Place(hit.field, hit.whole) if hit.whole else None
                rows = (row,) if row is not None else ()
                found.append(Found(place, (place,), rows=rows, whole=whole, unknown=answer))
    if isinstance(find.leaf, Registered):
        for row in rows_named_by_metadata(judgement.subject, find.leaf):
            if wanted is None or row is wanted:
                answer = _tested(judgement, find, row)
                if answer is not None:
                    found.append(Found(None, rows=(row,), unknown=answer))
    return found


@cache
def _answers(find: Find, markets: Sequence[str]) -> dict[Row | None, frozenset[str] | None]:
    """What was answered so far of the rows of a table."""
    return {}


@cache
def _says_the_same(find: Find) -> bool:
    """Whether what is tested of a row is the same in every post of a market."""
    return isinstance(find.leaf, Listed) and not any(one.test.has or one.test.lacks for one in find.where)


def _tested(judgement: Judgement, find: Find, row: Row | None) -> frozenset[str] | None:
    """What it rests on that a row passes the tests; None where it does not."""
    if find.nearest or not find.where:
        return frozenset()
    values = row_values(judgement, row, find.where) if row is not None else {}
    answer = check(find.where, values, judgement.names, about=f"{row.table}." if row is not None else "")
    return answer.unknown if answer else None


def row_values(judgement: Judgement, row: Row, tests: Iterable[FactTest]) -> Mapping[str, object]:
    """What a row says in the columns that are tested, for the rule's market."""
    markets = _markets(judgement)
    return {test.key: cell_value(row, test.key, markets) for test in tests}


def _markets(judgement: Judgement) -> tuple[str, ...]:
    """The markets whose values count, the first that a row knows before the others."""
    return (judgement.rule.jurisdiction, *judgement.subject.context.markets)


def rows_named_by_metadata(subject: Subject, leaf: Registered) -> Iterator[Row]:
    """The rows of the products register that the post's metadata names."""
    if leaf.register != "products":
        return
    named = subject.context.metadata.get("product")
    wanted = {fold(str(one)) for one in (named if isinstance(named, list) else [named]) if one}
    for row in subject.registers[leaf.register]:
        if any(fold(name) in wanted for name in names_of(row)):
            yield row


def _term(judgement: Judgement, term: Term, scope: Scope) -> list[Found]:
    row = judgement.names.get(term.binding)
    if not isinstance(row, Row):
        return []
    return [
        Found(place, (place,))
        for hit in judgement.hits(Cells(row.table, term.column), scope)
        if row in hit.rows
        for place in [Place(hit.field, hit.span)]
    ]


def _use(judgement: Judgement, use: Use, scope: Scope) -> list[Found]:
    found = judgement.finds(use.part, scope.apart())
    return [
        replace(one, others=tuple(_under(place, use) for place in one.others)) if one.others else one
        for one in found
    ]


def _under(place: Place, use: Use) -> Place:
    """A part of what a concept finds: under the name of this use, or its own, or the concept's."""
    return replace(place, label=use.name or place.label or use.concept)


def _any(judgement: Judgement, either: Any, scope: Scope) -> list[Found]:
    found = [one for part in either.parts for one in judgement.finds(part, scope)]
    return sorted(found, key=_order)


def _order(found: Found) -> tuple[bool, int, Span]:
    place = found.place
    return (place is None, place.field if place else 0, place.span if place else Span(0, 0))


def _adjacent(judgement: Judgement, phrase: Adjacent, scope: Scope) -> list[Found]:
    runs = judgement.finds(phrase.parts[0], scope)
    for part, gap in zip(phrase.parts[1:], phrase.gaps, strict=True):
        nexts = judgement.neighbours(part, scope)
        runs = [
            _run(one, other)
            for one in runs
            if one.place is not None
            for sentence in [judgement.subject.views[one.place.field].sentence(one.place.span.start)]
            for other in nexts.behind(one.place, sentence.end)
            if _follows(judgement.subject, one, other, gap)
        ]
    return runs


def _run(first: Found, second: Found) -> Found:
    assert first.place is not None and second.place is not None
    place = Place(first.place.field, first.place.span.join(second.place.span))
    return replace(first.and_also(second), place=place)


def _follows(subject: Subject, first: Found, second: Found, gap: int) -> bool:
    before, after = first.place, second.place
    if before is None or after is None or before.field != after.field or after.span.start < before.span.end:
        return False
    view = subject.views[before.field]
    if not view.sentence(before.span.start).covers(Span(before.span.start, after.span.end)):
        return False
    between = view.word_number(after.span.start) - view.word_number(before.span.end - 1) - 1
    return between <= gap and "\n\n" not in view.field.text[before.span.end : after.span.start]


def _all(judgement: Judgement, every: All, scope: Scope) -> list[Found]:
    within = every.within or SENTENCE
    inner = scope.beside((), within)
    placed = [part for part in every.parts if not is_condition(part)]
    conditions = [part for part in every.parts if is_condition(part)]
    if not placed:
        return _joined_conditions(judgement, conditions, inner, Found())
    # What cannot hold is found out by its cheapest part.
    if any(not judgement.finds(part, inner) for part in sorted(placed, key=cost) if not awaits_name(part)):
        return []
    found: list[Found] = []
    for anchor in judgement.finds(placed[0], inner):
        start = _bind_nearest(judgement, placed[0], anchor, anchor) if _is_nearest(placed[0]) else anchor
        if start is None:
            continue
        for whole in _beside(judgement, start, placed[1:], inner, every.ordered):
            done = _joined_conditions(judgement, conditions, inner, whole)
            if done:
                found += [one.told_from(start, within) for one in done]
                break
    return found


def _beside(
    judgement: Judgement, anchor: Found, parts: Sequence[Expression], scope: Scope, ordered: bool
) -> Iterator[Found]:
    """The anchor with a find of every other part, near enough, sharing no words; nearest first."""
    if not parts:
        yield anchor
        return
    part, *rest = parts
    for one in _candidates(judgement, anchor, part, scope):
        # A score weighs what is said, also of what the anchor names: it claims no words of its own.
        if not isinstance(part, Score) and anchor.shares_words(one):
            continue
        if ordered and not _after(anchor, one):
            continue
        labelled = replace(one, others=(*one.others, *_labelled(one, part)))
        # The anchor's own place stays first: distance is measured from it.
        yield from _beside(judgement, anchor.and_also(labelled), rest, scope, ordered)


def _candidates(judgement: Judgement, anchor: Found, part: Expression, scope: Scope) -> list[Found]:
    if awaits_name(part):
        judgement = judgement.with_names(judgement.bound(anchor))
    found = list(judgement.neighbours(part, scope).around(anchor.place))
    if _is_nearest(part):
        near = [one for one in found if _near(judgement.subject, anchor, one, scope.within)]
        best = min(near, key=lambda one: _closeness(judgement.subject, anchor, one), default=None)
        bound = _bind_nearest(judgement, part, best, anchor) if best is not None else None
        return [bound] if bound is not None else []
    near = [one for one in found if _near(judgement.subject, anchor, one, part.within or scope.within)]
    return sorted(near, key=lambda one: _closeness(judgement.subject, anchor, one))[:_TRIES]


def _is_nearest(part: Expression) -> bool:
    return isinstance(part, Find) and part.nearest


def _bind_nearest(judgement: Judgement, part: Expression, found: Found, anchor: Found) -> Found | None:
    assert isinstance(part, Find)
    row = found.rows[0] if found.rows else None
    values = row_values(judgement, row, part.where) if row is not None else {}
    answer = check(
        part.where, values, judgement.bound(anchor), about=f"{row.table}." if row is not None else ""
    )
    return replace(found, unknown=found.unknown | answer.unknown) if answer else None


def _near(subject: Subject, anchor: Found, other: Found, within: Distance) -> bool:
    return anchor.place is None or other.place is None or subject.near(anchor.place, other.place, within)


def _closeness(subject: Subject, anchor: Found, other: Found) -> tuple[int, int]:
    """Same clause first, then sentence, then what came before; then the shorter way."""
    here, there = anchor.place, other.place
    if here is None or there is None:
        return (3, 0)
    if here.field != there.field:
        return (4, abs(here.field - there.field))
    way = max(there.span.start - here.span.end, here.span.start - there.span.end)
    if subject.near(here, there, Distance(Unit.CLAUSE)):
        return (0, way)
    if subject.near(here, there, SENTENCE):
        return (1, way)
    return (2 if there.span.start < here.span.start else 3, way)


def _after(anchor: Found, other: Found) -> bool:
    if other.place is None or not anchor.words:
        return True
    last = max(anchor.words, key=lambda place: (place.field, place.span.end))
    return (other.place.field, other.place.span.start) >= (last.field, last.span.end)


def _labelled(found: Found, part: Expression) -> tuple[Place, ...]:
    if found.place is None:
        return ()
    label = part.name or (part.concept if isinstance(part, Use) else "")
    return (replace(found.place, label=label),)


def _joined_conditions(
    judgement: Judgement, conditions: Sequence[Expression], scope: Scope, found: Found
) -> list[Found]:
    for condition in conditions:
        holding = judgement.holds(condition, scope, found)
        if holding is None:
            return []
        found = found.and_also(holding)
    return [found]


def _count(judgement: Judgement, count: Count, scope: Scope) -> list[Found]:
    within = count.within or SENTENCE
    groups: dict[tuple[int, int, int], list[Found]] = {}
    for one in judgement.finds(count.part, scope):
        if one.place is not None:
            groups.setdefault(judgement.subject.stretch(one.place, within), []).append(one)
    found: list[Found] = []
    for group in groups.values():
        amount = (
            len({fold(judgement.subject.text(one.place)) for one in group if one.place})
            if count.distinct
            else len(group)
        )
        if (count.at_least is None or amount >= count.at_least) and (
            count.at_most is None or amount <= count.at_most
        ):
            others = [place for one in group[1:] for place in (*one.others, *_labelled(one, count.part))]
            whole = replace(
                group[0],
                words=tuple(place for one in group for place in one.words),
                others=(*group[0].others, *others),
                identities=tuple(place for one in group for place in one.identities),
            )
            found.append(whole.told_from(group[0], within))
    if not groups and count.at_least is None:
        found.append(Found())
    return found


def _none(judgement: Judgement, waiver: FaultyWaiver, scope: Scope) -> list[Found]:
    return []


def _excess(judgement: Judgement, excess: Excess, scope: Scope) -> list[Found]:
    return [
        Found(one.place, (one.place,), rows=(one.row,))
        for one in excesses(judgement.subject, excess.limited, scope.regions)
    ]


OPERATORS: Mapping[type[Expression], Callable[[Judgement, Untyped, Scope], list[Found]]] = {
    Find: _find,
    Term: _term,
    Use: _use,
    Any: _any,
    Adjacent: _adjacent,
    All: _all,
    Count: _count,
    Score: scored,
    Excess: _excess,
    FaultyWaiver: _none,
}
"""Expressions that hold at places."""
