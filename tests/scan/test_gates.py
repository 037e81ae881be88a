"""A gate may propose too much, never too little: every tier gives the hits of the plain pass."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialint import judge
from socialint.compiler import load_policy, ruleset, standings
from socialint.errors import UserError
from socialint.model.documents import Field, Part
from socialint.model.leaves import (
    Choice,
    Emoji,
    Entity,
    Gap,
    Hashtags,
    Item,
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
from socialint.model.views import View
from socialint.scan import Plan
from socialint.scan.factors import factors
from socialint.scan.gates import TIERS, choose, chosen
from socialint.scan.tables import named
from socialint.scan.words import vocabulary
from socialint.settings import ENGINE, Settings
from socialint.text import Normaliser, links


def installed(tier: str) -> bool:
    return tier not in PACKAGES or find_spec(PACKAGES[tier]) is not None


PACKAGES = {"hyperscan": "hyperscan", "re2": "re2"}
OTHERS = [
    pytest.param(tier, marks=pytest.mark.skipif(not installed(tier), reason="its package is not installed"))
    for tier in TIERS
    if tier != "plain"
]
REGISTERS = Registers(
    {
        "products": (Row("products", 0, {"name": "ZENTRAVA", "aliases": ("joint ease gummies", "x-ray")}),),
        "contacts": (
            Row("contacts", 0, {"kind": "phones", "value": "+1 (555) 010-0100"}),
            Row("contacts", 1, {"kind": "sites", "value": "https://clinic.example"}),
        ),
    }
)


def words(*texts: str, inflected: bool = False, upper: bool = False) -> Words:
    return Words((Terms("en", texts),), inflected=inflected, upper=upper)


def phrase(*items: Item) -> Phrases:
    return Phrases((Phrase("en", items),))


BUILT: Sequence[Leaf] = (
    words("cure", "kill", "weight loss", "skin", "kelvin", "straße", "café", "σίσυφος", "ılık", "don't", "100%"),
    words("suicid*", "anti-vax*", "weight loss*", "*", "#ad", "a", "b12", "covid-19", inflected=True),
    words("EARN", "FDA", upper=True),
    phrase(Literal("lose"), Gap(3), Literal("weight fast")),
    phrase(Choice(((Literal("ask"),), ())), Choice(((Literal("your gp"),), (Literal("a"), Literal("doc*")))), Gap()),
    phrase(Literal("i lost"), Numeral(), Choice(((Literal("pounds"),), (Literal("kg"),)))),
    phrase(Choice(((Gap(2), Literal("cure")), (Literal("heal"),))), Choice(((), (Literal("now"),)))),
    phrase(Numeral(), Gap(1)),
    *(Number(quantity) for quantity in Quantity),
    Hashtags(("ad", "spon*")), Mentions(("*",)), Links(("clinic.example",)), Emoji(()), Emoji(("💊", "❤️")),
    Pattern(r"\b\d{3}-\d{2}-\d{4}\b"), Pattern(r"I am|\p{Lu}\w+ly", original=True), Pattern(r"I (?:am|did)\b"),
    Pattern(r"(?<=#\w{1,9})[a-z]"), Pattern(r"\b[a-z]{3,}(?:itis|tinib)\b"), Pattern(r"skin(?!ny)|K2\b"),
    Pattern(r"#\w{2,30}(?:partner|collab)\b"), Pattern(r"\b(?:no|zero) (?:side[- ])?effects?\b", upper=True),
    Pattern(r"[Cc]ures? +(?:all)?(?(?=x)y|z)?"), Pattern(r"(?:(?:)|cure)"), Pattern(r"[\w.+-]+@[\w-]+\.[a-z]{2,}"),
    Wording("dshea", "This product isn’t intended to cure - any disease (see https://clinic.example)."),
    Registered("products"), Registered("contacts"),
    Listed(Table("diseases", ("name",), (Row("diseases", 0, {"name": ("pink eye", "flu", "ST-elevation")}),))),
)  # fmt: skip

PIECES = (
    "cure cures curing CURE weight loss weightloss weight-loss weigh tloss suicid suicidal antivax anti-vaxxer skin "
    "\u212aelvin kelvin straße STRASSE strasse café cafe\u0301 σίσυφος ΣΊΣΥΦΟΣ ılık ILIK ILIK İLİK don’t dont 100% EARN earn fda "
    "lose your weight fast ask a gp doctor doc i lost 30 kg pounds thirty twentymg 20mg 30lbs $5 5€ 95% ten percent "
    "healnow heal now #ad #sponsored #curescancer #weightlossjourney #xxpartner @clinic https://clinic.example/cure "
    "clinic.example (555) 010-0100 555.010.0100 123-45-6789 １２３-45-6789 ٣٠ 💊 ❤️ 👍🏽 arthritis imatinib no side effects "
    "NO EFFECTS I am ı am İ am Truly this product isn't intended to cure - any disease zentrava joint-ease gummies "
    "x-ray xray pink eye ST elevation flu b12 covid19 covid-19 ten-year-old aged 97 a dozen half a@b.de \u212a2 k2 skınny"
).split()
JOINTS = [
    " ",
    " ",
    " ",
    "",
    "-",
    "\n",
    "\u00a0",
    "\u202f",
    "\u200b",
    ", ",
    ". ",
    "’",
    "_",
    " — ",
    "🙂",
    "•",
    "\u00ad",
]
TWINS = {
    "k": "\u212a", "s": "ſ", "i": "ıİіｉ", "e": "еéè3€", "a": "аａ@ä", "o": "ο0о", "c": "с𝐜ⓒ", "u": "ü𝓾", "l": "1ⅼ", "t": "ｔ",
}  # fmt: skip


def mutated(text: str, chance: random.Random) -> str:
    """The text in other clothes: case, look-alikes, marks, invisible letters."""
    letters = []
    for letter in text:
        match chance.randrange(24):
            case 0:
                letter = chance.choice([letter.upper(), letter.swapcase(), letter.title()])
            case 1:
                letter = chance.choice(TWINS.get(letter.lower(), letter))
            case 2:
                letter += chance.choice(
                    ["\u0301", "\u0338", "\u200d", "\ufe0f", "\u200b", "\u2060", letter, "*"]
                )
            case 3 if letter == " ":
                letter = chance.choice(["\u00a0", "\u2009", "\n", "\t", "  ", "", "\u3000"])
        letters.append(letter)
    return "".join(letters)


def pieced(pieces: Sequence[str], chance: random.Random, most: int = 12) -> str:
    text = "".join(chance.choice(pieces) + chance.choice(JOINTS) for _ in range(chance.randint(1, most)))
    return mutated(text, chance) if chance.random() < 0.7 else text


def missed(tier: Plan, plain: Plan, views: Sequence[View]) -> Iterator[Leaf]:
    """The leaves of which the tier gives other hits than the plain pass."""
    through, everything = tier.scan(views), plain.scan(views)
    for leaf in plain.leaves:
        if everything.of(leaf) != through.of(leaf):
            yield leaf


def views_of(plan: Plan, texts: Sequence[str], normaliser: Normaliser) -> Sequence[View]:
    fields = [Field.plain(Part.BODY, text) for text in texts]
    return [normaliser.view(one) for body in fields for one in (body, *links(body))]


@cache
def built(tier: str) -> tuple[Plan, Normaliser]:
    plan = Plan.of(BUILT, REGISTERS, choose(tier))
    return plan, Normaliser(plan.vocabulary)


@pytest.mark.parametrize("tier", OTHERS)
@settings(max_examples=300, deadline=None)
@given(seed=st.integers(0, 2**32), noise=st.text(max_size=20))
def test_a_tier_gives_the_hits_of_the_plain_pass(tier: str, seed: int, noise: str) -> None:
    chance = random.Random(seed)
    plain, normaliser = built("plain")
    text = pieced(PIECES, chance) + noise
    assert not list(missed(built(tier)[0], plain, views_of(plain, [text], normaliser)))


@cache
def shipped() -> Sequence[Leaf]:
    policy = load_policy(Settings(root=Path("."), today=date(2026, 11, 21)))
    leaves = [leaf for rule in policy.rules for leaf in judge.Prepared(rule).leaves]
    leaves += [leaf for statement in policy.statements.values() for leaf in judge.leaves(statement)]
    leaves += [cue.leaf for cue in judge.single(policy.cues)]
    return [leaf for leaf in dict.fromkeys(leaves) if not isinstance(leaf, Entity)]


def own_words(leaves: Sequence[Leaf]) -> Iterator[str]:
    for leaf in leaves:
        if isinstance(leaf, Words | Phrases):
            yield from vocabulary(leaf)
        elif isinstance(leaf, Listed):
            yield from (text for text, _ in named(leaf.table.rows, leaf.table.columns))


@pytest.mark.parametrize("tier", OTHERS)
def test_a_tier_gives_the_hits_of_the_plain_pass_for_the_rules_that_are_shipped(
    tier: str,
) -> None:
    chance = random.Random(20261121)
    leaves = shipped()
    pieces = sorted(set(own_words(leaves)))
    plain, through = (Plan.of(leaves, Registers(), choose(name)) for name in ("plain", tier))
    normaliser = Normaliser(plain.vocabulary)
    for _ in range(40):
        texts = [pieced([*chance.sample(pieces, 40), *PIECES], chance, 30) for _ in range(2)]
        assert not list(missed(through, plain, views_of(plain, texts, normaliser)))


@pytest.mark.parametrize(
    ("expression", "needed"),
    [
        (r"\b(?:no|zero) side[- ]?effects?\b", [{"*no*", "*zero*"}, {"*side*"}, {"*effect*"}]),
        (r"\d{3}-\d\d", [{r"\d"}, {"-"}]),
        (r"ab+c{0,2}de?f", [{"*ab*"}]),
        (r"[$£]", [{"$", "\u0080"}]),
        (r"[$£]\d|(?:mg|ml)\b(?!x)", [{r"\d", "*mg*", "*ml*"}]),
        (r"cure(?!d)|", []),
        (r"(?:abc){e<=1}", []),
        (r"(?x) a b c", []),
        (r"(a)\1bcd", []),
        (r"(?(?=x)yy|zz)", []),
        (r"[[:alpha:]]bcd", []),
        (r"(?<=#\w{1,9})[a-z](?=ab|cd)(?!ef)", [{"#"}, {"*ab*", "*cd*"}]),
        ("\u017f\u212ain", [{"*in*"}]),
        (r"room\Kbed", [{"*room*"}, {"*bed*"}]),
    ],
)
def test_the_factors_of_an_expression_are_what_it_cannot_do_without(
    expression: str, needed: Sequence[set[str]]
) -> None:
    assert [set(one) for one in factors(expression)] == needed


def test_of_a_text_as_it_was_written_the_last_letter_may_have_got_a_mark() -> None:
    assert factors(r"\p{Lu}\w+ (?:School|Farm)", original=True) == (frozenset({"*schoo*", "*far*"}),)
    assert factors(r"#\d", original=True) == (frozenset({r"\d"}),)
    assert factors(r"[\u24B6-\u24E9] ?", original=True) == (frozenset({r"\N"}),)


@pytest.mark.parametrize("market", ["US", "UK", "DE"])
def test_few_probes_of_a_market_are_searched_for_in_every_post(market: str) -> None:
    # What no rule needs to be judged is searched for only where one holds.
    settings = Settings(root=Path("."), today=date(2026, 11, 21), markets=(market,))
    policy = load_policy(settings)
    made = ruleset(policy, standings(policy, settings), Registers())
    needed = frozenset().union(*(one for one in made.asked if not isinstance(one, str)))
    assert len(made.plan.index_of(needed).ungated) <= 10


def test_an_engine_that_there_is_not_is_said_with_the_next_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENGINE, "warp")
    with pytest.raises(UserError, match=r"(?s)no engine “warp”.*choose one of words, hyperscan, re2, plain"):
        Plan.of([], REGISTERS)


def test_an_engine_that_is_not_installed_is_said_with_the_next_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hyperscan", None)
    monkeypatch.delitem(sys.modules, "socialint.scan.gates.vectorscan", raising=False)
    with pytest.raises(UserError, match=r"(?s)“hyperscan”.*is not installed.*pip install hyperscan"):
        choose("hyperscan")


def test_the_environment_chooses_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ENGINE, raising=False)
    assert chosen() == "words"
    monkeypatch.setenv(ENGINE, "plain")
    assert choose() is choose("plain")
