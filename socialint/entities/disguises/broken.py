"""Names broken by a line, a picture or a sign: `Stern-` and `holz` below it, `K🌸aren`, `Gre-gory`, `Ka(ren)`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from socialint.entities.disguises.known import KnownNames, Undone
from socialint.expressions import lazily
from socialint.text.origins import Edit

_WRAPPED = lazily(r"(?<![\w-])(\p{Lu}\p{Ll}+)-\n[ ]*(\p{Ll}{2,})(?![\w-])")
_PICTURES = lazily(
    r"(?<=\p{L})(?:(?![\x00-\x7f°])[\p{So}\p{Extended_Pictographic}\U0001f3fb-\U0001f3ff\ufe0f\u200d])+(?=\p{L})"
)
_BROKEN = lazily(
    r"(?<![\w@#/.-])(?P<before>\p{Lu}\p{Ll}*)(?P<sign>[._|/\\~-])(?P<behind>\p{Ll}{2,})(?![\w@/]|[.-]\w)"
)
_BRACKETED = lazily(r"(?<![\w(])\p{Lu}(?:\p{L}|\(\p{Ll}+\))*\(\p{Ll}+\)(?:\p{L}|\(\p{Ll}+\))*(?![\w(])")
_BRACKET = lazily(r"[()]")
_ENDS = lazily(r"(?r)\p{L}+(?=$)")
_BEGINS = lazily(r"\p{L}+")
# Animals, plants and food are surnames; the sun and Santa Claus are not.
_TITLED_PICTURE = lazily(
    r"(?i)\b(\p{L}{2,6})\.?[ ]([\U0001f330-\U0001f37f\U0001f400-\U0001f43f\U0001f940-\U0001f9ae]\ufe0f?)"
)
_SOMEBODY = "N"


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


def pictured(original: str, text: str, here: Callable[[int], int], names: KnownNames) -> Iterator[Undone]:
    """A title with a picture for the surname: `Mrs. 🦊`. The picture stands as an initial."""
    for found in _TITLED_PICTURE.finditer(original):
        start = here(found.start(2))
        if text[start : start + 1] == " " and names.is_titled(original, found.start(2)):
            yield Undone(start, start + 1, [Edit(start, start + 1, _SOMEBODY)], name=True)


def broken_by_a_sign(text: str, names: KnownNames) -> Iterator[Undone]:
    """First names with a sign inside, and the next word if it is written so too."""
    end, sign = 0, ""
    for found in _BROKEN.finditer(text):
        before, behind = found["before"].lower(), found["behind"]
        goes_on = text[end : found.start()] == " " and found["sign"] == sign
        whole = names.is_first(before + behind) and not (names.may_be_first(before) and len(before) > 2)
        if goes_on or (whole and not (names.is_word(before) and names.is_word(behind))):
            end, sign = found.end(), found["sign"]
            yield Undone(*found.span(), [Edit(*found.span("sign"), "")], name=True)
    for found in _BRACKETED.finditer(text):
        if names.is_first(_BRACKET.sub("", found.group()).lower()):
            signs = (bracket.start() + found.start() for bracket in _BRACKET.finditer(found.group()))
            last = found.end() - 1
            edits = [Edit(at, at + 1, "") for at in signs if at != last]
            if text[last] == ")":
                edits.append(Edit(last - 1, last + 1, text[last - 1], whole=True))
            yield Undone(*found.span(), edits, name=True)
