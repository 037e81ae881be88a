"""How fast socialint is, as ratios: `python -m benchmarks`. A module a question; this is their table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

BENCHMARKS: Mapping[str, str] = MappingProxyType(
    {
        "start": "benchmarks.start:measure",
        "tiers": "benchmarks.tiers:measure",
        "folder": "benchmarks.folder:measure",
        "rows": "benchmarks.rows:measure",
        "reading": "benchmarks.reading:measure",
        "posts": "benchmarks.posts:measure",
        "persons": "benchmarks.persons:measure",
    }
)
"""What can be measured: a function from what was asked to lines of Markdown."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How many rounds, and a JSONL file of somebody's own posts; each line has a `text`."""

    rounds: int
    posts: Path | None = None
