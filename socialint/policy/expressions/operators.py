"""Operators: how expressions combine, from YAML to the types of the model."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any as AnyValue

from socialint.model.language import (
    All,
    Any,
    Count,
    Expression,
    Missing,
    Not,
    Score,
)
from socialint.policy.drafts import Carried, Reference, Wanted
from socialint.policy.expressions.carried import (
    EXPRESSION,
    NAME,
    Head,
)
from socialint.policy.expressions.signals import SIGNAL
from socialint.schema import (
    Node,
    Wrong,
    boolean,
    by_form,
    integer,
    many,
    named,
    number,
    optional,
    record,
    required,
    transformed,
)


def _several(key: str) -> Callable[..., Expression]:
    def build(carried: Carried, **own: AnyValue) -> Expression:
        parts = own[key]
        if key == "any":
            return Any(parts=parts, **carried)
        return All(parts=parts, ordered=key == "then", **carried)

    return build


def _missing(carried: Carried, missing: Expression) -> Expression:
    if isinstance(missing, Wanted):
        return dataclasses.replace(missing, **carried)
    return Missing(part=missing, **carried)


def _count(
    carried: Carried,
    count: Expression,
    at_least: int | None = None,
    at_most: int | None = None,
    distinct: bool = False,
) -> Expression:
    if at_least is None and at_most is None:
        raise Wrong("how often?", key="count", hint="add `at-least` or `at-most`")
    if at_least is not None and at_most is not None and at_least > at_most:
        raise Wrong(f"nothing is found at least {at_least} and at most {at_most} times", key="at-least")
    return Count(part=count, at_least=at_least, at_most=at_most, distinct=distinct, **carried)


def _wanted(value: str, node: Node) -> Expression:
    return Wanted(wanted=value, mark=node.mark)


_PARTS = many(EXPRESSION, least=1)

OPERATORS: Mapping[str, Head] = {
    "use": Head(
        keys=(
            required("use", NAME, "the name of a concept"),
            optional("at-least", number(), "for a concept that is a score: so many points, not its own"),
        ),
        build=lambda carried, use, at_least=None: Reference(concept=use, at_least=at_least, **carried),
        about="a concept",
    ),
    "all": Head(
        keys=(required("all", _PARTS, "parts; the first is the anchor"),),
        build=_several("all"),
        about="every part holds, near enough to the first",
    ),
    "any": Head(
        keys=(required("any", _PARTS, "parts"),),
        build=_several("any"),
        about="one part holds",
    ),
    "then": Head(
        keys=(required("then", _PARTS, "parts, in order"),),
        build=_several("then"),
        about="every part holds, in this order",
    ),
    "not": Head(
        keys=(required("not", EXPRESSION, "what must not hold", argument="part"),),
        build=lambda carried, part: Not(part=part, **carried),
        about="the part does not hold",
    ),
    "missing": Head(
        keys=(
            required(
                "missing",
                by_form(scalar=transformed(NAME, _wanted), mapping=EXPRESSION),
                "what ought to be there: a statement, a concept, an expression",
            ),
        ),
        build=_missing,
        about="something ought to be there and is not",
    ),
    "count": Head(
        keys=(
            required("count", EXPRESSION, "what is counted"),
            optional("at-least", integer(least=0), "so often or more"),
            optional("at-most", integer(least=0), "so often or less"),
            optional("distinct", boolean(), "the same words count once"),
        ),
        build=_count,
        about="something is found so often",
    ),
    "score": Head(
        keys=(
            required(
                "score",
                named(
                    "score",
                    lambda: record(
                        lambda at_least, signals: (at_least, signals),
                        required("at-least", number(), "the threshold"),
                        required("signals", many(SIGNAL, least=1), "what adds points, or takes them"),
                        about="a score: `at-least` and `signals`",
                    ),
                ),
            ),
        ),
        build=lambda carried, score: Score(at_least=score[0], signals=score[1], **carried),
        about="the points of the signals found reach the threshold",
    ),
}
"""How expressions combine."""
