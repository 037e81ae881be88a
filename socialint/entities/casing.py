"""A view -> the text that is read for names: the certain reading with its capitals, undisguised.

The fold undoes disguises, and with them the capitals that show a name. They are taken from the
original characters again, so that `𝐃𝐞𝐥𝐩𝐡𝐢𝐧𝐞` is read as `Delphine`. Each character stands where
it stands in the reading, which leads back to the original; addresses are blanks. Then names in
disguise are undone (`disguises`).

Words all in capitals are written as names where they are two parted by a comma (`HOLLOWAY, RUTH`)
or follow a title (`MRS HOLLOWAY`): the model knows names by their shape. Other capitals are left,
as most of them shout.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

import regex

from socialint.entities.disguises import KnownNames, undone
from socialint.entities.shapes import Shapes
from socialint.model.documents import Part
from socialint.model.places import Span
from socialint.model.views import Reading, View
from socialint.text import LINK_MARK
from socialint.text.decoding import decoded
from socialint.text.folding import folded, unfolded
from socialint.text.origins import Edit, edited

_WITHOUT_CASE = ("REGIONAL INDICATOR", "BRAILLE", "CANADIAN SYLLABICS")
_LOUD = r"\p{Lu}[\p{Lu}'-]{2,}"
_WORD = regex.compile(r"\p{L}+")


@dataclass(frozen=True, slots=True)
class Cased:
    """A text to read for names, whose characters have the places of those of `reading`."""

    text: str = field(repr=False)
    reading: Reading = field(repr=False)
    wholes: tuple[Span, ...] = ()
    """Stretches of the text that are one name if any part of them is: `Holloway, Ruth`."""
    names: tuple[Span, ...] = ()
    """Stretches of the text that are surely somebody's name, as it was disguised."""
    hidden: tuple[Span, ...] = ()
    """All stretches that were disguised to hide what they say."""

    def original(self, start: int, end: int) -> Span:
        """The original characters behind those of the text from `start` up to `end`."""
        return self.reading.original(start, end)

    def here(self, offset: int) -> int:
        """Where the text has got to when the original is at `offset`."""
        return offset if self.reading.starts is None else bisect_left(self.reading.starts, offset)


@cache
def _loud_name(title: str) -> regex.Pattern[str]:
    return regex.compile(rf"\b{_LOUD},[ ]\p{{Lu}}[\p{{Lu}}'-]+\b|(?<={title}[ ]){_LOUD}\b(?:[ ]{_LOUD}\b)?")


def cased(view: View, shapes: Shapes, known: KnownNames) -> Cased:
    """The certain reading of the view, with its capitals, and with names undisguised."""
    plain = _with_capitals(view)
    found = undone(plain.text, view.field.text, plain.here, known)
    edits = [edit for one in found for edit in one.edits]
    reading = edited(plain.reading, edits) if edits else plain.reading
    text = reading.text
    moved = [Span(_moved(one.start, edits), _moved(one.end, edits)) for one in found]
    names = tuple(span for span, one in zip(moved, found, strict=True) if one.name)
    hidden = tuple(span for span, one in zip(moved, found, strict=True) if one.hides)
    loud = _loud_name(shapes.title)
    wholes = tuple(Span(*found.span()) for found in loud.finditer(text))
    return Cased(loud.sub(_as_name, text) if wholes else text, reading, wholes, names, hidden)


def _moved(offset: int, edits: Sequence[Edit]) -> int:
    """Where an offset that lies within no edit stands after them."""
    return offset + sum(len(edit.text) - (edit.end - edit.start) for edit in edits if edit.end <= offset)


def _with_capitals(view: View) -> Cased:
    reading = view.readings[0]
    if reading.starts is None or reading.ends is None:
        text = "".join(map(_letter, view.field.text, reading.text))
        return Cased(text, Reading(text))
    before, inner = (
        (decoded(view.field.text), reading)
        if view.field.part is Part.LINK
        else (unfolded(view.field.text), reading)
    )
    if before.starts is not None:
        inner = folded(before.text)
    starts, ends = inner.starts, inner.ends
    if starts is None or ends is None:
        pieces: Iterable[str] = before.text
    else:
        pieces = (before.text[start:end] for start, end in zip(list(starts), list(ends), strict=True))
    text = "".join(map(_letter, pieces, reading.text))
    return Cased(text, Reading(text, reading.starts, reading.ends))


@lru_cache(maxsize=1 << 14)
def _letter(original: str, folded: str) -> str:
    """The folded character, as a capital where the original is one."""
    if folded == LINK_MARK:
        return " "
    if folded.islower() and len(capital := folded.upper()) == 1 and _is_capital(original):
        return capital
    return folded


def _is_capital(original: str) -> bool:
    plain = unicodedata.normalize("NFKC", original)
    if plain.islower() or plain.isupper():
        return plain.isupper() or _called_capital(plain)
    return plain[:1].isupper() or _called_capital(original)


def _called_capital(letters: str) -> bool:
    """Whether Unicode calls it a capital, though it has no case or a small one: `🅐`, `ʀ`; or it has but one form."""
    names = (unicodedata.name(letter, "") for letter in letters)
    return any(" CAPITAL " in name or name.startswith(_WITHOUT_CASE) for name in names)


def _as_name(found: regex.Match[str]) -> str:
    return _WORD.sub(lambda word: word.group()[0] + word.group()[1:].lower(), found.group())
