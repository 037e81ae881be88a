"""Disguised words, and what they are without: `cur3s`, `c.u.r.e.s`, `c*res`, `cuuures`, `cu💊res`.

Everything here is an attempt: it counts only where it comes out at a word that rules know, and
where the text as written is no word. So each kind is looked for with a quick, generous pattern, and
the lexicon decides.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

import regex

from socialint.model.documents import Field, Part
from socialint.model.views import Reading
from socialint.text.folding import FOREIGN, PICTURE, as_latin, beyond_ascii
from socialint.text.lexicon import Lexicon
from socialint.text.origins import Edit
from socialint.text.tags import HASHTAG, LISTED_TAG, cuts

_MOST_READINGS = 3


@dataclass(frozen=True, slots=True)
class Undoing:
    """A stretch of a folded text and the ways to undo its disguise, the likeliest first."""

    start: int
    end: int
    ways: Sequence[Sequence[Edit]]


@dataclass(frozen=True, slots=True)
class _Text:
    """A folded text with what it was made from."""

    reading: Reading
    original: str
    lexicon: Lexicon
    language: str
    all_tags: bool
    """Whether every word is a hashtag, with # or without."""

    @property
    def text(self) -> str:
        return self.reading.text

    def folded_offset(self, offset: int) -> int:
        """Where the original character at `offset`, or the next that is left, stands."""
        starts = self.reading.starts
        return offset if starts is None else bisect_left(starts, offset)

    def known(self, word: str) -> bool:
        return self.lexicon.known(word, self.language)


def undoings(reading: Reading, field: Field, lexicon: Lexicon, language: str) -> Sequence[Undoing]:
    """What is disguised in the certain fold of `field`, in order and apart from one another."""
    text = _Text(reading, field.text, lexicon, language, all_tags=field.part is Part.HASHTAGS)
    undone: list[Undoing] = []
    taken: set[int] = set()
    for look in _looks(text):
        for found in look(text):
            stretch = range(found.start, found.end)
            if taken.isdisjoint(stretch):
                taken.update(stretch)
                undone.append(found)
    return sorted(undone, key=lambda undoing: undoing.start)


# A text reduced to the kinds of its characters: letter, digit, full stop, sign that may stand for a
# letter, other. In these few kinds a disguise is a short string, and looking for one takes next to
# no time; the rare kinds are asked for first, as that takes none.
def _kind(char: str) -> str:
    if char.isalpha() or not char.isascii():
        return "L"
    if char.isdigit():
        return "1"
    if char in "@$|+*#%^~_":
        return "*"
    return "." if char in ".!" else " "


_KINDS = bytes(ord(_kind(chr(code))) for code in range(256))
_WITH_SIGN = (b"L*L", b"L**", b"*LLL")
_WITH_DIGIT = (b"L1L", b"1LLL", b"LL1")
_WITH_STOP = re.compile(rb"\.L")
_PARTED = bytes(ord("L" if _kind(chr(code)) in "L1" else " ") for code in range(256))
_LETTERS_APART = (b" L L L ", b" L  L  L ", b" L   L   L ")
_TRIPLE = re.compile(r"([^\W\d_])\1\1")


def _looks(text: _Text) -> Iterator[Callable[[_Text], Iterator[Undoing]]]:
    """The looks that may find something in `text`: for most posts none."""
    data = text.text.encode("utf-8", "surrogatepass")
    kinds = data.translate(_KINDS)
    if (
        (b"*" in kinds and any(kind in kinds for kind in _WITH_SIGN))
        or (b"1" in kinds and any(kind in kinds for kind in _WITH_DIGIT))
        or _WITH_STOP.search(kinds)
    ):
        yield _signs_for_letters
    parted = b" %b " % data.translate(_PARTED)
    if any(apart in parted for apart in _LETTERS_APART):
        yield _letters_apart
    if _has_triple(data) and _TRIPLE.search(text.text):
        yield _letters_repeated
    if b"\n" in data and b"-\n" in data:
        yield _broken_by_a_line
    if not text.original.isascii():
        rare = beyond_ascii(text.original)
        if PICTURE.search(rare):
            yield _broken_by_pictures
        if FOREIGN.search(rare):
            yield _foreign_letters
        if "ı" in rare:
            yield _dotless
    if b"#" in data or text.all_tags:
        yield _hashtags


