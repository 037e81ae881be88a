"""Report and settings -> the exit code. No format and nothing that is shown changes it."""

from __future__ import annotations

from collections.abc import Sequence

from socialint.model.documents import Unread, UnreadKind
from socialint.model.findings import Report
from socialint.reporters.look import fails
from socialint.settings import Settings

CLEAN = 0
FOUND = 1
UNREAD = 3

_ON_REQUEST = frozenset({UnreadKind.LANGUAGE, UnreadKind.IMAGE_TEXT})
"""What fails a run only when `require:` names it. Everything else must always be read."""


def exit_code(report: Report, settings: Settings) -> int:
    """1 for what must be put right, else 3 for what could not be checked, else 0."""
    if any(fails(finding, settings.fail_on) for finding in report.findings):
        return FOUND
    return UNREAD if missed(report.unread, settings.require) else CLEAN


def missed(unread: Sequence[Unread], require: Sequence[str]) -> bool:
    """Whether something is among the unread that had to be read."""
    return any(one.kind not in _ON_REQUEST or one.kind in require for one in unread)
