"""Look-alike letters throughout: a word all in Cyrillic in a Latin text, a dotless i for an i."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.expressions import lazily
from socialint.text.disguises.undoing import FoldedText, Undoing
from socialint.text.folding import as_latin
from socialint.text.origins import Edit

_FOREIGN_WORD = lazily(
    r"(?<![\w\p{M}])[\p{Cyrillic}\p{Greek}\p{Armenian}\p{Cherokee}\p{Canadian_Aboriginal}]{3,}(?![\w\p{M}])"
)
_LATIN = lazily(r"\p{Latin}")
_DOTLESS = lazily(r"(?<![\w\p{M}])[\p{Latin}]*ı[\p{Latin}]*(?![\w\p{M}])")


def foreign_letters(text: FoldedText) -> Iterator[Undoing]:
    """Words of the rules in letters of another script, where most of the text is in Latin ones."""
    foreign = [*_FOREIGN_WORD.finditer(text.original)]
    if not foreign or len(_LATIN.findall(text.original)) < sum(len(found.group()) for found in foreign):
        return
    for found in foreign:
        word = as_latin(found.group()).lower()
        start, end = map(text.folded_offset, found.span())
        if word in text.lexicon.vocabulary and end - start == len(word):
            yield Undoing(start, end, [[Edit(start, end, word)]])


def dotless(text: FoldedText) -> Iterator[Undoing]:
    """Words of the rules with a dotless i. Turkish has it of right, so it is no certain fold."""
    for found in _DOTLESS.finditer(text.text):
        word = found.group().replace("ı", "i")
        if word in text.lexicon.vocabulary:
            yield Undoing(*found.span(), [[Edit(*found.span(), word)]])
