"""The words that both formats of a summary share."""

from __future__ import annotations

from collections.abc import Sequence

from socialint.history.summary import Allowed, Summary
from socialint.reporters.sentences import many
from socialint.reporters.speech import ENGLISH


def head(summary: Summary) -> str:
    """How many runs and findings there are, and how many are open."""
    days = ENGLISH.day(summary.first)
    if summary.last != summary.first:
        days = f"{days} to {ENGLISH.day(summary.last)}"
    still = sum(summary.open.values())
    return (
        f"{many(len(summary.runs), 'run')}, {days}. {many(len(summary.cases), 'finding')} in all, each counted "
        f"once however often it was seen; {still} {'is' if still == 1 else 'are'} open."
    )


def permission(one: Allowed) -> Sequence[str]:
    """Why something was allowed to stand, on whose word, and until when."""
    own = one.permission
    until = own.until.isoformat() if own.until else "no end"
    return own.reason, own.by or "nobody named", f"{until}, lapsed" if one.lapsed else until


def times(one: Allowed) -> str:
    """From when to when a permission was used."""
    if one.first == one.last:
        return one.first.isoformat()
    return f"{one.first.isoformat()} to {one.last.isoformat()}"
