"""The views of a post -> its words as bytes, and the signs that it shows.

The readings are folded: lower case, NFKC, no invisible characters. So a word is compared as it
stands, byte by byte; nothing is left to be said about case.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from socialint.model.documents import Part
from socialint.model.views import View
from socialint.scan.probes import Sign

_NO_WORD = regex.compile(r"\W+")
_DIGIT = regex.compile(r"\d")
_ASCII_WORDS = bytes(code if chr(code).isalnum() or code == 0x5F else 0x20 for code in range(128)) + bytes(
    range(128, 256)
)
_NO_DIGITS = bytes(code for code in range(256) if not 0x30 <= code <= 0x39)
_DIGITS = (Sign.DIGIT | Sign.NUMBER).value


def shown(views: Sequence[View]) -> tuple[bytes, int]:
    """The words of all readings, one blank after another or more between them, and the signs.

    A number in words is not seen here: it is a matter of words.
    """
    signs = 0
    for view in views:
        if view.field.part is Part.LINK:
            signs |= Sign.LINK.value
        if not view.field.text.isascii():
            signs |= Sign.NOT_ASCII.value
    text = "\n".join([reading.text for view in views for reading in view.readings])
    if "#" in text:
        signs |= Sign.HASH.value
    if "@" in text:
        signs |= Sign.AT.value
    if text.isascii():
        data = text.encode().translate(_ASCII_WORDS)
        if data.translate(None, _NO_DIGITS):
            signs |= _DIGITS
        return data, signs
    if _DIGIT.search(text):
        signs |= _DIGITS
    return encoded(_NO_WORD.sub(" ", text)), signs


def encoded(words: str) -> bytes:
    """Folded words as they are compared: the dotless i as an i, which `regex` takes for one."""
    return words.replace("ı", "i").encode("utf-8", "surrogatepass")
