"""Values of the model <-> what `marshal` can hold: numbers, texts, tuples, and lists with a code.

Atoms and tuples of them stand for themselves, which most words of a policy are in. A list is
anything else: its first item says what, the rest what it is made of. Dataclasses and enumerations go by their place in the table of types, so only what is in
the table ever comes out. A dataclass that compares by identity is held once, and referred to where
it is met again. Where something was written (`mark`) is not kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path, PurePath
from types import MappingProxyType, ModuleType
from typing import Any

Refer = Callable[[object], object]
"""A value -> how something outside refers to it; None where it is to be packed as it is."""
Resolve = Callable[[Any], object]
"""The reverse."""

_FACTS, _DICT, _SET, _LIST, _TUPLE, _DATE, _PATH, _AGAIN, _OUTSIDE = range(-9, 0)
_ATOMS = (type(None), bool, int, float, str, bytes)
_PLAIN = frozenset((*_ATOMS, tuple))  # a tuple that is packed as one holds no list anywhere
_LEFT_OUT = "mark"


def _outside(value: object) -> object:
    return None


class Types:
    """The dataclasses and enumerations of some modules, in an order that is always the same."""

    def __init__(self, modules: Sequence[ModuleType]) -> None:
        found = {
            f"{module.__name__}.{name}": kind
            for module in modules
            for name, kind in vars(module).items()
            if isinstance(kind, type) and kind.__module__ == module.__name__
            if is_dataclass(kind) or issubclass(kind, Enum)
        }
        self.types: Sequence[type[Any]] = [found[name] for name in sorted(found)]
        self.codes = {kind: code for code, kind in enumerate(self.types)}
        self._fields: dict[type[Any], Sequence[Field[Any]]] = {}

    def fields(self, kind: type[Any]) -> Sequence[Field[Any]]:
        """The fields of a dataclass that are kept."""
        if kind not in self._fields:
            self._fields[kind] = [one for one in fields(kind) if one.init and one.name != _LEFT_OUT]
        return self._fields[kind]


def pack(value: object, types: Types, refer: Refer = _outside) -> Any:
    """The value as `marshal` can hold it. Raises `TypeError` for what is not in the table."""
    return _Packer(types, refer).pack(value)


def unpack(packed: object, types: Types, resolve: Resolve = _outside) -> Any:
    """The value again."""
    return _Unpacker(types, resolve).unpack(packed)


class _Packer:
    def __init__(self, types: Types, refer: Refer) -> None:
        self._types = types
        self._refer = refer
        self._met: dict[int, int] = {}
        self._kept: list[object] = []  # so that no identity is used twice

    def pack(self, value: object) -> object:
        if type(value) in _ATOMS:
            return value
        if type(value) is tuple:
            parts = tuple(map(self.pack, value))
            return parts if all(type(one) in _PLAIN for one in parts) else [_TUPLE, *parts]
        referred = self._refer(value)
        if referred is not None:
            return [_OUTSIDE, referred]
        if isinstance(value, Mapping):
            code = _DICT if type(value) is dict else _FACTS
            return [code, *(self.pack(one) for pair in value.items() for one in pair)]
        if isinstance(value, frozenset | set):
            return [_SET, *map(self.pack, sorted(value, key=repr))]
        if isinstance(value, list):
            return [_LIST, *map(self.pack, value)]
        if isinstance(value, PurePath):
            return [_PATH, str(value)]
        if isinstance(value, date):
            return [_DATE, value.toordinal()]
        return self._of_table(value)

    def _of_table(self, value: object) -> object:
        code = self._types.codes.get(type(value))
        if code is None:
            raise TypeError(f"{type(value).__name__} cannot be kept")
        if isinstance(value, Enum):
            return [code, value.value]
        if id(value) in self._met:
            return [_AGAIN, self._met[id(value)]]
        if _by_identity(type(value)):
            self._met[id(value)] = len(self._kept)
            self._kept.append(value)
        packed: list[object] = [code]
        for at, one in enumerate(self._types.fields(type(value))):
            given = getattr(value, one.name)
            if not _is_default(one, given):
                packed += (at, self.pack(given))
        return packed


class _Unpacker:
    def __init__(self, types: Types, resolve: Resolve) -> None:
        self._types = types
        self._resolve = resolve
        self._kept: list[object] = []

    def unpack(self, packed: Any) -> Any:
        if type(packed) is not list:
            return packed
        code = packed[0]
        if code >= 0:
            return self._of_table(self._types.types[code], packed)
        if code == _OUTSIDE:
            return self._resolve(packed[1])
        if code == _AGAIN:
            return self._kept[packed[1]]
        if code == _PATH:
            return Path(packed[1])
        if code == _DATE:
            return date.fromordinal(packed[1])
        parts = list(map(self.unpack, packed[1:]))
        if code == _LIST:
            return parts
        if code == _TUPLE:
            return tuple(parts)
        if code == _SET:
            return frozenset(parts)
        pairs = dict(zip(parts[::2], parts[1::2], strict=True))
        return pairs if code == _DICT else MappingProxyType(pairs)

    def _of_table(self, kind: type[Any], packed: list[Any]) -> Any:
        if issubclass(kind, Enum):
            return kind(packed[1])
        place = len(self._kept)
        by_identity = _by_identity(kind)
        if by_identity:
            self._kept.append(None)
        names = self._types.fields(kind)
        made = kind(
            **{names[packed[at]].name: self.unpack(packed[at + 1]) for at in range(1, len(packed), 2)}
        )
        if by_identity:
            self._kept[place] = made
        return made


def _by_identity(kind: type[Any]) -> bool:
    return "__eq__" not in vars(kind)


def _is_default(one: Field[Any], given: object) -> bool:
    if one.default is not MISSING:
        return given is one.default or (isinstance(given, _ATOMS) and given == one.default)
    return False
