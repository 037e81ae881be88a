"""Pictures and files inside Word and PowerPoint files; pictures are drawn, and read by the OCR extra."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import piexif
import pptx
import pytest
from PIL import Image
from pptx.util import Inches

from socialint.model.documents import Part, UnreadKind
from socialint.model.places import Span
from socialint.readers.office import insertions
from socialint.readers.pictures import ocr
from tests.readers.office.files import NAMESPACES, packed, paragraph, relations, saved, word
from tests.readers.pictures.test_picture import drawn
from tests.readers.reading import document, post, texts, unread


def png(*lines: str) -> BytesIO:
    file = BytesIO()
    drawn(*lines).save(file, "PNG")
    return BytesIO(file.getvalue())


def test_the_words_of_a_picture_belong_to_the_post_that_shows_it() -> None:
    file = docx.Document()
    file.add_heading("Facebook", 1)
    file.add_paragraph("Our tea.")
    file.add_picture(png("Results vary"))
    file.add_heading("Instagram", 1)
    file.add_paragraph("Our cup.")
    facebook, instagram = document("draft.docx", saved(file)).posts
    assert texts(facebook, Part.IMAGE_TEXT) == ["Results vary"]
    assert texts(instagram, Part.IMAGE_TEXT) == []
    (field,) = (one for one in facebook.fields if one.part is Part.IMAGE_TEXT)
    assert field.locate(Span(0, 7)).landmark == "below heading 1, paragraph 1, picture"
    assert facebook.metadata["media"] == [{"type": "image", "source": "image1.png", "text": "Results vary"}]


def test_a_picture_without_words_is_read_all_the_same() -> None:
    file = docx.Document()
    file.add_picture(png())
    found = document("draft.docx", saved(file))
    assert found.posts[0].metadata["media"] == [{"type": "image", "source": "image1.png", "text": "none"}]
    assert not found.unread


def test_without_the_extra_its_words_are_not_taken_for_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "available", lambda: False)
    file = docx.Document()
    file.add_picture(png("Results vary"))
    assert post("draft.docx", saved(file)).metadata["media"] == [{"type": "image", "source": "image1.png"}]


def test_a_position_in_a_picture_is_found_where_it_was_put() -> None:
    position = {1: b"N", 2: ((52, 1), (31, 1), (1200, 100)), 3: b"W", 4: ((13, 1), (24, 1), (0, 1))}
    picture = BytesIO()
    Image.new("RGB", (40, 40)).save(picture, "JPEG", exif=piexif.dump({"GPS": position}))
    file = docx.Document()
    file.add_paragraph("Home visit")
    file.add_picture(BytesIO(picture.getvalue()))
    internal = texts(post("draft.docx", saved(file)), Part.INTERNAL)
    assert [one[:18] for one in internal if one.startswith("GPS")] == ["GPS position 52.52"]


def test_no_more_pictures_are_read_than_a_draft_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(insertions, "MAX_PICTURES", 1)
    file = docx.Document()
    file.add_picture(png("One"))
    file.add_picture(png("Two"))
    media = post("draft.docx", saved(file)).metadata["media"]
    assert media == [
        {"type": "image", "source": "image1.png", "text": "One"},
        {"type": "image", "source": "image2.png"},
    ]


def test_a_damaged_picture_does_not_stop_the_reader() -> None:
    blip = '<w:drawing><pic:pic><pic:blipFill><a:blip r:embed="r1"/></pic:blipFill></pic:pic></w:drawing>'
    found = document(
        "draft.docx",
        packed(
            {
                "_rels/.rels": relations("word/document.xml"),
                "word/document.xml": f"<w:document {NAMESPACES}><w:body>{paragraph('w1', f'<w:r>{blip}</w:r>')}</w:body></w:document>",
                "word/_rels/document.xml.rels": relations("image1.png"),
                "word/image1.png": b"\x89PNG\r\n\x1a\nbroken",
            }
        ),
    )
    assert texts(found.posts[0]) == ["w1"]
    assert found.posts[0].metadata["media"] == [{"type": "image", "source": "image1.png"}]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("chunk1.html", b"<p>Our <b>tea</b> w2</p>", "Our tea w2"),
        ("chunk1.txt", b"Our tea w2", "Our tea w2"),
        ("chunk1.docx", word(paragraph("Our tea w2")), "Our tea w2"),
    ],
)
def test_a_file_put_into_a_word_file_is_read_by_its_own_type(name: str, content: bytes, said: str) -> None:
    own, inserted = document("draft.docx", _with_chunk(name, content)).posts
    assert texts(own) == ["w1"]
    assert (inserted.name, texts(inserted)) == (f"inserted file 1 ({Path(name).suffix[1:]})", [said])


def test_what_cannot_be_read_of_it_is_told() -> None:
    found = document("draft.docx", _with_chunk("chunk1.rtf", b"{\\rtf1}"))
    assert unread(found) == [("inserted file 1 (rtf)", "", UnreadKind.PART)]
    found = document("draft.docx", _with_chunk("chunk1.bin", b"\xd0\xcf"))
    assert [one.reason for one in found.unread] == [insertions.ELSEWHERE[0]]


def test_files_are_not_read_without_end() -> None:
    inner = _with_chunk("chunk1.docx", word(paragraph("w3")))
    found = document("draft.docx", _with_chunk("chunk1.docx", inner))
    assert [one.reason for one in found.unread] == [insertions.ELSEWHERE[0]]
    assert len(found.posts) == 2


def test_the_words_of_a_picture_on_a_slide_belong_to_the_slide() -> None:
    file = pptx.Presentation()
    slide = file.slides.add_slide(file.slide_layouts[6])
    slide.shapes.add_picture(png("Results vary"), Inches(1), Inches(1))
    made = BytesIO()
    file.save(made)
    found = post("deck.pptx", made.getvalue())
    assert texts(found, Part.IMAGE_TEXT) == ["Results vary"]


def _with_chunk(name: str, content: bytes) -> bytes:
    body = f'{paragraph("w1")}<w:altChunk r:id="r1"/>'
    return packed(
        {
            "_rels/.rels": relations("word/document.xml"),
            "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": relations(name),
            f"word/{name}": content,
        }
    )
