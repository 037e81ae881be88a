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
