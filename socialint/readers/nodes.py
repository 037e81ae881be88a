"""Values read from JSON, YAML, TOML or a table's row, whose texts know their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from socialint.readers.traced import Traced

Scalar = str | int | float | bool | None


class MalformedError(ValueError):
    """Where a text stops being JSON, YAML or TOML, and why; the message quotes nothing."""

    def __init__(self, why: str, offset: int) -> None:
        super().__init__(why)
        self.offset = offset


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value, and the characters that say it."""

    value: Scalar = field(repr=False)
    written: Traced = field(repr=False)

    @classmethod
    def of_text(cls, written: Traced) -> Leaf:
        """A value that is its own text."""
        return cls(written.text, written)


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    nodes: tuple[Node, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping, every pair of it, also where a key is there twice."""

    pairs: tuple[tuple[str, Node], ...] = field(repr=False)

    def get(self, key: str) -> Node | None:
        """What stands under `key`; the last one, as everywhere else, where it is there twice."""
        return next((node for name, node in reversed(self.pairs) if name == key), None)


Node = Leaf | Items | Entries


def value(node: Node) -> object:
    """The node as a plain value; the last of two equal keys wins."""
    if isinstance(node, Leaf):
        return node.value
    if isinstance(node, Items):
        return [value(item) for item in node.nodes]
    return {key: value(item) for key, item in node.pairs}


def leaves(node: Node, path: str = "") -> Iterator[tuple[str, Leaf]]:
    """Every value below `node` with its key path (`pages[2].hero.title`), in order."""
    if isinstance(node, Leaf):
        yield path, node
    elif isinstance(node, Items):
        for number, item in enumerate(node.nodes):
            yield from leaves(item, f"{path}[{number}]")
    else:
        for key, item in node.pairs:
            yield from leaves(item, below(path, key))


def below(path: str, key: str) -> str:
    """The key path of `key` below `path`."""
    return f"{path}.{key}" if path else key


def repeated_keys(node: Node, path: str = "") -> Iterator[str]:
    """The key paths that stand more than once in one mapping."""
    if isinstance(node, Items):
        for number, item in enumerate(node.nodes):
            yield from repeated_keys(item, f"{path}[{number}]")
    elif isinstance(node, Entries):
        seen: set[str] = set()
        for key, item in node.pairs:
            if key in seen:
                yield below(path, key)
            seen.add(key)
            yield from repeated_keys(item, below(path, key))
