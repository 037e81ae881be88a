"""Names written from the right: `nosdrahciR ynnaG`, and `ecnav ellehcor` where the text says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from socialint.entities.disguises.known import KnownNames, Undone
from socialint.expressions import lazily
from socialint.text.origins import Edit

_BACKWARDS = lazily(r"(?<![\w@#/.])\p{Ll}{2,20}\p{Lu}(?:[ ]\p{Ll}{2,20}\p{Lu}){0,3}(?!\w)")
_SHORTEST = 4
SAID = re.compile(
    r"\b(?:backwards?|reversed?|flip(?:ped)? it|mirror(?:ed|s)?|from the right|right to left|other way (?:a?round))\b",
    re.IGNORECASE,
)
_WORD = lazily(r"\p{L}+")


def backwards(text: str, names: KnownNames) -> Iterator[Undone]:
    """Words whose last letter alone is a capital, turned around."""
    for found in _BACKWARDS.finditer(text):
        words = found.group().split(" ")
        # “vitaminD”, “pagerS”: a word, and a letter behind it.
        if all(names.is_word(word[:-1]) or len(word) < _SHORTEST for word in words):
            continue
        yield Undone(*found.span(), [Edit(*found.span(), found.group()[::-1], whole=True)], name=True)


def said_to_be_backwards(text: str, names: KnownNames) -> Iterator[Undone]:
    """First names turned around, with the strange word beside them; asked only where the text says so."""
    words = list(_WORD.finditer(text))
    turned = [_is_turned(word.group().lower(), names) for word in words]
    for at, word in enumerate(words):
        if not turned[at]:
            continue
        start = end = at
        if at and text[words[at - 1].end() : word.start()] == " " and _is_strange(words[at - 1], names):
            start = at - 1
        elif at + 1 < len(words) and text[word.end() : words[at + 1].start()] == " ":
            end = at + _is_strange(words[at + 1], names)
        place = words[start].start(), words[end].end()
        made = text[slice(*place)][::-1].title()
        yield Undone(*place, [Edit(*place, made, whole=True)], name=True)


def _is_turned(word: str, names: KnownNames) -> bool:
    return len(word) >= _SHORTEST and not names.is_word(word) and names.is_first(word[::-1])


def _is_strange(word: regex.Match[str], names: KnownNames) -> bool:
    return len(word.group()) > 2 and not names.is_word(word.group().lower())
