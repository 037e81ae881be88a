"""What a baseline never hides, whatever the findings are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from socialint.baseline import Baseline, Taking, entries_of, hidden, written
from socialint.baseline.entries import entry_of
from socialint.model.findings import Edition, Finding
from socialint.model.places import Location, Span
from socialint.model.policy import Category, Confidence, Severity

TODAY = date(2026, 11, 21)
DIGESTS = st.sampled_from(["0" * 32, "1" * 32, "2" * 32])


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    return Finding(
        rule="r", category=draw(st.sampled_from([Category.PHI, Category.CLAIMS])),
        severity=draw(st.sampled_from(Severity)), confidence=Confidence.HIGH, message="", path="a.md", post="",
        field="body", location=Location(1, 1, 1, 2), span=Span(0, 1), excerpt="", sentence="", marked=(),
        title="", why="", advice="", citations=(), jurisdiction="US", fingerprint=draw(DIGESTS),
        words=draw(DIGESTS), edition=Edition("key", draw(st.sampled_from(["one", "two"]))),
    )  # fmt: skip


def hide(found: list[Finding], baseline: Baseline) -> list[Finding]:
    return list(hidden(found, baseline, today=TODAY, looked_at=lambda entry: True).standing)


@given(st.lists(findings(), max_size=4), st.lists(findings(), max_size=4))
def test_what_is_hidden_was_there_and_each_entry_hides_one(old: list[Finding], new: list[Finding]) -> None:
    baseline = Baseline([entry_of(one) for one in old])
    gone = [one for one in new if not any(one is other for other in hide(new, baseline))]
    assert len(gone) <= len(old)
    for one in gone:
        if one.category is Category.PHI:
            assert any((one.fingerprint, one.edition) == (was.fingerprint, was.edition) for was in old)
        else:
            assert one.words in {was.words for was in old}


@given(findings())
def test_a_changed_post_on_a_patient_is_never_hidden(found: Finding) -> None:
    private = replace(found, category=Category.PHI)
    changed = replace(private, edition=replace(private.edition, content="another"))
    assert hide([changed], Baseline([entry_of(private)])) == [changed]


@given(st.lists(findings(), max_size=5))
def test_what_was_taken_in_is_hidden_but_what_is_critical_on_a_patient(found: list[Finding]) -> None:
    first = hidden(found, Baseline((), Taking()), today=TODAY, looked_at=lambda entry: True)
    assert all(one.category is Category.PHI and one.severity is Severity.CRITICAL for one in first.standing)
    again = hide(found, Baseline(first.kept))
    assert len(again) >= len(first.standing)
    assert first.count == len(found) - len(first.standing)


@given(st.lists(findings(), max_size=5))
def test_a_file_is_read_as_it_was_written(found: list[Finding]) -> None:
    entries = {entry_of(one, until=TODAY) for one in found}
    with TemporaryDirectory() as folder:
        file = Path(folder, "old.baseline")
        file.write_text(written(entries), encoding="utf-8")
        assert set(entries_of(file)) == entries
