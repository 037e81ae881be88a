"""`socialint init`: what it writes is a project that works, and it takes nothing away."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from socialint.cli import main
from socialint.cli.init import FILES, STARTER
from tests.programs import ROOT, environment, program

CLINIC = ("init", "--organisation", "clinic", "--market", "US", "--name", 'The "Old" Mill: № 1')


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_starter_file_is_written() -> None:
    there = {path.relative_to(STARTER).as_posix() for path in STARTER.rglob("*") if path.is_file()}
    assert there == {*FILES, "pre-commit-config.yaml"}


@pytest.mark.parametrize("kind", ["clinic", "supplement", "public-body"])
def test_what_it_wrote_passes(folder: Path, kind: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["init", "--organisation", kind, "--market", "us,US-TX"]) == 0
    assert main(["check", "--min-severity", "info", "--fail-on", "info"]) == 0, capfd.readouterr().out
    assert "1 post" in capfd.readouterr().out
    assert main(["test", "policy/house.yaml"]) == 0
    assert main(["check", "--show-settings"]) == 0
    shown = capfd.readouterr().out
    assert kind in shown and "US-TX" in shown


def test_the_house_rule_is_in_force(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    main(CLINIC)
    (folder / "drafts/new.txt").write_text("Meet our world-class team.\n", encoding="utf-8")
    assert main(["check", "--fail-on", "low", "-f", "concise"]) == 1
    assert "house-plain-words" in capfd.readouterr().out
    written = yaml.safe_load((folder / "socialint.yaml").read_text(encoding="utf-8"))
    assert written["organisation"]["name"] == 'The "Old" Mill: № 1'


def test_nothing_is_overwritten_unless_forced(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    ours = folder / "registers/staff.csv"
    ours.parent.mkdir()
    ours.write_text("name,role,credentials\nDenise Harlow,Nurse,RN\n", encoding="utf-8")
    assert main(CLINIC) == 2
    told = capfd.readouterr()
    assert told.out == ""
    assert "registers/staff.csv: there is one already" in told.err and "--force" in told.err
    assert not (folder / "socialint.yaml").exists()
    assert "Denise" in ours.read_text(encoding="utf-8")
    assert main([*CLINIC, "--force"]) == 0
    assert "Denise" not in ours.read_text(encoding="utf-8")


def test_git_ignores_the_list_of_patients_and_what_it_ignored_before(folder: Path) -> None:
    (folder / ".gitignore").write_bytes(b"build/\r\n*.tmp")
    main(CLINIC)
    main([*CLINIC, "--force"])
    assert (folder / ".gitignore").read_bytes() == b"build/\r\n*.tmp\n/registers/consents.csv\n"


def test_a_hook_that_is_there_is_never_overwritten(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    hook = folder / ".pre-commit-config.yaml"
    hook.write_text("repos: []\n", encoding="utf-8")
    assert main([*CLINIC, "--hook", "--force"]) == 0
    assert hook.read_text(encoding="utf-8") == "repos: []\n"
    told = capfd.readouterr().out
    assert "Add this to it" in told and "id: socialint" in told


def test_the_hook_it_writes_stops_a_commit(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    environ = environment(program(outside).parent, PRE_COMMIT_HOME=str(outside / "home"))
    (folder / ".git").rmdir()
    main([*CLINIC, "--hook"])

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, cwd=folder, env=environ, capture_output=True, text=True, check=False)

    run("git", "init", "-q")
    run("git", "add", "-A")
    hook = (sys.executable, "-m", "pre_commit", "run")
    passed = run(*hook)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert "registers/consents.csv" not in run("git", "ls-files").stdout
    (folder / "drafts/tea.md").write_text("Our tea cures diabetes, guaranteed!\n", encoding="utf-8")
    run("git", "add", "-A")
    assert run(*hook).returncode == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--organisation", "clinic"], "give --organisation and --market"),
        (["--organisation", "clinic", "--market", ","], "give --organisation and --market"),
        (["--organisation", "clinic", "--market", "XX"], "no pack covers the market XX"),
        (["--organisation", "castle", "--market", "US"], "castle"),
    ],
)
def test_what_cannot_be_used_is_refused_before_anything_is_written(
    folder: Path, capfd: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    assert main(["init", *arguments]) == 2
    said = capfd.readouterr()
    assert said.out == "" and told in said.err
    assert sorted(folder.iterdir()) == [folder / ".git"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_at_a_terminal_it_asks(folder: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "socialint", "init"]
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=folder, env=environ, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as run:
        os.write(ours, b"castle\ndental\nOld Mill\n\n")
        out, err = run.communicate(timeout=120)
    os.close(ours)
    os.close(theirs)
    assert run.returncode == 0, err
    assert b"Which is yours" in err and b"Which is yours" not in out
    written = yaml.safe_load((folder / "socialint.yaml").read_text(encoding="utf-8"))
    assert (written["organisation"]["kind"], written["organisation"]["name"]) == ("dental", "Old Mill")
    assert written["markets"] == ["US"]
