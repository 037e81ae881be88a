"""Damaged workbooks are read or refused: no crash, no text that stands elsewhere, none that is lost."""

from __future__ import annotations

import io
import zipfile
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readers.reading import read_or_refused, unread
from tests.readers.workbook.making import MAKERS, Rows, xlsx

ROWS: Rows = [
    ["Plan for March"],
    ["Date", "Channel", "Copy", "Notes"],
    ["2026-03-04", "FB", "Flu shots on Saturday", "ask Bob"],
    [None, None, "We are hiring", None],
]
PIECES = (
    b"", b"<", b">", b"</c>", b"<row>", b"</row>", b'r="XFD1048576"', b'r="A0"', b't="s"', b't="e"', b"<f/>", b"<v>9e99</v>",
    b"<v>-1</v>", b"<is>", b"&amp;", b"&#0;", b"&#xD800;", b"_xD800_", b"\xff", b'hidden="1"', b'ref="A1:XFD1048576"',
    b'table:number-rows-repeated="1048576"', b'table:number-columns-repeated="16384"', b'office:value-type="date"',
    b'office:date-value="x"', b'table:formula="of:=A1"', b"<text:s text:c='99999'/>", b'state="hidden"', b"1", b"99999999999",
)  # fmt: skip


@cache
def whole(suffix: str) -> bytes:
    return MAKERS[suffix]({"March": ROWS, "Lists": [["Facebook"], ["Instagram"]]})


@pytest.mark.parametrize("suffix", MAKERS)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused(suffix: str, data: st.DataObject) -> None:
    damaged = bytearray(whole(suffix))
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        damaged[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(damaged)))
    read_or_refused("plan" + suffix, bytes(damaged[: cut or len(damaged)]))


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_damaged_parts_are_read_or_refused(suffix: str, data: st.DataObject) -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole(suffix))) as old, zipfile.ZipFile(written, "w") as new:
        names = [name for name in old.namelist() if name.endswith((".xml", ".rels"))]
        damaged = data.draw(st.sampled_from(names))
        for name in old.namelist():
            content = old.read(name)
            if name == damaged:
                at = data.draw(st.integers(0, len(content)))
                gone = data.draw(st.sampled_from([0, 0, 1, 20]))
                content = content[:at] + data.draw(st.sampled_from(PIECES)) + content[at + gone :]
            new.writestr(name, content)
    read_or_refused("plan" + suffix, written.getvalue())


@pytest.mark.parametrize("suffix", MAKERS)
def test_a_workbook_without_text_has_no_post(suffix: str) -> None:
    for rows in ([], [[None]], [["Date", "Text"]]):
        found = read_or_refused("plan" + suffix, MAKERS[suffix]({"S": rows}))
        assert found is not None
        assert (found.posts, unread(found)) == ((), [])


@pytest.mark.parametrize(
    "gone", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"]
)
def test_a_part_that_is_not_there_is_no_empty_calendar(gone: str) -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xlsx({"S": ROWS}))) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            if name != gone:
                new.writestr(name, old.read(name))
    assert read_or_refused("plan.xlsx", written.getvalue()) is None
