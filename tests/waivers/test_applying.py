"""Waivers applied to findings: what each is for, and what it is never for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from socialint.model.findings import Edition, Finding
from socialint.model.language import Fault
from socialint.model.places import Location, Span
from socialint.model.policy import Category, Confidence, Severity
from socialint.model.waivers import Scope, Waiver
from socialint.waivers import Applied, Terms, applied

FINDING = Finding(
    rule="cure", category=Category.CLAIMS, severity=Severity.HIGH, confidence=Confidence.HIGH, message="",
    path="plan.csv", post="row 2, cell A2", field="body", location=Location(2, 1, 2, 6), span=Span(0, 5),
    excerpt="", sentence="", marked=(), title="", why="", advice="", citations=(), jurisdiction="US",
    fingerprint="f", words="w", edition=Edition("key", "content"),
)  # fmt: skip
ON_RECORD = Waiver(
    Location(2, 5, 2, 5), ("cure",), "the label", path="plan.csv", post="row 2", written_in="waivers.yaml"
)
IN_DRAFT = replace(ON_RECORD, written_in="plan.csv", edition="key")


def apply(
    findings: list[Finding], *waivers: Waiver, owners: Mapping[str, tuple[str, ...]] | None = None
) -> Applied:
    terms = Terms(
        today=date(2026, 11, 21),
        owners=owners or {},
        known=frozenset({"cure"}),
        in_force=lambda path: {"cure"},
        looked_at=lambda waiver: True,
        is_there=lambda path: True,
    )
    return applied(findings, waivers, terms)


def faults(outcome: Applied) -> list[Fault]:
    return [one.fault for one in outcome.faulty]


def test_a_name_of_a_post_is_for_that_post_and_its_cells_alone() -> None:
    others = [replace(FINDING, post=post) for post in ("row 21", "row 3, row 2", "row", "")]
    outcome = apply([FINDING, *others], ON_RECORD)
    assert [one.post for one in outcome.waived] == [FINDING.post]
    assert list(outcome.standing) == others


def test_a_fingerprint_is_for_one_finding() -> None:
    outcome = apply([FINDING, replace(FINDING, fingerprint="g")], replace(ON_RECORD, fingerprint="f"))
    assert [one.fingerprint for one in outcome.standing] == ["g"]


def test_a_picture_on_the_lines_of_a_block_is_none_of_it() -> None:
    block = replace(IN_DRAFT, scope=Scope.BLOCK, block=Location(1, 1, 9, 1))
    shown = replace(FINDING, location=replace(FINDING.location, landmark="picture 1"))
    outcome = apply([FINDING, shown], block)
    assert list(outcome.standing) == [shown]


def test_a_waiver_that_stands_with_several_posts_is_used_when_one_uses_it() -> None:
    outcome = apply([FINDING], IN_DRAFT, replace(IN_DRAFT, edition="other"))
    assert len(outcome.waived) == 1 and not outcome.faulty


def test_a_lapsed_waiver_is_told_once() -> None:
    outcome = apply([FINDING, FINDING], replace(ON_RECORD, until=date(2026, 11, 20)))
    assert len(outcome.standing) == 2 and faults(outcome) == [Fault.LAPSED]


def test_on_its_last_day_a_waiver_holds() -> None:
    assert apply([FINDING], replace(ON_RECORD, until=date(2026, 11, 21))).waived


def test_an_owner_of_a_rule_goes_before_one_of_its_category() -> None:
    owners = {"claims": ("legal@x.org",), "cure": ("Ann@x.org",)}
    assert apply([FINDING], replace(ON_RECORD, by="ann@X.org"), owners=owners).waived
    assert faults(apply([FINDING], replace(ON_RECORD, by="legal@x.org"), owners=owners)) == [Fault.BARRED]


@given(
    st.sampled_from(Category),
    st.sampled_from(Severity),
    st.sampled_from(Scope),
    st.sampled_from(["a", "plan.csv"]),
)
def test_no_draft_waives_what_is_grave(
    category: Category, severity: Severity, scope: Scope, path: str
) -> None:
    finding = replace(FINDING, category=category, severity=severity, path=path)
    waiver = replace(IN_DRAFT, scope=scope, block=Location(1, 1, 9, 9))
    grave = category is Category.PHI or severity is Severity.CRITICAL
    assert bool(apply([finding], waiver).waived) is (path == "plan.csv" and not grave)


_LINES = st.tuples(st.integers(1, 4), st.integers(1, 4)).map(sorted)


@given(_LINES, _LINES)
def test_a_block_covers_what_lies_in_it_from_end_to_end(block: list[int], place: list[int]) -> None:
    waiver = replace(IN_DRAFT, scope=Scope.BLOCK, block=Location(block[0], 1, block[1], 9))
    finding = replace(FINDING, location=Location(place[0], 1, place[1], 9))
    assert bool(apply([finding], waiver).waived) is (block[0] <= place[0] and place[1] <= block[1])
