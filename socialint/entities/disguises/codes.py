"""Names in a code that some can read: `TGVuYSBWb2d0`, rot13, `Lima Echo November Alpha`."""

from __future__ import annotations

import binascii
import codecs
from base64 import b64decode
from collections.abc import Iterator

import regex

from socialint.entities.disguises.known import KnownNames, Undone
from socialint.text.origins import Edit

_BASE64 = regex.compile(r"(?<![\w/+])[A-Za-z0-9+/]{11,60}={0,2}(?![\w/+=])")
_NAME = regex.compile(r"\p{Lu}[\p{Ll}'-]+(?:[ ]\p{Lu}[\p{L}.'-]*){1,3}")
_CAPITAL_WORDS = regex.compile(r"\b\p{Lu}\p{Ll}{2,}(?:[ ]\p{Lu}\p{Ll}{2,})*\b")
_WORD = regex.compile(r"\p{L}+(?:-\p{L}+)?")
_ALPHABET = frozenset(
    "alpha alfa bravo charlie delta echo foxtrot golf hotel india juliet juliett kilo lima mike november oscar papa "
    "quebec romeo sierra tango uniform victor whiskey whisky xray x-ray yankee zulu".split()
)
_FEWEST = 4


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
