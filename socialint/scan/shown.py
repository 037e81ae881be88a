"""The views of a post -> what they show: words, and signs, as bytes.

The readings are folded: lower case, NFKC, no invisible characters. So a word is compared as it
stands, byte by byte; nothing is left to be said about case.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from socialint.expressions import lazily
from socialint.model.documents import Part
from socialint.model.views import View

DIGIT = r"\d"
"""The trigger that any digit is."""
BEYOND = "\u0080"
"""The trigger that any character beyond ASCII is."""

_NO_WORD = lazily(r"\W+")
_DIGIT = lazily(r"\d")

_IN_WORDS = bytes(code for code in range(128) if chr(code).isalnum() or code == 0x5F)
_WORDS = bytes(code if code in _IN_WORDS or code >= 128 else 0x20 for code in range(256))
# A sign stands for itself, a digit for all, and a letter or blank for nothing.
_LETTERS = bytes(
    code for code in range(256) if code >= 128 or code <= 0x20 or (chr(code).isalpha() or code == 0x5F)
)
_NO_SIGNS = frozenset(_LETTERS)
_NO_DIGITS = bytes(code for code in range(256) if not 0x30 <= code <= 0x39)
_SIGN = DIGIT.encode()
_SIGNS = [_SIGN if 0x30 <= code <= 0x39 else bytes([code]) for code in range(128)]

MANY_DIGITS = b"\\D"
"""Shown by readings with `FEWEST` digits or more."""
FEWEST = 6
LINK = b"\\L"
"""Shown by a field that is itself a link."""
WRITTEN_BEYOND = b"\\N"
"""Shown by an original text with a character beyond ASCII."""


def letters_and(triggers: Set[bytes]) -> bytes:
    """All bytes but the signs that are among these triggers, or that stand for one of them."""
    digits = not triggers.isdisjoint((_SIGN, MANY_DIGITS))
    asked = {code for code, sign in enumerate(_SIGNS) if sign in triggers or (digits and sign == _SIGN)}
    return bytes(code for code in range(256) if code in _NO_SIGNS or code not in asked)


def shown(views: Sequence[View], unasked: bytes = _LETTERS) -> tuple[bytes, set[bytes]]:
    """The words of all readings, with at least one blank around each, and the signs but the `unasked`."""
    text = "\n".join([reading.text for view in views for reading in view.readings])
    if text.isascii():
        data = text.encode()
        words = data.translate(_WORDS)
        signs = {_SIGNS[code] for code in set(data.translate(None, unasked))}
        digits = len(data.translate(None, _NO_DIGITS)) if _SIGN in signs else 0
    else:
        words = encoded(_NO_WORD.sub(" ", text))
        signs = {_SIGNS[code] for code in set(text.encode("ascii", "ignore").translate(None, unasked))}
        signs.add(BEYOND.encode())
        digits = len(_DIGIT.findall(text))
        if digits:
            signs.add(_SIGN)
    if digits >= FEWEST:
        signs.add(MANY_DIGITS)
    for view in views:
        if view.field.part is Part.LINK:
            signs.add(LINK)
        if not view.field.text.isascii():
            signs.add(WRITTEN_BEYOND)
    return b" %b " % words, signs


def encoded(trigger: str) -> bytes:
    """Folded words as they are compared: a dotless i as an i, as an `I` of a pattern takes it."""
    return trigger.replace("ı", "i").encode("utf-8", "surrogatepass")
