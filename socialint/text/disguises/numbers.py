"""Digits in disguise: `five five five, oh one`, `(9O7)`, `9OO-12`, `6 1 4 5 5 5`, `6️⃣1️⃣4️⃣`, one group a line.

Only runs long enough to be somebody's number are read: two digits in words are prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from socialint.expressions import lazily
from socialint.text.disguises.undoing import FoldedText, Undoing
from socialint.text.origins import Edit

DIGIT_WORDS = {
    "zero": "0", "oh": "0", "nought": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
    "six": "6", "seven": "7", "eight": "8", "nine": "9", "niner": "9",
}  # fmt: skip
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SAID = {word: str(number) for number, word in enumerate(_TEENS, 10)} | {
    word: f"{number}0" for number, word in enumerate(_TENS, 2)
}
_AFTER_TENS = "|".join(word for word, digit in DIGIT_WORDS.items() if digit != "0" and word != "niner")
NUMBER_WORDS = frozenset((*DIGIT_WORDS, *_SAID))
"""Words of which a number is dictated."""
DASH_WORDS = frozenset(("dash", "hyphen"))
KEYCAP = "\u20e3"
FEWEST = 7
"""Digits of a number that was spelled or set apart."""

_AS_BYTES = tuple(word.encode() for word in DIGIT_WORDS)
_WORD = rf"(?:(?:{'|'.join(_TENS)})[ -](?:{_AFTER_TENS})|{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))}|\d+)"
MIXED_DIGITS = re.compile(rf"{_WORD}{{2,}}|[oil]+\d[\doil]*|\d+[oil][\doil]*")
"""Digits in words, or letters for them, without a blank between."""
_SPELLED = re.compile(rf"(?<!\w){_WORD}(?:(?:[ ,.\-/]{{0,3}}| dash | hyphen ){_WORD})+(?!\w)")
_TOKEN = re.compile(rf"{_WORD}")
_TYPED = re.compile(r"(?<!\w)(?=[oil]*\d+[oil]+\d|[oil]+\d+[oil]+\d)[\doil]{3,}(?!\w)")
_TYPED_GROUPS = re.compile(
    r"(?<![\w-])[(]?[\doil]{2,}[)]?(?:(?:[-/. ]{1,2}| dash | hyphen )[\doil]{2,}){1,3}(?![\w-])"
)
_SAID_DASH = re.compile(r" (?:dash|hyphen) ")
_DOTTED = re.compile(r"(?<![\w•∙⋅·])\d{1,4}(?:[•∙⋅·]\d{1,4}){1,3}(?![\w•∙⋅·])")
_LINES = re.compile(r"(?<![^\n])[(]?\d{2,4}[)]?(?:[ ]?\n[ ]?\d{2,4}){2,3}(?![^\n])")
_TYPED_FOR = {"o": "0", "i": "1", "l": "1"}
_APART = re.compile(rf"(?<!\w)\d(?:[ .\-_/·]{{1,3}}\d(?!\d)){{{FEWEST - 1},}}(?!\w)")
_KEYCAPS = lazily(rf"\d\ufe0f?{KEYCAP}")


def may_spell(data: bytes) -> bool:
    """Whether folded text in UTF-8 has three different digits in words at least."""
    found = 0
    for word in _AS_BYTES:  # faster than a sum over all of them
        if word in data:
            found += 1
            if found > 2:
                return True
    return False


def digits_spelled(text: FoldedText) -> Iterator[Undoing]:
    """Digits in words, as they are dictated: one long number, without the separators."""
    for found in _SPELLED.finditer(text.text):
        tokens = list(_TOKEN.finditer(text.text, *found.span()))
        spelled = sum(not token.group().isdigit() for token in tokens)
        length = sum(len(_digits(token.group())) for token in tokens)
        if length >= FEWEST and spelled * 2 > len(tokens):
            yield Undoing(*found.span(), [[*_written(tokens)]])


def _digits(said: str) -> str:
    """The digits of a word: `fifty-five` as 55."""
    if said in DIGIT_WORDS:
        return DIGIT_WORDS[said]
    tens, _, unit = said.replace("-", " ").partition(" ")
    return _SAID[tens][0] + DIGIT_WORDS[unit] if unit else _SAID.get(said, said)


def _written(tokens: list[re.Match[str]]) -> Iterator[Edit]:
    """The digits at the end of their word, so that a number ends where its last word does."""
    last = tokens[0].start()
    for at, token in enumerate(tokens):
        if token.start() > last:
            yield Edit(last, token.start(), "")
        last = token.end()
        if token.group().isdigit():
            continue
        digits = _digits(token.group())
        place = token.start() if at == 0 else token.end() - len(digits)
        behind = place + len(digits)
        for start, end, made in (
            (token.start(), place, ""), (place, behind, digits), (behind, token.end(), ""),
        ):  # fmt: skip
            if start < end:
                yield Edit(start, end, made)


def letters_for_digits(text: FoldedText) -> Iterator[Undoing]:
    """An `o` or an `l` among digits."""
    for found in _TYPED_GROUPS.finditer(text.text):
        written = _SAID_DASH.sub("-", found.group())
        digits, letters = (sum(map(test, written)) for test in (str.isdigit, str.isalpha))
        if (letters or written != found.group()) and digits > letters and digits + letters >= FEWEST:
            made = "".join(_TYPED_FOR.get(one, one) for one in written)
            yield Undoing(*found.span(), [[Edit(*found.span(), made)]])
    for found in _TYPED.finditer(text.text):
        made = "".join(_TYPED_FOR.get(one, one) for one in found.group())
        yield Undoing(*found.span(), [[Edit(*found.span(), made)]])


def digits_apart(text: FoldedText) -> Iterator[Undoing]:
    """Single digits with blanks or signs between, as one number."""
    for found in _APART.finditer(text.text):
        start = found.start()
        gaps = re.finditer(r"\D+", found.group())
        yield Undoing(*found.span(), [[Edit(start + gap.start(), start + gap.end(), "") for gap in gaps]])


def digits_on_lines(text: FoldedText) -> Iterator[Undoing]:
    """A number with each of its groups on a line by itself."""
    for found in _LINES.finditer(text.text):
        if sum(map(str.isdigit, found.group())) >= FEWEST:
            breaks = (at for at in range(*found.span()) if text.text[at] == "\n")
            yield Undoing(*found.span(), [[Edit(at, at + 1, " ") for at in breaks]])


def digits_dotted(text: FoldedText) -> Iterator[Undoing]:
    """Groups of digits with a dot of a list between, as with the dash that belongs there."""
    for found in _DOTTED.finditer(text.text):
        dots = (at for at in range(*found.span()) if not text.text[at].isdigit())
        yield Undoing(*found.span(), [[Edit(at, at + 1, "-") for at in dots]])


def keycaps(text: FoldedText) -> Iterator[Undoing]:
    """Digits on keys, which are pictures to the fold."""
    for found in _KEYCAPS.finditer(text.original):
        at = text.folded_offset(found.start())
        if text.text[at : at + 1] == " ":
            yield Undoing(at, at + 1, [[Edit(at, at + 1, found.group()[0])]])
