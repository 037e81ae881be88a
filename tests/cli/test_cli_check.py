"""`socialint check` from its arguments to its exit code."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from socialint.cli import main
from socialint.reporters import REPORTERS

Call = Callable[..., SimpleNamespace]


def test_findings_end_in_one_and_stand_on_stdout(call: Call) -> None:
    ran = call("check", "content")
    assert ran.code == 1
    assert "promises a cure: “cures”" in ran.out
    assert "Say what the product is." in ran.out
    assert "15 USC 52 (to be confirmed)" in ran.out
    assert "\x1b" not in ran.out
    assert ran.err == ""


def test_no_path_is_the_current_folder(call: Call) -> None:
    assert "content/tea.md" in call("check").out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["content/calm.txt"], 0),
        (["content/tea.md"], 1),
        (["content/tea.md", "--fail-on", "never"], 0),
        (["content/tea.md", "--fail-on", "critical"], 0),
        (["content/tea.md", "--ignore", "claims", "--fail-on", "low"], 1),
        (["content/tea.md", "--ignore", "claims,platform", "--select", "house-cure"], 2),
        (["content/tea.md", "--min-severity", "critical"], 1),
        (["content/missing.md"], 3),
        (["content/logo.bin"], 3),
        (["content/missing.md", "content/tea.md"], 1),
        (["policy"], 2),
        (["policy", "--allow-empty"], 0),
        (["--market", "XX"], 2),
        (["--ignore", "clams"], 2),
        (["-p", "no-such-pack"], 2),
        (["-p", "no/such/policy.yaml"], 2),
        (["--config", "missing.yaml"], 2),
        (["--config", "socialint.yaml", "--no-config"], 2),
        (["--require-policy", "sha256:" + "0" * 64], 2),
        (["--today", "21.11.2026"], 2),
        (["--format", "xml"], 2),
        (["--no-such-option"], 2),
        (["--show-phi"], 2),
        (["--no-store", "-f", "json=run.json"], 2),
        (["--stdin-filename", "a.md"], 2),
    ],
)
def test_exit_codes_are_as_agreed(call: Call, arguments: list[str], code: int) -> None:
    ran = call("check", *arguments)
    assert ran.code == code, ran.err
    if code == 2:
        assert ran.out == ""
        assert ran.err


@pytest.mark.parametrize("name", REPORTERS)
def test_no_format_changes_the_exit_code(call: Call, name: str) -> None:
    assert call("check", "-f", name).code == 1
    assert call("check", "-f", name, "content/calm.txt").code == 0


def test_the_report_speaks_the_language_that_is_asked_for_and_stderr_english(call: Call) -> None:
    ran = call("check", "content/tea.md", "--language", "de")
    assert "vor der Veröffentlichung behoben werden" in " ".join(ran.out.split())
    assert "must be put right" in call("check", "content/tea.md", "--language", "de", "-f", "html").err


def test_a_slip_draws_a_suggestion(call: Call) -> None:
    assert "did you mean “claims”?" in call("check", "--ignore", "clams").err


def test_several_formats_at_once(call: Call, project: Path) -> None:
    ran = call("check", "content", "-f", "concise", "-f", "json=run.json", "-f", "text=run.txt")
    assert ran.out.startswith("content/tea.md:1:9: high house-cure promises a cure")
    run = json.loads((project / "run.json").read_text(encoding="utf-8"))
    assert [finding["rule"] for finding in run["findings"]] == ["house-cure", "house-length"]
    assert "promises a cure" in (project / "run.txt").read_text(encoding="utf-8")
    assert not list(project.glob(".run*"))


def test_a_run_is_no_draft_of_the_next(call: Call, project: Path) -> None:
    first = call("check", "-f", "json=run.json").code
    assert first == 1
    run = json.loads((project / "run.json").read_text(encoding="utf-8"))
    call("check", "-f", "json=run.json")
    again = json.loads((project / "run.json").read_text(encoding="utf-8"))
    assert again["coverage"]["read"] == run["coverage"]["read"]
    assert again["findings"] == run["findings"]


def test_the_same_input_prints_the_same_bytes(call: Call) -> None:
    assert call("check", "-f", "json").out == call("check", "-f", "json").out


def test_a_person_at_the_terminal_is_told_how_it_ended(call: Call) -> None:
    ran = call("check", "-f", "json")
    assert "1 high, 1 low in 2 posts." in ran.err
    json.loads(ran.out)
    assert call("check", "-f", "json", "--quiet").err == ""


def test_nobody_named_a_market(call: Call, project: Path) -> None:
    (project / "socialint.yaml").write_text(
        "shipped: false\npolicies: [policy/house.yaml]\n", encoding="utf-8"
    )
    assert call("check").out.startswith("No market configured: checked against US rules.\n")
    assert "No market configured" in call("check", "-f", "concise").err


def test_a_configuration_deeper_down_is_told_and_not_obeyed(call: Call, project: Path) -> None:
    (project / "content" / "socialint.yaml").write_text("shipped: false\n", encoding="utf-8")
    ran = call("check")
    assert ran.code == 1
    assert "content/socialint.yaml is not obeyed" in ran.err
    assert (
        call("check", "content").code == 2
    )  # its own configuration now: without our rules nothing is in force


def test_what_comes_through_a_pipe_is_read(
    project: Path, monkeypatch: pytest.MonkeyPatch, call: Call
) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(b'[{"id": "7", "text": "It cures."}]'))
    monkeypatch.setattr(sys, "stdin", stdin)
    ran = call("check", "-", "--stdin-filename", "content/new.json", "-f", "concise")
    assert ran.code == 1
    assert ran.out.startswith("content/new.json:1:")


def test_show_files_tells_what_is_left_out(call: Call) -> None:
    ran = call("check", "--show-files")
    assert ran.code == 0
    assert "checked       content/tea.md" in ran.out
    assert "unknown type  content/logo.bin" in ran.out
    assert "policy/house.yaml" in ran.out


def test_show_settings_tells_who_gave_what(call: Call) -> None:
    ran = call("check", "--show-settings", "--fail-on", "low")
    assert ran.code == 0
    assert "organisation.kind" in ran.out
    assert "(socialint.yaml:1)" in ran.out
    assert "low  (command line)" in ran.out
    assert "2 of 2" in ran.out


def test_the_policy_can_be_pinned(call: Call, project: Path) -> None:
    digest = next(
        line.split()[-1] for line in call("check", "--show-settings").out.splitlines() if "sha256:" in line
    )
    assert call("check", "--require-policy", digest).code == 1
    with (project / "policy" / "house.yaml").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    ran = call("check", "--require-policy", digest)
    assert ran.code == 2
    assert "is required" in ran.err


def test_statistics_count_by_rule(call: Call) -> None:
    out = call("check", "--statistics").out
    assert "1  HIGH      house-cure    Promise of a cure" in out
    assert "Write instead" not in out


def test_statistics_tell_which_rules_took_longest_beside_the_result(call: Call) -> None:
    ran = call("check", "--statistics")
    assert re.search(r"^ +\d+\.\d\d s +\d+%  house-cure$", ran.err, re.MULTILINE)
    assert ran.out == call("check", "--statistics", "--quiet").out + _closing(ran.out)
    assert "Judging took" not in call("check").err


def _closing(out: str) -> str:
    """The sentences below the table."""
    return out[out.index("\n\n") + 2 :]


def test_an_override_that_names_nothing_is_a_mistake(call: Call, project: Path) -> None:
    with (project / "socialint.yaml").open("a", encoding="utf-8") as file:
        file.write("overrides: [{paths: [content/**], ignore: [platfrom]}]\n")
    ran = call("check")
    assert ran.code == 2
    assert "socialint.yaml:5:44: no rule or category is called “platfrom”" in ran.err


def test_a_bug_of_ours_ends_in_seventy_and_tells_nothing_of_a_post(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    from socialint.linter import Linter

    def broken(linter: Linter, *given: object) -> None:
        raise KeyError("Denise Harlow has diabetes")

    monkeypatch.setattr(Linter, "check", broken)
    ran = call("check")
    assert ran.code == 70
    assert "KeyError" in ran.err
    assert "Denise" not in ran.err + ran.out
    assert ran.out == ""


def test_an_interrupted_run_ends_in_130(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    from socialint.linter import Linter

    def interrupted(linter: Linter, *given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Linter, "check", interrupted)
    assert call("check").code == 130


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_no_console_is_too_old(project: Path, encoding: str) -> None:
    (project / "content" / "tea.md").write_text("Tea cures \u5065\u5eb7 \U0001f375!\n", encoding="utf-8")
    environ = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONPATH": _home()}
    for arguments in (["check"], ["check", "-f", "json"]):
        run = subprocess.run(
            [sys.executable, "-m", "socialint", *arguments], capture_output=True, env=environ, cwd=project
        )
        assert run.returncode in (0, 1), run.stderr
        assert run.stdout


def test_a_reader_that_goes_away_is_no_mistake(project: Path) -> None:
    environ = {**os.environ, "PYTHONPATH": _home()}
    command = [sys.executable, "-m", "socialint", "rules"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environ, cwd=project
    ) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()
        said = run.stderr.read()
    assert said == b""


def _home() -> str:
    return str(Path(main.__code__.co_filename).parent.parent.parent)
