"""A text -> which disguises of names it may hold: few texts any, so that the rest is not searched.

A text reduced to the kinds of its characters is a short string, in which a disguise is another; to
look for one takes a millionth of a second. What is asked here says only that a disguise cannot be there.
"""

from __future__ import annotations

import re
from enum import Flag, auto
from functools import lru_cache

from socialint.expressions import lazily
from socialint.text.folding import beyond_ascii


class Hiding(Flag):
    """Ways to hide a name."""

    NOWHERE = 0
    SIGNS = auto()
    """Digits or signs for letters: `M1ck3y`, `K*r*n`."""
    APART = auto()
    """Letters set apart: `J o h n`."""
    BACKWARDS = auto()
    """Words that end with their capital: `nhoJ`."""
    CODE = auto()
    """What has to be decoded: Base64, pig Latin."""
    CHARACTERS = auto()
    """Codes for characters, invisible ones, other scripts, pictures between letters."""


def _kind(char: str) -> str:
    if char.isalpha() or not char.isascii():
        return "L"
    if char.isdigit():
        return "1"
    return "*" if char in "*@$#|!+%_" else " "


def _case(char: str) -> str:
    if not char.isascii():
        return "x"
    return "u" if char.isupper() else "l" if char.islower() else "1" if char.isdigit() else " "


_KINDS = bytes(ord(_kind(chr(code))) for code in range(256))
_PARTED = bytes(ord("L" if _kind(chr(code)) in "L1" else " ") for code in range(256))
_CASES = bytes(ord(_case(chr(code))) for code in range(256))
_CODED = bytes(ord("x" if (chr(code).isascii() and chr(code).isalnum()) or chr(code) in "+/" else " ") for code in range(256))  # fmt: skip
_LONG = b"x" * 12
_PIG_LATIN = re.compile(rb"\b[A-Z][a-z]{2,}[a-ce-z]ay\b")  # days of the week are none

_CONSONANTS = "b-df-hj-np-tv-xz"
_DASHED = re.compile(rf"\b[{_CONSONANTS.upper()}][{_CONSONANTS}]*-[{_CONSONANTS}]")
_CODES = re.compile(r"&#\d|&#x|\\u\{?[0-9a-fA-F]|\\x[0-9a-fA-F]|%[4-7][0-9A-Fa-f]")
_RARE = lazily(
    r"[\u0335-\u0338\u200b-\u200d\u2060\ufeff\u202e\U000e0020-\U000e007e\u2801-\u28ff\U0001f1e6-\U0001f1ff"
    r"\p{Cyrillic}\p{Greek}\p{Armenian}\p{Cherokee}\p{Canadian_Aboriginal}\p{IPA_Extensions}]"
)
_BETWEEN_LETTERS = lazily(
    r"\p{L}(?:(?![\x00-\x7f°])[\p{So}\p{Extended_Pictographic}\U0001f3fb-\U0001f3ff\ufe0f])+\p{L}"
    r"|\b[Mm](?:[Rr]?[Ss]|[RrXx]|iss)\.? (?![\x00-\x7f°])[\p{So}\p{Extended_Pictographic}]"
)


@lru_cache(maxsize=16)
def hiding(text: str) -> Hiding:
    """The ways in which a text, as it was written or folded with its capitals, may hide a name."""
    data = text.encode("utf-8", "surrogatepass")
    kinds, cases = data.translate(_KINDS), b" %b " % data.translate(_CASES)
    found = Hiding.NOWHERE
    if (
        (b"L*" in kinds and (b"L*L" in kinds or b"L**" in kinds))
        or ((b"*LL" in kinds and b"$" in data) or b"@" in data)
        or (b"1" in kinds and _digits_inside(kinds))
        or (b"-" in data and _DASHED.search(text))
    ):
        found |= Hiding.SIGNS
    parted = b" %b " % data.translate(_PARTED)
    if b" L L L " in parted or b" L  L  L " in parted or b" L   L   L " in parted:
        found |= Hiding.APART
    if b"llu " in cases:
        found |= Hiding.BACKWARDS
    if ((b"lu" in cases or b"1u" in cases) and _LONG in data.translate(_CODED)) or (
        b"ay" in data and _PIG_LATIN.search(data)
    ):
        found |= Hiding.CODE
    if ("&" in text or "\\" in text or "%" in text) and _CODES.search(text):
        found |= Hiding.CHARACTERS
    if not text.isascii() and (_RARE.search(beyond_ascii(text)) or _BETWEEN_LETTERS.search(text)):
        found |= Hiding.CHARACTERS
    return found


def _digits_inside(kinds: bytes) -> bool:
    return b"L1L" in kinds or b"L11L" in kinds or b"1LLL" in kinds or b"LLL1 " in kinds
