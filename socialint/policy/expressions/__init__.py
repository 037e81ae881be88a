"""Expressions: what a rule looks for, from YAML to the types of the model.

`HEADS` is the list of leaves and operators: the key that names each, the keys that only it has,
and what it becomes. Names of concepts, statements and word files stay names here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any as AnyValue

from socialint.model.language import Expression
from socialint.policy.expressions.carried import (
    EXCEPT,
    EXPRESSION,
    LANGUAGE,
    NAME,
    UNLESS,
    Head,
    shape_of,
)
from socialint.policy.expressions.facts import OF_A_POST
from socialint.policy.expressions.leaves import (
    LEAVES,
    TEMPLATES,
    WORDS_BY_LANGUAGE,
    Templates,
    terms_of,
)
from socialint.policy.expressions.operators import OPERATORS
from socialint.schema import Mapping as MappingNode
from socialint.schema import Node, Scalar, Sequence, Shape, by_key
from socialint.schema.shape import Definitions
from socialint.schema.shape import Reading as Progress

__all__ = [
    "EXCEPT",
    "EXPRESSION",
    "HEADS",
    "LANGUAGE",
    "NAME",
    "TEMPLATES",
    "UNLESS",
    "WHOLE",
    "WORDS_BY_LANGUAGE",
    "Templates",
    "terms_of",
]

HEADS: Mapping[str, Head] = {**LEAVES, **OF_A_POST, **OPERATORS}


_BY_HEAD: Shape[Expression] = by_key(
    {key: shape_of(head) for key, head in HEADS.items()}, "something to look for"
)


class _Expression(Shape[Expression]):
    @property
    def expected(self) -> str:
        return "something to look for, as in {words: […]} or {use: NAME}"

    def read(self, node: Node, reading: Progress) -> Expression:
        if isinstance(node, MappingNode):
            return _BY_HEAD.read(node, reading)
        hint = ""
        if isinstance(node, Scalar) and not node.empty:
            hint = f"a concept is written {{use: {node.text}}}, words {{words: [{node.text}]}}"
        elif isinstance(node, Sequence):
            hint = "say how they combine: {all: […]} or {any: […]}"
        raise self.mismatch(node, reading, hint)

    def schema(self, definitions: Definitions) -> dict[str, AnyValue]:
        return _BY_HEAD.schema(definitions)


WHOLE: Shape[Expression] = _Expression()
"""Anything that a rule can look for."""
