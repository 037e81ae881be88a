"""A regular expression into a tree: just enough of it to see where it repeats itself.

The `regex` module has compiled the expression before, so that only its shape is read here and
no mistake is looked for. What the tree cannot hold (recursion, fuzzy matching, the verbose flag)
raises `UnreadShapeError`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

MANY = 1_000_000
"""The upper bound of an unbounded repeat."""


class UnreadShapeError(Exception):
    """The expression uses something whose shape says nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class Atom:
    """One character: a letter, a class, an escape."""

    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Edge:
    r"""A place without width: `^`, `$`, `\b`."""

    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """A look ahead or behind, which takes up no room."""

    body: Tree


@dataclass(frozen=True, slots=True, eq=False)
class Chain:
    """Parts, one after the other."""

    parts: tuple[Tree, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Fork:
    """One of several."""

    options: tuple[Tree, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Repeat:
    """A part, so many times; `text` is how the whole is written."""

    body: Tree
    least: int
    most: int
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Sealed:
    """An atomic group, or a possessive repeat: once found it is not tried otherwise."""

    body: Tree


Tree: TypeAlias = "Atom | Edge | Look | Chain | Fork | Repeat | Sealed"

_BOUNDS = re.compile(r"\{(\d*)(,?)(\d*)\}")
_ESCAPE = re.compile(
    r"\\(?:[pPN]\{[^}]*\}|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|0[0-7]{0,2}|.)", re.DOTALL
)
_CLASS_PART = re.compile(rf"\[:[^]]*:\]|{_ESCAPE.pattern}|[^\]]", re.DOTALL)
_GROUP = re.compile(
    r"\((?:\?(?:(?P<look><?[=!])|(?P<atomic>>)|(?P<comment>\#[^)]*)\)|P?<(?P<name>\w+)>|(?P<reset>\|)"
    r"|(?P<flags>[a-zA-Z0-9]*(?:-[a-zA-Z0-9]+)?)(?P<scope>[:)])|(?P<other>.))?)?",
    re.DOTALL,
)
_EDGES = frozenset("bBmMAZzGK")


def tree_of(expression: str) -> Tree:
    """The shape of a regular expression. Raises `UnreadShapeError`."""
    return _Parser(expression).whole()


class _Parser:
    def __init__(self, expression: str) -> None:
        self.text = expression
        self.at = 0

    def whole(self) -> Tree:
        tree = self.fork()
        if self.at < len(self.text):
            raise UnreadShapeError
        return tree

    def fork(self) -> Tree:
        options = [self.chain()]
        while self.text[self.at : self.at + 1] == "|":
            self.at += 1
            options.append(self.chain())
        return options[0] if len(options) == 1 else Fork(tuple(options))

    def chain(self) -> Tree:
        parts: list[Tree] = []
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            start = self.at
            part = self.part()
            if part is not None:
                parts.append(self.repeated(part, start))
        return parts[0] if len(parts) == 1 else Chain(tuple(parts))

    def part(self) -> Tree | None:
        letter = self.text[self.at]
        if letter == "(":
            return self.group()
        if letter == "[":
            return self.character_class()
        if letter == "\\":
            return self.escape()
        self.at += 1
        return Edge(letter) if letter in "^$" else Atom(letter)

    def escape(self) -> Tree:
        found = _ESCAPE.match(self.text, self.at)
        if not found:
            raise UnreadShapeError
        self.at = found.end()
        kind = found[0][1]
        if kind in _EDGES:
            return Edge(found[0])
        if kind in "gkL123456789":
            raise UnreadShapeError
        return Atom(found[0])

    def character_class(self) -> Tree:
        start = self.at
        self.at += 2 if self.text.startswith("[^", start) else 1
        if self.text.startswith("]", self.at):
            self.at += 1
        while not self.text.startswith("]", self.at):
            found = _CLASS_PART.match(self.text, self.at)
            if not found:
                raise UnreadShapeError
            self.at = found.end()
        self.at += 1
        return Atom(self.text[start : self.at])

    def group(self) -> Tree | None:
        found = _GROUP.match(self.text, self.at)
        if not found or found["other"] or (found["flags"] and set(found["flags"]) & set("xber0123456789")):
            raise UnreadShapeError
        self.at = found.end()
        if found["comment"] or found["scope"] == ")":
            return None
        body = self.fork()
        if self.text[self.at : self.at + 1] != ")":
            raise UnreadShapeError
        self.at += 1
        if found["look"]:
            return Look(body)
        return Sealed(body) if found["atomic"] else body

    def repeated(self, part: Tree, start: int) -> Tree:
        while self.at < len(self.text):
            bounds = self.bounds()
            if bounds is None:
                break
            part = Repeat(part, *bounds, self.text[start : self.at])
            if self.text[self.at : self.at + 1] == "?":
                self.at += 1
            elif self.text[self.at : self.at + 1] == "+":
                self.at += 1
                part = Sealed(part)
        return part

    def bounds(self) -> tuple[int, int] | None:
        letter = self.text[self.at]
        if letter in "*+?":
            self.at += 1
            return {"*": (0, MANY), "+": (1, MANY), "?": (0, 1)}[letter]
        if letter != "{":
            return None
        found = _BOUNDS.match(self.text, self.at)
        if not found or not (found[1] or found[3]):
            if "}" in self.text[self.at :]:
                raise UnreadShapeError  # fuzzy matching, or a brace that stands for itself
            return None
        self.at = found.end()
        least = int(found[1] or 0)
        if not found[2]:
            return least, least
        return least, int(found[3]) if found[3] else MANY
