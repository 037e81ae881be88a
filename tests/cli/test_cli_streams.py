"""What is written where, in which colours, on which terminals."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from socialint.cli.bug import told
from socialint.cli.outputs import Output, outputs
from socialint.cli.progress import progress
from socialint.cli.streams import in_color, say
from socialint.errors import UserError


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("choice", "terminal", "environ", "colored"),
    [
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {"FORCE_COLOR": "1"}, False),
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", False, {"FORCE_COLOR": "1"}, True),
        ("auto", False, {"FORCE_COLOR": "0"}, False),
        ("auto", True, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ("auto", True, {"TERM": "dumb"}, False),
    ],
)
def test_color_is_chosen(choice: str, terminal: bool, environ: dict[str, str], colored: bool) -> None:
    stream = Terminal() if terminal else io.StringIO()
    assert in_color(choice, stream, environ) is colored


def test_formats_are_named_with_or_without_a_file(tmp_path: Path) -> None:
    file = tmp_path / "run.json"
    assert outputs(()) == (Output("text"),)
    assert outputs(("concise", f"json={file}")) == (Output("concise"), Output("json", file))
    assert outputs(("json=-",)) == (Output("json"),)


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (("jsn",), "did you mean “json”?"),
        (("text", "json"), "two formats for stdout"),
        (("json=",), "no file after “json=”"),
        (("json=no/such/folder/run.json",), "no such folder"),
        (("json=a", "text=./a"), "two formats for one file"),
    ],
)
def test_formats_that_contradict_are_refused(written: tuple[str, ...], message: str) -> None:
    with pytest.raises(UserError, match=message.replace("?", r"\?")):
        outputs(written)


def test_a_bug_is_told_without_a_word_of_the_post() -> None:
    def judge(secret: str) -> None:
        try:
            raise KeyError(f"{secret} and more")
        except KeyError as error:
            raise ValueError(secret) from error

    try:
        judge("Denise Harlow has diabetes")
    except ValueError as error:
        text = told(error)
    assert "ValueError" in text
    assert "KeyError" in text
    assert "test_cli_streams.py" in text
    assert "in judge" in text
    assert "report" in text
    assert "Denise" not in text
    assert str(Path.cwd()) not in text


@pytest.mark.parametrize("call", [["--help"], ["--version"], ["check", "--help"], ["eval", "--help"]])
def test_help_loads_nothing_heavy(call: list[str]) -> None:
    code = (
        "import sys; from socialint.cli import main; main(sys.argv[1:]); "
        "heavy = {'rich', 'pydantic', 'yaml', 'regex', 'markdown_it', 'pathspec', 'rapidfuzz'}; "
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    run = subprocess.run([sys.executable, "-c", code, *call], capture_output=True, text=True)
    assert run.stderr == ""
    assert run.returncode == 0
    assert run.stdout


@pytest.mark.parametrize(
    ("terminal", "quiet", "patience", "told"),
    [
        (True, False, 0.0, True),
        (True, False, 60.0, False),
        (True, True, 0.0, False),
        (False, False, 0.0, False),
    ],
)
def test_only_a_long_run_on_a_terminal_says_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, quiet: bool, patience: float, told: bool
) -> None:
    stream = Terminal() if terminal else io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr("socialint.cli.progress.PATIENCE", patience)
    with progress(12, quiet=quiet) as tell:
        tell(2, "content/\x1btea.md")
    assert ("checking 3 of 12: content/\\x1btea.md" in stream.getvalue()) is told
    assert "\x1b" not in stream.getvalue()
    assert stream.getvalue() == "" or stream.getvalue().endswith(" \r")


@pytest.mark.parametrize(
    "name", ["text", "concise", "csv", "markdown", "json", "jsonl", "sarif", "html", "junit"]
)
def test_a_draft_gives_a_job_of_github_actions_no_commands(
    call: Callable[..., SimpleNamespace], project: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    draft = "::error::tea cures\n\n   ::add-mask::cures ##[group]cures ##[endgroup]\n"
    (project / "content/tea.txt").write_text(draft)
    (project / "content/##[add-mask]a.txt").write_text("It cures.\n")
    policy = project / "policy/house.yaml"
    policy.write_text(policy.read_text().replace("category: platform", "category: phi"))
    printed = {}
    for there in ("", "true"):
        monkeypatch.setenv("GITHUB_ACTIONS", there)
        printed[there] = call("check", "content", "-f", name)
    lines = [*printed["true"].out.splitlines(), *printed["true"].err.splitlines()]
    assert "##[" in printed[""].out or name in ("markdown", "sarif")  # which write it otherwise anyway
    assert not [line for line in lines if line.lstrip().startswith("::") or "##[" in line]
    if name == "json":
        assert json.loads(printed["true"].out) == json.loads(printed[""].out)


def test_what_is_told_on_stderr_is_no_command_either(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    say("  ::warning::a\nb ##[debug]c")
    assert capsys.readouterr().err == "  \\x3a:warning::a\nb \\x23#[debug]c\n"
