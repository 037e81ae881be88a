"""What the certain fold undoes, what it leaves alone, and that every stretch leads back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint.model.documents import Field, Part
from socialint.model.views import Reading
from socialint.text import Normaliser, fold

from .texts import TEXTS, leads_back

CURES = [
    ("CURES", "plain capitals"),
    ("ＣＵＲＥＳ", "full width"),
    ("𝐜𝐮𝐫𝐞𝐬", "bold"),
    ("𝓬𝓾𝓻𝓮𝓼", "script"),
    ("ⓒⓤⓡⓔⓢ", "circled"),
    ("🅒🅤🅡🅔🅢", "white on black"),
    ("🄲🅄🅁🄴🅂", "squared"),
    ("🅲🆄🆁🅴🆂", "white on black squares"),
    ("⒞⒰⒭⒠⒮", "in brackets"),
    ("ᴄᴜʀᴇꜱ", "small capitals"),
    ("ᶜᵘʳᵉˢ", "superscript"),
    ("сurеs", "two Cyrillic letters"),
    ("cυres", "a Greek letter"),
    ("cu\u200bre\u00ads", "invisible characters inside"),
    ("cu\ufe0fres", "a variation selector"),
    ("c\u0336u\u0336r\u0336e\u0336s\u0336", "struck through"),
    ("c\u0301\u0302\u0303\u0304ures", "marks heaped up"),
    ("cureſ", "a long s"),
]


@pytest.mark.parametrize(("text", "why"), CURES, ids=[why for _, why in CURES])
def test_a_dressed_up_word_is_read(text: str, why: str) -> None:
    assert fold(f"Our tea {text} it") == "our tea cures it", why


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“It’s” – ‘so’ — don´t", "\"it's\" - 'so' - don't"),
        ("one\u00a0two\u2003three\tfour", "one two three four"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("ZENTRAVA™ cures¹ it®", "zentrava  cures  it "),
        ("Straße, STRASSE", "strasse, strasse"),
        ("\u212aelvin", "kelvin"),
        ("İstanbul", "istanbul"),
        ("pills 💊 here 1️⃣ now", "pills   here   now"),
        ("🇺🇸 made", "  made"),
        ("🇨 🇺 🇷 🇪", "c u r e"),
        ("ﬁx ½ CO₂ 5㎎", "fix 1/2 co2 5mg"),
        ("cafe\u0301", "café"),
        ("j\u030c ΐ ŉ", "ǰ ΐ 'n"),
        ("wait…", "wait..."),
    ],
)
def test_marks_blanks_and_signs_are_made_plain(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    "text",
    [
        "café, naïve, façade, señor, über, smörgåsbord, łódź, čeština, kőrös",
        "лекарство от рака и боли",
        "ліки від болю та ґрунт",
        "το φάρμακο για τον πόνο",
        "ağrı kesici ısı kırmızı şifa",
        "thuốc chữa bệnh tiểu đường hiệu quả",
        "दवा से इलाज",
        "دواء السكري",
        "תרופה לסוכרת",
        "당뇨병 치료제",
        "糖尿病の治療薬",
        "5μg of it",
        "интернет-магазин и it-отдел",
    ],
)
def test_honest_writing_stays_what_it_is(text: str) -> None:
    assert fold(text) == text


def test_urls_are_masked_in_a_reading_and_nowhere_else() -> None:
    text = "See https://clinic.example/cure now"
    reading = _first(text)
    assert reading.text == "see " + "\x1f" * 27 + " now"
    assert "cure" in fold(text)
    link = Field.plain(Part.LINK, "https://clinic.example/Cure")
    assert Normaliser(()).view(link).readings[0].text == "https://clinic.example/cure"


def test_ascii_needs_no_origins() -> None:
    assert _first("Our tea\tCures it.") == Reading("our tea cures it.")


def test_a_stretch_leads_back_through_what_was_dropped() -> None:
    text = "Die Stra\u00adße “hier”\r\nist"
    reading = _first(text)
    start = reading.text.index("strasse")
    span = reading.original(start, start + 7)
    assert text[span.start : span.end] == "Stra\u00adße"
    start = reading.text.index("ist")
    assert reading.original(start, start + 3).start == text.index("ist")


@given(TEXTS)
def test_every_stretch_leads_back(text: str) -> None:
    leads_back(_first(text), text)


@given(TEXTS)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.lists(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1)).map(" ".join))
def test_plain_words_stay(text: str) -> None:
    assert _first(text).text == text


def _first(text: str) -> Reading:
    return Normaliser(()).view(Field.plain(Part.BODY, text)).readings[0]
