from __future__ import annotations

import datetime
import tomllib

import pytest

from socialint.model.documents import Source
from socialint.readers.nodes import MalformedError, leaves, value
from socialint.readers.original import original
from socialint.readers.toml_values import parse

DOCUMENTS = {
    "values": 'a = 1\nb = 2.5\nc = true\nd = "w1"\ne = \'w2 \\n\'\n"f g" = [1, ["w3", "w4"],]\n\'h\'=0x1F # "no"\n',
    "escapes": 'a = "\\u00e9 \\"w1\\" \\U0001F600 \\t\\\\ w2"\n',
    "long texts": 'a = """\nw1 ""quoted""\n w2 \\\n   w3"""\nb = \'\'\'\nw4 \'\'w5\'\'\\n\'\'\'\nc = """w6"\n"""\nd = """"w7""""\n',
    "tables": 'a.b = "w1"\n[t]\nx = "w2"\n[t.u]\ny = "w3"\n[v.w]\nz = "w4"\n[t.s]\nx = "w5"\n[v]\nk = "w6"\n',
    "lists of tables": '[[p]]\nx = "w1"\n[[p.q]]\ny = "w2"\n[[p]]\nx = "w3"\n[p.r]\nz = "w4"\n',
    "tables in a line": 'a = {b = "w1", "c d" = {e = ["w2", {f = "w3"}]}, g.h = "w4"}\n',
    "remarks": '# "w0"\na = [ # one\n  "w1", # two "w2"\n\n  "w3"\n] # three\n',
    "times": "a = 2026-03-04\nb = 2026-03-04T10:00:00Z\nc = 10:00:00\nd = [2026-03-04, 2026-03-05]\n",
    "nothing": "",
}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("written", DOCUMENTS.values(), ids=DOCUMENTS)
def test_it_says_what_the_standard_library_says_and_where(written: str, line_end: str) -> None:
    text = "+++\n" + written.replace("\n", line_end)
    found = original(Source("post.md", text.encode()))
    node = parse(text, 4, len(text))
    assert value(node) == _plain(tomllib.loads(written))
    for _, leaf in leaves(node):
        for segment in leaf.written.segments:
            if segment.length == segment.source_length > 1:
                assert (
                    leaf.written.text[segment.start :][: segment.length]
                    == found.text[segment.source :][: segment.length]
                )


@pytest.mark.parametrize(
    "written", ["a = ", "a", "a = [", 'a = "w1', "[a", "a = 1\na = 2", "a = {b = 1,\n}", "[" * 500]
)
def test_what_is_no_toml_is_refused(written: str) -> None:
    with pytest.raises(MalformedError):
        parse(written, 0, len(written))


def _plain(said: object) -> object:
    """Dates and times as they were written."""
    if isinstance(said, dict):
        return {key: _plain(item) for key, item in said.items()}
    if isinstance(said, list):
        return [_plain(item) for item in said]
    if isinstance(said, datetime.date | datetime.time):
        return said.isoformat().replace("+00:00", "Z")
    return said
