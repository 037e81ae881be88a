"""Which language a text is in, and when one can be sure."""

from __future__ import annotations

import pytest
from hypothesis import given

from socialint.text import Language, language_of

from .texts import TEXTS

SENTENCES = [
    ("en", "Our new tea helps you sleep better and feel great every day."),
    ("en", "Get the flu shot before winter comes, it protects your family."),
    ("de", "Unsere neue Salbe lindert Schmerzen und hilft bei Arthritis in wenigen Tagen."),
    ("nl", "Onze nieuwe neusspray helpt snel bij verkoudheid en is nu verkrijgbaar in de apotheek."),
    ("fr", "Ce sirop soulage la toux de vos enfants en quelques minutes seulement."),
    ("es", "Nuestro nuevo jarabe alivia la tos de los niños en pocos minutos y sin receta."),
    ("it", "Il nostro nuovo sciroppo calma la tosse dei bambini in pochi minuti."),
    ("pt", "O nosso novo xarope alivia a tosse das crianças em poucos minutos."),
    ("pl", "Nasz nowy syrop łagodzi kaszel u dzieci w kilka minut i jest bez recepty."),
    ("sv", "Vår nya hostmedicin hjälper barn som har hosta och är nu till salu."),
    ("da", "Vores nye hostemedicin hjælper børn der har hoste og er nu til salg på apoteket."),
    ("no", "Vår nye hostemedisin hjelper barn som har hoste og er nå til salgs på apoteket."),
    ("fi", "Uusi yskänlääke auttaa lapsia, joilla on yskä ja se on nyt myynnissä."),
    ("cs", "Náš nový sirup pomáhá dětem, které mají kašel a je to bez předpisu."),
    ("tr", "Yeni öksürük şurubumuz çocuklar için çok etkili ve şimdi eczanelerde."),
    ("ro", "Noul nostru sirop este pentru copii care au tuse și se găsește în farmacii."),
    ("ru", "Наш новый сироп помогает детям от кашля."),
    ("uk", "Наш новий сироп допомагає дітям від кашлю і він є в аптеках."),
    ("el", "Το νέο μας σιρόπι βοηθά τα παιδιά με βήχα."),
    ("ar", "شراب السعال الجديد يساعد الأطفال على النوم"),
    ("he", "סירופ השיעול החדש שלנו עוזר לילדים לישון"),
    ("hi", "हमारा नया सिरप बच्चों की खांसी में मदद करता है"),
    ("th", "ยาแก้ไอตัวใหม่ของเราช่วยเด็ก ๆ"),
    ("zh", "我们的新糖浆可以缓解儿童咳嗽。"),
    ("ja", "新しいシロップは子供の咳を和らげます。"),
    ("ko", "새로운 시럽은 아이들의 기침을 완화합니다."),
]


@pytest.mark.parametrize(("code", "text"), SENTENCES, ids=[text[:20] for _, text in SENTENCES])
def test_a_plain_sentence_shows_its_language(code: str, text: str) -> None:
    assert language_of(text) == Language(code, sure=True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ZENTRAVA",
        "💊💊💊🎉",
        "#diabetes #cure #der #die #das #und #ist",
        "Vielen Dank",
        "Relief Now Available",
        "Botox Juvederm Restylane Sculptra",
        "Dr. Müller Zahnarzt Berlin",
        "lorem ipsum dolor",
        "per os, in vitro",
        "https://der.und.die.example/das/ist",
        "@der @die @das @und @ist",
        "рак",
        "C'est la vie",
        "日本",
        "Our tea helps you sleep. Unser Tee hilft Ihnen beim Schlafen und ist gut.",
    ],
)
def test_little_evidence_is_never_sure(text: str) -> None:
    assert not language_of(text).sure


def test_a_foreign_phrase_does_not_change_the_language() -> None:
    text = "Vielen Dank to all of our nurses for their hard work this week!"
    assert language_of(text) == Language("en", sure=True)


def test_the_majority_decides() -> None:
    text = "We're open! Wir haben wieder geöffnet und freuen uns auf Sie am Montag in der Praxis."
    assert language_of(text).code == "de"


def test_of_languages_that_a_text_shows_as_much_the_first_told_counts() -> None:
    assert language_of("Plum Dragon introduces new formulas for fighting colds").code == "en"


def test_scripts_side_by_side_are_as_foreign_as_one() -> None:
    mixed = "Наша пациентка выписана домой после инсульта и благодарит врачей.\nمريضتنا ليلى حسن عادت الى البيت بعد الجلطة."
    assert language_of(mixed).sure
    assert language_of(mixed).code == "ru"


@given(TEXTS)
def test_any_text_has_a_language(text: str) -> None:
    assert language_of(text).code


def test_signs_without_a_width_do_not_change_the_language() -> None:
    text = "The ear drops relieve infections fast"
    assert language_of("\u200b".join(text)).code == language_of(text).code == "en"
