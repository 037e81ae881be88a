"""TOML text -> nodes whose strings know where they stand.

`tomllib` says whether the text is TOML and what its plain values are; where they stand, it does
not. So a second, simple walk over text that is known to be right finds the places.
"""

from __future__ import annotations

import tomllib

import regex

from socialint.readers.nodes import Entries, Items, Leaf, MalformedError, Node, Scalar
from socialint.readers.original import MAX_DEPTH
from socialint.readers.traced import Traced, join

_SPACE = regex.compile(r"(?:[ \t\r\n]++|#[^\r\n]*+)*+")
_KEY = regex.compile(r"""(?:[ \t]*+(?:[A-Za-z0-9_-]++|"(?:[^"\\]|\\.)*+"|'[^']*+')[ \t]*+\.?)++""")
_KEY_PART = regex.compile(r"""([A-Za-z0-9_-]+)|"((?:[^"\\]|\\.)*)"|'([^']*)'""")
_STRING = regex.compile(
    r'"""(?:\r?\n)?((?:[^"\\]|\\.|"(?!""))*+"{0,2})"""|'
    r"'''(?:\r?\n)?((?:[^']|'(?!''))*+'{0,2})'''|"
    r'"((?:[^"\\]|\\.)*+)"|'
    r"'([^']*+)'",
    regex.DOTALL,
)
_BARE = regex.compile(r"[^,\]}#\r\n]*+")
_ESCAPE = regex.compile(
    r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([ \t]*\r?\n[ \t\r\n]*)|(.))|\r\n", regex.DOTALL
)
_MEANING = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b"}


def parse(text: str, start: int, end: int) -> Entries:
    """The document in the stretch of `text` from `start` up to `end`."""
    try:
        # Its parser calls itself for every level, without a cap of its own.
        tomllib.loads(text[start:end].replace("\r\n", "\n").replace("\r", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        raise MalformedError("its structure is broken", start) from None
    return _Walk(text, end).document(start)


class _Table:
    """A table that is still being filled, in the order of its first mention."""

    def __init__(self) -> None:
        self.pairs: list[tuple[str, Node | _Table | list[_Table]]] = []

    def below(self, keys: list[str], *, new_item: bool = False) -> _Table:
        """The table under `keys`; with `new_item`, a new one at the end of the list there."""
        table = self
        for number, key in enumerate(keys):
            last = number == len(keys) - 1
            found = next((item for name, item in table.pairs if name == key), None)
            if found is None:
                found = [] if new_item and last else _Table()
                table.pairs.append((key, found))
            if isinstance(found, list):
                if new_item and last:
                    found.append(_Table())
                table = found[-1]
            elif isinstance(found, _Table):
                table = found
        return table

    def entries(self) -> Entries:
        return Entries(tuple((key, _node(item)) for key, item in self.pairs))


def _node(item: Node | _Table | list[_Table]) -> Node:
    if isinstance(item, _Table):
        return item.entries()
    if isinstance(item, list):
        return Items(tuple(table.entries() for table in item))
    return item


class _Walk:
    def __init__(self, text: str, end: int) -> None:
        self._text = text
        self._end = end

    def document(self, at: int) -> Entries:
        root = table = _Table()
        while (at := self._space(at)) < self._end:
            if self._text.startswith("[[", at):
                keys, at = self._keys(at + 2)
                table, at = root.below(keys, new_item=True), at + 2
            elif self._text.startswith("[", at):
                keys, at = self._keys(at + 1)
                table, at = root.below(keys), at + 1
            else:
                at = self._pair(table, at, 0)
        return root.entries()

    def _pair(self, table: _Table, at: int, depth: int) -> int:
        keys, at = self._keys(at)
        node, at = self._value(self._space(at + 1), depth)  # past the equals sign
        table.below(keys[:-1]).pairs.append((keys[-1], node))
        return at

    def _keys(self, at: int) -> tuple[list[str], int]:
        found = _KEY.match(self._text, at, self._end)
        if not found:
            raise MalformedError("a key was expected", at)
        parts = _KEY_PART.finditer(found[0])
        return [part[1] or part[2] or part[3] or "" for part in parts], found.end()

    def _value(self, at: int, depth: int) -> tuple[Node, int]:
        if depth > MAX_DEPTH:
            raise MalformedError("nested too deeply to be read", at)
        if found := _STRING.match(self._text, at, self._end):
            group = next(number for number in (1, 2, 3, 4) if found[number] is not None)
            return Leaf.of_text(_said(self._text, *found.span(group), raw=group in (2, 4))), found.end()
        if self._text.startswith("[", at):
            nodes = []
            at = self._space(at + 1)
            while not self._text.startswith("]", at):
                node, at = self._value(at, depth + 1)
                nodes.append(node)
                at = self._comma(at)
            return Items(tuple(nodes)), at + 1
        if self._text.startswith("{", at):
            table = _Table()
            at = self._space(at + 1)
            while not self._text.startswith("}", at):
                at = self._comma(self._pair(table, at, depth + 1))
            return table.entries(), at + 1
        return self._bare(at)

    def _bare(self, at: int) -> tuple[Leaf, int]:
        found = _BARE.match(self._text, at, self._end)
        end = at + len(found[0].rstrip()) if found else at
        written = Traced.copied(self._text, at, end)
        if not written.text:
            raise MalformedError("a value was expected", at)
        return Leaf(_plain(written.text), written), end

    def _comma(self, at: int) -> int:
        at = self._space(at)
        return self._space(at + 1) if self._text.startswith(",", at) else at

    def _space(self, at: int) -> int:
        found = _SPACE.match(self._text, at, self._end)
        return found.end() if found else at


def _plain(written: str) -> Scalar:
    """A bare value; dates and times stay what was written."""
    value = tomllib.loads(f"value = {written}")["value"]
    return value if isinstance(value, (bool, int, float)) else written


def _said(text: str, start: int, end: int, *, raw: bool) -> Traced:
    pieces = []
    for found in _ESCAPE.finditer(text, start, end):
        if found[0] == "\r\n":
            said = "\n"
        elif raw:
            continue
        elif code := found[1] or found[2]:
            said = chr(int(code, 16))
        else:
            said = "" if found[3] else _MEANING.get(found[4], found[4])
        pieces.append(Traced.copied(text, start, found.start()))
        pieces.append(Traced.made(said, found.start(), found.end()))
        start = found.end()
    return join([*pieces, Traced.copied(text, start, end)])
