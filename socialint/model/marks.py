"""Where something is written in a file of ours: a rule, a configuration, a register."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """Where something is written in a rule file; line and column from 1."""

    path: str = ""
    line: int = 0
    column: int = 0
