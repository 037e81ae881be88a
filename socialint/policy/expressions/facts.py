"""What is known, measured or on record of a post, from YAML to the types of the model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any as AnyValue

from socialint.model.channels import LIMITED
from socialint.model.language import (
    Excess,
    Expression,
    Fact,
    FactTest,
    Fault,
    FaultyWaiver,
    Gauge,
    Limited,
    Measure,
    Media,
    Metadata,
    Record,
    RecordKind,
)
from socialint.policy.drafts import Carried
from socialint.policy.expressions.carried import (
    UNDER,
    WHERE,
    Head,
    apart,
    words_of,
)
from socialint.policy.facts import FACTS
from socialint.schema import (
    Node,
    Scalar,
    Shape,
    Wrong,
    checked,
    enum,
    number,
    optional,
    required,
    text,
)
from socialint.schema.shape import Definitions
from socialint.schema.shape import Reading as Progress


def _bound(tests: tuple[FactTest, ...]) -> None:
    for test in tests:
        binding, dot, column = test.key.partition(".")
        if not (binding and dot and column):
            raise Wrong(
                f"“{test.key}” does not say whose",
                key=test.key,
                hint="write the bound name first: `drug.status`; facts about the post stand under `metadata`",
            )


def _record(
    carried: Carried, record: RecordKind, person: str = "", where: tuple[FactTest, ...] = ()
) -> Expression:
    return Record(record=record, person=person, where=where, **carried)


_LIMIT = "limit"
_QUANTITIES: Mapping[str, Gauge | Limited] = {str(one): one for one in (*Limited, *Gauge)}


def _measure(
    carried: Carried, measure: Gauge | Limited, over: float | str | None = None, under: float | None = None
) -> Expression:
    if over is None and under is None:
        raise Wrong("how much?", key="measure", hint="add `over` or `under`")
    if isinstance(over, str):
        return _excess(carried, measure, under)
    if isinstance(measure, Limited):
        hint = "write `over: limit`, or measure `characters`"
        raise Wrong("each channel counts a length in its own way", key="measure", hint=hint)
    apart(over, under)
    return Measure(gauge=measure, over=over, under=under, **carried)


def _excess(carried: Carried, measure: Gauge | Limited, under: float | None) -> Expression:
    if str(measure) not in set(Limited):
        known = ", ".join(sorted(Limited))
        raise Wrong(
            f"no channel limits “{measure}”", key="over", hint=f"limits are of {known}; write a number"
        )
    if under is not None:
        raise Wrong("what is over a limit has no upper end", key="under", hint="leave `under` out")
    limited = Limited(str(measure))
    for region in carried.get("regions", ()):
        if limited is not Limited.LENGTH or region.place not in LIMITED:
            hint = f"a length is limited in {', '.join(LIMITED)}; all else in the whole post"
            raise Wrong(f"no channel limits “{measure}” in “{region.place}”", key="in", hint=hint)
    return Excess(limited=limited, **carried)


class _Bound(Shape[float | str]):
    @property
    def expected(self) -> str:
        return "a number, or `limit` for that of the channel"

    def read(self, node: Node, reading: Progress) -> float | str:
        if isinstance(node, Scalar) and node.text == _LIMIT:
            return _LIMIT
        return number().read(node, reading)

    def schema(self, definitions: Definitions) -> dict[str, AnyValue]:
        return {"anyOf": [number().schema(definitions), {"const": _LIMIT}]}


OF_A_POST: Mapping[str, Head] = {
    "media": Head(
        keys=(required("media", FACTS, "facts about the medium", argument="tests"),),
        build=lambda carried, tests: Media(tests=tests, **carried),
        about="a picture, film or sound of the post that is so",
    ),
    "metadata": Head(
        keys=(required("metadata", FACTS, "facts about the post or the organisation", argument="tests"),),
        build=lambda carried, tests: Metadata(tests=tests, **carried),
        about="facts about the post, the organisation or its profile",
    ),
    "fact": Head(
        keys=(required("fact", checked(FACTS, _bound), "facts as in {drug.status: EUA}", argument="tests"),),
        build=lambda carried, tests: Fact(tests=tests, **carried),
        about="facts about something bound",
    ),
    "record": Head(
        keys=(
            required("record", words_of(RecordKind, "a kind of record"), "what is on record"),
            optional("for", text("a bound name"), "the person it must name", argument="person"),
            WHERE,
        ),
        build=_record,
        about="a record in force for this post",
    ),
    "measure": Head(
        keys=(
            required("measure", enum(_QUANTITIES, "a quantity"), "what is measured"),
            optional("over", _Bound(), "more than this; `limit`: more than a channel of the post takes"),
            UNDER,
        ),
        build=_measure,
        about="a quantity of the post's text",
    ),
    "waiver": Head(
        keys=(required("waiver", words_of(Fault, "a fault"), "what is wrong with it"),),
        build=lambda carried, waiver: FaultyWaiver(fault=waiver, **carried),
        about="a waiver with a fault: known when every rule has spoken",
    ),
}
"""What is known or measured of a post, or on record."""
