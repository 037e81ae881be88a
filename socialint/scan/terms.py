"""Words and phrases -> regular expressions over folded text, the piece all word leaves share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import regex

from socialint.model.language import Choice, Gap, Item, Literal, Numeral
from socialint.text import fold

_TOKEN = regex.compile(r"[^\s-]+")

# Between the words of a term: blanks and hyphens, and at most one line end, so that no term
# reaches over a blank line.
_BETWEEN = r"(?:[ \t-]+\n?[ \t]*|\n[ \t]*)"

# Between the words of a phrase there may also be quotation marks, brackets and emphasis.
_LOOSE = r"""[ \t"'()*_~-]*\n?[ \t"'()*_~-]*"""
LOOSE_EDGE = " \t\n\"'()*_~-"
"""What a phrase may have swallowed at its end."""

# A word of a gap: anything but a sentence end; a full stop inside a number or a name is none.
_GAP_WORD = r"""[^\s.!?]+(?:[.](?=\w)[^\s.!?]+)*[ \t]*\n?[ \t]*"""

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
).split()
_BIG = "dozen hundred thousand million billion".split()
SPELLED = (
    rf"(?:(?:{'|'.join(_ONES)}|an?(?=[ -](?:{'|'.join(_BIG)})))"
    rf"(?:[ -](?:and[ -])?(?:{'|'.join(_ONES + _BIG)}))*|half)"
)
DIGITS = r"\d+(?:[.,']\d+)*"
NUMERAL = rf"(?:{DIGITS}|{SPELLED})"

_JOINED = 4  # letters on both sides from which two words may also be written as one


def tokens(term: str) -> list[str]:
    """The folded words of a term, without its blanks and hyphens."""
    return _TOKEN.findall(fold(term))


def term_pattern(term: str) -> str:
    """A term in any case, spacing and hyphen, as whole words; a final `*` ends a stem.

    Long words may also be written together: “weight loss” is found in “weightloss”.
    """
    words = tokens(term)
    if not words:
        return r"(?!)"
    pattern = _word(words[0])
    for before, after in zip(words, words[1:], strict=False):
        optional = len(before) >= _JOINED <= len(after) and before.isalpha() and after.rstrip("*").isalpha()
        pattern += (f"{_BETWEEN}?" if optional else _BETWEEN) + _word(after)
    return pattern


def alternatives(terms: Iterable[str]) -> str:
    """Any of the terms, whole; the longest that fits wins."""
    # Longest first: "miracle cure" must win over "miracle".
    ordered = sorted(set(terms), key=lambda term: (-len(term), term))
    return rf"(?<!\w)(?:{'|'.join(map(term_pattern, ordered))})(?!\w)" if ordered else r"(?!)"


def phrase_pattern(items: Sequence[Item]) -> str:
    """A phrase without concepts. It may swallow `LOOSE_EDGE` at its end."""
    return rf"(?<!\w){_run(items)}"


def _run(items: Sequence[Item]) -> str:
    return "".join(map(_item, items))


def _item(item: Item) -> str:
    match item:
        case Literal(text):
            # Each word is followed by a boundary and anything loose, so that an optional
            # run may be left out without leaving two separators behind.
            return "".join(rf"{_word(word)}(?!\w){_LOOSE}" for word in tokens(text))
        case Choice(options):
            ordered = sorted(map(_run, options), key=len, reverse=True)
            return f"(?:{'|'.join(ordered)})"
        case Gap(words):
            return rf"(?:{_GAP_WORD}){{0,{words}}}?"
        case Numeral():
            return rf"{NUMERAL}(?!\w){_LOOSE}"


def _word(word: str) -> str:
    stem = word.endswith("*")
    return regex.escape(word.removesuffix("*"), special_only=True) + (r"\w*+" if stem else "")
