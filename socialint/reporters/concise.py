"""Report -> one line a finding, `path:line:column: severity rule message`, as compilers print.

What could not be read stands below, one line each, as `path: unread: reason`.
"""

from __future__ import annotations

from collections.abc import Iterator

from socialint.model.findings import Report
from socialint.reporters.look import Look
from socialint.reporters.safe import safe


def render(report: Report, look: Look) -> str:
    """The lines, worst finding first; nothing if there is nothing to say."""
    return "".join(f"{safe(line)}\n" for line in _lines(report, look))


def _lines(report: Report, look: Look) -> Iterator[str]:
    for one in look.shown(report):
        file = f"{one.path}, {one.post}" if one.location.landmark else one.path
        place = f"{file}:{one.location.line}:{one.location.column}"
        yield f"{place}: {one.severity} {one.rule} {one.message}"
    for unread in report.unread:
        where = ", ".join(filter(None, (unread.path, unread.post, unread.part)))
        hint = f" ({unread.hint})" if unread.hint else ""
        yield f"{where}: unread: {unread.reason}{hint}"
