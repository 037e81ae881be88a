"""A text -> the same with its names undisguised: `M1ck3y`, `K*r*n D*yle`, `naeS`, `J o h n`.

A view undoes disguises of words that rules know. A name is no such word: it is undone here, and
only for who looks for names. What comes out is judged as if it had been written plainly; that it
was hidden is told beside, because whoever hides a name knows why.

The looks: `signs` reads digits and signs for letters, `left_out` fills in what was crossed out, `apart`
and `broken` join what was parted, `capitals` puts them where they belong, `backwards` turns words around, `codes` spells out what only some can
read, `scripts` reads letters of other scripts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from socialint.entities.disguises.apart import letters_apart
from socialint.entities.disguises.backwards import SAID, backwards, said_to_be_backwards
from socialint.entities.disguises.broken import broken_by_a_sign, parted_by_pictures, pictured, wrapped
from socialint.entities.disguises.capitals import strewn_capitals
from socialint.entities.disguises.codes import (
    HINTED,
    READ_DOWN,
    ROTATED,
    acrostic,
    base64_coded,
    hinted,
    numbered,
    phonetic,
    pig_latin,
    rotated,
)
from socialint.entities.disguises.known import KnownNames, Undone
from socialint.entities.disguises.left_out import letters_left_out, vowels_left_out
from socialint.entities.disguises.scripts import foreign_words
from socialint.entities.disguises.signs import signs_for_letters
from socialint.expressions import lazily
from socialint.model.places import Span
from socialint.text.decoding import hides_letters
from socialint.text.folding import is_mixed
from socialint.text.hiding import Hiding, hiding

__all__ = ["KnownNames", "Undone", "is_hidden", "undone"]

_Look = Callable[[str, KnownNames], Iterator[Undone]]

_SIGN_INSIDE = re.compile(r"[A-Z][a-z]*[._|/\\~(-][a-z]{2}")
_STREWN = re.compile(r"[a-z][A-Z][a-z][A-Z]|[A-Z][a-z][A-Z][a-z]")
_NO_VOWEL = re.compile(r"\b[A-Z][b-df-hj-np-tv-xz]{3}")
_NUMBERS = re.compile(r"\d[-., ]\d\d?[-., ]\d\d?[-., ]\d")
_OVERRIDE = "\u202e"
# A soft hyphen parts honest words too, and a joiner letters of many alphabets.
_NOTHING_INSIDE = lazily(r"\p{Latin}[\u200b\u2060\ufeff\U000e0000-\U000e007f]+(?=\p{Latin})")
_BRAILLE_OR_STRUCK = lazily(r"[\u2801-\u28ff]{3}|(?:\p{L}[\u0335-\u0338]){3}")


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
        or _BRAILLE_OR_STRUCK.search(written) is not None
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
        yield from pictured(original, text, here, names)


def _looks(text: str) -> Iterator[_Look]:
    """The looks that may find something in the text: for most none."""
    ways = hiding(text)
    if Hiding.CODE in ways:
        yield base64_coded
    if Hiding.APART in ways:
        yield letters_apart
    if Hiding.SIGNS in ways:
        yield letters_left_out
        yield signs_for_letters
    if Hiding.BACKWARDS in ways:
        yield backwards
    if SAID.search(text):
        yield said_to_be_backwards
    if "-\n" in text:
        yield wrapped
    if _SIGN_INSIDE.search(text):
        yield broken_by_a_sign
    if _STREWN.search(text):
        yield strewn_capitals
    if _NO_VOWEL.search(text):
        yield vowels_left_out
    if _NUMBERS.search(text):
        yield numbered
    if HINTED.search(text):
        yield hinted
    if not text.isascii():
        yield foreign_words
    if ROTATED.search(text):
        yield rotated
    if "ay" in text:
        yield pig_latin
    if READ_DOWN.search(text):
        yield acrostic
    yield phonetic
