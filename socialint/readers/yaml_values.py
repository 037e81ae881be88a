"""YAML text -> nodes whose scalars know where they stand.

Built from the events of the C parser and not from its composer, so that depth and aliases can
be capped. Only `true`, `false`, `null` and plain numbers are more than text: `no`, `on` and
`2026-01-01` stay what was written, and so does a number that would come out spelled otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import regex
import yaml

from socialint.readers.json_values import LONGEST_NUMBER
from socialint.readers.nodes import Entries, Items, Leaf, MalformedError, Node, Scalar
from socialint.readers.original import MAX_DEPTH
from socialint.readers.traced import Traced, join

MAX_NODES = 1_000_000
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WORDS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_INTEGER = regex.compile(r"[-+]?(?:0|[1-9]\d*)", regex.ASCII)
_FLOAT = regex.compile(r"-?\d+\.\d+", regex.ASCII)
_LINE_END = regex.compile(r"\r\n|[\r\n\x85\u2028\u2029]")
_HEADER = regex.compile(r"[|>][^\r\n]*(?:\r\n|[\r\n\x85\u2028\u2029]|$)")
_GAP = regex.compile(r"[ \t]*(?:(?:\r\n|[\r\n\x85\u2028\u2029])[ \t]*)+")
_PROPERTIES = regex.compile(r"(?:[&!]\S*\s+)+")
_ESCAPE = regex.compile(
    r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})"
    r"|((?:\r\n|[\r\n\x85\u2028\u2029])[ \t]*)|(.))",
    regex.DOTALL,
)
_MEANING = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


def parse(text: str, start: int = 0, end: int | None = None) -> list[Node]:
    """The documents in the stretch of `text` from `start` up to `end`."""
    stretch = text[start:end]
    try:
        return _Builder(text, start, yaml.parse(stretch, Loader=_LOADER)).documents()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        index = mark.index if mark is not None else int(getattr(error, "position", 0) or 0)
        raise MalformedError("its structure is broken", min(start + index, len(text))) from None
    except (UnicodeError, ValueError) as error:
        if isinstance(error, MalformedError):
            raise
        raise MalformedError("it holds a character that YAML does not allow", start) from None


class _Builder:
    def __init__(self, text: str, base: int, events: Iterator[Any]) -> None:
        self._text = text
        self._base = base
        self._events = events
        self._anchors: dict[str, Node] = {}
        self._size: dict[int, int] = {}
        self._nodes = 0

    def documents(self) -> list[Node]:
        found = []
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                self._anchors.clear()
                found.append(self._node(next(self._events), 0))
        return found

    def _node(self, event: Any, depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise MalformedError("nested too deeply to be read", self._base + event.start_mark.index)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        before = self._nodes
        self._nodes += 1
        node: Node
        if isinstance(event, yaml.ScalarEvent):
            node = self._scalar(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            node = Items(tuple(self._items(depth)))
        else:
            node = Entries(tuple(self._pairs(depth)))
        if event.anchor:
            self._anchors[event.anchor] = node
            self._size[id(node)] = self._nodes - before
        return node

    def _alias(self, event: Any) -> Node:
        node = self._anchors.get(event.anchor)
        if node is None:  # not there, or the alias stands inside what it names
            raise MalformedError("an alias that names nothing", self._base + event.start_mark.index)
        self._nodes += self._size[id(node)]
        if self._nodes > MAX_NODES:
            raise MalformedError("aliases that unfold without end", self._base + event.start_mark.index)
        return node

    def _items(self, depth: int) -> Iterator[Node]:
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                return
            yield self._node(event, depth + 1)

    def _pairs(self, depth: int) -> Iterator[tuple[str, Node]]:
        own: list[tuple[str, Node]] = []
        merged: list[tuple[str, Node]] = []
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._node(event, depth + 1)
            node = self._node(next(self._events), depth + 1)
            name = key.written.text if isinstance(key, Leaf) else "?"
            if name == "<<" and not isinstance(node, Leaf):
                below = node.nodes if isinstance(node, Items) else (node,)
                merged += [pair for item in below if isinstance(item, Entries) for pair in item.pairs]
            else:
                own.append((name, node))
        names = {name for name, _ in own}
        yield from (pair for pair in merged if pair[0] not in names)
        yield from own

    def _scalar(self, event: Any) -> Leaf:
        start, end = self._base + event.start_mark.index, self._base + event.end_mark.index
        if (event.anchor or event.tag) and (found := _PROPERTIES.match(self._text, start, end)):
            start = found.end()
        said: str = event.value
        value = _resolved(said) if not event.style and event.implicit[0] else said
        written = _WRITTEN[event.style or ""](self._text, start, end, said)
        if written.text != said:
            written = Traced.made(said, start, end)
        return Leaf(value, written)


def _resolved(said: str) -> Scalar:
    if said in _NULLS:
        return None
    if said in _WORDS:
        return _WORDS[said]
    if len(said) <= LONGEST_NUMBER and _INTEGER.fullmatch(said):
        return int(said)
    if len(said) <= LONGEST_NUMBER and _FLOAT.fullmatch(said) and repr(float(said)) == said:
        return float(said)
    return said


def _plain(text: str, start: int, end: int, _: str) -> Traced:
    return join(_folded(text, start, end))


def _folded(text: str, start: int, end: int) -> Iterator[Traced]:
    """A stretch in which one line break is a blank, and further ones are line breaks."""
    for gap in _GAP.finditer(text, start, end):
        yield Traced.copied(text, start, gap.start())
        breaks = len(_LINE_END.findall(gap[0]))
        yield Traced.made(" " if breaks == 1 else "\n" * (breaks - 1), gap.start(), gap.end())
        start = gap.end()
    yield Traced.copied(text, start, end)


def _single(text: str, start: int, end: int, _: str) -> Traced:
    pieces: list[Traced] = []
    start, end = start + 1, end - 1
    for doubled in regex.finditer("''", text, pos=start, endpos=end):
        pieces.extend(_folded(text, start, doubled.start()))
        pieces.append(Traced.made("'", doubled.start(), doubled.end()))
        start = doubled.end()
    return join([*pieces, *_folded(text, start, end)])


def _double(text: str, start: int, end: int, _: str) -> Traced:
    pieces: list[Traced] = []
    start, end = start + 1, end - 1
    at = text.find("\\", start, end)
    while at >= 0 and (found := _ESCAPE.match(text, at, end)):
        pieces.extend(_folded(text, start, at))
        code = found[1] or found[2] or found[3]
        if code:
            said = chr(int(code, 16)) if int(code, 16) < 0x110000 else ""
        else:
            said = "" if found[4] else _MEANING.get(found[5], found[5])
        pieces.append(Traced.made(said, at, found.end()))
        start = found.end()
        at = text.find("\\", start, end)
    return join([*pieces, *_folded(text, start, end)])


def _block(text: str, start: int, end: int, said: str) -> Traced:
    """The lines of a literal or folded scalar, each found again, in order, in what it says."""
    header = _HEADER.match(text, start, end)
    pieces: list[Traced] = []
    at = 0
    last = line = header.end() if header else start
    while line < end and at < len(said):
        stop = _LINE_END.search(text, line, end)
        line_end = stop.start() if stop else end
        content = text[line:line_end].strip(" \t")
        if content:
            begin = line + text[line:line_end].index(content)
            upto = len(said) - len(said[at:].lstrip(" \t\r\n\x85\u2028\u2029"))
            if not said.startswith(content, upto):
                break
            pieces.append(_between(text, last, begin, said[at:upto]))
            last = begin + len(content)
            pieces.append(Traced.copied(text, begin, last))
            at = upto + len(content)
        line = stop.end() if stop else end
    pieces.append(_between(text, last, end, said[at:]))
    return join(pieces)


def _between(text: str, start: int, end: int, said: str) -> Traced:
    if text.startswith(said, start) and start + len(said) <= end:
        return Traced.copied(text, start, start + len(said))
    return Traced.made(said, start, end)


_WRITTEN: dict[str, Callable[[str, int, int, str], Traced]] = {
    "": _plain,
    "'": _single,
    '"': _double,
    "|": _block,
    ">": _block,
}
