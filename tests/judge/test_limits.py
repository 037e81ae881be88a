"""What channels take, and what a rule says of a post that is more."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from socialint.model.findings import Finding

from .judging import findings

LENGTH = "{measure: length, over: limit, as: excess}"
HASHTAGS = "{measure: hashtags, over: limit, as: excess}"


def told(match: str, text: str, **post: object) -> list[str]:
    return [one.message for one in findings(match, text, message="{excess}", **post)]  # type: ignore[arg-type]


def test_a_post_is_too_long_for_one_of_its_channels() -> None:
    assert told(LENGTH, "a" * 290, channel=["x", "facebook"]) == ["X by 10 (290 of 280 characters)"]
    assert told(LENGTH, "a" * 320, channel=["x", "bluesky"]) == [
        "X by 40 (320 of 280 characters), and for Bluesky by 20 (320 of 300 characters)"
    ]


def test_the_limit_itself_is_not_too_long() -> None:
    assert told(LENGTH, "a" * 280, channel="x") == []
    assert told(LENGTH, f" {'a' * 280}\n", channel="x") == []


def test_without_a_channel_there_is_no_limit() -> None:
    assert told(LENGTH, "a" * 90_000) == []
    assert told(LENGTH, "a" * 90_000, channel="our intranet") == []


@pytest.mark.parametrize("channel", ["Twitter", "X (Twitter)", "IG, X", ["Facebook", "X"]])
def test_a_channel_is_known_by_what_people_call_it(channel: object) -> None:
    assert told(LENGTH, "a" * 281, channel=channel) == ["X by 1 (281 of 280 characters)"]


def test_a_channel_may_have_two_limits() -> None:
    family = "👨‍👩‍👧‍👦"
    assert told(LENGTH, family * 200, channel="bluesky") == ["Bluesky by 2,000 (5,000 of 3,000 bytes)"]


def test_the_hashtags_column_belongs_to_the_body() -> None:
    assert told(LENGTH, "a" * 270, hashtags="#FluShots", channel="x") == []
    assert told(LENGTH, "a" * 270, hashtags="#FluShots2", channel="x") == ["X by 1 (281 of 280 characters)"]


def test_each_alternative_text_has_its_own_limit() -> None:
    match = "{measure: length, over: limit, in: alt_text, as: excess}"
    media = [{"type": "image", "alt": "a" * length} for length in (301, 300, 310)]
    assert told(match, "Open day", media=media, channel="tiktok") == [
        "TikTok by 1 (301 of 300 characters)",
        "TikTok by 10 (310 of 300 characters)",
    ]


def place(found: Sequence[Finding]) -> tuple[str, str]:
    (one,) = found
    return one.field, one.excerpt


def test_a_finding_points_at_what_is_cut_off() -> None:
    text = "We are open. " * 21 + "Come 💉 by on Sunday. Bring tea."
    assert place(findings(LENGTH, text, channel="x")) == ("body", "by on Sunday.")
    six = "Open. #a #b #c"
    assert place(findings(HASHTAGS, six, first_comment="#d #e #f #g", channel="instagram")) == (
        "first_comment",
        "#f #g",
    )


@pytest.mark.parametrize(
    ("channel", "tags", "wanted"),
    [
        ("instagram", 5, []),
        ("instagram", 6, ["Instagram by 1 (6 of 5 hashtags)"]),
        ("linkedin", 40, []),
        ("youtube", 16, ["YouTube by 1 (16 of 15 hashtags)"]),
    ],
)
def test_hashtags_are_counted(channel: str, tags: int, wanted: list[str]) -> None:
    assert told(HASHTAGS, " ".join(f"#tag{letter}" for letter in range(tags)), channel=channel) == wanted


def test_a_hashtag_gets_its_capitals_where_its_words_are_sure() -> None:
    match = "{pattern: '#[a-z]{16,}'}"
    fix = "fix: {capitalise: true, safe: true}"
    (found,) = findings(match, "Get vaccinated #protectyourfamilytoday", more=fix)
    assert found.fix is not None and found.fix.safe
    assert [edit.text for edit in found.fix.edits] == ["#ProtectYourFamilyToday"]
    (unsure,) = findings(match, "Welcome to #zzyzxqwlvkprtmnb", more=fix)
    assert unsure.fix is None


def test_a_hashtag_that_names_a_patient_is_not_written_into_a_fix() -> None:
    match = "{pattern: '#[a-z]{16,}', phi: NAME}"
    (found,) = findings(match, "Thanks #patientstodayfamily", more="fix: {capitalise: true}")
    assert "patient" not in found.excerpt
    assert found.fix is None