def _has_triple(data: bytes) -> bool:
    """Whether a byte stands there three times in a row, or may: several times faster than a regex.

    The text as one long number, exclusive-ored with itself one byte on, is 0 where two are alike.
    """
    if not data.isascii():
        return True
    number = int.from_bytes(data, "little")
    alike = number ^ (number >> 8)
    return b"\0" in (alike | (alike >> 8)).to_bytes(len(data) + 1, "little")[:-3]


# --- c u r e s, c.u.r.e, c-u-r-e-s ---------------------------------------------------------------

_SEPARATED = regex.compile(r"(?<![\w'])[^\W_](?:[ .\-*/_·•+~|]{1,3}[^\W_](?![^\W_])){2,}")
_FEWEST_JOINED = 3


def _letters_apart(text: _Text) -> Iterator[Undoing]:
    for found in _SEPARATED.finditer(text.text):
        places = [at for at in range(*found.span()) if text.text[at].isalnum()]
        for letters in _readable([text.text[at] for at in places]):
            words = _sensitive_words(letters, text)
            if words:
                yield Undoing(*found.span(), [[*_joined(places, words)]])
                break


def _readable(letters: Sequence[str]) -> Iterator[str]:
    choices = [_LEET.get(letter, letter) or letter for letter in letters]
    yield "".join(letters)
    if any(letter.isdigit() for letter in letters):
        yield "".join(choice[0] for choice in choices)


def _sensitive_words(letters: str, text: _Text) -> Sequence[str]:
    """The known words that spaced letters make, if one at least is a word of the rules."""
    if letters in text.lexicon.vocabulary:
        return [letters]
    words = text.lexicon.split(letters, text.language)
    long_enough = all(len(word) >= _FEWEST_JOINED or word in ("a", "i") for word in words)
    ours = any(word in text.lexicon.vocabulary and len(word) >= _FEWEST_JOINED for word in words)
    return words if long_enough and ours else ()


def _joined(places: Sequence[int], words: Sequence[str]) -> Iterator[Edit]:
    """What is between the letters of a word goes; one blank stays between words."""
    letters = "".join(words)
    ends = set()
    count = 0
    for word in words:
        count += len(word)
        ends.add(count)
    for at, (place, after) in enumerate(zip(places, [*places[1:], places[-1] + 1], strict=True)):
        yield Edit(place, place + 1, letters[at])
        if place + 1 < after and at + 1 in ends:
            yield Edit(place + 1, place + 2, " ")
            yield Edit(place + 2, after, "")
        elif place + 1 < after:
            yield Edit(place + 1, after, "")


# --- cur3s, c@ncer, g|uaranteed, c**cer, cu_res --------------------------------------------------

_LEET: dict[str, tuple[str, ...]] = {
    "0": ("o",), "1": ("i", "l"), "2": ("z",), "3": ("e",), "4": ("a",), "5": ("s",), "6": ("g", "b"),
    "7": ("t",), "8": ("b",), "9": ("g",), "@": ("a",), "$": ("s",), "!": ("i", "l"), "|": ("l", "i", ""),
    "+": ("t",), "€": ("e",), "£": ("l",), "¡": ("i",), "¥": ("y",), "×": ("x",), "¢": ("c",),
}  # fmt: skip
_HIDING = frozenset("*#%^~_.•·●■")
_MOST_CHOICES = 64
_STARS = frozenset("*#")
_SIGN = r"[@$!|+€£¡¥×¢*#%^~_.•·●■]"
_INNER = rf"{_SIGN}(?!\s|$)"
_SIGNED = re.compile(
    rf"(?<![\w.@])(?:[^\W\d_]++(?:[0-9]|{_INNER}|[*#%~_])|[$|+!€0-9](?=[^\W\d_]{{3}}))"
    rf"(?:[^\W_]|{_INNER})*+{_SIGN}*+"
)
# Honest ones: 100mg, b12, e.g., covid19.
_PLAUSIBLE = re.compile(r"\d+[.,]?\d*[a-z]{1,3}|[a-z]{1,2}\d+|(?:[a-z]\.)+[a-z]?|[a-z]{3,}\d{2,4}")
_PARTS = re.compile(r"[^\W\d_]+")
_CLOSERS = "!.*+|_~^%•·"
_SHORTEST = 3
_SHORTEST_AT_THE_EDGE = 4


