"""Oddities of Excel workbooks, made by openpyxl and by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from io import BytesIO

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.worksheet.worksheet import Worksheet

from socialint.errors import UnreadableDocument
from socialint.model.documents import Part, UnreadKind
from tests.readers.pictures.test_picture import drawn
from tests.readers.reading import document, parts, place, texts, unread
from tests.readers.workbook.making import (
    Rows,
    all_texts,
    changed,
    handmade,
    replaced,
    xlsx,
)

POSTS: Rows = [["Date", "Copy", "Notes"], [date(2026, 3, 4), "one", None], [date(2026, 3, 5), "two", None]]


def made(change: Callable[[Worksheet], object], rows: Rows = POSTS) -> bytes:
    def one(sheets: Mapping[str, Worksheet]) -> None:
        change(sheets["March"])

    return xlsx({"March": rows}, one)


def test_what_is_hidden_is_read_and_said_to_be_hidden() -> None:
    def change(sheet: Worksheet) -> None:
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["C"].hidden = True
        sheet["C3"] = "ask Bob"

    found = document("plan.xlsx", made(change))
    assert all_texts(found) == {
        "one": "cell B2 (hidden row)",
        "two": "cell B3",
        "ask Bob": "cell C3 (hidden column)",
    }


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_read_and_said_to_be_hidden(state: str) -> None:
    sheets: Mapping[str, Rows] = {"Seen": [["Text"], ["a"]], "Old": [["Text"], ["b"]]}
    data = xlsx(sheets, lambda made: setattr(made["Old"], "sheet_state", state))
    found = document("plan.xlsx", data)
    assert [(one.name, texts(one)) for one in found.posts] == [
        ("Sheet ‘Seen’, row 2", ["a"]),
        ("Sheet ‘Old’ (hidden), row 2", ["b"]),
    ]


def test_notes_stand_with_their_row_as_internal() -> None:
    def change(sheet: Worksheet) -> None:
        sheet["B3"].comment = Comment("Jane:\nis this Mr Alder?", "Jane")
        sheet["A1"].comment = Comment("all dates are ours", "Jane")

    found = document("plan.xlsx", made(change))
    assert parts(found.posts[1]) == [("body", "two"), ("internal", "Jane:\nis this Mr Alder?")]
    assert all_texts(found)["Jane:\nis this Mr Alder?"] == "note on B3"
    assert (found.posts[2].name, texts(found.posts[2], Part.INTERNAL)) == (
        "Sheet ‘March’, row 1",
        ["all dates are ours"],
    )


def test_a_thread_of_comments_is_read_once() -> None:
    sheet = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Copy</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>one</t></is></c></row></sheetData>'
    threads = (
        '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
        '<threadedComment ref="A2" id="1"><text>who is this?</text></threadedComment>'
        '<threadedComment ref="A2" id="2" parentId="1"><text>a patient</text></threadedComment></ThreadedComments>'
    )
    comments = (
        '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><commentList>'
        '<comment ref="A2"><text><t>[Threaded comment] Your version of Excel … Comment: who is this?</t></text></comment>'
        '<comment ref="A1"><text><r><t>rich </t></r><r><t>note</t></r></text></comment></commentList></comments>'
    )
    found = document("plan.xlsx", handmade(sheet, beside={"threadedComment": threads, "comments": comments}))
    assert [texts(one, Part.INTERNAL) for one in found.posts] == [
        ["who is this?", "a patient"],
        ["rich note"],
    ]


def test_rich_text_is_one_text() -> None:
    rich = CellRichText("pa", TextBlock(InlineFont(b=True), "tient"), " stories")
    found = document("plan.xlsx", made(lambda sheet: sheet.__setitem__("B2", rich)))
    assert all_texts(found)["patient stories"] == "cell B2"


def test_shared_texts_are_joined_without_their_readings() -> None:
    sheet = '<sheetData><row><c t="s"><v>0</v></c></row><row><c t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c></row></sheetData>'
    shared = "<si><t>Copy</t></si><si><r><t>wa</t></r><r><t xml:space='preserve'>lk </t></r><rPh><t>reading</t></rPh></si><si><t>a_x000D_b _x0041_</t></si>"
    found = document("plan.xlsx", handmade(sheet, shared=shared))
    assert all_texts(found) == {"walk ": "cell A2", "a\rb A": "cell C2"}


def test_a_formula_is_what_it_came_to_and_one_without_a_value_is_unread() -> None:
    data = made(lambda sheet: sheet.__setitem__("B2", '=CONCATENATE("a", "b")'))
    found = document("plan.xlsx", data)
    assert unread(found) == [("Sheet ‘March’, row 2", "Copy", UnreadKind.PART)]
    part = "xl/worksheets/sheet1.xml"
    calculated = changed(data, {part: replaced('<c r="B2"><f>CONCATENATE("a", "b")</f><v></v>', '<c r="B2" t="str"><f>CONCATENATE("a", "b")</f><v>ab</v>')})  # fmt: skip
    assert all_texts(document("plan.xlsx", calculated))["ab"] == "cell B2"
    empty = changed(data, {part: replaced('<c r="B2">', '<c r="B2" t="str">')})
    assert not document("plan.xlsx", empty).unread


def test_a_formula_in_error_is_unread() -> None:
    data = made(lambda sheet: sheet.__setitem__("B2", "=A9"))
    broken = changed(data, {"xl/worksheets/sheet1.xml": replaced('<c r="B2"><f>A9</f><v></v>', '<c r="B2" t="e"><f>A9</f><v>#REF!</v>')})  # fmt: skip
    assert unread(document("plan.xlsx", broken)) == [("Sheet ‘March’, row 2", "Copy", UnreadKind.PART)]


@pytest.mark.parametrize(
    ("day", "clock", "told"),
    [
        (date(2026, 3, 4), None, "2026-03-04"),
        (datetime(2026, 3, 4, 9, 30), None, "2026-03-04T09:30:00"),
        (date(2026, 3, 4), time(14, 30), "2026-03-04T14:30:00"),
        (date(2026, 3, 4), "2:30 PM", "2026-03-04T14:30:00"),
        ("4 March 2026", None, "2026-03-04"),
        ("March 4, 2026", 0.5, "2026-03-04"),
        ("04.03.2026", None, "2026-03-04"),
    ],
)
def test_a_date_is_a_date(day: date | str, clock: time | str | float | None, told: str) -> None:
    found = document("plan.xlsx", xlsx({"S": [["Date", "Time", "Copy"], [day, clock, "one"]]}))
    assert found.posts[0].metadata["publish_at"] == told
    assert not found.unread


def test_dates_may_count_from_1904() -> None:
    sheet = '<sheetData><row><c t="inlineStr"><is><t>Date</t></is></c><c t="inlineStr"><is><t>Copy</t></is></c></row><row><c s="1"><v>44623</v></c><c t="inlineStr"><is><t>one</t></is></c></row></sheetData>'
    styles = '<numFmts><numFmt numFmtId="170" formatCode="[$-409]d\\-mmm;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>'
    found = document("plan.xlsx", handmade(sheet, styles=styles, properties='<workbookPr date1904="1"/>'))
    assert found.posts[0].metadata["publish_at"] == "2026-03-04"


def test_an_ambiguous_date_is_said_to_be_ambiguous() -> None:
    found = document(
        "plan.xlsx", xlsx({"S": [["Date", "Copy"], ["03/04/2026", "one"], ["05/06/2026", "two"]]})
    )
    assert unread(found) == [("", "Date", UnreadKind.METADATA)]
    assert "publish_at" not in found.posts[0].metadata
    told = document(
        "plan.xlsx", xlsx({"S": [["Date", "Copy"], ["03/04/2026", "one"], ["25/06/2026", "two"]]})
    )
    assert [one.metadata["publish_at"] for one in told.posts] == ["2026-04-03", "2026-06-25"]


def test_dates_that_a_spreadsheet_may_have_turned_round_are_said() -> None:
    mixed: Rows = [["Date", "Copy"], ["25/06/2026", "one"], [date(2026, 3, 7), "two"]]
    assert unread(document("plan.xlsx", xlsx({"S": mixed}))) == [("Sheet ‘S’", "Date", UnreadKind.METADATA)]
    sure: Rows = [*mixed, [date(2026, 3, 27), "three"]]
    assert not document("plan.xlsx", xlsx({"S": sure})).unread


@pytest.mark.parametrize(
    ("value", "shown", "code"),
    [
        (8005551234, "8005551234", "General"),
        (12345678901234, "12345678901234", "0"),
        (0.25, "25%", "0%"),
        (2.5, "2.5", "0.0"),
        (True, "TRUE", "General"),
        (time(14, 5), "14:05:00", "hh:mm"),
    ],
)
def test_a_number_reads_as_it_is_seen(value: float, shown: str, code: str) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["A2"] = value
        if code != "General":
            sheet["A2"].number_format = code

    found = document("plan.xlsx", made(change, [["Copy"], [None]]))
    assert texts(found.posts[0]) == [shown]


def test_merged_facts_hold_for_every_row_they_cover() -> None:
    rows: Rows = [["Date", "Channel", "Copy"], [date(2026, 3, 4), "FB", "one"], [None, "IG", "two"]]
    found = document("plan.xlsx", made(lambda sheet: sheet.merge_cells("A2:A3"), rows))
    assert [one.metadata for one in found.posts] == [
        {"publish_at": "2026-03-04", "channel": "facebook"},
        {"publish_at": "2026-03-04", "channel": "instagram"},
    ]


def test_a_merged_text_is_the_post_of_every_row_and_stands_where_it_stands() -> None:
    rows: Rows = [["Channel", "Copy"], ["FB", "one"], ["IG", None], [None, None]]
    found = document("plan.xlsx", made(lambda sheet: sheet.merge_cells("B2:B4"), rows))
    assert [(one.name, texts(one), one.metadata) for one in found.posts] == [
        ("Sheet ‘March’, row 2", ["one"], {"channel": "facebook"}),
        ("Sheet ‘March’, row 3", ["one"], {"channel": "instagram"}),
    ]
    assert all_texts(found) == {"one": "cell B2"}


def test_a_text_over_the_columns_of_two_channels_is_one_post_for_both() -> None:
    rows: Rows = [["Facebook copy", "Instagram copy", "LinkedIn copy"], ["one", None, "two"]]
    found = document("plan.xlsx", made(lambda sheet: sheet.merge_cells("A2:B2"), rows))
    assert [(texts(one), one.metadata["channel"]) for one in found.posts] == [
        (["one"], ["facebook", "instagram"]),
        (["two"], "linkedin"),
    ]


def test_texts_on_no_cell_and_pictures_are_told() -> None:
    drawing = (
        '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        "<xdr:sp><xdr:txBody><a:p><a:r><a:t>Ask </a:t></a:r><a:r><a:t>Bob</a:t></a:r></a:p><a:p><a:r><a:t>first</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
        '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="1" name="x" descr="Mr Alder smiles"/></xdr:nvPicPr></xdr:pic></xdr:wsDr>'
    )
    sheet = '<sheetData><row><c t="inlineStr"><is><t>Copy</t></is></c></row></sheetData><headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"For Jane only</oddHeader></headerFooter>'
    found = document("plan.xlsx", handmade(sheet, beside={"drawing": drawing}))
    assert [(one.name, [text.strip() for text in texts(one, Part.INTERNAL)]) for one in found.posts] == [
        ("Sheet ‘S’", ["For Jane only"]),
        ("Sheet ‘S’", ["Ask Bob\nfirst"]),
        ("Sheet ‘S’", ["Mr Alder smiles"]),
    ]
    assert unread(found) == [("Sheet ‘S’", "", UnreadKind.IMAGE_TEXT)]


FAR = '<row r="1"><c r="A1" t="inlineStr"><is><t>Copy</t></is></c></row>'


@pytest.mark.parametrize(
    ("sheet", "told"),
    [
        (FAR + "".join(f'<row r="{at * 1000}"><c r="XFD{at * 1000}" t="inlineStr"><is><t>x</t></is></c></row>' for at in range(1, 1001)), "too far apart"),
        (FAR + '<row r="2"><c r="A2" t="s"><v>7</v></c></row>', "damaged"),
        (FAR + '<row r="2"><c r="?" t="s"><v>0</v></c></row>', "damaged"),
        (FAR + '<row r="2000000"><c t="s"><v>0</v></c></row>', "damaged"),
        (FAR + '<row r="1"><c r="A1" t="inlineStr"><is><t>Other</t></is></c></row>', "twice"),
        (FAR + '<row r="2"><c r="A2"', "not XML"),
    ],
)  # fmt: skip
def test_a_wicked_sheet_is_refused(sheet: str, told: str) -> None:
    with pytest.raises(UnreadableDocument, match=told):
        document("plan.xlsx", handmade(f"<sheetData>{sheet}</sheetData>"))


def test_one_cell_at_the_far_end_is_read() -> None:
    sheet = f'<sheetData>{FAR}<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>last</t></is></c></row></sheetData>'
    assert all_texts(document("plan.xlsx", handmade(sheet))) == {"last": "cell A1048576"}


def test_one_text_in_very_many_cells_is_refused() -> None:
    cells = "".join("<row>" + '<c t="s"><v>1</v></c>' * 40 + "</row>" for _ in range(60))
    data = handmade(
        f"<sheetData>{FAR}{cells}</sheetData>", shared=f"<si><t/></si><si><t>{'x' * 32_000}</t></si>"
    )
    with pytest.raises(UnreadableDocument, match="more text"):
        document("plan.xlsx", data)


def test_a_bomb_is_refused() -> None:
    blank = " " * (150 * 1024 * 1024)
    with pytest.raises(UnreadableDocument, match="bigger unpacked"):
        document(
            "plan.xlsx",
            changed(xlsx({"S": POSTS}), {"xl/worksheets/sheet1.xml": lambda data: data + blank.encode()}),
        )


def test_entities_and_other_files_are_not_read() -> None:
    bad = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    with pytest.raises(UnreadableDocument, match="document type"):
        document(
            "plan.xlsx",
            changed(xlsx({"S": POSTS}), {"xl/worksheets/sheet1.xml": lambda data: bad.encode() + data}),
        )


def test_the_strict_flavour_is_read() -> None:
    def strict(data: bytes) -> bytes:
        return data.replace(b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main").replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships", b"http://purl.oclc.org/ooxml/officeDocument/relationships"
        )  # fmt: skip

    data = xlsx({"S": POSTS})
    names = ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"]  # fmt: skip
    found = document("plan.xlsx", changed(data, dict.fromkeys(names, strict)))
    assert [texts(one) for one in found.posts] == [["one"], ["two"]]
    assert found.posts[0].metadata["publish_at"] == "2026-03-04"


def test_the_words_of_a_picture_belong_to_the_post_of_its_row() -> None:
    file = Workbook()
    sheet = file.active
    assert sheet is not None
    for row in (["Date", "Copy", "Visual"], ["2026-03-01", "Our tea", None], ["2026-03-02", "Our cup", None]):
        sheet.append(row)
    for cell, words in (("C3", "Results vary"), ("F9", "Cures all")):
        picture = BytesIO()
        drawn(words).save(picture, "PNG")
        sheet.add_image(Image(BytesIO(picture.getvalue())), cell)
    made = BytesIO()
    file.save(made)
    found = document("plan.xlsx", made.getvalue())
    assert [(one.name, texts(one, Part.IMAGE_TEXT)) for one in found.posts[:3]] == [
        ("Sheet ‘Sheet’, row 2", []),
        ("Sheet ‘Sheet’, row 3", ["Results vary"]),
        ("Sheet ‘Sheet’, picture on F9", ["Cures all"]),
    ]
    where = place(found.posts[1].fields[-1], "Results").landmark
    assert where.startswith("picture on C3, pixels ")
    assert not found.unread
