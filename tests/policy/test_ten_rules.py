"""The ten rules of the rule language are read into what they say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]  # it ships no types
import pytest

from socialint.model.language import (
    Adjacent,
    All,
    Any,
    Distance,
    Fact,
    FactTest,
    Find,
    Guard,
    Missing,
    Place,
    Reason,
    Record,
    RecordKind,
    Region,
    Score,
    Term,
    Unit,
    Use,
)
from socialint.model.language import Test as Asks
from socialint.model.leaves import (
    Choice,
    Emoji,
    Entity,
    Literal,
    Number,
    Phrase,
    Phrases,
    Quantity,
    Registered,
    Terms,
    Words,
)
from socialint.model.policy import Confidence, FixKind, FixRecipe, Policy, Rule, Severity
from socialint.policy import load, rules_schema
from socialint.schema import parse, plain

FILE = Path(__file__).parent / "ten_rules.yaml"


@pytest.fixture(scope="module")
def policy() -> Policy:
    return load([], house=[FILE], version="1.0")


@pytest.fixture(scope="module")
def rules(policy: Policy) -> dict[str, Rule]:
    return {rule.id: rule for rule in policy.rules}


def test_all_ten_are_there_in_order_of_their_ids(policy: Policy) -> None:
    ids = [rule.id for rule in policy.rules]
    assert len(ids) == 10
    assert ids == sorted(ids)


def test_phrases_and_a_guard(rules: dict[str, Rule]) -> None:
    match = rules["suicide-wording"].match
    assert isinstance(match, Find)
    assert match.guards == {Guard.WORDING}
    assert match.leaf == Phrases(
        (
            Phrase(
                "",
                (
                    Choice(((Literal("commit"),), (Literal("commits"),), (Literal("committed"),))),
                    Literal("suicide"),
                ),
            ),
            Phrase("", (Choice(((Literal("failed"),), (Literal("successful"),))), Literal("suicide"))),
        )
    )


def test_something_missing(rules: dict[str, Rule]) -> None:
    match = rules["suicide-no-crisis-line"].match
    assert isinstance(match, All)
    assert match.within == Distance(Unit.POST)
    found, missing = match.parts
    assert isinstance(found, Use)
    assert found.concept == "suicide"
    assert isinstance(missing, Missing)
    assert isinstance(missing.part, Use)
    assert isinstance(missing.part.part, Find)
    assert missing.part.part.leaf == Words((Terms("", ("988", "741741", "116 123")),))


def test_two_ideas_near_one_another(rules: dict[str, Rule]) -> None:
    match = rules["vaccine-myth"].match
    assert isinstance(match, All)
    assert match.within == Distance(Unit.WORDS, 12)
    assert match.guards == {Guard.NEGATED, Guard.CORRECTED}


def test_where_it_stands_and_how_it_looks(rules: dict[str, Rule]) -> None:
    match = rules["trial-payment-first"].match
    assert isinstance(match, All)
    first = match.parts[1]
    assert isinstance(first, Any)
    money, words, emoji = first.parts
    assert isinstance(money, Find)
    assert money.leaf == Number(Quantity.MONEY)
    assert money.regions == (Region(Place.HEADLINE),)
    assert isinstance(words, Find)
    assert words.leaf == Words((Terms("", ("earn", "get paid")),), upper=True)
    assert isinstance(emoji, Find)
    assert emoji.leaf == Emoji(("💰", "🤑"))


def test_the_case_decides_how_bad_it_is(rules: dict[str, Rule]) -> None:
    rule = rules["uk-prescription-medicine"]
    match = rule.match
    assert isinstance(match, Use)
    (excuse,) = match.excuses
    assert excuse.regions == (Region(Place.POST),)
    medicine = match.part
    assert isinstance(medicine, Find)
    (exception,) = medicine.exceptions
    assert isinstance(exception, Find)
    assert exception.leaf == Words((Terms("", ("viagra connect",)),))
    (case,) = rule.cases
    assert isinstance(case.when, Use)
    assert case.severity is Severity.CRITICAL
    assert rule.applies.audience
    assert rule.applies.audience.values == {"public"}


def test_prescribed_words(rules: dict[str, Rule], policy: Policy) -> None:
    rule = rules["us-dshea-disclaimer"]
    match = rule.match
    assert isinstance(match, All)
    claim, missing = match.parts
    assert isinstance(claim, Adjacent)
    assert claim.gaps == (6,)
    assert isinstance(claim.parts[1], Use)
    assert isinstance(missing, Missing)
    assert len(policy.statements[missing.statement].texts) == 2
    (case,) = rule.cases
    assert case.reasons == {Reason.ALTERED}
    assert case.fix == FixRecipe(FixKind.REPLACE_STATEMENT, missing.statement, safe=True)


def test_a_law_that_changed(rules: dict[str, Rule], policy: Policy) -> None:
    match = rules["de-otc"].match
    assert isinstance(match, All)
    missing = match.parts[2]
    assert isinstance(missing, Missing)
    statement = policy.statements[missing.statement]
    assert [(text.language, text.since, text.until) for text in statement.texts] == [
        ("de", date(2023, 12, 27), None),
        ("de", None, date(2023, 12, 26)),
    ]
    example = rules["de-otc"].good[0]
    assert example.record["publish_at"] == "2023-06-01"
    assert example.record["language"] == "de"


def test_which_product_is_meant(rules: dict[str, Rule]) -> None:
    rule = rules["us-device-approved"]
    match = rule.match
    assert isinstance(match, All)
    product = match.parts[1]
    assert isinstance(product, Find)
    assert product.leaf == Registered("products")
    assert product.nearest
    assert product.name == "device"
    assert product.where == (
        FactTest("class", Asks(one_of=("device",))),
        FactTest("path", Asks(one_of=("PMA", "HDE"), negate=True)),
    )
    when = rule.cases[0].when
    assert isinstance(when, Fact)
    assert when.tests == (FactTest("device.path", Asks(one_of=("510k",))),)


def test_each_product_its_own_risk(rules: dict[str, Rule]) -> None:
    rule = rules["us-rx-risk-omission"]
    match = rule.match
    assert isinstance(match, All)
    missing = match.parts[2]
    assert isinstance(missing, Missing)
    assert missing.regions == (Region(Place.VISIBLE),)
    assert isinstance(missing.part, Term)
    assert (missing.part.binding, missing.part.column) == ("drug", "risks")
    products = rule.fixtures["products"]
    assert products[0].cells["boxed_warning"] is True
    assert products[0].cells["indications"] == ("psoriasis",)
    assert rule.bad[0].severity is Severity.HIGH


def test_evidence_that_adds_up(rules: dict[str, Rule]) -> None:
    match = rules["patient-story-consent"].match
    assert isinstance(match, All)
    score, missing = match.parts
    assert isinstance(score, Score)
    assert score.at_least == 3
    assert [signal.points for signal in score.signals] == [2, 1, 1, -5]
    assert [signal.part.name for signal in score.signals] == ["story", "person", "care", ""]
    person = score.signals[1].part
    assert isinstance(person, Find)
    assert person.leaf == Entity("PERSON")
    assert isinstance(missing, Missing)
    assert isinstance(missing.part, Record)
    assert missing.part.record is RecordKind.CONSENT


def test_a_rule_that_names_no_confidence_is_sure(rules: dict[str, Rule]) -> None:
    assert rules["vaccine-myth"].confidence is Confidence.HIGH


def test_one_concept_is_one_object_for_all_rules(tmp_path: Path) -> None:
    text = (
        FILE.read_text(encoding="utf-8")
        .replace(
            'match: {phrases: ["(commit|commits|committed) suicide"',
            'match: {any: [{use: suicide}, {phrases: ["(commit|commits|committed) suicide"',
        )
        .replace('"(failed|successful) suicide"], unless', '"(failed|successful) suicide"]}], unless')
    )
    (tmp_path / "ten.yaml").write_text(text, encoding="utf-8")
    rules = {rule.id: rule for rule in load([], house=[tmp_path / "ten.yaml"], version="1").rules}
    one, other = rules["suicide-wording"].match, rules["suicide-no-crisis-line"].match
    assert isinstance(one, Any)
    assert isinstance(other, All)
    first, second = one.parts[0], other.parts[0]
    assert isinstance(first, Use)
    assert isinstance(second, Use)
    assert first.part is second.part


def test_the_json_schema_takes_the_ten_rules() -> None:
    schema = rules_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(plain(parse(FILE.read_text(encoding="utf-8"))))
