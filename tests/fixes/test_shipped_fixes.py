"""The fixes of the shipped rules, made of the rules' own bad examples."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from socialint.compiler import load_policy
from socialint.fixes.rewriting import rewrite
from socialint.model.policy import FixKind, Policy, Rule
from socialint.settings import Settings
from socialint.trials import alone, staged

SETTINGS = Settings(root=Path("."), today=date(2026, 11, 21))


@cache
def policy() -> Policy:
    return load_policy(SETTINGS)


def kinds(rule: Rule, *, safe: bool) -> set[FixKind]:
    """What the fixes of a rule do, of those that are safe or of those that are not."""
    return {one.kind for one in (rule.fix, *(case.fix for case in rule.cases)) if one and one.safe is safe}


def made(rule: Rule, *, safe: bool) -> list[tuple[str, str]]:
    """The text of each bad example that the rule's fixes change, before and after."""
    alone_with_it = alone(SETTINGS, policy(), rule)
    texts = []
    for example in rule.bad:
        linter, document = staged(alone_with_it, rule, example.record)
        found = rewrite(linter, document.source, lambda one: one.fix is not None and one.fix.safe is safe)
        if found.changes:
            before, after = (
                json.loads(one.source.data)[0].get("text", "") for one in (found.before, found.after)
            )
            texts.append((before, after))
    return texts


def ids(*, safe: bool) -> list[str]:
    return [one.id for one in policy().rules if kinds(one, safe=safe)]


def the_rule(rule_id: str) -> Rule:
    return next(one for one in policy().rules if one.id == rule_id)


SAFE = {FixKind.CAPITALISE, FixKind.APPEND, FixKind.APPEND_STATEMENT, FixKind.REPLACE_STATEMENT}
"""What may be done unattended: letters that read the same, and words that the law prescribes."""


@pytest.mark.parametrize("rule_id", ids(safe=True))
def test_a_safe_fix_says_nothing_of_its_own_and_puts_examples_right(rule_id: str) -> None:
    rule = the_rule(rule_id)
    assert kinds(rule, safe=True) <= SAFE
    assert made(rule, safe=True)


@pytest.mark.parametrize("rule_id", ids(safe=False))
def test_a_fix_leaves_no_second_blank_and_no_stray_mark(rule_id: str) -> None:
    for before, after in made(the_rule(rule_id), safe=False):
        for stray in ("  ", " ,", " .", ",,", "..", "()", "\n "):
            assert after.count(stray) <= before.count(stray), (before, after)
