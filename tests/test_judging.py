from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from socialint import ruleset
from socialint.judge import Feasibility
from socialint.linter import Linter
from socialint.model.context import Organisation
from socialint.model.documents import Source
from socialint.model.needs import NEVER
from socialint.pipeline import prepare
from socialint.readers import read
from socialint.settings import Settings

DRAFTS = sorted((Path(__file__).parents[1] / "examples" / "vitaleaf-supplements" / "content").glob("*.md"))
SETTINGS = Settings(root=Path("."), today=date(2026, 11, 22), organisation=Organisation("supplement"))


def test_what_could_not_be_found_is_passed_over_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    def findings() -> list[str]:
        linter = prepare(SETTINGS)
        return [repr(one) for path in DRAFTS for one in _findings(linter, path)]

    passed_over = findings()
    assert passed_over
    monkeypatch.setattr(Feasibility, "among", lambda self, possible, knows: lambda expression: True)
    monkeypatch.setattr(ruleset, "met", lambda needs, found, knows, rows=None: needs != NEVER)
    assert findings() == passed_over


def _findings(linter: Linter, path: Path) -> list[object]:
    return list(linter.check(read(Source(path.name, path.read_bytes()))).findings)


def test_every_person_of_hundreds_is_found_and_masked() -> None:
    settings = Settings(root=Path("."), today=date(2026, 11, 22), select=("phi",))
    lines = [f"Our patient Lena Vogt{number} had a stroke on our unit.\n" for number in range(300)]
    findings = prepare(settings).check(read(Source("post.txt", "".join(lines).encode()))).findings
    (named,) = [one for one in findings if one.rule == "us-hipaa-patient-name-health"]
    names = {sum(map(len, lines[:number])) + len("Our patient ") for number in range(300)}
    assert names <= {named.span.start, *(one.span.start for one in named.related)}
    assert not [one for one in findings if "Vogt" in one.sentence + one.message]
