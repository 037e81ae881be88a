from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from socialint import jobs
from socialint.cli import main
from socialint.discover.sources import Place, Sources
from socialint.jobs import check, checked
from socialint.linter import WHOLE, Linter, Share
from socialint.model.context import Organisation
from socialint.model.documents import Source
from socialint.pipeline import prepare
from socialint.settings import Settings
from socialint.store.told import told, written

EXAMPLES = Path(__file__).parents[1] / "examples"
SETTINGS = Settings(root=Path("."), today=date(2026, 11, 22), organisation=Organisation("supplement"))
BAD = "Our tea cures cancer, guaranteed. Order now."


@pytest.fixture(scope="module")
def linter() -> Linter:
    return prepare(SETTINGS)


def posts(count: int) -> bytes:
    rows = [
        {"text": BAD if at % 3 == 0 else "We open at nine.", "id": f"p{at}", "thread": at // 2}
        for at in range(count)
    ]
    return "\n".join(map(json.dumps, rows)).encode()


def test_the_bytes_are_the_same_whatever_the_number(capsys: pytest.CaptureFixture[str]) -> None:
    told = []
    for number in ("1", "2", "3"):
        code = main(
            ["check", str(EXAMPLES / "vitaleaf-supplements"), "-f", "json", "--quiet", "--jobs", number]
        )
        told.append((code, capsys.readouterr().out))
    assert told[0][0] == 1
    assert told[0] == told[1] == told[2]


def test_the_shares_of_a_document_are_the_document(linter: Linter) -> None:
    source = Source("posts.jsonl", posts(23))
    whole = check(linter, source, WHOLE)
    shares = [check(linter, source, Share(number, 4)) for number in range(4)]
    assert len(whole.findings) > 8
    assert sorted(one for share in shares for one in map(repr, share.findings)) == sorted(
        map(repr, whole.findings)
    )
    assert {share.read for share in shares} == {whole.read}


def test_a_big_source_is_shared_and_its_order_kept(linter: Linter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "_BIG", 100)
    places = [Place("a.jsonl", True, data=posts(9)), Place("b.txt", True, data=BAD.encode())]
    told: list[int] = []
    found = list(checked(linter, Sources(places), jobs=2, progress=lambda done, name: told.append(done)))
    assert [one.read.path for one in found if one.read] == ["a.jsonl", "b.txt"]
    assert told == [0, 0, 1]


def test_what_cannot_be_read_is_unread_in_any_process(linter: Linter) -> None:
    places = [Place("a.csv", True, path="/nowhere/a.csv"), Place("b.json", True, data=b"{")]
    found = list(checked(linter, Sources(places), jobs=2))
    assert [one.unread[0].path for one in found] == ["a.csv", "b.json"]


def test_a_process_that_dies_ends_the_run(linter: Linter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Linter, "check", lambda *given: os._exit(9))
    with pytest.raises(RuntimeError, match="terminated abruptly"):
        list(checked(linter, Sources([Place("b.txt", True, data=b"x")]), jobs=2))


def test_settings_come_out_as_they_went_in() -> None:
    assert told(written(SETTINGS)) == SETTINGS
