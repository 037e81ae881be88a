"""Text of a post -> text that is safe to print: nothing in it can steer a terminal."""

from __future__ import annotations

import unicodedata

_STEERING = frozenset("\u061c\u200e\u200f\u2028\u2029\ufeff") | frozenset(
    map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
)
"""Characters that turn or break a line without being seen."""


def safe(text: str) -> str:
    """The text on one line, with what would steer a terminal written out by its number."""
    return "".join(map(shown, text))


def shown(character: str) -> str:
    """What is printed for a character."""
    if character in "\t\n\r":
        return " "
    if character.isascii():
        return character if character.isprintable() else f"\\x{ord(character):02x}"
    if character in _STEERING or unicodedata.category(character) in ("Cc", "Cs"):
        return f"\\u{ord(character):04x}"
    return character


def cells(text: str) -> int:
    """How many columns of a terminal the text fills."""
    if text.isascii():
        return len(text)
    return sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
