"""`--changed-since`: only what a branch changed is checked, in repositories as people have them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from socialint.discover.repository import Changes
from tests import programs

Call = Callable[..., SimpleNamespace]
Git = Callable[..., str]

CURE = "Our tea cures colds.\n"


@pytest.fixture
def git(project: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Git in the project, which has its first commit on main and a branch checked out."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)

    def git(*arguments: str, folder: Path = project) -> str:
        return programs.git(folder, *arguments)

    (project / ".git").rmdir()
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-q", "-m", "first")
    git("switch", "-q", "-c", "branch")
    return git


def checked(ran: SimpleNamespace) -> list[str]:
    lines: list[str] = ran.out.splitlines()
    return [line.split(None, 1)[1].removesuffix("  (named)") for line in lines if line.startswith("checked")]


def test_what_the_branch_changed_is_checked_committed_or_not(call: Call, project: Path, git: Git) -> None:
    content = project / "content"
    for name in ("committed.md", "staged.md", "untracked.md", "naïve “quoted”\ttab.md", "-dash.md"):
        (content / name).write_text(CURE, encoding="utf-8")
    git("add", "content/committed.md")
    git("mv", "content/calm.txt", "content/renamed.txt")
    git("commit", "-q", "-m", "second")
    git("add", "content/staged.md")
    listed = call("check", "--changed-since", "main", "--show-files")
    assert checked(listed) == [
        "content/-dash.md",
        "content/committed.md",
        "content/naïve “quoted”\\ttab.md",
        "content/renamed.txt",
        "content/staged.md",
        "content/untracked.md",
    ]
    assert "unchanged     content/tea.md" in listed.out
    assert call("check", "--changed-since", "main").code == 1


def test_a_name_is_known_in_either_spelling_of_its_accents(tmp_path: Path) -> None:
    composed, decomposed = str(tmp_path / "caf\u00e9.md"), str(tmp_path / "cafe\u0301.md")
    assert Changes("main", str(tmp_path), frozenset([composed])).hold(decomposed)
    assert not Changes("main", str(tmp_path), frozenset([composed])).hold(str(tmp_path / "cafe.md"))


def test_what_main_did_meanwhile_is_no_change_of_the_branch(call: Call, project: Path, git: Git) -> None:
    git("switch", "-q", "main")
    (project / "content/tea.md").write_text("Tea is warm.\n", encoding="utf-8")
    git("commit", "-q", "-a", "-m", "on main")
    git("switch", "-q", "branch")
    assert checked(call("check", "--changed-since", "main", "--show-files")) == []


def test_paths_and_changes_are_taken_together(call: Call, project: Path, git: Git) -> None:
    for folder in ("content", "later"):
        (project / folder).mkdir(exist_ok=True)
        (project / folder / "new.md").write_text(CURE, encoding="utf-8")
    both = call("check", "--changed-since", "main", "later", "content/tea.md", "--show-files")
    assert checked(both) == ["later/new.md"]
    assert "unchanged  content/tea.md" in both.out


@pytest.mark.parametrize("name", ["text", "json"])
def test_nothing_changed_passes_and_says_so(call: Call, git: Git, name: str) -> None:
    ran = call("check", "--changed-since", "main", "-f", name)
    assert ran.code == 0
    assert "Nothing to check: the 2 drafts are unchanged since main." in ran.err
    assert ran.out


def test_an_empty_folder_is_still_a_mistake(call: Call, project: Path, git: Git) -> None:
    (project / "empty").mkdir()
    assert call("check", "empty", "--changed-since", "main").code == 2


def test_the_report_tells_how_many_were_not_looked_at(call: Call, project: Path, git: Git) -> None:
    (project / "content/new.txt").write_text("Come in.\n", encoding="utf-8")
    assert "2 unchanged" in call("check", "--changed-since", "main").out


def test_a_changed_policy_is_told(call: Call, project: Path, git: Git) -> None:
    with (project / "policy/house.yaml").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    ran = call("check", "--changed-since", "main")
    assert "policy/house.yaml has changed too" in ran.err


def test_a_changed_submodule_is_checked_whole(
    call: Call, project: Path, git: Git, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other")
    git("init", "-q", folder=other)
    (other / "post.md").write_text(CURE, encoding="utf-8")
    git("add", "-A", folder=other)
    git("commit", "-q", "-m", "first", folder=other)
    git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(other), "content/agency")
    assert checked(call("check", "--changed-since", "main", "--show-files")) == ["content/agency/post.md"]


@pytest.mark.parametrize(
    "revision", ["nowhere", "-x", "", "main..branch", "^main", "main:content", "--output=x"]
)
def test_what_is_no_revision_is_a_mistake(call: Call, project: Path, git: Git, revision: str) -> None:
    ran = call("check", f"--changed-since={revision}")
    assert (ran.code, ran.out) == (2, "")
    assert "revision" in ran.err
    assert not (project / "x").exists()


def test_outside_a_repository_nobody_knows_what_changed(call: Call) -> None:
    ran = call("check", "--changed-since", "main")
    assert (ran.code, ran.out) == (2, "")
    assert "not a git repository" in ran.err and "without --changed-since" in ran.err


@pytest.mark.parametrize("revision", ["main", "branch~1"])
def test_a_shallow_clone_is_told_how_to_become_whole(
    call: Call, project: Path, git: Git, revision: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("commit", "-q", "--allow-empty", "-m", "second")
    git("clone", "-q", "--depth=1", "--branch=branch", f"file://{project}", "clone")
    monkeypatch.chdir(project / "clone")
    ran = call("check", "--changed-since", revision)
    assert (ran.code, ran.out) == (2, "")
    assert "fetch-depth: 0" in ran.err


def test_a_history_without_a_common_commit_is_told_too(call: Call, git: Git) -> None:
    git("switch", "-q", "--orphan", "alone")
    git("commit", "-q", "--allow-empty", "-m", "alone")
    ran = call("check", "--changed-since", "main")
    assert ran.code == 2
    assert "no commit in common" in ran.err


def test_neither_a_hooks_environment_nor_the_repository_runs_or_misleads(
    call: Call, project: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("config", "core.fsmonitor", "touch ran; false")
    git("config", "diff.external", "touch ran; false")
    git("config", "diff.relative", "true")
    monkeypatch.setenv("GIT_DIR", str(project / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(project / "no-index"))
    (project / "content/new.txt").write_text("Come in.\n", encoding="utf-8")
    assert checked(call("check", "content", "--changed-since", "main", "--show-files")) == ["content/new.txt"]
    assert not (project / "ran").exists()


def test_what_comes_through_a_pipe_has_no_history(call: Call, git: Git) -> None:
    assert call("check", "-", "--changed-since", "main").code == 2