def _signs_for_letters(text: _Text) -> Iterator[Undoing]:
    for found in _SIGNED.finditer(text.text):
        token = found.group()
        if token.isalpha() or token.isdigit() or len(token) < _SHORTEST:
            continue
        for stripped in dict.fromkeys((token, token.rstrip(_CLOSERS))):
            if stripped.isalpha():  # a word and its footnote star or full stop
                break
            words = _unsigned(stripped, text.lexicon, text.language)
            if words:
                start = found.start()
                ways = [[*_respelled(start, stripped, word)] for word in words[:_MOST_READINGS]]
                yield Undoing(start, start + len(stripped), ways)
                break


@lru_cache(maxsize=1 << 14)
def _unsigned(token: str, lexicon: Lexicon, language: str) -> Sequence[str]:
    """The words of the rules that `token` may stand for."""
    shortest = _SHORTEST if token[0].isalpha() and token[-1].isalpha() else _SHORTEST_AT_THE_EDGE
    letters = sum(map(str.isalpha, token))
    if len(token) < shortest or letters * 2 < len(token) or _PLAUSIBLE.fullmatch(token):
        return ()
    parts = [part for part in _PARTS.findall(token) if len(part) > 1]
    honest = bool(parts) and all(lexicon.known(part, language) for part in parts)
    if honest and len(parts) == 1 and letters == len(parts[0]) and not _HIDING.isdisjoint(token):
        return ()  # a footnote star
    if honest and letters > len(parts[0]) and _STARS.isdisjoint(token):
        return ()  # two words and something between
    return (
        _spelled(token, lexicon) or (() if honest else _joined_up(token, lexicon)) or _filled(token, lexicon)
    )


def _spelled(token: str, lexicon: Lexicon) -> Sequence[str]:
    """`c@ncer`, each sign for the letter it looks like."""
    return lexicon.spelled([_LEET.get(char, (char,)) for char in token])


def _joined_up(token: str, lexicon: Lexicon) -> Sequence[str]:
    """`cu_res`, the signs for nothing."""
    letters = "".join(filter(str.isalpha, token))
    return [letters] if _SHORTEST < len(letters) < len(token) and letters in lexicon.vocabulary else ()


def _filled(token: str, lexicon: Lexicon) -> Sequence[str]:
    """`c**cer`, the signs for any letter."""
    if not token[0].isalpha() or _HIDING.isdisjoint(token):
        return ()
    choices = [("",) if char in _HIDING else _LEET.get(char, (char,)) for char in token]
    if math.prod(map(len, choices)) > _MOST_CHOICES:
        return ()
    return [*dict.fromkeys(word for letters in product(*choices) for word in lexicon.fitting(letters))]


def _respelled(start: int, token: str, word: str) -> Iterator[Edit]:
    """Sign by sign where the lengths agree; else the signs that stand for nothing go."""
    if len(word) == len(token):
        yield Edit(start, start + len(token), word)
        return
    rest = word
    for at, char in enumerate(token, start):
        fits = char == rest[:1] or rest[:1] in _LEET.get(char, ())
        if fits and rest:
            yield Edit(at, at + 1, rest[0])
            rest = rest[1:]
        else:
            yield Edit(at, at + 1, "")


# --- cuuures, guaranteeeed ----------------------------------------------------------------------

_RUN = re.compile(r"(.)\1*")


