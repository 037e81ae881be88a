"""The quantities of a text that rules ask for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given

from socialint.model.places import Span
from socialint.text import capitals, emoji, grade, graphemes, hashtags, mentions, words
from socialint.text.measures import syllables
from socialint.text.tags import capitalised

from .texts import TEXTS


def cut(measure: Callable[[str], Sequence[Span]], text: str) -> list[str]:
    return [text[span.start : span.end] for span in measure(text)]


def test_graphemes_are_what_a_reader_counts() -> None:
    assert cut(graphemes, "ne\u0301 👨‍👩‍👧!") == ["n", "e\u0301", " ", "👨‍👩‍👧", "!"]
    assert len(graphemes("plain")) == 5
    assert len(graphemes("a\r\nb")) == 3


def test_words_keep_their_apostrophes_and_hyphens() -> None:
    assert cut(words, "Don’t wait: well-known café, 24 h") == [
        "Don’t",
        "wait",
        "well-known",
        "café",
        "24",
        "h",
    ]


def test_hashtags_have_a_letter_and_are_no_part_of_an_address() -> None:
    text = "#Cure4u ＃糖尿病 #1 no#tag #müde! https://a.example/x#top &#39; ##x"
    assert cut(hashtags, text) == ["#Cure4u", "＃糖尿病", "#müde"]


def test_mentions_are_no_e_mail_addresses() -> None:
    assert cut(mentions, "@me, (@clinic.berlin) x@clinic.example") == ["@me", "@clinic.berlin"]


def test_an_emoji_sequence_counts_once() -> None:
    found = cut(emoji, "👨‍👩‍👧 1️⃣ 🇺🇸 ❤️ 🏴󠁧󠁢󠁳󠁣󠁴󠁿 👍🏽 ✨ but not ™ © 5 # ↑")
    assert found == ["👨‍👩‍👧", "1️⃣", "🇺🇸", "❤️", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "👍🏽", "✨"]


@pytest.mark.parametrize(
    ("text", "share"), [("", 0), ("123 !", 0), ("ABC", 1), ("Abcd", 0.25), ("ÄÖ äö", 0.5)]
)
def test_capitals(text: str, share: float) -> None:
    assert capitals(text) == share


# Counted by hand.
@pytest.mark.parametrize(
    ("count", "listed"),
    [
        (1, "cure cures cured the care"),
        (2, "treated treatment doctor healthy table houses going vaccine relieved well-known"),
        (3, "medicine arthritis guaranteed infection physician appointment radio"),
        (4, "diabetes"),
        (5, "immunization"),
    ],
)
def test_syllables(count: int, listed: str) -> None:
    assert {word: syllables(word) for word in listed.split()} == dict.fromkeys(listed.split(), count)


def test_grade() -> None:
    assert grade("") == grade("💊 #only #tags https://a.example") == 0
    assert grade("The cat sat on the mat. We like it.") == 0
    easy = "Wash your hands. It keeps you and your family well."
    hard = "Pharmacological interventions demonstrating statistically significant improvement were evaluated."
    assert grade(easy) < 4
    assert grade(hard) > 16
    # 10 words, 1 sentence, 14 syllables: 0.39 * 10 + 11.8 * 1.4 - 15.59
    assert grade("Our doctors treat you and your family with great care.") == pytest.approx(4.83, abs=1.2)


@given(TEXTS)
def test_spans_lie_in_the_text_one_after_the_other(text: str) -> None:
    for measure in (graphemes, words, hashtags, mentions, emoji):
        at = 0
        for span in measure(text):
            assert at <= span.start < span.end <= len(text)
            at = span.end
    assert "".join(cut(graphemes, text)) == text
    assert 0 <= capitals(text) <= 1
    assert grade(text) >= 0


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        ("#protectyourfamilytoday", "#ProtectYourFamilyToday"),
        ("#breastcancerawarenessmonth", "#BreastCancerAwarenessMonth"),
        ("#expertsexchange", "#ExpertsExchange"),
        ("#flu", None),
        ("#ProtectYourFamily", None),
        ("#zzyzxqwlvkprt", None),
        ("#covid19vaccines", None),
    ],
)
def test_a_hashtag_is_given_capitals_where_its_words_are_sure(tag: str, written: str | None) -> None:
    assert capitalised(tag) == written
