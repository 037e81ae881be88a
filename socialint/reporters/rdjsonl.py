"""Report -> Reviewdog Diagnostic Format, a JSON object a line.

Columns count bytes of UTF-8 and an end is exclusive (reviewdog, `proto/rdf/reviewdog.proto`).
A fix whose edits fit the file as it is becomes a suggestion in the pull request.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from socialint.model.documents import Unread
from socialint.model.findings import Finding, Report
from socialint.model.places import Location
from socialint.model.policy import Severity
from socialint.reporters.files import Files
from socialint.reporters.json import dumped
from socialint.reporters.look import Look, missed
from socialint.reporters.sentences import headline, unread_told

_SEVERITIES: Mapping[Severity, str] = {
    Severity.CRITICAL: "ERROR",
    Severity.HIGH: "ERROR",
    Severity.MEDIUM: "WARNING",
    Severity.LOW: "INFO",
    Severity.INFO: "INFO",
}
_SOURCE = {"name": "socialint"}


def render(report: Report, look: Look) -> str:
    """The lines, worst finding first, then what could not be checked."""
    files = Files(report, look)
    lines = [_diagnostic(finding, files) for finding in look.shown(report)]
    lines += [_unread(one, files, look) for one in report.unread]
    return "".join(dumped(line) + "\n" for line in lines)


def _diagnostic(finding: Finding, files: Files) -> dict[str, Any]:
    location: dict[str, Any] = {"path": files.path(finding.path)}
    if files.lined(finding):
        location["range"] = _range(finding.location)
    diagnostic: dict[str, Any] = {
        "message": f"{headline(finding)}\n{finding.why}\nWrite instead: {finding.advice}",
        "location": location,
        "severity": _SEVERITIES[finding.severity],
        "source": _SOURCE,
        "code": {"value": finding.rule},
    }
    suggestions = [
        {"range": _range(edit.place), "text": edit.text} for edit in files.edits(finding) if edit.place
    ]
    return diagnostic | ({"suggestions": suggestions} if suggestions else {})


def _unread(unread: Unread, files: Files, look: Look) -> dict[str, Any]:
    return {
        "message": unread_told(unread),
        "location": {"path": files.path(unread.path)},
        "severity": "ERROR" if missed(unread, look.require) else "INFO",
        "source": _SOURCE,
        "code": {"value": "unread"},
    }


def _range(place: Location) -> dict[str, dict[str, int]]:
    start, end = place.columns_utf8
    return {
        "start": {"line": place.line, "column": start},
        "end": {"line": place.end_line, "column": end},
    }
