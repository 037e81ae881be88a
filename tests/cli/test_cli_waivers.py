"""Waivers, from the draft and from waivers.yaml, as a person at the terminal meets them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.cli.conftest import Ran

Call = Callable[..., Ran]

pytestmark = pytest.mark.usefixtures("international")


def put(project: Path, name: str, text: str) -> None:
    (project / name).write_text(text, encoding="utf-8")


def checked(call: Call, *arguments: str) -> dict[str, Any]:
    run: dict[str, Any] = json.loads(call("check", "-f", "json", "--today", "2026-11-21", *arguments).out)
    return run


def told(run: dict[str, Any]) -> list[tuple[str, int, bool]]:
    """Rule and line of what was found, and whether it is waived."""
    return sorted((one["rule"], one["line"], one["waived"] is not None) for one in run["findings"])


def test_a_comment_waives_the_block_below_it_and_no_other(call: Call, project: Path) -> None:
    put(
        project,
        "content/tea.md",
        "Our tea cures colds.\n\n"
        "<!-- socialint: waive house-cure by=legal@example.org until=2027-01-31 -- wording of the label -->\n"
        "Our tea cures coughs.\n\nOur tea cures flu.\n",
    )
    run = checked(call, "content/tea.md")
    assert told(run) == [("house-cure", 1, False), ("house-cure", 4, True), ("house-cure", 6, False)]
    assert next(one["waived"] for one in run["findings"] if one["waived"]) == {
        "reason": "wording of the label",
        "by": "legal@example.org",
        "until": "2027-01-31",
        "place": "content/tea.md, line 3",
    }
    assert (run["summary"]["high"], run["summary"]["waived"]) == (2, 1)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "---\nsocialint: waive house-cure -- the label\n---\nOur tea cures colds.\n"),
        ("a.md", "Our tea cures colds.\n\n<!-- socialint: waive house-cure for=file -- the label -->\n"),
        ("a.html", "<!-- socialint: waive house-cure -- the label --><p>Our tea <b>cures</b> colds.</p>"),
        ("a.mdx", "{/* socialint: waive house-cure -- the label */}\n\nOur tea cures colds.\n"),
        ("a.csv", "id,text,socialint\n7,Our tea cures colds.,waive house-cure -- the label\n"),
        ("a.jsonl", '{"text": "Our tea cures colds.", "socialint": "waive house-cure -- the label"}\n'),
    ],
)
def test_what_is_waived_fails_nothing_in_every_format_that_strips_it(
    call: Call, project: Path, name: str, text: str
) -> None:
    put(project, f"content/{name}", text)
    ran = call("check", f"content/{name}")
    assert ran.code == 0
    assert "Waived" in ran.out and "the label" in ran.out and "1 waived." in ran.out


def test_a_text_that_is_published_with_its_comment_waives_nothing(call: Call, project: Path) -> None:
    put(project, "content/a.txt", "<!-- socialint: waive house-cure -- the label -->\nOur tea cures colds.\n")
    told_of = told(checked(call, "content/a.txt"))
    assert told_of == [("house-cure", 2, False), ("int-waiver-published", 1, False)]


def test_a_row_is_waived_and_not_the_next_one(call: Call, project: Path) -> None:
    put(
        project,
        "content/plan.csv",
        "text,socialint\nOur tea cures colds.,waive house-cure -- the label\nOur tea cures colds.,\n",
    )
    run = checked(call, "content/plan.csv")
    assert [(one["post"], one["waived"] is not None) for one in run["findings"]] == [
        ("row 2", True),
        ("row 3", False),
    ]


def test_a_waiver_in_a_workbook_says_in_which_cell(call: Call, project: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.title = "May"
    book.active.append(["Copy", "socialint"])
    book.active.append(["Our tea cures colds.", "waive house-cure -- the label"])
    book.active.append(["Our tea cures colds.", "waive house-cure"])
    book.save(project / "content/plan.xlsx")
    run = checked(call, "content/plan.xlsx")
    posts = [(one["rule"], one["post"], one["waived"] and one["waived"]["place"]) for one in run["findings"]]
    assert sorted(posts) == [
        ("house-cure", "Sheet ‘May’, row 2, cell A2", "content/plan.xlsx, Sheet ‘May’, row 2, cell B2"),
        ("house-cure", "Sheet ‘May’, row 3, cell A3", None),
        ("int-waiver-malformed", "Sheet ‘May’, row 3, cell B3", None),
    ]


def test_a_slip_in_the_name_of_an_owned_category_is_told(call: Call, project: Path) -> None:
    with (project / "socialint.yaml").open("a", encoding="utf-8") as file:
        file.write("owners: {claim: [legal@example.org]}\n")
    ran = call("check", "content/tea.md")
    assert ran.code == 2 and "did you mean “claims”" in ran.err


def test_on_record_a_post_is_waived_by_its_name(call: Call, project: Path) -> None:
    put(project, "content/plan.csv", "text\nOur tea cures colds.\nOur tea cures flu.\n")
    put(
        project,
        "waivers.yaml",
        "waivers:\n  - {rule: house-cure, path: content/plan.csv, post: row 3, reason: the label, by: Ann}\n",
    )
    run = checked(call, "content/plan.csv")
    assert [(one["post"], one["waived"] is not None) for one in run["findings"]] == [
        ("row 2", False),
        ("row 3", True),
    ]
    assert run["findings"][1]["waived"]["place"] == "waivers.yaml, line 2"


def test_what_is_grave_is_waived_on_record_alone(call: Call, project: Path) -> None:
    note = "<!-- socialint: waive house-record-number, house-banned for=file -- fine with her -->\n"
    put(project, "content/tea.md", f"{note}\nMRN 123456 likes moonshine.\n")
    run = checked(call, "content/tea.md")
    assert told(run) == [
        ("house-banned", 3, False), ("house-record-number", 3, False), ("int-waiver-barred", 1, False),
    ]  # fmt: skip
    put(project, "content/tea.md", "MRN 123456 likes moonshine.\n")
    put(
        project,
        "waivers.yaml",
        "waivers:\n  - {rule: [house-record-number, house-banned], path: content/tea.md, reason: fine with her}\n",
    )
    assert told(checked(call, "content/tea.md")) == [
        ("house-banned", 1, True),
        ("house-record-number", 1, True),
    ]


@pytest.mark.parametrize(
    ("by", "code"), [("by: privacy@example.org, ", 0), ("by: ann@example.org, ", 1), ("", 1)]
)
def test_only_an_owner_waives_what_has_owners(call: Call, project: Path, by: str, code: int) -> None:
    with (project / "socialint.yaml").open("a", encoding="utf-8") as file:
        file.write("owners: {phi: [privacy@example.org]}\n")
    put(project, "content/tea.md", "MRN 123456 likes tea.\n")
    put(
        project,
        "waivers.yaml",
        f"waivers:\n  - {{rule: house-record-number, path: content/tea.md, {by}reason: fine with her}}\n",
    )
    ran = call("check", "content/tea.md")
    assert ran.code == code
    assert ("only privacy@example.org can waive phi" in " ".join(ran.out.split())) is bool(code)


@pytest.mark.parametrize(
    ("note", "rule"),
    [
        ("waive house-cure", "int-waiver-malformed"),
        ("waive house-cures -- the label", "int-waiver-malformed"),
        ("waive house-cure until=soon -- the label", "int-waiver-malformed"),
        ("waive house-cure unless=x -- the label", "int-waiver-malformed"),
        ("ignore house-cure -- the label", "int-waiver-malformed"),
        ("waive house-cure until=2026-11-20 -- the label", "int-waiver-lapsed"),
        ("waive house-length -- the label", "int-waiver-unused"),
    ],
)
def test_a_waiver_that_is_no_good_is_a_finding_and_waives_nothing(
    call: Call, project: Path, note: str, rule: str
) -> None:
    put(project, "content/tea.md", f"<!-- socialint: {note} -->\nOur tea cures colds.\n")
    assert told(checked(call, "content/tea.md")) == [("house-cure", 2, False), (rule, 1, False)]


def test_a_waiver_lapses_for_a_post_that_goes_out_later(call: Call, project: Path) -> None:
    head = "---\npublish_at: 2027-02-01\nsocialint: waive house-cure until=2027-01-31 -- the label\n---\n"
    put(project, "content/tea.md", f"{head}Our tea cures colds.\n")
    run = checked(call, "content/tea.md")
    assert told(run) == [("house-cure", 5, False), ("int-waiver-lapsed", 3, False)]
    assert "2027-02-01" in run["findings"][1]["message"]


def test_a_rule_that_is_not_in_force_leaves_no_waiver_unused(call: Call, project: Path) -> None:
    put(project, "content/calm.md", "<!-- socialint: waive house-cure -- the label -->\nCome in.\n")
    assert told(checked(call, "content/calm.md")) == [("int-waiver-unused", 1, False)]
    assert told(checked(call, "content/calm.md", "--ignore", "house-cure")) == []


def test_a_draft_that_was_not_read_leaves_no_waiver_unused(call: Call, project: Path) -> None:
    put(
        project,
        "waivers.yaml",
        "waivers:\n"
        "  - {rule: house-cure, path: content/calm.txt, reason: the label}\n"
        "  - {rule: house-cure, path: content/gone.md, reason: the label}\n",
    )
    one = told(checked(call, "content/tea.md"))
    assert ("int-waiver-unused", 3, False) in one and ("int-waiver-unused", 2, False) not in one
    both = checked(call, "content")
    assert ("int-waiver-unused", 2, False) in told(both) and ("int-waiver-unused", 3, False) in told(both)


def test_waivers_are_told_again_when_nothing_has_changed(call: Call, project: Path) -> None:
    put(
        project, "content/tea.md", "<!-- socialint: waive house-cure -- the label -->\nOur tea cures colds.\n"
    )
    first, second, anew = (call("check", "-f", "json", *more) for more in ((), (), ("--no-cache",)))
    assert first.out == second.out == anew.out
    assert json.loads(second.out)["summary"]["waived"] == 1


def test_the_record_says_who_waived_what(call: Call, project: Path) -> None:
    put(
        project,
        "content/tea.md",
        "<!-- socialint: waive house-cure by=ann@example.org -- the label -->\nOur tea cures colds.\n",
    )
    call("check", "content/tea.md", "--record", "runs.jsonl")
    (line,) = map(json.loads, (project / "runs.jsonl").read_text(encoding="utf-8").splitlines())
    (waived,) = line["waived"]
    assert (waived["rule"], waived["by"], waived["reason"], waived["until"]) == (
        "house-cure", "ann@example.org", "the label", None,
    )  # fmt: skip
    assert line["summary"]["waived"] == 1


def test_a_reason_shows_no_patient(call: Call, project: Path) -> None:
    put(
        project,
        "content/tea.md",
        "<!-- socialint: waive house-cure -- MRN 123456 asked for it -->\nOur tea cures colds.\n",
    )
    for name in ("text", "json", "html", "sarif"):
        ran = call("check", "content/tea.md", "-f", name)
        assert "123456" not in ran.out and "[MRN 1] asked for it" in " ".join(ran.out.split()), name
    assert ("house-record-number", 1, False) in told(checked(call, "content/tea.md"))


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("waivers:\n  - {rule: house-cure, path: content/tea.md}\n", 2, "reason"),
        ("waivers:\n  - {rule: house-cure, path: content/*.md, reason: x}\n", 2, "one file"),
        ("waivers:\n  - {rule: house-cure, path: a.md, reason: x, by: 212-555-0147}\n", 2, "colleague"),
        ("waivers:\n  - {rule: house-cure, path: a.md, reasons: x}\n", 2, "did you mean “reason”"),
        ("waivers: [\n", 2, ""),
    ],
)
def test_a_broken_record_of_waivers_ends_the_run(
    call: Call, project: Path, text: str, line: int, what: str
) -> None:
    put(project, "waivers.yaml", text)
    ran = call("check", "content/tea.md")
    assert (ran.code, ran.out) == (2, "")
    assert f"waivers.yaml:{line}" in ran.err and what in ran.err


def test_the_record_of_waivers_is_no_draft_wherever_it_lies(call: Call, project: Path) -> None:
    put(project, "content/waivers.yaml", "waivers: []\nnote: our tea cures colds\n")
    assert "content/waivers.yaml" not in [one["path"] for one in checked(call, "content")["coverage"]["read"]]


def test_without_a_configuration_there_is_no_record(call: Call, project: Path) -> None:
    put(project, "waivers.yaml", "waivers: [\n")
    assert call("check", "--no-config", "--market", "INT", "content/calm.txt").code == 0


def test_the_schema_of_the_record_is_told(call: Call) -> None:
    schema = json.loads(call("schema", "waivers").out)
    assert {"rule", "path", "reason", "post", "fingerprint", "by", "until"} <= set(
        json.dumps(schema).split('"')
    )


@pytest.mark.parametrize("rule", ["malformed", "barred", "lapsed", "unused", "published"])
def test_what_is_said_of_waivers_is_explained(call: Call, rule: str) -> None:
    ran = call("explain", f"int-waiver-{rule}")
    assert ran.code == 0 and "in force" in ran.out.casefold()