def _letters_repeated(text: _Text) -> Iterator[Undoing]:
    done = 0
    for found in _TRIPLE.finditer(text.text):
        if found.start() < done:
            continue
        start, end = _word_around(text.text, found)
        done = end
        runs = [run.group() for run in _RUN.finditer(text.text, start, end)]
        choices = [(run[:2], run[:1]) if len(run) > 2 else (run,) for run in runs]
        words = text.lexicon.spelled(choices)
        if words:
            ways = [[*_shortened(start, runs, word)] for word in words[:_MOST_READINGS]]
            yield Undoing(start, end, ways)


def _word_around(text: str, found: re.Match[str]) -> tuple[int, int]:
    start, end = found.span()
    while start and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    return start, end


def _shortened(start: int, runs: Sequence[str], word: str) -> Iterator[Edit]:
    at = 0
    for run in runs:
        keep = 2 if len(run) > 1 and word[at : at + 2] == run[:2] else 1
        at += keep
        if keep < len(run):
            yield Edit(start + keep, start + len(run), "")
        start += len(run)


# --- dia-\nbetes, cu💊res ------------------------------------------------------------------------

_WRAPPED = regex.compile(r"(?<![\w-])(\p{L}{2,})(-\n[ ]*)(\p{L}{2,})(?![\w-])")
_PICTURES = regex.compile(r"(?![\x00-\x7f])[\p{Extended_Pictographic}\p{So}\ufe0f\u200d]+")


def _broken_by_a_line(text: _Text) -> Iterator[Undoing]:
    for found in _WRAPPED.finditer(text.text):
        if found[1] + found[3] in text.lexicon.vocabulary and not (
            text.known(found[1]) and text.known(found[3])
        ):
            yield Undoing(*found.span(), [[Edit(*found.span(2), "")]])


def _broken_by_pictures(text: _Text) -> Iterator[Undoing]:
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


# --- a whole word in letters of another script --------------------------------------------------

_FOREIGN_WORD = regex.compile(
    r"(?<![\w\p{M}])[\p{Cyrillic}\p{Greek}\p{Armenian}\p{Cherokee}]{3,}(?![\w\p{M}])"
)
_LATIN = regex.compile(r"\p{Latin}")
_DOTLESS = regex.compile(r"(?<![\w\p{M}])[\p{Latin}]*ı[\p{Latin}]*(?![\w\p{M}])")


def _foreign_letters(text: _Text) -> Iterator[Undoing]:
    foreign = [*_FOREIGN_WORD.finditer(text.original)]
    if not foreign or len(_LATIN.findall(text.original)) < sum(len(found.group()) for found in foreign):
        return
    for found in foreign:
        word = as_latin(found.group()).lower()
        start, end = map(text.folded_offset, found.span())
        if word in text.lexicon.vocabulary and end - start == len(word):
            yield Undoing(start, end, [[Edit(start, end, word)]])


def _dotless(text: _Text) -> Iterator[Undoing]:
    for found in _DOTLESS.finditer(text.text):
        word = found.group().replace("ı", "i")
        if word in text.lexicon.vocabulary:
            yield Undoing(*found.span(), [[Edit(*found.span(), word)]])


# --- #curescancer -------------------------------------------------------------------------------


def _hashtags(text: _Text) -> Iterator[Undoing]:
    pattern = LISTED_TAG if text.all_tags else HASHTAG
    for found in pattern.finditer(text.text):
        start, end = found.span(1)
        tag = _as_written(text, start, end)
        places = [start + cut for cut in cuts(tag, text.lexicon, text.language)]
        edits = []
        for place in places:
            if text.text[place - 1] == "_":
                edits.append(Edit(place - 1, place, " "))
            else:
                edits.append(Edit(place, place, " "))
        if edits:
            yield Undoing(start, end, [edits])


def _as_written(text: _Text, start: int, end: int) -> str:
    """The stretch with the capitals that the original has."""
    starts = text.reading.starts
    if starts is None:
        return text.original[start:end]
    letters = []
    for at in range(start, end):
        letter = text.text[at]
        upper = letter.upper()
        letters.append(upper if len(upper) == 1 and text.original[starts[at]].isupper() else letter)
    return "".join(letters)
