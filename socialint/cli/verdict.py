"""Report and settings -> the exit code. No format and nothing that is shown changes it."""

from __future__ import annotations

from socialint.model.findings import Report
from socialint.reporters.look import fails, missed
from socialint.settings import Settings

CLEAN = 0
FOUND = 1
UNREAD = 3


def exit_code(report: Report, settings: Settings) -> int:
    """1 for what must be put right, else 3 for what could not be checked, else 0."""
    if any(fails(finding, settings.fail_on) for finding in report.findings):
        return FOUND
    return UNREAD if any(missed(one, settings.require) for one in report.unread) else CLEAN
