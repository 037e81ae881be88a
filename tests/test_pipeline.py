"""The whole run, from a document to findings: what is counted, what is unread, what is masked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from socialint import readers
from socialint.discover import discover
from socialint.linter import Linter, Outcome
from socialint.model.context import Organisation
from socialint.model.documents import Source, UnreadKind
from socialint.pipeline import InForce, prepare, run
from socialint.readers import read
from socialint.settings import Settings
from tests.readers.pictures.test_picture import drawn

SETTINGS = Settings(root=Path("."), today=date(2026, 11, 21), organisation=Organisation("clinic"))


@pytest.fixture(scope="module")
def linter() -> Linter:
    return prepare(SETTINGS)


def check(linter: Linter, *records: Mapping[str, object]) -> Outcome:
    return linter.check(read(Source("posts.json", json.dumps(records, ensure_ascii=False).encode())))


def test_a_number_of_a_person_is_shown_as_its_kind_whatever_rule_speaks(linter: Linter) -> None:
    post = {"text": "Our tea cures cancer, guaranteed! Chart MRN 00482913 proves it, order now."}
    results = check(linter, post).findings
    assert {one.category.value for one in results} >= {"phi", "claims"}
    for one in results:
        assert "00482913" not in repr(one)
        assert "0048" not in one.message + one.excerpt + one.sentence


def test_an_id_that_is_a_patients_number_is_not_printed(linter: Linter) -> None:
    bad = {"text": "Our tea cures cancer, guaranteed! Order now."}
    (first, *_) = check(linter, {**bad, "id": "MRN 00482913"}).findings
    assert first.post == "record 1"
    (other, *_) = check(linter, {**bad, "id": "2026-110045"}).findings
    assert other.post == "2026-110045"


def test_without_the_privacy_rules_only_the_matched_words_are_shown() -> None:
    linter = prepare(replace(SETTINGS, ignore=("phi",)))
    results = check(linter, {"text": "MRN 00482913: our tea cures Maria's cancer, order now."}).findings
    assert results
    for one in results:
        assert "00482913" not in one.message + one.excerpt + one.sentence
        assert "Maria" not in one.message + one.excerpt + one.sentence


def test_what_a_post_says_of_itself_is_believed_and_counted(linter: Linter) -> None:
    text = "Our tea cures cancer, guaranteed! Order now."
    public = check(linter, {"text": text})
    doctors = check(linter, {"text": text, "post_type": "job"})
    assert len(doctors.findings) <= len(public.findings)
    strict = prepare(replace(SETTINGS, trust_metadata=()))
    assert len(check(strict, {"text": text, "audience": "hcp"}).findings) == len(public.findings)


@pytest.mark.parametrize(
    ("metadata", "key"),
    [
        ({"audience": "everybody"}, "audience"),
        ({"publish_at": "some day"}, "publish_at"),
        ({"post_type": "poem"}, "post_type"),
        ({"market": "FR"}, "market"),
        ({"paid": "perhaps"}, "paid"),
    ],
)
def test_a_known_key_with_a_senseless_value_is_unread(
    linter: Linter, metadata: dict[str, object], key: str
) -> None:
    unread = check(linter, {"text": "Open on Sunday.", **metadata}).unread
    assert [(one.kind, one.part) for one in unread if one.kind is UnreadKind.METADATA] == [
        (UnreadKind.METADATA, key)
    ]


def test_a_short_post_in_belgium_is_read_in_the_language_it_looks_most_like() -> None:
    linter = prepare(replace(SETTINGS, markets=("BE",)))
    mention = "Ceci est un médicament. Lisez attentivement la notice."
    dutch, french = (
        check(linter, {"text": f"{claim} {mention}"}).findings
        for claim in ("Neusspray helpt tegen een verstopte neus.", "Sirop contre la toux.")
    )
    assert [one.rule for one in dutch] == ["be-otc-verplichte-vermelding"]
    assert not french


def test_a_post_may_narrow_a_union_to_one_of_its_members() -> None:
    union = prepare(replace(SETTINGS, markets=("EU",)))
    text = "Mr Kovacs is back home after his stroke, well done team!"
    rules = [
        {one.rule for one in check(union, {"text": text, "market": one}).findings} for one in ("ES", "DE")
    ]
    assert "eu-health-data-disclosed" in rules[0]
    assert "eu-health-data-disclosed" not in rules[1]


def test_a_language_that_no_rule_speaks_is_unread(linter: Linter) -> None:
    polish = "Nasza przychodnia jest otwarta codziennie, a nasi lekarze z przyjemnością czekają na państwa."
    assert [one.kind for one in check(linter, {"text": polish}).unread] == [UnreadKind.LANGUAGE]
    assert not check(linter, {"text": "Gracias! See you on Sunday at the clinic."}).unread


POLISH = "Nasza przychodnia jest otwarta codziennie, a nasi lekarze z przyjemnością czekają na państwa."


OPEN = "We are open on Sunday from nine to three, and our nurses will be there for you and your family at all of the clinics."


@pytest.mark.parametrize(
    ("post", "unread"),
    [
        ({"text": OPEN, "first_comment": POLISH}, ["first_comment"]),
        ({"text": OPEN, "title": POLISH, "first_comment": POLISH}, ["title", "first_comment"]),
        ({"text": POLISH, "language": "en"}, ["body"]),
        ({"text": POLISH, "first_comment": POLISH}, [""]),
        ({"text": OPEN, "first_comment": "Dziękujemy!"}, []),
        ({"text": OPEN, "in_reply_to": POLISH}, []),
    ],
)  # fmt: skip
def test_a_field_in_a_language_that_no_rule_speaks_is_unread(
    linter: Linter, post: dict[str, object], unread: list[str]
) -> None:
    found = [one.part for one in check(linter, post).unread if one.kind is UnreadKind.LANGUAGE]
    assert sorted(found) == sorted(unread)


@pytest.mark.parametrize(
    ("said", "told"),
    [("2026-11-30T09:00:00Z", 0), ("30 November 2026", 0), ("03/04/2027", 1), ("next Friday", 1)],
)
def test_a_day_that_cannot_be_told_is_said_and_not_guessed(linter: Linter, said: str, told: int) -> None:
    unread = check(linter, {"text": "Open on Sunday.", "publish_at": said}).unread
    assert [one.part for one in unread if one.kind is UnreadKind.METADATA] == ["publish_at"] * told


def test_a_picture_whose_words_were_not_read_is_listed(linter: Linter) -> None:
    picture = {"type": "image", "alt": "A nurse smiles", "source": "staff"}
    unread = check(linter, {"text": "Open on Sunday.", "media": [picture]}).unread
    assert [one.kind for one in unread] == [UnreadKind.IMAGE_TEXT]
    read_picture = {**picture, "text": "Open on Sunday"}
    assert not check(linter, {"text": "Open on Sunday.", "media": [read_picture]}).unread


def test_fingerprints_are_unique_and_do_not_move_with_the_rows(linter: Linter) -> None:
    bad = {"text": "Our tea cures cancer, guaranteed! Order now. It cures diabetes, order now."}
    alone = check(linter, bad).findings
    later = check(linter, {"text": "Open on Sunday."}, bad).findings
    prints = [one.fingerprint for one in alone]
    assert prints == [one.fingerprint for one in later]
    assert len(set(prints)) == len(prints)


def test_two_posts_with_the_same_words_or_id_are_told_apart(linter: Linter) -> None:
    bad = {"text": "Our tea cures cancer, guaranteed! Order now."}
    for posts in ([bad, bad], [{**bad, "id": "1"}, {**bad, "id": "1"}]):
        prints = [one.fingerprint for one in check(linter, *posts).findings]
        assert len(set(prints)) == len(prints)


def test_a_post_for_several_channels_is_cut_at_the_shortest_fold(linter: Linter) -> None:
    text = "This brace helped my wrist so much that I wear it to work every day. " * 4 + "#ad"
    both = check(linter, {"text": text, "paid": True, "channel": ["x", "instagram"]}).findings
    assert "us-ftc-disclosure-placement" in {one.rule for one in both}


def test_the_same_input_gives_the_same_findings(linter: Linter) -> None:
    record = {"text": "Our tea cures cancer, guaranteed! Order now. MRN 00482913"}
    again = prepare(SETTINGS)
    assert check(linter, record).findings == check(again, record).findings


def test_a_picture_is_judged_with_the_draft_that_shows_it_and_never_twice(tmp_path: Path) -> None:
    drawn("Our tea cures cancer").save(tmp_path / "cup.png")
    drawn("Our tea cures cancer").save(tmp_path / "other.png")
    (tmp_path / "tea.md").write_text("Our tea\n\n![A cup](cup.png)\n")
    settings = replace(SETTINGS, root=tmp_path)
    found = discover([str(tmp_path)], root=tmp_path, refusal=readers.refusal)
    report = run(InForce(settings, cached=False), found)
    assert {one.path for one in report.findings if "cures cancer" in one.message} == {"tea.md", "other.png"}
    assert [one.path for one in report.coverage.read] == ["cup.png", "other.png", "tea.md"]
