from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import pytest

from benchmarks import BENCHMARKS, corpus
from benchmarks.processes import Spendings, Spent, socialint, spent
from benchmarks.tables import table
from socialint.cli import main


@pytest.mark.parametrize("name", BENCHMARKS)
def test_every_benchmark_is_there_and_says_what_it_asks(name: str) -> None:
    module, _, function = BENCHMARKS[name].partition(":")
    found = import_module(module)
    assert callable(getattr(found, function))
    assert "?" in (found.__doc__ or "").splitlines()[0]


def test_the_same_seed_makes_the_same_posts() -> None:
    known = corpus.terms(50)
    assert corpus.posts(20, known) == corpus.posts(20, known)
    assert corpus.terms(20) == known[:20]


def test_the_house_policy_finds_its_phrases(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    known = corpus.terms(40)
    corpus.house(tmp_path, known)
    Path("draft.md").write_text(f"We say {known[7]} and {known[33].upper()}.\n", encoding="utf-8")
    assert main(["check", "draft.md", "-f", "concise", "--quiet"]) == 1
    told = capsys.readouterr().out
    assert [line.partition(" says ")[0].split()[-1] for line in told.splitlines()] == ["house-0", "house-1"]


def test_what_a_process_costs_is_its_own(tmp_path: Path) -> None:
    busy = spent((sys.executable, "-I", "-c", "sum(range(3_000_000))"), tmp_path, tmp_path)
    idle = spent((sys.executable, "-I", "-c", "import time; time.sleep(0.2)"), tmp_path, tmp_path)
    assert idle.wall >= 0.2
    assert idle.cpu < 0.2
    assert busy.cpu > 0
    assert 5 < idle.peak < 60


def test_a_command_that_cannot_work_ends_the_benchmark(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="exit code 2"):
        spent(socialint("check", "nowhere.md", "--config", "none.yaml"), tmp_path, tmp_path)


def test_a_ratio_is_of_the_same_round() -> None:
    ours = Spendings([Spent(1, 2, 30), Spent(2, 4, 40), Spent(6, 8, 50)])
    theirs = Spendings([Spent(2, 1, 30), Spent(2, 2, 30), Spent(2, 4, 30)])
    assert ours.cpu_against(theirs) == "1.00 (0.50 to 3.00)"
    assert ours.wall_against(theirs) == "2.00 (2.00 to 2.00)"
    assert ours.peak == "50 MB"
    assert list(table(["a"], [[1]])) == ["| a |", "| --- |", "| 1 |", ""]
