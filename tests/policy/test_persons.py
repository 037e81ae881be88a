"""Files of cues of persons: what they hold, and what authors get wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from socialint.errors import UserError
from socialint.model.policy import Policy
from socialint.policy import load

RULE = """\
pack: house
title: House
jurisdiction: INT
reviewed: 2026-11-21
rules:
  - id: house-word
    title: A word
    category: governance
    severity: low
    confidence: high
    citations: [{law: House, checked: null}]
    match: {words: [aardvark]}
    message: "“{match}”"
    why: It is a word.
    advice: Leave it out.
    examples:
      bad: [{text: An aardvark., because: there}]
      good: [{text: A cat., because: not there}]
"""


def loaded(folder: Path, cues: str, name: str = "en.yaml") -> Policy:
    persons = folder / "vocabulary" / "persons"
    persons.mkdir(parents=True)
    (persons / name).write_text(cues, encoding="utf-8")
    (folder / "pack.yaml").write_text(RULE, encoding="utf-8")
    return load([folder], version="0")


def problem(folder: Path, cues: str) -> str:
    with pytest.raises(UserError) as raised:
        loaded(folder, cues)
    return str(raised.value)


def test_brackets_are_spelled_out_and_lists_are_read(tmp_path: Path) -> None:
    (tmp_path / "vocabulary").mkdir()
    (tmp_path / "vocabulary" / "wards.txt").write_text("# Wards\nburn unit\nicu\n", encoding="utf-8")
    policy = loaded(
        tmp_path,
        "language: en\n"
        "persons:\n"
        '  in-our-care: ["(our|my) [brave] patient"]\n'
        "  wards: [bed, {list: ../wards.txt}]\n",
    )
    assert policy.persons["en"] == {
        "in-our-care": ("our brave patient", "our patient", "my brave patient", "my patient"),
        "wards": ("bed", "burn unit", "icu"),
    }


def test_a_changed_list_is_another_policy(tmp_path: Path) -> None:
    digests = set()
    for words in ("icu", "ward"):
        folder = tmp_path / words
        (folder / "vocabulary").mkdir(parents=True)
        (folder / "vocabulary" / "wards.txt").write_text(words, encoding="utf-8")
        cues = "language: en\npersons:\n  wards:\n    - {list: ../wards.txt}\n"
        digests.add(loaded(folder, cues).digest)
    assert len(digests) == 2


@pytest.mark.parametrize(
    ("cues", "told"),
    [
        ("language: en\npersons: {patiens: [pt]}\n", "patiens"),
        ("language: en\npersons: {wards: [{list: ../no.txt}]}\n", "no.txt"),
        ('language: en\npersons: {wards: ["bed #"]}\n', "write the words out"),
        ("language: en\npersons: {wards: [bed … four]}\n", "write the words out"),
        ("persons: {wards: [bed]}\n", "language"),
    ],
)
def test_a_mistake_is_told_where_it_stands(tmp_path: Path, cues: str, told: str) -> None:
    message = problem(tmp_path, cues)
    assert told in message
