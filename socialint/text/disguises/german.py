"""German spellings beside the dictionary's: gendered forms (`Ärzt*innen`) and `Loesung` for `Lösung`."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.expressions import lazily
from socialint.text.disguises.undoing import FoldedText, Undoing
from socialint.text.origins import Edit

GENDERED = lazily(r"(?<=\p{L}{3})(?:[*:_·]|/-?|\((?=[^()\s]*\)))(?=in(?:nen)?\b)")
_UMLAUTS = {"ae": "ä", "oe": "ö", "ue": "ü"}
# After a vowel or a q an e is no second dot (neue, Quelle), nor before an l (Michael, aktuell).
SPELLED_OUT = lazily(r"(?<![aeiouäöüyq])(?:ae(?!l)|oe(?!sie)|ue(?!ll))")
_WORD = lazily(r"\p{L}+")


def gendered_forms(text: FoldedText) -> Iterator[Undoing]:
    """Forms for all genders, which are read as the feminine: `Ärzt:innen` as `Ärztinnen`."""
    for found in GENDERED.finditer(text.text):
        start, end = found.span()
        yield Undoing(start, end, [[Edit(start, end, "")]])


def umlauts_spelled_out(text: FoldedText) -> Iterator[Undoing]:
    """Words with an umlaut written as two letters, and not known as they stand."""
    for word in _WORD.finditer(text.text):
        places = [found.start() for found in SPELLED_OUT.finditer(text.text, *word.span())]
        if places and not text.known(word.group()):
            edits = [edit for place in places for edit in _joined(text.text, place)]
            yield Undoing(*word.span(), [edits])


def _joined(text: str, place: int) -> tuple[Edit, Edit]:
    umlaut = _UMLAUTS[text[place : place + 2]]
    return Edit(place, place + 1, umlaut), Edit(place + 1, place + 2, "")
