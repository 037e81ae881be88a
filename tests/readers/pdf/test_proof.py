"""Proofs are made with fpdf2 and pictures with Pillow; PDFium reads them."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import pytest
from fpdf import FPDF
from fpdf.enums import AccessPermission, EncryptionMethod
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont

from socialint.errors import UnreadableDocument
from socialint.model.documents import Part, UnreadKind
from socialint.model.places import Span
from socialint.readers.pdf import proof as pdf
from socialint.readers.pictures import ocr
from tests.readers.reading import document, parts, place, post, read_or_refused, texts, unread


def proof(*pages: str) -> FPDF:
    made = FPDF()
    made.set_font("Helvetica", size=14)
    for page in pages:
        made.add_page()
        made.multi_cell(0, text=page)
    return made


def raw(made: FPDF) -> bytes:
    return bytes(made.output())


def picture(words: str, size: tuple[int, int] = (800, 200)) -> BytesIO:
    made = Image.new("RGB", size, "white")
    ImageDraw.Draw(made).text((40, 60), words, fill="black", font=ImageFont.load_default(48))
    file = BytesIO()
    made.save(file, "PNG")
    file.seek(0)
    return file


def test_pages_are_read_in_order_and_places_name_them() -> None:
    (body,) = post("proof.pdf", raw(proof("w1 Flu shots.", "w2 Our tea", "cures w3."))).fields
    assert body.text == "w1 Flu shots.\n\nw2 Our tea\ncures w3."
    assert [place(body, word).landmark for word in ("w1", "w2", "w3")] == ["page 1", "page 2", "page 3"]
    assert not place(body, "w2").lined


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("guaran-\nteed relief", "guaranteed relief"),
        ("evidence-\nbased care", "evidence-based care"),
        ("is FDA-\napproved now", "is FDA-approved now"),
        ("in 3-\n4 days", "in 3-\n4 days"),
        ("a well-known tea", "a well-known tea"),
    ],
)
def test_a_word_cut_at_the_end_of_a_line_is_whole(lines: str, said: str) -> None:
    assert texts(post("proof.pdf", raw(proof(lines)))) == [said]


def test_comments_links_and_properties_are_told_apart() -> None:
    made = proof("w1 hello.", "w2 hello")
    made.text_annotation(x=10, y=10, text="w3 is Pat Jones fine with this?", title="Ana")
    made.link(x=10, y=10, w=50, h=10, link="https://a.example/w4")
    made.set_author("w5 Ana Ruiz")
    found = post("proof.pdf", raw(made))
    assert set(parts(found)) == {
        ("body", "w1 hello.\n\nw2 hello"),
        ("internal", "w3 is Pat Jones fine with this?"),
        ("internal", "Ana"),
        ("link", "https://a.example/w4"),
        ("internal", "w5 Ana Ruiz"),
    }
    comment = next(one for one in found.fields if one.text.startswith("w3"))
    assert place(comment, "Pat Jones").landmark == "page 2, comment"


def test_a_page_without_a_text_layer_is_read_as_a_picture() -> None:
    made = proof("w1 hello", "")
    made.image(picture("Our tea cures asthma"), x=10, y=50, w=150)
    found = post("proof.pdf", raw(made))
    (words,) = (one for one in found.fields if one.part is Part.IMAGE_TEXT)
    assert words.text == "Our tea cures asthma"
    assert place(words, "cures").landmark == "page 2"


def test_words_in_a_picture_beside_text_are_read_unless_the_text_says_them() -> None:
    made = proof("Flu shots on Saturday.")
    made.image(picture("Our tea cures asthma"), x=10, y=50, w=150)
    made.image(picture("Flu shots on Saturday"), x=10, y=120, w=150)
    assert texts(post("proof.pdf", raw(made)), Part.IMAGE_TEXT) == ["Our tea cures asthma"]


def test_without_the_extra_a_page_without_text_is_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "available", lambda: False)
    made = proof("", "w1", "")
    made.image(picture("Our tea cures asthma"), x=10, y=50, w=150)
    found = document("proof.pdf", raw(made))
    assert unread(found) == [("page 3", "", UnreadKind.IMAGE_TEXT)]


def test_letters_turned_into_outlines_are_not_taken_for_an_empty_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ocr, "available", lambda: False)
    made = proof("")
    made.polyline([(10, 10), (20, 40), (30, 10)])
    assert unread(document("proof.pdf", raw(made))) == [("page 1", "", UnreadKind.IMAGE_TEXT)]


def test_attached_files_are_read_by_their_own_readers() -> None:
    made = proof("w1 hello")
    made.embed_file(basename="plan.csv", bytes=b"Text,Date\nw2 cures,2026-01-02\n")
    found = document("proof.pdf", raw(made))
    assert [one.name for one in found.posts] == ["", "attachment 1, row 2"]


def test_a_locked_proof_is_refused_and_one_that_may_be_read_is_read() -> None:
    locked = proof("w1")
    locked.set_encryption("owner", "secret", encryption_method=EncryptionMethod.RC4)
    with pytest.raises(UnreadableDocument, match="password"):
        document("proof.pdf", raw(locked))
    restricted = proof("w1")
    restricted.set_encryption("owner", permissions=AccessPermission.none())
    assert texts(post("proof.pdf", raw(restricted))) == ["w1"]


@pytest.mark.parametrize("data", [b"", b"hello", b"%PDF-1.7\n%%EOF", raw(proof("w1"))[:300]])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableDocument, match="damaged"):
        document("proof.pdf", data)


def test_too_many_pages_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)
    found = document("proof.pdf", raw(proof("w1.", "w2", "w3")))
    assert texts(found.posts[0]) == ["w1.\n\nw2"]
    assert unread(found) == [("", "", UnreadKind.PART)]
    assert "from page 3 on" in found.unread[0].reason


WORDS = st.lists(st.sampled_from(["tea", "cures", "naïve", "asthma.", "Order", "today!", "(now)", "10%"]), min_size=1, max_size=40)  # fmt: skip


def test_a_proof_with_nothing_on_its_pages_is_told() -> None:
    found = document("proof.pdf", raw(proof("", "")))
    assert not found.posts
    assert [one.reason for one in found.unread] == ["there is nothing on its pages"]


@settings(max_examples=25, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=3))
def test_every_word_stands_on_the_page_that_is_named(pages: list[list[str]]) -> None:
    found = post("proof.pdf", raw(proof(*(" ".join(page) for page in pages))))
    (body,) = found.fields
    assert body.text.split() == [word for page in pages for word in page]
    at = 0
    for number, page in enumerate(pages, start=1):
        for word in page:
            at = body.text.index(word, at)
            assert body.locate(Span(at, at + len(word))).landmark == f"page {number}"
            at += len(word)


@cache
def rich() -> bytes:
    made = proof("w1 hello guaran-\nteed", "w2")
    made.text_annotation(x=10, y=10, text="w3")
    made.link(x=10, y=10, w=50, h=10, link="https://a.example/w4")
    made.set_compression(False)
    return raw(made)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_mutated_proofs_are_read_or_refused(data: st.DataObject) -> None:
    changed = bytearray(rich())
    for _ in range(data.draw(st.integers(1, 10))):
        at = data.draw(st.integers(0, len(changed) - 1))
        changed[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    found = read_or_refused("proof.pdf", bytes(changed))
    assert found is None or found.posts or found.unread or b"w1" not in changed
