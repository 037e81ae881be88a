"""YAML text into nodes that know where they stand.

Every scalar stays text until a shape asks for something else, so that `no`, `1.10`, `988` and
`2026-01-01` mean what they say. Keys that stand twice, tags, endless aliases and more than one
document in a file are mistakes. Nodes are put together from parser events instead of `compose`:
the C composer recurses without bound and would crash on deep nesting.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from collections.abc import Mapping as AnyMapping
from typing import NamedTuple, TypeAlias

import yaml

from socialint.errors import Problem
from socialint.model.marks import Mark

MOST_DEPTH = 60
MOST_NODES = 500_000
"""Aliases count each time they are used."""

_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Source:
    """The file that nodes were read from, for messages."""

    __slots__ = ("_lines", "_text", "path", "private", "proven")

    def __init__(self, path: str, text: str, *, private: bool = False, proven: bool = False) -> None:
        self.path = path
        self.private = private
        self.proven = proven
        """Whether what costs long to check was checked before, and can be passed over."""
        self._text = text
        self._lines: list[str] | None = None

    def __repr__(self) -> str:
        return f"Source({self.path!r})"

    def line(self, number: int) -> str:
        """A line of the file, from 1; "" when there is none, or when the file is private."""
        if self.private:
            return ""
        if self._lines is None:
            self._lines = _LINE_END.split(self._text)
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def problem(self, what: str, line: int, column: int, hint: str = "") -> Problem:
        """A mistake at a place of this file."""
        return Problem(what, self.path, line, column, _clipped(self.line(line), column), hint)


class Scalar(NamedTuple):
    """A single value, as it is written; `bare` when it stands without quotes."""

    source: Source
    line: int
    column: int
    text: str
    bare: bool

    @property
    def mark(self) -> Mark:
        """Where it is written."""
        return Mark(self.source.path, self.line, self.column)

    @property
    def empty(self) -> bool:
        """Whether nothing is written here."""
        return self.bare and self.text in _NULL


class Sequence(NamedTuple):
    """A list of nodes."""

    source: Source
    line: int
    column: int
    items: tuple[Node, ...]

    @property
    def mark(self) -> Mark:
        """Where it is written."""
        return Mark(self.source.path, self.line, self.column)


class Entry(NamedTuple):
    """A key of a mapping and what stands under it."""

    key: Scalar
    value: Node


class Mapping(NamedTuple):
    """Keys and what stands under them, in order; `flow` when written in braces."""

    source: Source
    line: int
    column: int
    entries: tuple[Entry, ...]
    flow: bool

    @property
    def mark(self) -> Mark:
        """Where it is written."""
        return Mark(self.source.path, self.line, self.column)

    @property
    def keys(self) -> tuple[str, ...]:
        """Its keys, in order."""
        return tuple(entry.key.text for entry in self.entries)

    def get(self, key: str) -> Node | None:
        """What stands under `key`."""
        for entry in self.entries:
            if entry.key.text == key:
                return entry.value
        return None

    def key(self, key: str) -> Scalar | None:
        """The node of the key itself."""
        for entry in self.entries:
            if entry.key.text == key:
                return entry.key
        return None


Node: TypeAlias = "Scalar | Sequence | Mapping"
Data: TypeAlias = "str | bool | int | float | list[Data] | dict[str, Data] | None"
"""What JSON can say."""

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


class NotYaml(Exception):  # noqa: N818  # the text is at fault
    """The text is not YAML as we read it; holds the one problem that stops the reading."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.what)


def parse(text: str, path: str = "", *, private: bool = False, proven: bool = False) -> Node:
    """The nodes of a YAML text. Raises `NotYaml` with the place of the first mistake.

    With `private` no message will ever show a line of the file; `proven` is told to whoever checks it.
    """
    text = text.removeprefix("\ufeff")
    source = Source(path, text, private=private, proven=proven)
    bad = _UNPRINTABLE.search(text)
    if bad:
        before = _LINE_END.split(text[: bad.start()])
        raise NotYaml(
            source.problem(
                f"a character that no text file should have (U+{ord(bad[0]):04X})",
                len(before),
                len(before[-1]) + 1,
                "delete it, or save the file again as UTF-8",
            )
        )
    loader = _LOADER(text)
    try:
        return _Composer(source, loader).document()
    except yaml.MarkedYAMLError as error:
        raise NotYaml(_explained(source, error)) from None
    except yaml.YAMLError:
        raise NotYaml(source.problem("this is not YAML", 1, 1)) from None
    finally:
        loader.dispose()


