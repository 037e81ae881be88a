"""The conditions: expressions that hold of the whole post, or beside a place, and name none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING
from typing import Any as Untyped

from socialint.judge import records, statements
from socialint.judge.facts import cell_value, check
from socialint.judge.found import Found, Scope, scope_of
from socialint.judge.measures import measured
from socialint.judge.regions import inside, stretches
from socialint.judge.trees import is_condition
from socialint.model.language import (
    All,
    Expression,
    Fact,
    Measure,
    Media,
    Metadata,
    Missing,
    Not,
    Reason,
    Record,
    RecordKind,
    Use,
)
from socialint.model.leaves import Row
from socialint.model.matches import Place

if TYPE_CHECKING:
    from socialint.judge.judgement import Judgement


def _not(judgement: Judgement, negation: Not, scope: Scope, anchor: Found | None) -> Found | None:
    return None if _stands(judgement, negation.part, scope, anchor) else Found()


def _stands(judgement: Judgement, part: Expression, scope: Scope, anchor: Found | None) -> bool:
    """Whether the part holds near the anchor, or anywhere if there is none."""
    if is_condition(part):
        return judgement.holds(part, scope, anchor) is not None
    place = anchor.place if anchor else None
    bound = judgement.with_names(judgement.bound(anchor))
    return any(
        place is None or one.place is None or judgement.subject.near(place, one.place, scope.within)
        for one in bound.neighbours(part, scope_of(regions=scope.regions)).around(place)
    )


def _missing(judgement: Judgement, lack: Missing, scope: Scope, anchor: Found | None) -> Found | None:
    if lack.statement:
        return _missing_statement(judgement, lack.statement, scope, anchor)
    part = lack.part
    assert part is not None
    if isinstance(part, Record):
        return _missing_record(judgement, part, anchor)
    bound = judgement.with_names(judgement.bound(anchor))
    if _stands(bound, part, scope, anchor):
        return None
    lacking = tuple(
        _title(one)
        for one in (part.parts if isinstance(part, All) else ())
        if _title(one) and not _stands(bound, one, scope, anchor)
    )
    everywhere = (
        [one.place for one in bound.finds(part, scope_of()) if one.place] if not is_condition(part) else []
    )
    return Found(reason=_displaced(judgement, everywhere, scope, anchor), lacking=lacking)


def _displaced(judgement: Judgement, places: Sequence[Place], scope: Scope, anchor: Found | None) -> Reason:
    """How something is missing that stands elsewhere in the post."""
    if not places:
        return Reason.ABSENT
    asked = {place.field for region in scope.regions for place in stretches(judgement.subject, region)} or (
        {anchor.place.field} if anchor and anchor.place else set()
    )
    return Reason.LATE if any(place.field in asked for place in places) else Reason.ELSEWHERE


def _title(part: Expression) -> str:
    return part.name or (part.concept if isinstance(part, Use) else "")


def _missing_statement(judgement: Judgement, name: str, scope: Scope, anchor: Found | None) -> Found | None:
    subject, context = judgement.subject, judgement.subject.context
    statement = subject.statements[name]
    found = statements.stated(subject, statement)
    place = anchor.place if anchor else None
    here = [
        one for one in found
        if inside(subject, one.place, scope.regions) and (place is None or subject.near(place, one.place, scope.within))
    ]  # fmt: skip
    reason, wording, lacking = statements.missing(statement, here, context.language, context.day)
    if reason is None:
        return None
    if reason is Reason.ABSENT and found:
        anywhere, wording, lacking = statements.missing(statement, found, context.language, context.day)
        reason = anywhere or _displaced(judgement, [one.place for one in found], scope, anchor)
    return Found(reason=reason, wording=wording, lacking=lacking)


def _missing_record(judgement: Judgement, record: Record, anchor: Found | None) -> Found | None:
    names = judgement.bound(anchor)
    reason = records.standing(record, judgement.subject, judgement.subject.context, names, judgement.people)
    if reason is None:
        return None
    kind = frozenset({str(record.record)})
    # Where no register was configured, nobody said that there is no record.
    known = record.record is not RecordKind.CONSENT or "consents" in judgement.subject.registers
    return Found(reason=reason, clears=kind, unknown=frozenset() if known else kind)


def _metadata(judgement: Judgement, facts: Metadata, scope: Scope, anchor: Found | None) -> Found | None:
    context = judgement.subject.context
    values = {test.key: context.value(test.key) for test in facts.tests}
    answer = check(facts.tests, values, judgement.bound(anchor))
    return Found(unknown=answer.unknown) if answer else None


def _fact(judgement: Judgement, fact: Fact, scope: Scope, anchor: Found | None) -> Found | None:
    names = judgement.bound(anchor)
    markets = (judgement.rule.jurisdiction, *judgement.subject.context.markets)
    values: dict[str, object] = {}
    for test in fact.tests:
        binding, _, column = test.key.partition(".")
        row = names.get(binding)
        values[test.key] = cell_value(row, column, markets) if isinstance(row, Row) else None
    answer = check(fact.tests, values, names)
    return Found(unknown=answer.unknown) if answer else None


def _media(judgement: Judgement, media: Media, scope: Scope, anchor: Found | None) -> Found | None:
    for index, medium in enumerate(judgement.subject.context.media):
        answer = check(media.tests, medium, judgement.bound(anchor), about="media.")
        if answer:
            row = Row("media", index, {key: str(value) for key, value in medium.items()})
            return Found(unknown=answer.unknown, names={media.name: row} if media.name else {})
    return None


def _record(judgement: Judgement, record: Record, scope: Scope, anchor: Found | None) -> Found | None:
    return Found() if _missing_record(judgement, record, anchor) is None else None


def _measure(judgement: Judgement, measure: Measure, scope: Scope, anchor: Found | None) -> Found | None:
    amount = measured(judgement.subject, measure.gauge, scope.regions)
    if (measure.over is not None and not amount > measure.over) or (
        measure.under is not None and not amount < measure.under
    ):
        return None
    names = {measure.name: _told(amount)} if measure.name else {}
    return Found(points=amount if anchor is None else None, names=names)


@cache
def _told(amount: float) -> Row:
    """The amount as something bound: the same one whichever find it is told beside."""
    return Row("measures", 0, {"name": f"{amount:g}"})


CONDITIONS: Mapping[type[Expression], Callable[[Judgement, Untyped, Scope, Found | None], Found | None]] = {
    Not: _not,
    Missing: _missing,
    Metadata: _metadata,
    Fact: _fact,
    Media: _media,
    Record: _record,
    Measure: _measure,
}
"""Expressions that hold of the whole post, or beside a place."""
