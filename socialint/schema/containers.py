"""Shapes made of other shapes: lists, mappings, records, one of several."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from socialint.schema.shape import Definitions, Reading, Refused, Shape, Wrong
from socialint.schema.suggestions import suggest
from socialint.schema.values import anything, text
from socialint.schema.yaml import Mapping, Node, Scalar, Sequence, plain

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
U = TypeVar("U")


def many(item: Shape[T], *, least: int = 0) -> Shape[tuple[T, ...]]:
    """A list."""
    return _Many(item, False, least)


def one_or_many(item: Shape[T], *, least: int = 0) -> Shape[tuple[T, ...]]:
    """A list, or a single item without brackets."""
    return _Many(item, True, least)


def mapping_of(
    value: Shape[T], *, key: Shape[Any] | None = None, what: str = "keys and values", least: int = 0
) -> Shape[dict[str, T]]:
    """Any keys (that `key` accepts), each with a value of one shape."""
    return _MappingOf(value, key or text("a key", blank=True), what, least)


def required(name: str, shape: Shape[T], about: str = "", *, argument: str = "") -> Key[T]:
    """A key that must be there."""
    return Key(name, shape, about, True, argument or name.replace("-", "_"))


def optional(name: str, shape: Shape[T], about: str = "", *, argument: str = "") -> Key[T]:
    """A key that may be left out; the builder's own default holds then."""
    return Key(name, shape, about, False, argument or name.replace("-", "_"))


def record(
    build: Callable[..., T],
    *keys: Key[Any],
    about: str = "",
    mark: bool = False,
    others: Shape[Any] | None = None,
    elsewhere: AnyMapping[str, str] | None = None,
) -> Record[T]:
    """Known keys. With `others` unknown ones are read too, and passed as `others: dict`."""
    return Record(build, keys, about, mark, others, elsewhere or {})


def by_key(options: AnyMapping[str, Record[T]], what: str) -> Shape[T]:
    """One of several records, told by the key that only it has."""
    return _ByKey(options, what)


def by_form(
    *,
    scalar: Shape[T] | None = None,
    sequence: Shape[T] | None = None,
    mapping: Shape[T] | None = None,
) -> Shape[T]:
    """One shape for a single value, one for a list, one for keys and values."""
    return _ByForm(scalar, sequence, mapping)


def nullable(shape: Shape[T]) -> Shape[T | None]:
    """The shape, or nothing (`null`, `~`, or left empty)."""
    return _Nullable(shape)


def transformed(shape: Shape[T], change: Callable[[T, Node], U]) -> Shape[U]:
    """The shape, and what `change` makes of its value; it may raise `Wrong`."""
    return _Transformed(shape, change)


def checked(shape: Shape[T], check: Callable[[T], None]) -> Shape[T]:
    """The shape, if `check` does not raise `Wrong`."""

    def passed(value: T, node: Node) -> T:
        check(value)
        return value

    return _Transformed(shape, passed)


def named(name: str, make: Callable[[], Shape[T]]) -> Shape[T]:
    """A shape with a name of its own in the JSON Schema; it may hold itself."""
    return _Named(name, make)


def plain_value(what: str = "a value") -> Shape[Any]:
    """Anything, as JSON would hold it: dates stay text, bare numbers and true/false do not."""
    return transformed(anything(), lambda node, _: plain(node))


@dataclass(frozen=True)
class _Many(Shape[tuple[T, ...]]):
    item: Shape[T]
    single: bool
    least: int

    @property
    def expected(self) -> str:
        return f"{self.item.expected}, or a list" if self.single else f"a list, each {self.item.expected}"

    def read(self, node: Node, reading: Reading) -> tuple[T, ...]:
        if not isinstance(node, Sequence):
            if self.single:
                return (self.item.read(node, reading),)
            hint = "put it in square brackets: [ … ]" if not (isinstance(node, Scalar) and node.empty) else ""
            raise self.mismatch(node, reading, hint)
        if len(node.items) < self.least:
            raise reading.refuse(
                node, f"this list needs {'something' if self.least == 1 else self.least} in it"
            )
        values: list[T] = []
        for item in node.items:
            try:
                values.append(self.item.read(item, reading))
            except Refused:
                continue
        if len(values) < len(node.items):
            raise Refused("a list")
        return tuple(values)

    def schema(self, definitions: Definitions) -> dict[str, Any]:
        item = self.item.schema(definitions)
        body: dict[str, Any] = {"type": "array", "items": item}
        if self.least:
            body["minItems"] = self.least
        return {"anyOf": [item, body]} if self.single else body


