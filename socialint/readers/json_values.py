"""JSON text -> nodes whose strings know, character by character, where they stand."""

from __future__ import annotations

import regex

from socialint.model.places import Segment
from socialint.readers.nodes import Entries, Items, Leaf, MalformedError, Node
from socialint.readers.original import MAX_DEPTH
from socialint.readers.traced import Traced

_SPACE = regex.compile(r"[ \t\r\n]*+")
# Line breaks inside a string are not JSON, but nothing else can be meant by them.
_STRING = regex.compile(r'"(?:[^"\\]++|\\.)*+"', regex.DOTALL)
_ESCAPE = regex.compile(
    r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))", regex.DOTALL
)
_NUMBER = regex.compile(r"-?(?:0|[1-9]\d*+)(\.\d++)?([eE][+-]?\d++)?", regex.ASCII)
_WORDS = {"true": True, "false": False, "null": None, "NaN": None, "Infinity": None, "-Infinity": None}
_WORD = regex.compile("|".join(_WORDS))
_MEANING = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
LONGEST_NUMBER = 300
_UNKNOWN = "�"


def parse(text: str, start: int = 0) -> tuple[Node, int]:
    """The first JSON value at or after `start`, and where it ends."""
    return _Parser(text).value(_SPACE.match(text, start).end(), 0)  # type: ignore[union-attr]  # matches nothing too


def after_space(text: str, offset: int) -> int:
    """The next offset at which there is no white space."""
    found = _SPACE.match(text, offset)
    return found.end() if found else offset


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text

    def value(self, at: int, depth: int) -> tuple[Node, int]:
        if depth > MAX_DEPTH:
            raise MalformedError("nested too deeply to be read", at)
        mark = self._text[at : at + 1]
        if mark == "{":
            return self._entries(at, depth)
        if mark == "[":
            return self._items(at, depth)
        if mark == '"':
            return self._string(at)
        return self._word(at)

    def _entries(self, at: int, depth: int) -> tuple[Node, int]:
        pairs: list[tuple[str, Node]] = []
        at = after_space(self._text, at + 1)
        if self._text.startswith("}", at):
            return Entries(()), at + 1
        while True:
            if not self._text.startswith('"', at):
                raise MalformedError("a key in quotes was expected", at)
            key, at = self._string(at)
            at = self._mark(":", at)
            node, at = self.value(at, depth + 1)
            pairs.append((key.written.text, node))
            at = after_space(self._text, at)
            if self._text.startswith("}", at):
                return Entries(tuple(pairs)), at + 1
            at = self._mark(",", at)

    def _items(self, at: int, depth: int) -> tuple[Node, int]:
        nodes: list[Node] = []
        at = after_space(self._text, at + 1)
        if self._text.startswith("]", at):
            return Items(()), at + 1
        while True:
            node, at = self.value(at, depth + 1)
            nodes.append(node)
            at = after_space(self._text, at)
            if self._text.startswith("]", at):
                return Items(tuple(nodes)), at + 1
            at = self._mark(",", at)

    def _mark(self, mark: str, at: int) -> int:
        at = after_space(self._text, at)
        if not self._text.startswith(mark, at):
            raise MalformedError(f"“{mark}” was expected", at)
        return after_space(self._text, at + 1)

    def _string(self, at: int) -> tuple[Leaf, int]:
        end = self._text.find('"', at + 1)
        if end > at and self._text.find("\\", at + 1, end) < 0:
            return Leaf.of_text(Traced.copied(self._text, at + 1, end)), end + 1
        found = _STRING.match(self._text, at)
        if not found:
            raise MalformedError("a text that is not closed", at)
        return Leaf.of_text(unescaped(self._text, at + 1, found.end() - 1)), found.end()

    def _word(self, at: int) -> tuple[Leaf, int]:
        if found := _NUMBER.match(self._text, at):
            written = Traced.copied(self._text, at, found.end())
            return Leaf(_number(found), written), found.end()
        if found := _WORD.match(self._text, at):
            return Leaf(_WORDS[found[0]], Traced.copied(self._text, at, found.end())), found.end()
        raise MalformedError("a value was expected", at)


def _number(found: regex.Match[str]) -> int | float | str:
    if len(found[0]) > LONGEST_NUMBER:
        return str(found[0])
    return float(found[0]) if found[1] or found[2] else int(found[0])


def unescaped(text: str, start: int, end: int) -> Traced:
    """What a JSON string between its quotes says; each escape is a run of its own."""
    if text.find("\\", start, end) < 0:
        return Traced.copied(text, start, end)
    # Whole files are written in escapes: no piece is made that is only joined to the next.
    said: list[str] = []
    segments: list[Segment] = []
    length = 0
    for found in _ESCAPE.finditer(text, start, end):
        at = found.start()
        if at > start:
            said.append(text[start:at])
            segments.append(Segment(length, at - start, start, at - start))
            length += at - start
        meaning = _meaning(found)
        said.append(meaning)
        segments.append(Segment(length, 1, at, found.end() - at))
        length += 1
        start = found.end()
    if end > start:
        said.append(text[start:end])
        segments.append(Segment(length, end - start, start, end - start))
    return Traced("".join(said), tuple(segments))


def _meaning(found: regex.Match[str]) -> str:
    if found[4] is not None:
        return _MEANING.get(found[4], found[4])
    if found[1] is not None:
        return chr(0x10000 + ((int(found[1], 16) - 0xD800) << 10) + int(found[2], 16) - 0xDC00)
    code = int(found[3], 16)
    # Half of a surrogate pair is no character, and nothing downstream could encode it.
    return _UNKNOWN if 0xD800 <= code < 0xE000 else chr(code)
