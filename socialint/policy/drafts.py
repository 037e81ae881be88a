"""What a rule file says before its names are looked up.

Expressions are those of the model, but for three that only stand here: `Reference`, `Wanted`
and `Listing`. Resolving replaces them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, TypedDict

from socialint.model.channels import Channel
from socialint.model.language import Distance, Expression, FactTest, Guard, Reason, Region
from socialint.model.marks import Mark
from socialint.model.policy import (
    Applies,
    Category,
    Citation,
    Confidence,
    Example,
    FixRecipe,
    Severity,
    Statement,
)
from socialint.policy.wording import Wording
from socialint.schema import Node


class Carried(TypedDict):
    """What every expression can carry, as arguments."""

    mark: Mark
    within: Distance | None
    regions: tuple[Region, ...]
    guards: frozenset[Guard]
    excuses: tuple[Expression, ...]
    exceptions: tuple[Expression, ...]
    identifies: str
    name: str


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Reference(Expression):
    """A concept, by name; one that is a score may be asked for other points than its own."""

    concept: str
    at_least: float | None = None


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Wanted(Expression):
    """`missing: NAME`: a statement, or else a concept."""

    wanted: str


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Listing(Expression):
    """A word file or a table, by the name of its file."""

    file: str
    columns: tuple[str, ...] = ()
    language: str = ""
    where: tuple[FactTest, ...] = ()
    nearest: bool = False


@dataclass(frozen=True, slots=True)
class Excuses:
    """What stands under `unless`."""

    guards: frozenset[Guard] = frozenset()
    expressions: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseDraft:
    """One of `cases`, read."""

    mark: Mark
    when: Expression | None = None
    reasons: frozenset[Reason] = frozenset()
    points: float | None = None
    severity: Severity | None = None
    confidence: Confidence | None = None
    message: Wording | None = None
    advice: Wording | None = None
    fix: FixRecipe | None = None
    nodes: Mapping[str, Node] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Effective:
    """From when until when a rule holds."""

    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Examples:
    """Posts that must be found, and posts that must not."""

    bad: tuple[Example, ...]
    good: tuple[Example, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What every rule of a file says unless it says something else."""

    applies: Applies | None = None
    unless: Excuses | None = None
    confidence: Confidence | None = None
    severity: Severity | None = None
    category: Category | None = None
    citations: tuple[Citation, ...] | None = None
    effective: Effective | None = None
    hides: Expression | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleDraft:
    """A rule as it is written; None where nothing is."""

    node: Node = field(repr=False)
    nodes: Mapping[str, Node] = field(repr=False)
    """What stands under each of its keys, for messages."""
    id: str
    extends: str | None = None
    off: bool = False
    title: Wording | None = None
    category: Category | None = None
    severity: Severity | None = None
    severity_reason: Wording | None = None
    confidence: Confidence | None = None
    citations: tuple[Citation, ...] | None = None
    applies: Applies | None = None
    effective: Effective | None = None
    match: Expression | None = None
    unless_more: Excuses | None = None
    cases: tuple[CaseDraft, ...] | None = None
    hides: Expression | None = None
    message: Wording | None = None
    why: Wording | None = None
    advice: Wording | None = None
    fix: FixRecipe | None = None
    examples: Examples | None = None


@dataclass(frozen=True, slots=True)
class ConceptDraft:
    """A concept, or what a user's file changes in one."""

    name: str
    mark: Mark
    node: Node = field(repr=False)
    body: Expression | None = None
    """None when it is broken (said elsewhere) or only a change."""
    change: WordChange | None = None


@dataclass(frozen=True, slots=True)
class WordChange:
    """`words+`, `words-` and `except+` under the name of a concept that is shipped."""

    more: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    less: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    exceptions: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementDraft:
    """A statement; None when it is broken, which is said elsewhere."""

    name: str
    mark: Mark
    statement: Statement | None


@dataclass(frozen=True, slots=True)
class FileDraft:
    """All that one file says."""

    path: str
    kind: Literal["pack", "vocabulary"]
    node: Node = field(repr=False)
    pack: str = ""
    title: str | None = None
    jurisdiction: str | None = None
    reviewed: date | None = None
    version: str | None = None
    defaults: Defaults = field(default_factory=Defaults)
    concepts: Mapping[str, ConceptDraft] = field(default_factory=dict)
    changes: tuple[ConceptDraft, ...] = ()
    """`words+` and the like, for concepts of other files."""
    statements: Mapping[str, StatementDraft] = field(default_factory=dict)
    fixtures: Mapping[str, tuple[Mapping[str, Any], ...]] = field(default_factory=dict)
    channels: Mapping[str, Channel] = field(default_factory=dict)
    """What it says of channels, other than what is shipped."""
    rules: tuple[RuleDraft, ...] = ()
    broken: frozenset[str] = frozenset()
    """Ids of rules that could not be read, which is said elsewhere."""
