"""How much of what people labelled as identifying is marked or masked."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from socialint.cli.coverage import Covered, by_kind, covered, extent
from socialint.cli.labelled import Stretch, read_labelled
from socialint.linter import Linter
from socialint.model.documents import Document, Post, Source
from socialint.model.places import Span
from socialint.pipeline import prepare
from socialint.readers.plain import post_of
from socialint.settings import Settings
from tests.cli.conftest import Ran

Call = Callable[..., Ran]


@pytest.fixture(scope="module")
def linter() -> Linter:
    return prepare(Settings(root=Path(), today=date(2026, 11, 21), store=False, select=("phi",)))


def measured(linter: Linter, text: str, *labelled: tuple[str, str]) -> Sequence[Covered]:
    """What is covered of the words of a text, each labelled as something."""
    stretches = [
        Stretch(Span(text.index(words), text.index(words) + len(words)), kind) for words, kind in labelled
    ]
    own = post_of(text)
    document = Document(Source("post", b""), (Post("", own.fields, own.metadata),))
    return list(covered(linter, text, document, linter.check(document).findings, stretches))


def test_what_a_finding_marks_or_masks_is_covered(linter: Linter) -> None:
    text = "Our patient Ola Lindqvist, MRN 00482913, is home after her stroke."
    name, number = measured(linter, text, ("Ola Lindqvist", "NAME"), ("00482913", "MRN"))
    assert (name.covered, name.masked) == (1, 1)
    assert (number.covered, number.masked) == (1, 1)


def test_places_are_those_of_the_text_as_it_was_written(linter: Linter) -> None:
    text = "---\nchannel: facebook\ntitle: 🎉 Home again\n---\n\n𝐎𝐮𝐫 patient 𝐎𝐥𝐚 𝐋𝐢𝐧𝐝𝐪𝐯𝐢𝐬𝐭 is home after her stroke.\n"
    (name,) = measured(linter, text, ("𝐎𝐥𝐚 𝐋𝐢𝐧𝐝𝐪𝐯𝐢𝐬𝐭", "NAME"))
    assert (name.covered, name.masked) == (1, 1)


def test_half_a_name_is_covered_in_part(linter: Linter) -> None:
    text = "Our patient Ola is home after her stroke. The nurse on shift was great."
    half, none = measured(
        linter, text, ("patient Ola is home after her stroke. The nurse", "X"), ("shift", "X")
    )
    assert 0 < half.covered < 1
    assert none.covered == 0


def test_the_ending_of_an_owner_tells_nobody(linter: Linter) -> None:
    (name,) = measured(linter, "Our patient Ola Lindqvist's stroke was mild.", ("Ola Lindqvist's", "NAME"))
    assert name.masked == 1


def test_nothing_is_covered_where_nothing_was_found(linter: Linter) -> None:
    (name,) = measured(linter, "Ola Lindqvist likes soup.", ("Ola Lindqvist", "NAME"))
    assert (name.covered, name.masked) == (0, 0)


def test_what_is_covered_in_part_is_counted_apart() -> None:
    found = [
        Covered(Stretch(Span(0, 2), kind), whole, hidden)
        for kind, whole, hidden in [("NAME", 1, 1), ("NAME", 0.5, 0), ("NAME", 0, 0), ("GEO", 1, 0)]
    ]
    counts = extent(found)
    assert (counts.spans, counts.covered, counts.in_part, counts.masked) == (4, 2, 1, 1)
    assert (counts.share, counts.masked_share) == (0.5, 0.25)
    assert {kind: one.spans for kind, one in by_kind(found).items()} == {"NAME": 3, "GEO": 1}
    assert extent([]).share is None


LABELLED = [
    {
        "id": "v1",
        "text": "Chart SSN 555000 of Ola.",
        "label": "phi",
        "spans": [
            {"start": 6, "end": 16, "type": "SSN"},
            {"start": 20, "end": 23, "type": "NAME"},
            {"start": 0, "end": 5, "type": "Paper"},
        ],
    },
    {
        "id": "c1",
        "text": "Ola, our nurse.",
        "label": "clean",
        "spans": [{"start": 0, "end": 3, "type": "NAME"}],
    },
]


@pytest.fixture
def labelled(project: Path, international: None) -> Path:
    path = project / "labelled.jsonl"
    path.write_text("\n".join(map(json.dumps, LABELLED)), encoding="utf-8")
    return path


def told(call: Call, *options: str) -> Any:
    return json.loads(call("eval", "labelled.jsonl", "--format", "json", *options).out)


def test_eval_tells_how_much_of_what_identifies_is_covered(call: Call, labelled: Path) -> None:
    spans = told(call)["spans"]
    assert spans["all"] == {
        "spans": 2,
        "covered": 1,
        "in_part": 0,
        "masked": 1,
        "share": 0.5,
        "masked_share": 0.5,
    }
    assert list(spans["by"]) == ["NAME", "SSN"]


def test_eval_counts_the_types_that_are_named(call: Call, labelled: Path) -> None:
    spans = told(call, "--span-type", "paper", "--span-type", "SSN")["spans"]
    assert spans["types"] == ["PAPER", "SSN"]
    assert spans["all"]["spans"] == 2


def test_eval_says_which_types_it_did_not_count_and_what_is_not_covered(call: Call, labelled: Path) -> None:
    ran = call("eval", "labelled.jsonl", "--misses")
    assert "all              2         1    50.0 %         0        1    50.0 %" in ran.out
    assert "Not counted: PAPER" in ran.out
    assert "Not covered: 1\n  v1: NAME 20-23" in ran.out
    assert "Ola" not in ran.out


def test_eval_is_silent_about_spans_where_nobody_labelled_any(call: Call, project: Path) -> None:
    (project / "labelled.jsonl").write_text('{"text": "It cures all.", "label": "phi"}', encoding="utf-8")
    assert "identifying" not in call("eval", "labelled.jsonl").out
    assert told(call)["spans"]["all"]["share"] is None


@pytest.mark.parametrize(
    "spans",
    [
        "5",
        "[5]",
        '[{"start": 0, "end": 9, "type": "NAME"}]',
        '[{"start": 2, "end": 2, "type": "NAME"}]',
        '[{"start": -1, "end": 2, "type": "NAME"}]',
        '[{"start": "0", "end": 2, "type": "NAME"}]',
        '[{"start": 0, "end": 2}]',
    ],
)
def test_spans_that_are_none_of_the_text_are_told_by_their_line(tmp_path: Path, spans: str) -> None:
    file = tmp_path / "labelled.jsonl"
    file.write_text(f'{{"text": "Ola", "label": "phi", "spans": {spans}}}', encoding="utf-8")
    (problem,) = read_labelled(file).problems
    assert problem.line == 1
    assert problem.what.startswith("the “spans” of this row are not stretches of its text")
