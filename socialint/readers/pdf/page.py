"""A page of a PDF, as PDFium has it -> its text, its comments, forms and links, and its pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import regex

from socialint.model.documents import Part
from socialint.text.lexicon import Lexicon

if TYPE_CHECKING:
    from PIL.Image import Image

_HYPHENS = "\ufffe\x02\xad"
"""What PDFium puts where a word was cut at the end of a line."""
_CUT = regex.compile(rf"\b(\p{{L}}++)[{_HYPHENS}](?:\r?\n)?(\p{{L}}++)|[{_HYPHENS}]")
_CONTROL = regex.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_NO_LETTER = regex.compile(r"[\ufffd\p{Co}\p{Cn}]")
_GARBLED = 0.2
"""Share of characters that stand for no letter, above which a page's text says nothing."""
_LARGE = 0.02
"""Share of the page that a picture covers, from which on there may be words in it."""
_POINTS_PER_INCH = 72
_DOTS_PER_INCH = 200
_MOST_PIXELS = 12_000_000
_DEEPEST = 8
"""Forms inside forms in which pictures are looked for."""


class Aside(NamedTuple):
    """A text on a page that is not of its running text: a comment, a form's field, a link."""

    part: Part
    text: str
    label: str


def text_of(page: Any) -> str:
    """The text of a page, a line of it a line; empty where it has none that says something.

    A word that was hyphenated at the end of a line is whole again.
    """
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range()
    finally:
        textpage.close()
    if any(hyphen in text for hyphen in _HYPHENS):
        text = _CUT.sub(_whole, text)
    text = clean(text)
    letters = "".join(text.split())
    return "" if len(_NO_LETTER.findall(letters)) > _GARBLED * len(letters) else text


def _whole(found: regex.Match[str]) -> str:
    before, after = found[1], found[2]
    if before is None:
        return ""
    known = _known()
    compound = before[-1].isupper() or after[0].isupper()
    if not compound and not known(before + after):
        compound = known(before) and known(after)
    return f"{before}-{after}" if compound else before + after


@cache
def _known() -> Callable[[str], bool]:
    lexicon = Lexicon(frozenset())
    return lambda word: lexicon.known(word.casefold(), "en")


def is_blank(page: Any) -> bool:
    """Whether nothing is drawn on the page."""
    return next(iter(page.get_objects(max_depth=1)), None) is None


def large_pictures(page: Any) -> Iterator[Any]:
    """The pictures on a page that are large enough to hold words, as objects of PDFium."""
    import pypdfium2.raw as pdfium

    width, height = page.get_size()
    for found in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=_DEEPEST):
        left, bottom, right, top = found.get_bounds()
        if (right - left) * (top - bottom) >= _LARGE * width * height:
            yield found


def drawn(picture: Any) -> Image:
    """A picture of a page as it is drawn there, no larger than it needs to be."""
    width, height = picture.get_px_size()
    if width * height > _MOST_PIXELS:
        return rendered(picture.page)
    found: Image = picture.get_bitmap(render=True, scale_to_original=True).to_pil()
    return found


def rendered(page: Any) -> Image:
    """The page as a picture."""
    scale = _DOTS_PER_INCH / _POINTS_PER_INCH
    width, height = page.get_size()
    scale = min(scale, (_MOST_PIXELS / max(width * height, 1)) ** 0.5)
    picture: Image = page.render(scale=scale).to_pil()
    return picture


def asides(document: Any, page: Any) -> Iterator[Aside]:
    """The comments, form fields and links of a page."""
    import pypdfium2.raw as pdfium

    for number in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, number)
        if not annotation:
            continue
        try:
            yield from _aside(document, annotation, pdfium.FPDFAnnot_GetSubtype(annotation))
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _aside(document: Any, annotation: Any, kind: int) -> Iterator[Aside]:
    import pypdfium2.raw as pdfium

    if kind == pdfium.FPDF_ANNOT_LINK:
        action = pdfium.FPDFLink_GetAction(pdfium.FPDFAnnot_GetLink(annotation))
        if action and pdfium.FPDFAction_GetType(action) == pdfium.PDFACTION_URI:
            raw = _filled(
                lambda buffer, size: pdfium.FPDFAction_GetURIPath(document.raw, action, buffer, size)
            )
            yield Aside(Part.LINK, clean(raw.rstrip(b"\0").decode("utf-8", "replace")), "link")
    elif kind == pdfium.FPDF_ANNOT_WIDGET:
        yield Aside(Part.BODY, _string(annotation, b"V"), "form field")
    else:
        seen = Part.BODY if kind == pdfium.FPDF_ANNOT_FREETEXT else Part.INTERNAL
        yield Aside(seen, _string(annotation, b"Contents"), "comment")
        if kind != pdfium.FPDF_ANNOT_POPUP:
            yield Aside(Part.INTERNAL, _string(annotation, b"T"), "author of a comment")


def _string(annotation: Any, key: bytes) -> str:
    import pypdfium2.raw as pdfium

    def fill(buffer: Any, size: int) -> int:
        found: int = pdfium.FPDFAnnot_GetStringValue(
            annotation, key, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size
        )
        return found

    return clean(_filled(fill).decode("utf-16-le", "replace").rstrip("\0"))


def _filled(fill: Callable[[Any, int], int]) -> bytes:
    """What a function of PDFium writes into a buffer of the size that it asks for."""
    size = fill(None, 0)
    if size <= 0:
        return b""
    buffer = ctypes.create_string_buffer(size)
    fill(buffer, size)
    return buffer.raw


def clean(text: str) -> str:
    """The text without characters that no text holds, its lines ended by line feeds."""
    return _CONTROL.sub("", text).replace("\r\n", "\n").replace("\r", "\n").strip()
