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

from socialint.model.documents import Document, Part, Post, Source
from socialint.readers.names import Columns, Names
from socialint.readers.table import arranged, is_known, posts_of, say_guessed
from socialint.readers.workbook import excel, old_excel, opendocument
from socialint.readers.workbook.cells import laid_out
from socialint.readers.workbook.pictures import with_pictures
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
        posts += with_pictures(list(posts_of(text, table, arrangement)), text, sheet, table, columns)
        for one in loose:
            posts.append(Post(one.sheet, (text.field(Part.INTERNAL, one.written, one.name),)))
    return text.document(posts)
