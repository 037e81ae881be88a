"""What a shape is: reads a node into a value, and knows its JSON Schema.

Reading a node either returns a value or raises `Refused`, after every mistake below the node has
been added to the `Reading`: a list reads all of its items and a record all of its keys before
either gives up, so that one run tells everything.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, Generic, TypeVar

from socialint.errors import Problem
from socialint.schema.yaml import Mapping, Node, Scalar, Sequence

T_co = TypeVar("T_co", covariant=True)
Definitions = dict[str, dict[str, Any]]


class Refused(Exception):  # noqa: N818  # no error of the program: the node is at fault
    """A node could not become a value; the reading knows why."""


class Wrong(Exception):  # noqa: N818  # raised by whoever describes a shape; reads as it is said
    """What a builder or a check finds wrong with a value that has the right form.

    `key` names the key it is about, where there is one; `at` is where in the text it stands.
    """

    def __init__(self, what: str, *, key: str = "", hint: str = "", at: int = 0) -> None:
        self.what = what
        self.key = key
        self.hint = hint
        self.at = at
        super().__init__(what)


class Reading:
    """What was found wrong so far."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def refuse(self, node: Node, what: str, hint: str = "", *, at: int = 0) -> Refused:
        """Adds a problem at the node, and returns what is to be raised."""
        self.note(node, what, hint, at=at)
        return Refused(what)

    def note(self, node: Node, what: str, hint: str = "", *, at: int = 0) -> None:
        """Adds a problem at the node, or `at` characters into its text; reading goes on."""
        column = node.column
        if at and isinstance(node, Scalar):
            # Only a text that stands in its line as it is has places inside.
            start = node.source.line(node.line).find(node.text, node.column - 1)
            column = start + at + 1 if start >= 0 else column
        self.problems.append(node.source.problem(what, node.line, column, hint))

    def sorted(self) -> tuple[Problem, ...]:
        """All problems, in the order of the files and their lines, none twice."""
        found = dict.fromkeys(self.problems)
        return tuple(sorted(found, key=lambda problem: (problem.path, problem.line, problem.column)))


def quoted(node: Scalar) -> str:
    """The text in quotes, for a message; of a private file only that there is one."""
    if node.source.private:
        return "this value"
    return f"“{node.text}”" if len(node.text) <= 60 else f"“{node.text[:57]}…”"


def described(node: Node) -> str:
    """What a node is, in plain words."""
    if isinstance(node, Mapping):
        return "keys and values"
    if isinstance(node, Sequence):
        return "a list"
    return "nothing" if node.empty else quoted(node)


class Shape(ABC, Generic[T_co]):
    """What a node must look like to become a `T_co`."""

    @property
    @abstractmethod
    def expected(self) -> str:
        """What should stand there, in plain words: “a date”."""

    @abstractmethod
    def read(self, node: Node, reading: Reading) -> T_co:
        """The value. Raises `Refused` after adding what is wrong."""

    @abstractmethod
    def schema(self, definitions: Definitions) -> dict[str, Any]:
        """Its JSON Schema; what has a name is added to `definitions`."""

    def mismatch(self, node: Node, reading: Reading, hint: str = "") -> Refused:
        """Says that something else was expected here."""
        if not hint and isinstance(node, Mapping) and node.flow and "text" in self.expected:
            hint = "text that begins with { needs quotes"
        return reading.refuse(node, f"expected {self.expected}, found {described(node)}", hint)
