"""Letters set apart, and names broken by the end of a line: `J o h n`, `M.a.r.y`, `K-A-R-E-N`, `[H][a][n][k]`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from socialint.entities.disguises.known import KnownNames, Undone
from socialint.entities.disguises.signs import READ_AS
from socialint.expressions import lazily
from socialint.text.origins import Edit

_LETTER = r"[\p{L}0134578@$]"
_APART = lazily(
    rf"(?<![\w.@/])\p{{L}}(?P<between>[ ._·•|/~+*-]| - ){_LETTER}(?![^\W_])(?:(?P=between){_LETTER}(?![^\W_]))+"
    rf"(?:[ ]{{1,4}}\p{{L}}(?:(?P=between){_LETTER}(?![^\W_]))+)*(?!\w)"
)
_BOXED = lazily(r"(?:\[\p{L}\]){3,}(?:[ ](?:\[\p{L}\]){2,})*|(?:\(\p{L}\)){3,}(?:[ ](?:\(\p{L}\)){2,})*")
_WRAPPED = lazily(r"(?<![\w-])(\p{Lu}\p{Ll}+)-\n[ ]*(\p{Ll}{2,})(?![\w-])")
_TITLE = lazily(r"(\p{L}+)[.]? $")
_PICTURES = lazily(
    r"(?<=\p{L})(?:(?![\x00-\x7f°])[\p{So}\p{Extended_Pictographic}\U0001f3fb-\U0001f3ff\ufe0f\u200d])+(?=\p{L})"
)
_FOR_LETTERS = frozenset("*_")
"""What may stand for a letter as well: `K*r*n`."""
_QUIET = " "
_AROUND = 12
_ENDS = lazily(r"(?r)\p{L}+(?=$)")
_BEGINS = lazily(r"\p{L}+")


def letters_apart(text: str, names: KnownNames) -> Iterator[Undone]:
    """Single letters with the same sign between, joined; what stands further apart begins a word."""
    for found in _APART.finditer(text):
        one = _joined(text, found.start(), found.end(), found["between"], names)
        if one.name or found["between"] not in _FOR_LETTERS:
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
    before = _TITLE.search(text, max(0, start - _AROUND), start)
    titled = before is not None and before[1].lower() in names.titles
    # Capitals with blanks between are a heading as a rule: “G R A C E”.
    hidden = between != _QUIET or not joined.isupper()
    name = titled or (hidden and names.is_first(first))
    return Undone(start, end, edits, name, hides=name)


def wrapped(text: str, names: KnownNames) -> Iterator[Undone]:
    """Words in capitals that a hyphen parts at the end of a line."""
    for found in _WRAPPED.finditer(text):
        if not (names.is_word(found[1].lower()) and names.is_word(found[2])):
            yield Undone(*found.span(), [Edit(found.end(1), found.start(2), "")], hides=False)


def parted_by_pictures(
    original: str, text: str, here: Callable[[int], int], names: KnownNames
) -> Iterator[Undone]:
    """Words with a picture between two of their letters; `here` tells where an original place stands in the text."""
    for found in _PICTURES.finditer(original):
        start, end = map(here, found.span())
        before, behind = _ENDS.search(text, 0, start), _BEGINS.match(text, end)
        if before is None or behind is None or text[start:end].strip():
            continue
        parts = before.group().lower(), behind.group().lower()
        if max(map(len, parts)) > 1 and not all(map(names.is_word, parts)):
            yield Undone(
                before.start(), behind.end(), [Edit(start, end, "")], name=names.is_first("".join(parts))
            )
