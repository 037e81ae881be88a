"""Which rules are switched off where."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from socialint.model.language import Find, Not
from socialint.model.leaves import Pattern
from socialint.model.policy import Applies, Category, Confidence, Rule, Severity
from socialint.settings import Override, Settings

RULE = Rule(
    id="house-length", title="", category=Category.PLATFORM, severity=Severity.LOW,
    confidence=Confidence.HIGH, citations=(), match=Not(part=Find(leaf=Pattern("x"))), message="", why="",
    advice="", applies=Applies(), jurisdiction="US", pack="house",
)  # fmt: skip


@pytest.mark.parametrize(
    ("select", "ignore", "overrides", "off"),
    [
        ((), (), (), False),
        ((), ("platform",), (), True),
        ((), ("house-length",), (), True),
        ((), ("claims",), (), False),
        (("claims",), (), (), True),
        (("platform", "claims"), (), (), False),
        (("platform",), ("house-length",), (), True),
        ((), (), (Override(("internal/**",), ignore=("platform",)),), True),
        ((), (), (Override(("public/**",), ignore=("platform",)),), False),
        ((), (), (Override(("*.md",), select=("claims",)),), True),
    ],
)
def test_a_rule_is_switched_off_by_its_id_or_its_category(
    select: tuple[str, ...], ignore: tuple[str, ...], overrides: tuple[Override, ...], off: bool
) -> None:
    settings = Settings(
        root=Path(), today=date(2026, 11, 21), select=select, ignore=ignore, overrides=overrides
    )
    assert settings.switched_off("internal/week/49.md")(RULE) is off


def test_what_is_switched_off_can_be_told() -> None:
    settings = Settings(
        root=Path(),
        today=date(2026, 11, 21),
        select=("phi", "claims"),
        ignore=("house-length",),
        overrides=(Override(("internal/**", "notes/**"), ignore=("platform",)),),
    )
    assert settings.switched == (
        "all but phi, claims",
        "house-length",
        "platform in internal/**, notes/**",
    )
