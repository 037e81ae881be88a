"""An OpenDocument spreadsheet (.ods: ISO/IEC 26300) -> its sheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

import regex

from socialint.errors import UnreadableDocument
from socialint.readers.office.markup import MEND, Element, ended
from socialint.readers.office.package import opened
from socialint.readers.office.signatures import other_than
from socialint.readers.table import Merge
from socialint.readers.workbook.sheet import MAX_CELLS, Picture, Sheet, too_many_cells

_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"
_MAX_ROW, _MAX_COLUMN = 1_048_576, 16_384
_CLOCK = regex.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?")
_ERRORS = ("#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "Err:")
_HIDING = ("collapse", "filter")


@dataclass
class _Reading:
    """The sheet that is being read; it learns its name when it ends."""

    sheet: Sheet = field(default_factory=lambda: Sheet(""))
    row: int = 0
    column: int = 0


def sheets(data: bytes) -> Sequence[Sheet]:
    """The sheets of a spreadsheet. Raises `UnreadableDocument`."""
    package = opened(data)
    if package is None or not package.has("mimetype") or not package.has("content.xml"):
        raise other_than(data, "OpenDocument")
    if not package.bytes("mimetype").strip().startswith(_SPREADSHEET):
        raise UnreadableDocument(
            "an OpenDocument file, but no spreadsheet", hint="give it the suffix of what it is"
        )
    if package.has("META-INF/manifest.xml") and b"encryption-data" in package.bytes("META-INF/manifest.xml"):
        raise UnreadableDocument("protected with a password", hint="save it without a password")
    found: list[Sheet] = []
    hidden_styles: set[str] = set()
    reading = _Reading()
    cells = 0
    for element in ended(package.bytes("content.xml"), ("style", "table-column", "table-row", "table")):
        match _local(element):
            case "style":
                if any(
                    _get(one, "display") == "false" for one in element if _local(one) == "table-properties"
                ):
                    hidden_styles.add(_get(element, "name"))
            case "table-column":
                repeated = _repeated(element, "number-columns-repeated")
                if _get(element, "visibility") in _HIDING:
                    reading.sheet.hidden_columns.append(range(reading.column, reading.column + repeated))
                reading.column += repeated
            case "table-row":
                cells += _row(element, reading)
                if cells > MAX_CELLS:
                    raise too_many_cells()
            case _ if _local(element.getparent()) == "spreadsheet":
                reading.sheet.name = _get(element, "name")
                reading.sheet.hidden = _get(element, "style-name") in hidden_styles
                for shapes in element:
                    if _local(shapes) == "shapes":
                        _shapes(shapes, reading.sheet)
                found.append(reading.sheet)
                reading = _Reading()
    return found


def _row(element: Element, reading: _Reading) -> int:
    """Read a row, and every repetition of it; how many cells that were."""
    repeated = _repeated(element, "number-rows-repeated")
    sheet, top = reading.sheet, reading.row
    reading.row += repeated
    if reading.row > _MAX_ROW:
        raise UnreadableDocument("damaged: it has more rows than there may be", hint=MEND)
    said = list(_cells(element, sheet, top))
    size = sum(len(columns) for columns, _, _ in said) * repeated
    if size > MAX_CELLS:
        raise too_many_cells()
    hidden = _get(element, "visibility") in _HIDING
    for row in range(top, top + repeated if said or hidden else top):
        if hidden:
            sheet.hidden_rows.add(row)
        for columns, text, day in said:
            for column in columns:
                sheet.put(row, column, text)
                if day is not None:
                    sheet.dates[row, column] = day
    return size


def _cells(element: Element, sheet: Sheet, row: int) -> Iterator[tuple[range, str, date | None]]:
    """The cells of a row that say something: their columns, their text, and the day they are."""
    column = 0
    for cell in element:
        if _local(cell) not in ("table-cell", "covered-table-cell"):
            continue
        repeated = _repeated(cell, "number-columns-repeated")
        columns = range(column, column + repeated)
        column += repeated
        if column > _MAX_COLUMN:
            raise UnreadableDocument("damaged: it has more columns than there may be", hint=MEND)
        down, right = _repeated(cell, "number-rows-spanned"), _repeated(cell, "number-columns-spanned")
        if down > 1 or right > 1:
            sheet.merges.append(Merge(row, columns[0], row + down - 1, columns[0] + right - 1))
        for child in cell:
            if _local(child) == "annotation":
                sheet.notes.append(((row, columns[0]), _paragraphs(child)))
        _shapes(cell, sheet)
        text, day = _said(cell)
        if text:
            yield columns, text, day
        elif _get(cell, "formula") and (_get(cell, "value-type") != "string" or _is_error(cell)):
            sheet.uncalculated.append((row, columns[0]))


def _said(cell: Element) -> tuple[str, date | None]:
    kind = _get(cell, "value-type")
    if kind == "date":
        said = _get(cell, "date-value").replace("T00:00:00", "").replace("T", " ")
        try:
            return said, date.fromisoformat(said[:10])
        except ValueError:
            pass
    if kind == "time" and (clock := _CLOCK.fullmatch(_get(cell, "time-value"))):
        return ":".join(f"{int(part or 0):02}" for part in clock.groups()), None
    text = _paragraphs(cell)
    shown = text or _get(cell, "string-value") or _get(cell, "value")
    return "" if _is_error(cell) else shown, None


def _is_error(cell: Element) -> bool:
    """Whether a formula came to an error: what it shows is what the program says, not the draft."""
    kinds = [value for key, value in cell.attrib.items() if str(key).endswith("}value-type")]
    return bool(_get(cell, "formula")) and ("error" in kinds or _paragraphs(cell).startswith(_ERRORS))


def _shapes(element: Element, sheet: Sheet) -> None:
    """The text boxes and pictures in a cell or on a sheet."""
    for one in element.iter("{*}text-box", "{*}custom-shape", "{*}image"):
        if _local(one) == "image":
            sheet.pictures.append(Picture(None))
            frame = one.getparent()
            about = (
                [child for child in frame if _local(child) in ("title", "desc")] if frame is not None else []
            )
            sheet.loose += [("description of a picture", _text(child)) for child in about]
        else:
            sheet.loose.append(("text box", _paragraphs(one)))


def _paragraphs(element: Element) -> str:
    return "\n".join(_text(one) for one in element if _local(one) in ("p", "h"))


def _text(element: Element) -> str:
    """The text of a paragraph: blanks that are counted, tabs, line breaks, and no readings of letters."""
    pieces = [element.text or ""]
    for child in element:
        match _local(child):
            case "s":
                pieces.append(" " * min(_repeated(child, "c"), 1000))
            case "tab":
                pieces.append("\t")
            case "line-break":
                pieces.append("\n")
            case "ruby-text" | "annotation" | "note-citation":
                pass
            case _:
                pieces.append(_text(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _repeated(element: Element, name: str) -> int:
    said = _get(element, name)
    return max(int(said), 1) if said.isascii() and said.isdigit() and len(said) < 10 else 1


def _get(element: Element, name: str) -> str:
    """The value of an attribute, whatever its prefix; where two differ in that alone, the first."""
    return next(
        (str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), ""
    )


def _local(element: Element | None) -> str:
    tag = element.tag if element is not None else ""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
