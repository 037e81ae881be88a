"""What a rule says: its frame, its examples, the pack it stands in, the policy of a run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from socialint.model.marks import Mark

if TYPE_CHECKING:
    from socialint.model.channels import Channel
    from socialint.model.language import Expression, Reason
    from socialint.model.leaves import Phrases, Row, Scalar

ENGLISH = "en"
"""The language that every rule speaks."""


class Severity(IntEnum):
    """How bad a finding is."""

    INFO = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3
    CRITICAL = 4

    def __str__(self) -> str:
        return self.name.lower()


class Confidence(IntEnum):
    """How sure a finding is; apart from how bad it is."""

    LOW = 0
    MEDIUM = 1
    HIGH = 2

    def __str__(self) -> str:
        return self.name.lower()


class Category(StrEnum):
    """What a rule is about."""

    PHI = "phi"
    CLAIMS = "claims"
    DISCLAIMERS = "disclaimers"
    TOPICS = "topics"
    SAFETY = "safety"
    INDUCEMENTS = "inducements"
    GOVERNANCE = "governance"
    ACCESS = "access"
    LANGUAGE = "language"
    PLATFORM = "platform"


@dataclass(frozen=True, slots=True)
class Citation:
    """A law or code, and the day somebody confirmed it; None says nobody has yet."""

    law: str
    checked: date | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """Values that a circumstance must have, or with `negate` must not have."""

    values: frozenset[str]
    negate: bool = False


@dataclass(frozen=True, slots=True)
class Applies:
    """For whom and where a rule holds; None asks nothing."""

    organisation: Condition | None = None
    market: Condition | None = None
    """Some markets of the jurisdiction, or all but some."""
    audience: Condition | None = None
    channel: Condition | None = None
    post_type: Condition | None = None
    language: Condition | None = None
    facts: Mapping[str, Scalar] = field(default_factory=lambda: MappingProxyType({}))


class FixKind(StrEnum):
    """What a fix does with the text."""

    REPLACE = "replace"
    REPLACE_STATEMENT = "replace-statement"
    APPEND = "append"
    APPEND_STATEMENT = "append-statement"
    INSERT = "insert"
    BEGIN = "begin"
    DELETE = "delete"
    CAPITALISE = "capitalise"
    """Each word of a hashtag begins with a capital."""


@dataclass(frozen=True, slots=True)
class FixRecipe:
    """How a match could be put right; `text` is the words, or the name of a statement."""

    kind: FixKind
    text: str = ""
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """When this holds, what is set replaces what the rule says."""

    when: Expression | None = None
    reasons: frozenset[Reason] = frozenset()
    points: float | None = None
    severity: Severity | None = None
    confidence: Confidence | None = None
    message: str | None = None
    advice: str | None = None
    fix: FixRecipe | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A post that a rule must find (bad) or leave alone (good).

    `record` holds the post as an input record: the text under `text`, other fields, metadata.
    """

    record: Mapping[str, object] = field(repr=False)
    because: str = ""
    severity: Severity | None = None
    mark: Mark = Mark()


@dataclass(frozen=True, slots=True)
class StatementText:
    """One prescribed text, its language, and the days between which it was the right one."""

    language: str
    text: str
    since: date | None = None
    until: date | None = None
    """The last day; None while it holds."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Wording that law prescribes.

    `parts`, by language, must all be there instead of one text. With `near` a text that is as
    much alike (0 to 1) will do.
    """

    name: str
    texts: tuple[StatementText, ...] = ()
    parts: tuple[StatementText, ...] = ()
    near: float | None = None
    any_language: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A policy rule, read and typed."""

    id: str
    title: str
    category: Category
    severity: Severity
    confidence: Confidence
    citations: tuple[Citation, ...]
    match: Expression
    message: str
    why: str
    advice: str
    applies: Applies
    jurisdiction: str
    pack: str
    cases: tuple[Case, ...] = ()
    hides: Expression | None = None
    """What else of a post identifies somebody where the rule holds, and is not to be printed."""
    fix: FixRecipe | None = None
    since: date | None = None
    until: date | None = None
    bad: tuple[Example, ...] = ()
    good: tuple[Example, ...] = ()
    fixtures: Mapping[str, Sequence[Row]] = field(default_factory=lambda: MappingProxyType({}))
    """Register rows that exist only while this rule's own examples run."""
    severity_reason: str = ""
    language: str = ENGLISH
    """The language (ISO 639-1) of its message."""
    mark: Mark = Mark()


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder or file of rules for one jurisdiction."""

    id: str
    title: str
    jurisdiction: str
    reviewed: date | None
    version: str
    shipped: bool = True


@dataclass(frozen=True, slots=True)
class Outline:
    """What is told of the rules of a run, without the rules."""

    digest: str
    """That of the policy, as `sha256:…`."""
    packs: tuple[Pack, ...]
    """All packs of the policy, in play or not."""
    names: tuple[str, ...]
    """The ids of all rules of the policy, in play or not."""
    rules: int
    """How many are in play."""
    in_play: frozenset[str]
    """The ids of their packs."""


class CueRole(StrEnum):
    """What a cue does for its guard (NegEx, Chapman 2001; ConText, Harkema 2009)."""

    BEFORE = "before"
    """Stands left of what it turns."""
    AFTER = "after"
    """Stands right of what it turns."""
    PSEUDO = "pseudo"
    """Looks like a cue and is none: `not only`."""
    STOP = "stop"
    """Ends the reach of a cue: `but`."""
    BLOCK = "block"
    """Found anywhere in the post, it denies the excuse: an offer answers the question."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that turn what stands near them: what a guard listens for.

    `reach` is how many words the cue reaches from its own edge; 0 means to the end of the
    clause, -1 to the end of the sentence, -2 over the whole post.
    """

    guard: str
    role: CueRole
    leaf: Phrases
    reach: int = 0


@dataclass(frozen=True, slots=True)
class Policy:
    """All packs of a run, resolved: rules in order of their ids, statements by name."""

    rules: tuple[Rule, ...]
    packs: tuple[Pack, ...]
    statements: Mapping[str, Statement]
    cues: tuple[Cue, ...]
    persons: Mapping[str, Mapping[str, tuple[str, ...]]]
    """The words by which names and roles are known, by language and by kind."""
    channels: Mapping[str, Channel]
    """What is known of the channels that posts go to."""
    digest: str
    """sha256 over every file the policy was read from, as `sha256:…`."""
    lists: tuple[Path, ...] = ()
    """The word files and tables that rule files name."""
