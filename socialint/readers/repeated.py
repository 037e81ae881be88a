"""Keys that stand twice in one mapping of a source."""

from __future__ import annotations

from socialint.readers.nodes import Node, repeated_keys
from socialint.readers.original import Original


def say_repeated_keys(found: Original, node: Node, post: str = "") -> None:
    """Put down the keys that stand twice in one mapping: readers differ in which value counts."""
    for path in repeated_keys(node):
        found.note(
            "the key is there twice; both values were checked", hint="keep one of them", post=post, part=path
        )
