"""What a rule may not say, though every word of it can be read."""

from __future__ import annotations

from collections.abc import Mapping

from socialint.model.policy import Rule, Statement
from socialint.policy.inheritance import WholeRule
from socialint.schema import Reading


def check(rule: Rule, whole: WholeRule, statements: Mapping[str, Statement], reading: Reading) -> None:
    """Adds what is wrong with the rule to the reading."""
