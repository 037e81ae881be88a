"""The gate: which probes of a plan could be found in a post. It only proposes.

A post shows its words and a few signs; a probe whose triggers and signs it does not show cannot
be found in it. A gate that proposes too much costs time, one that proposes too little loses a
finding: so all tiers look up the same triggers in the same words, and differ in how.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from socialint.model.views import View


class Gate(Protocol):
    """Which probes could be found in the fields of a post."""

    def candidates(self, views: Sequence[View]) -> Collection[int]:
        """The indices of the probes that could be found in one of the views, each once."""
