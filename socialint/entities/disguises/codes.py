"""Names in a code that some can read: Base64, rot13, pig Latin, the alphabet of radio operators, acrostics."""

from __future__ import annotations

import binascii
import codecs
import re
from base64 import b64decode
from collections.abc import Iterator

import regex

from socialint.entities.disguises.known import KnownNames, Undone
from socialint.expressions import lazily
from socialint.text.origins import Edit

_BASE64 = lazily(r"(?<![\w/+])[A-Za-z0-9+/]{11,60}={0,2}(?![\w/+=])")
_NAME = lazily(r"\p{Lu}[\p{Ll}'-]+(?:[ ]\p{Lu}[\p{L}.'-]*){1,3}")
_CAPITAL_WORDS = lazily(r"\b\p{Lu}\p{Ll}{2,}(?:[ ]\p{Lu}\p{Ll}{2,})*\b")
_WORD = lazily(r"\p{L}+(?:-\p{L}+)?")
_ALPHABET = frozenset(
    "alpha alfa bravo charlie delta echo foxtrot golf hotel india juliet juliett kilo lima mike november oscar papa "
    "quebec romeo sierra tango uniform victor whiskey whisky xray x-ray yankee zulu".split()
)
_FEWEST = 4
_LETTERS = 26
ROTATED = re.compile(r"rot-?13", re.IGNORECASE)
READ_DOWN = re.compile(
    r"\b(?:read|reading)[^.!?\n]{0,20} down(?:wards)?\b|\bacrostic\b|\bfirst letters?\b", re.IGNORECASE
)
_FIRST_WORDS = re.compile(r"^[^\w\n]*(\w+)", re.MULTILINE)
_PIG_LATIN = lazily(r"(?<![\w@#])\p{Lu}\p{Ll}{3,}ay(?!\w)")
_MOST_MOVED = 3
_NUMBERED = lazily(r"(?<![\d.,/-])\d{1,2}(?:[-. ,]\d{1,2}){3,11}(?![\d/-])")
_NUMBER = lazily(r"\d+")
HINTED = re.compile(r"\brhym(?:es?|ing) with |\bsounds (?:a lot |just )?like ", re.IGNORECASE)
_HINTED = lazily(
    r"(?i:\brhym(?:es?|ing) with|\bsounds (?:a lot |just )?like) [\"']?(?P<name>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+)"
)


def base64_coded(text: str, names: KnownNames) -> Iterator[Undone]:
    """A name in Base64 (RFC 4648): two words in capitals, and nothing else."""
    for found in _BASE64.finditer(text):
        code = found.group().rstrip("=")
        try:
            made = b64decode(code + "=" * (-len(code) % 4), validate=True).decode("ascii")
        except (binascii.Error, UnicodeDecodeError):
            continue
        if _NAME.fullmatch(made):
            yield Undone(*found.span(), [Edit(*found.span(), made, whole=True)], name=True)


def rotated(text: str, names: KnownNames) -> Iterator[Undone]:
    """Words in capitals whose letters stand thirteen places on; asked only where the text says so."""
    for found in _CAPITAL_WORDS.finditer(text):
        made = codecs.encode(found.group(), "rot13")
        if names.may_be_first(made.split(" ")[0].lower()):
            yield Undone(*found.span(), [Edit(*found.span(), made)], name=True)


def phonetic(text: str, names: KnownNames) -> Iterator[Undone]:
    """A word spelled in the alphabet of radio operators (ICAO Annex 10)."""
    if len(_ALPHABET.intersection(text.lower().split())) < _FEWEST - 1:
        return
    run: list[regex.Match[str]] = []
    for found in (*_WORD.finditer(text), None):
        if found and found.group().lower() in _ALPHABET:
            run.append(found)
            continue
        if len(run) >= _FEWEST:
            letters = "".join(word.group()[0] for word in run).capitalize()
            yield Undone(
                run[0].start(),
                run[-1].end(),
                [Edit(run[0].start(), run[-1].end(), letters, whole=True)],
                name=True,
            )
        run = []


def pig_latin(text: str, names: KnownNames) -> Iterator[Undone]:
    """`Argaretmay`: the letters before the first vowel at the end, and `ay`."""
    for found in _PIG_LATIN.finditer(text):
        word = found.group().lower()
        if names.may_be_first(word) or names.is_word(word):
            continue
        stem = word.removesuffix("ay")
        for moved in range(1, min(_MOST_MOVED, len(stem) - 2) + 1):
            made = stem[-moved:] + stem[:-moved]
            if names.is_first(made):
                yield Undone(*found.span(), [Edit(*found.span(), made.capitalize(), whole=True)], name=True)
                break


def acrostic(text: str, names: KnownNames) -> Iterator[Undone]:
    """A first name in the first letters of the lines; asked only where the text says how to read it."""
    words = list(_FIRST_WORDS.finditer(text))
    letters = "".join(word[1][0] for word in words).lower()
    for start in range(len(letters)):
        for length in range(len(letters) - start, _FEWEST, -1):
            if names.is_first(letters[start : start + length]):
                first = words[start]
                name = letters[start : start + length].capitalize()
                yield Undone(*first.span(1), [Edit(*first.span(1), name, whole=True)], name=True)
                return


def numbered(text: str, names: KnownNames) -> Iterator[Undone]:
    """A first name in the numbers of its letters: `11-1-18-5-14`."""
    for found in _NUMBERED.finditer(text):
        numbers = [int(one.group()) for one in _NUMBER.finditer(found.group())]
        if all(1 <= one <= _LETTERS for one in numbers):
            made = "".join(chr(ord("a") + one - 1) for one in numbers)
            if names.is_first(made):
                yield Undone(*found.span(), [Edit(*found.span(), made.capitalize(), whole=True)], name=True)


def hinted(text: str, names: KnownNames) -> Iterator[Undone]:
    """What a name rhymes with or sounds like is as good as the name."""
    for found in _HINTED.finditer(text):
        yield Undone(*found.span("name"), (), name=True)
