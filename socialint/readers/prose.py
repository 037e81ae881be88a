"""Whether a value reads as text that goes out, or as a name, a date, an address or a number."""

from __future__ import annotations

import regex

from socialint.expressions import lazily

_URL = lazily(r"\s*(?:[a-z][a-z0-9+.-]*:)?//\S*\s*|\s*(?:mailto|tel):\S+\s*", regex.IGNORECASE)
_DATE = lazily(r"[\d\s:./TZ+-]+(?:[ap]\.?m\.?)?(?:\s*(?:UTC|GMT))?", regex.IGNORECASE)
_TWO_WORDS = lazily(r"\p{L}[\p{L}\p{M}\p{N}'’.,;:!?\"”)*_-]*\s+\P{L}*\p{L}")
_LETTER = lazily(r"\p{L}")
_UNSPACED = lazily(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Khmer}\p{Lao}\p{Myanmar}]{4}")
_SCIENTIFIC = lazily(r"(?<![\w.])\d(?:[.,]\d+)?E[+-]?\d{2,}(?!\w)")


def words(text: str) -> frozenset[str]:
    """A set of words that is written as a line of them."""
    return frozenset(text.split())


def reads_as_text(text: str) -> bool:
    """Whether this is words in a row, not an id, a key, an address, a date or a single token."""
    if _URL.fullmatch(text) or _DATE.fullmatch(text):
        return False
    return bool(_TWO_WORDS.search(text) or _UNSPACED.search(text) or "\n" in text.strip())


def has_letters(text: str) -> bool:
    """Whether there is a word at all, and not the address of something."""
    return bool(_LETTER.search(text)) and not is_address(text)


def is_address(text: str) -> bool:
    """Whether this is a URL and nothing more."""
    return bool(_URL.fullmatch(text))


def holds_scientific_number(text: str) -> bool:
    """Whether a spreadsheet has made `8.00555E+09` of a long number in it."""
    return bool(_SCIENTIFIC.search(text))
