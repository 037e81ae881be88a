"""Every leaf, operator and modifier becomes the type that the model has for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from socialint.model.language import (
    Adjacent,
    All,
    Any,
    Count,
    Distance,
    Expression,
    FactTest,
    Find,
    Gauge,
    Guard,
    Measure,
    Media,
    Metadata,
    Missing,
    Not,
    Place,
    Record,
    RecordKind,
    Region,
    Score,
    Unit,
    Use,
)
from socialint.model.language import Test as Asks
from socialint.model.leaves import (
    Emoji,
    Entity,
    Hashtags,
    Leaf,
    Links,
    Listed,
    Literal,
    Mentions,
    Number,
    Pattern,
    Phrase,
    Phrases,
    Quantity,
    Registered,
    Terms,
    Words,
)
from socialint.policy.expressions import HEADS
from tests.policy.house import matched


def words(*texts: str, language: str = "") -> Words:
    return Words((Terms(language, texts),))


LEAVES: list[tuple[str, Leaf]] = [
    ("{words: [cure, skinny jab*]}", words("cure", "skinny jab*")),
    ("{words: cure}", words("cure")),
    ("{words: [988, no, 2026-01-01, on, 1.10]}", words("988", "no", "2026-01-01", "on", "1.10")),
    ("{words: {en: [cure], de: heilt}}", Words((Terms("en", ("cure",)), Terms("de", ("heilt",))))),
    ("{words: [cure], inflected: true}", Words((Terms("", ("cure",)),), inflected=True)),
    ("{words: [EARN], case: upper}", Words((Terms("", ("EARN",)),), upper=True)),
    ("{phrases: in his own words}", Phrases((Phrase("", (Literal("in his own words"),)),))),
    ("{phrases: {de: [heilt alles]}}", Phrases((Phrase("de", (Literal("heilt alles"),)),))),
    ("{number: money}", Number(Quantity.MONEY)),
    ("{number: age, over: 89}", Number(Quantity.AGE, over=89)),
    ("{number: any, is: 2.5}", Number(Quantity.ANY, equals=2.5)),
    ("{pattern: 'a\\d'}", Pattern(r"a\d")),
    ("{pattern: '[A-Z]\\d', case: upper}", Pattern(r"[A-Z]\d", upper=True)),
    ("{hashtag: ['#Ad', sponsored]}", Hashtags(("ad", "sponsored"))),
    ("{mention: '*'}", Mentions(("*",))),
    ("{mention: ['@FDA']}", Mentions(("fda",))),
    ("{link: [fda.gov]}", Links(("fda.gov",))),
    ("{emoji: 💊}", Emoji(("💊",))),
    ("{emoji: '*'}", Emoji(())),
    ("{entity: PERSON}", Entity("PERSON")),
    ("{register: products}", Registered("products")),
    ("{register: products, by: generic}", Registered("products", "generic")),
]


@pytest.mark.parametrize(("match", "leaf"), LEAVES)
def test_a_leaf_is_read(match: str, leaf: Leaf, tmp_path: Path) -> None:
    found = matched(match, tmp_path)
    assert isinstance(found, Find)
    assert found.leaf == leaf


TESTS = [
    ("rx", Asks(one_of=("rx",))),
    ("510k", Asks(one_of=("510k",))),
    ("true", Asks(one_of=(True,))),
    ("40", Asks(one_of=(40,))),
    ("[rx, otc]", Asks(one_of=("rx", "otc"))),
    ("{not: rx}", Asks(one_of=("rx",), negate=True)),
    ("{not: [PMA, HDE], known: true}", Asks(one_of=("PMA", "HDE"), negate=True, known=True)),
    ("{over: 3}", Asks(over=3)),
    ("{over: 3, under: 5.5}", Asks(over=3, under=5.5)),
    ("{matches: '^a'}", Asks(matches="^a")),
    ("{has: children}", Asks(has="children")),
    ("{lacks: children, known: true}", Asks(lacks="children", known=True)),
    ("known", Asks(state=True)),
    ("unknown", Asks(state=False)),
    ("{known: false}", Asks(state=False)),
]


@pytest.mark.parametrize(("written", "asks"), TESTS)
def test_a_test_of_a_fact_is_read(written: str, asks: Asks, tmp_path: Path) -> None:
    found = matched(f"{{register: products, where: {{class: {written}}}}}", tmp_path)
    assert isinstance(found, Find)
    assert found.where == (FactTest("class", asks),)


def test_facts_of_post_and_media_are_read(tmp_path: Path) -> None:
    found = matched("{all: [{metadata: {paid: true}}, {media: {type: image, alt: unknown}}]}", tmp_path)
    assert isinstance(found, All)
    post, media = found.parts
    assert isinstance(post, Metadata)
    assert post.tests == (FactTest("paid", Asks(one_of=(True,))),)
    assert isinstance(media, Media)
    assert media.tests == (FactTest("type", Asks(one_of=("image",))), FactTest("alt", Asks(state=False)))


def test_a_record_is_read(tmp_path: Path) -> None:
    found = matched(
        "{all: [{entity: PERSON, as: person}, {record: consent, for: person, where: {scope: story}}]}",
        tmp_path,
    )
    assert isinstance(found, All)
    record = found.parts[1]
    assert isinstance(record, Record)
    assert record.record is RecordKind.CONSENT
    assert record.person == "person"
    assert record.where == (FactTest("scope", Asks(one_of=("story",))),)


def test_operators_are_read(tmp_path: Path) -> None:
    found = matched(
        "{then: [{use: disease}, {any: [{not: {words: a}}, {count: {words: b}, at-least: 3, distinct: true}]}, "
        "{measure: hashtags, over: 5}, {missing: disease}]}",
        tmp_path,
    )
    assert isinstance(found, All)
    assert found.ordered
    use, either, measure, missing = found.parts
    assert isinstance(use, Use)
    assert isinstance(either, Any)
    negated, count = either.parts
    assert isinstance(negated, Not)
    assert isinstance(count, Count)
    assert (count.at_least, count.at_most, count.distinct) == (3, None, True)
    assert isinstance(measure, Measure)
    assert (measure.gauge, measure.over) == (Gauge.HASHTAGS, 5)
    assert isinstance(missing, Missing)
    assert isinstance(missing.part, Use)


def test_a_signal_may_be_a_count_with_a_bound_of_its_own(tmp_path: Path) -> None:
    found = matched(
        "{score: {at-least: 2, signals: [{count: {words: a}, at-least: 1, at-most: 4, points: 2}, {words: b, at-most: 3}]}}",
        tmp_path,
    )
    assert isinstance(found, Score)
    counted, plain = found.signals
    assert isinstance(counted.part, Count)
    assert (counted.part.at_most, counted.points, counted.at_most) == (4, 2, None)
    assert (plain.points, plain.at_most) == (1, 3)


WITHIN = [
    ("clause", Distance(Unit.CLAUSE)),
    ("sentence", Distance(Unit.SENTENCE)),
    ("{sentences: 3}", Distance(Unit.SENTENCES, 3)),
    ("line", Distance(Unit.LINE)),
    ("{words: 8}", Distance(Unit.WORDS, 8)),
    ("field", Distance(Unit.FIELD)),
    ("post", Distance(Unit.POST)),
    ("thread", Distance(Unit.THREAD)),
]


@pytest.mark.parametrize(("written", "distance"), WITHIN)
def test_a_distance_is_read(written: str, distance: Distance, tmp_path: Path) -> None:
    assert matched(f"{{use: disease, within: {written}}}", tmp_path).within == distance


@pytest.mark.parametrize("place", [place for place in Place if place is not Place.FIRST])
def test_a_place_is_read(place: Place, tmp_path: Path) -> None:
    assert matched(f"{{words: a, in: {place}}}", tmp_path).regions == (Region(place),)


def test_a_list_of_places_means_any_of_them(tmp_path: Path) -> None:
    found = matched("{words: a, in: [title, {first: 20}]}", tmp_path)
    assert found.regions == (Region(Place.TITLE), Region(Place.FIRST, 20))


def test_guards_and_expressions_excuse(tmp_path: Path) -> None:
    found = matched("{words: a, unless: [negated, {use: disease, in: post}, asked]}", tmp_path)
    assert found.guards == {Guard.NEGATED, Guard.ASKED}
    (excuse,) = found.excuses
    assert isinstance(excuse, Use)
    assert matched("{words: a, unless: wording}", tmp_path).guards == {Guard.WORDING}


@pytest.mark.parametrize("head", ["words: a", "use: disease", "any: [{words: a}, {words: b}]", "number: age"])
def test_every_expression_carries_what_cancels_it_and_whom_it_identifies(head: str, tmp_path: Path) -> None:
    found = matched(f"{{{head}, phi: MRN, as: it, except: [a b, {{use: disease}}, a c]}}", tmp_path)
    assert found.identifies == "MRN"
    assert found.name == "it"
    plain, use = found.exceptions
    assert isinstance(plain, Find)
    assert plain.leaf == words("a b", "a c")
    assert isinstance(use, Use)


def test_phrases_with_and_without_concepts_are_one_of_several(tmp_path: Path) -> None:
    found = matched('{phrases: [ask now, "cures … {disease}", "{disease} ends"], as: it}', tmp_path)
    assert isinstance(found, Any)
    assert found.name == "it"
    plain, first, second = found.parts
    assert isinstance(plain, Find)
    assert isinstance(first, Adjacent)
    assert first.gaps == (6,)
    assert isinstance(second, Adjacent)
    assert second.gaps == (0,)
    assert isinstance(second.parts[0], Use)


def test_a_phrase_that_is_a_concept_alone_is_that_concept(tmp_path: Path) -> None:
    found = matched('{phrases: ["[my] {disease}"]}', tmp_path)
    assert isinstance(found, Any)
    kinds = {type(part) for part in found.parts}
    assert kinds == {Adjacent, Use}


def test_a_word_file_and_a_table_are_lists(tmp_path: Path) -> None:
    found = matched("{list: terms.txt}", tmp_path, terms_txt="# comment\nflu\n\n corona  virus\nflu\n")
    assert isinstance(found, Find)
    assert isinstance(found.leaf, Listed)
    assert [row.cells["term"] for row in found.leaf.table.rows] == ["flu", "corona virus"]
    found = matched("{list: terms.txt, language: de}", tmp_path, terms_txt="grippe\n")
    assert isinstance(found, Find)
    assert isinstance(found.leaf, Listed)
    assert found.leaf.language == "de"
    found = matched(
        "{list: cues.csv, as: cue, where: {points: {over: 1}}}",
        tmp_path,
        cues_csv='phrase,points,lang\n"act now, please",2,en\nhurry,0.5,\n',
    )
    assert isinstance(found, Find)
    assert isinstance(found.leaf, Listed)
    assert found.leaf.table.columns == ("phrase",)
    assert [dict(row.cells) for row in found.leaf.table.rows] == [
        {"phrase": "act now, please", "points": 2, "lang": "en"},
        {"phrase": "hurry", "points": 0.5},
    ]


def test_points_may_come_from_a_table(tmp_path: Path) -> None:
    found = matched(
        "{score: {at-least: 3, signals: [{list: cues.csv, points: weight, at-most: 6, as: cues}]}}",
        tmp_path,
        cues_csv="phrase,weight\nhurry,2\n",
    )
    assert isinstance(found, Score)
    (signal,) = found.signals
    assert (signal.column, signal.at_most, signal.part.name) == ("weight", 6, "cues")


def test_two_rules_that_name_one_file_share_its_table(tmp_path: Path) -> None:
    found = matched("{any: [{list: a.txt}, {list: a.txt}]}", tmp_path, a_txt="flu\n")
    assert isinstance(found, Any)
    one, other = found.parts
    assert isinstance(one, Find)
    assert isinstance(other, Find)
    assert one.leaf == other.leaf


def test_every_head_has_a_line_in_the_docs() -> None:
    assert all(head["about"] and head["keys"][0].required for head in HEADS.values())


def test_marks_lead_to_the_place_in_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found: Expression = matched("{all: [{words: a}, {words: b}]}", tmp_path)
    assert isinstance(found, All)
    assert (found.parts[1].mark.path, found.parts[1].mark.line, found.parts[1].mark.column) == (
        "house.yaml",
        14,
        29,
    )
