"""Disguised words come out as what they are, and honest ones stay as they were written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint.model.documents import Field, Part
from socialint.text import Normaliser
from socialint.text.disguises import undoings
from socialint.text.disguises.apart import letters_apart
from socialint.text.disguises.breaks import broken_by_a_line, broken_by_pictures
from socialint.text.disguises.repeats import letters_repeated
from socialint.text.disguises.scripts import dotless, foreign_letters
from socialint.text.disguises.signs import signs_for_letters
from socialint.text.disguises.undoing import FoldedText
from socialint.text.folding import certain
from socialint.text.lexicon import Lexicon

from .texts import TEXTS, leads_back

_WORDS = """
    arthritis autism botox cancer care cbd core covid cure cured cures detox diabetes free guaranteed heal
    hiv jointease lose loss miracle ozempic pain tumor vaccine weight schmerzen médicament guérit sûr
"""
VOCABULARY = _WORDS.split()
NORMALISER = Normaliser(VOCABULARY)


def read(text: str, language: str = "en", part: Part = Part.BODY) -> list[str]:
    """All readings but the certain one."""
    view = NORMALISER.view(Field.plain(part, text), language)
    return [reading.text for reading in view.readings[1:]]


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("#curescancer", "#cures cancer"),
        ("#CURESCANCER", "#cures cancer"),
        ("#CuresCancer", "#cures cancer"),
        ("#cUrEsCaNcEr", "#cures cancer"),
        ("#cures_cancer", "#cures cancer"),
        ("#nomorebackpain", "#no more back pain"),
        ("#NoMoreBackPain", "#no more back pain"),
        ("#FDAApproved", "#fda approved"),
        ("#jointeasecures", "#jointease cures"),
        ("#covid19cure", "#covid 19 cure"),
        ("#MyJourney2Health", "#my journey 2 health"),
        ("#losemyweight", "#lose my weight"),
        ("#KnowYourSTDs", "#know your stds"),
        ("#HealthPrEP", "#health prep"),
        ("#𝐂𝐮𝐫𝐞𝐬𝐂𝐚𝐧𝐜𝐞𝐫", "#cures cancer"),
        ("#Cur3sC4ncer", "#cures cancer"),
    ],
)
def test_a_hashtag_is_read_as_words(tag: str, words: str) -> None:
    assert read(f"Our tea {tag} today") == [f"our tea {words} today"]


@pytest.mark.parametrize(
    "tag",
    ["#secures", "#therapist", "#psychotherapist", "#endocrinology", "#lovaprin", "#manicures", "#procured",
     "#disclose", "#ozempic", "#albacore", "#together", "#1", "a#curescancer"],
)  # fmt: skip
def test_a_hashtag_that_is_a_word_or_none_stays_whole(tag: str) -> None:
    assert read(f"Our tea {tag} today") == []


def test_hashtags_of_other_languages_are_split_too() -> None:
    assert read("#nieohneschmerzen", "de") == ["#nie ohne schmerzen"]
    assert read("#zonderpijn", "nl") == ["#zonder pijn"]
    assert read("#santémentale", "fr") == []
    assert read("#zérodouleur", "fr") == ["#zéro douleur"]
    assert read("#guéritladouleur #guéritlhôpital", "fr") == ["#guérit la douleur #guérit l hôpital"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Unsere Ärzt*innen beraten", "unsere ärztinnen beraten"),
        (
            "Ärzt:innen, Patient_innen und jede:r Apotheker/-in",
            "ärztinnen, patientinnen und jede:r apothekerin",
        ),
        ("Fragen Sie Ihre Aerztin fuer die Loesung", "fragen sie ihre ärztin für die lösung"),
        ("Jetzt #LippenAufspritzenMuenchen", "jetzt #lippen aufspritzen muenchen"),
        ("#Vorher\u00adNachher", "#vorher nachher"),
    ],
)
def test_german_is_read_as_its_dictionary_has_it(written: str, meant: str) -> None:
    assert read(written, "de") == [meant]


@pytest.mark.parametrize(
    "text",
    ["Neue Frauen steuern Quellen, Michael sieht es individuell", "Termin: in Berlin", "Mo/Di in Kiel"],
)
def test_german_that_is_written_so_stays(text: str) -> None:
    assert read(text, "de") == []


def test_french_without_its_accents_is_read_with_them() -> None:
    assert read("CE MEDICAMENT GUERIT TOUT", "fr") == ["ce médicament guérit tout"]
    assert read("Ce médicament va sur la table", "fr") == []
    assert read("this medicament", "en") == []


def test_every_word_of_a_list_of_hashtags_is_one() -> None:
    assert read("curescancer, BackPain", part=Part.HASHTAGS) == ["cures cancer, back pain"]
    assert read("curescancer, BackPain") == []


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("c u r e s", "cures"),
        ("C.U.R.E.S", "cures"),
        ("c-u-r-e-s", "cures"),
        ("c*u*r*e*s", "cures"),
        ("c/u/r/e/s", "cures"),
        ("c - u - r - e - s", "cures"),
        ("c u r e s c a n c e r", "cures cancer"),
        ("c u r e s   c a n c e r", "cures cancer"),
        ("c u r 3 s", "cures"),
        ("🇨 🇺 🇷 🇪 🇸", "cures"),
        ("cur3s", "cures"),
        ("c@ncer", "cancer"),
        ("d1abetes", "diabetes"),
        ("d1@b3tes", "diabetes"),
        ("0zempic", "ozempic"),
        ("g|uaranteed", "guaranteed"),
        ("lo$e", "lose"),
        ("h1v", "hiv"),
        ("canc€r", "cancer"),
        ("c·u·r·e·s", "cures"),
        ("canc*r", "cancer"),
        ("c**cer", "cancer"),
        ("oz#mpic", "ozempic"),
        ("diab_tes", "diabetes"),
        ("cu.res", "cures"),
        ("cu_res", "cures"),
        ("cuuures", "cures"),
        ("guaranteeeed", "guaranteed"),
        ("cu💊res", "cures"),
        ("dia💊be✨tes", "diabetes"),
        ("dia-\nbetes", "diabetes"),
        ("саnсеr", "cancer"),
        ("dıabetes", "diabetes"),
    ],
)
def test_a_disguised_word_is_read(text: str, meant: str) -> None:
    found = NORMALISER.view(Field.plain(Part.BODY, f"Our tea: {text} now")).readings
    assert f"our tea: {meant} now" in [reading.text for reading in found]


def test_a_whole_word_in_foreign_letters_is_read_in_a_latin_text() -> None:
    normaliser = Normaliser(["ace", "pop"])
    view = normaliser.view(Field.plain(Part.BODY, "Our tea is АСЕ for you"))
    assert [reading.text for reading in view.readings] == ["our tea is асе for you", "our tea is ace for you"]
    view = normaliser.view(Field.plain(Part.BODY, "Наш чай АСЕ для вас"))
    assert len(view.readings) == 1


@pytest.mark.parametrize(
    "text",
    [
        "covid19 h1n1 b12 5g a1c co2 omega3 glp1 100mg 2nd 24h mp3 4u 2day $500 £20",
        "A B C D, U S A, e.g. vitamins A, B, C, D and E; i.e. p.m. U.K. U.S.A.",
        "cures* guaranteed** care. heal! It's *free* and **free**",
        "pain.free is not a site; well-known, no-cure, pain-\nfree, self-\ncare",
        "soooo goood, www, hmmm, Mississippi",
        "me@cancer.example and @c4ncer on https://cur3s.example/c*re",
        "I ❤️ cures, 💊cancer💊, free✨",
        "1.5 mg, 10:30, 3/4, 50% off, C++, AT&T, #1, A*B",
        "well_being and snake_case and f***",
    ],
)
def test_honest_writing_has_one_reading(text: str) -> None:
    assert read(text) == []


def test_several_ways_to_fill_a_gap_are_several_readings() -> None:
    assert read("We c*re d1abetes") == ["we care diabetes", "we core diabetes", "we cure diabetes"]


def test_a_disguise_leads_back_to_what_was_written() -> None:
    text = "Straße: #curescancer c u r e s dia-\r\nbetes cu💊res"
    view = NORMALISER.view(Field.plain(Part.BODY, text))
    reading = view.readings[1]
    places = []
    for word in ("cures cancer", "cancer", "cures dia", "diabetes"):
        start = reading.text.index(word)
        span = reading.original(start, start + len(word))
        places.append(text[span.start : span.end])
    assert places == ["curescancer", "cancer", "c u r e s dia", "dia-\r\nbetes"]
    assert reading.text.endswith("betes cures")


@given(TEXTS, st.sampled_from(["en", "de", "nl", "fr", "ru"]))
def test_every_stretch_of_every_reading_leads_back(text: str, language: str) -> None:
    view = NORMALISER.view(Field.plain(Part.BODY, text), language)
    for reading in view.readings:
        leads_back(reading, text)
    assert 1 <= len(view.readings) <= 4
    assert len({reading.text for reading in view.readings}) == len(view.readings)


_EVERY_LOOK = (
    letters_apart, broken_by_a_line, broken_by_pictures, letters_repeated, foreign_letters, dotless, signs_for_letters,
)  # fmt: skip


@given(TEXTS)
def test_the_quick_first_glance_misses_nothing(text: str) -> None:
    lexicon = Lexicon(frozenset(VOCABULARY))
    field = Field.plain(Part.BODY, text)
    reading = certain(text)
    found = {
        at for undoing in undoings(reading, field, lexicon, "en") for at in range(undoing.start, undoing.end)
    }
    for look in _EVERY_LOOK:
        for undoing in look(FoldedText(reading, text, lexicon, "en")):
            assert not found.isdisjoint(range(undoing.start, undoing.end))


@given(st.lists(st.sampled_from(VOCABULARY), min_size=1).map(" ".join))
def test_undisguised_words_have_one_reading(text: str) -> None:
    assert read(text) == []


@given(st.sampled_from([word for word in VOCABULARY if len(word) > 5]), st.data())
def test_a_sign_in_place_of_a_letter_hides_no_word(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(word) - 2))
    assert word in " ".join(read(f"it {word[:at]}*{word[at + 1 :]} so")).split()
