"""Tests of facts: a value, a list of values, or what the value must be."""

from __future__ import annotations

from typing import Any

import regex

from socialint.model.language import FactTest, Test
from socialint.model.leaves import Scalar
from socialint.policy.patterns import said
from socialint.schema import (
    Node,
    Shape,
    Wrong,
    boolean,
    by_form,
    checked,
    mapping_of,
    named,
    number,
    one_or_many,
    optional,
    plain,
    record,
    text,
    transformed,
)
from socialint.schema.shape import Definitions, Reading


class _Value(Shape[Scalar]):
    """Text, a number, true or false."""

    @property
    def expected(self) -> str:
        return "a value"

    def read(self, node: Node, reading: Reading) -> Scalar:
        value = plain(node)
        if value is None or isinstance(value, (list, dict)):
            raise self.mismatch(node, reading)
        return value

    def schema(self, definitions: Definitions) -> dict[str, Any]:
        return {"type": ["string", "number", "boolean"]}


VALUE: Shape[Scalar] = _Value()


def _a_pattern(value: str) -> None:
    try:
        regex.compile(value, regex.IGNORECASE)
    except regex.error as error:
        raise Wrong(f"this pattern is broken: {said(error)}", key="matches") from None


def _written(
    *,
    negated: tuple[Scalar, ...] | None = None,
    is_: tuple[Scalar, ...] | None = None,
    known: bool = False,
    **rest: Any,
) -> Test:
    if negated is not None and is_ is not None:
        raise Wrong("“is” and “not” cannot stand side by side", key="not", hint="keep one")
    asked = negated if negated is not None else is_
    if asked is None and not rest:
        # `{known: true}` alone asks whether anything is known.
        return Test(state=known)
    return Test(one_of=asked, negate=negated is not None, known=known, **rest)


def _value_or_state(value: Scalar, node: Node) -> Test:
    if value in ("known", "unknown") and isinstance(value, str):
        return Test(state=value == "known")
    return Test(one_of=(value,))


_TEST: Shape[Test] = by_form(
    scalar=transformed(VALUE, _value_or_state),
    sequence=transformed(one_or_many(VALUE, least=1), lambda values, node: Test(one_of=values)),
    mapping=record(
        _written,
        optional("is", one_or_many(VALUE, least=1), "one of these", argument="is_"),
        optional("not", one_or_many(VALUE, least=1), "none of these", argument="negated"),
        optional("over", number(), "more than this"),
        optional("under", number(), "less than this"),
        optional("matches", checked(text("a pattern"), _a_pattern), "a regular expression found in it"),
        optional("has", text(), "a value that its list holds"),
        optional("lacks", text(), "a value that its list does not hold"),
        optional("known", boolean(), "true: an unknown value does not pass"),
        about="a test of a fact",
    ),
)
TEST = named("test", lambda: _TEST)
"""What the value of one fact must be."""


def _listed(tests: dict[str, Test], node: Node) -> tuple[FactTest, ...]:
    return tuple(FactTest(key, test) for key, test in tests.items())


FACTS: Shape[tuple[FactTest, ...]] = transformed(
    mapping_of(TEST, what="facts and their values, as in {class: rx}", least=1), _listed
)
"""Facts, each with its test."""
