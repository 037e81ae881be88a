"""The words we know: those that rules speak of, and the common ones of a language."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from itertools import product
from unicodedata import normalize

from socialint.text.wordlists import rows

# A word of a rule counts as about as common as the thousandth: it wins over two common words.
_RANK_OF_VOCABULARY = 1_000
_RANK_OF_SHORT = 300
_RANK_OF_LISTED = 600
_COST_OF_A_WORD = 4.0
_SHORTEST_SENSITIVE = 3
_LONGEST = 24

# What is left of a French word before a vowel: “l'”, “qu'”.
_ELIDED = frozenset(("l", "d", "n", "qu"))
_BEFORE_ELISION = frozenset("aàâeéèêëiîïoôuùûyœh")

_ENDINGS = ("s", "es", "ed", "d", "ing", "er", "ers", "ly", "ness", "able", "ment", "ful", "less")
_SHORTEST_STEM = 4


def _cost(rank: float) -> float:
    return _COST_OF_A_WORD + math.log(rank + 10)


def _bare(word: str) -> str:
    """The word without accents, of the same length: `médicament` as `medicament`."""
    return "".join(normalize("NFD", letter)[0] for letter in word)


@cache
def _whole() -> frozenset[str]:
    """Rarer words that common ones can be put together to, by chance or by origin: `procure`."""
    return frozenset(rows("words-en-whole.txt"))


@cache
def _common(language: str) -> Mapping[str, float]:
    """What each common word costs in a split; English ones everywhere, as tags often are."""
    costs = {word: _cost(rank) for rank, word in enumerate(rows("words-en.txt"))}
    costs |= dict.fromkeys(" ".join(rows("words-en-short.txt")).split(), _cost(_RANK_OF_SHORT))
    costs |= {"a": _cost(_RANK_OF_VOCABULARY), "i": _cost(_RANK_OF_VOCABULARY)}
    if language in ("de", "nl", "fr"):
        listed = " ".join(rows(f"words-{language}.txt")).split()
        costs |= dict.fromkeys((word.casefold() for word in listed), _cost(_RANK_OF_LISTED))
    return costs


class Lexicon:
    """The vocabulary of the rules and registers in force, beside the common words."""

    def __init__(self, vocabulary: frozenset[str]) -> None:
        self.vocabulary = vocabulary

    @cached_property
    def _by_shape(self) -> Mapping[tuple[str, int], Sequence[str]]:
        shapes: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
        for word in sorted(self.vocabulary):
            if word.isalpha():
                shapes[word[0], len(word)].append(word)
        return shapes

    @cached_property
    def _by_bare(self) -> Mapping[str, Sequence[str]]:
        bare: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted(self.vocabulary):
            if not word.isascii():
                bare[_bare(word)].append(word)
        return bare

    def accented(self, letters: str) -> Sequence[str]:
        """The words of the vocabulary that are these letters once their accents are taken off."""
        return self._by_bare.get(letters, ())

    def fitting(self, letters: Sequence[str]) -> Sequence[str]:
        """The words of the vocabulary with these letters, of which an empty one may be any."""
        return [
            word
            for word in self._by_shape.get((letters[0], len(letters)), ())
            if all(not given or given == letter for given, letter in zip(letters, word, strict=True))
        ]

    def spelled(self, choices: Sequence[Sequence[str]], *, most: int = 64) -> Sequence[str]:
        """The words of the vocabulary that take one choice at each place; none if too many could."""
        if math.prod(map(len, choices)) > most:
            return ()
        words = dict.fromkeys(map("".join, product(*choices)))
        return [word for word in words if word in self.vocabulary]

    def known(self, word: str, language: str) -> bool:
        """Whether this is a word of the rules, a common one, or a form of a common one."""
        common = _common(language)
        if word in self.vocabulary or word in common or word in _whole():
            return True
        for ending in _ENDINGS:
            stem = word.removesuffix(ending)
            if stem == word or len(stem) < _SHORTEST_STEM - 1:
                continue
            stems = (stem, stem + "e", stem[:-1] + "y" if stem.endswith("i") else stem)
            if any(len(form) >= _SHORTEST_STEM and form in common for form in stems):
                return True
            if stem[-1] == stem[-2] and stem[:-1] in common:
                return True
        return False

    def split(self, letters: str, language: str) -> Sequence[str]:
        """The likeliest words that `letters` fall into with none left over; empty if they do not."""
        common = _common(language)
        ours = _cost(_RANK_OF_VOCABULARY)
        best: list[tuple[float, int]] = [(0.0, 0)] + [(math.inf, 0)] * len(letters)
        for end in range(1, len(letters) + 1):
            for start in range(max(0, end - _LONGEST), end):
                before = best[start][0]
                word = letters[start:end]
                if before == math.inf or (word == "i" and start) or (word == "a" and end == len(letters)):
                    continue
                cost = common.get(word, math.inf)
                if language == "fr" and word in _ELIDED and letters[end : end + 1] in _BEFORE_ELISION:
                    cost = ours
                if len(word) >= _SHORTEST_SENSITIVE and word in self.vocabulary:
                    cost = min(cost, ours)
                if before + cost < best[end][0]:
                    best[end] = (before + cost, start)
        if best[-1][0] == math.inf:
            return ()
        words: list[str] = []
        end = len(letters)
        while end:
            start = best[end][1]
            words.append(letters[start:end])
            end = start
        return words[::-1]
