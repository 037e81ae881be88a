"""Report -> SARIF 2.1.0 (OASIS), as GitHub code scanning reads it.

Every rule that spoke is described once, with its help in Markdown. Columns count UTF-16 code
units. No snippet of a file is given, and what quotes a post is masked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from socialint.model.documents import Unread
from socialint.model.findings import Finding, Report
from socialint.model.places import Location
from socialint.model.policy import Confidence, Severity
from socialint.reporters.commonmark import plain
from socialint.reporters.files import Files
from socialint.reporters.json import dumped
from socialint.reporters.look import Look, missed
from socialint.reporters.sentences import cited, headline, permission, unread_told

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "SRCROOT"
_LONGEST = 1024
"""Characters of a rule's description that code scanning takes."""

_LEVELS: Mapping[Severity, str] = {
    Severity.CRITICAL: "error",
    Severity.HIGH: "error",
    Severity.MEDIUM: "warning",
    Severity.LOW: "note",
    Severity.INFO: "note",
}
_SCORES: Mapping[Severity, str] = {
    Severity.CRITICAL: "9.5",
    Severity.HIGH: "8.0",
    Severity.MEDIUM: "5.5",
    Severity.LOW: "2.0",
}
"""Code scanning calls more than 9.0 critical, from 7.0 high, from 4.0 medium, more than 0 low."""
_PRECISION: Mapping[Confidence, str] = {
    Confidence.HIGH: "high",
    Confidence.MEDIUM: "medium",
    Confidence.LOW: "low",
}


def render(report: Report, look: Look) -> str:
    """The log, with one run; results are worst first."""
    files = Files(report, look)
    findings = look.audited(report)
    rules: dict[str, Finding] = {}
    for finding in findings:
        rules.setdefault(finding.rule, finding)
    index = {rule: at for at, rule in enumerate(rules)}
    driver = {
        "name": "socialint",
        "version": report.version,
        "semanticVersion": report.version,
        "rules": [_rule(finding) for finding in rules.values()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the repository."}}},
        "invocations": [_invocation(report, files, look)],
        "results": [_result(finding, index[finding.rule], files) for finding in findings],
        "properties": {"policy": report.policy},
    }
    return dumped({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(worst: Finding) -> dict[str, Any]:
    """The rule as its worst finding tells it."""
    law = "; ".join(map(cited, worst.citations))
    parts = {"Why": worst.why, "Write instead": worst.advice, "Law": law}
    told = {label: text for label, text in parts.items() if text}
    properties = {
        "tags": ["security", worst.category.value, worst.jurisdiction],
        "precision": _PRECISION[worst.confidence],
        "problem.severity": _LEVELS[worst.severity].replace("note", "recommendation"),
    }
    if worst.severity in _SCORES:
        properties["security-severity"] = _SCORES[worst.severity]
    return {
        "id": worst.rule,
        "name": worst.rule,
        "shortDescription": {"text": worst.title[:_LONGEST]},
        "fullDescription": {"text": worst.why[:_LONGEST]},
        "help": {
            "text": "\n\n".join(f"{label}: {text}" for label, text in told.items()),
            "markdown": "\n\n".join(f"**{label}**\n\n{plain(text)}" for label, text in told.items()),
        },
        "defaultConfiguration": {"level": _LEVELS[worst.severity]},
        "properties": properties,
    }


def _result(finding: Finding, index: int, files: Files) -> dict[str, Any]:
    location: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": _artifact(files.path(finding.path)),
            # Code scanning takes no result without a line. Where the file has none the message tells the place.
            "region": _region(finding.location) if files.lined(finding) else {"startLine": 1},
        }
    }
    if finding.post:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.post}]
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": headline(finding)},
        "locations": [location],
        "partialFingerprints": {
            "primaryLocationLineHash": f"{finding.fingerprint}:1",
            "socialint/v1": finding.fingerprint,
        },
        "suppressions": _suppressions(finding),
        "properties": {"severity": str(finding.severity), "confidence": str(finding.confidence)},
    }
    replacements = [
        {"deletedRegion": _region(edit.place), "insertedContent": {"text": edit.text}}
        for edit in files.edits(finding)
        if edit.place
    ]
    if replacements and finding.fix is not None:
        change = {
            "artifactLocation": _artifact(files.path(finding.path)),
            "replacements": replacements,
        }
        result["fixes"] = [{"description": {"text": finding.fix.title}, "artifactChanges": [change]}]
    return result


def _suppressions(finding: Finding) -> list[dict[str, str]]:
    """The waiver of a finding: nobody reviews it here, so it is accepted as it stands."""
    if finding.waived is None:
        return []
    kind = "external" if finding.waived.on_record else "inSource"
    return [{"kind": kind, "status": "accepted", "justification": permission(finding.waived)}]


def _invocation(report: Report, files: Files, look: Look) -> dict[str, Any]:
    """How the run went: it did not succeed if something that had to be read was not."""
    return {
        "executionSuccessful": not any(missed(one, look.require) for one in report.unread),
        "toolExecutionNotifications": _notifications(report.unread, files, look),
    }


def _notifications(unread: Sequence[Unread], files: Files, look: Look) -> list[dict[str, Any]]:
    return [
        {
            "level": "error" if missed(one, look.require) else "note",
            "message": {"text": unread_told(one)},
            "locations": [{"physicalLocation": {"artifactLocation": _artifact(files.path(one.path))}}],
        }
        for one in unread
    ]


def _artifact(path: str) -> dict[str, str]:
    uri = quote(path, safe="/-._~", errors="surrogatepass")
    if path.startswith("/"):
        return {"uri": f"file://{uri}"}
    return {"uri": uri, "uriBaseId": ROOT}


def _region(place: Location) -> dict[str, int]:
    start, end = place.columns_utf16
    return {"startLine": place.line, "startColumn": start, "endLine": place.end_line, "endColumn": end}
