"""What the README shows is what its command prints."""

from __future__ import annotations

import json
from contextlib import redirect_stdout
from datetime import date
from importlib import import_module
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
import regex

from socialint.cli import COMMANDS, main
from socialint.compiler import load_policy
from socialint.fixes.notation import NOTATIONS
from socialint.model.markets import INTERNATIONAL
from socialint.reporters import REPORTERS
from socialint.settings import Settings

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SAMPLE = regex.search(r"<!-- sample: .*? -->\n```text\n(.*?)```", README, regex.DOTALL)


class _Kept(BytesIO):
    """Keeps what was written when it is closed."""

    kept = b""

    def close(self) -> None:
        self.kept = self.getvalue()
        super().close()


def test_the_sample_is_part_of_what_the_command_prints(monkeypatch: object) -> None:
    assert SAMPLE is not None
    command = regex.search(r"socialint check (\S+)\n```", README)
    assert command is not None
    buffer = _Kept()
    with redirect_stdout(TextIOWrapper(buffer, encoding="utf-8")):
        code = main(["check", str(ROOT / command.group(1)), "--today", "2026-11-21", "--color", "never"])
    assert code == 1
    printed = (buffer.kept or buffer.getvalue()).decode("utf-8")
    assert SAMPLE.group(1).rstrip() in printed


def test_the_formats_are_those_there_are() -> None:
    table = README.partition("| format | for |")[2].partition("\n\n")[0]
    named = [
        name
        for row in table.splitlines()
        for name in regex.findall(r"`(\w+)`", row.split("|")[1] if "|" in row else "")
    ]
    assert sorted(named) == sorted(REPORTERS)


def test_the_main_command_is_not_chained_on_its_exit_code() -> None:
    assert "&& socialint check" not in README


def test_every_option_it_names_is_an_option_of_its_command() -> None:
    named = regex.findall(r"socialint ([a-z]+) ([^`|\n#]*)", README)
    assert {"check", "init"} <= {command for command, _ in named}
    for command, rest in named:
        if command in COMMANDS:
            module, _, function = COMMANDS[command][0].partition(":")
            known = {name for one in getattr(import_module(module), function).params for name in one.opts}
            assert set(regex.findall(r"(?<!\S)--[a-z-]+", rest)) <= known, command


def _block(mark: str) -> str:
    """The block below a mark of the README."""
    return README.partition(f"<!-- {mark} -->\n```")[2].partition("\n")[2].partition("```")[0]


def test_the_waivers_that_it_shows_hold(tmp_path: Path) -> None:
    drafts = {
        "content/post.md": _block("waiver"),
        "content/stories.csv": "text\n" + "Come in.\n" * 12 + "Her patient card says MRN 00482913.\n",
        "waivers.yaml": _block("waivers.yaml"),
        "socialint.yaml": "markets: [US]\nowners: {phi: [privacy@riverside.example]}\n",
    }
    (tmp_path / "content").mkdir()
    for name, text in drafts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    run = tmp_path / "run.json"
    call = ["check", str(tmp_path), "--today", "2026-11-21", "-f", f"json={run}", "--quiet"]
    assert main(call) == 0
    findings = json.loads(run.read_text(encoding="utf-8"))["findings"]
    assert {(one["rule"], one["path"]) for one in findings if one["waived"]} == {
        ("us-ftc-clinically-proven", "content/post.md"),
        ("us-hipaa-record-numbers", "content/stories.csv"),
    }
    assert not [one["rule"] for one in findings if one["rule"].startswith("int-waiver")]


def test_the_kinds_of_files_that_fixes_are_written_into_are_those_there_are() -> None:
    sentence = README.partition("Fixes are written into ")[2].partition(";")[0]
    assert regex.findall(r"`(\.\w+)`", sentence) == list(NOTATIONS)


def test_the_markets_it_names_are_those_that_packs_cover() -> None:
    told = regex.search(r"The law follows the markets: (.*?); what holds everywhere", README, regex.DOTALL)
    assert told is not None
    policy = load_policy(Settings(root=ROOT, today=date(2026, 11, 22)))
    covered = {pack.jurisdiction for pack in policy.packs} - {INTERNATIONAL}
    named = set(regex.findall(r"`([A-Z-]+)`", told.group(1)))
    assert named - {"US-TX", "CA-ON"} == covered - {"CA-ON"}


def test_a_fix_is_shown_and_written_as_it_says(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "drafts/post.md"
    draft.parent.mkdir()
    draft.write_text("Come! #breastcancerawarenessmonth\n")
    assert main(["check", str(draft), "--no-config", "--diff"]) == 0
    assert "+Come! #BreastCancerAwarenessMonth" in capfd.readouterr().out
    run = tmp_path / "run.json"
    assert main(["check", str(draft), "--no-config", "--fix", "-f", f"json={run}"]) == 0
    assert draft.read_text() == "Come! #BreastCancerAwarenessMonth\n"
    assert main(["report", str(run), "-f", f"html={tmp_path / 'report.html'}"]) == 0
