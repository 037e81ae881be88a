"""Oddities of OpenDocument spreadsheets and of Excel files of before 2007."""

from __future__ import annotations

import io
from datetime import date
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlwt
from odf.office import Annotation
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties
from odf.table import CoveredTableCell, Table, TableCell, TableColumn, TableRow
from odf.text import P, S, Span

from socialint.errors import UnreadableDocument
from socialint.model.documents import Part, UnreadKind
from tests.readers.reading import document, texts, unread
from tests.readers.workbook.making import all_texts, changed, ods


def said(text: str, **attributes: object) -> TableCell:
    cell = TableCell(valuetype="string", **attributes)
    cell.addElement(P(text=text))
    return cell


def row(*cells: TableCell, **attributes: object) -> TableRow:
    made = TableRow(**attributes)
    for cell in cells:
        made.addElement(cell)
    return made


def book(*rows: TableRow, columns: tuple[TableColumn, ...] = (), hidden: bool = False) -> bytes:
    made = OpenDocumentSpreadsheet()
    style = Style(name="unseen", family="table")
    style.addElement(TableProperties(display="false"))
    made.automaticstyles.addElement(style)
    table = Table(name="S", stylename="unseen") if hidden else Table(name="S")
    for one in (*columns, *rows):
        table.addElement(one)
    made.spreadsheet.addElement(table)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


HEAD = row(said("Date"), said("Copy"))


def test_repeated_rows_and_columns_move_what_follows() -> None:
    data = book(
        row(TableCell(numbercolumnsrepeated=1024), numberrowsrepeated=3),
        row(TableCell(numbercolumnsrepeated=2), said("Copy")),
        row(TableCell(numbercolumnsrepeated=2), said("same"), numberrowsrepeated=2),
        row(TableCell(), numberrowsrepeated=1_000_000),
    )
    found = document("plan.ods", data)
    assert [one.name for one in found.posts] == ["Sheet ‘S’, row 5", "Sheet ‘S’, row 6"]
    assert all_texts(found) == {"same": "cell C6"}


def test_what_is_hidden_or_filtered_is_read_and_said() -> None:
    columns = (TableColumn(), TableColumn(visibility="collapse"))
    shown = row(said(""), said("one"))
    filtered = row(said(""), said("two"), visibility="filter")
    found = document("plan.ods", book(HEAD, shown, filtered, columns=columns, hidden=True))
    assert found.posts[0].name == "Sheet ‘S’ (hidden), row 2"
    assert all_texts(found) == {"one": "cell B2 (hidden column)", "two": "cell B3 (hidden row)"}


def test_a_note_is_no_part_of_the_text_it_hangs_on() -> None:
    cell = said("one")
    note = Annotation()
    note.addElement(P(text="who is this?"))
    cell.addElement(note)
    found = document("plan.ods", book(HEAD, row(TableCell(), cell)))
    assert all_texts(found) == {"one": "cell B2", "who is this?": "note on B2"}
    assert texts(found.posts[0], Part.INTERNAL) == ["who is this?"]


def test_blanks_runs_and_lines_are_as_they_are_seen() -> None:
    cell = TableCell(valuetype="string")
    first = P(text="a")
    first.addElement(S(c=2))
    run = Span(text="pat")
    first.addElement(run)
    first.addText("ient")
    cell.addElement(first)
    cell.addElement(P(text="next line"))
    assert list(all_texts(document("plan.ods", book(HEAD, row(TableCell(), cell))))) == [
        "a  patient\nnext line"
    ]


def test_a_date_is_its_value_and_a_number_is_as_it_is_shown() -> None:
    day = TableCell(valuetype="date", datevalue="2026-03-04T09:30:00")
    day.addElement(P(text="04/03/26"))
    share = TableCell(valuetype="percentage", value="0.25")
    share.addElement(P(text="25%"))
    (only,) = document("plan.ods", book(HEAD, row(day, share))).posts
    assert (only.metadata["publish_at"], texts(only)) == ("2026-03-04T09:30:00", ["25%"])


