"""Pictures are made with Pillow's drawing and piexif; what is drawn is read by the OCR extra."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import piexif
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont
from PIL.PngImagePlugin import PngInfo
from pillow_heif import register_heif_opener

from socialint.errors import UnreadableDocument
from socialint.model.documents import Document, Part, Source, UnreadKind
from socialint.readers import read
from socialint.readers.pictures import ocr, picture
from tests.readers.reading import document, parts, place, post, read_or_refused, texts, unread

register_heif_opener()

BERLIN = {
    piexif.GPSIFD.GPSLatitudeRef: b"N",
    piexif.GPSIFD.GPSLatitude: ((52, 1), (31, 1), (1200, 100)),
    piexif.GPSIFD.GPSLongitudeRef: b"W",
    piexif.GPSIFD.GPSLongitude: ((13, 1), (24, 1), (0, 1)),
}
XMP = b"""<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:i="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:c="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
 xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="52,31.2N" exif:GPSLongitude="13,24,0W"
 photoshop:City="Alder Falls">
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">A cup of tea</rdf:li></rdf:Alt></dc:description>
<i:PersonInImage><rdf:Bag><rdf:li>Pat Jones</rdf:li></rdf:Bag></i:PersonInImage>
<c:AltTextAccessibility><rdf:Alt><rdf:li>A red cup</rdf:li></rdf:Alt></c:AltTextAccessibility>
</rdf:Description></rdf:RDF></x:xmpmeta>"""
EVIL = b"""<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]>
<r xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description>w1 &a; &c;</dc:description></r>"""


def drawn(*lines: str, size: tuple[int, int] = (700, 260)) -> Image.Image:
    made = Image.new("RGB", size, "white")
    for number, line in enumerate(lines):
        ImageDraw.Draw(made).text((40, 40 + 90 * number), line, fill="black", font=ImageFont.load_default(36))
    return made


def saved(made: Image.Image, kind: str, **options: object) -> bytes:
    file = BytesIO()
    made.save(file, kind, **options)
    return file.getvalue()


@cache
def noted(kind: str = "JPEG") -> bytes:
    exif = piexif.dump(
        {
            "0th": {
                piexif.ImageIFD.ImageDescription: b"Our tea cures asthma",
                piexif.ImageIFD.Artist: b"Ana Ruiz",
            },
            "Exif": {piexif.ExifIFD.DateTimeOriginal: b"2026:03:04 10:11:12"},
            "GPS": BERLIN,
        }
    )
    return saved(Image.new("RGB", (20, 20)), kind, exif=exif)


@pytest.mark.parametrize(
    ("name", "kind"), [("a.jpg", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP"), ("a.tif", "TIFF")]
)
def test_place_time_author_and_description_are_told(name: str, kind: str) -> None:
    assert set(parts(post(name, noted(kind)))) >= {
        ("description", "Our tea cures asthma"),
        ("internal", "Ana Ruiz"),
        ("internal", "2026:03:04 10:11:12"),
        ("internal", "GPS position 52.520000, -13.400000"),
    }


def test_a_position_nowhere_is_none() -> None:
    nowhere = {**BERLIN, piexif.GPSIFD.GPSLatitude: ((0, 1),) * 3, piexif.GPSIFD.GPSLongitude: ((0, 1),) * 3}
    data = saved(Image.new("RGB", (20, 20)), "JPEG", exif=piexif.dump({"GPS": nowhere}))
    assert not document("a.jpg", data).posts


def test_xmp_is_read_and_its_entities_are_not() -> None:
    found = post("a.jpg", saved(Image.new("RGB", (20, 20)), "JPEG", xmp=XMP))
    assert parts(found) == [
        ("internal", "Alder Falls"),
        ("description", "A cup of tea"),
        ("internal", "Pat Jones"),
        ("alt_text", "A red cup"),
        ("internal", "GPS position 52.520000, -13.400000"),
    ]
    evil = document("a.jpg", saved(Image.new("RGB", (20, 20)), "JPEG", xmp=EVIL))
    assert "root:" not in str([parts(one) for one in evil.posts])


def test_text_chunks_and_comments_are_read() -> None:
    chunks = PngInfo()
    chunks.add_text("Description", "w1 cures", zip=True)
    chunks.add_itxt("Author", "Ana Ruiz")
    chunks.add_text("Software", "w2")
    assert parts(post("a.png", saved(Image.new("RGB", (9, 9)), "PNG", pnginfo=chunks))) == [
        ("description", "w1 cures"),
        ("internal", "Ana Ruiz"),
    ]
    assert parts(post("a.gif", saved(Image.new("RGB", (9, 9)), "GIF", comment=b"w3"))) == [
        ("description", "w3")
    ]


@pytest.mark.parametrize(
    ("name", "kind"), [("a.png", "PNG"), ("a.jpeg", "JPEG"), ("a.webp", "WEBP"), ("a.heic", "HEIF")]
)
def test_words_are_read_and_placed_by_their_boxes(name: str, kind: str) -> None:
    found = post(name, saved(drawn("Our tea cures asthma", "Call 555-201-3344"), kind))
    (words,) = (one for one in found.fields if one.part is Part.IMAGE_TEXT)
    assert words.text == "Our tea cures asthma\nCall 555-201-3344"
    assert box(place(words, "cures").landmark) == pytest.approx((40, 45, 385, 85), abs=14)
    assert box(place(words, "555").landmark) == pytest.approx((40, 135, 350, 170), abs=14)


def box(landmark: str) -> tuple[int, ...]:
    corners = landmark.removeprefix("pixels ").replace(" to ", ",").split(",")
    return tuple(map(int, corners))


def test_white_words_on_nothing_are_read() -> None:
    made = Image.new("RGBA", (600, 120), (0, 0, 0, 0))
    ImageDraw.Draw(made).text((30, 30), "Free flu shots", fill="white", font=ImageFont.load_default(40))
    assert texts(post("a.png", saved(made, "PNG")), Part.IMAGE_TEXT) == ["Free flu shots"]


def test_lines_that_are_set_close_are_one_statement() -> None:
    made = Image.new("RGB", (700, 330), "white")
    for top, line in ((30, "OUR HERBAL TEA"), (80, "CURES ASTHMA"), (230, "ORDER TODAY")):
        ImageDraw.Draw(made).text((40, top), line, fill="black", font=ImageFont.load_default(40))
    assert texts(post("a.png", saved(made, "PNG")), Part.IMAGE_TEXT) == [
        "OUR HERBAL TEA CURES ASTHMA\nORDER TODAY"
    ]


def test_every_frame_is_read() -> None:
    first, second = drawn("Flu shots", size=(300, 120)), drawn("Walk in", size=(300, 120))
    found = post("a.gif", saved(first, "GIF", save_all=True, append_images=[second]))
    assert texts(found, Part.IMAGE_TEXT) == ["Flu shots", "Walk in"]


def test_without_the_extra_its_words_are_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "available", lambda: False)
    found = document("a.png", saved(drawn("Our tea cures asthma"), "PNG"))
    assert not found.posts
    assert unread(found) == [("", "", UnreadKind.IMAGE_TEXT)]
    assert "socialint[ocr]" in found.unread[0].hint
    assert not document("icon.png", saved(Image.new("RGB", (16, 16)), "PNG")).unread


def test_too_many_pixels_are_not_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "MAX_PIXELS", 1000)
    found = document("a.png", saved(drawn("Our tea"), "PNG"))
    assert unread(found) == [("", "", UnreadKind.IMAGE_TEXT)]


def test_heic_without_its_extra_is_unread_and_refused_when_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "_has_heif", lambda: False)
    data = saved(Image.new("RGB", (64, 64)), "HEIF")
    assert unread(document("a.heic", data)) == [("", "", UnreadKind.IMAGE_TEXT)]
    with pytest.raises(UnreadableDocument) as refused:
        read(Source("a.heic", data, named=True))
    assert "socialint[heic]" in refused.value.hint


@pytest.mark.parametrize("data", [b"", b"hello", b"%!PS-Adobe-3.0 EPSF-3.0", saved(drawn("x"), "PNG")[:90], saved(drawn("x"), "JPEG")[:700]])  # fmt: skip
def test_what_is_no_picture_or_damaged_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        document("a.png", data)
    assert refused.value.hint


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "GIF"])
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_mutated_pictures_are_read_or_refused(kind: str, data: st.DataObject) -> None:
    raw = bytearray(noted(kind) if kind != "GIF" else saved(Image.new("RGB", (20, 20)), kind, comment=b"w1"))
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 2))] = data.draw(st.binary(max_size=2))
    found = read_or_refused("a.png", bytes(raw))
    assert found is None or isinstance(found, Document)
