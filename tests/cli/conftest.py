"""A small project: two rules of its own, a few drafts, and nothing that socialint ships."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from socialint.cli import main

CONFIGURATION = """\
organisation: {kind: clinic, name: Riverside}
markets: [US]
shipped: false
policies: [policy/house.yaml]
"""

POLICY = """\
pack: house
title: House policy
jurisdiction: US
reviewed: 2026-11-21
rules:
  - id: house-cure
    title: Promise of a cure
    category: claims
    severity: high
    confidence: high
    severity-reason: a regulator fines it
    citations: [{law: 15 USC 52, checked: null}]
    match: {words: [cures]}
    message: "promises a cure: “{match}”"
    why: Nobody may promise a cure.
    advice: Say what the product is.
    applies: {organisation: [clinic]}
    examples:
      bad: [{text: Our tea cures colds., because: a promise}]
      good: [{text: Our tea is warm., because: a fact}]
  - id: house-length
    title: Shouting
    category: platform
    severity: low
    confidence: high
    citations: [{law: House policy 2, checked: 2026-11-21}]
    match: {words: [hurry]}
    message: "shouts: “{match}”"
    why: It helps nobody.
    advice: Say it calmly.
    examples:
      bad: [{text: Hurry up., because: a shout}]
      good: [{text: Come in., because: calm}]
"""

HOUSE = POLICY.replace("jurisdiction: US", "jurisdiction: INT").replace(
    "organisation: [clinic]", "audience: [public]"
)
GRAVE = """\
  - id: house-record-number
    title: Record number
    category: phi
    severity: high
    confidence: high
    citations: [{law: House policy 3, checked: 2026-11-21}]
    match: {pattern: '\\bMRN \\d{6}\\b', phi: MRN}
    message: "a record number: {match}"
    why: It names one person.
    advice: Take it out.
    examples:
      bad: [{text: MRN 123456, because: a number}]
      good: [{text: No number., because: none}]
  - id: house-ssn
    title: Social Security number
    category: phi
    severity: critical
    confidence: high
    citations: [{law: House policy 3, checked: 2026-11-21}]
    match: {pattern: '\\bSSN \\d{6}\\b', phi: SSN}
    message: "a number for life: {match}"
    why: It names one person.
    advice: Take it out.
    examples:
      bad: [{text: SSN 123456, because: a number}]
      good: [{text: No number., because: none}]
  - id: house-banned
    title: Banned
    category: topics
    severity: critical
    confidence: high
    citations: [{law: House policy 4, checked: 2026-11-21}]
    match: {words: [moonshine]}
    message: "banned: “{match}”"
    why: It is banned.
    advice: Leave it out.
    examples:
      bad: [{text: Moonshine., because: banned}]
      good: [{text: Sunshine., because: not}]
"""

DRAFTS = {
    "content/tea.md": "Our tea cures colds.\n\nHurry, only today!\n",
    "content/calm.txt": "Come in on Saturday.\n",
    "content/logo.bin": "\x00\x01",
}


@dataclass(frozen=True, slots=True)
class Ran:
    """How a call ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    files = {"socialint.yaml": CONFIGURATION, "policy/house.yaml": POLICY, **DRAFTS}
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def call(project: Path, capfd: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    def called(*arguments: str) -> Ran:
        code = main(arguments)
        captured = capfd.readouterr()
        return Ran(code, captured.out, captured.err)

    return called


@pytest.fixture(scope="session")
def policy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One file for all tests, so that it is compiled once."""
    file = tmp_path_factory.mktemp("policy") / "house.yaml"
    file.write_text(HOUSE + GRAVE, encoding="utf-8")
    return file


@pytest.fixture
def international(project: Path, policy: Path) -> None:
    """The rules about waivers come with those of every market."""
    configuration = f"markets: [INT]\npolicies: ['{policy}']\n"
    (project / "socialint.yaml").write_text(configuration, encoding="utf-8")
