"""Where entities are found, what is read for them, and what is kept."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialint.entities import MODEL, finder, recogniser
from socialint.entities.analyzer import Entity, analyse
from socialint.entities.cues import Cues
from socialint.entities.disguises import KnownNames, undone
from socialint.entities.finder import KINDS, EntityFinder
from socialint.model.context import ModelReads
from socialint.model.documents import Field, Part
from socialint.model.records import Registers
from socialint.text import Normaliser

from .posts import CUES, FINDER, STAFF, found, persons, views

NAMES = [
    ("Lena Vogt", "plain"),
    ("𝐋𝐞𝐧𝐚 𝐕𝐨𝐠𝐭", "bold"),
    ("𝓛𝓮𝓷𝓪 𝓥𝓸𝓰𝓽", "script"),
    ("Ｌｅｎａ Ｖｏｇｔ", "full width"),
    ("Ⓛⓔⓝⓐ Ⓥⓞⓖⓣ", "circled"),
    ("L\u200be\u200bn\u200ba V\u200bo\u200bg\u200bt", "invisible characters inside"),
    ("Le\u00adna Vo\u00adgt", "soft hyphens"),
    ("L\u0336e\u0336n\u0336a\u0336 V\u0336o\u0336g\u0336t", "struck through"),
    ("Lеnа Vоgt", "Cyrillic letters"),
]


@pytest.mark.parametrize(("name", "why"), NAMES, ids=[why for _, why in NAMES])
def test_a_disguised_name_is_found_at_its_place(name: str, why: str) -> None:
    assert found("PERSON", f"✨ Our patient {name} sends her regards. 💛") == [name], why


@settings(max_examples=80, deadline=None)
@given(
    before=st.sampled_from(["", "✨ ", "ﬃ ", "🇩🇪🇳🇱 ", "ßß ", "e\u0301 "]),
    name=st.sampled_from([name for name, _ in NAMES]),
    between=st.text(alphabet="\u200b\u00ad\u2060", max_size=3),
)
def test_a_span_is_exactly_the_name_whatever_stands_before(before: str, name: str, between: str) -> None:
    text = f"{before}Our patient {between}{name} is home after surgery."
    (hit,) = FINDER.find("PERSON", views(text))
    assert text[hit.span.start : hit.span.end].strip("\u200b\u00ad\u2060") == name
    assert hit.rows[0].cells["role"] == "patient"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Prayers needed. #PrayForLenaVogt", "#PrayForLenaVogt"),
        ("#prayforlenavogt she is still on the ventilator", "#prayforlenavogt"),
        ("duet with my client @lena.vogt_9 about her anxiety", "@lena.vogt_9"),
        ("@mrs_vogt your biopsy is back, call us.", "@mrs_vogt"),
        ("Hi L*n* V*gt, your root canal is booked.", "L*n* V*gt"),
        ("L3n4 V0gt is back on my psych unit.", "L3n4 V0gt"),
        ("Guess who: tgoV aneL is our patient again.", "tgoV aneL"),
        ("L e n a  V o g t had her surgery with us.", "L e n a  V o g t"),
        ("Mrs. V0g7 had her surgery with us.", "V0g7"),
        ("Br-nd-n V-gt had his surgery with us.", "Br-nd-n V-gt"),
        ("S_ndr_ V_gt had her surgery with us.", "S_ndr_ V_gt"),
        ("K.a.r.e.n V.o.g.t had her surgery with us.", "K.a.r.e.n V.o.g.t"),
        ("K_a_r_e_n had her surgery with us.", "K_a_r_e_n"),
        ("[K][a][r][e][n] had her surgery with us.", "[K][a][r][e][n]"),
        ("Kar🌸en Vo🌸gt had her surgery with us.", "Kar🌸en Vo🌸gt"),
        ("Mr. Karl Fern-\nholz had his surgery with us.", "Karl Fern-\nholz"),
        ("S2FyZW4gVm9ndA== had her surgery with us.", "S2FyZW4gVm9ndA=="),
        ("In rot13: Xnera Ibtg had her surgery with us.", "Xnera Ibtg"),
        ("Victor Oscar Golf Tango had her surgery with us.", "Victor Oscar Golf Tango"),
        ("\u202etgoV neraK\u202c had her surgery with us.", "\u202etgoV neraK\u202c"),
        ("&#75;aren &#86;ogt had her surgery with us.", "&#75;aren &#86;ogt"),
        ("%4Baren%20%56ogt had her surgery with us.", "%4Baren%20%56ogt"),
        ("#gokarensolbakk and her chemo", "#gokarensolbakk"),
        ("Prayers for #Karen #Solbakk and her chemo", "#Karen #Solbakk"),
        ("See karen_solbakk_biopsy_before.png", "karen_solbakk"),
        ("#K4r3nV0gt is still on the ventilator", "#K4r3nV0gt"),
        ("so my guy otto vogt got his trach out", "otto vogt"),
        ("who covers mrs vogt tonight? her hip is broken", "vogt"),
        ("Chart on 3 North: Vogt, L., asthma.", "Vogt, L"),
    ],
)
def test_a_name_is_found_in_every_dress(text: str, name: str) -> None:
    assert (name, "patient") in persons(text)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://clinic.example/patients/lena-vogt", "lena-vogt"),
        ("clinic.example/stories/%4Cena%20%56ogt-knee", "%4Cena%20%56ogt"),
        ("https://clinic.example/scan?patient=Lena", "Lena"),
        ("https://clinic.example/chart/jo%C3%A3o-martins/mri", "jo%C3%A3o-martins"),
        ("https://clinic.example/doctors/lena-vogt", None),
        ("https://clinic.example/stories/dr-lena-vogt", None),
        ("https://clinic.example/stories/heart-month", None),
    ],
)
def test_the_address_of_a_page_names_whom_it_is_about(address: str, name: str | None) -> None:
    link = [Normaliser(()).view(Field.plain(Part.LINK, address))]
    found = [address[one.span.start : one.span.end] for one in FINDER.find("PERSON", link)]
    assert found == ([] if name is None else [name])


@pytest.mark.parametrize(
    "text", ["Unsere Ärzt*innen beraten Sie.", "Jede*r Patient*in zählt.", "Liebe Kolleg*innen!"]
)
def test_a_gender_star_hides_nobody(text: str) -> None:
    assert not undone(text, text, int, KnownNames(Cues({})))


def test_our_own_handles_are_nobody() -> None:
    finder = recogniser(MODEL, STAFF, CUES, handles=["@Lena_Vogt_Clinic"])
    assert not persons("Tag @lena_vogt_clinic in your photo.", finder)
    assert persons("Tag @lena_vogt_clinic in your photo.")


def test_without_the_model_names_are_found_by_cues_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(model: str, texts: Sequence[str]) -> list[list[Entity]]:
        raise AssertionError

    monkeypatch.setattr(finder, "analyse", never)
    without = recogniser("no_such_model", Registers(), CUES, reads=ModelReads.OFF)
    assert persons("Our patient Lena Vogt is home.", without) == [("Lena Vogt", "patient")]


def test_thousands_of_names_lose_none() -> None:
    text = "Lena Vogt, " * 2_000
    assert len(FINDER.find("PERSON", views(text))) == 2_000


@pytest.mark.parametrize(
    "text",
    [
        "Unser Bus holt Sie zur Reha ab und bringt Sie wieder nach Hause.",
        "Ruil of leen nooit pillen van een ander en bel ons op tijd.",
        "Cas de la semaine : une femme de 45 ans, votre diagnostic ?",
    ],
)
def test_a_common_word_of_the_language_is_no_first_name(text: str) -> None:
    assert not persons(text)


def test_a_house_that_is_called_after_somebody_is_no_person() -> None:
    text = "Das Lena-Vogt-Haus, unsere neue Geriatrie, öffnet am Samstag."
    assert not persons(text)


def test_behind_a_title_a_common_word_is_a_name() -> None:
    assert persons("Herr Holt wurde gestern operiert und ist wieder zu Hause.") == [("Holt", "patient")]


def test_a_little_word_of_one_language_is_no_illness_of_another() -> None:
    text = "Sehr geehrte Frau Beck, danke für Ihre Bewerbung als MFA. Wir melden uns."
    assert ("Beck", "patient") not in persons(text)


def test_a_credential_is_no_name() -> None:
    text = "A visit with Jonah Pike, PA-C, a plan, and a check-in."
    assert [word for word, _ in persons(text)] == ["Jonah Pike"]


def test_loud_names_are_read_as_names() -> None:
    text = "Chart found on 3 West: VOGT, LENA. Please call us, MRS HOLLOWAY."
    assert [word for word, _ in persons(text)] == ["VOGT, LENA", "HOLLOWAY"]


def test_a_text_is_read_once_for_persons_places_and_dates(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counted(model: str, texts: Sequence[str]) -> list[list[Entity]]:
        read.extend(texts)
        return analyse(model, texts)

    monkeypatch.setattr(finder, "analyse", counted)
    post = views("On March 3, 2026 Lena Vogt moved to Denver.", "Photo: Tom Birch in Elk Falls")
    hits = {kind: FINDER.find(kind, post) for kind in KINDS}
    text = [view.field.text for view in post]
    words = {kind: [text[hit.field][hit.span.start : hit.span.end] for hit in hits[kind]] for kind in KINDS}
    assert words == {
        "PERSON": ["Lena Vogt", "Tom Birch"],
        "PLACE": ["Denver", "Elk Falls"],
        "DATE": ["March 3, 2026"],
    }
    assert [hit.rows[0].cells for hit in hits["DATE"]] == [{"kind": "DATE"}]
    assert FINDER.find("PERSON", post) is hits["PERSON"]
    assert sorted(read) == sorted(text)


def test_a_date_names_a_day_and_not_an_age() -> None:
    assert found("DATE", "She is 97 years old and was seen on 2026-03-14.") == ["2026-03-14"]


def test_a_text_without_the_shape_of_a_name_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(model: str, texts: Sequence[str]) -> list[list[Entity]]:
        raise AssertionError

    monkeypatch.setattr(finder, "analyse", never)
    quiet = views("Wash your hands. It helps.")
    assert not FINDER.find("PERSON", quiet)
    with pytest.raises(AssertionError):
        recogniser(MODEL, Registers(), CUES, reads=ModelReads.FULL).find("PERSON", quiet)


@pytest.mark.parametrize(
    "text",
    [
        "Our patient Lena Vogt is home after her surgery. Well done!",
        "Flu Clinic on Monday. #ThankYouNurses @StBrennan",
        "THE ICU TEAM says thanks",
        "Frau Vogt wurde gestern im Krankenhaus an der Hüfte operiert.",
    ],
)
def test_the_model_is_not_asked_where_cues_and_the_language_know_every_word(
    monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    def never(model: str, texts: Sequence[str]) -> list[list[Entity]]:
        raise AssertionError(texts)

    monkeypatch.setattr(finder, "analyse", never)
    assert FINDER.find("PERSON", views(text)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Yesterday we saw that Vastreth was home again after the surgery.",
        "We thank Rose Thomas for her visit.",
        "After her stroke Brindlemere came home.",
    ],
)
def test_the_model_is_asked_about_a_word_that_may_be_a_name(
    monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    asked: list[str] = []

    def noted(model: str, texts: Sequence[str]) -> list[list[Entity]]:
        asked.extend(texts)
        return analyse(model, texts)

    monkeypatch.setattr(finder, "analyse", noted)
    FINDER.find("PERSON", views(text))
    assert asked == [text]


def test_a_long_text_is_read_to_its_end() -> None:
    text = "Wash your hands and stay at home. " * 400 + "Our patient Lena Vogt sends her regards."
    assert ("Lena Vogt", "patient") in persons(text)


def test_other_languages_and_scripts_are_read_without_harm() -> None:
    for text in ("Мы встретили Ивана Петрова.", "我们的病人李娜回家了。", "", "\ud800 Lena", "\x00"):
        for kind in KINDS:
            FINDER.find(kind, views(text))


PIECES = [
    "Lena Vogt ",
    "Dr. Okafor ",
    "𝐋𝐞𝐧𝐚 ",
    "ﬃ",
    "ß",
    "🇩🇪",
    "\u200b",
    "VOGT, LENA ",
    "ⓁⒺⓃⒶ ",
    "2026-03-14 ",
    "#PrayForLenaVogt ",
    "@lena_vogt ",
    "@___ ",
    "L*n* V*gt ",
    "L3n4 V0gt ",
    "tgoV aneL ",
    "L e n a ",
    "our patient ",
    "gary from bed 9 ",
    "'s biopsy ",
    "Frau ",
    ", ",
]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(PIECES),
            st.text(max_size=4),
        ),
        max_size=10,
    ).map("".join)
)
def test_every_hit_lies_in_its_text(text: str) -> None:
    post = views(text)
    for kind in KINDS:
        hits = FINDER.find(kind, post)
        assert all(0 <= hit.span.start < hit.span.end <= len(text) for hit in hits)
        assert list(hits) == sorted(hits, key=lambda hit: (hit.field, hit.span))


def test_words_of_a_post_are_in_no_repr() -> None:
    finder = EntityFinder(MODEL, Registers(), CUES)
    hits = finder.find("PERSON", views("Our patient Lena Vogt sends her regards."))
    assert hits and "Lena" not in f"{hits!r} {finder!r}"
