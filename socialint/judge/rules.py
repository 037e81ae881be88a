"""A rule and a subject -> matches: judged once for each binding, merged, weighed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from socialint.judge.found import SENTENCE, Found, Names, scope_of
from socialint.judge.judgement import Judgement
from socialint.judge.needs import Prepared
from socialint.judge.subject import Subject
from socialint.judge.trees import is_condition
from socialint.model.context import SELLERS, Context
from socialint.model.language import Distance, Reason, Unit
from socialint.model.leaves import Row
from socialint.model.markets import fits
from socialint.model.matches import Match, Place
from socialint.model.policy import Case, Condition, Rule

_POST = Distance(Unit.POST)

_LAST = 8
"""How many groups and finds are looked back at for one that overlaps."""


def judge(prepared: Prepared, subject: Subject, taken: Sequence[Place]) -> list[Match]:
    """The matches of one rule in a post or thread; `taken` is prescribed wording, no claim."""
    rule = prepared.rule
    if not applies(rule, subject.context):
        return []
    within = rule.match.within or SENTENCE
    matches: list[Match] = []
    for names in _bindings(prepared, subject, taken):
        judgement = Judgement(subject, rule, names, taken)
        if is_condition(rule.match):
            holding = judgement.holds(rule.match, scope_of(within=within), None)
            found = [holding] if holding is not None else []
        else:
            found = judgement.finds(rule.match, scope_of())
        matches += [_weighed(judgement, match) for match in _merged(subject, rule, names, found)]
    return matches


def applies(rule: Rule, context: Context) -> bool:
    """Whether the rule speaks of this post at all: who, to whom, where, what kind, when."""
    wanted = rule.applies
    organisation = context.organisation
    kinds = frozenset({organisation.kind}) if organisation.kind else SELLERS
    if wanted.organisation and not any(_fits(wanted.organisation, kind) for kind in kinds):
        return False
    if wanted.market and not fits(wanted.market, context.markets):
        return False
    if wanted.channel and not any(_fits(wanted.channel, one) for one in context.channels or ("",)):
        return False
    for condition, value in (
        (wanted.audience, context.audience),
        (wanted.post_type, context.post_type),
        (wanted.language, context.language),
    ):
        if condition and not _fits(condition, value):
            return False
    facts = {
        **organisation.facts,
        **{key: value for key, value in context.metadata.items() if key in wanted.facts},
    }
    if any(key in facts and facts[key] != value for key, value in wanted.facts.items()):
        return False
    return (rule.since is None or rule.since <= context.day) and (
        rule.until is None or context.day <= rule.until
    )


def _fits(condition: Condition, value: str) -> bool:
    return (value in condition.values) is not condition.negate


def _bindings(prepared: Prepared, subject: Subject, taken: Sequence[Place]) -> Iterator[Names]:
    """Each way to bind what the rule must bind: one row for each name."""
    choices: list[list[tuple[str, Row]]] = []
    for binder in prepared.binders:
        found = Judgement(subject, prepared.rule, {}, taken).finds(binder, scope_of())
        rows = {row: None for one in found for row in one.rows}
        choices.append([(binder.name, row) for row in rows])
    for combination in product(*choices):
        yield dict(combination)


def _merged(subject: Subject, rule: Rule, names: Names, found: Sequence[Found]) -> Iterator[Match]:
    """One match for each stretch and binding; what else was found there is related."""
    for group in _groups(subject, rule, found) if len(found) > 1 else [found] if found else []:
        # What somebody asserts to be cleared says nothing of the rest.
        first = next((one for one in group if one.reason is not Reason.ASSERTED), group[0])
        place = first.place or subject.first_sentence
        related: dict[tuple[int, int, int], Place] = {}
        for other in (*first.others, *(place for one in group if one is not first for place in _places(one))):
            if not (other.field == place.field and place.span.covers(other.span)) or other.label:
                related.setdefault((other.field, other.span.start, other.span.end), other)
        yield Match(
            rule=rule,
            place=replace(place, label=""),
            related=tuple(related.values()),
            words=first.words,
            again=tuple(
                (one.place, one.words) for one in group if one is not first and one.place is not None
            ),
            names={**names, **first.names},
            reason=first.reason,
            lacking=first.lacking,
            signals=first.signals,
            points=first.points,
            unknown=tuple(sorted(first.unknown)),
            clears=tuple(sorted(first.clears)),
            wording=first.wording,
            identities=tuple(place for one in group for place in one.identities),
        )


def _groups(subject: Subject, rule: Rule, found: Sequence[Found]) -> Iterator[Sequence[Found]]:
    """The finds of each stretch and binding."""
    groups: list[tuple[tuple[object, ...], dict[str, Row], list[Found]]] = []
    by_stretch: dict[tuple[object, ...], list[int]] = {}
    for one in found:
        within = rule.match.within or one.within
        stretch = (within.unit, subject.stretch(one.place or subject.first_sentence, within))
        rows = {name: row for name, row in one.names.items() if isinstance(row, Row)}
        # A group of the same stretch, or one of the last, which may lie over it.
        near = (*by_stretch.get(stretch, ()), *range(max(len(groups) - _LAST, 0), len(groups)))
        for at in near:
            where, bound, group = groups[at]
            same = all(bound.get(name, row) is row for name, row in rows.items())
            if same and (where == stretch or any(_overlap(one, other) for other in group[-_LAST:])):
                bound.update(rows)
                group.append(one)
                break
        else:
            by_stretch.setdefault(stretch, []).append(len(groups))
            groups.append((stretch, rows, [one]))
    return (group for _, _, group in groups)


def _overlap(one: Found, other: Found) -> bool:
    here, there = one.place, other.place
    return (
        here is not None
        and there is not None
        and here.field == there.field
        and here.span.overlaps(there.span)
    )


def _places(found: Found) -> tuple[Place, ...]:
    return ((found.place,) if found.place else ()) + found.others


def _weighed(judgement: Judgement, match: Match) -> Match:
    """The match with the first of the rule's cases that holds."""
    bound = judgement.with_names(match.names)
    for case in match.rule.cases:
        if _holds(bound, case, match):
            return replace(match, case=case)
    return match


def _holds(judgement: Judgement, case: Case, match: Match) -> bool:
    if case.reasons:
        return match.reason in case.reasons
    if case.points is not None:
        return match.points is not None and match.points >= case.points
    if case.when is None:
        return True
    if is_condition(case.when):
        anchor = Found(match.place, names=match.names)
        return judgement.holds(case.when, scope_of(within=_POST), anchor) is not None
    return bool(judgement.finds(case.when, scope_of()))
