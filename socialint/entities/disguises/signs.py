"""Digits and signs in the place of letters, or in place of those left out: `M1ck3y`, `K*r*n D*yle`, `Br-nd-n`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

import regex

from socialint.entities.disguises.known import KnownNames, Undone
from socialint.expressions import lazily
from socialint.text.origins import Edit

READ_AS = {
    "0": "o", "1": "il", "3": "e", "4": "a", "5": "s", "6": "g", "7": "t", "8": "b", "9": "g",
    "@": "a", "$": "s", "!": "il", "|": "li", "€": "e", "+": "t",
}  # fmt: skip
_MOST_READINGS = 216
_VOWELS = "aeiouy"
_HIDDEN = "o"
"""What stands for a letter that nothing tells."""

_TOKEN = lazily(r"(?<![\w&/.@#\\])[#@]?(?P<word>[\p{L}\d$][\p{L}\d@$!|€+]{2,24})(?![\w@]|[.][\p{L}\d])")
_SIGN = r"[013456789@$!|€+]"
_AMONG_LETTERS = rf"\p{{L}}{_SIGN}{{1,2}}\p{{L}}|^[$@]\p{{L}}{{2}}"
_INSIDE = lazily(_AMONG_LETTERS)
_SIGNED = lazily(rf"{_AMONG_LETTERS}|^\d\p{{L}}{{3}}|\p{{L}}{{3}}{_SIGN}$")
_LIKE_DIGITS = frozenset("oil0123456789")
_LETTERS = lazily(r"\p{L}+")

# “Ärzt*innen”: all of them, and nobody in hiding.
_GENDERED = r"(?!\p{L}{3,}\*(?:in(?:nen)?|r|e|n|en)(?![\w*]))"
_LEFT_OUT = lazily(
    rf"(?<![\w*#@/&.-]){_GENDERED}(?P<word>\p{{L}}+(?P<sign>[*#%_•-])(?P=sign)*+\p{{L}}++(?:(?P=sign)++\p{{L}}++)*(?P=sign)*+)(?![\w*@/]|[.]\w)"
)
_STARRED_OUT = lazily(r"(?<![\w*])\p{Lu}\*{2,}(?:[ ]\p{Lu}(?:\*+|\p{L}+))?(?![\w*])")
_BEFORE = lazily(r"(\p{L}+)[.]? $")
_VOWEL = lazily(r"[aeiouyà-öø-ÿ]")
_SHORTEST = 4
_RUDE = frozenset("fuck fucking shit bitch asshole cunt dick whore slut".split())
"""Words that are crossed out for what they are."""
_AROUND = 12


def signs_for_letters(text: str, names: KnownNames) -> Iterator[Undone]:
    """Words with digits or signs between their letters, read as the letters that these look like."""
    for found in _TOKEN.finditer(text):
        word = found["word"]
        if _SIGNED.search(word) is None:
            continue
        read = names.best(_readings(word.lower()))
        first = names.is_first(read) or (found.group()[0] in "#@" and names.surname_at(read) > 0)
        if not first and not _is_meant(word, names):
            continue
        made = read.upper() if word.isupper() else _cased(read, word)
        if not word[0].isalpha():
            made = made.capitalize()
        yield Undone(
            *found.span("word"),
            [Edit(*found.span("word"), made)],
            name=(first and made[0].isupper()) or _is_titled(text, found.start(), names),
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


def _cased(read: str, word: str) -> str:
    return "".join(one.upper() if given.isupper() else one for one, given in zip(read, word, strict=True))


def letters_left_out(text: str, names: KnownNames) -> Iterator[Undone]:
    """Names some of whose letters were crossed out."""
    for found in _STARRED_OUT.finditer(text):
        yield Undone(*found.span(), (), name=True)
    words = list(_LEFT_OUT.finditer(text))
    read = [_filled(found["word"].lower(), found["sign"], names) for found in words]
    for at, found in enumerate(words):
        capital = found["word"][0].isupper()
        beside = any(
            0 <= near < len(words) and read[near] and _is_beside(text, found, words[near])
            for near in (at - 1, at + 1)
        )
        if beside or _is_titled(text, found.start(), names) or (capital and _is_name(found, read[at], names)):
            made = read[at] or found["word"].lower().replace(found["sign"], _HIDDEN)
            yield Undone(*found.span(), [Edit(*found.span(), _cased(made, found["word"]))], name=True)


def _is_beside(text: str, one: regex.Match[str], other: regex.Match[str]) -> bool:
    return text[min(one.end(), other.end()) : max(one.start(), other.start())] == " "


def _is_name(found: regex.Match[str], first: str, names: KnownNames) -> bool:
    """Whether a word by itself can hardly be but a name: not `F*ck`, `S*x`."""
    if found["sign"] != "*":
        return bool(first)
    letters = [_VOWELS if one == "*" else one for one in found["word"].lower()]
    ways = {"".join(way) for way in islice(product(*letters), _MOST_READINGS)}
    return ways.isdisjoint(_RUDE) and (bool(first) or not any(map(names.is_word, ways)))


def _filled(word: str, sign: str, names: KnownNames) -> str:
    """The first name that a word can be whose vowels were left out; or nothing."""
    parts = [part for part in word.split(sign) if len(part) > 1]
    if sign != "*" and (any(map(_VOWEL.search, parts)) or len(word) < _SHORTEST):
        return ""  # “follow-up”, “a_b”
    return names.fitting(["" if one == sign else one for one in word], _VOWELS)


def _is_titled(text: str, at: int, names: KnownNames) -> bool:
    """Whether a title stands right before: `Mrs. W1ll1ams`."""
    before = _BEFORE.search(text, max(0, at - _AROUND), at)
    return before is not None and before[1].lower() in names.titles and len(before[1]) > 1
