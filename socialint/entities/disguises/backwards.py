"""Names written from the right: `nosdrahciR ynnaG`."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.entities.disguises.known import KnownNames, Undone
from socialint.expressions import lazily
from socialint.text.origins import Edit

_BACKWARDS = lazily(r"(?<![\w@#/.])\p{Ll}{2,20}\p{Lu}(?:[ ]\p{Ll}{2,20}\p{Lu}){0,3}(?!\w)")
_SHORTEST = 4


def backwards(text: str, names: KnownNames) -> Iterator[Undone]:
    """Words whose last letter alone is a capital, turned around."""
    for found in _BACKWARDS.finditer(text):
        words = found.group().split(" ")
        # “vitaminD”, “pagerS”: a word, and a letter behind it.
        if all(names.is_word(word[:-1]) or len(word) < _SHORTEST for word in words):
            continue
        yield Undone(*found.span(), [Edit(*found.span(), found.group()[::-1], whole=True)], name=True)
