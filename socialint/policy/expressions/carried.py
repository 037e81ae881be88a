"""What every expression can carry, and how one is read by its head."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any as AnyValue
from typing import TypedDict

from socialint.model.language import (
    Distance,
    Expression,
    Find,
    Guard,
    Region,
)
from socialint.model.leaves import (
    Terms,
    Words,
)
from socialint.model.marks import Mark
from socialint.policy.drafts import Carried, Excuses
from socialint.policy.facts import FACTS
from socialint.policy.places import DISTANCE, REGIONS
from socialint.schema import (
    Key,
    Node,
    Shape,
    Wrong,
    boolean,
    by_form,
    checked,
    enum,
    named,
    number,
    one_or_many,
    optional,
    record,
    text,
    transformed,
)
from socialint.schema import Record as RecordShape

NAME = text("a name in small letters, digits and hyphens", pattern=r"^[a-z0-9][a-z0-9_-]*$")
"""Names of concepts, statements, rules and packs."""
LANGUAGE = text("a language as in en", pattern="^[a-z]{2,3}(-[A-Za-z]{2,4})?$")


def _whole() -> Shape[Expression]:
    from socialint.policy.expressions import WHOLE  # made of what stands here

    return WHOLE


EXPRESSION: Shape[Expression] = named("expression", _whole)
"""Anything that a rule can look for."""


def _excuses(written: tuple[Guard | Expression, ...], node: Node) -> Excuses:
    return Excuses(
        frozenset(part for part in written if isinstance(part, Guard)),
        tuple(part for part in written if isinstance(part, Expression)),
    )


_GUARD: Shape[Guard | Expression] = enum(
    {str(guard): guard for guard in Guard},
    "a guard",
    otherwise=f"guards: {', '.join(sorted(Guard))}; a concept that excuses is written {{use: NAME}}",
)
UNLESS: Shape[Excuses] = named(
    "unless", lambda: transformed(one_or_many(by_form(scalar=_GUARD, mapping=EXPRESSION)), _excuses)
)
"""Guards and expressions that excuse."""


def _term(value: str) -> None:
    if any(mark in value for mark in "()[]{}|\\^") or ".*" in value or ".+" in value:
        raise Wrong(f"“{value}” is a pattern, not words", hint="write `pattern:` or `phrases:`")
    if any("*" in word.removeprefix("*").removesuffix("*") or word == "*" for word in value.split()):
        raise Wrong(
            f"“*” in “{value}” is inside a word",
            hint="`*` ends a stem, as in visit*, or opens a compound, as in *salbe",
        )


TERM = transformed(checked(text("words"), _term), lambda value, node: " ".join(value.split()))


def _gathered(written: tuple[str | Expression, ...], node: Node) -> tuple[Expression, ...]:
    """Plain words become one leaf."""
    words = tuple(part for part in written if isinstance(part, str))
    rest = tuple(part for part in written if isinstance(part, Expression))
    return (Find(leaf=Words((Terms("", words),)), mark=node.mark), *rest) if words else rest


_EXCEPTION: Shape[str | Expression] = by_form(scalar=TERM, mapping=EXPRESSION)
EXCEPT: Shape[tuple[Expression, ...]] = named(
    "except", lambda: transformed(one_or_many(_EXCEPTION), _gathered)
)
"""Longer phrases, and expressions, that cancel what they overlap."""

_MODIFIERS: tuple[Key[AnyValue], ...] = (
    optional("within", DISTANCE, "how near the parts stand; `sentence` when left out"),
    optional("in", REGIONS, "where to look; all own fields of the post when left out", argument="regions"),
    optional("unless", UNLESS, "guards and expressions that excuse"),
    optional(
        "as", text("a name", pattern=r"^[^{}.]+$"), "binds what was found under this name", argument="name"
    ),
    optional("except", EXCEPT, "longer phrases that cancel the words inside them", argument="exceptions"),
    optional(
        "phi",
        text("a kind in capitals, as in SSN", pattern="^[A-Z][A-Z0-9_]*$"),
        "what is found identifies a person: it is never shown",
        argument="identifies",
    ),
)
_NO_EXCUSE = Excuses()
_CONFUSED = {
    "near": "how near is said with `within`",
    "where": "only registers, lists, entities and records have rows to ask",
    "case": "only words and patterns look at capitals",
}


class Head(TypedDict):
    """A leaf or an operator: its own keys and what it becomes."""

    keys: tuple[Key[AnyValue], ...]
    build: Callable[..., Expression]
    about: str


def _assembled(build: Callable[..., Expression]) -> Callable[..., Expression]:
    """`build`, given what the expression carries as its first argument."""

    def assemble(
        *,
        mark: Mark,
        within: Distance | None = None,
        regions: tuple[Region, ...] = (),
        unless: Excuses = _NO_EXCUSE,
        name: str = "",
        exceptions: tuple[Expression, ...] = (),
        identifies: str = "",
        **own: AnyValue,
    ) -> Expression:
        carried = Carried(
            mark=mark,
            within=within,
            regions=regions,
            guards=unless.guards,
            excuses=unless.expressions,
            exceptions=exceptions,
            identifies=identifies,
            name=name,
        )
        return build(carried, **own)

    return assemble


def shape_of(head: Head, *more: Key[AnyValue]) -> RecordShape[Expression]:
    """The shape of an expression with that head, and with more keys than its own."""
    return record(
        _assembled(head["build"]),
        *head["keys"],
        *_MODIFIERS,
        *more,
        about=head["about"],
        mark=True,
        elsewhere=_CONFUSED,
    )


WHERE = optional("where", FACTS, "facts that the row must have")
NEAREST = optional("nearest", boolean(), "only the row closest to the anchor is bound")
OVER = optional("over", number(), "more than this")
UNDER = optional("under", number(), "less than this")


def words_of(enumeration: Iterable[AnyValue], what: str) -> Shape[AnyValue]:
    """One of an enumeration, by its word."""
    return enum({str(value): value for value in enumeration}, what)


def apart(over: float | None, under: float | None) -> None:
    """Raises `Wrong` where nothing is over the one and under the other."""
    if over is not None and under is not None and over >= under:
        raise Wrong(f"nothing is over {over:g} and under {under:g}", key="over")
