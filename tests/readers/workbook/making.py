"""Workbooks made by other libraries than the ones that read them, and changed by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time

import openpyxl
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl.worksheet.worksheet import Worksheet

from socialint.model.documents import Document, Field
from socialint.model.places import Span

Value = str | int | float | bool | date | datetime | time | None
Rows = Sequence[Sequence[Value]]


def xlsx(
    sheets: Mapping[str, Rows], change: Callable[[Mapping[str, Worksheet]], None] | None = None
) -> bytes:
    """A workbook of rows from A1 on, after `change` did to its sheets what it does."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    made: dict[str, Worksheet] = {}
    for name, rows in sheets.items():
        made[name] = book.create_sheet(name)
        for row in rows:
            made[name].append(list(row))
    if change:
        change(made)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def xls(sheets: Mapping[str, Rows]) -> bytes:
    """The same in the format of before 2007."""
    book = xlwt.Workbook()
    day = xlwt.easyxf(num_format_str="YYYY-MM-DD")
    for name, rows in sheets.items():
        sheet = book.add_sheet(name)
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write(at, column, value, day)
                elif value is not None:
                    sheet.write(at, column, value)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def ods(sheets: Mapping[str, Rows]) -> bytes:
    """The same as an OpenDocument."""
    book = OpenDocumentSpreadsheet()
    for name, rows in sheets.items():
        table = Table(name=name)
        for row in rows:
            made = TableRow()
            for value in row:
                made.addElement(_cell(value))
            table.addElement(made)
        book.spreadsheet.addElement(table)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _cell(value: Value) -> TableCell:
    if value is None:
        return TableCell()
    if isinstance(value, date):
        cell = TableCell(valuetype="date", datevalue=value.isoformat())
    elif isinstance(value, str):
        cell = TableCell(valuetype="string")
    else:
        cell = TableCell(valuetype="float", value=str(value))
    for line in str(value).split("\n"):
        cell.addElement(P(text=line))
    return cell


MAKERS: Mapping[str, Callable[[Mapping[str, Rows]], bytes]] = {".xlsx": xlsx, ".xls": xls, ".ods": ods}


def changed(
    data: bytes, parts: Mapping[str, Callable[[bytes], bytes]], more: Mapping[str, bytes] | None = None
) -> bytes:
    """The same zip with some of its parts changed, and some added."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            change = parts.get(info.filename, bytes)
            new.writestr(info.filename, change(old.read(info)))
        for name, content in (more or {}).items():
            new.writestr(name, content)
    return written.getvalue()


def replaced(old: str, new: str) -> Callable[[bytes], bytes]:
    """A change of the first of some words, which must be there."""

    def change(data: bytes) -> bytes:
        assert old.encode() in data
        return data.replace(old.encode(), new.encode(), 1)

    return change


def cell_of(field: Field, words: str) -> str:
    """What a finding says of the place of some words."""
    start = field.text.index(words)
    return field.locate(Span(start, start + len(words))).landmark


def all_texts(found: Document) -> dict[str, str]:
    """Every text with its cell."""
    return {one.text: cell_of(one, one.text) for post in found.posts for one in post.fields}


_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def handmade(
    sheet: str,
    *,
    shared: str = "",
    styles: str = "",
    properties: str = "",
    beside: Mapping[str, str] | None = None,
) -> bytes:
    """A workbook of one sheet, `S`, from its XML. `beside` are parts that hang on the sheet, by kind."""
    parts = {
        "_rels/.rels": _relations({"officeDocument": "xl/workbook.xml"}),
        "xl/workbook.xml": f'<workbook {_MAIN}>{properties}<sheets><sheet name="S" sheetId="1" r:id="worksheet"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(
            {"worksheet": "sheet.xml", "sharedStrings": "shared.xml", "styles": "styles.xml"}
        ),
        "xl/sheet.xml": f"<worksheet {_MAIN}>{sheet}</worksheet>",
        "xl/shared.xml": f"<sst {_MAIN}>{shared}</sst>",
        "xl/styles.xml": f"<styleSheet {_MAIN}>{styles}</styleSheet>",
        "xl/_rels/sheet.xml.rels": _relations({kind: f"{kind}.xml" for kind in beside or {}}),
        **{f"xl/{kind}.xml": content for kind, content in (beside or {}).items()},
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return written.getvalue()


def _relations(targets: Mapping[str, str]) -> str:
    said = "".join(
        f'<Relationship Id="{kind}" Type="{_TYPES}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{said}</Relationships>'
