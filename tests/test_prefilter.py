"""A post that the prefilter passes over has no finding, and nothing else is said of it."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialint import readers
from socialint.linter import Linter, Outcome, Share
from socialint.model.documents import Document, Post, Source
from socialint.model.rows import Glance, Rows
from socialint.pipeline import prepare
from socialint.prefilter import Prefilter
from socialint.settings import Settings
from socialint.text import Normaliser

MATCHES = {
    "words": {"words": ["cure", "weight loss", "botox*", "*salbe", "pain of joints"]},
    "phrases": {"phrases": ["ask your doctor", "(no|zero) side effects", "we … cure", "# people"]},
    "shapes": {"any": [{"pattern": r"\b\d{3}-\d{4}\b"}, {"number": "percent"}, {"hashtag": ["ad"]}]},
    "signs": {"any": [{"emoji": ["💊"]}, {"link": ["*"]}, {"mention": ["jane"]}]},
    "two": {"all": [{"words": ["tea"]}, {"words": ["diabetes", "cancer"], "unless": ["negated"]}], "within": "post"},
    "fact": {"all": [{"metadata": {"mood": "sad"}}, {"words": ["we"]}], "within": "post"},
}  # fmt: skip
WORDS = (
    "Cure cure, cures weight loss weight-loss weightloss Botoxed Kühlsalbe ask your doctor! no zero side effects we they "
    "tea diabetes cancer not the and of joints pain #weightloss #ad #NoPain cuuure cur3 c@ncer c u r e 555 0199 555-0199 "
    "20% 5 five one seven percent @jane cure.com https://x.org/cure 💊 💚 – & … cu💊re сure с\u200bure cure\u200b "
    "fi\u0301t dia- betes für der die wir les pour nous avec el la para por con 24/7 9am $50 2026 e.g. great!💚 (at) [dot] **cure** --- \xa0 \t \\ \" \ud83d"
).split(" ")  # fmt: skip
KEYS = (
    "text",
    "body",
    "id",
    "mood",
    "likes",
    "channel",
    "publish_at",
    "title",
    "thread",
    "language",
    "socialint",
)
HEADER = ("text", "Post text", "id", "notes", "Instagram text", "date", "channel", "title", "mood")
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(0, 3),
    st.sampled_from(["sad", "2026-11-30", "de", "x", "A 123456", ""]),
)


@cache
def linter() -> Linter:
    rules = [
        {
            "id": f"house-{name}",
            "title": "House",
            "category": "language",
            "severity": "high",
            "citations": [{"law": "House policy", "checked": None}],
            "match": match,
            "message": "says “{match}”",
            "why": "We do not say so.",
            "advice": "Say it in another way.",
            "examples": {
                "bad": [{"text": "x", "because": "x"}],
                "good": [{"text": "x", "because": "x"}],
            },
        }
        for name, match in MATCHES.items()
    ]
    pack = {
        "pack": "house",
        "title": "House",
        "jurisdiction": "INT",
        "reviewed": "2026-11-21",
        "rules": rules,
    }
    with TemporaryDirectory() as folder:
        place = Path(folder, "house.yaml")
        place.write_text(json.dumps(pack, ensure_ascii=False), encoding="utf-8")
        return prepare(
            Settings(root=place.parent, today=date(2026, 11, 22), shipped=False, policies=(place,))
        )


@st.composite
def rows(draw: st.DrawFn) -> str:
    words = st.lists(
        st.one_of(
            st.sampled_from(WORDS), st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=3)
        ),
        max_size=9,
    )
    text = draw(st.sampled_from((" ", " ", "\n"))).join(draw(words))
    row = {"text": text, "id": draw(st.sampled_from(["p1", "p2", "", "Jane 5", 7]))}
    row |= draw(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=2))
    line = json.dumps(row, ensure_ascii=draw(st.booleans()), indent=draw(st.sampled_from([None, None, 1])))
    return draw(
        st.sampled_from([line] * 6 + [line[:-1], line + ",", f'{{"id": 1, {line[1:]}', "[]", '"cure"'])
    )


@st.composite
def records(draw: st.DrawFn) -> list[str]:
    """The lines of a table; some of its cells are written as no program would write them."""
    labels = draw(st.lists(st.sampled_from(HEADER), min_size=1, max_size=3, unique=True))
    words = st.lists(st.sampled_from((*WORDS, "<b>cure</b>", "1.2E+10", '"')), max_size=5).map(" ".join)
    cells = st.one_of(words, words, st.sampled_from(["", "p1", "p2", " ", "2026-11-30", "cure"]))
    lines = [",".join(labels)]
    for row in draw(st.lists(st.lists(cells, min_size=1, max_size=len(labels) + 1), min_size=1, max_size=5)):
        doubled = (cell.replace('"', '""') for cell in row)
        lines.append(",".join(f'"{cell}"' if draw(st.booleans()) else cell for cell in doubled))
    return lines


def document(lines: list[str], name: str = "posts.jsonl") -> Document:
    data = "\n".join(lines).encode(errors="replace")
    return readers.opened(Source(name, data), {})


def said(outcome: Outcome) -> object:
    return sorted(map(repr, outcome.findings)), sorted(outcome.unread), dict(outcome.relaxed), outcome.waivers


@settings(deadline=None)
@given(lines=st.lists(rows(), min_size=1, max_size=6))
def test_the_outcome_is_the_same_as_when_every_post_is_read(lines: list[str]) -> None:
    lines.append('{"text": "A tea for cancer"}')
    assert said(linter().check(document(lines))) == said(linter().check(document(lines).whole()))


@settings(deadline=None)
@given(lines=records())
def test_the_outcome_of_a_table_is_the_same_as_when_every_row_is_read(lines: list[str]) -> None:
    lines.append('"A tea for cancer",p9'[: None if "," in lines[0] else -3])
    assert said(linter().check(document(lines, "posts.csv"))) == said(
        linter().check(document(lines, "posts.csv").whole())
    )


def passed_over(*posts: dict[str, object]) -> list[bool]:
    found = document([json.dumps(post) for post in posts])
    assert isinstance(found.posts, Rows)
    rules = linter().ruleset.rules
    prefilter = Prefilter(linter().settings, linter().ruleset, ("US",), Normaliser(()))
    wanted = prefilter.wanted(frozenset(rules), lambda name: False)
    return [isinstance(one, Glance) for one in found.posts.wanted(wanted)]


@pytest.mark.parametrize(
    "text",
    [
        "We open at nine.",
        "Our doctors - all of them - don't work today, #closed",
        "A tea is what I like; a tea for you and a tea for me.",
        "Ask your nurse, not the internet!",
    ],
)
def test_a_post_in_which_nothing_could_be_found_is_passed_over(text: str) -> None:
    assert passed_over({"id": "p1", "text": text, "likes": 4}) == [True]


@pytest.mark.parametrize(
    "post",
    [
        {"text": "This will cure you."},
        {"text": "c u r e"},
        {"text": "Call 555-0199 now."},
        {"text": "We open at nine.", "mood": "sad"},
        {"text": "We open at nine.", "channel": "x"},
        {"text": "We open at nine.", "title": "Hello"},
        {"text": "Wir haben für alle, die es mit der Zeit und dem Geld nicht so eilig haben, auf."},
    ],
)
def test_a_post_for_which_something_could_be_said_is_read(post: dict[str, object]) -> None:
    assert passed_over(post) == [False]


def test_posts_that_were_passed_over_are_counted_and_told_apart() -> None:
    found = document(
        ['{"id": 1, "text": "Hello."}', '{"id": 1, "text": "A cure."}', '{"id": 1, "text": "A cure."}']
    )
    first, second = linter().check(found).findings
    assert len(found.posts) == 3
    assert first.fingerprint != second.fingerprint


def test_a_row_of_a_table_that_holds_one_text_and_its_id_is_passed_over() -> None:
    found = document(
        ["id,text,date", "p1,We open at nine.,", "p2,We open at nine.,2026-11-30", 'p3,"We ""open"", now.",'],
        "posts.csv",
    )
    assert isinstance(found.posts, Rows)
    told = list(found.posts.wanted(lambda glance: False))
    assert [isinstance(one, Glance) for one in told] == [True, False, True]
    assert told[2] == Glance("p3", 'We "open", now.')


def test_the_shares_of_rows_are_the_rows() -> None:
    lines = [
        json.dumps(
            {"text": "A cure." if at % 4 else "Hello.", "id": at // 2}
            | ({"thread": 1} if at % 5 == 4 else {})
        )
        for at in range(20)
    ]
    whole = linter().check(document(lines)).findings
    shares = [linter().check(document(lines), Share(number, 3)).findings for number in range(3)]
    assert all(shares)
    assert sorted(map(repr, whole)) == sorted(repr(found) for share in shares for found in share)


def test_rows_are_posts_like_those_of_any_source() -> None:
    found = document(['{"id": 1, "text": "Hello."}', "{", '{"text": "A cure."}']).posts
    assert [post.name for post in found] == ["1", "line 3"]
    assert isinstance(found[-1], Post)
    assert len(found) == len(found[:]) == 2
