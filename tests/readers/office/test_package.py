"""What is no Word or PowerPoint file is refused for what it is; so is what would take too much."""

from __future__ import annotations

import struct
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialint.errors import UnreadableDocument
from socialint.model.documents import Source
from socialint.readers import read, refusal
from socialint.readers.office import manuscript, markup, package
from tests.readers.office.files import NAMESPACES, packed, paragraph, relations, run, saved, word
from tests.readers.reading import document, parts, read_or_refused, texts

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
MISNAMED = {
    "nothing": (b"", "empty", "save it again"),
    "an old Word file": (OLD + "WordDocument".encode("utf-16-le"), "old Word", "save it as .docx"),
    "a locked file": (OLD + "EncryptedPackage".encode("utf-16-le"), "password", "without a password"),
    "another old file": (OLD, "old Office", "new format"),
    "RTF": (b"{\\rtf1\\ansi w1}", "RTF", ".docx"),
    "a web page": (b"\xef\xbb\xbf <html><body>w1", "web page", ".html"),
    "a PDF": (b"%PDF-1.7", "PDF", ".pdf"),
    "text": (b"w1 w2", "no Word file", "suffix"),
    "any zip": (packed({"a.txt": "w1"}), "no Word file", "save it again"),
    "a spreadsheet": (packed({"_rels/.rels": relations("xl/workbook.xml"), "xl/workbook.xml": "<x/>"}), "Excel", ".xlsx"),
    "OpenDocument": (packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), "OpenDocument", ".docx"),
    "Pages": (packed({"Index/Document.iwa": b"\x00"}), "Pages", "export"),
    "half a zip": (word(paragraph("w1"))[:-200], "damaged", "save it again"),
    "no XML": (packed({"_rels/.rels": relations("word/document.xml"), "word/document.xml": "w1"}), "not XML", "save it again"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "reason", "hint"), MISNAMED.values(), ids=MISNAMED)
def test_what_is_no_word_file_is_refused_for_what_it_is(data: bytes, reason: str, hint: str) -> None:
    with pytest.raises(UnreadableDocument, match=reason) as refused:
        read(Source("draft.docx", data))
    assert hint in refused.value.hint


@pytest.mark.parametrize("suffix", [".doc", ".rtf", ".odt", ".odp", ".pages", ".key", ".ppt"])
def test_other_programs_files_are_refused_with_the_next_step(suffix: str) -> None:
    refused = refusal("draft" + suffix)
    assert refused is not None
    assert "save it as" in refused.hint


def test_the_main_part_may_have_any_name_and_flavour() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f'<w:document xmlns:w="{strict}"><w:body>{paragraph("w1")}<w:sectPr/></w:body></w:document>'
    data = packed(
        {
            "_rels/.rels": relations("/Word/./Document2.xml"),
            "word/document2.xml": body.encode("utf-16"),
        }
    )
    assert texts(document("draft.docx", data).posts[0]) == ["w1"]


@pytest.mark.parametrize("suffix", [".docm", ".dotx", ".DOTM"])
def test_templates_and_files_with_macros_are_read(suffix: str) -> None:
    assert texts(document("draft" + suffix, word(paragraph("w1"))).posts[0]) == ["w1"]


def test_entities_are_neither_expanded_nor_fetched() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    for encoding in ("utf-8", "utf-16"):
        main = f"{bomb}<w:document {NAMESPACES}><w:body>{paragraph('&b;&c;')}</w:body></w:document>"
        data = packed(
            {"_rels/.rels": relations("word/document.xml"), "word/document.xml": main.encode(encoding)}
        )
        with pytest.raises(UnreadableDocument, match="document type"):
            read(Source("draft.docx", data))


def test_a_part_that_unpacks_to_more_than_a_draft_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableDocument, match="much bigger unpacked"):
        read(Source("draft.docx", word(" " * 40_000_000)))
    monkeypatch.setattr(package, "MAX_UNPACKED", 1_000)
    with pytest.raises(UnreadableDocument, match="much bigger unpacked"):
        read(Source("draft.docx", word(paragraph("w1" * 600))))


def test_too_many_members_or_tags_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup, "MAX_TAGS", 50)
    with pytest.raises(UnreadableDocument, match="more than 50 tags"):
        read(Source("draft.docx", word(paragraph("w1") * 30)))
    monkeypatch.setattr(package, "MAX_MEMBERS", 2)
    with pytest.raises(UnreadableDocument, match="a zip of more than 2 files"):
        read(Source("draft.docx", word(paragraph("w1"))))


