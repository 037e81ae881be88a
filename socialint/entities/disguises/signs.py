"""Digits and signs in the place of letters: `M1ck3y`, `$usan`, `#P4tr1c14`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

from socialint.entities.disguises.known import KnownNames, Undone, cased_as
from socialint.expressions import lazily
from socialint.text.origins import Edit

READ_AS = {
    "0": "o", "1": "il", "3": "e", "4": "a", "5": "s", "6": "g", "7": "t", "8": "b", "9": "g",
    "@": "a", "$": "s", "!": "il", "|": "li", "€": "e", "+": "t",
}  # fmt: skip
_SHORT = 3
_MOST_READINGS = 216

_TOKEN = lazily(
    r"(?<![\w&/.@#\\])[#@]?(?P<word>[\p{L}\d$][\p{L}\d@$!|€+]{2,24})(?:(?![\w@]|[.][\p{L}\d])|(?<=@[^ ]*)(?=[.]))"
)
_SIGN = r"[013456789@$!|€+]"
_AMONG_LETTERS = rf"\p{{L}}{_SIGN}{{1,2}}\p{{L}}|^[$@]\p{{L}}{{2}}"
_INSIDE = lazily(_AMONG_LETTERS)
_SIGNED = lazily(rf"{_AMONG_LETTERS}|^\d\p{{L}}{{3}}|\p{{L}}{{3}}[0134578@$]$")
_LIKE_DIGITS = frozenset("oil0123456789")
_LETTERS = lazily(r"\p{L}+")


def signs_for_letters(text: str, names: KnownNames) -> Iterator[Undone]:
    """Words with digits or signs between their letters, read as the letters that these look like."""
    for found in _TOKEN.finditer(text):
        word = found["word"]
        if _SIGNED.search(word) is None:
            continue
        read = names.best(_readings(word.lower()))
        first = (len(read) > _SHORT and names.is_first(read)) or (
            found.group()[0] in "#@" and names.surname_at(read) > 0
        )
        if not first and not _is_meant(word, names):
            continue
        made = read.upper() if word.isupper() else cased_as(read, word)
        if not word[0].isalpha():
            made = made.capitalize()
        yield Undone(
            *found.span("word"),
            [Edit(*found.span("word"), made)],
            name=(first and made[0].isupper()) or names.is_titled(text, found.start()),
        )


def _is_meant(word: str, names: KnownNames) -> bool:
    """Whether signs stand for letters: not in `H1N1`, `covid19vaccine`, `T2D`."""
    if _INSIDE.search(word) is None or not any(map(str.islower, word)):
        return False
    letters = _LETTERS.findall(word)
    if sum(map(len, letters)) * 2 + 1 < len(word) or not set(word.lower()) - _LIKE_DIGITS:
        return False
    return not (len(letters) > 1 and all(len(one) > 2 and names.is_word(one.lower()) for one in letters))


def _readings(word: str) -> Iterator[str]:
    """What a word in small letters may be, digits read as what they look like; no more than a few."""
    return map("".join, islice(product(*(READ_AS.get(one, one) for one in word)), _MOST_READINGS))
