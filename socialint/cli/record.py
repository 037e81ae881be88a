"""A run -> one JSON line at the end of a file: the evidence that these drafts were checked.

Nothing of a post is in it and no finding, only counts, and who waived what: such files are kept for
years. The names of files stand in it as they are.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from socialint.errors import Problem, UserError
from socialint.model.findings import Finding, Report
from socialint.model.waivers import Waived
from socialint.settings import NEVER, Settings


def refuse_unwritable(file: Path) -> None:
    """Raises `UserError` where no line could be appended, before anything is checked."""
    if file.is_dir():
        raise UserError(Problem("this is a folder, so no record", str(file), hint="name a file in it"))
    if not file.parent.is_dir():
        raise UserError(Problem(f"no such folder: {file.parent}", hint="create it first"))


def append(file: Path, report: Report, settings: Settings, exit_code: int) -> None:
    """Appends the run to the file, in one piece. Raises `UserError` where it cannot be written."""
    line = json.dumps(_line(report, settings, exit_code), ensure_ascii=False) + "\n"
    try:
        with file.open("ab+", buffering=0) as stream:
            if stream.seek(0, os.SEEK_END):
                stream.seek(-1, os.SEEK_END)
                # A line that was cut short stays one line.
                line = line if stream.read(1) == b"\n" else "\n" + line
            stream.write(line.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise UserError(Problem(f"the run cannot be recorded: {error.strerror}", str(file))) from None


def _waived(finding: Finding, waived: Waived) -> Mapping[str, Any]:
    return {
        "rule": finding.rule,
        "path": finding.path,
        "fingerprint": finding.fingerprint,
        "reason": waived.reason,
        "by": waived.by,
        "until": waived.until.isoformat() if waived.until else None,
        "place": waived.place,
    }


def _line(report: Report, settings: Settings, exit_code: int) -> Mapping[str, Any]:
    from socialint.discover.repository import commit

    return {
        "schema": 1,
        "at": datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        "commit": commit(settings.root),
        "tool": {"name": "socialint", "version": report.version, "policy": report.policy},
        "markets": list(report.coverage.markets),
        "today": report.coverage.today.isoformat(),
        "fail_on": str(settings.fail_on) if settings.fail_on is not None else NEVER,
        "switched_off": list(report.coverage.switched_off),
        "files": [
            {"path": one.path, "sha256": one.sha256, "posts": one.posts} for one in report.coverage.read
        ],
        "summary": {
            **report.counted(),
            "waived": len(report.waived),
            "baselined": report.baselined.hidden if report.baselined else 0,
        },
        "waived": [_waived(one, one.waived) for one in report.waived if one.waived],
        "unread": len(report.unread),
        "exit_code": exit_code,
    }
