"""An Excel workbook of before 2007 (.xls: BIFF) -> its sheets, by way of xlrd."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import StringIO
from typing import TYPE_CHECKING

from socialint.errors import UnreadableDocument
from socialint.readers.office.signatures import other_than
from socialint.readers.table import Merge
from socialint.readers.workbook import values
from socialint.readers.workbook.sheet import MAX_CELLS, Sheet, too_many_cells

if TYPE_CHECKING:
    from xlrd import Book

_BEGINNINGS = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08")  # fmt: skip

_LOCKED = "EncryptedPackage".encode("utf-16-le")
"""What a newer workbook with a password is."""


def sheets(data: bytes) -> Sequence[Sheet]:
    """The sheets of a workbook. Raises `UnreadableDocument`.

    That a formula has no value cannot be told from one that gives no text: both are not read.
    """
    import xlrd
    from xlrd.biffh import XLRDError

    if not data.startswith(_BEGINNINGS) or _LOCKED in data:
        raise other_than(data, "old Excel")
    try:
        book = xlrd.open_workbook(
            file_contents=data, formatting_info=True, ragged_rows=True, logfile=StringIO(), on_demand=False
        )
        found = [_sheet(book, index) for index in range(book.nsheets)]
    except UnreadableDocument:
        raise
    except XLRDError as error:
        if "encrypted" in str(error):
            raise UnreadableDocument("protected with a password", hint="save it without a password") from None
        raise other_than(data, "old Excel") from None
    except Exception:
        # Over damaged bytes xlrd fails with whatever its parsing comes to; nothing of ours runs here.
        raise UnreadableDocument("damaged", hint="open it in Excel and save it as .xlsx") from None
    return found


def _sheet(book: Book, index: int) -> Sheet:
    from xlrd import XL_CELL_BOOLEAN, XL_CELL_DATE, XL_CELL_ERROR, XL_CELL_TEXT

    old = book.sheet_by_index(index)
    sheet = Sheet(old.name, hidden=old.visibility != 0)
    sheet.hidden_rows.update(row for row, about in old.rowinfo_map.items() if about.hidden)
    sheet.hidden_columns += [range(at, at + 1) for at, about in old.colinfo_map.items() if about.hidden]
    sheet.merges += [Merge(top, left, bottom - 1, right - 1) for top, bottom, left, right in old.merged_cells]
    sheet.notes += [(address, note.text) for address, note in sorted(old.cell_note_map.items())]
    cells = 0
    for row in range(old.nrows):
        for column, cell in enumerate(old.row(row)):
            cells += 1
            if cells > MAX_CELLS:
                raise too_many_cells()
            said = cell.value
            if cell.ctype == XL_CELL_ERROR or (cell.ctype == XL_CELL_TEXT and not said):
                sheet.uncalculated.append((row, column))
            elif cell.ctype == XL_CELL_BOOLEAN:
                sheet.put(row, column, "TRUE" if said else "FALSE")
            elif cell.ctype == XL_CELL_DATE and isinstance(said, float):
                day, text = _moment(said, from_1904=book.datemode == 1)
                if day is not None:
                    sheet.dates[row, column] = day
                sheet.put(row, column, text)
            elif isinstance(said, float):
                code = book.format_map[book.xf_list[cell.xf_index or 0].format_key].format_str
                sheet.put(row, column, values.number_text(said, percentage="%" in code))
            else:
                sheet.put(row, column, said)
    return sheet


def _moment(serial: float, *, from_1904: bool) -> tuple[date | None, str]:
    try:
        return values.moment(serial, from_1904=from_1904)
    except ValueError:
        return None, values.number_text(serial)
