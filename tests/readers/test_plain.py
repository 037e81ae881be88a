from __future__ import annotations

import pytest

from socialint.errors import UnreadableDocument
from socialint.model.documents import Source
from socialint.model.places import Location
from socialint.readers import READERS, UNSUPPORTED, can_read, read, refusal
from socialint.readers.original import MAX_BYTES
from tests.readers.reading import document, parts, place, post, read_or_refused


def test_a_text_is_one_post_exactly_as_it_stands() -> None:
    found = post("post.txt", " Hello,\r\n\r\n# world \n")
    assert found.name == ""
    assert parts(found) == [("body", " Hello,\r\n\r\n# world \n")]
    assert place(found.fields[0], "world") == Location(3, 3, 3, 8)


@pytest.mark.parametrize("name", ["-", "a.TXT", "folder.md/a.text"])
def test_text_goes_by_these_names(name: str) -> None:
    assert can_read(name)
    assert parts(post(name, "w1")) == [("body", "w1")]


@pytest.mark.parametrize("blank", ["", " \n\t", "\ufeff"])
def test_a_blank_text_is_no_post(blank: str) -> None:
    assert not document("post.txt", blank).posts


ENCODINGS = {
    "utf-8": ("é w1".encode(), "utf-8"),
    "utf-8 with a mark": ("\ufeffé w1".encode(), "utf-8"),
    "utf-16": ("é w1".encode("utf-16"), "utf-16-le"),
    "utf-16, big end first": (b"\xfe\xff" + "é w1".encode("utf-16-be"), "utf-16-be"),
    "utf-32": ("é w1".encode("utf-32"), "utf-32-le"),
    "windows": (b"\xe9 w1", "cp1252"),
}


@pytest.mark.parametrize(("data", "encoding"), ENCODINGS.values(), ids=ENCODINGS)
def test_the_encoding_is_found_and_said(data: bytes, encoding: str) -> None:
    found = document("post.txt", data)
    assert parts(found.posts[0]) == [("body", "é w1")]
    assert found.encoding == encoding
    assert place(found.posts[0].fields[0], "w1") == Location(1, 3, 1, 5)


@pytest.mark.parametrize(
    "data",
    [b"w1\x00w2", b"\xff\xfew", b"\x89PNG\r\n\x1a\n\x00", b"w1 \x81", bytes(range(1, 9)) * 20, b"PK\x03\x04\x14\x00", b"\xff\xfe\x00\xd8"],
)  # fmt: skip
@pytest.mark.parametrize("suffix", READERS)
def test_what_is_no_text_is_refused(suffix: str, data: bytes) -> None:
    with pytest.raises(UnreadableDocument):
        read(Source("post" + suffix, data))


def test_a_source_that_is_too_big_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="bigger than 32 MB"):
        read(Source("post.txt", b"a" * (MAX_BYTES + 1)))


@pytest.mark.parametrize(
    "name",
    [
        "a.doc",
        "a.RTF",
        "a.odp",
        "a.key",
        "a.msg",
        "a.numbers",
        "a.gsheet",
        "a.xlsb",
        "a.exe",
        "Makefile",
        "notes",
        ".md",
    ],
)
def test_an_unknown_type_is_refused_with_the_next_step(name: str) -> None:
    refused = refusal(name)
    assert not can_read(name)
    assert refused is not None
    assert refused.reason
    assert refused.hint
    with pytest.raises(UnreadableDocument):
        read(Source(name, b"w1"))


def test_no_type_is_both_read_and_not() -> None:
    assert not set(READERS) & set(UNSUPPORTED)


@pytest.mark.parametrize("suffix", READERS)
def test_every_reader_in_the_table_is_there(suffix: str) -> None:
    found = read_or_refused("post" + suffix, b"")
    assert found is None or not found.posts


def test_front_matter_in_a_text_stays_its_text_and_is_believed() -> None:
    text = "---\npatient_consent: true\n---\nMilo spent his summer here.\n"
    found = post("post.txt", text)
    assert parts(found) == [("body", text)]
    assert found.metadata["consent"] is True
    (row,) = document("posts.json", '[{"text": "---\\nconsent: pending\\n---\\nMilo", "channel": "x"}]').posts
    assert (row.metadata["consent"], row.metadata["channel"]) == ("pending", "x")
