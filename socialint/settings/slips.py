"""Names that are nearly right, where a name of one's own would be allowed too."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher


def slip_of(name: str, known: Iterable[str]) -> str:
    """The known name that `name` must be a slip of; empty if there is none.

    Narrow: `risk` for `risks` would lose what an organisation recorded, but `state` beside
    `status` is a name of its own.
    """
    plain = name.casefold().replace("-", "_").replace(" ", "_")
    for meant in known:
        if name != meant and SequenceMatcher(None, plain, meant).ratio() > 0.85:
            return meant
    return ""
