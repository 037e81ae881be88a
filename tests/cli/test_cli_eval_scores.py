"""What a measurement counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from socialint.cli.labelled import Row, read_labelled
from socialint.cli.scores import Flag, by_group, by_rule, tally
from socialint.errors import UserError


def flag(clean: bool, *rules: str, category: str = "a") -> Flag:
    return Flag(Row(1, "x", "text", clean, {"category": category}, {}), rules)


FLAGS = [
    flag(False, "r1", "r2"),
    flag(False, "r1"),
    flag(False),
    flag(False, category="b"),
    flag(True, "r2"),
    flag(True),
    flag(True),
    flag(True, category="b"),
]


def test_recall_stands_beside_the_share_of_clean_posts_flagged() -> None:
    counts = tally(FLAGS)
    assert (counts.violations, counts.found, counts.clean, counts.flagged) == (4, 2, 4, 1)
    assert (counts.recall, counts.clean_share) == (0.5, 0.25)
    assert counts.precision == pytest.approx(2 / 3)
    assert counts.f1 == pytest.approx(4 / 7)


def test_a_share_of_nothing_is_not_zero() -> None:
    counts = tally([])
    assert (counts.recall, counts.clean_share, counts.precision, counts.f1) == (None, None, None, None)


def test_each_group_and_each_rule_has_its_own_numbers() -> None:
    groups = by_group(FLAGS)
    assert list(groups) == ["category"]
    assert list(groups["category"]) == ["a", "b"]
    assert groups["category"]["b"].recall == 0
    assert by_rule(FLAGS) == {"r1": (2, 0), "r2": (1, 1)}


def test_labels_say_what_must_be_found(tmp_path: Path) -> None:
    file = tmp_path / "labelled.jsonl"
    file.write_text(
        '{"text": "a", "label": "violation", "id": "v1", "kind": "uk-ad"}\n'
        '\n{"text": "b", "label": "Lawful"}\n{"text": "c", "label": "phi"}\n',
        encoding="utf-8",
    )
    rows = read_labelled(file).rows
    assert [(row.name, row.clean) for row in rows] == [("v1", False), ("line 3", True), ("line 4", False)]
    assert rows[0].groups == {"kind": "uk-ad"}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"{", "this line is not JSON"),
        (b"[1]", "this line is not a JSON object"),
        (b'{"text": "Denise has diabetes"}', "this row has no \u201clabel\u201d"),
        (b'{"label": "clean"}', "this row has no \u201ctext\u201d"),
        (b'{"text": "a", "label": "ok", "metadata": 1}', "the \u201cmetadata\u201d of this row"),
        (b'{"text": "\xff", "label": "ok"}', "this line is not UTF-8"),
    ],
)
def test_a_row_that_cannot_be_read_is_told_by_its_line(tmp_path: Path, line: bytes, message: str) -> None:
    file = tmp_path / "labelled.jsonl"
    file.write_bytes(b'{"text": "a", "label": "ok"}\n' + line)
    (problem,) = read_labelled(file).problems
    assert problem.line == 2
    assert problem.what.startswith(message)
    assert "Denise" not in str(problem)


def test_a_file_that_is_not_there_is_a_mistake() -> None:
    with pytest.raises(UserError, match="cannot be read"):
        read_labelled(Path("no-such-file.jsonl"))
