"""What others run in their CI: the action's own script, the examples, the container."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.programs import ROOT, environment, git, program

ACTION: Mapping[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: Mapping[str, Any] = {step.get("id") or step["name"]: step for step in ACTION["runs"]["steps"]}
GITHUB: Mapping[str, Any] = yaml.safe_load((ROOT / "examples/ci/github.yml").read_text(encoding="utf-8"))
GITLAB: Mapping[str, Any] = yaml.safe_load((ROOT / "examples/ci/gitlab.yml").read_text(encoding="utf-8"))

with_bash = pytest.mark.skipif(sys.platform == "win32", reason="the scripts are for a shell of Unix")

CURE = "Our tea cures diabetes, guaranteed! Order now.\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two careless drafts, one of them from a branch."""
    folder = tmp_path / "copy"
    (folder / "drafts").mkdir(parents=True)
    (folder / "socialint.yaml").write_text(
        "organisation: {kind: supplement}\nmarkets: [US]\n", encoding="utf-8"
    )
    (folder / "drafts/old.md").write_text(CURE, encoding="utf-8")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "first")
    git(folder, "switch", "-q", "-c", "branch")
    (folder / "drafts/new tea.md").write_text(CURE, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "second")
    return folder


def acted(repository: Path, **inputs: str) -> tuple[subprocess.CompletedProcess[str], dict[str, str], str]:
    """How the action's step ended, what it put out, and the summary of its job."""
    temp = repository.parent / "temp"
    given = {name: str(one["default"]) for name, one in ACTION["inputs"].items()} | inputs
    bin_folder = program(temp / "socialint/bin").parent
    (bin_folder / "python").symlink_to(sys.executable)
    files = {"GITHUB_OUTPUT": temp / "output", "GITHUB_STEP_SUMMARY": temp / "summary"}
    environ = environment(
        bin_folder, RUNNER_TEMP=str(temp), **{key: str(file) for key, file in files.items()}
    )
    for name, written in STEPS["check"]["env"].items():
        asked = re.fullmatch(r"\$\{\{ inputs\.([\w-]+) \}\}", written)
        environ[name] = given[asked[1]] if asked else git(repository, "rev-parse", "main").strip()
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS["check"]["run"]]
    done = subprocess.run(command, cwd=repository, env=environ, capture_output=True, text=True, check=False)
    put_out = dict(line.split("=", 1) for line in files["GITHUB_OUTPUT"].read_text().splitlines())
    summary = files["GITHUB_STEP_SUMMARY"]
    return done, put_out, summary.read_text(encoding="utf-8") if summary.exists() else ""


@with_bash
def test_the_action_annotates_counts_and_fails(repository: Path) -> None:
    done, put_out, summary = acted(repository)
    assert done.returncode == 1, done.stderr
    assert "::error" in done.stdout and "drafts/old.md" in done.stdout
    assert put_out["exit-code"] == "1"
    assert int(put_out["critical"]) + int(put_out["high"]) >= 2
    assert put_out["unread"] == "0"
    assert json.loads(Path(put_out["sarif"]).read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert "drafts/old.md" in summary


@with_bash
def test_the_action_checks_only_what_changed(repository: Path) -> None:
    options = {"changed-only": "true", "format": "concise", "fail-on": "never", "paths": "drafts\n\n"}
    done, put_out, _ = acted(repository, **options)
    assert done.returncode == 0, done.stderr
    assert "new tea.md" in done.stdout and "old.md" not in done.stdout
    assert put_out["exit-code"] == "0"


@with_bash
def test_the_action_hides_what_a_baseline_holds(repository: Path) -> None:
    git(repository, "switch", "-q", "main")
    call = [sys.executable, "-m", "socialint", "check", ".", "--write-baseline", "old.baseline"]
    written = subprocess.run(call, cwd=repository, capture_output=True, text=True, check=False)
    assert written.returncode == 0, written.stderr
    done, put_out, _ = acted(repository, baseline="old.baseline")
    assert (done.returncode, put_out["high"], put_out["critical"]) == (0, "0", "0")
    assert int(put_out["baselined"]) >= 1


@with_bash
def test_a_mistake_ends_the_action_with_its_own_code(repository: Path) -> None:
    done, put_out, _ = acted(repository, **{"fail-on": "$(touch ran)", "paths": "--no-config"})
    assert done.returncode == 2
    assert put_out == {"exit-code": "2"}
    assert not (repository / "ran").exists()


def test_what_the_action_takes_and_gives_is_used() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    for name in ACTION["inputs"]:
        assert f"inputs.{name} " in text, name
    counts = ("critical", "high", "medium", "low", "info", "waived", "baselined", "unread")
    assert set(ACTION["outputs"]) == {*counts, "exit-code", "sarif"}
    assert not any("${{" in step.get("run", "") for step in STEPS.values())


@pytest.mark.parametrize("file", ["action.yml", "examples/ci/github.yml"])
def test_actions_of_others_are_pinned_by_their_commit(file: str) -> None:
    used = re.findall(r"uses: (\S+)", (ROOT / file).read_text(encoding="utf-8"))
    assert used
    for action in used:
        if not action.startswith("your-organisation/"):
            assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action), action


def test_the_example_for_github_gives_what_the_action_takes() -> None:
    *_, ours = GITHUB["jobs"]["drafts"]["steps"]
    assert set(ours["with"]) <= set(ACTION["inputs"])


@with_bash
def test_the_example_for_gitlab_checks_a_merge_request(repository: Path, tmp_path: Path) -> None:
    job = GITLAB["socialint"]
    (script,) = job["script"]
    base = git(repository, "rev-parse", "main").strip()
    environ = environment(program(tmp_path / "bin").parent, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    done = subprocess.run(
        ["sh", "-ec", script], cwd=repository, env=environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stderr
    assert "new tea.md" in done.stdout and "old.md" not in done.stdout
    for file in (*job["artifacts"]["reports"].values(), *job["artifacts"]["paths"]):
        assert (repository / file).stat().st_size


def test_the_container_holds_what_is_built_and_runs_as_nobody_in_particular() -> None:
    lines = (ROOT / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    copied = [
        part
        for line in lines
        if line.startswith("COPY ") and "--from" not in line
        for part in shlex.split(line)[1:-1]
    ]
    assert all((ROOT / name).exists() for name in copied)
    assert {"pyproject.toml", "README.md", "LICENSE", "NOTICE", "socialint", "rules"} <= set(copied)
    users = [line.split()[1] for line in lines if line.startswith("USER ")]
    assert users and users[-1] not in ("0", "root")
    assert 'ENTRYPOINT ["socialint"]' in lines
