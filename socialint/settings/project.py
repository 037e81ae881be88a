"""`[tool.socialint]` of a `pyproject.toml` -> nodes that know where they stand.

`tomllib` gives values without places, so the lines are found apart: that of the header or key a
value is written under, and for what stands inside braces that of the braces.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping as AnyMapping
from typing import TypeAlias

from socialint.errors import Problem, UserError
from socialint.schema import Mapping, Node, Scalar, Sequence, from_data
from socialint.schema.yaml import Entry, Source

TABLE = ("tool", "socialint")

_KEY = r"""(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')"""
_HEADER = re.compile(rf"^\s*(\[\[?)\s*({_KEY}(?:\s*\.\s*{_KEY})*)\s*\]\]?")
_ENTRY = re.compile(rf"^\s*({_KEY}(?:\s*\.\s*{_KEY})*)\s*=")
_PART = re.compile(_KEY)
_MISTAKE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")

_Path: TypeAlias = "tuple[str | int, ...]"
_Places: TypeAlias = "AnyMapping[_Path, tuple[int, int]]"


def read_project(text: str, path: str) -> Node:
    """The table for us, every node at its line. Raises `UserError`."""
    source = Source(path, text)
    try:
        held: object = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _MISTAKE.search(str(error))
        line, column = (int(found[1]), int(found[2])) if found and found[1] else (0, 0)
        what = f"this is not TOML: {_MISTAKE.sub('', str(error)).lower()}"
        raise UserError(source.problem(what, line, column)) from None
    for name in TABLE:
        held = held.get(name) if isinstance(held, dict) else None
    if held is None:
        hint = "add the table, or name another file"
        raise UserError(Problem("no table [tool.socialint] in this file", path, hint=hint))
    return _placed(from_data(held, path), TABLE, source, _places(text))


def _places(text: str) -> dict[_Path, tuple[int, int]]:
    places: dict[_Path, tuple[int, int]] = {}
    table: _Path = ()
    counts: dict[_Path, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        header = _HEADER.match(line)
        entry = None if header else _ENTRY.match(line)
        if header:
            table = _path(header[2])
            column = header.start(2) + 1
            places.setdefault(table, (number, column))
            if header[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
                places[table] = (number, column)
        elif entry:
            places.setdefault(table + _path(entry[1]), (number, entry.start(1) + 1))
    return places


def _path(dotted: str) -> _Path:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))


def _placed(node: Node, path: _Path, source: Source, places: _Places) -> Node:
    nearest = (path[:end] for end in range(len(path), 0, -1))
    line, column = next((places[part] for part in nearest if part in places), (0, 0))
    if isinstance(node, Mapping):
        entries = tuple(
            Entry(
                entry.key._replace(source=source, line=inner.line, column=inner.column),
                inner,
            )
            for entry in node.entries
            for inner in [_placed(entry.value, (*path, entry.key.text), source, places)]
        )
        return Mapping(source, line, column, entries, node.flow)
    if isinstance(node, Sequence):
        items = (_placed(item, (*path, at), source, places) for at, item in enumerate(node.items))
        return Sequence(source, line, column, tuple(items))
    assert isinstance(node, Scalar)
    return node._replace(source=source, line=line, column=column)
