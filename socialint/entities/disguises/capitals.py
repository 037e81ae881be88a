"""Capitals strewn over a name: `mArJoRiE ThOrNtOn`."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.entities.disguises.known import KnownNames, Undone
from socialint.expressions import lazily
from socialint.text.origins import Edit

_STREWN = lazily(r"(?<![\w@#])(?=\w{4})(?:\p{Lu}?(?:\p{Ll}\p{Lu})+\p{Ll}?)(?!\w)")


def strewn_capitals(text: str, names: KnownNames) -> Iterator[Undone]:
    """Words in which every other letter is a capital, with one at their beginning alone."""
    end = -1
    for found in _STREWN.finditer(text):
        goes_on = text[end : found.start()] == " "
        if goes_on or names.is_first(found.group().lower()):
            end = found.end()
            yield Undone(*found.span(), [Edit(*found.span(), found.group().capitalize())], hides=False)
