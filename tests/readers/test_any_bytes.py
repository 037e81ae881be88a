"""Any bytes are read or refused, whatever their name says they are; and places stay right."""

from __future__ import annotations

import json

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from socialint.readers import READERS
from tests.readers.reading import read_or_refused

SUFFIXES = sorted({reader: suffix for suffix, reader in READERS.items()}.values())
MARKUP = st.text(
    st.sampled_from([*"ab é😀\n\r\t \"'`*_~[](){}<>!#|-+=:;,.&\\/%1à\u2028\x85\ufdd0"]), max_size=60
)
SNIPPETS = (
    "text", "Our tea cures ", "\n", "\r\n", "\n\n", " ", "  ", "\t", '"', "'", '""', ",", ";", "|", "||",
    "---\n", "+++\n", "```\n", "# ", "> ", "- ", "1. ", "* ", "**", "_", "~~", "`", "[", "](", ")", "![",
    "[a]: b 'c'\n", "<b>", "</b>", "<!--", "-->", "<br>", "<p hidden>", "<script>", "</script>", "<img alt=",
    "&amp;", "&#65;", "&eacute", "&", "\\", "\\n", "\\u00e9", "\\ud83d", "{", "}", "[]", ":", ": ", "key: ",
    "title: ", "text: |\n  ", "&a ", "*a", "!t ", "? ", "é", "😀", "a\u0301", "\u2028", "\x07", "|---|\n",
    "| a | b |\n", "http://x.y/", "<http://x.y>", "text,date\n", '{"text": "', '"}', "export const a = ",
    "import x from 'y'\n", "true", "1e5", "2026-01-02", "=", "\x00", "\ufeff", "    ",
)  # fmt: skip
PIECES = st.lists(st.sampled_from(SNIPPETS), max_size=25).map("".join)


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=300))
def test_random_bytes_are_read_or_refused(suffix: str, data: bytes) -> None:
    read_or_refused("draft" + suffix, data)


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=200, deadline=None)
@given(text=st.one_of(MARKUP, PIECES))
def test_random_markup_is_read_or_refused(suffix: str, text: str) -> None:
    read_or_refused("draft" + suffix, text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "cp1252"])
@settings(max_examples=10, deadline=None)
@given(text=PIECES)
def test_no_encoding_moves_a_place(encoding: str, suffix: str, text: str) -> None:
    read_or_refused("draft" + suffix, text.encode(encoding, "replace"))


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(
    "piece",
    ["[", "{", '{"a":', "- ", "> ", "![", "<div>", "<p hidden>", "(", "* a\n  ", "'", '"', "[a](", "&a [*a,"],
)
def test_deep_nesting_is_read_or_refused(piece: str, suffix: str) -> None:
    read_or_refused("draft" + suffix, (piece * 3000).encode())
    read_or_refused("draft" + suffix, (piece * 300 + "x").encode())


@settings(max_examples=150, deadline=None)
@given(
    values=st.lists(
        st.dictionaries(st.sampled_from(["text", "title", "alt", "notes"]), st.text()), max_size=4
    )
)
def test_what_json_says_is_what_is_read(values: list[dict[str, str]]) -> None:
    for ascii_only in (True, False):
        written = json.dumps(values, ensure_ascii=ascii_only).encode("utf-8", "surrogatepass")
        found = read_or_refused("draft.json", written)
        if found is not None and any("text" in value for value in values):
            said = {text for value in values for text in value.values() if text.strip()}
            assert {one.text for post in found.posts for one in post.fields} <= {
                _mended(text) for text in said
            }


@settings(max_examples=150, deadline=None)
@given(
    values=st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=3),
    style=st.sampled_from([None, "'", '"', "|", ">"]),
    width=st.sampled_from([20, 80]),
)
def test_what_yaml_says_is_what_is_read(values: list[str], style: str | None, width: int) -> None:
    records = [{"text": value} for value in values]
    written = yaml.safe_dump(records, default_style=style, width=width, allow_unicode=True)
    found = read_or_refused("draft.yaml", written.encode())
    if found is not None:
        said = [record["text"] for record in yaml.load(written, Loader=yaml.BaseLoader)]
        assert [one.text for post in found.posts for one in post.fields] == [v for v in said if v.strip()]


@settings(max_examples=150, deadline=None)
@given(
    cells=st.lists(
        st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n")), min_size=1, max_size=4
    ),
    delimiter=st.sampled_from([",", ";", "\t"]),
    line_end=st.sampled_from(["\n", "\r\n"]),
)
def test_what_csv_says_is_what_is_read(cells: list[str], delimiter: str, line_end: str) -> None:
    rows = ["date" + delimiter + "text", *(delimiter + '"' + cell.replace('"', '""') + '"' for cell in cells)]
    found = read_or_refused("draft.csv", line_end.join(rows).encode())
    assert found is not None
    assert [one.text for post in found.posts for one in post.fields] == [
        cell for cell in cells if cell.strip()
    ]


def _mended(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
