"""The JSON Schema of rule files takes what the loader takes."""

from __future__ import annotations

from pathlib import Path

import jsonschema  # type: ignore[import-untyped]  # it ships no types
import pytest

from socialint.policy import rules_schema
from socialint.schema import parse, plain
from socialint.shipped import shipped_rules
from tests.policy.house import rule_text
from tests.policy.test_expressions import LEAVES, TESTS, WITHIN
from tests.policy.test_mistakes import MATCHES

VALIDATOR = jsonschema.Draft202012Validator(rules_schema())
OF_FORM = ("key", "side by side", "found a list", "needs something", "is not a ", "expected", "found nothing")
"""What is said of mistakes that a schema can know, too."""
OF_NAMES = ("is called", "at the end of a word", "no table", "is not words", "exponential")
"""And of those that it cannot."""
PACKS = sorted(
    path
    for path in shipped_rules().rglob("*.yaml")
    if "vocabulary" not in path.parts and path.name != "channels.yaml"
)


def valid(text: str) -> bool:
    return bool(VALIDATOR.is_valid(plain(parse(text))))


@pytest.mark.parametrize("match", [match for match, _ in LEAVES])
def test_every_leaf_is_in_the_schema(match: str) -> None:
    assert valid(rule_text(match))


@pytest.mark.parametrize("written", [written for written, _ in TESTS])
def test_every_test_of_a_fact_is_in_the_schema(written: str) -> None:
    assert valid(rule_text(f"{{register: products, where: {{class: {written}}}}}"))


@pytest.mark.parametrize("written", [written for written, _ in WITHIN])
def test_every_distance_is_in_the_schema(written: str) -> None:
    assert valid(rule_text(f"{{use: disease, within: {written}}}"))


@pytest.mark.parametrize(
    "line",
    [
        "cases: [{when: {reason: [late, absent]}, severity: low}, {when: {points: 6}, message: m}, {when: {words: a}, fix: {delete: true}}]",
        "fix: {append-statement: crisis-line, safe: true}",
        "effective: {from: 2026-01-01, until: null}",
        "applies: {organisation: {not: [clinic]}, audience: public, facts: {employees: 40}}",
        "severity-reason: the law says so",
    ],
)
def test_the_frame_is_in_the_schema(line: str) -> None:
    assert valid(rule_text("{words: a}", line))


@pytest.mark.parametrize(
    "match",
    [
        match
        for match, said in MATCHES
        if any(part in said for part in OF_FORM) and not any(part in said for part in OF_NAMES)
    ],
)
def test_mistakes_of_form_are_not(match: str) -> None:
    assert not valid(rule_text(match))


def test_a_change_and_a_sibling_are_in_the_schema() -> None:
    assert valid(
        "pack: h\nconcepts: {a: {words+: [b], except+: [c]}}\nrules: [{id: a, extends: a, 'unless+': asked}]"
    )
    assert not valid("pack: h\nrules: [{id: a, title: no more}]")
    assert not valid("pack: h\nrules: [{id: a, off: true}]")


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)
def test_the_shipped_packs_are_in_the_schema(path: Path) -> None:
    VALIDATOR.validate(plain(parse(path.read_text(encoding="utf-8"))))
