"""What blanks part of a text is read by itself as it is read within the text."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialint.model.documents import Field, Part
from socialint.scan.shown import MANY_DIGITS, shown
from socialint.text import MOST_NEAR, Normaliser, language_of, languages_told

VOCABULARY = (
    "cure cures cancer diabetes guaranteed pain weight loss botox médicament lösung heilung salbe café cut "
    "patients vitamin see tee aids pills dose ärztinnen"
).split()
WORDS = (
    *VOCABULARY, "Cures,", "CANCER!", "cuuures", "cur3s", "c@ncer", "cu-res", "cure.", "#NoMorePain", "#curescancer",
    "#health", "#café", "(pain)", "“pain”", "don’t", "it's", "l'arthrose", "medicament", "Loesung", "Ärzt:innen",
    "a", "I", "x-ray", "c", "u", "r", "e", "s", "a.", "v!", "one", "oh", "five", "seven.", "at", "dot", "com", "jane",
    "(at)", "(dot)", "mail", "@jane", "jane@mail.com", "cure.com", "555", "0199", "b12", "1", "dia-", "betes", "-",
    "–", "—", "&", "…", "•", "|", "+", "💚", "❤️", "💚💊", "cu💊res", "👍🏽", "™", "Ⓜ", "ℹ️", "сures", "лечит", "cure\u200b",
    "\u0301", "\ufe0f", "ﬁt", "ſee", "naı\u0308ve", "straße", "œuvre", "***", "cu#", "pain*", "\xa0", "\t", "\x1f",
    "24/7", "10%", "$50", "9am", "3.5", "e.g.", "U.S.", "a/b", "great!💚", "pain💚", "word—", "dia-💚", "{at}", "[dot]",
    "c_u_r", "_c", "c*", "~u~", "*", "/", "£5", "2026", "1-2-3", "(555)", "O9O", "cu.re", "end.Next", "**cure**",
    "---", "+++", "none", "someone", "the", "and", "für", "der", "les", "pour", "de",
)  # fmt: skip
BLANKS = (" ", "\n", "  ", " \n")


@cache
def normaliser() -> Normaliser:
    return Normaliser(VOCABULARY)


PIECES = st.lists(
    st.tuples(st.one_of(st.sampled_from(WORDS), st.text(min_size=1, max_size=5)), st.sampled_from(BLANKS)),
    max_size=12,
)


def chunks(pieces: list[tuple[str, str]], language: str) -> tuple[list[str], str]:
    """Those of the pieces that are chunks, and a text of them."""
    kept: list[str] = []
    text = ""
    near = 0
    for piece, blank in pieces:
        chunk = normaliser().chunk(piece, language)
        if chunk is not None and near + chunk.near <= MOST_NEAR:
            near = near + chunk.near if chunk.near or chunk.mute else 0
            kept.append(piece)
            text += piece + blank
    return kept, text


def says(text: str, language: str) -> tuple[set[bytes], set[bytes]]:
    words, signs = shown([normaliser().view(Field.plain(Part.BODY, text), language)])
    return set(words.split()), signs


@pytest.mark.parametrize("language", ["en", "de", "fr", "nl"])
@settings(deadline=None)
@given(pieces=PIECES)
def test_a_text_shows_what_its_chunks_show(language: str, pieces: list[tuple[str, str]]) -> None:
    kept, text = chunks(pieces, language)
    words, signs = set[bytes](), set[bytes]()
    for piece in kept:
        own, own_signs = says(piece, language)
        words |= own
        signs |= own_signs - {MANY_DIGITS}
    all_words, all_signs = says(text, language)
    assert (words, signs) == (all_words, all_signs - {MANY_DIGITS})


@settings(deadline=None)
@given(pieces=PIECES)
def test_a_text_is_surely_in_no_language_that_its_words_do_not_tell_of(
    pieces: list[tuple[str, str]],
) -> None:
    kept, text = chunks(pieces, "en")
    told = [codes for one in kept for codes in languages_told(one)]
    spoken = language_of(text)
    for code in ("en", "de", "fr", "nl"):
        if all(code in codes for codes in told):
            assert spoken.code == code or not spoken.sure


@pytest.mark.parametrize(
    "word", ["cure", "don’t", "#health", "–", "💚", "", "“Pain,”", "Straße", "one", "24/7", "9am", "e.g."]
)
def test_what_people_write_most_is_a_chunk(word: str) -> None:
    assert normaliser().chunk(word, "en")


@pytest.mark.parametrize(
    "word", ["cuuures", "cur3s", "@jane", "cure.com", "dia-", "\u0301", "лечит", "dot", "c.u.r"]
)
def test_what_may_belong_to_its_neighbours_or_hide_a_word_is_none(word: str) -> None:
    assert normaliser().chunk(word, "en") is None
