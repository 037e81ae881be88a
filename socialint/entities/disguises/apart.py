"""Letters set apart: `J o h n`, `M.a.r.y`, `K-A-R-E-N`, `K,a,r,e,n`, `[H][a][n][k]`, `#K #A #R #E #N`."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.entities.disguises.known import KnownNames, Undone
from socialint.entities.disguises.signs import READ_AS
from socialint.expressions import lazily
from socialint.text.origins import Edit

_LETTER = r"[\p{L}0134578@$]"
_APART = lazily(
    rf"(?<![\w.@/])\p{{L}}(?P<between>[ ._·•|/~+*,\x22-]| - | #){_LETTER}(?![^\W_])(?:(?P=between){_LETTER}(?![^\W_]))+"
    rf"(?:[ ]{{1,4}}\p{{L}}(?:(?P=between){_LETTER}(?![^\W_]))+)*(?!\w|[ ]?')"
)
_BOXED = lazily(r"(?:\[\p{L}\]){3,}(?:[ ](?:\[\p{L}\]){2,})*|(?:\(\p{L}\)){3,}(?:[ ](?:\(\p{L}\)){2,})*")
_OTHERWISE_TOO = frozenset('*_,"')
"""What may stand for a letter as well, or be a list: `K*r*n`, `A,B,C`."""
_QUIET = " "


def letters_apart(text: str, names: KnownNames) -> Iterator[Undone]:
    """Single letters with the same sign between, joined; what stands further apart begins a word."""
    for found in _APART.finditer(text):
        one = _joined(text, found.start(), found.end(), found["between"], names)
        if one.name or found["between"] not in _OTHERWISE_TOO:
            yield one
    for found in _BOXED.finditer(text):
        start, end = found.span()
        one = _joined(text, start + 1, end - 1, "[]", names)
        edges = Edit(start, start + 2, text[start + 1]), Edit(end - 2, end, text[end - 2])
        yield Undone(start, end, [edges[0], *one.edits, edges[1]], one.name, one.hides)


def _joined(text: str, start: int, end: int, between: str, names: KnownNames) -> Undone:
    places = [at for at in range(start, end) if text[at].isalpha() or text[at] in READ_AS]
    letters = [text[at] if text[at].isalpha() else READ_AS[text[at]][0] for at in places]
    gap = 2 if between == "[]" else len(between)
    begins = {
        at
        for at in range(1, len(places))
        if places[at] - places[at - 1] - 1 > gap
        or (between != _QUIET and text[places[at - 1] + 1 : places[at]].isspace())
        or (letters[at].isupper() and letters[at - 1].islower())
    }
    joined = "".join(letters)
    if not begins and (cut := names.surname_at(joined.lower())) and not names.is_first(joined.lower()):
        begins = {cut}
    edits: list[Edit] = []
    for at, place in enumerate(places):
        if letters[at] != text[place]:
            edits.append(Edit(place, place + 1, letters[at]))
        if at + 1 < len(places) and places[at + 1] > place + 1:
            edits.append(Edit(place + 1, places[at + 1], " " if at + 1 in begins else ""))
        elif at + 1 in begins:
            edits.append(Edit(place + 1, place + 1, " "))
    first = joined[: min(begins, default=len(joined))].lower()
    titled = names.is_titled(text, start)
    # Capitals with blanks between are a heading as a rule: “G R A C E”.
    hidden = between != _QUIET or not joined.isupper()
    name = titled or (hidden and names.is_first(first))
    return Undone(start, end, edits, name, hides=name)
