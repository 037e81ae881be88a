"""Runs as `check --format json` writes them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

POLICY = "sha256:" + "5f0c" * 16
READ = ["calendar.csv", "drafts/tea.md"]


def found(
    rule: str = "us-ftc-cure-guarantee",
    path: str = "calendar.csv",
    fingerprint: str = "a1",
    *,
    severity: str = "high",
    category: str = "claims",
    waived: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """A finding; only what a summary reads."""
    return {
        "rule": rule, "category": category, "severity": severity, "path": path, "post": "row 14",
        "fingerprint": fingerprint, "waived": waived, "message": "promises a cure",
    }  # fmt: skip


def run(day: str, *findings: dict[str, Any], read: list[str] | None = None, **more: Any) -> dict[str, Any]:
    """A run of a day that read both drafts."""
    return {
        "schema": 1,
        "tool": {"name": "socialint", "version": "0.1.0", "policy": POLICY},
        "coverage": {
            "sources": 2, "posts": 31, "markets": ["US"], "today": day,
            "read": [{"path": path} for path in (READ if read is None else read)],
        },
        "findings": list(findings),
        "unread": [],
        "summary": {"high": len(findings), "baselined": 0},
    } | more  # fmt: skip


PERMISSION = {"reason": "a quotation from <the> law", "by": "dana@riverside.example", "until": "2026-10-31", "place": "waivers.yaml, line 3"}  # fmt: skip
SSN = found("us-hipaa-ssn", "drafts/tea.md", "b2", severity="critical", category="phi")
WAIVED = found("us-ftc-testimonial", "drafts/tea.md", "c3", severity="medium", waived=PERMISSION)
QUARTER = (
    run("2026-09-03", found(), SSN, found(fingerprint="d4", path="| odd <b>.md", severity="low")),
    run("2026-09-20", found(), WAIVED),
    run("2026-11-02", found(), WAIVED, found(fingerprint="e5"), read=["calendar.csv"]),
)


def written(folder: Path, *runs: dict[str, Any]) -> list[Path]:
    """The runs as files, in their order."""
    files = []
    for number, one in enumerate(runs):
        file = folder / f"run-{number}.json"
        file.write_text(json.dumps(one), encoding="utf-8")
        files.append(file)
    return files
