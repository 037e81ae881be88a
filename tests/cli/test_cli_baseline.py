"""A baseline, as somebody meets it who brings socialint to an old repository."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ran

Call = Callable[..., Ran]

pytestmark = pytest.mark.usefixtures("international")

FILE = "old.baseline"


def put(project: Path, name: str, text: str) -> None:
    (project / name).write_text(text, encoding="utf-8")


def summary(call: Call, *arguments: str) -> dict[str, int]:
    run: dict[str, Any] = json.loads(call("check", "content", "-f", "json", *arguments).out)
    counts: dict[str, int] = run["summary"]
    return counts


def entries(project: Path) -> list[str]:
    lines = (project / FILE).read_text(encoding="utf-8").splitlines()
    return [line for line in lines[1:] if not line.startswith("#")]


def test_an_old_repository_is_adopted_in_one_go(call: Call, project: Path) -> None:
    assert call("check", "content").code == 1
    ran = call("check", "content", "--write-baseline", FILE)
    assert ran.code == 0
    assert f"{FILE}: 2 entries." in ran.err
    ran = call("check", "content", "--baseline", FILE)
    assert ran.code == 0
    assert "2 hidden by the baseline." in ran.out
    assert summary(call, "--baseline", FILE)["baselined"] == 2


def test_it_holds_fingerprints_in_order_and_nothing_of_a_post(call: Call, project: Path) -> None:
    put(project, "content/story.md", "Wilhelmina Quorn, MRN 123456, says our tea cures colds.\n")
    put(project, "content/two.md", "Our tea cures colds. Our tea cures colds.\n\nOur tea cures flu.\n")
    found = json.loads(call("check", "content", "-f", "json").out)["findings"]
    call("check", "content", "--write-baseline", FILE)
    assert entries(project) == sorted(entries(project))
    assert {line.split()[0] for line in entries(project)} == {one["fingerprint"] for one in found}
    text = (project / FILE).read_text(encoding="utf-8").casefold()
    assert not [word for word in ("quorn", "123456", "cures", "story", "content/") if word in text]


def test_what_is_written_twice_is_the_same_bytes(call: Call, project: Path) -> None:
    call("check", "content", "--write-baseline", FILE)
    first = (project / FILE).read_bytes()
    call("check", "content", "--write-baseline", FILE, "--no-cache", "--jobs", "2")
    assert (project / FILE).read_bytes() == first


def test_what_is_new_is_told(call: Call, project: Path) -> None:
    call("check", "content", "--write-baseline", FILE)
    put(project, "content/new.md", "Our tea cures flu.\n")
    ran = call("check", "content", "--baseline", FILE)
    assert ran.code == 1 and "content/new.md" in ran.out and "content/tea.md" not in ran.out


def test_what_stood_is_hidden_wherever_it_moves_in_its_file(call: Call, project: Path) -> None:
    call("check", "content", "--write-baseline", FILE)
    tea = (project / "content/tea.md").read_text(encoding="utf-8")
    put(project, "content/tea.md", f"# Tea\n\nWe changed this text.\n\n{tea}")
    assert summary(call, "--baseline", FILE) | {"baselined": 2} == summary(call, "--baseline", FILE)
    put(project, "content/tea.md", f"Our coffee cures colds.\n\n{tea}")
    counted = summary(call, "--baseline", FILE)
    assert (counted["high"], counted["baselined"]) == (1, 2)


@pytest.mark.parametrize(
    "changed",
    ["MRN 123456 likes tea!\n", "MRN 123457 likes tea.\n", "---\ncampaign: x\n---\nMRN 123456 likes tea.\n"],
)
def test_what_names_a_patient_comes_back_with_any_change_of_its_post(
    call: Call, project: Path, changed: str
) -> None:
    put(project, "content/tea.md", "MRN 123456 likes tea.\n")
    call("check", "content", "--write-baseline", FILE)
    assert summary(call, "--baseline", FILE)["high"] == 0
    put(project, "content/tea.md", changed)
    assert summary(call, "--baseline", FILE)["high"] == 1


def test_a_patient_in_a_row_with_an_id_comes_back_as_well(call: Call, project: Path) -> None:
    put(project, "content/tea.md", "Come in.\n")
    put(project, "content/plan.csv", "id,text\n7,MRN 123456 likes tea.\n8,Our tea cures flu.\n")
    call("check", "content", "--write-baseline", FILE)
    put(project, "content/plan.csv", "id,text\n8,Our tea cures flu.\n7,MRN 123457 likes tea.\n")
    counted = summary(call, "--baseline", FILE)
    assert (counted["high"], counted["baselined"]) == (1, 1)


def test_what_is_critical_on_a_patient_enters_only_when_told(call: Call, project: Path) -> None:
    put(project, "content/tea.md", "SSN 123456 likes tea.\n")
    ran = call("check", "content", "--write-baseline", FILE)
    assert ran.code == 1 and "--baseline-phi" in ran.err
    assert entries(project) == []
    assert call("check", "content", "--write-baseline", FILE, "--baseline-grow").code == 1
    assert call("check", "content", "--write-baseline", FILE, "--baseline-grow", "--baseline-phi").code == 0
    assert call("check", "content", "--baseline", FILE).code == 0


def test_it_only_shrinks_unless_told(call: Call, project: Path) -> None:
    call("check", "content", "--write-baseline", FILE)
    put(project, "content/tea.md", "Hurry, only today!\n")
    put(project, "content/new.md", "Our tea cures flu.\n")
    ran = call("check", "content", "--baseline", FILE)
    assert "1 entry of it hides nothing any more; --write-baseline shrinks it." in " ".join(ran.out.split())
    ran = call("check", "content", "--write-baseline", FILE)
    assert ran.code == 1 and "1 entry, 1 taken out" in ran.err and "--baseline-grow" in ran.err
    assert len(entries(project)) == 1
    ran = call("check", "content", "--write-baseline", FILE, "--baseline-grow")
    assert ran.code == 0 and len(entries(project)) == 2


def test_what_was_not_looked_at_stays(call: Call, project: Path) -> None:
    put(project, "content/new.md", "Our tea cures flu.\n")
    call("check", "content", "--write-baseline", FILE)
    before = entries(project)
    for arguments in (["content/calm.txt"], ["content", "--ignore", "house-cure"]):
        ran = call("check", *arguments, "--write-baseline", FILE)
        assert "taken out" not in ran.err
        assert entries(project) == before
    (project / "content/new.md").unlink()
    call("check", "content/calm.txt", "--write-baseline", FILE)
    assert len(entries(project)) == len(before) - 1


def test_entries_can_expire(call: Call, project: Path) -> None:
    call("check", "content", "--write-baseline", FILE, "--baseline-until", "2027-01-31")
    assert all(line.endswith(" until=2027-01-31") for line in entries(project))
    assert call("check", "content", "--baseline", FILE, "--today", "2027-01-31").code == 0
    ran = call("check", "content", "--baseline", FILE, "--today", "2027-02-01")
    assert ran.code == 1 and "2 entries of it have expired." in " ".join(ran.out.split())


def test_what_is_wrong_with_a_waiver_is_never_old(call: Call, project: Path) -> None:
    put(project, "content/tea.md", "<!-- socialint: waive house-cure -->\nCome in.\n")
    call("check", "content", "--write-baseline", FILE)
    assert entries(project) == []


def test_what_is_waived_needs_no_entry(call: Call, project: Path) -> None:
    put(
        project, "content/tea.md", "<!-- socialint: waive house-cure -- the label -->\nOur tea cures colds.\n"
    )
    call("check", "content", "--write-baseline", FILE)
    assert entries(project) == []
    counted = summary(call, "--baseline", FILE)
    assert (counted["waived"], counted["baselined"]) == (1, 0)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (None, "", "--write-baseline makes one"),
        ("{}\n", ":1", "does not begin as one"),
        ("socialint baseline 2\n", ":1", "version 2"),
        ("socialint baseline 1\n<<<<<<< HEAD\n", ":2", "what a merge left behind"),
        (
            f"socialint baseline 1\n{'0' * 32} x in={'0' * 16} words={'0' * 32} until=2027-02-30\n",
            ":2",
            "no entry",
        ),
    ],
)
def test_what_is_no_baseline_ends_the_run(
    call: Call, project: Path, text: str | None, line: str, what: str
) -> None:
    if text is not None:
        put(project, FILE, text)
    ran = call("check", "content", "--baseline", FILE)
    assert (ran.code, ran.out) == (2, "")
    assert f"{FILE}{line}" in ran.err and what in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["--baseline-phi"],
        ["--baseline", FILE, "--baseline-grow"],
        ["--baseline", "a.baseline", "--write-baseline", "b.baseline"],
        ["--write-baseline", FILE, "--no-store"],
        ["--write-baseline", "gone/old.baseline"],
        ["--write-baseline", "content"],
        ["--write-baseline", FILE, "--watch"],
    ],
    ids=" ".join,
)
def test_what_makes_no_sense_is_refused(call: Call, project: Path, arguments: list[str]) -> None:
    ran = call("check", "content", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert not (project / FILE).exists()


def test_the_baseline_is_no_draft(call: Call, project: Path) -> None:
    call("check", "content", "--write-baseline", "content/old.txt")
    run = json.loads(call("check", "content", "-f", "json", "--baseline", "content/old.txt").out)
    assert "content/old.txt" not in [one["path"] for one in run["coverage"]["read"]]
