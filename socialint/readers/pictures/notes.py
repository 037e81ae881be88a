"""What is written inside a picture's file -> texts: where, when and by whom it was taken, what it shows.

From EXIF, IPTC, XMP and the text chunks of PNG. A description is public: sites and networks show
it. The rest travels with the file, so it is internal; a position on the map is told in degrees.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import regex

from socialint.model.documents import Part
from socialint.readers.prose import words

if TYPE_CHECKING:
    from PIL.Image import Image

_LONGEST_XMP = 4 * 1024 * 1024
_GPS = 0x8825
_CAMERA = 0x8769
_EXIF: Mapping[int, tuple[Part, str]] = {
    0x010E: (Part.DESCRIPTION, "ImageDescription"),
    0x9C9B: (Part.DESCRIPTION, "XPTitle"),
    0x9C9C: (Part.DESCRIPTION, "XPComment"),
    0x9C9F: (Part.DESCRIPTION, "XPSubject"),
    0x9286: (Part.DESCRIPTION, "UserComment"),
    0x9C9E: (Part.INTERNAL, "XPKeywords"),
    0x9C9D: (Part.INTERNAL, "XPAuthor"),
    0x013B: (Part.INTERNAL, "Artist"),
    0x8298: (Part.INTERNAL, "Copyright"),
    0xA430: (Part.INTERNAL, "CameraOwnerName"),
    0x9003: (Part.INTERNAL, "DateTimeOriginal"),
}
_IPTC: Mapping[tuple[int, int], tuple[Part, str]] = {
    (2, 120): (Part.DESCRIPTION, "IPTC caption"),
    (2, 105): (Part.DESCRIPTION, "IPTC headline"),
    (2, 5): (Part.DESCRIPTION, "IPTC title"),
    (2, 25): (Part.INTERNAL, "IPTC keyword"),
    (2, 40): (Part.INTERNAL, "IPTC instructions"),
    (2, 80): (Part.INTERNAL, "IPTC by-line"),
    (2, 90): (Part.INTERNAL, "IPTC city"),
    (2, 92): (Part.INTERNAL, "IPTC location"),
    (2, 95): (Part.INTERNAL, "IPTC state"),
    (2, 116): (Part.INTERNAL, "IPTC copyright"),
}
_XMP: Mapping[str, Part] = {
    "AltTextAccessibility": Part.ALT_TEXT,
    "ExtDescrAccessibility": Part.ALT_TEXT,
    **dict.fromkeys(words("description title Headline UserComment ImageDescription"), Part.DESCRIPTION),
    **dict.fromkeys(
        words(
            "creator subject rights City State Location CountryName Sublocation PersonInImage Instructions "
            "CaptionWriter AuthorsPosition OwnerName RegionName DateTimeOriginal"
        ),
        Part.INTERNAL,
    ),
}
_AXES = ("GPSLatitude", "GPSLongitude")
_AXIS = regex.compile(r"(\d+(?:\.\d+)?(?:,\d+(?:\.\d+)?){0,2})([NSEW])")
_PNG: Mapping[str, Part] = dict.fromkeys(words("description title caption subject"), Part.DESCRIPTION)
_NOT_SAID = regex.compile(
    r"software|raw profile.*|xml:.*|icc.*|date:.*|exif:.*|png:.*|signature|thumb::.*|comment", regex.I
)
_ENCODED = ((b"ASCII\0\0\0", "latin-1"), (b"UNICODE\0", "utf-16"), (b"\0" * 8, "latin-1"))


class Note(NamedTuple):
    """A text inside the file, and what the file calls it."""

    part: Part
    text: str
    label: str


def notes(picture: Image) -> list[Note]:
    """What the file of a picture says, each text once, in order."""
    found: dict[tuple[Part, str], Note] = {}
    for note in (*_exif(picture), *_iptc(picture), *_xmp(picture), *_chunks(picture)):
        text = note.text.replace("\0", " ").encode("utf-8", "replace").decode().strip()
        if text:
            found.setdefault((note.part, text), Note(note.part, text, note.label))
    return list(found.values())


def _exif(picture: Image) -> Iterator[Note]:
    exif = picture.getexif()
    for tag, value in (*exif.items(), *exif.get_ifd(_CAMERA).items()):
        if tag in _EXIF:
            yield Note(_EXIF[tag][0], _text(value, wide=0x9C9B <= tag <= 0x9C9F), _EXIF[tag][1])
    position = exif.get_ifd(_GPS)
    latitude = _degrees(position.get(2), position.get(1) in ("S", b"S"))
    yield from _position(latitude, _degrees(position.get(4), position.get(3) in ("W", b"W")))


def _position(latitude: float | None, longitude: float | None) -> Iterator[Note]:
    """The place on the map, unless it is the one where nothing was measured."""
    if latitude is not None and longitude is not None and (latitude or longitude):
        yield Note(Part.INTERNAL, f"GPS position {latitude:.6f}, {longitude:.6f}", "GPS")


def _text(value: object, *, wide: bool = False) -> str:
    if isinstance(value, tuple) and all(isinstance(one, int) and 0 <= one < 256 for one in value):
        value = bytes(value)
    if not isinstance(value, bytes):
        return str(value)
    if wide:
        return value.decode("utf-16-le", "replace")
    for mark, encoding in _ENCODED:
        if value.startswith(mark):
            return value[len(mark) :].decode(encoding, "replace")
    return _decoded(value)


def _decoded(value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("cp1252", "replace")


def _degrees(value: Any, negative: bool) -> float | None:
    """Degrees, minutes and seconds as degrees; None where they make no sense."""
    try:
        parts = [float(one) for one in value]
        degrees = sum(one / 60**power for power, one in enumerate(parts[:3]))
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    return (-degrees if negative else degrees) if 0 <= degrees <= 180 else None


def _iptc(picture: Image) -> Iterator[Note]:
    from PIL.IptcImagePlugin import getiptcinfo

    try:
        found = getiptcinfo(picture) or {}  # type: ignore[arg-type]  # it asks for the file's own class
    except (SyntaxError, ValueError, IndexError, KeyError):  # as the library does for what it cannot read
        return
    for record, values in found.items():
        if record in _IPTC:
            part, label = _IPTC[record]
            for value in values if isinstance(values, list) else [values]:
                yield Note(part, _decoded(value) if isinstance(value, bytes) else str(value), label)


def _xmp(picture: Image) -> Iterator[Note]:
    from lxml import etree

    packet = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp")
    packet = packet.encode() if isinstance(packet, str) else packet
    if not isinstance(packet, bytes) or len(packet) > _LONGEST_XMP:
        return
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, load_dtd=False)
    root = etree.fromstring(packet.strip(b"\0 \r\n\t"), parser)
    position: dict[str, float | None] = {}
    for element in root.iter(etree.Element) if root is not None else ():
        own = (str(text) for text in element.itertext())
        for tag, text in (*((element.tag, one) for one in own), *element.attrib.items()):
            name = etree.QName(tag).localname
            if name in _XMP:
                yield Note(_XMP[name], str(text), f"XMP {name}")
            elif name in _AXES and (found := _AXIS.fullmatch(str(text).strip())):
                position[name] = _degrees(found[1].split(","), found[2] in "SW")
    yield from _position(*map(position.get, _AXES))


def _chunks(picture: Image) -> Iterator[Note]:
    comment = picture.info.get("comment")
    if isinstance(comment, bytes | str):
        yield Note(Part.DESCRIPTION, _text(comment), "comment")
    chunks = picture.info.items() if picture.format == "PNG" else ()
    for key, value in chunks:
        if isinstance(key, str) and isinstance(value, str) and not _NOT_SAID.fullmatch(key):
            yield Note(_PNG.get(key.lower(), Part.INTERNAL), value, key)
