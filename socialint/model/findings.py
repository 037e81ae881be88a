"""What came out of a run: findings, coverage, and the report that reporters render."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from socialint.model.documents import Unread
from socialint.model.places import Location, Span, counting
from socialint.model.policy import Category, Citation, Confidence, Pack, Severity
from socialint.model.waivers import Waived, Waiver


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the characters of `span` in the finding's field by `text`."""

    span: Span
    text: str = dataclasses.field(repr=False)
    place: Location | None = None
    """What to replace in the file, where the same characters stand there."""
    source: Span | None = None
    """The code points of the file's text that the span was made from; None where it was made from none."""


@dataclass(frozen=True, slots=True)
class Fix:
    """How the text could be put right; a safe fix may be applied unattended."""

    title: str
    safe: bool
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Another place in the same field that took part, and what it was."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Mask:
    """A stretch that identifies a person, and what is shown instead of it: `[SSN 1]`."""

    span: Span
    shown: str


@dataclass(frozen=True, slots=True)
class Edition:
    """A post in the state in which it was checked.

    `key` tells it from the other posts of its source, `content` changes with anything that is
    said in it or of it; both are digests. `published` is the day that it goes out, if it says so.
    """

    key: str
    content: str
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a person must look at: a match that survived merging.

    `message`, `excerpt`, `sentence` and the texts of `fix` are masked: what identifies a person
    is shown as its kind and order. `marked` are the stretches of `sentence` that were matched.
    `span` and `related` are code points of the field's own text.
    """

    rule: str
    category: Category
    severity: Severity
    confidence: Confidence
    message: str
    path: str
    post: str
    field: str
    location: Location
    span: Span
    excerpt: str
    sentence: str
    marked: tuple[Span, ...]
    title: str
    why: str
    advice: str
    citations: tuple[Citation, ...]
    jurisdiction: str
    fingerprint: str
    words: str
    """A digest of the words that the rule found in this source; of the post where it found none."""
    edition: Edition
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    reason: str | None = None
    cleared_by: tuple[str, ...] = ()
    waived: Waived | None = None

    @property
    def order(self) -> tuple[object, ...]:
        """Worst first, then by place, then by rule: a total order."""
        return (
            -self.severity,
            -self.confidence,
            self.path,
            counting(self.post) if self.location.landmark else (),
            self.location.line,
            self.location.column,
            self.post,
            self.field,
            self.span,
            self.rule,
            self.fingerprint,
        )


@dataclass(frozen=True, slots=True)
class ReadSource:
    """A source that was read: sha256 of its bytes, how many posts, which encoding."""

    path: str
    sha256: str
    posts: int
    encoding: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture that a draft asks for: the address it gives, the name of the source that is, its sha256.

    Without a name there was none in the run; without a sha256 it could not be read.
    """

    address: str
    name: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a source; `read` is None where it could not be."""

    read: ReadSource | None
    findings: Sequence[Finding] = ()
    unread: Sequence[Unread] = ()
    relaxed: Mapping[str, int] = dataclasses.field(default_factory=dict)
    """How many findings metadata took away, by its key."""
    seconds: Mapping[str, float] = dataclasses.field(default_factory=dict)
    shown: Sequence[ReadSource] = ()
    """The pictures that were read as part of it."""
    asked: Sequence[Shown] = ()
    """The pictures that it asks for, whether they were there or not."""
    waivers: Sequence[Waiver] = ()
    """What it allows to stand, or means to."""
    dated: bool = True
    """Whether the day of the run may have had a part in it."""
    whole: bool = True
    """Whether all of it was seen in the same bytes."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was read, by which rules, and what was left out."""

    sources: int
    posts: int
    rules: int
    packs: tuple[Pack, ...]
    markets: tuple[str, ...]
    today: date
    read: tuple[ReadSource, ...] = ()
    skipped: Mapping[str, int] = dataclasses.field(default_factory=dict)
    switched_off: tuple[str, ...] = ()
    relaxed: Mapping[str, int] = dataclasses.field(default_factory=dict)
    partial: tuple[str, ...] = ()
    """Markets that the packs cover in part only."""


@dataclass(frozen=True, slots=True)
class Baselined:
    """What came of a baseline: how many findings it hides, and how many of its entries are of no use.

    `unused` entries hide nothing any more, `expired` ones are past their day. `entries` are those that
    would be written now, and `text` is the file of them.
    """

    hidden: int
    unused: int = 0
    expired: int = 0
    entries: int = 0
    text: str = dataclasses.field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a run. Findings are worst first; what was unread is never clean."""

    version: str
    policy: str
    coverage: Coverage
    findings: Sequence[Finding]
    unread: Sequence[Unread]
    waived: Sequence[Finding] = ()
    """What somebody allowed to stand; it is not among the findings and fails nothing."""
    baselined: Baselined | None = None
    """What a baseline hides; None where there was none."""
    seconds: Mapping[str, float] = dataclasses.field(default_factory=dict)
    """How long each rule was judged, by id, where somebody asked; never the same in two runs."""

    def counted(self) -> Mapping[str, int]:
        """How many findings of each severity, worst first, every severity named."""
        counts = {str(severity): 0 for severity in sorted(Severity, reverse=True)}
        for finding in self.findings:
            counts[str(finding.severity)] += 1
        return counts
