"""French without its accents: `medicament`, `EFFICACITE GARANTIE`, `soulage des maintenant`."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.expressions import lazily
from socialint.text.disguises.undoing import MOST_WAYS, FoldedText, Undoing
from socialint.text.origins import Edit

_BARE_WORD = lazily(r"(?<![\w\p{M}#@])[a-z]{4,}(?![\w\p{M}])")


def accents_left_out(text: FoldedText) -> Iterator[Undoing]:
    """Words that we know with an accent alone, written without any."""
    for found in _BARE_WORD.finditer(text.text):
        words = text.lexicon.accented(found.group())
        if words and not text.known(found.group()):
            yield Undoing(*found.span(), [[Edit(*found.span(), word)] for word in words[:MOST_WAYS]])
