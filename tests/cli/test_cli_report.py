"""`socialint report`, from runs that `check` wrote."""

from __future__ import annotations

import webbrowser
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

Call = Callable[..., SimpleNamespace]


def test_what_check_writes_is_what_report_reads(call: Call, project: Path) -> None:
    call("check", "content", "--today", "2026-10-01", "-f", "json=one.json")
    (project / "content/tea.md").write_text("Our tea warms. Hurry!\n")
    call("check", "content", "--today", "2026-11-01", "-f", "json=two.json")
    ran = call("report", "one.json", "two.json", "two.json", "-f", "markdown", "-f", "html=all.html")
    assert ran.code == 0
    assert "| house-cure | claims | high | 1 | 0 | 0 |" in ran.out.replace("\\-", "-")
    assert "| house-length | platform | low | 2 | 1 | 0 |" in ran.out.replace("\\-", "-")
    assert "two.json is a run that was given twice" in ran.err
    assert "house-cure" in (project / "all.html").read_text(encoding="utf-8")


def test_a_file_that_is_no_run_ends_the_call_and_prints_nothing(call: Call, project: Path) -> None:
    call("check", "content", "-f", "json=one.json")
    ran = call("report", "one.json", "content/tea.md")
    assert (ran.code, ran.out) == (2, "")
    assert "content/tea.md:1:1" in ran.err
    assert call("report", "one.json", "-f", "sarif").code == 2
    assert call("report").code == 2


def test_what_was_waived_is_told_with_who_waived_it(call: Call, project: Path) -> None:
    (project / "content/tea.md").write_text(
        "<!-- socialint: waive house-cure until=2099-01-31 by=dana@riverside.example -- a quotation -->\n"
        "Our tea cures colds.\n"
    )
    call("check", "content", "-f", "json=one.json")
    out = call("report", "one.json").out
    assert (
        "| house-cure | content/tea.md | a quotation | dana\\@&#8203;riverside.example | 2099-01-31 |" in out
    )


def test_a_summary_is_opened_as_a_page(call: Call, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def browse(uri: str) -> bool:
        opened.append(uri)
        return True

    monkeypatch.setattr(webbrowser, "open", browse)
    call("check", "content", "-f", "json=one.json")
    ran = call("report", "one.json", "--open", "-f", "html=all.html")
    assert (ran.code, ran.out) == (0, "")
    assert opened == [(project / "all.html").as_uri()]
