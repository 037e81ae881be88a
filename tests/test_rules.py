"""The shipped rules: every example comes out, also in disguise, and the schema file is true."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]  # it ships no types
import pytest
import yaml

from socialint.compiler import load_policy
from socialint.model.policy import Policy, Rule
from socialint.policy import rules_schema
from socialint.settings import Settings
from socialint.trials import Trial, try_rules

ROOT = Path(__file__).parent.parent
RULES = ROOT / "rules"
SETTINGS = Settings(root=ROOT, today=date(2026, 11, 21))
FILES = sorted(path for path in RULES.glob("*/**/*.yaml") if "vocabulary" not in path.parts)


@cache
def policy() -> Policy:
    return load_policy(SETTINGS)


def _told(trials: list[Trial]) -> str:
    return "\n".join(f"{one.rule.id}: {one.kind}: {one.why}: {one.example.record}" for one in trials)


@pytest.mark.parametrize("rule", policy().rules, ids=lambda rule: rule.id)
def test_every_example_comes_out(rule: Rule) -> None:
    wrong = [trial for trial in try_rules(SETTINGS, policy(), [rule]) if not trial.passed]
    assert not wrong, _told(wrong)


def test_every_rule_says_what_was_confirmed_and_when() -> None:
    for rule in policy().rules:
        assert rule.citations, rule.id
        assert all(one.checked is None or one.checked <= SETTINGS.today for one in rule.citations), rule.id


def test_the_schema_beside_the_rules_is_the_one_of_the_types() -> None:
    written = (RULES / "schema.json").read_text(encoding="utf-8")
    assert written == json.dumps(rules_schema(), indent=2, ensure_ascii=False) + "\n", (
        "write it again: socialint schema rules > rules/schema.json"
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(RULES)))
def test_an_editor_finds_the_schema_of_a_rule_file(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    mark, _, schema = first.partition("$schema=")
    assert mark == "# yaml-language-server: "
    assert (path.parent / schema).resolve() == RULES / "schema.json"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(RULES)))
def test_the_schema_accepts_what_the_loader_accepts(path: Path) -> None:
    loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    schema = rules_schema()
    assert isinstance(loaded, dict)
    assert set(loaded) <= set(schema["properties"])
    jsonschema.Draft202012Validator.check_schema(schema)
