"""What blanks part of a text, one piece by itself: `likely,`, `#FluShot`, `9am`, `–`, `💚`.

Words that are as simple as these are read the same whatever stands beside them: no disguise, no
address and no fold reaches over the blanks around them. All others depend on the text, or may.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from socialint.text.addresses import addresses
from socialint.text.decoding import decoded
from socialint.text.disguises import is_disguised
from socialint.text.disguises.mail import may_hold_mail
from socialint.text.disguises.numbers import DASH_WORDS, MIXED_DIGITS, NUMBER_WORDS
from socialint.text.disguises.undoing import FoldedText
from socialint.text.folding import certain
from socialint.text.lexicon import Lexicon

# Letters and signs that nobody has to know the neighbours of: ASCII but for the at sign, Latin letters
# with an accent, quotes, dashes, pictures.
_SIMPLE = regex.compile(
    r"(?:[!-?A-~À-ÖØ-öø-ÿŒœ‘’“”„«»–—…€£]|(?![\x00-\x7f])\p{Extended_Pictographic}[\ufe0f\U0001f3fb-\U0001f3ff]?)+"
)
_SIGNS = regex.compile(
    r"[–—&…•·|+*/=~-]|(?:(?![\x00-\x7f])\p{Extended_Pictographic}[\ufe0f\U0001f3fb-\U0001f3ff]?){1,3}"
)
_FENCE = regex.compile(r"---|\+\+\+|;;;|```")
_PIECE = regex.compile(r"[^\W_]+")
# A letter after an apostrophe is not set apart.
_APART = regex.compile(r"(?<![^\W_])(?<!')[^\W_](?![^\W_])")


@dataclass(frozen=True, slots=True)
class Chunk:
    """What can be made of a chunk that is read the same wherever it stands."""

    near: int
    """How many letters, digits in words and numbers it has that can make a word or number with its neighbours."""
    mute: bool
    """Whether it holds no letter: its neighbours are neighbours of one another."""


MOST_NEAR = 2
"""So many that are near one another, or with nothing but mute ones between, make no word and no number."""


def chunk(text: str, lexicon: Lexicon, language: str) -> Chunk | None:
    """A stretch of a body without blanks; None where what stands around it could change how it is read."""
    if not text:
        return Chunk(near=0, mute=True)
    if not _SIMPLE.fullmatch(text) or _FENCE.match(text) or addresses(text):
        return None
    if decoded(text).starts is not None:
        return None
    first = certain(text)
    pieces = _PIECE.findall(first.text)
    near = len(_APART.findall(first.text)) + sum(map(_is_digits, pieces))
    if (
        near > MOST_NEAR
        or not DASH_WORDS.isdisjoint(pieces)
        or (not pieces and not _SIGNS.fullmatch(text))  # it may part or join what stands beside it
        or (pieces and first.text.rstrip().endswith("-"))  # maybe at the end of a line
        or may_hold_mail(b" %b " % first.text.encode())
        or is_disguised(FoldedText(first, text, lexicon, language))
    ):
        return None
    return Chunk(near, mute=not pieces)


def _is_digits(piece: str) -> bool:
    return (
        piece in NUMBER_WORDS
        or (len(piece) > 1 and piece.isdigit())
        or MIXED_DIGITS.fullmatch(piece) is not None
    )
