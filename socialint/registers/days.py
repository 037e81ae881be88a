"""What the cells of every register have in common: their dates."""

from __future__ import annotations

import re
from datetime import date

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def day(text: str) -> date | None:
    """The day that is written as `2026-11-21`; None if it is no such day."""
    if not _DAY.fullmatch(text.strip()):
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
