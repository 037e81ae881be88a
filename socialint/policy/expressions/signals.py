"""Signals of a score: an expression and its points."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any as AnyValue

from socialint.model.language import (
    Signal,
)
from socialint.policy.expressions.carried import (
    EXPRESSION,
    Head,
    shape_of,
)
from socialint.schema import (
    Key,
    Node,
    Scalar,
    Shape,
    named,
    number,
    optional,
    text,
)
from socialint.schema import Mapping as MappingNode
from socialint.schema.shape import Definitions, Refused
from socialint.schema.shape import Reading as Progress
from socialint.schema.yaml import as_number


class _Points(Shape[float | str]):
    @property
    def expected(self) -> str:
        return "points, or a column of the table"

    def read(self, node: Node, reading: Progress) -> float | str:
        value = as_number(node) if isinstance(node, Scalar) else None
        return text(self.expected).read(node, reading) if value is None else value

    def schema(self, definitions: Definitions) -> dict[str, AnyValue]:
        return {"type": ["number", "string"]}


class _Signal(Shape[Signal]):
    """An expression with `points`; `at-most` belongs to a count where there is one."""

    _own: tuple[Key[AnyValue], ...] = (
        optional("points", _Points(), "what it adds, or takes; 1 when left out; or a column of the table"),
        optional("at-most", number(), "the most that the entries of a table add together"),
    )

    @property
    def expected(self) -> str:
        return "a signal, as in {words: […], points: 2}"

    def read(self, node: Node, reading: Progress) -> Signal:
        if not isinstance(node, MappingNode):
            raise self.mismatch(node, reading)
        names = {key.name for key in self._keys(node.get("count") is not None)}
        own = tuple(entry for entry in node.entries if entry.key.text in names)
        rest = tuple(entry for entry in node.entries if entry.key.text not in names)
        values: dict[str, float | str] = {}
        good = True
        for entry in own:
            shape = next(key.shape for key in self._own if key.name == entry.key.text)
            try:
                values[entry.key.text] = shape.read(entry.value, reading)
            except Refused:
                good = False
        part = EXPRESSION.read(node._replace(entries=rest), reading)
        if not good:
            raise Refused("a signal")
        points, most = values.get("points", 1.0), values.get("at-most")
        return Signal(
            part,
            points=points if isinstance(points, float) else 0,
            column=points if isinstance(points, str) else "",
            at_most=most if isinstance(most, float) else None,
        )

    def schema(self, definitions: Definitions) -> dict[str, AnyValue]:
        shapes = (shape_of(head, *self._keys(key == "count")) for key, head in _heads().items())
        return {"anyOf": [shape.schema(definitions) for shape in shapes]}

    def _keys(self, counts: bool) -> tuple[Key[AnyValue], ...]:
        return self._own[:1] if counts else self._own


SIGNAL: Shape[Signal] = named("signal", _Signal)
"""A part of a score."""


def _heads() -> Mapping[str, Head]:
    from socialint.policy.expressions import HEADS  # which hold a score, made of signals

    return HEADS
