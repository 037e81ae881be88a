"""Signs in the place of letters, or between them: `cur3s`, `c@ncer`, `c**cer`, `cu_res`."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product

from socialint.text.disguises.undoing import MOST_WAYS, FoldedText, Undoing
from socialint.text.lexicon import Lexicon
from socialint.text.origins import Edit

LEET: dict[str, tuple[str, ...]] = {
    "0": ("o",), "1": ("i", "l"), "2": ("z",), "3": ("e",), "4": ("a",), "5": ("s",), "6": ("g", "b"),
    "7": ("t",), "8": ("b",), "9": ("g",), "@": ("a",), "$": ("s",), "!": ("i", "l"), "|": ("l", "i", ""),
    "+": ("t",), "€": ("e",), "£": ("l",), "¡": ("i",), "¥": ("y",), "×": ("x",), "¢": ("c",),
}  # fmt: skip
"""What a digit or a sign stands for; the empty text where it may stand for nothing."""

RARE_SIGNS = frozenset("€£¡¥×¢•·●■")
"""Those of the signs that are not ASCII."""

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


def signs_for_letters(text: FoldedText) -> Iterator[Undoing]:
    """Words of the rules in which signs or digits stand for letters, or stand in the way."""
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
                ways = [[*_respelled(start, stripped, word)] for word in words[:MOST_WAYS]]
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
    return lexicon.spelled([LEET.get(char, (char,)) for char in token])


def _joined_up(token: str, lexicon: Lexicon) -> Sequence[str]:
    """`cu_res`, the signs for nothing."""
    letters = "".join(filter(str.isalpha, token))
    return [letters] if _SHORTEST < len(letters) < len(token) and letters in lexicon.vocabulary else ()


def _filled(token: str, lexicon: Lexicon) -> Sequence[str]:
    """`c**cer`, the signs for any letter."""
    if not token[0].isalpha() or _HIDING.isdisjoint(token):
        return ()
    choices = [("",) if char in _HIDING else LEET.get(char, (char,)) for char in token]
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
        fits = char == rest[:1] or rest[:1] in LEET.get(char, ())
        if fits and rest:
            yield Edit(at, at + 1, rest[0])
            rest = rest[1:]
        else:
            yield Edit(at, at + 1, "")
