"""Report -> workflow commands of GitHub Actions, which it shows as annotations in a pull request.

GitHub shows ten of each level for a step and drops the rest, so the worst come first, and one
says how many are not among them. Written as the toolkit of GitHub Actions escapes commands
(actions/toolkit, `packages/core/src/command.ts`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from socialint.model.documents import Unread
from socialint.model.findings import Finding, Report
from socialint.model.policy import Severity
from socialint.reporters.files import Files
from socialint.reporters.look import Look, missed
from socialint.reporters.safe import safe
from socialint.reporters.sentences import cited, headline, many, place_of

MOST = 10
"""Annotations of one level that GitHub shows for a step."""
_LISTED = 5

LEVELS: Mapping[Severity, str] = {
    Severity.CRITICAL: "error",
    Severity.HIGH: "error",
    Severity.MEDIUM: "warning",
    Severity.LOW: "notice",
    Severity.INFO: "notice",
}


def render(report: Report, look: Look) -> str:
    """The commands, a line each, worst first."""
    files = Files(report, look)
    required = [one for one in report.unread if missed(one, look.require)]
    levels: dict[str, list[str]] = {"error": [], "warning": [], "notice": []}
    for level, unread in (
        ("error", required),
        ("notice", [one for one in report.unread if one not in required]),
    ):
        if unread:
            levels[level].append(_unread(level, unread))
    for finding in look.shown(report):
        level = LEVELS[finding.severity]
        levels[level].append(_annotation(level, finding, files))
    return "".join(f"{line}\n" for line in _lines(levels))


def _lines(levels: Mapping[str, Sequence[str]]) -> Iterator[str]:
    left = sum(max(len(commands) - MOST, 0) for commands in levels.values())
    for level, commands in levels.items():
        room = MOST
        if left and level == "notice":
            room -= 1
            left += len(commands) >= MOST
        yield from commands[:room]
    if left:
        yield _command(
            "notice", {"title": "socialint"}, f"{many(left, 'more finding')}, told in the summary of the job"
        )


def _annotation(level: str, finding: Finding, files: Files) -> str:
    place = finding.location
    properties: dict[str, object] = {"file": files.path(finding.path)}
    if files.lined(finding):
        properties["line"] = place.line
        properties["endLine"] = place.end_line
        if place.line == place.end_line:  # GitHub refuses columns of several lines
            properties["col"], properties["endColumn"] = place.columns_utf16
    properties["title"] = f"{finding.title} ({finding.rule})"
    message = [headline(finding), finding.why, f"Write instead: {finding.advice}"]
    if finding.citations:
        message.append(f"Law: {'; '.join(map(cited, finding.citations))}")
    return _command(level, properties, "\n".join(map(safe, message)))


def _unread(level: str, unread: Sequence[Unread]) -> str:
    places = [f"{place_of(one)}: {one.reason}" for one in unread[:_LISTED]]
    if len(unread) > _LISTED:
        places.append(f"and {len(unread) - _LISTED} more")
    return _command(level, {"title": "Could not be checked"}, "\n".join(map(safe, places)))


def _command(level: str, properties: Mapping[str, object], message: str) -> str:
    told = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{level} {told}::{_message(message)}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(safe(text)).replace(":", "%3A").replace(",", "%2C")
