"""A rule file as a whole: its pack, its concepts, statements, fixtures and rules.

A broken concept or rule is said once and left out; its name stays known, so that nothing else in
the policy is blamed for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from socialint.model.language import Expression
from socialint.model.records import REGISTERS
from socialint.policy.channels import CHANNELS
from socialint.policy.drafts import ConceptDraft, RuleDraft, StatementDraft, WordChange
from socialint.policy.expressions import EXCEPT, EXPRESSION, NAME, WORDS_BY_LANGUAGE
from socialint.policy.rules import DEFAULTS, MARKET, RULE
from socialint.policy.statements import STATEMENT
from socialint.schema import (
    Mapping as MappingNode,
)
from socialint.schema import (
    Node,
    Sequence,
    Shape,
    enum,
    many,
    mapping_of,
    named,
    names_of,
    optional,
    plain_value,
    record,
    required,
    text,
    transformed,
)
from socialint.schema import date as day
from socialint.schema.shape import Definitions, Reading, Refused

T = TypeVar("T")


class _Named(Shape[dict[str, T]], Generic[T]):
    """Names and what stands under each; `make` also gets None for what is broken."""

    def __init__(self, shape: Shape[Any], make: Callable[[str, Node, Any], T], what: str) -> None:
        self.shape = shape
        self.make = make
        self.what = what

    @property
    def expected(self) -> str:
        return self.what

    def read(self, node: Node, reading: Reading) -> dict[str, T]:
        if not isinstance(node, MappingNode):
            raise self.mismatch(node, reading)
        values: dict[str, T] = {}
        for key, value in node.entries:
            try:
                NAME.read(key, reading)
                found = self.shape.read(value, reading)
            except Refused:
                found = None
            values[key.text] = self.make(key.text, key, found)
        return values

    def schema(self, definitions: Definitions) -> dict[str, Any]:
        return mapping_of(self.shape, key=NAME).schema(definitions)


class _Rules(Shape[tuple[tuple[RuleDraft, ...], frozenset[str]]]):
    """Rules, and the ids of those that are broken."""

    @property
    def expected(self) -> str:
        return "a list of rules"

    def read(self, node: Node, reading: Reading) -> tuple[tuple[RuleDraft, ...], frozenset[str]]:
        if not isinstance(node, Sequence):
            raise self.mismatch(node, reading, "each rule begins with “- id: …”")
        rules: list[RuleDraft] = []
        broken: set[str] = set()
        for item in node.items:
            try:
                rules.append(RULE.read(item, reading))
            except Refused:
                name = item.get("id") if isinstance(item, MappingNode) else None
                broken.add(getattr(name, "text", ""))
        return tuple(rules), frozenset(broken)

    def schema(self, definitions: Definitions) -> dict[str, Any]:
        return many(RULE).schema(definitions)


def _change(
    *,
    more: Mapping[str, tuple[str, ...]] | None = None,
    less: Mapping[str, tuple[str, ...]] | None = None,
    exceptions: tuple[Expression, ...] = (),
) -> WordChange:
    return WordChange(more or {}, less or {}, exceptions)


_CHANGE: Shape[WordChange] = record(
    _change,
    optional("words+", WORDS_BY_LANGUAGE, "words added to the shipped concept", argument="more"),
    optional("words-", WORDS_BY_LANGUAGE, "words taken from the shipped concept", argument="less"),
    optional("except+", EXCEPT, "longer phrases that cancel its words", argument="exceptions"),
    about="a change of a shipped concept",
    elsewhere={"words": "`words+` adds to a shipped concept; `words` alone makes one of your own"},
)
_CHANGE_KEYS = frozenset({"words+", "words-", "except+"})


class _Concept(Shape[Expression | WordChange]):
    @property
    def expected(self) -> str:
        return EXPRESSION.expected

    def read(self, node: Node, reading: Reading) -> Expression | WordChange:
        if isinstance(node, MappingNode) and _CHANGE_KEYS & set(node.keys):
            return _CHANGE.read(node, reading)
        return EXPRESSION.read(node, reading)

    def schema(self, definitions: Definitions) -> dict[str, Any]:
        change = _CHANGE.schema(definitions) | {"minProperties": 1}
        return {"anyOf": [EXPRESSION.schema(definitions), change]}


def _concept(name: str, node: Node, found: Expression | WordChange | None) -> ConceptDraft:
    if isinstance(found, WordChange):
        return ConceptDraft(name, node.mark, node, change=found)
    return ConceptDraft(name, node.mark, node, body=found)


def _statement(name: str, node: Node, found: Any) -> StatementDraft:
    return StatementDraft(name, node.mark, found)


CONCEPTS: Shape[dict[str, ConceptDraft]] = _Named(named("concept", _Concept), _concept, "concepts by name")
STATEMENTS: Shape[dict[str, StatementDraft]] = _Named(
    named("statement", lambda: STATEMENT), _statement, "statements by name"
)
_ROW = mapping_of(plain_value(), what="a row of a register", least=1)
_ROWS = transformed(many(_ROW), lambda rows, node: tuple(map(MappingProxyType, rows)))
FIXTURES = mapping_of(
    _ROWS, key=enum(names_of(REGISTERS), "a register"), what="rows by register, as in {products: […]}"
)

_SHARED = (
    optional("concepts", CONCEPTS, "vocabulary and ideas, named once"),
    optional("statements", STATEMENTS, "wording that law prescribes, named once"),
)


def _pack(
    *,
    rules: tuple[Any, Any] = ((), frozenset()),
    concepts: Mapping[str, ConceptDraft] = MappingProxyType({}),
    **rest: Any,
) -> dict[str, Any]:
    changes = tuple(concept for concept in concepts.values() if concept.change)
    own = {name: concept for name, concept in concepts.items() if not concept.change}
    return {
        "kind": "pack",
        "rules": rules[0],
        "broken": rules[1],
        "concepts": own,
        "changes": changes,
        **rest,
    }


PACK_FILE: Shape[dict[str, Any]] = record(
    _pack,
    required("pack", NAME, "the pack that this file belongs to"),
    optional("title", text(), "what the pack is; in one file of the pack"),
    optional(
        "jurisdiction",
        MARKET,
        "a market, or one that contains it; in one file of the pack",
    ),
    optional("reviewed", day(), "when somebody last went through it; in one file of the pack"),
    optional("version", text(), "the pack's own version"),
    optional("defaults", DEFAULTS, "what every rule of this file says unless it says something else"),
    *_SHARED,
    optional("fixtures", FIXTURES, "register rows that exist only while the rules' own examples run"),
    optional("channels", CHANNELS, "what is known of channels, where it is not what is shipped"),
    optional("rules", _Rules(), "the rules"),
    about="a rule file",
)
"""A file of a pack, as arguments of a `FileDraft`."""

VOCABULARY_FILE: Shape[dict[str, Any]] = record(
    lambda **rest: {"kind": "vocabulary", **rest},
    *_SHARED,
    about="a file of the shared vocabulary",
    elsewhere=dict.fromkeys(("pack", "rules"), "the shared vocabulary has only concepts and statements"),
)
"""A file of the vocabulary that all packs share, as arguments of a `FileDraft`."""
