"""How long a text is to a platform, by figures that the platforms themselves give."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint.model.channels import Counting
from socialint.text.lengths import GSM, GSM_EXTENSION, counted, length, sms_parts

from .texts import TEXTS

FAMILY = "👨‍👩‍👧‍👦"


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("Flu shots", 9),
        ("流感疫苗", 8),
        ("한글", 4),
        ("cafe\u0301", 4),
        ("“Grüße” – Здоровье", 18),
        ("…", 2),
        ("•", 2),
        ("💉", 2),
        (FAMILY, 2),
        ("👩🏽‍⚕️", 2),
        ("🇩🇪", 2),
        ("1️⃣", 2),
        ("©", 2),
        ("Brand™", 7),
        ("https://example.com/a/very/long/path?with=a&query=in#it", 23),
        ("t.co", 23),
        ("Book: bit.ly/abc.", 30),
        ("mercyclinic.health", 23),
        ("care@mercy.org", 14),
        ("3.5 mg", 6),
        ("a\r\nb", 3),
    ],
)
def test_the_weighted_length_of_x(text: str, weight: int) -> None:
    assert length(text, Counting.WEIGHTED) == weight


@pytest.mark.parametrize(
    ("counting", "text", "wanted"),
    [
        (Counting.CODE_POINTS, "cafe\u0301 💉", 6),
        (Counting.GRAPHEMES, FAMILY, 1),
        (Counting.UTF_16, "𝐜𝐮𝐫𝐞", 8),
        (Counting.BYTES, "é💉", 6),
        (Counting.LINKS_AS_23, "https://example.com/a/very/long/path/indeed", 23),
        (Counting.LINKS_AS_23, "example.com", 11),
        (Counting.LINKS_AS_23, "@care@mercy.social hello", 11),
        (Counting.EMOJI_AS_BYTES, "Flu 💉", 8),
    ],
)
def test_other_platforms_count_in_their_own_way(counting: Counting, text: str, wanted: int) -> None:
    assert length(text, counting) == wanted


@pytest.mark.parametrize("counting", Counting)
@given(text=TEXTS)
def test_the_stretches_cover_the_text_in_order(counting: Counting, text: str) -> None:
    spans = [span for span, _ in counted(text, counting)]
    assert "".join(text[span.start : span.end] for span in spans) == text
    assert all(len(span) for span in spans)


@given(text=st.text(alphabet=st.characters(codec="utf-8", exclude_characters=".©®™:/")))
def test_without_links_nothing_weighs_more_than_two_for_each_code_point(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert length(text, Counting.WEIGHTED) <= 2 * len(composed)


@given(text=st.text(alphabet="流感疫苗 ", max_size=300))
def test_each_ideograph_weighs_two(text: str) -> None:
    assert length(text, Counting.WEIGHTED) == 2 * len(text) - text.count(" ")


def test_a_host_without_end_is_counted_at_once() -> None:
    assert length("a." * 5000, Counting.WEIGHTED) == 10_000


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", 0),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("€" * 80, 1),
        ("€" * 80 + "a", 2),
        ("’" * 70, 1),
        ("’" * 71, 2),
        ("’" * 134, 2),
        ("’" * 135, 3),
        ("💉" * 35, 1),
        ("💉" * 36, 2),
        # 67 is odd: the last half place of a part stays empty.
        ("💉" * 66, 2),
        ("💉" * 67, 3),
        # So does that before a sign of two places.
        ("a" * 152 + "€" + "a" * 151, 2),
        ("a" * 152 + "€" + "a" * 152, 3),
    ],
)
def test_a_text_message_goes_out_in_parts(text: str, parts: int) -> None:
    assert sms_parts(text) == parts


@given(text=st.text(alphabet=sorted(GSM | GSM_EXTENSION), max_size=500))
def test_a_longer_text_message_never_has_fewer_parts(text: str) -> None:
    assert sms_parts(text) <= sms_parts(text + "a") <= sms_parts(text + "’")
