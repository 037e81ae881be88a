"""A run that watches checks again when what it was made of changes, and ends with Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Ran

Call = Callable[..., Ran]
Watched = Callable[..., Ran]
Edit = Callable[[Path], object]


def written(name: str, text: str) -> Edit:
    """An edit that writes a file of the project."""

    def edit(project: Path) -> None:
        (project / name).parent.mkdir(exist_ok=True)
        (project / name).write_text(text, encoding="utf-8")
        # Edits follow one another faster here than clocks of file systems tick.
        stamp = (project / name).stat().st_mtime_ns + len(text) * 1_000_000_000
        os.utime(project / name, ns=(stamp, stamp))

    return edit


@pytest.fixture
def watched(call: Call, project: Path, monkeypatch: pytest.MonkeyPatch) -> Watched:
    """A run that watches: before each look that finds nothing an edit is made; then somebody ends it."""

    def run(*options: str, edits: list[Edit | None]) -> Ran:
        # Two looks are needed to see that a change has come to rest.
        coming: Iterator[Edit | None] = iter([one for edit in edits for one in (edit, None)])

        def sleep(seconds: float) -> None:
            edit = next(coming, _interrupt)
            if edit is not None:
                edit(project)

        monkeypatch.setattr("time.sleep", sleep)
        return call("check", "--watch", "-f", "concise", *options)

    return run


def _interrupt(project: Path) -> None:
    raise KeyboardInterrupt


def test_a_draft_that_changes_comes_and_goes_is_checked_again(watched: Watched) -> None:
    ran = watched(
        edits=[
            written("content/calm.txt", "Hurry, hurry!\n"),
            written("more/new.md", "This cures colds.\n"),
            lambda project: (project / "more" / "new.md").unlink(),
        ]
    )
    assert ran.out.count("content/tea.md:1") == 4
    assert ran.out.count("content/calm.txt:1") == 3
    assert ran.out.count("more/new.md:1") == 1
    assert "content/calm.txt: checking again" in ran.err
    assert ran.code == 1


def test_the_exit_code_is_that_of_the_last_check(watched: Watched) -> None:
    ran = watched(edits=[written("content/tea.md", "Our tea is warm.\n")])
    assert ran.out.count("content/tea.md:1") == 1
    assert ran.code == 0


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("socialint.yaml", "markets:", "ignore: [platform]\nmarkets:"),
        ("policy/house.yaml", "[hurry]", "[rush]"),
        ("staff.csv", "Ada", "Bea"),
    ],
)
def test_a_configuration_a_policy_or_a_register_that_changes_is_obeyed(
    watched: Watched, project: Path, name: str, old: str, new: str
) -> None:
    (project / "staff.csv").write_text("name,role,credentials\nAda Boone,Physician,MD\n", encoding="utf-8")
    with (project / "socialint.yaml").open("a", encoding="utf-8") as file:
        file.write("registers: {staff: staff.csv}\n")
    changed = (project / name).read_text(encoding="utf-8").replace(old, new)
    ran = watched("content", edits=[written(name, changed)])
    assert f"{name}: checking again" in ran.err
    assert ran.out.count("house-length") == (2 if name == "staff.csv" else 1)


def test_a_mistake_made_meanwhile_is_told_and_waited_for(watched: Watched, project: Path) -> None:
    policy = (project / "policy" / "house.yaml").read_text(encoding="utf-8")
    ran = watched(edits=[written("policy/house.yaml", "pack: [\n"), written("policy/house.yaml", policy)])
    assert "policy/house.yaml:" in ran.err
    assert ran.out.count("content/tea.md:1") == 2
    assert ran.code == 1


def test_a_mistake_at_the_start_ends_it(watched: Watched, project: Path) -> None:
    (project / "policy" / "house.yaml").write_text("pack: [\n", encoding="utf-8")
    ran = watched(edits=[])
    assert (ran.code, ran.out) == (2, "")


def test_a_folder_may_be_empty_at_first(watched: Watched, project: Path) -> None:
    (project / "later").mkdir()
    ran = watched("later", edits=[written("later/tea.md", "Our tea cures colds.\n")])
    assert ran.out.count("later/tea.md:1") == 1


def test_what_it_writes_and_what_is_no_draft_is_no_change(watched: Watched) -> None:
    ran = watched(
        "-f",
        "json=report.json",
        edits=[
            written(".hidden.md", "x"),
            written("content/logo.bin", "x"),
            written("node_modules/a.md", "x"),
        ],
    )
    assert "checking again" not in ran.err


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (("-",), "“-”"),
        (("--open",), "--open"),
        (("--fix",), "--fix"),
        (("--show-files",), "--show-files"),
        (("--show-settings",), "--show-settings"),
    ],
)
def test_what_cannot_be_watched_is_refused_in_words(call: Call, options: tuple[str, ...], named: str) -> None:
    ran = call("check", "--watch", *options)
    assert (ran.code, ran.out) == (2, "")
    assert named in ran.err


@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of Unix")
def test_a_real_run_ends_with_ctrl_c(project: Path) -> None:
    command = (sys.executable, "-u", "-m", "socialint", "check", "--watch", "-f", "concise", "content")
    # Where the tests run in the background, Ctrl-C is ignored, and a child would inherit that.
    with subprocess.Popen(
        command,
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        assert "content/tea.md:1" in run.stdout.readline()
        assert "in 2 posts" in run.stderr.readline()
        (project / "content" / "tea.md").write_text("It cures colds.\n", encoding="utf-8")
        assert "content/tea.md: checking again" in run.stderr.readline()
        assert "2 posts" in run.stderr.readline()
        run.send_signal(signal.SIGINT)
        try:
            assert run.wait(60) == 1
        finally:
            run.kill()
        assert "Traceback" not in run.stderr.read()
