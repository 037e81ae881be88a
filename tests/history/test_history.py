"""What runs come to over time."""

from __future__ import annotations

import codecs
import json
import os
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from socialint.errors import UserError
from socialint.history import markdown, page
from socialint.history.runs import read_runs
from socialint.history.summary import Summary
from tests.history.written import QUARTER, READ, SSN, found, run, written

GOLDEN = Path(__file__).parent / "golden"


def summary(folder: Path, *runs: dict[str, Any]) -> Summary:
    return Summary(read_runs(written(folder, *runs)).runs)


@pytest.mark.parametrize(("name", "render"), [("markdown", markdown.render), ("html", page.render)])
def test_a_summary_looks_as_agreed(tmp_path: Path, name: str, render: object) -> None:
    assert callable(render)
    golden = GOLDEN / f"{name}.txt"
    text = render(summary(tmp_path, *QUARTER))
    if os.environ.get("SOCIALINT_WRITE_GOLDEN"):
        golden.write_bytes(text.encode())
    assert text == golden.read_text(encoding="utf-8")


def test_a_finding_counts_once_however_often_it_was_seen(tmp_path: Path) -> None:
    seen = summary(tmp_path, *(run(f"2026-11-{day:02}", found()) for day in range(1, 9)))
    assert [(one.name, one.found, one.open) for one in seen.by_rule] == [("us-ftc-cure-guarantee", 1, 1)]


def test_a_finding_is_open_until_a_run_that_read_its_draft_lacks_it(tmp_path: Path) -> None:
    seen = summary(tmp_path, run("2026-11-01", found(), SSN), run("2026-11-02", read=["drafts/tea.md"]))
    assert {one.found.rule: one.open for one in seen.cases} == {
        "us-ftc-cure-guarantee": True,
        "us-hipaa-ssn": False,
    }


def test_a_month_tells_what_is_new_in_it(tmp_path: Path) -> None:
    months = summary(tmp_path, *QUARTER).months
    assert [(one.name, one.runs, one.found, one.new, one.waived) for one in months] == [
        ("2026-09", 2, 4, 4, 1),
        ("2026-11", 1, 3, 1, 1),
    ]


def test_a_permission_says_who_and_whether_it_has_lapsed(tmp_path: Path) -> None:
    (one,) = summary(tmp_path, *QUARTER).allowed
    assert (one.rule, one.permission.by, one.lapsed) == ("us-ftc-testimonial", "dana@riverside.example", True)


def test_runs_are_in_the_order_of_their_days_and_each_counts_once(tmp_path: Path) -> None:
    files = written(tmp_path, *reversed(QUARTER), {**QUARTER[0]})
    runs = read_runs(files)
    assert [one.day.isoformat() for one in runs.runs] == ["2026-09-03", "2026-09-20", "2026-11-02"]
    assert runs.repeated == [str(files[-1])]


def test_a_run_of_an_older_version_is_a_run(tmp_path: Path) -> None:
    old: dict[str, Any] = {
        "coverage": {"today": "2026-01-02"},
        "findings": [{k: v for k, v in found().items() if k != "waived"}],
    }
    seen = summary(tmp_path, old, run("2026-11-01", read=[]))
    assert seen.open["high"] == 1


@pytest.mark.parametrize("encode", [lambda text: codecs.BOM_UTF8 + text.encode(), lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le")])  # fmt: skip
def test_a_run_that_went_through_another_shell_is_read(tmp_path: Path, encode: object) -> None:
    assert callable(encode)
    file = tmp_path / "run.json"
    file.write_bytes(encode(json.dumps(QUARTER[0])))
    assert len(read_runs([file]).runs) == 1


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "1:1: this is not what"),
        (b'{"schema": 1,', "1:14: this is not what"),
        (b"[1]", "this is not what"),
        (b'{"schema": 1, "findings": []}', "coverage: field required"),
        (b'{"schema": 9}', "written in format 9, and 1 is known"),
        (json.dumps(run("2026-11-01", {"rule": "Quorn"})).encode(), "findings.0.category: field required"),
        (json.dumps(run("2026-11-01", found(severity="Quorn"))).encode(), "findings.0.severity: input should be"),
        (b"\x00\x01", "not text"),
        (b"[" * 100_000, "it cannot be read as JSON"),
    ],
)  # fmt: skip
def test_what_is_no_run_is_told_with_what_where_and_the_next_step(
    tmp_path: Path, data: bytes, told: str
) -> None:
    file = tmp_path / "broken.json"
    file.write_bytes(data)
    with pytest.raises(UserError) as error:
        read_runs([file])
    (problem,) = error.value.problems
    assert "broken.json" in str(problem)
    assert told in str(problem)
    assert problem.hint
    assert "Quorn" not in str(problem)


def test_every_broken_file_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(UserError) as error:
        read_runs([tmp_path / "folder", tmp_path / "none.json", *written(tmp_path, *QUARTER)])
    assert len(error.value.problems) == 2


HOSTILE = "<script>alert(1)</script>\u202e\x1b[2J|`@octocat ::error::x ##[group]"


def test_no_text_of_a_run_can_steer_a_page_or_a_table(tmp_path: Path) -> None:
    waived = {"reason": HOSTILE, "by": HOSTILE, "until": None, "place": HOSTILE}
    seen = summary(tmp_path, run("2026-11-01", found(HOSTILE, HOSTILE, waived=waived), read=READ))
    html = page.render(seen)
    soup = BeautifulSoup(html, "html.parser")
    assert not soup.find_all(["script", "iframe", "img", "link"])
    assert not [
        tag
        for tag in soup.find_all(True)
        if any(name.startswith("on") or name == "style" for name in tag.attrs)
    ]
    table = markdown.render(seen)
    for text in (html, table):
        assert "\u202e" not in text
        assert "\x1b" not in text
    assert "<script>" not in table
    assert "@octocat" not in table
