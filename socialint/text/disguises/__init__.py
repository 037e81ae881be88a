"""Disguised words, and what they are without: `cur3s`, `c.u.r.e.s`, `c*res`, `cuuures`, `cu💊res`.

Everything here is an attempt: it counts only where it comes out at a word that rules know, and
where the text as written is no word. So each kind is looked for with a quick, generous pattern, and
the lexicon decides. Numbers and e-mail addresses (`numbers`, `mail`) are no words: their shape alone
decides, and the digits and `@` that come out are for leaves to judge.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from socialint.model.documents import Field, Part
from socialint.model.views import Reading
from socialint.text.disguises.apart import letters_apart
from socialint.text.disguises.breaks import broken_by_a_line, broken_by_pictures
from socialint.text.disguises.french import accents_left_out
from socialint.text.disguises.german import GENDERED, SPELLED_OUT, gendered_forms, umlauts_spelled_out
from socialint.text.disguises.hashtags import hashtags, listed_hashtags
from socialint.text.disguises.mail import mail_spelled, may_hold_mail
from socialint.text.disguises.numbers import (
    KEYCAP,
    digits_apart,
    digits_dotted,
    digits_on_lines,
    digits_spelled,
    keycaps,
    letters_for_digits,
    may_spell,
)
from socialint.text.disguises.repeats import TRIPLE, letters_repeated
from socialint.text.disguises.scripts import dotless, foreign_letters
from socialint.text.disguises.signs import RARE_SIGNS, signs_for_letters
from socialint.text.disguises.undoing import FoldedText, Undoing
from socialint.text.folding import FOREIGN, PICTURE, beyond_ascii
from socialint.text.lexicon import Lexicon


def undoings(reading: Reading, field: Field, lexicon: Lexicon, language: str) -> Sequence[Undoing]:
    """What is disguised in the certain fold of `field`, in order and apart from one another."""
    text = FoldedText(reading, field.text, lexicon, language)
    undone: list[Undoing] = []
    taken: set[int] = set()
    for look in _looks(text, field.part):
        for found in look(text):
            stretch = range(found.start, found.end)
            if taken.isdisjoint(stretch):
                taken.update(stretch)
                undone.append(found)
    return sorted(undone, key=lambda undoing: undoing.start)


def is_disguised(text: FoldedText) -> bool:
    """Whether any look finds something in a text, even one that the text alone gives no reason for.

    Hashtags that fall into words are no disguise here.
    """
    looks = (*_ANYWHERE, *_IN_LANGUAGE.get(text.language, ()))
    return any(next(look(text), None) is not None for look in looks)


_Look = Callable[[FoldedText], Iterator[Undoing]]

_ANYWHERE: Sequence[_Look] = (
    mail_spelled, letters_for_digits, digits_spelled, keycaps, digits_apart, digits_on_lines, digits_dotted, signs_for_letters,
    letters_apart, letters_repeated, broken_by_a_line, broken_by_pictures, foreign_letters, dotless,
)  # fmt: skip
_IN_LANGUAGE: Mapping[str, Sequence[_Look]] = {
    "de": (gendered_forms, umlauts_spelled_out),
    "fr": (accents_left_out,),
}


# A text reduced to the kinds of its characters: letter, digit, full stop, sign that may stand for a
# letter, other. In these few kinds a disguise is a short string, and looking for one takes next to
# no time; the rare kinds are asked for first, as that takes none.
def _kind(char: str) -> str:
    if char.isalpha() or not char.isascii():
        return "L"
    if char.isdigit():
        return "1"
    if char in "@#":
        return "@"  # begins a mention or a hashtag as a rule
    if char in "$|+*%^~_":
        return "*"
    return "." if char in ".!" else " "


_KINDS = bytes(ord(_kind(chr(code))) for code in range(256))
_PARTED = bytes(ord("L" if _kind(chr(code)) in "L1" else " ") for code in range(256))
# What the standard library's engine finds several times faster.
_RARE_AFTER_LETTER = re.compile(r"[^\x00-\x7f](?<=[^\W\d_].)")
_LETTERS_AMONG_DIGITS = re.compile(rb"\d[oil]{1,4}[\d/.-]|[^a-z][oil]{1,2}\d|\d (?:dash|hyphen) ")
_LIST_DOTS = re.compile("[•∙⋅·]")
_DIGITS_ON_LINES = re.compile(rb"\d ?\n ?\d")
_STOP_INSIDE = re.compile(rb"\.L")


def _looks(text: FoldedText, part: Part) -> Iterator[_Look]:
    """The looks that may find something in `text`: for most posts none."""
    data = text.text.encode("utf-8", "surrogatepass")
    kinds = data.translate(_KINDS)
    rare = "" if text.original.isascii() else beyond_ascii(text.original)
    if text.language == "de":
        yield from _german(text, part)
    elif text.language == "fr":
        yield accents_left_out
    if may_hold_mail(data):
        yield mail_spelled
    if rare and _LIST_DOTS.search(rare):
        yield digits_dotted
        yield digits_apart
    if (b"1L" in kinds or b"L1" in kinds or b"1 LLLL" in kinds) and _LETTERS_AMONG_DIGITS.search(data):
        yield letters_for_digits
    if may_spell(data):
        yield digits_spelled
    if KEYCAP in rare:
        yield keycaps
    parted = b" %b " % data.translate(_PARTED)
    if b"1" in kinds and (b" L L L L " in parted or b" L   L   L   L " in parted):
        yield digits_apart
    if b"\n" in data and b"1 1" in kinds and _DIGITS_ON_LINES.search(data):
        yield digits_on_lines
    if (
        (b"*" in kinds and (b"L*L" in kinds or b"L**" in kinds or b"*LLL" in kinds))
        or (b"1" in kinds and (b"L1L" in kinds or b"1LLL" in kinds or b"LL1" in kinds))
        or (b"@" in kinds and b"L@L" in kinds)
        or _STOP_INSIDE.search(kinds)
        or not RARE_SIGNS.isdisjoint(rare)
    ):
        yield signs_for_letters
    if b" L L L " in parted or b" L  L  L " in parted or b" L   L   L " in parted:
        yield letters_apart
    if _has_triple(data) and TRIPLE.search(text.text):
        yield letters_repeated
    if b"\n" in data and b"-\n" in data:
        yield broken_by_a_line
    if rare and PICTURE.search(rare) and _RARE_AFTER_LETTER.search(text.original):
        yield broken_by_pictures
    if rare and FOREIGN.search(rare):
        yield foreign_letters
    if "ı" in rare:
        yield dotless
    if part is Part.HASHTAGS:
        yield listed_hashtags
    elif b"#" in data:
        yield hashtags


def _german(text: FoldedText, part: Part) -> Iterator[_Look]:
    if GENDERED.search(text.text):
        yield gendered_forms
    if SPELLED_OUT.search(text.text):
        # A tag that falls into words has to do so first.
        if part is not Part.HASHTAGS and "#" in text.text:
            yield hashtags
        yield umlauts_spelled_out


def _has_triple(data: bytes) -> bool:
    """Whether a byte stands there three times in a row, or may: several times faster than a regex.

    The text as one long number, exclusive-ored with itself one byte on, is 0 where two are alike.
    """
    if not data.isascii():
        return True
    number = int.from_bytes(data, "little")
    alike = number ^ (number >> 8)
    return b"\0" in (alike | (alike >> 8)).to_bytes(len(data) + 1, "little")[:-3]
