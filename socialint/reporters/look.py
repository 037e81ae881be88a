"""How a report is shown: what the formats are told beside the report itself, and what fails a run."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from socialint.model.documents import Unread, UnreadKind
from socialint.model.findings import Finding, Report
from socialint.model.policy import ENGLISH, Confidence, Severity

_ON_REQUEST = frozenset({UnreadKind.LANGUAGE, UnreadKind.IMAGE_TEXT})
"""What fails a run only when `require:` names it. Everything else must always be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What to show and how; counts are always of everything that was found."""

    language: str = ENGLISH
    """The language (ISO 639-1) in which people are spoken to, where there is a catalogue of it."""
    width: int = 80
    color: bool = False
    min_severity: Severity = Severity.INFO
    min_confidence: Confidence = Confidence.LOW
    fail_on: Severity | None = Severity.HIGH
    assumed_market: str = ""
    """The market that was taken because nobody named one."""
    statistics: bool = False
    quiet: bool = False
    folder: str = ""
    """Where the paths of the report begin, from the root of the repository; empty at the root."""
    require: frozenset[str] = frozenset({"text", "language"})
    """What must be readable in every draft: names of the configuration's `require`."""

    def shown(self, report: Report) -> Sequence[Finding]:
        """The findings that are to be shown, worst first."""
        return [finding for finding in report.findings if self._shows(finding)]

    def audited(self, report: Report) -> Sequence[Finding]:
        """The same with those that were waived among them, worst first."""
        both = sorted((*report.findings, *report.waived), key=lambda one: one.order)
        return [finding for finding in both if self._shows(finding)]

    def _shows(self, finding: Finding) -> bool:
        return finding.severity >= self.min_severity and finding.confidence >= self.min_confidence


def fails(finding: Finding, fail_on: Severity | None) -> bool:
    """Whether the finding fails a run. One of low confidence never does by itself."""
    return fail_on is not None and finding.severity >= fail_on and finding.confidence > Confidence.LOW


def missed(unread: Unread, require: Collection[str]) -> bool:
    """Whether this had to be read, so that the run cannot pass."""
    return unread.kind not in _ON_REQUEST or unread.kind in require
