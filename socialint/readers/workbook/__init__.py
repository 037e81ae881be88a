"""Workbooks (.xlsx, .xlsm, .xls, .ods) -> the posts of all their sheets, hidden ones too.

`excel`, `old_excel` and `opendocument` read the sheets of a file, `cells` makes of them one text
in which every cell has its place, and the rest is as for any other table.

No library reads them all: those that are fast make the whole rectangle of a sheet, from its first
cell to its last, and a damaged or wicked file of a few bytes then ends the process for want of
memory. None of them knows notes, hidden rows, and formulas without a value, which takes a second
pass over the same XML. So there is one pass, ours.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePosixPath

from socialint.model.documents import Document, Part, Post, Source, UnreadKind
from socialint.readers.names import Columns, Names
from socialint.readers.table import arranged, is_known, posts_of, say_guessed
from socialint.readers.workbook import excel, old_excel, opendocument
from socialint.readers.workbook.cells import Cells, called, laid_out
from socialint.readers.workbook.sheet import Sheet

_SHEETS: Mapping[str, Callable[[bytes], Sequence[Sheet]]] = {
    ".xlsx": excel.sheets,
    ".xlsm": excel.sheets,
    ".xls": old_excel.sheets,
    ".ods": opendocument.sheets,
}


def read(source: Source, columns: Columns) -> Document:
    """The posts of a workbook; a post is named by its sheet and row, a finding by its cell as well.

    Beside a calendar there may be sheets of instructions and lists: where the columns of one sheet
    are known, those that are not known in another are checked as text and nothing is said of them.
    """
    sheets = _SHEETS[PurePosixPath(source.name).suffix.lower()](source.data)
    text, tables = laid_out(source, sheets)
    names = Names.of(columns)
    arrangements = [arranged(text.text, table, names) for table, _ in tables]
    if not any(map(is_known, arrangements)) and any(arrangements):
        say_guessed(text)
    posts: list[Post] = []
    for sheet, (table, loose), arrangement in zip(sheets, tables, arrangements, strict=True):
        posts += posts_of(text, table, arrangement)
        for one in loose:
            posts.append(Post(one.sheet, (text.field(Part.INTERNAL, one.written, one.name),)))
        _say_pictures(text, sheet)
    return text.document(posts)


def _say_pictures(text: Cells, sheet: Sheet) -> None:
    if sheet.pictures:
        text.note(
            "the words in its pictures were not read",
            hint="write them into a column, as image text",
            post=called(sheet),
            kind=UnreadKind.IMAGE_TEXT,
        )
