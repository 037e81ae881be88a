"""The exit code is a function of the report and the settings, and of nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from socialint.cli.verdict import exit_code
from socialint.model.documents import Unread, UnreadKind
from socialint.model.findings import Coverage, Edition, Finding, Report
from socialint.model.places import Location, Span
from socialint.model.policy import Category, Confidence, Severity
from socialint.settings import Settings

SETTINGS = Settings(root=Path(), today=date(2026, 11, 21))
EMPTY = Report("0", "", Coverage(1, 1, 1, (), ("US",), date(2026, 11, 21)), (), ())


def finding(severity: Severity, confidence: Confidence = Confidence.HIGH) -> Finding:
    return Finding(
        rule="r", category=Category.CLAIMS, severity=severity, confidence=confidence, message="", path="a.md",
        post="", field="body", location=Location(1, 1, 1, 2), span=Span(0, 1), excerpt="", sentence="",
        marked=(), title="", why="", advice="", citations=(), jurisdiction="US", fingerprint="", words="",
        edition=Edition("", ""),
    )  # fmt: skip


def unread(kind: UnreadKind) -> Unread:
    return Unread("a.md", "", "", kind, "why")


@pytest.mark.parametrize(
    ("found", "fail_on", "code"),
    [
        ([], Severity.HIGH, 0),
        ([finding(Severity.MEDIUM)], Severity.HIGH, 0),
        ([finding(Severity.HIGH)], Severity.HIGH, 1),
        ([finding(Severity.CRITICAL)], Severity.HIGH, 1),
        ([finding(Severity.CRITICAL, Confidence.MEDIUM)], Severity.HIGH, 1),
        ([finding(Severity.CRITICAL, Confidence.LOW)], Severity.HIGH, 0),
        ([finding(Severity.INFO)], Severity.INFO, 1),
        ([finding(Severity.CRITICAL)], None, 0),
    ],
)
def test_what_was_found_decides(found: list[Finding], fail_on: Severity | None, code: int) -> None:
    assert exit_code(replace(EMPTY, findings=found), replace(SETTINGS, fail_on=fail_on)) == code


@pytest.mark.parametrize(
    ("kind", "require", "code"),
    [
        (UnreadKind.SOURCE, (), 3),
        (UnreadKind.PART, (), 3),
        (UnreadKind.METADATA, (), 3),
        (UnreadKind.RULE, (), 3),
        (UnreadKind.LANGUAGE, ("text", "language"), 3),
        (UnreadKind.LANGUAGE, ("text",), 0),
        (UnreadKind.IMAGE_TEXT, ("text", "language"), 0),
        (UnreadKind.IMAGE_TEXT, ("image_text",), 3),
    ],
)
def test_what_was_not_read_decides(kind: UnreadKind, require: tuple[str, ...], code: int) -> None:
    assert exit_code(replace(EMPTY, unread=[unread(kind)]), replace(SETTINGS, require=require)) == code


def test_findings_beat_what_was_not_read() -> None:
    both = replace(EMPTY, findings=[finding(Severity.HIGH)], unread=[unread(UnreadKind.SOURCE)])
    assert exit_code(both, SETTINGS) == 1
    assert exit_code(both, replace(SETTINGS, fail_on=None)) == 3


def test_what_is_shown_decides_nothing() -> None:
    hidden = replace(SETTINGS, min_severity=Severity.CRITICAL, min_confidence=Confidence.HIGH)
    assert exit_code(replace(EMPTY, findings=[finding(Severity.HIGH)]), hidden) == 1
