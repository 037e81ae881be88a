"""One pass over a text gives the hits of every leaf, at its original characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint.model.documents import Field, Part
from socialint.model.leaves import (
    Cells,
    Choice,
    Emoji,
    Gap,
    Hashtags,
    Leaf,
    Links,
    Listed,
    Literal,
    Mentions,
    Number,
    Numeral,
    Pattern,
    Phrase,
    Phrases,
    Quantity,
    Registered,
    Row,
    Table,
    Terms,
    Wording,
    Words,
)
from socialint.model.records import Registers
from socialint.scan import Plan
from socialint.text import Normaliser, links

ZENTRAVA = Row(
    "products", 0, {"name": "ZENTRAVA", "generic": "melvocept", "risks": ("infection", "liver injury")}
)
JOINTEASE = Row("products", 1, {"name": "JointEase", "aliases": ("joint ease gummies",)})
CLINIC_LINE = Row("contacts", 0, {"kind": "phones", "value": "+1 (555) 010-0100"})
REGISTERS = Registers({"products": (ZENTRAVA, JOINTEASE), "contacts": (CLINIC_LINE,)})


def words(*texts: str, language: str = "", inflected: bool = False, upper: bool = False) -> Words:
    return Words((Terms(language, texts),), inflected=inflected, upper=upper)


def phrase(*items: object, language: str = "en") -> Phrases:
    return Phrases((Phrase(language, items),))  # type: ignore[arg-type]


def found(leaf: Leaf, text: str) -> list[str]:
    """The original characters of every hit of the leaf in a post of this text."""
    plan = Plan.of([leaf], REGISTERS)
    body = Field.plain(Part.BODY, text)
    normaliser = Normaliser(plan.vocabulary)
    fields = [body, *links(body)]
    hits = plan.scan([normaliser.view(one) for one in fields]).of(leaf)
    wanted = Part.LINK if isinstance(leaf, Links) else Part.BODY
    return [
        fields[hit.field].text[hit.span.start : hit.span.end]
        for hit in hits
        if fields[hit.field].part is wanted
    ]


@pytest.mark.parametrize(
    ("leaf", "text", "expected"),
    [
        (words("cure"), "A CURE, secured. Cures!", ["CURE"]),
        (words("cure", inflected=True), "Cures, cured; curing. Secured.", ["Cures", "cured", "curing"]),
        (words("weight loss"), "weight-loss, Weight\nloss and weightloss", ["weight-loss", "Weight\nloss", "weightloss"]),
        (words("weight loss"), "weight.\n\nloss", []),
        (words("may be"), "maybe it may be", ["may be"]),
        (words("*salbe"), "Salbe, Rückenschmerzsalbe, Salben, salbei", ["Salbe", "Rückenschmerzsalbe"]),
        (words("*schmerz*"), "Zahnschmerzen, schmerzhaft, Scherz", ["Zahnschmerzen", "schmerzhaft"]),
        (words("suicid*"), "suicidal ideas, suicide", ["suicidal", "suicide"]),
        (words("miracle", "miracle cure"), "a miracle cure", ["miracle cure"]),
        (words("EARN", upper=True), "EARN money, earn trust", ["EARN"]),
        (words("100%", "#ad"), "100% safe #ad #adventure", ["100%", "#ad"]),
        (words("don't"), "Don’t worry", ["Don’t"]),
        (words("cures"), "It ｃｕｒｅｓ, it 𝐜𝐮𝐫𝐞𝐬, it c\u200bures", ["ｃｕｒｅｓ", "𝐜𝐮𝐫𝐞𝐬", "c\u200bures"]),
        (words("patient"), "our patient's room", ["patient"]),
        (words("cure"), "see https://cure.example/cure for more", []),
        (words("cures", "cancer"), "Try it #curescancer", ["cures", "cancer"]),
    ],
)  # fmt: skip
def test_words(leaf: Leaf, text: str, expected: list[str]) -> None:
    assert found(leaf, text) == expected


@pytest.mark.parametrize(
    ("verb", "text", "expected"),
    [
        ("anmelden", "Melden Sie sich noch heute an!", ["Melden"]),
        ("abnehmen", "So nehmen Sie ab mit unserem Tee.", ["nehmen"]),
        ("abnehmen", "Du nimmst 5 kg in vier Wochen ab 👉 Link", ["nimmst"]),
        ("abnehmen", "Wir nehmen Ihre Anrufe ab 8 Uhr entgegen.", []),
        ("abnehmen", "Nehmen Sie Platz. Es geht auf und ab.", []),
        ("ausheilen", "Wir heilen Ihre Arthrose vollständig aus und beraten Sie.", ["heilen"]),
    ],
)  # fmt: skip
def test_a_separable_verb_is_found_where_its_prefix_follows(
    verb: str, text: str, expected: list[str]
) -> None:
    assert found(words(verb, language="de", inflected=True), text) == expected


@pytest.mark.parametrize(
    ("verb", "text", "expected"),
    [
        ("aanvragen", "Vraag je recept vandaag nog aan via onze site", ["Vraag"]),
        ("aanmelden", "Meld je aan voor de cursus", ["Meld"]),
        ("afvallen", "Zo val je 10 kilo af!", ["val"]),
        ("aanvragen", "Vraag je arts om raad. De praktijk sluit aan het eind van de dag", []),
    ],
)
def test_so_is_a_dutch_one(verb: str, text: str, expected: list[str]) -> None:
    assert found(words(verb, language="nl", inflected=True), text) == expected


@pytest.mark.parametrize(
    ("leaf", "expected"),
    [
        (phrase(Literal("contre l'"), Literal("arthrose"), language="fr"), ["contre l’arthrose"]),
        (words("il soulage", language="fr"), ["il soulage"]),
        (words("arthrose", "efficacité", language="fr"), ["arthrose", "efficacité"]),
    ],
)
def test_a_word_that_leans_on_the_next_ends_where_that_begins(leaf: Leaf, expected: list[str]) -> None:
    assert found(leaf, "On dit qu’il soulage contre l’arthrose, et l’efficacité est là") == expected


ASK = phrase(
    Literal("ask your"), Choice(((Literal("doctor"),), (Literal("gp"),))), Choice(((Literal("today"),), ())),
    Literal("about"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("leaf", "text", "expected"),
    [
        (ASK, "Ask your doctor about it.", ["Ask your doctor about"]),
        (ASK, "Ask your GP today  about it.", ["Ask your GP today  about"]),
        (ASK, "Ask your doctors about it.", []),
        (phrase(Literal("supports"), Gap(), Literal("joints")), "Supports strong, healthy joints.", ["Supports strong, healthy joints"]),
        (phrase(Literal("supports"), Gap(), Literal("joints")), "It supports you. Happy joints.", []),
        (phrase(Literal("supports"), Gap(), Literal("joints")), "supports a b c d e f g joints", []),
        (phrase(Literal("lost"), Numeral(), Literal("pounds")), "I lost 30 pounds; she lost twenty-five pounds", ["lost 30 pounds", "lost twenty-five pounds"]),
        (phrase(Literal("saved my life")), "“saved my life”, she said", ["saved my life"]),
    ],
)  # fmt: skip
def test_phrases(leaf: Leaf, text: str, expected: list[str]) -> None:
    assert found(leaf, text) == expected


@pytest.mark.parametrize(
    ("leaf", "text", "expected"),
    [
        (Number(Quantity.MONEY), "From $1,200 or 99 euros, 5 visits", ["$1,200", "99 euros"]),
        (Number(Quantity.MONEY, over=1000), "From $1,200 or $99", ["$1,200"]),
        (Number(Quantity.MONEY), "EARN $1200!", ["$1200"]),
        (Number(Quantity.PERCENT), "95% of them, ten percent", ["95%", "ten percent"]),
        (Number(Quantity.AGE, over=89), "a 97-year-old and a 60 year old", ["97-year-old"]),
        (Number(Quantity.AGE), "She turned 91. Her 104th birthday!", ["turned 91", "104th birthday"]),
        (Number(Quantity.WEIGHT), "lost 30 lbs", ["30 lbs"]),
        (Number(Quantity.DURATION), "in two weeks", ["two weeks"]),
        (Number(Quantity.DOSE), "take 500 mg", ["500 mg"]),
        (Number(Quantity.YEAR), "In 2023, room 2043-B", ["2023"]),
        (Number(Quantity.PEOPLE, over=100), "312 babies and 3 patients", ["312 babies"]),
    ],
)  # fmt: skip
def test_numbers(leaf: Leaf, text: str, expected: list[str]) -> None:
    assert found(leaf, text) == expected


@pytest.mark.parametrize(
    ("leaf", "text", "expected"),
    [
        (Pattern(r"\b\d{3}-\d{2}-\d{4}\b"), "SSN 123-45-6789", ["123-45-6789"]),
        (Pattern(r"\b\d{3}-\d{2}-\d{4}\b"), "SSN １２３‑45‑6789", ["１２３‑45‑6789"]),
        (Hashtags(("ad", "spon*")), "#Ad #sponsored #adventure", ["#Ad", "#sponsored"]),
        (Hashtags(("*",)), "#One and # two, a#b", ["#One"]),
        (Mentions(("riversidehealth",)), "thanks @RiversideHealth and @other", ["@RiversideHealth"]),
        (Links(("clinic.example",)), "see https://www.clinic.example/a and https://other.example", ["https://www.clinic.example/a"]),
        (Emoji(("💰", "🤑")), "EARN 💰💰", ["💰", "💰"]),
        (Emoji(()), "ok 👍🏽 9 #1", ["👍🏽"]),
        (Wording("dshea", "This product is not intended to cure any disease."), "THIS product is  not intended\nto cure any disease.", ["THIS product is  not intended\nto cure any disease."]),
    ],
)  # fmt: skip
def test_marks_and_patterns(leaf: Leaf, text: str, expected: list[str]) -> None:
    assert found(leaf, text) == expected or (
        isinstance(leaf, Emoji) and found(leaf, text)[0][0] == expected[0][0]
    )


def test_a_row_is_found_by_any_of_its_names() -> None:
    leaf = Registered("products")
    text = "Zentrava (melvocept) and Joint-Ease gummies"
    assert found(leaf, text) == ["Zentrava", "melvocept", "Joint-Ease gummies"]


def test_a_telephone_number_is_found_however_it_is_written() -> None:
    assert found(Registered("contacts"), "Call (555) 010-0100 or 555.010.0100, not 555-010-0199") == [
        "(555) 010-0100",
        "555.010.0100",
    ]


def test_the_words_of_a_cell_know_their_row() -> None:
    plan = Plan.of([Cells("products", "risks")], REGISTERS)
    view = Normaliser(()).view(Field.plain(Part.BODY, "Infections may occur."))
    (hit,) = plan.scan([view]).of(Cells("products", "risks"))
    assert hit.rows == (ZENTRAVA,)


def test_a_table_of_ten_thousand_terms_is_searched_as_one() -> None:
    rows = [Row("conditions", n, {"name": f"condition{n} syndrome"}) for n in range(10_000)]
    leaf = Listed(Table("conditions", ("name",), rows))
    assert found(leaf, "She has condition4711 syndrome.") == ["condition4711 syndrome"]


def test_a_word_of_a_list_knows_the_language_of_the_list() -> None:
    leaf = Listed(Table("illnesses", ("term",), (Row("illnesses", 0, {"term": "brand"}),)), "de")
    (hit,) = (
        Plan.of([leaf], Registers()).scan([Normaliser(()).view(Field.plain(Part.BODY, "Brand"))]).of(leaf)
    )
    assert hit.language == "de"


def test_a_pattern_that_runs_away_is_stopped_and_the_others_report() -> None:
    runaway, good = Pattern(r"(?:a|a)+$"), words("cure")
    plan = Plan.of([runaway, good], Registers())
    text = "a" * 60 + "b cure"
    hits = plan.scan([Normaliser(()).view(Field.plain(Part.BODY, text))])
    assert not hits.of(runaway)
    assert len(hits.of(good)) == 1
    assert hits.timed_out == {runaway}


@given(st.text(max_size=80))
def test_every_hit_lies_inside_its_field(text: str) -> None:
    leaf = words("a", "cure", "e", inflected=True)
    for original in found(leaf, text + " cure"):
        assert original