@dataclass(frozen=True)
class _MappingOf(Shape[dict[str, T]]):
    value: Shape[T]
    key: Shape[Any]
    what: str
    least: int

    @property
    def expected(self) -> str:
        return self.what

    def read(self, node: Node, reading: Reading) -> dict[str, T]:
        if not isinstance(node, Mapping):
            raise self.mismatch(node, reading)
        if len(node.entries) < self.least:
            raise reading.refuse(node, f"expected {self.what}, found nothing")
        values: dict[str, T] = {}
        for entry in node.entries:
            try:
                self.key.read(entry.key, reading)
                values[entry.key.text] = self.value.read(entry.value, reading)
            except Refused:
                continue
        if len(values) < len(node.entries):
            raise Refused("a mapping")
        return values

    def schema(self, definitions: Definitions) -> dict[str, Any]:
        body: dict[str, Any] = {
            "type": "object",
            "additionalProperties": self.value.schema(definitions),
        }
        names = {key: held for key, held in self.key.schema(definitions).items() if key != "type"}
        if names:
            body["propertyNames"] = names
        if self.least:
            body["minProperties"] = self.least
        return body


@dataclass(frozen=True)
class Key(Generic[T_co]):
    """A key of a record: its shape, what it is for, and the argument it becomes."""

    name: str
    shape: Shape[T_co]
    about: str
    required: bool
    argument: str


