"""Hashtags read as words, with or without their #."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise, product

import regex

from socialint.expressions import lazily
from socialint.text.disguises.signs import LEET
from socialint.text.disguises.undoing import FoldedText, Undoing
from socialint.text.origins import Edit
from socialint.text.tags import HASHTAG, LISTED_TAG, cuts

_SIGN_INSIDE = lazily(r"\p{L}[0134578]{1,2}\p{L}")
_MOST_READINGS = 32


def hashtags(text: FoldedText) -> Iterator[Undoing]:
    """Undoings of the hashtags of a text that fall into words."""
    return _split(text, HASHTAG)


def listed_hashtags(text: FoldedText) -> Iterator[Undoing]:
    """The same for a field in which every word is one."""
    return _split(text, LISTED_TAG)


def _split(text: FoldedText, pattern: regex.Pattern[str]) -> Iterator[Undoing]:
    for found in pattern.finditer(text.text):
        start, end = found.span(1)
        tag = _as_written(text, start, end)
        if _SIGN_INSIDE.search(tag) and (way := _unsigned(tag, start, text)):
            yield Undoing(start, end, [way])
            continue
        places = [start + cut for cut in cuts(tag, text.lexicon, text.language)]
        if places:
            yield Undoing(start, end, [[_parted(text.text, place) for place in places]])


def _unsigned(tag: str, start: int, text: FoldedText) -> list[Edit]:
    """A tag with digits for letters, where all that it falls into are words: `#0varianC4ncer`."""
    choices = [LEET.get(char, (char,)) for char in tag]
    for letters in map("".join, islice(product(*choices), _MOST_READINGS)):
        places = [0, *cuts(letters, text.lexicon, text.language), len(letters)]
        if all(text.known(letters[one:other].lower().strip("_")) for one, other in pairwise(places)):
            made = [
                Edit(start + at, start + at + 1, letters[at].lower())
                for at, char in enumerate(tag)
                if char != letters[at]
            ]
            parted = [_parted(text.text, start + place) for place in places[1:-1]]
            return sorted((*parted, *made), key=lambda edit: (edit.start, edit.end))
    return []


def _parted(text: str, place: int) -> Edit:
    """A blank before `place`; an underscore makes room for it."""
    return Edit(place - 1 if text[place - 1] == "_" else place, place, " ")


def _as_written(text: FoldedText, start: int, end: int) -> str:
    """The stretch with the capitals that the original has."""
    starts = text.reading.starts
    if starts is None:
        return text.original[start:end]
    letters = []
    for at in range(start, end):
        letter = text.text[at]
        upper = letter.upper()
        letters.append(upper if len(upper) == 1 and text.original[starts[at]].isupper() else letter)
    return "".join(letters)
