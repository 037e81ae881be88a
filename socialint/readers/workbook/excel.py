"""An Excel workbook (.xlsx, .xlsm: ECMA-376, Strict and Transitional) -> its sheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import regex

from socialint.errors import UnreadableDocument
from socialint.readers.office.drawings import shown_by
from socialint.readers.office.markup import MEND, NAMES, Element, attribute, ended, parse
from socialint.readers.office.package import Package
from socialint.readers.office.signatures import package_of
from socialint.readers.table import Merge
from socialint.readers.workbook import values
from socialint.readers.workbook.sheet import MAX_CELLS, Address, Picture, Sheet, too_many_cells

_REFERENCE = regex.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_MAX_ROW, _MAX_COLUMN = 1_048_576, 16_384
_ESCAPED = regex.compile(r"_x([0-9A-Fa-f]{4})_")
_HEADERS = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
_HEADER_CODE = regex.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|\d+|[A-Za-z])')
_THREADED = "[Threaded comment]"


@dataclass(frozen=True)
class _Book:
    """What the cells of all sheets refer to."""

    texts: Sequence[str] = field(repr=False)
    dates: frozenset[int]
    """Styles that show a date."""
    percentages: frozenset[int]
    from_1904: bool


def sheets(data: bytes) -> Sequence[Sheet]:
    """The sheets of a workbook. Raises `UnreadableDocument`."""
    package, start = package_of(data, "Excel", "x:workbook")
    root = parse(package.bytes(start))
    properties = next(_found(root, "workbookPr"), None)
    dates, percentages = _styles(package, start)
    book = _Book(
        _texts(package, start),
        dates,
        percentages,
        properties is not None and _is_on(properties.get("date1904")),
    )
    relations = package.relations(start)
    found: list[Sheet] = []
    cells = 0
    for one in _found(root, "sheet"):
        relation = relations.get(attribute(one, "r:id"))
        if relation is None or relation.external or not package.has(relation.target):
            raise UnreadableDocument("damaged: one of its sheets is not there", hint=MEND)
        if relation.kind != "worksheet":
            continue  # a sheet that is a chart, a dialogue or a macro has no cells
        sheet = Sheet(one.get("name", ""), hidden=one.get("state", "visible") != "visible")
        _read(package, relation.target, sheet, book)
        cells += sum(map(len, sheet.cells.values()))
        if cells > MAX_CELLS:
            raise too_many_cells()
        found.append(sheet)
    return found


def _read(package: Package, part: str, sheet: Sheet, book: _Book) -> None:
    row = -1
    for element in ended(package.bytes(part), ("row", "col", "mergeCell", *_HEADERS)):
        match NAMES[element.tag]:
            case "x:row":
                row = _number(element.get("r"), row + 2) - 1
                if not 0 <= row < _MAX_ROW:
                    raise _damaged()
                if _is_on(element.get("hidden")):
                    sheet.hidden_rows.add(row)
                _row(element, row, sheet, book)
            case "x:col" if _is_on(element.get("hidden")):
                sheet.hidden_columns.append(
                    range(_number(element.get("min"), 1) - 1, _number(element.get("max"), _MAX_COLUMN))
                )
            case "x:mergeCell":
                sheet.merges.extend(_merges(element.get("ref", "")))
            case name if name.removeprefix("x:") in _HEADERS:
                kind = "page footer" if "Footer" in name else "page header"
                sheet.loose.append((kind, _HEADER_CODE.sub(" ", element.text or "")))
    _beside(package, part, sheet)


def _row(element: Element, row: int, sheet: Sheet, book: _Book) -> None:
    column = -1
    for cell in element:
        if NAMES[cell.tag] != "x:c":
            continue
        reference = cell.get("r")
        column = _address(reference)[1] if reference else column + 1
        if column >= _MAX_COLUMN:
            raise _damaged()
        formula, said, rich = False, None, ""
        for child in cell:
            name = NAMES[child.tag]
            if name == "x:f":
                formula = True
            elif name == "x:v":
                said = child.text
            elif name == "x:is":
                rich = _rich(child)
        kind = cell.get("t", "n")
        if kind == "e" or (formula and not said and kind not in ("str", "inlineStr")):
            sheet.uncalculated.append((row, column))
        elif kind == "inlineStr":
            sheet.put(row, column, rich)
        elif said:
            _put(sheet, (row, column), kind, said, _number(cell.get("s"), 0), book)


def _put(sheet: Sheet, address: Address, kind: str, said: str, style: int, book: _Book) -> None:
    row, column = address
    if kind == "s":
        index = _number(said, -1)
        if not 0 <= index < len(book.texts):
            raise _damaged()
        sheet.put(row, column, book.texts[index])
    elif kind == "b":
        sheet.put(row, column, "TRUE" if said == "1" else "FALSE")
    elif kind == "n":
        try:
            value = float(said)
            if style in book.dates:
                day, text = values.moment(value, from_1904=book.from_1904)
                if day is not None:
                    sheet.dates[address] = day
                sheet.put(row, column, text)
                return
        except ValueError:
            sheet.put(row, column, said)
            return
        sheet.put(row, column, values.number_text(value, percentage=style in book.percentages))
    else:
        sheet.put(row, column, _unescaped(said))


def _beside(package: Package, part: str, sheet: Sheet) -> None:
    """What hangs on cells, and what stands on none."""
    threads: dict[Address, list[str]] = {}
    for name in package.related(part, "threadedComment"):
        for one in _found(parse(package.bytes(name)), "threadedComment"):
            text = "".join(child.text or "" for child in one if _local(child) == "text")
            threads.setdefault(_address(one.get("ref", "")), []).append(text)
    sheet.notes += [(address, text) for address, texts in threads.items() for text in texts]
    for name in package.related(part, "comments"):
        for one in _found(parse(package.bytes(name)), "comment"):
            address = _address(one.get("ref", ""))
            text = "".join(_rich(child) for child in one if _local(child) == "text")
            # What older programs show of a thread says the same again.
            if address not in threads or not text.startswith(_THREADED):
                sheet.notes.append((address, text))
    for name in package.related(part, "drawing"):
        root = parse(package.bytes(name))
        for shape in _found(root, "sp"):
            lines = ["".join(one.text or "" for one in _found(line, "t")) for line in _found(shape, "p")]
            sheet.loose.append(("text box", "\n".join(lines)))
        for picture in _found(root, "pic"):
            sheet.pictures.append(_picture(package, name, picture))
            for about in _found(picture, "cNvPr"):
                sheet.loose.append(("description of a picture", about.get("descr", "")))


def _picture(package: Package, part: str, picture: Element) -> Picture:
    relation = shown_by(picture, package.relations(part))
    corner = next((one for above in picture.iterancestors() for one in above if _local(one) == "from"), None)
    said = {_local(one): one.text for one in corner} if corner is not None else {}
    address = (_number(said["row"], 0), _number(said["col"], 0)) if {"row", "col"} <= said.keys() else None
    if relation is None or relation.external or not package.has(relation.target):
        return Picture(address)
    try:
        return Picture(address, relation.target, package.bytes(relation.target))
    except UnreadableDocument:
        return Picture(address)


def _texts(package: Package, start: str) -> Sequence[str]:
    """The texts that cells share."""
    return [
        _rich(item)
        for name in package.related(start, "sharedStrings")
        for item in ended(package.bytes(name), ("si",))
    ]


def _styles(package: Package, start: str) -> tuple[frozenset[int], frozenset[int]]:
    """The styles that show a date, and those that show a percentage."""
    dates: set[int] = set()
    percentages: set[int] = set()
    for name in package.related(start, "styles"):
        root = parse(package.bytes(name))
        codes = {_number(one.get("numFmtId"), 0): one.get("formatCode", "") for one in _found(root, "numFmt")}
        for formats in _found(root, "cellXfs"):
            for index, one in enumerate(child for child in formats if _local(child) == "xf"):
                number = _number(one.get("numFmtId"), 0)
                if values.is_date_format(number, codes.get(number, "")):
                    dates.add(index)
                if values.is_percentage(number, codes.get(number, "")):
                    percentages.add(index)
    return frozenset(dates), frozenset(percentages)


def _rich(element: Element) -> str:
    """The text of an element and of its runs, without how it is to be pronounced."""
    texts = []
    for child in element:
        name = _local(child)
        if name == "t":
            texts.append(child.text or "")
        elif name == "r":
            texts += [one.text or "" for one in child if _local(one) == "t"]
    return _unescaped("".join(texts))


def _unescaped(text: str) -> str:
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def _merges(reference: str) -> Iterator[Merge]:
    first, _, last = reference.partition(":")
    top, left = _address(first)
    bottom, right = _address(last or first)
    yield Merge(top, left, bottom, right)


def _address(reference: str) -> Address:
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        raise _damaged()
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(found[2]) - 1, column - 1


def _found(root: Element, name: str) -> Iterator[Element]:
    return root.iter(f"{{*}}{name}")


def _local(element: Element) -> str:
    return NAMES[element.tag].rpartition(":")[2]


def _number(said: str | None, otherwise: int) -> int:
    return int(said) if said and said.isascii() and said.isdigit() and len(said) < 10 else otherwise


def _is_on(said: str | None) -> bool:
    return said in ("1", "true", "on")


def _damaged() -> UnreadableDocument:
    return UnreadableDocument("damaged: its cells are not where they say they are", hint=MEND)
