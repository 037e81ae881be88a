"""Word files through the whole run: what is judged by which rules, and how a place is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import docx
import pytest

from socialint.linter import Linter
from socialint.model.context import Organisation
from socialint.model.documents import Source
from socialint.model.findings import Finding
from socialint.pipeline import prepare
from socialint.readers import read
from socialint.settings import Settings
from tests.readers.office.files import paragraph, run, saved, word

CLAIM = "Our tea cures arthritis, guaranteed! Order now."
RECORD = "Chart MRN 00482913 of our patient."


@pytest.fixture(scope="module")
def linter() -> Linter:
    return prepare(Settings(root=Path(), today=date(2026, 11, 21), organisation=Organisation("clinic")))


def findings(linter: Linter, data: bytes) -> Sequence[Finding]:
    return linter.check(read(Source("draft.docx", data))).findings


def deleted(text: str) -> str:
    return f"<w:del><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def hidden(text: str) -> str:
    return run(f"<w:t>{text}</w:t>", "<w:vanish/>")


def inserted(text: str) -> str:
    return f"<w:ins><w:r><w:t>{text}</w:t></w:r></w:ins>"


@pytest.mark.parametrize("unseen", [deleted, hidden])
def test_what_is_not_published_is_judged_by_privacy_rules_alone(linter: Linter, unseen: object) -> None:
    assert callable(unseen)
    assert not findings(linter, word(paragraph("Open on Monday.", unseen(CLAIM))))
    found = findings(linter, word(paragraph("Open on Monday.", unseen(RECORD))))
    assert {one.category.value for one in found} == {"phi"}
    assert {one.field for one in found} == {"internal"}


def test_what_will_be_published_is_judged_by_every_rule(linter: Linter) -> None:
    found = findings(linter, word(paragraph("Open on Monday. ", inserted(CLAIM))))
    assert {one.category.value for one in found} >= {"claims"}
    assert all(one.post == "paragraph 1" for one in found)


def test_a_place_quotes_its_heading_without_what_identifies_a_person(linter: Linter) -> None:
    file = docx.Document()
    file.core_properties.comments = ""
    file.add_heading("Flu week", 1)
    file.add_paragraph("Come on Saturday.")
    file.add_paragraph(CLAIM)
    file.add_heading("Our patient of MRN 00482913", 1)
    file.add_paragraph(CLAIM)
    places = {one.post for one in findings(linter, saved(file)) if one.category.value == "claims"}
    assert places == {
        "below heading 1 “Flu week”, paragraph 2",
        "below heading 2 “Our patient of MRN [MRN 1]”, paragraph 1",
    }
