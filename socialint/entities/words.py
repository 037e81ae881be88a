"""Whether a word is one of the language, and so hardly a name."""

from __future__ import annotations

from functools import lru_cache

from socialint.text.lexicon import Lexicon

_LEXICON = Lexicon(frozenset())


@lru_cache(maxsize=1 << 14)
def is_word(word: str) -> bool:
    """Whether the word, in small letters, is a common English one or a form of one."""
    return _LEXICON.known(word, "en")