@dataclass(frozen=True)
class Record(Shape[T]):
    """Known keys that become the arguments of `build`."""

    build: Callable[..., T]
    keys: tuple[Key[Any], ...]
    about: str
    mark: bool
    others: Shape[Any] | None
    elsewhere: AnyMapping[str, str] = field(default_factory=dict)
    """What to say of a key that people write here, and that belongs somewhere else."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "_table", {key.name: key for key in self.keys})

    @property
    def expected(self) -> str:
        """What the record is for, or what any record is."""
        return self.about or "keys and values"

    def read(self, node: Node, reading: Reading) -> T:
        """What `build` makes of the keys that were written."""
        if not isinstance(node, Mapping):
            raise self.mismatch(node, reading)
        table: dict[str, Key[Any]] = self._table  # type: ignore[attr-defined]  # made once, above
        arguments: dict[str, Any] = {}
        others: dict[str, Any] = {}
        good = True
        for name_node, value in node.entries:
            name = name_node.text
            key = table.get(name)
            try:
                if key is not None:
                    arguments[key.argument] = key.shape.read(value, reading)
                elif self.others is not None and not _cut_off(node, value):
                    others[name] = self.others.read(value, reading)
                else:
                    self._unknown(node, name_node, value, reading)
                    good = False
            except Refused:
                good = False
        present = {entry.key.text for entry in node.entries}
        missing = [key.name for key in self.keys if key.required and key.name not in present]
        if missing:
            names = ", ".join(f"“{name}”" for name in missing)
            reading.note(node, f"{names} is missing" if len(missing) == 1 else f"{names} are missing")
            good = False
        if not good:
            raise Refused("a record")
        if self.others is not None:
            arguments["others"] = others
        if self.mark:
            arguments["mark"] = node.mark
        try:
            return self.build(**arguments)
        except Wrong as wrong:
            raise reading.refuse(place_of(node, wrong), wrong.what, wrong.hint, at=wrong.at) from None

    def _unknown(self, node: Mapping, key: Scalar, value: Node, reading: Reading) -> None:
        if _cut_off(node, value):
            reading.note(
                key,
                f"unknown key “{key.text}”: a comma ends unquoted text inside braces",
                "put the text in quotes",
            )
            return
        names = [known.name for known in self.keys]
        hint = self.elsewhere.get(key.text, "") or suggest(key.text, names)
        reading.note(key, f"unknown key “{key.text}”", hint)

    def schema(self, definitions: Definitions) -> dict[str, Any]:
        """An object with these properties and, without `others`, no more."""
        properties: dict[str, Any] = {}
        for key in self.keys:
            body = key.shape.schema(definitions)
            properties[key.name] = body | {"description": key.about} if key.about else body
        result: dict[str, Any] = {"type": "object", "properties": properties}
        if self.about:
            result["description"] = self.about
        needed = [key.name for key in self.keys if key.required]
        if needed:
            result["required"] = needed
        result["additionalProperties"] = False if self.others is None else self.others.schema(definitions)
        return result


def _cut_off(node: Mapping, value: Node) -> bool:
    """Whether a key without a value is the rest of a text: `{text: In crisis, call 988.}`."""
    return node.flow and isinstance(value, Scalar) and value.bare and not value.text


def place_of(node: Node, wrong: Wrong) -> Node:
    """The node that a mistake is about: the value of its key, or all of it."""
    if wrong.key and isinstance(node, Mapping):
        return node.get(wrong.key) or node
    return node


@dataclass(frozen=True)
class _ByKey(Shape[T]):
    options: AnyMapping[str, Record[T]]
    what: str

    @property
    def expected(self) -> str:
        return self.what

    def read(self, node: Node, reading: Reading) -> T:
        if not isinstance(node, Mapping):
            raise self.mismatch(node, reading)
        heads = [entry.key for entry in node.entries if entry.key.text in self.options]
        if not heads:
            hint = ""
            for key in node.keys:
                hint = hint or suggest(key, self.options)
            raise reading.refuse(node, f"this is not {self.what}: no key says which", hint)
        if len(heads) > 1:
            raise reading.refuse(
                heads[1], f"“{heads[0].text}” and “{heads[1].text}” cannot stand side by side", "keep one"
            )
        return self.options[heads[0].text].read(node, reading)

    def schema(self, definitions: Definitions) -> dict[str, Any]:
        return {"anyOf": [option.schema(definitions) for option in self.options.values()]}


@dataclass(frozen=True)
class _ByForm(Shape[T]):
    scalar: Shape[T] | None
    sequence: Shape[T] | None
    mapping: Shape[T] | None

    @property
    def expected(self) -> str:
        options = (self.scalar, self.sequence, self.mapping)
        return " or ".join(dict.fromkeys(option.expected for option in options if option))

    def read(self, node: Node, reading: Reading) -> T:
        if isinstance(node, Mapping):
            shape = self.mapping
        elif isinstance(node, Sequence):
            shape = self.sequence
        else:
            shape = self.scalar
        if shape is None:
            raise self.mismatch(node, reading)
        return shape.read(node, reading)

    def schema(self, definitions: Definitions) -> dict[str, Any]:
        options = [shape.schema(definitions) for shape in (self.scalar, self.sequence, self.mapping) if shape]
        return options[0] if len(options) == 1 else {"anyOf": options}


@dataclass(frozen=True)
class _Nullable(Shape[T | None]):
    shape: Shape[T]

    @property
    def expected(self) -> str:
        return f"{self.shape.expected} or null"

    def read(self, node: Node, reading: Reading) -> T | None:
        if isinstance(node, Scalar) and node.empty:
            return None
        return self.shape.read(node, reading)

    def schema(self, definitions: Definitions) -> dict[str, Any]:
        return {"anyOf": [self.shape.schema(definitions), {"type": "null"}]}


@dataclass(frozen=True)
class _Transformed(Shape[U], Generic[T, U]):
    shape: Shape[T]
    change: Callable[[T, Node], U]

    @property
    def expected(self) -> str:
        return self.shape.expected

    def read(self, node: Node, reading: Reading) -> U:
        value = self.shape.read(node, reading)
        try:
            return self.change(value, node)
        except Wrong as wrong:
            raise reading.refuse(place_of(node, wrong), wrong.what, wrong.hint, at=wrong.at) from None

    def schema(self, definitions: Definitions) -> dict[str, Any]:
        return self.shape.schema(definitions)


@dataclass(frozen=True)
class _Named(Shape[T]):
    name: str
    make: Callable[[], Shape[T]]

    @property
    def shape(self) -> Shape[T]:
        return self.make()

    @property
    def expected(self) -> str:
        return self.make().expected

    def read(self, node: Node, reading: Reading) -> T:
        return self.make().read(node, reading)

    def schema(self, definitions: Definitions) -> dict[str, Any]:
        if self.name not in definitions:
            definitions[self.name] = {}  # it may refer to itself
            definitions[self.name] = self.make().schema(definitions)
        return {"$ref": f"#/$defs/{self.name}"}
