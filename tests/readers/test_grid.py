"""A month as a grid of days."""

from __future__ import annotations

import pytest

from socialint.model.documents import Document, Part, UnreadKind
from tests.readers.reading import assert_words_in_place, document, texts, unread
from tests.readers.workbook.making import Rows, all_texts, xlsx

DAYS = "Mon,Tue,Wed,Thu,Fri,Sat,Sun\n"


def said(found: Document) -> list[tuple[object, list[str], object]]:
    return [
        (one.metadata.get("publish_at"), texts(one), one.metadata.get("channel"))
        for one in found.posts
        if texts(one)
    ]


def test_a_text_is_for_the_day_above_it() -> None:
    found = document(
        "plan.csv",
        f"March 2026,,,,,,\n{DAYS}23,24,25,26,27,28,1\nw1 before,,,,,,w2 first\n2,3,4,5,6,7,8\n,w3 third,,,,,\n,w4 too,,,,,\n30,31,1,2,3,4,5\n,,w5 April,,,,\n",
    )
    assert said(found) == [
        ("2026-02-23", ["w1 before"], None),
        ("2026-03-01", ["w2 first"], None),
        ("2026-03-03", ["w3 third"], None),
        ("2026-03-03", ["w4 too"], None),
        ("2026-04-01", ["w5 April"], None),
    ]
    assert not found.unread
    assert_words_in_place(found)


def test_a_number_may_stand_in_the_first_line_of_its_text() -> None:
    found = document(
        "plan.csv", f'2026-03,,,,,,\n{DAYS}"2\nw1 Monday",3,"4\nIG: w2 caption\nFB: w3 text\nw4 on",,,,\n'
    )
    assert said(found) == [
        ("2026-03-02", ["w1 Monday"], None),
        ("2026-03-04", ["w2 caption"], "instagram"),
        ("2026-03-04", ["w3 text\nw4 on"], "facebook"),
    ]
    assert_words_in_place(found)


@pytest.mark.parametrize(
    "head",
    [
        "Montag,Dienstag,Mittwoch,Donnerstag,Freitag",
        "ma,di,wo,do,vr",
        "Lundi,Mardi,Mercredi,Jeudi,Vendredi",
        "Mon 2,Tue 3,Wed 4,Thu 5,Fri 6",
        "Mon 2 March,Tue 3 March,Wed 4 March,Thu 5 March,Fri 6 March",
    ],
)
def test_days_are_known_in_four_languages_and_with_their_dates(head: str) -> None:
    numbers = "" if "2" in head else ",2,3,4,5,6\n"
    found = document("plan.csv", f"März 2026,,,,,\n,{head}\n{numbers}FB,w1,,,,w2\nIG,,w3,,,\n")
    assert said(found) == [
        ("2026-03-02", ["w1"], "facebook"),
        ("2026-03-06", ["w2"], "facebook"),
        ("2026-03-03", ["w3"], "instagram"),
    ]


def test_a_day_whose_month_nobody_says_is_said() -> None:
    found = document("plan.csv", f"{DAYS}2,3,4,5,6,7,8\nw1,,,,,,w2\n")
    assert said(found) == [(None, ["w1"], None), (None, ["w2"], None)]
    assert unread(found) == [("", "", UnreadKind.METADATA)]


def test_what_stands_beside_the_days_is_internal() -> None:
    found = document("plan.csv", f"March 2026,,,,,,,\n,{DAYS},2,3,4,5,6,7,8\nask Jane,w1,,,,,,\n")
    assert [text for one in found.posts for text in texts(one, Part.INTERNAL)] == ["March 2026", "ask Jane"]


def test_the_sheet_may_name_the_month_and_a_finding_has_its_cell() -> None:
    rows: Rows = [["Mon", "Tue", "Wed", "Thu", "Fri"], [2, 3, 4, 5, 6], [None, "w1", None, None, None]]
    found = document("plan.xlsx", xlsx({"March 2026": rows}))
    assert [(one.name, one.metadata) for one in found.posts] == [
        ("Sheet ‘March 2026’, 2026-03-03", {"publish_at": "2026-03-03"})
    ]
    assert all_texts(found) == {"w1": "cell B3"}


def test_two_months_may_stand_in_one_sheet() -> None:
    first = f"March 2026,,,,,,\n{DAYS}2,3,,,,,\n,w1,,,,,\n"
    second = f"April 2026,,,,,,\n{DAYS},,1,2,3,4,5\n,,w2,,,,\n"
    found = document("plan.csv", first + second)
    assert said(found) == [("2026-03-03", ["w1"], None), ("2026-04-01", ["w2"], None)]


def test_a_remark_in_the_head_is_not_lost() -> None:
    found = document("plan.csv", f"ask Jane,{DAYS}March 2026,2,3,4,5,6,7,8\n,w1,,,,,,\n")
    assert said(found) == [("2026-03-02", ["w1"], None)]
    assert "ask Jane" in [text for one in found.posts for text in texts(one, Part.INTERNAL)]
