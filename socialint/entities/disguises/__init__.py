"""A text -> the same with its names undisguised: `M1ck3y`, `K*r*n D*yle`, `naeS`, `J o h n`.

A view undoes disguises of words that rules know. A name is no such word: it is undone here, and
only for who looks for names. What comes out is judged as if it had been written plainly; that it
was hidden is told beside, because whoever hides a name knows why.

The looks: `signs` reads digits and signs for letters, `apart` joins what was set apart, `backwards`
turns words around, `codes` spells out what only some can read, `scripts` reads letters of other scripts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

import regex

from socialint.entities.disguises.apart import letters_apart, parted_by_pictures, wrapped
from socialint.entities.disguises.backwards import backwards
from socialint.entities.disguises.codes import base64_coded, phonetic, rotated
from socialint.entities.disguises.known import KnownNames, Undone
from socialint.entities.disguises.scripts import foreign_words
from socialint.entities.disguises.signs import letters_left_out, signs_for_letters
from socialint.model.places import Span
from socialint.text.decoding import hides_letters
from socialint.text.folding import is_mixed

__all__ = ["KnownNames", "Undone", "is_hidden", "undone"]

_Look = Callable[[str, KnownNames], Iterator[Undone]]

_SIGN_INSIDE = re.compile(r"[^\W\d_][*@$#|!€+0-9•%_]+[^\W\d_]|[$@][^\W\d_]{2}|[^\W\d_]\*|[^\W\d_]-[^\W\d_]")
_APART = re.compile(
    r"(?<![^\W_])[^\W\d_]([ ._·•|/~+*-]| - )[^\W_]\1[^\W_](?![^\W_])|\[[^\W\d_]\]\[|\([^\W\d_]\)\("
)
_CAPITAL_LAST = re.compile(r"[a-zà-öø-ÿ]{2}[A-ZÀ-ÖØ-Þ](?!\w)")
_LONG_CODE = re.compile(r"(?<![\w/+])[A-Za-z0-9+/]{12,}={0,2}(?![\w/+])")


_OVERRIDE = "\u202e"
# A soft hyphen parts honest words too, and a joiner letters of many alphabets.
_NOTHING_INSIDE = regex.compile(r"\p{Latin}[\u200b\u2060\ufeff\U000e0000-\U000e007f]+(?=\p{Latin})")


def is_hidden(original: str, span: Span) -> bool:
    """Whether a name was made unreadable to programs where it stands, as only a disguise does.

    Fancy letters are no disguise: whoever sets a headline in them wants to be read.
    """
    written = original[span.start : span.end]
    if hides_letters(written):
        return True
    return not written.isascii() and (
        _OVERRIDE in written
        or len(_NOTHING_INSIDE.findall(written)) > 1
        or any(map(is_mixed, written.split()))
    )


def undone(cased: str, original: str, here: Callable[[int], int], names: KnownNames) -> Sequence[Undone]:
    """What is disguised in a text with its capitals, in order and apart from one another.

    `here` tells where the text has got to at a place of the `original`.
    """
    found: list[Undone] = []
    for one in _found(cased, original, here, names):
        if not any(one.start < other.end and other.start < one.end for other in found):
            found.append(one)
    return sorted(found, key=lambda one: one.start)


def _found(text: str, original: str, here: Callable[[int], int], names: KnownNames) -> Iterator[Undone]:
    for look in _looks(text):
        yield from look(text, names)
    if not original.isascii():
        yield from parted_by_pictures(original, text, here, names)


def _looks(text: str) -> Iterator[_Look]:
    """The looks that may find something in the text: for most none."""
    if _LONG_CODE.search(text):
        yield base64_coded
    if _APART.search(text):
        yield letters_apart
    if _SIGN_INSIDE.search(text):
        yield letters_left_out
        yield signs_for_letters
    if "-\n" in text:
        yield wrapped
    if _CAPITAL_LAST.search(text):
        yield backwards
    if "rot13" in text or "rot-13" in text or "ROT13" in text:
        yield rotated
    if not text.isascii():
        yield foreign_words
    yield phonetic
