"""The JSON that a run prints, as types: the contract's document, its keys in their order.

The reporters fill these, and the JSON Schema is generated from them. A change here is a change
of the contract.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Literal

from socialint.model.findings import Coverage, Finding, Fix, Report
from socialint.model.places import Span
from socialint.model.waivers import Waived
from socialint.reporters.look import Look

SCHEMA: Literal[1] = 1
SeverityName = Literal["critical", "high", "medium", "low", "info"]
ConfidenceName = Literal["high", "medium", "low"]
CategoryName = Literal[
    "phi", "claims", "disclaimers", "topics", "safety", "inducements", "governance", "access",
    "language", "platform",
]  # fmt: skip
UnreadName = Literal["source", "part", "metadata", "language", "image_text", "rule"]


@dataclass(frozen=True, slots=True)
class ToolOut:
    """What checked, and by which policy."""

    name: Literal["socialint"]
    version: str
    policy: str


@dataclass(frozen=True, slots=True)
class PackOut:
    """A pack that was in force."""

    id: str
    version: str
    reviewed: date | None


@dataclass(frozen=True, slots=True)
class ReadOut:
    """A source that was read."""

    path: str
    sha256: str
    posts: int
    encoding: str


@dataclass(frozen=True, slots=True)
class CoverageOut:
    """What was read, by which rules, and what was left out."""

    sources: int
    posts: int
    rules: int
    packs: list[PackOut]
    markets: list[str]
    today: date
    read: list[ReadOut]
    skipped: dict[str, int]
    switched_off: list[str]
    relaxed: dict[str, int]
    partial: list[str]


@dataclass(frozen=True, slots=True)
class CitationOut:
    """A law, and the day somebody confirmed it; null says nobody has yet."""

    law: str
    checked: date | None


@dataclass(frozen=True, slots=True)
class EditOut:
    """Replace the characters from start up to end by text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class FixOut:
    """How the text could be put right."""

    title: str
    safe: bool
    edits: list[EditOut]


@dataclass(frozen=True, slots=True)
class RelatedOut:
    """Another place in the same field that took part."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class WaivedOut:
    """The permission under which a finding stands, and where it is written; by is a claim, no proof."""

    reason: str
    by: str
    until: date | None
    place: str


@dataclass(frozen=True, slots=True)
class FindingOut:
    """What a person must look at, unless it is waived; start and end are code points of the field's own text."""

    rule: str
    category: CategoryName
    severity: SeverityName
    confidence: ConfidenceName
    message: str
    path: str
    post: str
    field: str
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int
    excerpt: str
    why: str
    advice: str
    citations: list[CitationOut]
    jurisdiction: str
    fix: FixOut | None
    related: list[RelatedOut]
    reason: str | None
    cleared_by: list[str]
    waived: WaivedOut | None
    fingerprint: str


@dataclass(frozen=True, slots=True)
class UnreadOut:
    """An input that could not be checked; never the same as clean."""

    path: str
    post: str
    part: str
    kind: UnreadName
    reason: str
    hint: str


@dataclass(frozen=True, slots=True)
class SummaryOut:
    """How many findings there are, shown or not."""

    critical: int
    high: int
    medium: int
    low: int
    info: int
    waived: int
    baselined: int


@dataclass(frozen=True, slots=True)
class RunOut:
    """The outcome of a run. Findings are worst first."""

    schema: Literal[1]
    tool: ToolOut
    coverage: CoverageOut
    findings: list[FindingOut]
    unread: list[UnreadOut]
    summary: SummaryOut


def document(report: Report, look: Look) -> dict[str, Any]:
    """The whole document, ready for `json`."""
    run = RunOut(
        schema=SCHEMA,
        tool=ToolOut("socialint", report.version, report.policy),
        coverage=_coverage(report.coverage),
        findings=[_finding(finding) for finding in look.audited(report)],
        unread=[
            UnreadOut(one.path, one.post, one.part, _name(one.kind), one.reason, one.hint)
            for one in report.unread
        ],
        summary=SummaryOut(
            **report.counted(),
            waived=len(report.waived),
            baselined=report.baselined.hidden if report.baselined else 0,
        ),
    )
    return asdict(run)


def _coverage(coverage: Coverage) -> CoverageOut:
    return CoverageOut(
        sources=coverage.sources,
        posts=coverage.posts,
        rules=coverage.rules,
        packs=[PackOut(pack.id, pack.version, pack.reviewed) for pack in coverage.packs],
        markets=list(coverage.markets),
        today=coverage.today,
        read=[ReadOut(one.path, one.sha256, one.posts, one.encoding) for one in coverage.read],
        skipped=dict(sorted(coverage.skipped.items())),
        switched_off=list(coverage.switched_off),
        relaxed=dict(sorted(coverage.relaxed.items())),
        partial=list(coverage.partial),
    )


def _finding(finding: Finding) -> FindingOut:
    place = finding.location
    return FindingOut(
        rule=finding.rule,
        category=_name(finding.category),
        severity=_name(finding.severity),
        confidence=_name(finding.confidence),
        message=finding.message,
        path=finding.path,
        post=finding.post,
        field=finding.field,
        line=place.line,
        column=place.column,
        end_line=place.end_line,
        end_column=place.end_column,
        start=finding.span.start,
        end=finding.span.end,
        excerpt=finding.excerpt,
        why=finding.why,
        advice=finding.advice,
        citations=[CitationOut(one.law, one.checked) for one in finding.citations],
        jurisdiction=finding.jurisdiction,
        fix=_fix(finding.fix),
        related=[RelatedOut(*_ends(one.span), one.label) for one in finding.related],
        reason=finding.reason,
        cleared_by=list(finding.cleared_by),
        waived=_waived(finding.waived),
        fingerprint=finding.fingerprint,
    )


def _waived(waived: Waived | None) -> WaivedOut | None:
    return WaivedOut(waived.reason, waived.by, waived.until, waived.place) if waived else None


def _fix(fix: Fix | None) -> FixOut | None:
    if fix is None:
        return None
    return FixOut(fix.title, fix.safe, [EditOut(*_ends(edit.span), edit.text) for edit in fix.edits])


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _name(value: object) -> Any:
    """The word for a value of an enumeration; the schema holds which words there are."""
    return str(value)