def test_words_that_a_file_shows_many_times_over_are_refused_or_told_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    again = paragraph("w1", run('<w:footnoteReference w:id="2"/><w:commentReference w:id="3"/>') * 50)
    notes = f"<w:footnote w:id='2'>{paragraph('w2')}</w:footnote>"
    comments = f"<w:comment w:id='3'>{paragraph('w3')}</w:comment>"
    (found,) = document("draft.docx", word(again, footnotes=notes, comments=comments)).posts
    assert parts(found) == [("body", "w1\n\nw2"), ("internal", "w3")]
    monkeypatch.setattr(manuscript, "MAX_TEXT", 1_000)
    links = "<w:hyperlink r:id='x1'/>" * 20
    with pytest.raises(UnreadableDocument, match="more text than any draft"):
        read(Source("draft.docx", word(paragraph(links), external=(f"https://a.example/{'w' * 90}",))))


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(UnreadableDocument):
        read(Source("draft.docx", word("<w:sdt>" * 5_000 + "</w:sdt>" * 5_000)))
    deep = "<w:sdt>" * 200 + paragraph("w1") + "</w:sdt>" * 200
    assert texts(document("draft.docx", word(deep)).posts[0]) == ["w1"]


def test_locked_and_strangely_packed_members_are_refused() -> None:
    data = bytearray(word(paragraph("w1")))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        while start >= 0:
            struct.pack_into("<H", data, start + at, 1)
            start = data.find(mark, start + 4)
    with pytest.raises(UnreadableDocument, match="password"):
        read(Source("draft.docx", bytes(data)))
    made = BytesIO()
    with ZipFile(made, "w", ZIP_BZIP2) as archive:
        archive.writestr("_rels/.rels", relations("word/document.xml"))
    with pytest.raises(UnreadableDocument, match="cannot be unpacked"):
        read(Source("draft.docx", made.getvalue()))


def test_two_parts_of_one_name_are_refused() -> None:
    made = BytesIO(word(paragraph("w1")))
    with ZipFile(made, "a", ZIP_DEFLATED) as archive:
        archive.writestr("Word/Document.xml", "<x/>")
    with pytest.raises(UnreadableDocument, match="same name"):
        read(Source("draft.docx", made.getvalue()))


def _real() -> bytes:
    file = docx.Document()
    file.add_heading("Facebook", 1)
    file.add_paragraph("w1 w2")
    file.add_table(2, 2).cell(0, 0).text = "w3"
    return saved(file)


REAL = _real()


@settings(max_examples=150, deadline=None)
@given(
    st.integers(0, len(REAL)),
    st.lists(st.tuples(st.integers(0, len(REAL) - 1), st.integers(0, 255)), max_size=6),
)
def test_a_cut_or_changed_file_is_read_or_refused(end: int, changes: list[tuple[int, int]]) -> None:
    read_or_refused("draft.docx", REAL[:end])
    data = bytearray(REAL)
    for at, byte in changes:
        data[at] = byte
    read_or_refused("draft.docx", bytes(data))


XML = st.lists(
    st.sampled_from(
        "<w:p> </w:p> <w:r> </w:r> <w:t>Our&#32;tea </w:t> <w:tbl> <w:tr> <w:tc> </w:tc> </w:tr> </w:tbl> <w:sdt> </w:sdt> "
        "<w:del> </w:del> <w:ins> </w:ins> <w:rPr><w:vanish/></w:rPr> <w:instrText>MERGEFIELD</w:instrText> "
        "<w:fldChar/> <w:txbxContent> </w:txbxContent> <mc:AlternateContent> </mc:AlternateContent> <w:tab/> "
        "<w:sym/> <w:footnoteReference/> <w:drawing> </w:drawing> <pic:pic/> <c:chart/> <w:pPr><w:outlineLvl/></w:pPr> x & ]]>".split()
    ),
    max_size=30,
).map("".join)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(XML)
def test_any_markup_in_a_word_file_is_read_or_refused(inside: str) -> None:
    read_or_refused("draft.docx", word(inside))


TREES = st.recursive(
    st.sampled_from(["w1", "<w:tab/>", "<w:t>w2</w:t>", "<w:fldChar w:fldCharType='begin'/>", "<w:p/>", "<c:chart r:id='r1'/>"]),
    lambda inner: st.tuples(
        st.sampled_from("w:p w:r w:t w:tbl w:tr w:tc w:sdt w:del w:ins w:hyperlink w:txbxContent mc:AlternateContent mc:Choice w:drawing pic:pic w:rPr w:pPr w:pict v:shape".split()),
        st.lists(inner, max_size=4),
    ).map(lambda tree: f"<{tree[0]}>{''.join(tree[1])}</{tree[0]}>"),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(TREES)
def test_any_tree_in_a_word_file_is_read_without_losing_a_word(tree: str) -> None:
    found = read_or_refused("draft.docx", word(tree, chart1=""))
    assert found is not None
    said = " ".join(one.text for every in found.posts for one in every.fields)
    if "<w:t>w2</w:t>" in tree and not any(mark in tree for mark in ("pic:", "Pr>", "AlternateContent")):
        assert "w2" in said
