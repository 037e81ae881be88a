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
    monkeypatch.setattr(ruleset, "met", lambda needs, found, knows: needs != NEVER)
    assert findings() == passed_over


def _findings(linter: Linter, path: Path) -> list[object]:
    return list(linter.check(read(Source(path.name, path.read_bytes()))).findings)


def test_every_person_of_thousands_is_found_and_masked() -> None:
    settings = Settings(root=Path("."), today=date(2026, 11, 22), select=("phi",))
    text = "\n".join(f"Our patient Lena Vogt{number} had a stroke on our unit." for number in range(1500))
    findings = prepare(settings).check(read(Source("post.txt", text.encode()))).findings
    named = [one for one in findings if one.rule == "us-hipaa-patient-name-health"]
    assert len({one.location.line for one in named}) == 1500
    assert not [one for one in named if "Vogt" in one.sentence + one.message]
