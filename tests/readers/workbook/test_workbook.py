"""What holds for a workbook of any format."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialint.errors import UnreadableDocument
from socialint.model.documents import Part
from socialint.model.places import Location, Span
from tests.readers.reading import document, parts, texts, unread
from tests.readers.workbook.making import MAKERS, Rows, all_texts, cell_of, xlsx

CALENDAR: Rows = [
    ["Content calendar, first quarter"],
    [],
    [None, "Date", "Channel", "Copy", "Alt text", "Owner"],
    [None, date(2026, 3, 4), "FB/IG", "Come in\nfor a flu shot", "A nurse", "Jane"],
    [None, date(2026, 3, 5), "LinkedIn, X", "We are hiring", None, None],
]


@pytest.mark.parametrize("suffix", MAKERS)
def test_a_calendar_is_read_below_its_title_and_every_text_knows_its_cell(suffix: str) -> None:
    found = document("plan" + suffix, MAKERS[suffix]({"March": CALENDAR}))
    assert [(one.name, parts(one)) for one in found.posts] == [
        ("Sheet ‘March’, row 1", [("internal", "Content calendar, first quarter")]),
        (
            "Sheet ‘March’, row 4",
            [("body", "Come in\nfor a flu shot"), ("alt_text", "A nurse"), ("internal", "Jane")],
        ),
        ("Sheet ‘March’, row 5", [("body", "We are hiring")]),
    ]
    first, second = found.posts[1:]
    assert first.metadata == {"publish_at": "2026-03-04", "channel": ["facebook", "instagram"]}
    assert second.metadata == {"publish_at": "2026-03-05", "channel": ["LinkedIn", "X"]}
    assert [cell_of(one, one.text) for one in first.fields] == ["cell D4", "cell E4", "cell F4"]
    start = first.fields[0].text.index("flu")
    assert first.fields[0].locate(Span(start, start + 3)) == Location(2, 7, 2, 10, "cell D4")
    assert (found.unread, found.encoding) == ((), "")


@pytest.mark.parametrize("suffix", MAKERS)
def test_every_sheet_is_read(suffix: str) -> None:
    sheets: dict[str, Rows] = {
        "March": [["Date", "Text"], [None, "one"]],
        "Lists": [["Networks", "Themes"], ["Facebook", "Care"]],
        "April": [["Text", "Date"], ["two", None]],
    }
    found = document("plan" + suffix, MAKERS[suffix](sheets))
    said = [(one.name, texts(one)) for one in found.posts if texts(one)]
    assert ("Sheet ‘March’, row 2", ["one"]) in said
    assert ("Sheet ‘April’, row 2", ["two"]) in said
    assert not found.unread


@pytest.mark.parametrize("suffix", MAKERS)
def test_a_workbook_none_of_whose_columns_is_known_is_read_and_said(suffix: str) -> None:
    rows: Rows = [["Foo", "Bar"], [7, "hello there you"]]
    found = document("plan" + suffix, MAKERS[suffix]({"S": rows}))
    assert "hello there you" in all_texts(found)
    assert [one[2] for one in unread(found)] == ["part"]
    told = document("plan" + suffix, MAKERS[suffix]({"S": rows}), {"body": ["Bar"]})
    assert [texts(one) for one in told.posts] == [["hello there you"]]
    assert not told.unread


@pytest.mark.parametrize("suffix", MAKERS)
@settings(max_examples=25, deadline=None)
@given(
    texts=st.lists(
        st.text(
            st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"], max_codepoint=0x1FFFF).filter(
                lambda one: one not in "\ufffe\uffff\ufeff=#"
            ),
            min_size=1,
            max_size=20,
        ),
        min_size=1,
        max_size=5,
    ),
    above=st.integers(0, 4),
    left=st.integers(0, 30),
)
def test_every_text_stands_in_the_cell_that_is_told(
    suffix: str, texts: list[str], above: int, left: int
) -> None:
    before: list[None] = [None] * left
    rows: Rows = [*[[]] * above, [*before, "Copy"], *([*before, text] for text in texts)]
    found = document("plan" + suffix, MAKERS[suffix]({"S": rows}))
    read = [one for post in found.posts for one in post.fields]
    assert [one.text for one in read] == texts
    column = chr(65 + left) if left < 26 else "A" + chr(65 + left - 26)
    assert [cell_of(one, one.text) for one in read] == [
        f"cell {column}{above + 2 + at}" for at in range(len(texts))
    ]


@pytest.mark.parametrize("suffix", [".xlsx", ".xlsm", ".xls", ".ods"])
@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "empty"),
        (b"Date,Text\n2026-03-04,hello\n", ""),
        (b"<html><table><tr><td>Text</td></tr></table>", "web page"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04 and then nothing", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") * 50, "password"),
    ],
)
def test_what_is_no_workbook_is_refused_with_the_next_step(suffix: str, data: bytes, told: str) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        document("plan" + suffix, data)
    assert told in refused.value.reason
    assert refused.value.hint


@pytest.mark.parametrize(("suffix", "other"), [(".xlsx", ".ods"), (".xlsx", ".xls"), (".xls", ".xlsx"), (".ods", ".xlsx"), (".ods", ".xls")])  # fmt: skip
def test_a_workbook_under_another_s_name_is_refused_with_the_next_step(suffix: str, other: str) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        document("plan" + suffix, MAKERS[other]({"S": CALENDAR}))
    assert "Excel" in refused.value.reason or "OpenDocument" in refused.value.reason
    assert other in refused.value.hint or "save" in refused.value.hint


def test_internal_columns_are_internal() -> None:
    rows: Rows = [["Text", "Freigabe", "Opmerkingen", "Commentaires"], ["hello", "a", "b", "c"]]
    (only,) = document("plan.xlsx", xlsx({"S": rows})).posts
    assert texts(only, Part.INTERNAL) == ["a", "b", "c"]
