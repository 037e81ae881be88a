"""The XML of a part -> its elements, hardened: no DTD, no entities, no network.

Elements are called by the short names that the standard uses in its text (`w:p`, `a:t`), in the
Strict and the Transitional flavour alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from lxml import etree

from socialint.errors import UnreadableDocument

Element = etree._Element

MAX_TAGS = 3_000_000
"""Opening and closing tags of one part: every element takes memory, also an empty one."""

_TRANSITIONAL = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_SHORT = {
    "wordprocessingml/main": "w",
    "drawingml/main": "a",
    "drawingml/wordprocessingDrawing": "wp",
    "drawingml/picture": "pic",
    "drawingml/chart": "c",
    "drawingml/diagram": "dgm",
    "presentationml/main": "p",
    "spreadsheetml/main": "x",
    "officeDocument/relationships": "r",
    "officeDocument/math": "m",
    "officeDocument/customProperties": "cp",
}
_OTHER = {
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.microsoft.com/office/drawing/2017/decorative": "adec",
    "http://schemas.microsoft.com/office/powerpoint/2018/8/main": "p188",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
}
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
NO_XML = "damaged: a part of it is not XML"
MEND = "open it in its program and save it again"
_OPTIONS: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


class _Names(dict[object, str]):
    """The short name of a tag or attribute, looked up once; empty for what is no element."""

    def __missing__(self, tag: object) -> str:
        self[tag] = short = _short(tag) if isinstance(tag, str) else ""
        return short


NAMES = _Names()


def parse(data: bytes) -> Element:
    """The root of a part. Raises `UnreadableDocument` for what is no XML, or holds a DTD."""
    _check(data)
    try:
        return etree.fromstring(data, etree.XMLParser(encoding=_encoding(data), **_OPTIONS))
    except (etree.XMLSyntaxError, ValueError):
        raise UnreadableDocument(NO_XML, hint=MEND) from None


def root_of(data: bytes) -> str:
    """The short name of a part's root; only that much is parsed. Raises what `parse` does."""
    _check(data)
    try:
        reading = etree.iterparse(BytesIO(data), events=("start",), encoding=_encoding(data), **_OPTIONS)
        return next((NAMES[element.tag] for _, element in reading), "")
    except (etree.XMLSyntaxError, ValueError):
        raise UnreadableDocument(NO_XML, hint=MEND) from None


def children(data: bytes, parent: str, tag: str) -> Iterator[Element]:
    """The elements right below `parent` (`w:body`), in order; each is gone with the next but one.

    `tag` is the name that most of them have, without its prefix. Raises what `parse` does, in
    the middle of it where that is where the fault is.
    """
    _check(data)
    reading = etree.iterparse(BytesIO(data), tag=f"{{*}}{tag}", encoding=_encoding(data), **_OPTIONS)
    around: Element | None = None
    try:
        for _, element in reading:
            above = element.getparent()
            if above is None or NAMES[above.tag] != parent:
                continue
            around = above
            # Not the element itself: what follows it is not parsed yet.
            while (first := above[0]) is not element:
                yield first
                above.remove(first)
    except (etree.XMLSyntaxError, ValueError):
        raise UnreadableDocument(NO_XML, hint=MEND) from None
    root = reading.root
    if around is None and root is not None:
        around = next((one for one in root.iter() if NAMES[one.tag] == parent), None)
    yield from around if around is not None else ()


def ended(data: bytes, tags: Sequence[str]) -> Iterator[Element]:
    """The elements of these names, without their prefixes, wherever they stand, each when it ends.

    An element is emptied with the next one. Raises what `parse` does, in the middle of it.
    """
    _check(data)
    wanted = [f"{{*}}{tag}" for tag in tags]
    reading = etree.iterparse(BytesIO(data), tag=wanted, encoding=_encoding(data), **_OPTIONS)
    try:
        for _, element in reading:
            yield element
            element.clear()
    except (etree.XMLSyntaxError, ValueError):
        raise UnreadableDocument(NO_XML, hint=MEND) from None


def attribute(element: Element, name: str) -> str:
    """The value of an attribute by its short name (`w:val`, `descr`); empty where there is none."""
    return next((str(value) for key, value in element.items() if NAMES[key] == name), "")


def _short(tag: str) -> str:
    space, _, local = tag.rpartition("}")
    space = space.lstrip("{")
    if not space:
        return local
    if space in _OTHER:
        return f"{_OTHER[space]}:{local}"
    if space.startswith(_STRICT):
        return f"{_SHORT.get(space[len(_STRICT) :], '?')}:{local}"
    if space.startswith(_TRANSITIONAL):
        # The year stands within the name: wordprocessingml/2006/main.
        parts = [part for part in space[len(_TRANSITIONAL) :].split("/") if part != "2006"]
        return f"{_SHORT.get('/'.join(parts), '?')}:{local}"
    return f"?:{local}"


def _check(data: bytes) -> None:
    if any(mark in data for mark in _DOCTYPES):
        raise UnreadableDocument("it declares a document type, which no Office file does", hint=MEND)
    if data.count(b"<") > MAX_TAGS:
        raise UnreadableDocument(f"a part of more than {MAX_TAGS:,} tags", hint="split it into several files")


def _encoding(data: bytes) -> str:
    """Parts are UTF-8 or UTF-16, whatever they say (ECMA-376, part 2)."""
    return "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
