"""What an expression is made of, whatever it is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from socialint.judge.found import Found
from socialint.model.language import (
    Adjacent,
    All,
    Any,
    Count,
    Expression,
    Fact,
    Find,
    Measure,
    Media,
    Metadata,
    Missing,
    Not,
    Record,
    Score,
    Term,
    Use,
)
from socialint.model.leaves import Entity, Identifier

_KNOWN_ROLES = ("staff", "public")
"""Roles of persons who may be named; anybody else might be a patient."""

_CONDITIONS = (Not, Missing, Metadata, Fact, Media, Record, Measure)


@cache
def is_condition(expression: Expression) -> bool:
    """Whether an expression only ever holds or not, and names no place."""
    if isinstance(expression, Use):
        return is_condition(expression.part)
    if isinstance(expression, All | Any):
        return all(map(is_condition, expression.parts))
    return isinstance(expression, _CONDITIONS)


def is_entity(expression: Expression) -> bool:
    """Whether an expression looks for persons, places or dates."""
    return isinstance(expression, Find) and isinstance(expression.leaf, Entity)


def is_own_name(expression: Expression) -> bool:
    """Whether what is found is bound as its words: a person or a number has no other row."""
    return isinstance(expression, Find) and isinstance(expression.leaf, Entity | Identifier)


@cache
def is_costly(expression: Expression) -> bool:
    """Whether judging it may load the entity model: such parts are looked for last."""
    return any(map(is_entity, walk(expression)))


@cache
def cost(expression: Expression) -> tuple[bool, int]:
    """What judging it costs against others: the entity model is dear, then every expression in it."""
    return is_costly(expression), sum(1 for _ in walk(expression))


@cache
def persons(expression: Expression) -> tuple[Find, ...]:
    """The parts of an expression that look for persons, each once."""
    parts = dict.fromkeys(part for part in walk(expression) if isinstance(part, Find))
    return tuple(part for part in parts if isinstance(part.leaf, Entity) and part.leaf.kind == "PERSON")


@cache
def asks_of_rule(expression: Expression) -> bool:
    """Whether what it finds hangs on the rule it stands in: a consent must be that of the rule's persons."""
    return any(isinstance(part, Record) for part in walk(expression))


@cache
def awaits_name(expression: Expression) -> bool:
    """Whether it finds nothing before a row is bound: it asks for the words in one of its cells."""
    return any(isinstance(part, Term) for part in walk(expression))


def walk(expression: Expression) -> Iterator[Expression]:
    """The expression and every expression in it."""
    yield expression
    for part in (*parts_of(expression), *expression.excuses, *expression.exceptions):
        yield from walk(part)


def looked_for(expression: Expression) -> Iterator[Expression]:
    """The expression and what of it is to be found: neither its excuses nor what must be missing."""
    yield expression
    if not isinstance(expression, Not | Missing):
        for part in parts_of(expression):
            yield from looked_for(part)


def parts_of(expression: Expression) -> tuple[Expression, ...]:
    """The expressions that an expression is made of, without its excuses."""
    match expression:
        case All() | Any() | Adjacent():
            return expression.parts
        case Not() | Count() | Use():
            return (expression.part,)
        case Missing():
            return (expression.part,) if expression.part is not None else ()
        case Score():
            return tuple(signal.part for signal in expression.signals)
        case _:
            return ()


def identity(expression: Expression, found: Found) -> str:
    """The kind of identifier that was found; empty if what was found identifies nobody."""
    if expression.identifies or not is_own_name(expression):
        return expression.identifies
    if not is_entity(expression):
        return next((str(row.cells["phi"]) for row in found.rows), "")
    roles = [row.cells.get("role") for row in found.rows if row.cells.get("kind") == "PERSON"]
    return "NAME" if any(role not in _KNOWN_ROLES for role in roles) else ""
