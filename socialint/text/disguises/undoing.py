"""What a look for disguises is given, and what it finds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from socialint.model.views import Reading
from socialint.text.lexicon import Lexicon
from socialint.text.origins import Edit

MOST_WAYS = 3


@dataclass(frozen=True, slots=True)
class Undoing:
    """A stretch of a folded text and the ways to undo its disguise, the likeliest first."""

    start: int
    end: int
    ways: Sequence[Sequence[Edit]]


@dataclass(frozen=True, slots=True)
class FoldedText:
    """The certain fold of a text, and what it was made from."""

    reading: Reading
    original: str
    lexicon: Lexicon
    language: str

    @property
    def text(self) -> str:
        """The folded text."""
        return self.reading.text

    def folded_offset(self, offset: int) -> int:
        """Where the original character at `offset`, or the next that is left, stands."""
        starts = self.reading.starts
        return offset if starts is None else bisect_left(starts, offset)

    def known(self, word: str) -> bool:
        """Whether `word` is one that we know in the text's language."""
        return self.lexicon.known(word, self.language)