def test_a_formula_without_a_value_is_unread() -> None:
    found = document("plan.ods", book(HEAD, row(TableCell(), TableCell(formula="of:=[.A1]"))))
    assert unread(found) == [("Sheet ‘S’, row 2", "Copy", UnreadKind.PART)]


@pytest.mark.parametrize("kind", ["float", "string"])
def test_a_formula_in_error_is_unread(kind: str) -> None:
    error = TableCell(formula="of:=[.A9]", valuetype=kind)
    error.addElement(P(text="#REF!"))
    found = document("plan.ods", book(HEAD, row(TableCell(), error)))
    assert (found.posts, unread(found)) == ((), [("Sheet ‘S’, row 2", "Copy", UnreadKind.PART)])


def test_merged_cells_hold_for_the_rows_they_cover() -> None:
    day = TableCell(valuetype="date", datevalue="2026-03-04", numberrowsspanned=2, numbercolumnsspanned=1)
    found = document("plan.ods", book(HEAD, row(day, said("one")), row(CoveredTableCell(), said("two"))))
    assert [one.metadata["publish_at"] for one in found.posts] == ["2026-03-04", "2026-03-04"]


@pytest.mark.parametrize(
    "rows",
    [
        (row(said("Copy")), row(said("x", numbercolumnsrepeated=16_000), numberrowsrepeated=1_000_000)),
        (row(said("Copy")), row(said("x"), numberrowsrepeated=999_999_999)),
        (row(said("Copy"), said("x", numbercolumnsrepeated=999_999)),),
    ],
)
def test_a_wicked_repetition_is_refused(rows: tuple[TableRow, ...]) -> None:
    with pytest.raises(UnreadableDocument):
        document("plan.ods", book(*rows))


def test_a_password_is_asked_for() -> None:
    data = ods({"S": [["Copy"], ["one"]]})
    locked = changed(data, {"META-INF/manifest.xml": lambda manifest: manifest + b"<!-- encryption-data -->"})
    with pytest.raises(UnreadableDocument, match="password"):
        document("plan.ods", locked)


def test_a_text_document_under_this_name_is_refused() -> None:
    written = io.BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        made.writestr("content.xml", "<x/>")
    with pytest.raises(UnreadableDocument, match="no spreadsheet"):
        document("plan.ods", written.getvalue())


def old() -> bytes:
    made = xlwt.Workbook()
    sheet = made.add_sheet("S")
    day = xlwt.easyxf(num_format_str="D-MMM-YY")
    for column, name in enumerate(("Date", "Copy", "Notes")):
        sheet.write(2, column + 1, name)
    sheet.write_merge(3, 4, 1, 1, date(2026, 3, 4), day)
    sheet.write(3, 2, "one – für 健康")
    sheet.write(4, 2, 8005551234)
    sheet.write(5, 2, xlwt.Formula("A1"))
    sheet.write(4, 3, "ask Bob")
    sheet.row(4).hidden = True
    sheet.col(3).hidden = True
    hidden = made.add_sheet("Old")
    hidden.visibility = 1
    hidden.write(0, 0, "Copy")
    hidden.write(1, 0, "two")
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def test_an_old_workbook_is_read_with_its_merges_its_hidden_cells_and_its_numbers() -> None:
    found = document("plan.xls", old())
    assert [(one.name, texts(one), one.metadata) for one in found.posts] == [
        ("Sheet ‘S’, row 4", ["one – für 健康"], {"publish_at": "2026-03-04"}),
        ("Sheet ‘S’, row 5", ["8005551234"], {"publish_at": "2026-03-04"}),
        ("Sheet ‘Old’ (hidden), row 2", ["two"], {}),
    ]
    assert all_texts(found) == {
        "one – für 健康": "cell C4",
        "8005551234": "cell C5 (hidden row)",
        "ask Bob": "cell D5 (hidden row)",
        "two": "cell A2",
    }
    assert unread(found) == [("Sheet ‘S’, row 6", "Copy", UnreadKind.PART)]
