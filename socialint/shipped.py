"""Where the rules are that come with socialint."""

from __future__ import annotations

from pathlib import Path


def shipped_rules() -> Path:
    """The folder of the shipped rules: in the package, or beside it."""
    package = Path(__file__).resolve().parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"
