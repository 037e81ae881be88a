"""What a run shows is the same whether its drafts were checked now or in an earlier run."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from socialint import pipeline, readers, store
from socialint.discover import discover
from socialint.linter import Linter
from socialint.settings import Choices, resolve
from tests.cli.conftest import Ran
from tests.readers.pictures.test_picture import drawn

EXAMPLES = Path(__file__).parents[2] / "examples"
Call = Callable[..., Ran]


@pytest.fixture(autouse=True)
def kept(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a user who has kept nothing yet."""
    place = tmp_path_factory.mktemp("kept")
    monkeypatch.setenv("XDG_CACHE_HOME", str(place))
    monkeypatch.setenv("LOCALAPPDATA", str(place))
    return place / "socialint"


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the drafts that are checked from now on, as they are checked."""
    names: list[str] = []
    check = Linter.check

    def told(linter: Linter, document: object, *given: object) -> object:
        names.append(document.source.name)  # type: ignore[attr-defined]
        return check(linter, document, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(Linter, "check", told)
    return names


@pytest.mark.parametrize("name", ["json", "html", "sarif", "text"])
def test_the_bytes_are_the_same_cold_warm_and_mixed_whatever_the_jobs(
    name: str, call: Call, project: Path
) -> None:
    shutil.copytree(EXAMPLES / "vitaleaf-supplements", project, dirs_exist_ok=True)
    draft = sorted((project / "content").rglob("*.md"))[0]

    def ran(*options: str) -> Ran:
        return call("check", ".", "-f", name, "--quiet", "--today", "2026-11-22", *options)

    plain = ran("--no-cache")
    assert plain.code == 1
    for options in (("--jobs", "2"), ("--jobs", "1"), ()):
        assert ran(*options) == plain
    at_first = draft.read_bytes()
    draft.write_bytes(at_first + b"\n\nOur tea cures cancer, guaranteed.\n")
    assert ran("--jobs", "2") == ran("--no-cache") != plain
    draft.write_bytes(at_first)
    assert ran() == plain


def test_only_what_changed_is_checked_again(call: Call, project: Path, checked: list[str]) -> None:
    first = call("check", "-f", "json")
    assert sorted(checked) == ["content/calm.txt", "content/tea.md"]
    assert call("check", "-f", "json") == first
    assert len(checked) == 2
    (project / "content" / "calm.txt").write_text("Hurry in.\n", encoding="utf-8")
    again = call("check", "-f", "json")
    assert checked[2:] == ["content/calm.txt"]
    assert len(json.loads(again.out)["findings"]) == len(json.loads(first.out)["findings"]) + 1


@pytest.mark.parametrize(
    "change",
    [
        ("--organisation", "charity"),
        ("--channel", "instagram"),
        ("--audience", "hcp"),
        ("--entities", "full"),
        ("--ignore", "platform"),
        ("--market", "US-TX"),
    ],
)
def test_other_settings_are_another_matter(call: Call, checked: list[str], change: tuple[str, ...]) -> None:
    call("check")
    call("check", *change)
    assert len(checked) == 4
    call("check", *change)
    assert len(checked) == 4


def test_what_only_shows_or_fails_is_none(call: Call, checked: list[str]) -> None:
    call("check")
    call("check", "--fail-on", "never", "--min-severity", "critical", "-f", "sarif", "content/tea.md")
    assert len(checked) == 2


def test_a_rule_and_a_register_that_changed_are_another_matter(
    call: Call, project: Path, checked: list[str]
) -> None:
    (project / "consents.csv").write_text("id,person,scope,channels,signed,expires,revoked\n")
    with (project / "socialint.yaml").open("a") as file:
        file.write("registers: {consents: consents.csv}\n")
    call("check")
    (project / "consents.csv").write_text("id,person,scope,channels,signed,expires,revoked\n\n")
    call("check")
    assert len(checked) == 4
    policy = project / "policy" / "house.yaml"
    policy.write_text(
        policy.read_text(encoding="utf-8").replace("[hurry]", "[hurry, calm]"), encoding="utf-8"
    )
    call("check")
    assert len(checked) == 6


def test_on_another_day_only_what_no_rule_was_held_against_is_known(call: Call, checked: list[str]) -> None:
    call("check", "--today", "2026-11-21")
    told = call("check", "--today", "2026-11-22", "-f", "json")
    assert checked[2:] == ["content/tea.md"]
    assert json.loads(told.out)["coverage"]["today"] == "2026-11-22"


@pytest.mark.parametrize("option", ["--no-cache", "--no-store", "--statistics"])
def test_without_it_all_is_checked_anew_and_nothing_kept(
    call: Call, kept: Path, checked: list[str], option: str
) -> None:
    call("check", option)
    assert not list(kept.glob("results-*"))
    call("check")
    call("check", option)
    assert len(checked) == 6


def test_masks_that_are_off_are_off_for_this_run_alone(
    call: Call, project: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "content" / "tea.md").write_text(
        "Chart MRN 00482913: our tea cures colds.\n", encoding="utf-8"
    )
    monkeypatch.setattr(sys.stdout.__class__, "isatty", lambda stream: True)
    options = ("check", "--no-config", "--market", "US", "--organisation", "clinic", "content")
    masked = call(*options)
    assert "00482913" not in masked.out
    assert "00482913" in call(*options, "--show-phi").out
    assert call(*options) == masked
    (results,) = kept.glob("results-*")
    assert b"00482913" not in results.read_bytes()


def test_nothing_of_a_draft_is_kept_but_what_a_report_shows(call: Call, project: Path, kept: Path) -> None:
    (project / "content" / "calm.txt").write_text("Zebulon walked in.\n", encoding="utf-8")
    call("check")
    (results,) = kept.glob("results-*")
    assert b"Zebulon" not in results.read_bytes()
    assert b"walked" not in results.read_bytes()
    assert results.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("at", [0, 5, 20, 60, -1])
def test_damage_is_no_mistake_and_no_lie(call: Call, kept: Path, checked: list[str], at: int) -> None:
    first = call("check", "-f", "json")
    (results,) = kept.glob("results-*")
    damaged = bytearray(results.read_bytes())
    damaged[at] ^= 1
    results.write_bytes(damaged)
    assert call("check", "-f", "json") == first
    assert len(checked) == 4
    call("check")
    assert len(checked) == 4


@pytest.mark.skipif(sys.platform == "win32" or os.getuid() == 0, reason="nothing is closed to root")
def test_a_draft_that_may_not_be_read_any_more_is_unread(call: Call, project: Path) -> None:
    call("check")
    (project / "content" / "calm.txt").chmod(0)
    assert json.loads(call("check", "-f", "json").out)["unread"]


def test_a_draft_that_is_gone_is_not_told_of(call: Call, project: Path) -> None:
    call("check")
    (project / "content" / "tea.md").unlink()
    told = json.loads(call("check", "-f", "json").out)
    assert [one["path"] for one in told["coverage"]["read"]] == ["content/calm.txt"]
    assert told["findings"] == []


def test_what_could_not_be_checked_of_a_draft_is_known_with_it(call: Call, project: Path) -> None:
    (project / "content" / "when.md").write_text(
        "---\npublish_at: some day\n---\nCome in.\n", encoding="utf-8"
    )
    damaged = project / "content" / "plan.xlsx"
    damaged.write_bytes(b"PK\x03\x04 and no more")
    first = call("check", "-f", "json")
    assert first.code == 1
    assert {one["path"] for one in json.loads(first.out)["unread"]} == {
        "content/plan.xlsx",
        "content/when.md",
    }
    assert call("check", "-f", "json") == first


def test_a_picture_that_changed_or_came_is_judged_with_its_draft(call: Call, project: Path) -> None:
    draft = project / "content" / "cup.md"
    draft.write_text("Our cup\n\n![A cup](cup.png)\n", encoding="utf-8")
    for words in (None, "Our tea cures colds", "Our tea is warm"):
        if words is not None:
            drawn(words).save(project / "content" / "cup.png")
        fresh = call("check", "-f", "json", "--no-cache")
        assert call("check", "-f", "json") == fresh
        assert call("check", "-f", "json") == fresh


def test_a_text_through_a_pipe_is_checked_each_time(
    call: Call, checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(b"Our tea cures colds.")))
        call("check", "-")
    assert checked == ["-", "-"]


def test_names_of_a_project_that_are_long_gone_make_room(
    call: Call, project: Path, kept: Path, monkeypatch: pytest.MonkeyPatch, checked: list[str]
) -> None:
    monkeypatch.setattr(store.results, "MOST", 2)
    call("check")
    (project / "content" / "calm.txt").rename(project / "content" / "quiet.txt")
    call("check")
    call("check")
    assert checked == ["content/calm.txt", "content/tea.md", "content/quiet.txt"]


def test_two_runs_at_once_lose_nothing_of_each_other(call: Call, project: Path, checked: list[str]) -> None:
    early = pipeline.InForce(resolve(Choices(), [project]))
    call("check", "content/tea.md")
    pipeline.run(early, discover(["content/calm.txt"], root=project, refusal=readers.refusal))
    call("check")
    assert checked == ["content/tea.md", "content/calm.txt"]


def test_where_nothing_changed_no_rule_is_looked_at(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    first = call("check")

    def refuse(*given: object) -> None:
        raise AssertionError("a plan is asked for")

    monkeypatch.setattr(store, "ruleset", refuse)
    assert call("check") == first
