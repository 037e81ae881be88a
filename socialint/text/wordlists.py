"""The word lists and letter tables that lie in `data/`, read when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path


@cache
def rows(name: str) -> tuple[str, ...]:
    """The lines of the data file `name`, without comments and empty ones."""
    text = Path(__file__).with_name("data").joinpath(name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def irregular(name: str) -> Mapping[str, tuple[str, ...]]:
    """The rows of the data file `name`: for the first word of each, the others."""
    return {lemma: tuple(forms) for lemma, *forms in map(str.split, rows(name))}
