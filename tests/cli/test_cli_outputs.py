"""What `check` writes for other programs and for the browser, and where."""

from __future__ import annotations

import json
import stat
import tempfile
import webbrowser
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import unquote, urlsplit

import pytest

from socialint.reporters import REPORTERS

Call = Callable[..., SimpleNamespace]


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were opened in the browser, which is none; temporary files have their own folder."""
    files: list[Path] = []
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))

    def browse(uri: str) -> bool:
        files.append(Path(unquote(urlsplit(uri).path)))
        return True

    monkeypatch.setattr(webbrowser, "open", browse)
    return files


def test_open_is_one_command_for_a_page_that_only_its_user_can_read(call: Call, opened: list[Path]) -> None:
    ran = call("check", "content", "--open")
    assert ran.code == 1
    assert ran.out == ""
    (page,) = opened
    assert "promises a cure" in page.read_text(encoding="utf-8")
    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    assert str(page) in ran.err


def test_open_takes_the_page_that_was_asked_for(call: Call, opened: list[Path], project: Path) -> None:
    call("check", "content", "--open", "-f", "html=report.html", "-f", "concise")
    assert opened == [project / "report.html"]


def test_without_a_browser_the_place_is_told(
    call: Call, opened: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda uri: False)
    ran = call("check", "content/calm.txt", "--open")
    assert ran.code == 0
    assert "open the file in one" in ran.err


def test_a_call_that_checks_nothing_opens_nothing(call: Call, opened: list[Path]) -> None:
    assert call("check", "policy", "--open").code == 2
    assert opened == []
    assert not list(Path(tempfile.gettempdir()).iterdir())


def test_a_page_on_disk_and_nothing_on_disk_contradict_each_other(call: Call, opened: list[Path]) -> None:
    assert call("check", "--open", "--no-store").code == 2
    assert opened == []


def test_annotations_add_the_whole_report_to_the_summary_of_the_job(
    call: Call, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = project / "summary.md"
    summary.write_text("of the step before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    ran = call("check", "content", "-f", "github")
    assert ran.out.startswith("::error file=content/tea.md,line=1,endLine=1,col=9,endColumn=14,title=")
    told = summary.read_text(encoding="utf-8")
    assert told.startswith("of the step before\n### socialint: 1 must be put right")
    call("check", "content", "-f", "concise")
    assert summary.read_text(encoding="utf-8") == told


def test_programs_get_paths_from_the_root_of_the_repository(call: Call, project: Path) -> None:
    (project / ".git").rename(project.parent / ".git")
    ran = call("check", "content", "-f", "sarif")
    (uri, *_) = [
        place["physicalLocation"]["artifactLocation"]["uri"]
        for result in json.loads(ran.out)["runs"][0]["results"]
        for place in result["locations"]
    ]
    assert uri == f"{project.name}/content/tea.md"


def test_the_help_names_every_format(call: Call) -> None:
    told = " ".join(call("check", "--help").out.split())
    assert f"{', '.join([*REPORTERS][:-1])} or {[*REPORTERS][-1]};" in told
