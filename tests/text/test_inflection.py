"""The forms that a term of a rule stands for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint.text import inflections
from socialint.text.inflection import LANGUAGES


@pytest.mark.parametrize(
    "forms",
    [
        "cure cures cured curing",
        "stop stops stopped stopping",
        "heal heals healed healing",
        "try tries tried trying",
        "play plays played playing",
        "fix fixes fixed fixing",
        "miss misses missed missing",
        "die dies died dying",
        "agree agrees agreed agreeing",
        "panic panics panicked panicking",
        "prefer prefers preferred preferring",
        "deliver delivers delivered delivering",
        "travel travels traveled travelled traveling travelling",
        "take takes took taken taking",
        "lose loses lost losing",
        "guarantee guarantees guaranteed guaranteeing",
        "jab jabs jabbed jabbing",
        "cancer cancers",
        "tumor tumors",
        "therapy therapies",
        "treatment treatments",
        "illness illnesses",
        "diagnosis diagnoses",
        "child children",
        "safe safer safest",
        "healthy healthier healthiest",
        "good better best",
        "diabetes",
        "psoriasis",
        "arthritis",
        "guaranteed",
        "healing",
        "effective",
        "miraculous",
        "988",
        "infections infection",
        "headaches headache",
        "injuries injury",
        "children child",
        "diagnoses diagnosis",
        "nausea nauseas",
        "herpes",
        "news",
        "aids",
    ],
)
def test_english_words(forms: str) -> None:
    term, *others = forms.split()
    assert set(inflections(term, "en")) == {term, *others}


@pytest.mark.parametrize(
    ("term", "forms"),
    [
        ("clear up", ["clears up", "cleared up", "clearing up"]),
        ("get rid of", ["gets rid of", "got rid of", "gotten rid of", "getting rid of"]),
        ("side effect", ["side effects"]),
        ("side effects", ["side effect"]),
        ("weight-loss jab", ["weight-loss jabs", "weight-loss jabbed", "weight-loss jabbing"]),
        ("FDA approved", []),
        ("pain-free", []),
    ],
)
def test_english_terms_of_several_words(term: str, forms: list[str]) -> None:
    assert sorted(inflections(term, "en")) == sorted([term, *forms])


@pytest.mark.parametrize(
    ("language", "term", "forms"),
    [
        ("de", "heilen", "heile heilt heilte heilten geheilt geheilte heilend heilende"),
        ("de", "lindern", "lindert linderte gelindert lindernd"),
        ("de", "behandeln", "behandelt behandelte behandle"),
        ("de", "helfen", "hilft half halfen geholfen"),
        ("de", "gewinnen", "gewinnt gewinnst gewann gewonnen"),
        ("de", "anbieten", "anbietet angeboten anzubieten"),
        ("de", "versprechen", "verspricht versprach versprochen"),
        ("de", "arbeiten", "arbeitet arbeitete gearbeitet"),
        ("de", "garantieren", "garantiert garantierte"),
        ("de", "wirksam", "wirksame wirksames wirksamer wirksamste"),
        ("de", "Heilung", "heilungen"),
        ("de", "Salbe", "salben"),
        ("de", "Zahnarzt", "zahnarztes zahnärzte zahnärzten"),
        ("de", "Patientin", "patientinnen"),
        ("nl", "genezen", "genees geneest genas genezend"),
        ("nl", "maken", "maak maakt maakte gemaakt"),
        ("nl", "stoppen", "stop stopt stopte gestopt"),
        ("nl", "leven", "leef leeft leefde geleefd"),
        ("nl", "reserveren", "reserveer reserveert reserveerde gereserveerd"),
        ("nl", "verbeteren", "verbeter verbetert verbeterde verbeterd"),
        ("nl", "aanmelden", "aanmeldt aangemeld"),
        ("nl", "inhaleren", "inhaleert inhaleerde"),
        ("nl", "pil", "pillen"),
        ("nl", "kuur", "kuren"),
        ("nl", "ziekte", "ziektes ziekten"),
        ("nl", "veilig", "veilige veiliger veiligst"),
        ("fr", "soulager", "soulage soulagent soulagé soulagée soulageons soulageait soulagera"),
        ("fr", "guérir", "guérit guérissent guéri guérie guérira"),
        ("fr", "agir", "agit agissent"),
        ("fr", "perdre", "perd perdent perdu perdra"),
        ("fr", "alléger", "allège allègent allégé allégeons"),
        ("fr", "comprimé", "comprimés"),
        ("fr", "naturel", "naturels naturelle naturelles"),
        ("fr", "hôpital", "hôpitaux"),
        ("fr", "dangereux", "dangereuse dangereuses"),
        ("fr", "effet secondaire", "effet|secondaires"),
    ],
)
def test_other_languages(language: str, term: str, forms: str) -> None:
    expected = {form.replace("|", " ") for form in forms.split()}
    assert expected <= set(inflections(term, language))


def test_a_separable_verb_is_found_apart() -> None:
    forms = inflections("abnehmen", "de")
    assert {"nimmt … ab", "nahm … ab", "abgenommen", "abzunehmen", "abnimmt"} <= set(forms)


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        (
            "aanvragen",
            {"vraag … aan", "vraagt … aan", "vragen … aan", "aan te vragen", "aangevraagd", "aanvraagt"},
        ),
        ("afvallen", {"valt … af", "viel … af", "af te vallen", "afgevallen"}),
        ("uitproberen", {"probeer … uit", "uitgeprobeerd", "uit te proberen"}),
        ("aanbevelen", {"beveelt … aan", "aanbevolen"}),
    ],
)
def test_a_dutch_verb_comes_apart_too(verb: str, forms: set[str]) -> None:
    assert forms <= set(inflections(verb, "nl"))


def test_the_end_of_a_compound_has_the_forms_of_its_word() -> None:
    assert {"*Salbe", "*salben"} <= set(inflections("*Salbe", "de"))
    assert "chronische *schmerzen" in inflections("chronische *Schmerz", "de")


def test_a_language_without_forms_gives_the_term_alone() -> None:
    assert inflections("leczy", "pl") == ("leczy",)


@given(st.text(), st.sampled_from(["en", "de", "nl", "fr", "pl", "en-US"]))
def test_the_term_comes_first_and_no_form_twice(term: str, language: str) -> None:
    forms = inflections(term, language)
    assert forms[0] == term
    assert len(set(forms)) == len(forms)


def test_every_language_of_the_table_has_its_forms() -> None:
    for language in LANGUAGES:
        assert len(inflections("test", language)) > 1
