"""Whether a word is one of the language, and so hardly a name."""

from __future__ import annotations

from functools import cache, lru_cache

from socialint.text.lexicon import Lexicon
from socialint.text.wordlists import rows

_LEXICON = Lexicon(frozenset())
_LISTED = ("de", "es", "fr", "nl")
"""The languages whose common words are listed, beside English."""


@lru_cache(maxsize=1 << 14)
def is_word(word: str, language: str = "") -> bool:
    """Whether the word, in small letters, is a common one of English or of the language, or a form of an English one."""
    return _LEXICON.known(word, "en") or is_common(word, language)


def is_common(word: str, language: str) -> bool:
    """Whether the word, in small letters, is a common one of a language other than English."""
    return language in _LISTED and word in _common(language)


@cache
def _common(language: str) -> frozenset[str]:
    return frozenset(rows(f"words-{language}-common.txt"))
