"""Report -> one JSON document, the contract's; the same input gives the same bytes."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from socialint.model.findings import Report
from socialint.reporters.look import Look
from socialint.reporters.output import document


def render(report: Report, look: Look) -> str:
    """The document, indented for people who read it all the same."""
    return dumped(document(report, look), indent=2) + "\n"


def dumped(value: Any, *, indent: int | None = None) -> str:
    """The value as JSON, letters as they are and days as ISO 8601."""
    return json.dumps(value, indent=indent, ensure_ascii=False, default=_plain)


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no JSON for a {type(value).__name__}")
