"""Shapes of a single value: text, numbers, true and false, dates, words of a closed list."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass
from typing import Any, TypeVar

from socialint.schema.shape import Definitions, Reading, Shape, quoted
from socialint.schema.suggestions import did_you_mean, suggest
from socialint.schema.yaml import Node, Scalar, as_boolean, as_integer, as_number

T = TypeVar("T")
_SWITCHES = frozenset({"yes", "no", "on", "off", "Yes", "No", "On", "Off"})


def text(what: str = "text", *, pattern: str = "", blank: bool = False) -> Shape[str]:
    """Any single value, as it is written; `what` says in messages which text it is.

    `blank` lets an empty quoted text pass. `pattern` is one that JSON Schema understands too.
    """
    return _Text(what, pattern, blank)


def integer(*, least: int | None = None, most: int | None = None) -> Shape[int]:
    """A whole number within bounds (both included)."""
    return _Integer(least, most)


def number(*, least: float | None = None, most: float | None = None) -> Shape[float]:
    """A number within bounds (both included)."""
    return _Number(least, most)


def boolean() -> Shape[bool]:
    """True or false."""
    return _Boolean()


def date() -> Shape[datetime.date]:
    """A day, in ISO 8601."""
    return _Date()


def enum(
    values: AnyMapping[str, T],
    what: str = "",
    *,
    elsewhere: AnyMapping[str, str] | None = None,
    otherwise: str = "",
) -> Shape[T]:
    """One of some words, each with the value it stands for.

    `elsewhere` maps words that people write here by mistake to what they should do instead;
    `otherwise` is the hint where nothing is like the word.
    """
    return _Enum(values, what, elsewhere or {}, otherwise)


def names_of(values: Iterable[str]) -> dict[str, str]:
    """A table for `enum` whose words stand for themselves."""
    return {value: value for value in values}


def anything() -> Shape[Node]:
    """Whatever stands there, as a node."""
    return _Anything()


@dataclass(frozen=True)
class _Text(Shape[str]):
    what: str
    pattern: str
    blank: bool

    @property
    def expected(self) -> str:
        return self.what

    def read(self, node: Node, reading: Reading) -> str:
        if not isinstance(node, Scalar) or node.empty:
            hint = ""
            if isinstance(node, Scalar) and node.text:
                hint = f"put {quoted(node)} in quotes if you mean the word"
            raise self.mismatch(node, reading, hint)
        if not self.blank and not node.text.strip():
            raise reading.refuse(node, f"expected {self.what}, found only space")
        if self.pattern and not re.search(self.pattern, node.text):
            raise self.mismatch(node, reading)
        return node.text

    def schema(self, definitions: Definitions) -> dict[str, Any]:
        # An unquoted 988 is a number to other YAML readers, and `true` a boolean.
        pattern = self.pattern or ("" if self.blank else r"\S")
        body: dict[str, Any] = {"type": ["string", "number", "boolean"]}
        return body | ({"pattern": pattern} if pattern else {})


@dataclass(frozen=True)
class _Integer(Shape[int]):
    least: int | None
    most: int | None

    @property
    def expected(self) -> str:
        return "a whole number" + _bounds(self.least, self.most)

    def read(self, node: Node, reading: Reading) -> int:
        value = as_integer(node) if isinstance(node, Scalar) else None
        if value is None or _outside(value, self.least, self.most):
            raise self.mismatch(node, reading, _unquote(node))
        return value

    def schema(self, definitions: Definitions) -> dict[str, Any]:
        return {"type": "integer"} | _limits(self.least, self.most)


@dataclass(frozen=True)
class _Number(Shape[float]):
    least: float | None
    most: float | None

    @property
    def expected(self) -> str:
        return "a number" + _bounds(self.least, self.most)

    def read(self, node: Node, reading: Reading) -> float:
        value = as_number(node) if isinstance(node, Scalar) else None
        if value is None or _outside(value, self.least, self.most):
            raise self.mismatch(node, reading, _unquote(node))
        return value

    def schema(self, definitions: Definitions) -> dict[str, Any]:
        return {"type": "number"} | _limits(self.least, self.most)


@dataclass(frozen=True)
class _Boolean(Shape[bool]):
    @property
    def expected(self) -> str:
        return "true or false"

    def read(self, node: Node, reading: Reading) -> bool:
        value = as_boolean(node) if isinstance(node, Scalar) else None
        if value is None:
            raise self.mismatch(node, reading, _unquote(node))
        return value

    def schema(self, definitions: Definitions) -> dict[str, Any]:
        return {"type": "boolean"}


@dataclass(frozen=True)
class _Date(Shape[datetime.date]):
    @property
    def expected(self) -> str:
        return "a date as in 2026-11-21"

    def read(self, node: Node, reading: Reading) -> datetime.date:
        if isinstance(node, Scalar) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", node.text):
            try:
                return datetime.date.fromisoformat(node.text)
            except ValueError:
                raise reading.refuse(node, f"{quoted(node)} is no day of the calendar") from None
        raise self.mismatch(node, reading)

    def schema(self, definitions: Definitions) -> dict[str, Any]:
        return {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


@dataclass(frozen=True)
class _Enum(Shape[T]):
    values: AnyMapping[str, T]
    what: str
    elsewhere: AnyMapping[str, str]
    otherwise: str

    @property
    def expected(self) -> str:
        return self.what or "one of " + ", ".join(self.values)

    def read(self, node: Node, reading: Reading) -> T:
        if not isinstance(node, Scalar) or node.empty:
            raise self.mismatch(node, reading)
        if node.text in self.values:
            return self.values[node.text]
        hint = self.elsewhere.get(node.text, "") or did_you_mean(node.text, self.values) or self.otherwise
        if node.source.private:
            raise reading.refuse(node, f"expected {self.expected}")
        raise reading.refuse(
            node,
            f"{quoted(node)} is not {self.what or 'known here'}",
            hint or suggest(node.text, self.values),
        )

    def schema(self, definitions: Definitions) -> dict[str, Any]:
        values: list[Any] = list(self.values)
        return {"enum": values}


@dataclass(frozen=True)
class _Anything(Shape[Node]):
    @property
    def expected(self) -> str:
        return "anything"

    def read(self, node: Node, reading: Reading) -> Node:
        return node

    def schema(self, definitions: Definitions) -> dict[str, Any]:
        return {}


def _unquote(node: Node) -> str:
    if isinstance(node, Scalar) and not node.bare:
        return "take the quotes away"
    return "write true or false" if isinstance(node, Scalar) and node.text in _SWITCHES else ""


def _bounds(least: float | None, most: float | None) -> str:
    if least is not None and most is not None:
        return f" from {least:g} to {most:g}"
    if least is not None:
        return f" of at least {least:g}"
    return "" if most is None else f" of at most {most:g}"


def _outside(value: float, least: float | None, most: float | None) -> bool:
    return (least is not None and value < least) or (most is not None and value > most)


def _limits(least: float | None, most: float | None) -> dict[str, Any]:
    bounds = {"minimum": least, "maximum": most}
    return {name: bound for name, bound in bounds.items() if bound is not None}
