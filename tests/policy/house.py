"""A house policy to write tests in: a frame of one rule, and what is told of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from socialint.errors import UserError
from socialint.model.language import Expression
from socialint.model.policy import Policy, Rule
from socialint.policy import load

FRAME = """\
pack: house
concepts: {disease: {words: [flu, measles]}, drug: {register: products, as: drug}}
statements: {crisis-line: {texts: {en: [Call or text 988.]}}}
rules:
- id: a-rule
  title: A rule
  category: claims
  severity: high
  citations: [{law: House policy 1, checked: null}]
  message: "says “{match}”"
  why: because
  advice: say less
  examples: {bad: [{text: flu, because: named}], good: [{text: health, because: not named}]}
  match: """
"""What stands after it is line 14, from column 10 on."""


def rule_text(match: str, *more: str, **changes: str) -> str:
    """The frame with a match, lines after it, and stretches of it replaced."""
    text = FRAME + match + "\n" + "".join(f"  {line}\n" for line in more)
    for old, new in changes.items():
        text = text.replace(f"  {old}: ", f"  {new}: ")
    return text


def loaded(text: str, folder: Path, **files: str) -> Policy:
    """The policy of a text, alone but for the files that it names."""
    path = folder / "house.yaml"
    path.write_text(text, encoding="utf-8")
    for name, content in files.items():
        stem, _, suffix = name.rpartition("_")
        (folder / f"{stem}.{suffix}").write_text(content, encoding="utf-8")
    return load([], house=[path], version="1.0")


def the_rule(text: str, folder: Path, **files: str) -> Rule:
    """The one rule of a text."""
    (rule,) = loaded(text, folder, **files).rules
    return rule


def matched(match: str, folder: Path, **files: str) -> Expression:
    """What a match becomes in the frame."""
    return the_rule(rule_text(match), folder, **files).match


def told(text: str, folder: Path, **files: str) -> list[str]:
    """What is told of a text that cannot be used: place, what is wrong, and the next step."""
    with pytest.raises(UserError) as caught:
        loaded(text, folder, **files)
    return [
        f"{problem.line}:{problem.column} {problem.what}" + (f" | {problem.hint}" if problem.hint else "")
        for problem in caught.value.problems
    ]
