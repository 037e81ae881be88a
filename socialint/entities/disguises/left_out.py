"""Names whose letters were left out: `K*r*n D*yle`, `Br-nd-n`, `S_ndr_`, `J***`, `Brndn`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

import regex

from socialint.entities.disguises.known import VOWELS, KnownNames, Undone, cased_as
from socialint.expressions import lazily
from socialint.text.origins import Edit

_MOST_READINGS = 216
_HIDDEN = "o"
"""What stands for a letter that nothing tells."""

# “Ärzt*innen”: all of them, and nobody in hiding.
_GENDERED = r"(?!\p{L}{3,}\*(?:in(?:nen)?|r|e|n|en)(?![\w*]))"
_LEFT_OUT = lazily(
    rf"(?<![\w*#@/&.-]){_GENDERED}(?P<word>\p{{L}}+(?P<sign>[*#%_•-])(?P=sign)*+"
    rf"(?:(?P<inside>\p{{L}}++(?:(?P=sign)++\p{{L}}++)*(?P=sign)*+)|(?<=(?P=sign){{2}})))(?![\w*@/]|[.]\w)"
)
_STARRED_OUT = lazily(r"(?<![\w*])\p{Lu}\*{2,}(?:[ ]\p{Lu}(?:\*+|\p{L}+))?(?![\w*])")
_NO_VOWEL = lazily(r"(?<![\w@#.'-])\p{Lu}(?:(?![aeiouy])\p{Ll}){3,}(?![\w.'-])")
_VOWEL = lazily(r"[aeiouyà-öø-ÿ]")
_SHORTEST = 4
_RUDE = frozenset("fuck fucking shit bitch asshole cunt dick whore slut".split())
"""Words that are crossed out for what they are."""


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
        if beside or names.is_titled(text, found.start()) or (capital and _is_name(found, read[at], names)):
            made = read[at] or found["word"].lower().replace(found["sign"], _HIDDEN)
            yield Undone(*found.span(), [Edit(*found.span(), cased_as(made, found["word"]))], name=True)


def _is_beside(text: str, one: regex.Match[str], other: regex.Match[str]) -> bool:
    return text[min(one.end(), other.end()) : max(one.start(), other.start())] == " "


def _is_name(found: regex.Match[str], first: str, names: KnownNames) -> bool:
    """Whether a word by itself can hardly be but a name: not `F*ck`, `S*x`."""
    if found["sign"] != "*":
        return bool(first)
    if not first and (found["inside"] is None or max(map(len, found["word"].split("*"))) < 2):
        return False  # “M*A*S*H”, “Botox**”
    letters = [VOWELS if one == "*" else one for one in found["word"].lower()]
    ways = {"".join(way) for way in islice(product(*letters), _MOST_READINGS)}
    return ways.isdisjoint(_RUDE) and (bool(first) or not any(map(names.is_word, ways)))


def _filled(word: str, sign: str, names: KnownNames) -> str:
    """The first name that a word can be whose vowels were left out; or nothing."""
    parts = [part for part in word.split(sign) if len(part) > 1]
    if sign != "*" and (any(map(_VOWEL.search, parts)) or len(word) < _SHORTEST):
        return ""  # “follow-up”, “a_b”
    return names.fitting(["" if one == sign else one for one in word], VOWELS)


def vowels_left_out(text: str, names: KnownNames) -> Iterator[Undone]:
    """First names of consonants alone."""
    for found in _NO_VOWEL.finditer(text):
        name = names.without_vowels(found.group().lower())
        if name:
            yield Undone(*found.span(), [Edit(*found.span(), name.capitalize(), whole=True)], name=True)
