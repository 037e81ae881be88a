"""Where sentences, clauses, lines and words begin."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint.model.documents import Field, Part
from socialint.model.views import Structure, View
from socialint.text import Normaliser

from .texts import TEXTS


def outline(text: str, language: str = "en") -> Structure:
    return view(text, language).structure


def view(text: str, language: str = "en") -> View:
    return Normaliser(()).view(Field.plain(Part.BODY, text), language)


def parts(text: str, starts: Sequence[int]) -> list[str]:
    return [text[start:end].strip() for start, end in pairwise([*starts, len(text)])]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ["Our tea cures diabetes!", "Ask us."]),
        ("en", ["Dr. Smith agrees.", "She sees you at 5 p.m. today."]),
        ("en", ["We are No. 1 in town.", "Is it No?", "No.", "We think not."]),
        ("en", ["It is 3.5 mg, see https://clinic.example/a.b?c now.", "Next."]),
        ("en", ["She said “It cures.”", "He left."]),
        ("en", ["First statement", "Second statement"]),
        ("en", ["We treat:", "- diabetes", "- asthma", "Book now"]),
        ("en", ["Our tea cures diabetes 💊💊", "Book your visit now 🎉 yes"]),
        ("en", ["I ❤️ New York"]),
        ("en", ["Great news!", "🎉 We are open."]),
        ("de", ["Am 27. Dezember ist zu.", "Dr. Müller kommt.", "Nr. 3 gilt."]),
        ("de", ["Das hilft z. B. bei Husten.", "Dann gehen wir."]),
        (
            "de",
            [
                "Am 1. Januar spricht Prof. Dr. med. dent. Schulz mit Dipl.-Psych. Groß.",
                "Es gilt z. B. ab ca. 50 Jahren.",
            ],
        ),
        ("de", ["Inkl. Mehrwertsteuer, zzgl. Versand, evtl. später.", "Fragen Sie uns."]),
        ("nl", ["Op 27. december komt dr. De Vries.", "Bel ons."]),
        ("nl", ["Bel mevr. Jansen, bijv. over Pijn, in het St. Antonius.", "Tot dan."]),
        ("fr", ["M. Dupont est là.", "Oui !", "Mais non."]),
        ("fr", ["Un sirop, p. ex. Toxal, c.-à-d. Un médicament du Pr. Roux, bd. Voltaire.", "Venez !"]),
    ],
)
def test_sentences(language: str, sentences: list[str]) -> None:
    joined = "\n" if not sentences[0].endswith((".", "!", "?", "”", "💊", "🎉")) else " "
    text = joined.join(sentences)
    assert parts(text, outline(text, language).sentences) == sentences


def test_a_line_that_was_wrapped_goes_on() -> None:
    text = (
        "This is a long line of text which was wrapped by an editor at\n"
        "a width of some sixty characters, so that the Break before it\n"
        "Means nothing at all."
    )
    assert outline(text).sentences == [0]


def test_a_blank_line_ends_a_sentence() -> None:
    assert parts("one\n\ntwo\r\n\r\nthree", outline("one\n\ntwo\r\n\r\nthree").sentences) == [
        "one",
        "two",
        "three",
    ]


@pytest.mark.parametrize(
    ("language", "clauses"),
    [
        ("en", ["It costs 1,000 dollars,", "not 10:30;", "but it works (", "mostly) –", "although slow."]),
        ("en", ["Myth:", "vaccines cause autism.", "Fact:", "they do not."]),
        ("en", ["The well-known tea works", "but the pill does not."]),
        ("en", ["- diabetes"]),
        ("de", ["Es hilft nicht,", "sondern schadet", "aber selten."]),
        ("nl", ["Het helpt", "maar langzaam."]),
        ("fr", ["Il soulage", "mais ne guérit pas."]),
        ("xx", ["One thing,", "then another."]),
    ],
)
def test_clauses(language: str, clauses: list[str]) -> None:
    text = " ".join(clauses).replace("( ", "(")
    assert parts(text, outline(text, language).clauses) == clauses


def test_lines_and_words() -> None:
    text = "Don't wait\r\nfor the well-known tea\rsee https://a.example/b-c now"
    found = outline(text)
    assert parts(text, found.lines) == text.splitlines()
    assert [text[at : at + 4] for at in found.words] == [
        "Don'", "wait", "for ", "the ", "well", "tea\r", "see ", "http", "now",
    ]  # fmt: skip


def test_a_text_without_words_has_one_unit_and_no_word() -> None:
    for text in ("", "   ", "💊 💊", "\n\n"):
        found = outline(text)
        assert found.sentences == found.clauses == [0]
        assert not found.words
    assert len(view("").sentence(0)) == 0


@given(TEXTS, st.sampled_from(["en", "de", "nl", "fr", "pl", "xx", ""]))
def test_offsets_ascend_and_lie_in_the_text(text: str, language: str) -> None:
    found = outline(text, language)
    for starts in (found.sentences, found.clauses, found.lines):
        assert starts[0] == 0
        assert all(one < other for one, other in pairwise(starts))
        assert starts[-1] == 0 or starts[-1] < len(text)
    assert set(found.sentences) <= set(found.clauses)
    assert all(one < other for one, other in pairwise(found.words))
    assert not found.words or 0 <= found.words[0] <= found.words[-1] < len(text)
