"""Names that their writer half hid, and that anybody can read: `K*r*n D*yle`, `M1ck3y`, `naeS`.

A view undoes disguises of words that rules know. A name is no such word: it is undone here, and
only to see that it is one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

import regex

from socialint.entities.cues import Cues
from socialint.entities.mentions import Mention
from socialint.entities.tags import begins_with_name

_GENDERED = (
    r"(?!\p{L}{3,}\*(?:in(?:nen)?|r|e|n|en)(?![\w*]))"  # “Ärzt*innen”: all of them, and nobody in hiding
)
_STARRED = rf"{_GENDERED}\p{{Lu}}\p{{L}}*(?:\*+\p{{L}}+)+\**|\p{{Lu}}\*{{2,}}"
_NAME = r"\p{Lu}[\p{L}]+"
_STARS = regex.compile(
    rf"(?<![\w*])(?:{_STARRED})(?:[ ](?:{_STARRED}|{_NAME})(?![\w*])|(?<=\*\p{{L}}+))(?![\w*])"
)
_DIGITS = regex.compile(
    r"(?<![\w@#/.])(?=\p{L}+[\p{N}@$])(?=\p{Lu})(?:\p{L}|[0134578@$]){3,20}(?![\w@]|\.\w)(?:[ ]\p{Lu}(?:\p{L}|[0134578@$]){2,20}(?!\w))?"
)
_BACKWARDS = regex.compile(r"(?<!\w)\p{Ll}{2,20}\p{Lu}(?:[ ]\p{Ll}{2,20}\p{Lu}){0,2}(?!\w)")
_APART = regex.compile(
    r"(?<![\w.])\p{L}(?:(?P<between>[ ._·•|-])[\p{L}0134578@$])(?:(?P=between)[\p{L}0134578@$]){2,}(?:[ ]{2,4}\p{Lu}(?:[ ]\p{L})+)*(?!\w)"
)
_READ_AS = {"0": "o", "1": "il", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "@": "a", "$": "s"}
_MOST_READINGS = 32


def masked(text: str, cues: Cues) -> Iterator[Mention]:
    """The half hidden names in a text."""
    names = cues.first_names
    for found in _STARS.finditer(text):
        yield Mention("PERSON", *found.span())
    for found in _DIGITS.finditer(text):
        first = found[0].split(" ")[0].lower()
        if any(letters in names for letters in _readings(first)):
            yield Mention("PERSON", *found.span())
    for found in _APART.finditer(text):
        read = _readings("".join(letter for letter in found[0] if letter.isalnum() or letter in "@$").lower())
        if any(begins_with_name(letters, cues) or letters in cues.doubtful_names for letters in read):
            yield Mention("PERSON", *found.span())
    for found in _BACKWARDS.finditer(text):
        words = found[0].split(" ")
        if len(words) > 1 or words[0][::-1].lower() in names:
            yield Mention("PERSON", *found.span())


def _readings(letters: str) -> Iterator[str]:
    """What the letters may stand for, digits read as what they look like; no more than a few."""
    several = product(*(_READ_AS.get(letter, letter) for letter in letters))
    return map("".join, islice(several, _MOST_READINGS))
