"""Words broken by a wrapped line (`dia-` and `betes` below it) or by pictures: `cu💊res`."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.expressions import lazily
from socialint.text.disguises.undoing import FoldedText, Undoing
from socialint.text.origins import Edit

_WRAPPED = lazily(r"(?<![\w-])(\p{L}{2,})(-\n[ ]*)(\p{L}{2,})(?![\w-])")
_PICTURES = lazily(r"(?![\x00-\x7f])[\p{Extended_Pictographic}\p{So}\ufe0f\u200d]+")


def broken_by_a_line(text: FoldedText) -> Iterator[Undoing]:
    """Words of the rules, parted by a hyphen at the end of a line."""
    for found in _WRAPPED.finditer(text.text):
        if found[1] + found[3] in text.lexicon.vocabulary and not (
            text.known(found[1]) and text.known(found[3])
        ):
            yield Undoing(*found.span(), [[Edit(*found.span(2), "")]])


def broken_by_pictures(text: FoldedText) -> Iterator[Undoing]:
    """Words of the rules, parted by pictures between their letters."""
    for start, end in _between_letters(text.original):
        begin, stop = text.folded_offset(start), text.folded_offset(end)
        while begin and text.text[begin - 1].isalpha():
            begin -= 1
        while stop < len(text.text) and text.text[stop].isalpha():
            stop += 1
        written = text.text[begin:stop]
        parts = written.split()
        if "".join(parts) in text.lexicon.vocabulary and not all(map(text.known, parts)):
            yield Undoing(begin, stop, [[Edit(begin + gap, begin + gap + 1, "") for gap in _blanks(written)]])


def _between_letters(original: str) -> Iterator[tuple[int, int]]:
    """The stretches of letters and pictures that begin and end with pictures between letters."""
    begin = last = -1
    for found in _PICTURES.finditer(original):
        start, end = found.span()
        if not (original[start - 1 : start].isalpha() and original[end : end + 1].isalpha()):
            continue
        if begin >= 0 and original[last:start].isalpha():
            last = end
            continue
        if begin >= 0:
            yield begin, last
        begin, last = start, end
    if begin >= 0:
        yield begin, last


def _blanks(written: str) -> Iterator[int]:
    return (at for at, char in enumerate(written) if char == " ")