def from_data(value: object, path: str = "", *, private: bool = False) -> Node:
    """Nodes for values that were read otherwise, as from TOML; they know no line."""
    source = Source(path, "", private=private)

    def node(part: object) -> Node:
        if isinstance(part, AnyMapping):
            entries = (Entry(Scalar(source, 0, 0, str(key), True), node(held)) for key, held in part.items())
            return Mapping(source, 0, 0, tuple(entries), False)
        if isinstance(part, (list, tuple)):
            return Sequence(source, 0, 0, tuple(map(node, part)))
        if part is None or isinstance(part, (bool, int, float)):
            return Scalar(source, 0, 0, "" if part is None else str(part).lower(), True)
        if isinstance(part, (datetime.date, datetime.time)):
            return Scalar(source, 0, 0, part.isoformat(), True)
        return Scalar(source, 0, 0, str(part), False)

    return node(value)


def plain(node: Node) -> Data:
    """The value as JSON would hold it: dates stay text, bare numbers and true/false do not."""
    if isinstance(node, Mapping):
        return {entry.key.text: plain(entry.value) for entry in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    if not node.bare:
        return node.text
    if node.text in _NULL:
        return None
    for read in (as_boolean, as_integer, as_number):
        value = read(node)
        if value is not None:
            return value
    return node.text


def as_boolean(node: Scalar) -> bool | None:
    """True or false, if that is what is written."""
    if node.bare and node.text in _TRUE:
        return True
    return False if node.bare and node.text in _FALSE else None


def as_integer(node: Scalar) -> int | None:
    """The whole number, if that is what is written."""
    return int(node.text) if node.bare and len(node.text) < 20 and _INTEGER.fullmatch(node.text) else None


def as_number(node: Scalar) -> float | None:
    """The number, if that is what is written."""
    if not node.bare or len(node.text) >= 40 or not _FLOAT.fullmatch(node.text):
        return None
    value = float(node.text)
    return value if abs(value) < 1e300 else None


class _Open:
    """A list or mapping whose end has not come yet."""

    __slots__ = ("anchor", "children", "event", "size")

    def __init__(self, event: yaml.CollectionStartEvent) -> None:
        self.event = event
        self.anchor = event.anchor
        self.children: list[Node] = []
        self.size = 1


class _Composer:
    """Events into one node, without recursion."""

    def __init__(self, source: Source, loader: yaml.SafeLoader) -> None:
        self.source = source
        self.loader = loader
        self.anchors: dict[str, tuple[Node, int] | None] = {}
        self.total = 0

    def document(self) -> Node:
        root: Node | None = None
        documents = 0
        for event in self.events():
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self.refused(event, "a second document in one file", "keep one, or make two files")
                root = self.node()
        return root if root is not None else Scalar(self.source, 1, 1, "", True)

    def events(self) -> Iterator[yaml.Event]:
        while self.loader.check_event():
            yield self.loader.get_event()  # type: ignore[no-untyped-call]  # the stubs leave it out

    def node(self) -> Node:
        """The node whose first event comes next."""
        stack: list[_Open] = []
        for event in self.events():
            if isinstance(event, yaml.ScalarEvent):
                self.untagged(event)
                done: Node = Scalar(self.source, *_place(event), event.value, not event.style)
                size = 1
                if event.anchor:
                    self.anchors[event.anchor] = (done, size)
            elif isinstance(event, yaml.AliasEvent):
                done, size = self.aliased(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                self.untagged(event)
                if len(stack) >= MOST_DEPTH:
                    raise self.refused(event, "nested too deep", "give the inner part a name of its own")
                if event.anchor:
                    self.anchors[event.anchor] = None
                stack.append(_Open(event))
                continue
            else:
                closed = stack.pop()
                done, size = self.closed(closed), closed.size
                if closed.anchor:
                    self.anchors[closed.anchor] = (done, size)
            if not stack:
                return done
            stack[-1].children.append(done)
            stack[-1].size += size
            if stack[-1].size > MOST_NODES:
                raise self.refused(event, "too much in one file", "aliases (`*name`) repeat what they name")
        raise AssertionError("a document without an end")

    def aliased(self, event: yaml.AliasEvent) -> tuple[Node, int]:
        if event.anchor not in self.anchors:
            raise self.refused(
                event,
                f"nothing is called “&{event.anchor}”",
                "a text that begins with * needs quotes, as in '*mab'",
            )
        found = self.anchors[event.anchor]
        if found is None:
            raise self.refused(event, f"“*{event.anchor}” stands inside what it names")
        return found

    def closed(self, part: _Open) -> Node:
        line, column = _place(part.event)
        if isinstance(part.event, yaml.SequenceStartEvent):
            return Sequence(self.source, line, column, tuple(part.children))
        entries: list[Entry] = []
        seen: dict[str, Scalar] = {}
        for key, value in zip(part.children[::2], part.children[1::2], strict=True):
            if not isinstance(key, Scalar):
                what, hint = "a key must be a word", "is a bracket too many?"
                raise NotYaml(self.source.problem(what, key.line, key.column, hint))
            first = seen.setdefault(key.text, key)
            if first is not key:
                raise NotYaml(
                    self.source.problem(
                        f"the key “{key.text}” stands here a second time",
                        key.line,
                        key.column,
                        f"the first is at {self.source.path}:{first.line}:{first.column}; keep one",
                    )
                )
            entries.append(Entry(key, value))
        return Mapping(self.source, line, column, tuple(entries), bool(part.event.flow_style))

    def untagged(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.tag is not None:
            raise self.refused(
                event,
                f"a tag, “{_short_tag(event.tag)}”; tags are not read",
                "a text that begins with ! needs quotes",
            )

    def refused(self, event: yaml.Event, what: str, hint: str = "") -> NotYaml:
        return NotYaml(self.source.problem(what, *_place(event), hint))


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _short_tag(tag: str) -> str:
    return "!!" + tag.removeprefix("tag:yaml.org,2002:") if tag.startswith("tag:yaml.org,2002:") else tag


_ONE_COLUMN = "keys of one thing begin in one column"
# What the YAML parser says, and what it means for somebody who never wrote a parser.
_EXPLANATIONS = (
    (
        "mapping values are not allowed",
        "a colon where none can stand",
        "text with “: ” in it needs quotes; else the indentation above is not what it seems",
    ),
    ("found character '\\t'", "a tab", "indent with spaces"),
    ("tab character", "a tab", "indent with spaces"),
    (
        "found character that cannot start any token",
        "a tab, or text that begins with one of @ ` %",
        "indent with spaces; put such text in quotes",
    ),
    ("cannot start any token", "text cannot begin with this character", "put the text in quotes"),
    (
        "could not find expected ':'",
        "a line that is neither a key nor part of the text above",
        "a key ends with “:”; text that goes on stands further right than its key",
    ),
    (
        "found unexpected end of stream",
        "the file ends inside quotes",
        "close the quotes that were opened here",
    ),
    ("while scanning a quoted scalar", "quotes that are not closed", "close them"),
    (
        "did not find expected ',' or '}'",
        "braces that are not closed, or a comma is missing",
        "every { needs its }; text with quotes, commas or braces inside needs quotes around all of it",
    ),
    (
        "did not find expected ',' or ']'",
        "a bracket that is not closed, or a comma is missing",
        "every [ needs its ]; text that begins with #, or has commas or brackets inside, needs quotes",
    ),
    ("expected ',' or '}'", "braces that are not closed, or a comma is missing", "every { needs its }"),
    ("expected ',' or ']'", "a bracket that is not closed, or a comma is missing", "every [ needs its ]"),
    ("did not find expected key", "this line does not fit the lines above", _ONE_COLUMN),
    ("expected <document start>", "this line does not fit the lines above", _ONE_COLUMN),
    (
        "did not find expected '-' indicator",
        "this line does not fit the list above",
        "each entry begins with “- ” in one column",
    ),
    (
        "did not find expected node content",
        "something is missing here",
        "a comma too many; or text that begins with #, a comment to YAML, and needs quotes",
    ),
    (
        "found undefined alias",
        "a text that begins with * names nothing",
        "put it in quotes, as in '*mab'",
    ),
    (
        "block sequence entries are not allowed",
        "a list cannot begin here",
        "put “- ” on a line of its own, under its key",
    ),
    (
        "found undefined tag handle",
        "a tag; tags are not read",
        "a text that begins with ! needs quotes",
    ),
    ("found unknown escape", "an unknown escape after \\", "in single quotes \\ stands for itself"),
)


def _explained(source: Source, error: yaml.MarkedYAMLError) -> Problem:
    said = f"{error.context or ''} {error.problem or ''}".strip()
    # Quotes and brackets that are never closed are noticed far below: show where they open.
    opens = "quoted scalar" in said or "flow" in said
    mark = (error.context_mark if opens else None) or error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if opens and error.problem_mark and error.problem_mark.line == line - 1:
        column = error.problem_mark.column + 1
    if "expected key" in said and source.line(line)[: column - 1].strip():
        return source.problem(
            "something stands here after the end of a value",
            line,
            column,
            "text with quotes inside, or that begins with { or [, needs other quotes around all of it",
        )
    for part, what, hint in _EXPLANATIONS:
        if part in said:
            return source.problem(what, line, column, hint)
    return source.problem(f"this is not YAML: {error.problem or 'cannot be read'}", line, column)


def _clipped(line: str, column: int, width: int = 160) -> str:
    """The line, cut after `width` characters beyond the caret."""
    end = column + width
    return line if len(line) <= end else line[:end] + "…"
