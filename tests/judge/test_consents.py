"""A consent clears a post only where person, signer, channel and day fit."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.judge.judging import outcome

MATCH = "{all: [{use: cure}, {entity: PERSON}, {missing: {record: consent}}], within: post}"
OF_A_CHILD = "{all: [{use: cure}, {missing: {record: consent, where: {signer_role: {matches: parent|mother}}}}], within: post}"


def reasons(
    metadata: Mapping[str, object], match: str = MATCH, registers: tuple[str, ...] = ()
) -> list[str | None]:
    post = {"text": "It cured Denise Adler.", "channel": "instagram", **metadata}
    return [one.reason for one in outcome(match, [post], registers=registers).findings]


@pytest.mark.parametrize(
    "said",
    [
        {"patient_consent": True},
        {"hipaa_authorization": "2026-03-30"},
        {"hipaa_authorization": "on file, privacy office"},
        {"consent": "signed", "consent_id": "MR-8810"},
        {"consent": "signed", "consent_by": "parent/guardian"},
        {"consent": "signed", "consent_by": "Denise Adler"},
        {"consent": {"status": "signed", "expires": "2027-01-01", "channels": "instagram;x"}},
    ],
)
def test_a_marker_that_the_post_asserts_counts_and_leaves_a_low_finding(said: dict[str, object]) -> None:
    assert reasons(said) == ["asserted"]


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"patient_consent": False}, "absent"),
        ({"hipaa_authorization": "pending"}, "absent"),
        ({"hipaa_authorization": "none"}, "absent"),
        ({"consent": "refused by the family"}, "absent"),
        ({"consent": "verbal, form to follow"}, "absent"),
        ({"consent": "signed", "patient_consent": False}, "absent"),
        ({"consent": "signed", "consent_expires": "2026-05-31"}, "expired"),
        ({"consent": {"status": "signed", "expires": "2026-05-31"}}, "expired"),
        ({"consent": "signed", "consent_revoked": "2026-05-01"}, "revoked"),
        ({"consent": "signed", "consent_channels": ["website"]}, "other-channel"),
        ({"consent": "signed", "consent_by": "charge nurse"}, "other-person"),
        ({"consent": "signed", "consent_by": "Marcus Bell"}, "other-person"),
        ({"consent": "signed", "consent_for": "Omar Reyes"}, "other-person"),
    ],
)
def test_a_marker_that_does_not_fit_clears_nothing_and_says_why(said: dict[str, object], reason: str) -> None:
    assert reasons(said) == [reason]


def test_with_a_register_an_assertion_counts_for_nothing() -> None:
    assert reasons({"consent": "signed"}, registers=("consents",)) == ["not-in-register"]
    assert reasons({"consent": "signed", "consent_id": "C-1"}, registers=("consents",)) == []
    assert reasons({"consent": "C-1", "patient_consent": False}, registers=("consents",)) == ["absent"]


def test_whoever_signs_for_a_child_must_have_the_authority() -> None:
    said = {"consent": "signed", "consent_by": "self"}
    assert reasons(said, OF_A_CHILD) == ["other-person"]
    assert reasons({**said, "consent_by": "mother"}, OF_A_CHILD) == ["asserted"]
    assert reasons({"consent": "C-1"}, OF_A_CHILD, registers=("consents",)) == ["incomplete"]
