"""What blanks part of a text, one piece by itself: `likely,`, `#FluShot`, `–`, `💚`.

Words that are as simple as these are read the same whatever stands beside them: no disguise, no
address and no fold reaches over the blanks around them. All others depend on the text, or may.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from socialint.text.disguises import is_disguised
from socialint.text.disguises.mail import may_hold_mail
from socialint.text.disguises.numbers import DIGIT_WORDS
from socialint.text.disguises.undoing import FoldedText
from socialint.text.folding import certain
from socialint.text.lexicon import Lexicon

_LETTER = r"[A-Za-zÀ-ÖØ-öø-ÿŒœ]"
_WORD = regex.compile(
    rf"""["'(“‘„«]? (?: \#[A-Za-z]{{2,40}} | {_LETTER}+(?:['’-]{_LETTER}+)* ) [.,!?:;)"'”’»…]{{0,3}}""",
    regex.VERBOSE,
)
_SIGNS = regex.compile(
    r"[–—&…•·|+-]|(?:(?![\x00-\x7f])\p{Extended_Pictographic}[\ufe0f\U0001f3fb-\U0001f3ff]?){1,3}"
)
_PIECE = regex.compile(r"[^\W_]+")
# A letter after an apostrophe is not set apart.
_APART = regex.compile(r"(?<![\w'])[^\W_](?![^\W_])")


@dataclass(frozen=True, slots=True)
class Chunk:
    """What can be made of a chunk that is read the same wherever it stands."""

    near: bool
    """Whether it is a letter, or a digit in words, that can make a word or number with its neighbours."""
    mute: bool
    """Whether it holds no letter: its neighbours are neighbours of one another."""


MOST_NEAR = 2
"""So many that are near one another, or with nothing but mute ones between, make no word and no number."""


def chunk(text: str, lexicon: Lexicon, language: str) -> Chunk | None:
    """A stretch of a body without blanks; None where what stands around it could change how it is read."""
    if not text:
        return Chunk(near=False, mute=True)
    if not (_WORD.fullmatch(text) or _SIGNS.fullmatch(text)):
        return None
    first = certain(text)
    pieces = _PIECE.findall(first.text)
    near = len(_APART.findall(first.text)) + sum(piece in DIGIT_WORDS for piece in pieces)
    if (
        near > 1
        or (pieces and _SIGNS.fullmatch(text))  # a picture of a letter
        or may_hold_mail(b" %b " % first.text.encode())
        or is_disguised(FoldedText(first, text, lexicon, language))
    ):
        return None
    return Chunk(near=bool(near), mute=not pieces)
