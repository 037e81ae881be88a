"""Names that a rule binds with `as`: who binds them, and whether who uses them can count on it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from socialint.model.language import (
    Adjacent,
    All,
    Any,
    Count,
    Expression,
    Fact,
    Record,
    Score,
    Term,
    Use,
)
from socialint.policy.columns import unknown_column
from socialint.policy.notes import Notes
from socialint.policy.walking import below, parts_of
from socialint.schema.suggestions import did_you_mean


@dataclass(frozen=True, slots=True)
class Names:
    """Names that are bound wherever the rule matches, and those that may be, each with its binders."""

    certain: frozenset[str] = frozenset()
    possible: Mapping[str, tuple[Expression, ...]] = field(default_factory=dict)

    def and_of(self, other: Names) -> Names:
        """What both bind together."""
        possible = dict(self.possible)
        for name, binders in other.possible.items():
            possible[name] = tuple(dict.fromkeys((*possible.get(name, ()), *binders)))
        return Names(self.certain | other.certain, possible)

    @property
    def hopeful(self) -> Names:
        """As if all that may be bound is bound."""
        return Names(frozenset(self.possible), self.possible)


NOTHING = Names()


@cache
def bound(expression: Expression) -> Names:
    """The names that an expression binds for others."""
    names = NOTHING
    if isinstance(expression, (All, Adjacent, Count, Use)):
        for part in parts_of(expression):
            names = names.and_of(bound(part))
    elif isinstance(expression, (Any, Score)):
        found = [bound(part) for part in parts_of(expression)]
        for one in found:
            names = names.and_of(one)
        certain = frozenset.intersection(*(one.certain for one in found)) if found else frozenset()
        names = Names(certain if isinstance(expression, Any) else frozenset(), names.possible)
    if expression.name:
        names = names.and_of(Names(frozenset({expression.name}), {expression.name: (expression,)}))
    return names


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A name that something uses, and of which column."""

    part: Expression
    name: str
    column: str = ""


def check_names(
    expression: Expression, names: Names, fixtures: Mapping[str, Collection[str]], notes: Notes
) -> None:
    """Adds a problem for each name used in the expression that is not, or may not be, bound there."""
    if not _uses_names(expression):
        return
    for wanted in _wanted(expression):
        check_name(wanted.name, wanted.column, names, expression, fixtures, notes)
    inside = names.and_of(bound(expression))
    for part in parts_of(expression):
        if isinstance(expression, (Any, Score)):
            others = Names(names.certain, inside.possible)
            check_names(part, others.and_of(bound(part)), fixtures, notes)
        else:
            check_names(part, inside.and_of(bound(part)), fixtures, notes)
    for excuse in (*expression.excuses, *expression.exceptions):
        check_names(excuse, inside.and_of(bound(excuse)).hopeful, fixtures, notes)


def check_name(
    name: str,
    column: str,
    names: Names,
    part: Expression,
    fixtures: Mapping[str, Collection[str]],
    notes: Notes,
) -> None:
    """Adds a problem when a name, or the column of what it names, cannot be counted on."""
    written = f"{name}.{column}" if column else name
    if name not in names.possible:
        hint = did_you_mean(name, names.possible) or f"bind it where it is found: `as: {name}`"
        notes.add(part.mark, f"nothing is bound as “{name}”", hint, find=written)
        return
    if name not in names.certain:
        notes.add(part.mark, unsure(name), UNSURE, find=written)
        return
    if column:
        hints = [unknown_column(binder, column, fixtures) for binder in names.possible[name]]
        if all(hint is not None for hint in hints):
            notes.add(part.mark, f"“{name}” has no “{column}”", hints[0] or "", find=written)


UNSURE = "move the part that uses it into the arm that binds it"


def unsure(name: str) -> str:
    """What to say of a name that only one arm binds."""
    return f"“{name}” is bound in one arm of `any`, or by one signal, only"


def _wanted(part: Expression) -> Iterator[_Wanted]:
    if isinstance(part, Term):
        yield _Wanted(part, part.binding, part.column)
    elif isinstance(part, Record) and part.person:
        yield _Wanted(part, part.person)
    elif isinstance(part, Fact):
        for test in part.tests:
            name, _, column = test.key.partition(".")
            yield _Wanted(part, name, column)


def _uses_names(expression: Expression) -> bool:
    return any(True for part in below(expression) for _ in _wanted(part))


def used(expressions: Iterable[Expression]) -> frozenset[str]:
    """The names that expressions use."""
    return frozenset(wanted.name for one in expressions for part in below(one) for wanted in _wanted(part))
