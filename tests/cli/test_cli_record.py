"""`--record`: the line that an officer keeps of each run."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.programs import ROOT, git

Call = Callable[..., SimpleNamespace]


def lines(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def test_each_run_is_one_line(call: Call, project: Path) -> None:
    call("check", "--record", "runs.jsonl")
    call("check", "content/calm.txt", "content/gone.md", "--record", "runs.jsonl", "--ignore", "platform")
    first, second = lines(project / "runs.jsonl")
    tea = hashlib.sha256((project / "content/tea.md").read_bytes()).hexdigest()
    assert {"path": "content/tea.md", "sha256": tea, "posts": 1} in first["files"]
    counted = {"critical": 0, "high": 1, "medium": 0, "low": 1, "info": 0, "waived": 0, "baselined": 0}
    assert first["summary"] == counted
    assert (first["exit_code"], first["unread"], first["commit"]) == (1, 0, None)
    assert first["tool"]["policy"].startswith("sha256:")
    assert abs(datetime.now(UTC) - datetime.fromisoformat(first["at"])) < timedelta(hours=1)
    assert [one["path"] for one in second["files"]] == ["content/calm.txt"]
    assert (second["exit_code"], second["unread"]) == (3, 1)
    assert second["switched_off"]


def test_the_readme_tells_what_a_line_holds(call: Call, project: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    told = re.search(r"somebody will ask for: (.*?)\. It holds", readme, re.DOTALL)
    assert told is not None
    call("check", "--record", "runs.jsonl")
    assert set(re.findall(r"`(\w+)`", told[1])) == set(lines(project / "runs.jsonl")[0]) - {"schema"}


def test_nothing_of_a_post_is_recorded(call: Call, project: Path) -> None:
    post = "Our patient Wilhelmina Quorn (MRN 00482913) says our tea cures colds.\n"
    (project / "content/story.md").write_text(post, encoding="utf-8")
    call("check", "--record", "runs.jsonl")
    recorded = (project / "runs.jsonl").read_text(encoding="utf-8").casefold()
    assert not [word for word in ("wilhelmina", "quorn", "00482913", "cures", "tea ") if word in recorded]


def test_a_line_that_was_cut_short_spoils_no_other(call: Call, project: Path) -> None:
    (project / "runs.jsonl").write_text('{"schema": 1, "at"', encoding="utf-8")
    call("check", "--record", "runs.jsonl")
    cut, whole = (project / "runs.jsonl").read_text(encoding="utf-8").splitlines()
    assert cut == '{"schema": 1, "at"'
    assert json.loads(whole)["exit_code"] == 1


def test_the_record_is_no_draft(call: Call, project: Path) -> None:
    for _ in range(2):
        call("check", "--record", "content/runs.jsonl")
    first, second = lines(project / "content/runs.jsonl")
    assert first["files"] == second["files"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--record", "runs.jsonl", "--no-store"],
        ["--record", "content"],
        ["--record", "gone/runs.jsonl"],
        ["--record", "runs.jsonl", "--market", "XX"],
    ],
    ids=" ".join,
)
def test_a_run_that_is_refused_is_not_recorded(call: Call, project: Path, arguments: list[str]) -> None:
    ran = call("check", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert not (project / "runs.jsonl").exists()


def test_in_a_repository_the_commit_is_told(call: Call, project: Path) -> None:
    (project / ".git").rmdir()
    git(project, "init", "-q")
    git(project, "commit", "-q", "--allow-empty", "-m", "first")
    call("check", "--record", "runs.jsonl")
    assert lines(project / "runs.jsonl")[0]["commit"] == git(project, "rev-parse", "HEAD").strip()
