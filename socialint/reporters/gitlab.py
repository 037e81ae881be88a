"""Report -> the JSON of GitLab's Code Quality widget.

GitLab knows an issue by its fingerprint and drops a second one; ours are unique in a run.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from socialint.model.documents import Unread
from socialint.model.findings import Finding, Report
from socialint.model.policy import Severity
from socialint.reporters.files import Files
from socialint.reporters.json import dumped
from socialint.reporters.look import Look, missed
from socialint.reporters.sentences import headline, unread_told

_SEVERITIES: Mapping[Severity, str] = {
    Severity.CRITICAL: "blocker",
    Severity.HIGH: "critical",
    Severity.MEDIUM: "major",
    Severity.LOW: "minor",
    Severity.INFO: "info",
}


def render(report: Report, look: Look) -> str:
    """The list of issues, worst first; what could not be checked is an issue too."""
    files = Files(report, look)
    issues = [_issue(finding, files) for finding in look.shown(report)]
    issues += [_unread(one, files, look) for one in report.unread]
    return dumped(issues, indent=2) + "\n"


def _issue(finding: Finding, files: Files) -> dict[str, Any]:
    place = finding.location
    # A line is required. Where the file has none the description tells the place.
    lines = {"begin": place.line, "end": place.end_line} if files.lined(finding) else {"begin": 1}
    return {
        "description": headline(finding),
        "check_name": finding.rule,
        "fingerprint": finding.fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": files.path(finding.path), "lines": lines},
    }


def _unread(unread: Unread, files: Files, look: Look) -> dict[str, Any]:
    identity = (unread.path, unread.post, unread.part, unread.kind.value, unread.reason)
    return {
        "description": unread_told(unread),
        "check_name": "unread",
        "fingerprint": hashlib.sha256("\0".join(identity).encode(errors="surrogatepass")).hexdigest()[:32],
        "severity": _SEVERITIES[Severity.HIGH if missed(unread, look.require) else Severity.INFO],
        "location": {"path": files.path(unread.path), "lines": {"begin": 1}},
    }
