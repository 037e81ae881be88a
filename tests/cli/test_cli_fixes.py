"""`check --fix`, `--diff` and `--unsafe-fixes`: what is written, what is shown, how it ends."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from socialint.cli import main

Call = Callable[..., SimpleNamespace]


@pytest.fixture
def fixing(project: Path) -> Path:
    """The project, whose rules know how to put things right."""
    policy = project / "policy/house.yaml"
    text = policy.read_text(encoding="utf-8")
    text = text.replace(
        "    match: {words: [cures]}\n",
        "    match: {words: [cures]}\n    fix: {replace: eases, safe: true}\n",
    )
    text = text.replace(
        "    match: {words: [hurry]}\n", "    match: {words: [hurry]}\n    fix: {delete: true}\n"
    )
    policy.write_text(text, encoding="utf-8")
    return project


def test_fix_writes_what_is_safe_and_tells_what_remains(call: Call, fixing: Path) -> None:
    ran = call("check", "content", "--fix", "--fail-on", "low")
    assert (fixing / "content/tea.md").read_text() == "Our tea eases colds.\n\nHurry, only today!\n"
    assert ran.code == 1
    assert "cures" not in ran.out
    assert "shouts" in ran.out
    assert "Fixed 1 finding in 1 file." in ran.err
    assert "1 more fix with --unsafe-fixes" in ran.err
    assert call("check", "content", "--fix").code == 0


def test_unsafe_fixes_are_made_when_asked_for(call: Call, fixing: Path) -> None:
    ran = call("check", "content", "--fix", "--unsafe-fixes", "--fail-on", "low")
    assert ran.code == 0
    assert (fixing / "content/tea.md").read_text() == "Our tea eases colds.\n\nOnly today!\n"


def test_diff_shows_and_writes_nothing(call: Call, fixing: Path) -> None:
    before = (fixing / "content/tea.md").read_bytes()
    ran = call("check", "content", "--diff", "-f", "json=run.json")
    assert ran.out == ("--- content/tea.md\n+++ content/tea.md\n@@ -1,2 +1,2 @@\n-…cures…\n+…eases…\n \n")
    assert ran.code == 1  # nothing was put right yet
    assert "Would fix 1 finding in 1 file." in ran.err
    assert (fixing / "content/tea.md").read_bytes() == before
    assert '"house-cure"' in (fixing / "run.json").read_text()


def test_a_text_from_a_pipe_comes_out_put_right_byte_by_byte(
    call: Call, fixing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = "\ufeffIt cures colds – ho!\r\n".encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    ran = call("check", "-", "--fix", "--stdin-filename", "post.md")
    assert ran.out.encode() == data.replace(b"cures", b"eases")
    assert ran.code == 0
    assert "Nothing to put right in 1 post." in ran.err


def test_a_link_is_followed_and_the_mode_kept(call: Call, fixing: Path) -> None:
    target = fixing / "kept.md"
    target.write_bytes(b"It cures colds.\r\n")
    target.chmod(0o640)
    link = fixing / "content/link.md"
    link.symlink_to(target)
    call("check", str(link), "--fix")
    assert link.is_symlink()
    assert target.read_bytes() == b"It eases colds.\r\n"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert sorted(os.listdir(fixing / "content")) == ["calm.txt", "link.md", "logo.bin", "tea.md"]


def test_a_file_that_changed_meanwhile_is_not_overwritten(
    call: Call, fixing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from socialint.cli import fixing as module

    draft = fixing / "content/tea.md"
    write = module.write

    def late(found: module.Fixing) -> module.Fixing:
        draft.write_text("Somebody else wrote that it cures.\n")
        return write(found)

    monkeypatch.setattr(module, "write", late)
    ran = call("check", "content", "--fix")
    assert draft.read_text() == "Somebody else wrote that it cures.\n"
    assert "1 fix not made: the file has changed while it was read." in ran.err
    assert ran.code == 1


@pytest.mark.skipif(os.name == "nt" or os.getuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(call: Call, fixing: Path) -> None:
    (fixing / "content").chmod(0o500)
    ran = call("check", "content", "--fix")
    (fixing / "content").chmod(0o700)
    assert "1 fix not made: the file cannot be written" in ran.err
    assert ran.code == 1


def test_kinds_of_files_that_are_not_written_are_counted(call: Call, fixing: Path) -> None:
    (fixing / "content/mail.eml").write_text("Subject: Hi\n\nIt cures colds.\n")
    ran = call("check", "content", "--fix")
    assert "1 fix not made: files of this kind are not written." in ran.err
    assert ran.code == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--fix", "--diff"], "give one of them"),
        (["--unsafe-fixes"], "give --fix or --diff with it"),
        (["--fix", "--no-store"], "--diff shows the fixes"),
        (["--diff", "-f", "json"], "stdout is for the diff"),
        (["-", "--fix"], "no other path can be fixed with it"),
    ],
)
def test_calls_that_contradict_themselves_are_refused(
    call: Call, fixing: Path, arguments: list[str], told: str
) -> None:
    ran = call("check", "content", *arguments)
    assert ran.code == 2
    assert ran.out == ""
    assert told in " ".join(ran.err.split())


def test_a_diff_is_masked_whatever_changes(fixing: Path, capfd: pytest.CaptureFixture[str]) -> None:
    draft = fixing / "content/reply.txt"
    draft.write_text(
        "Our patient Wilhelmina Quorn, chart MRN 00482913, says: #breastcancerawarenessmonth is here.\n"
    )
    code = main(("check", str(draft), "--no-config", "--organisation", "clinic", "--diff"))
    printed = capfd.readouterr().out
    assert code == 1
    assert "+Our patient [NAME 1], chart MRN [MRN 1], says: #BreastCancerAwarenessMonth is here." in printed
    assert not any(secret in printed for secret in ("Wilhelmina", "Quorn", "0048"))


def test_what_is_waived_is_left_as_it_is(call: Call, fixing: Path) -> None:
    draft = fixing / "content/tea.md"
    text = (
        "<!-- socialint: waive house-cure until=2099-01-31 by=dana@riverside.example -- a quotation -->\n"
        "Our tea cures colds.\n\nIt cures all.\n"
    )
    draft.write_text(text)
    ran = call("check", "content", "--fix")
    assert draft.read_text() == text.replace("It cures all", "It eases all")
    assert "Fixed 1 finding in 1 file." in ran.err
    assert ran.code == 0


def test_what_a_baseline_hides_is_left_as_it_is(call: Call, fixing: Path) -> None:
    call("check", "content", "--write-baseline", "baseline.txt")
    (fixing / "content/new.md").write_text("It cures all.\n")
    ran = call("check", "content", "--baseline", "baseline.txt", "--fix")
    assert "cures" in (fixing / "content/tea.md").read_text()
    assert (fixing / "content/new.md").read_text() == "It eases all.\n"
    assert "Fixed 1 finding in 1 file." in ran.err
    assert ran.code == 0
