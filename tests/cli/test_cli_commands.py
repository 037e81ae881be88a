"""The commands beside `check`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

Call = Callable[..., SimpleNamespace]


def test_rules_says_why_each_is_or_is_not_in_force(call: Call) -> None:
    ran = call("rules", "--organisation", "charity")
    assert ran.code == 0
    assert "1 of 2 rules in force" in ran.out
    force, _, others = ran.out.partition("Not in force: ")
    assert force.startswith("In force: US is a market of this run")
    assert "house-length  low       Shouting" in force
    assert others.startswith("for a clinic; you are a charity") or "charity" in others
    assert "house-cure  high      Promise of a cure" in others
    assert max(map(len, ran.out.splitlines())) <= 80


def test_rules_can_be_read_by_a_program(call: Call) -> None:
    ran = call("rules", "--format", "json", "--today", "2026-11-21")
    document = json.loads(ran.out)
    assert document["markets"] == ["US"]
    assert document["rules"][0]["id"] == "house-cure"
    assert document["rules"][0]["in_force"] is True
    assert document["rules"][0]["why"]


def test_explain_prints_the_page_of_a_rule(call: Call) -> None:
    ran = call("explain", "house-cure")
    assert ran.code == 0
    for part in (
        "Promise of a cure",
        "Nobody may promise a cure.",
        "Say what the product is.",
        "15 USC 52 (not yet confirmed by a lawyer)",
        "Organisation: clinic",
        "“Our tea cures colds.” (a promise)",
        "“Our tea is warm.” (a fact)",
    ):
        assert part in ran.out
    assert "House policy 2 (confirmed 2026-11-21)" in call("explain", "house-length").out


def test_explain_knows_what_was_meant(call: Call) -> None:
    ran = call("explain", "house-cur")
    assert (ran.code, ran.out) == (2, "")
    assert "did you mean “house-cure”?" in ran.err


def test_test_passes_when_every_example_comes_out_right(call: Call) -> None:
    ran = call("test")
    assert ran.code == 0, ran.out
    assert "2 of 2 bad, 2 of 2 good" in ran.out


def test_test_says_which_example_is_wrong(call: Call, project: Path) -> None:
    policy = project / "policy" / "house.yaml"
    text = policy.read_text(encoding="utf-8").replace("Our tea is warm.", "It cures all.")
    policy.write_text(text.replace("Hurry up.", "Slow down."), encoding="utf-8")
    ran = call("test")
    assert ran.code == 1
    assert "house-cure: good example" in ran.out
    assert "house-length: bad example" in ran.out
    assert "policy/house.yaml:20: " in ran.out
    assert "1 of 2 bad, 1 of 2 good" in ran.out


def test_test_takes_a_pack_or_refuses_one_that_is_not_there(call: Call) -> None:
    assert call("test", "house").code == 0
    assert call("test", "policy/house.yaml").code == 0
    assert call("test", "no-such-pack").code == 2


LABELLED = """\
{"id": "v1", "text": "It cures all.", "label": "violation", "category": "cure"}
{"id": "v2", "text": "It heals all.", "label": "violation", "category": "cure"}
{"id": "c1", "text": "Hurry to the clinic.", "label": "clean", "category": "event"}
{"id": "c2", "text": "Come in.", "label": "clean", "category": "event"}
"""


@pytest.fixture
def labelled(project: Path) -> Path:
    path = project / "labelled.jsonl"
    path.write_text(LABELLED, encoding="utf-8")
    return path


def test_eval_sets_recall_beside_the_clean_posts_flagged(call: Call, labelled: Path) -> None:
    ran = call("eval", "labelled.jsonl", "--misses")
    assert ran.code == 0
    assert "overall" in ran.out
    assert "50.0 %" in ran.out
    assert "Not found: 1\n  v2" in ran.out
    assert "Clean, and flagged: 1\n  c1: house-length" in ran.out
    assert "heals" not in ran.out


def test_eval_counts_from_a_level_upwards(call: Call, labelled: Path) -> None:
    document = json.loads(call("eval", "labelled.jsonl", "--fail-on", "high", "--format", "json").out)
    assert document["overall"] == {
        "violations": 2,
        "found": 1,
        "clean": 2,
        "flagged": 0,
        "recall": 0.5,
        "clean_flagged": 0.0,
        "precision": 1.0,
        "f1": 0.6667,
    }
    assert document["by"]["category"]["cure"]["found"] == 1
    assert document["rules"] == [{"rule": "house-cure", "violations": 1, "clean": 0}]


def test_eval_says_which_row_it_could_not_read(call: Call, labelled: Path) -> None:
    labelled.write_text(LABELLED + "{\n", encoding="utf-8")
    ran = call("eval", "labelled.jsonl")
    assert ran.code == 3
    assert "labelled.jsonl:5: this line is not JSON" in ran.err
    assert "overall" in ran.out


@pytest.mark.parametrize("name", ["missing.jsonl", "empty.jsonl"])
def test_eval_needs_something_to_measure(call: Call, project: Path, name: str) -> None:
    (project / "empty.jsonl").touch()
    ran = call("eval", name)
    assert (ran.code, ran.out) == (2, "")


@pytest.mark.parametrize("name", ["rules", "config", "output"])
def test_schemas_are_schemas(call: Call, name: str) -> None:
    from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

    schema = json.loads(call("schema", name).out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_has_its_completion(call: Call, shell: str) -> None:
    ran = call("completion", shell)
    assert ran.code == 0
    assert "_SOCIALINT_COMPLETE" in ran.out


def test_a_command_that_is_not_there_draws_a_suggestion(call: Call) -> None:
    ran = call("chek")
    assert (ran.code, ran.out) == (2, "")
    assert "did you mean “check”?" in ran.err
