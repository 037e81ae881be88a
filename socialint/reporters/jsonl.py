"""Report -> one JSON object a line: every `finding`, every `unread`, last the `summary`.

A line is what the document of `json` holds in its lists, with its `type` first; the summary
holds the rest of the document. Who reads no summary has not seen the whole run.
"""

from __future__ import annotations

from socialint.model.findings import Report
from socialint.reporters.json import dumped
from socialint.reporters.look import Look
from socialint.reporters.output import document


def render(report: Report, look: Look) -> str:
    """The lines, worst finding first."""
    whole = document(report, look)
    lines = [{"type": "finding", **finding} for finding in whole.pop("findings")]
    lines += [{"type": "unread", **unread} for unread in whole.pop("unread")]
    lines.append({"type": "summary", **whole})
    return "".join(dumped(line) + "\n" for line in lines)
