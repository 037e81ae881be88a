"""Names in disguise come out plainly, and what only looks like one stays as it was written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialint.entities.casing import cased
from socialint.entities.cues import Cues
from socialint.entities.disguises import KnownNames, is_hidden
from socialint.entities.shapes import Shapes
from socialint.model.places import Span
from tests.text.texts import TEXTS, leads_back

from .posts import CUES, persons, views

_CUES = Cues({"en": CUES["en"]})
NAMES, SHAPES = KnownNames(_CUES), Shapes(_CUES)


def read(text: str) -> str:
    """The text as it is read for names."""
    (view,) = views(text)
    return cased(view, SHAPES, NAMES).text


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("M1ck3y D0rn4n", "Mickey Dornan"),
        ("$usan W@lker", "Susan Walker"),
        ("#P4tr1c14M00n", "#PatriciaMoon"),
        ("D0R15", "DORIS"),
        ("K*r*n", "Karan"),
        ("S_ndr_", "Sandra"),
        ("K a r e n   D o y l e", "Karen Doyle"),
        ("KarenDoyle K-a-r-e-n", "KarenDoyle Karen"),
        ("k a r e n d o y l e", "karen doyle"),
        ("[K][a][r][e][n] [D][o][y][l][e]", "Karen Doyle"),
        ("nosdrahciR ynnaG", "Ganny Richardson"),
        ("Delta Oscar Yankee Lima Echo", "Doyle"),
        ("S2FyZW4gRG95bGU=", "Karen Doyle"),
        ("Arnold Stern-\nholz", "Arnold Sternholz"),
        ("K🌸aren", "Karen"),
        ("Argaretmay", "Margaret"),
        ("P47r1c14", "Patricia"),
        ("Brndn", "Brendyn"),
        ("Gre-gory Ham-mond", "Gregory Hammond"),
        ("Ka(ren)", "Karen"),
        ("11-1-18-5-14", "Karen"),
        ("K,a,r,e,n", "Karen"),
        ("kArEn dOyLe", "Karen Doyle"),
        ("KaReN", "Karen"),
        ('"K"a"r"e"n"', '"Karen"'),
        ("#K #A #R #E #N", "#KAREN"),
        ("Mrs. 🦊", "Mrs. N"),
        ("ᑎᗩOᗰI", "NAOMI"),
        ("⠅⠁⠗⠑⠝", "KAREN"),
        ("🇰\u200b🇦\u200b🇷\u200b🇪\u200b🇳", "KAREN"),
        ("\u202eelyoD neraK\u202c", "Karen Doyle"),
        ("ǝlʎop uǝɹɐʞ", "Karen Doyle"),
        ("\\u004baren &#68;oyle %4Baren", "Karen Doyle Karen"),
    ],
)
def test_a_name_comes_out(written: str, meant: str) -> None:
    assert read(f"so, {written}, again") == f"so, {meant}, again"


@pytest.mark.parametrize(
    "text",
    [
        "H1N1, COVID-19, B12, A1C and T2D", "gr8 m8", "covid19vaccine", "Botox* from $9", "F*ck cancer",
        "S*x education", "follow-up x-ray", "macOS and vitaminD", "mg/dL", "#flu_shot_day", "a 9-5 job",
        "Alpha and Omega", "Use code SGVhcnRIZWFsdGg", "love❤️you", "M*A*S*H", "McDonald's", "iPhOnE and dErMa", "Mrs. ☀️ says so", "M A R T H A ' S  T A B L E", "#ValentinesDay! A1c", "(re)habilitation", "11-1-18", "Walk-in", "well-\nbeing", "50%20off", "AT&amp;T",
    ],
)  # fmt: skip
def test_what_is_no_name_hides_nobody(text: str) -> None:
    assert not persons(f"Our surgery news: {text} today.")


@pytest.mark.parametrize(
    ("written", "hidden"),
    [
        ("Karen", False),
        ("𝐊𝐚𝐫𝐞𝐧", False),
        ("O&#39;Brien", False),
        ("Jos&eacute;", False),
        ("Ka\u00adren", False),
        ("&#75;aren", True),
        ("K\u200ba\u200bren", True),
        ("\u202eneraK\u202c", True),
        ("Kаren", True),
    ],
)
def test_fancy_letters_and_codes_of_signs_hide_nobody(written: str, hidden: bool) -> None:
    assert is_hidden(written, Span(0, len(written))) is hidden


def test_a_name_is_read_down_where_the_text_says_so() -> None:
    lines = "Kind\nAnd calm\nRarely late\nEven now\nNever cross, for all her asthma"
    assert [role for _, role in persons(f"Our values:\n{lines}")] == []
    assert [name for name, _ in persons(f"Read it down.\n{lines}")] == ["Kind"]


def test_a_name_is_turned_around_where_the_text_says_so() -> None:
    assert read("Backwards: elyod nerak, bed 7") == "Backwards: Karen Doyle, bed 7"
    assert read("Forwards: elyod nerak, bed 7") == "Forwards: elyod nerak, bed 7"


def test_who_hides_a_name_knows_why() -> None:
    plain, hidden = (
        persons(f"Our transplant star: {name}! Discharged today!") for name in ("Karen Doyle", "K*r*n D*yle")
    )
    assert [role for _, role in plain] == ["public"]
    assert [role for _, role in hidden] == ["patient"]


_PIECES = st.sampled_from(
    ["K*r*n ", "M1ck3y ", "J o h n ", "K-a-r-e-n ", "naeS ", "[K][a][r]", "S2FyZW4gRG95bGU= ", "Kar🌸en ", "Stein-\nbach ",
     "Delta Oscar Yankee Lima ", "&#75;aren ", "\u202eneraK\u202c", "Mrs. ", "ǝlʎop ", "%4Baren ", "Каren ", "\n", " "]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.one_of(TEXTS, st.lists(_PIECES, max_size=6).map("".join)))
def test_every_stretch_leads_back(text: str) -> None:
    (view,) = views(text)
    found = cased(view, SHAPES, NAMES)
    leads_back(found.reading, text)
    assert len(found.text) == len(found.reading.text)
    assert all(0 <= one.start < one.end <= len(found.text) for one in found.hidden)
