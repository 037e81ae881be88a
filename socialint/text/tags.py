"""Hashtags read as words: `#NoMoreBackPain`, `#nomorebackpain`, `#no_more_pain`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from socialint.expressions import lazily
from socialint.text.lexicon import Lexicon

HASHTAG = lazily(r"(?<![\w&/#])#([\w\p{M}]{2,80})")
LISTED_TAG = lazily(r"(?<![\w&/])([\w\p{M}]{2,80})")

# FDAApproved, NoMorePain, covid19: capitals that begin a word, and digits apart from letters.
_PIECE = lazily(
    r"\p{Lu}{2,}s(?![\p{Ll}\p{M}])|\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+|\d+|[^\W\d_]+"
)

_FEWEST_LETTERS_A_WORD = 2.6
_SHORTEST_SCRAP = 3
_LAST_LETTERS = frozenset(("a", "i"))
_LONGEST_WORD = 24
_ENGLISH = Lexicon(frozenset())


@lru_cache(maxsize=1 << 14)
def cuts(tag: str, lexicon: Lexicon, language: str) -> Sequence[int]:
    """Where in `tag` (without its #, in its own case) a new word begins, ascending; never 0.

    Capitals, digits and underscores part words always, unless the whole is one known word. What
    is run together is parted where it falls wholly into known words, and stays whole otherwise.
    """
    lowered = tag.casefold()
    if len(lowered) != len(tag) or lexicon.known(lowered, language):
        return ()
    pieces = [(found.start(), found.group().casefold()) for found in _PIECE.finditer(tag)]
    if len(pieces) == 1:
        return [*_inside(lowered, 0, lexicon, language)]
    known = [piece.isdigit() or lexicon.known(piece, language) for _, piece in pieces]
    if not all(known) and tag.isalpha():
        # cUrEsCaNcEr, or a name that only looks like words: the letters may still tell.
        whole = [*_inside(lowered, 0, lexicon, language)]
        if whole:
            return whole
    # Two scraps beside one another, as of PrEP, are no words.
    scraps = [
        len(piece) < _SHORTEST_SCRAP and not word for (_, piece), word in zip(pieces, known, strict=True)
    ]
    camel = [pieces[at][0] for at in range(1, len(pieces)) if not (scraps[at - 1] and scraps[at])]
    inner = [cut for start, piece in pieces for cut in _inside(piece, start, lexicon, language)]
    return sorted({*camel, *inner})


_LITTLE = frozenset("a an as at be by do go he if in is it me my no of on or so to up us we".split())
"""The words of one or two letters that a hashtag may be sure to hold."""


def capitalised(tag: str) -> str | None:
    """The hashtag with a capital at each of its words; None where it is not sure which they are.

    It is sure where one way alone parts the letters into the fewest known English words, of three
    letters or more but for the very common.
    """
    name = tag.removeprefix("#")
    if not (name.isascii() and name.isalpha() and name.islower()):
        return None
    # For each length: the fewest words, in how many ways, and where the last of them begins.
    best: list[tuple[int, int, int]] = [(0, 1, 0)]
    for end in range(1, len(name) + 1):
        ways = [
            (best[start][0] + 1, best[start][1], start)
            for start in range(max(0, end - _LONGEST_WORD), end)
            if best[start][1] and _sure(name[start:end])
        ]
        fewest = min(ways, default=(0, 0, 0))
        same = sum(count for words, count, _ in ways if words == fewest[0])
        best.append((fewest[0], same, fewest[2]))
    if best[-1][1] != 1 or best[-1][0] < 2:
        return None
    words: list[str] = []
    end = len(name)
    while end:
        start = best[end][2]
        words.append(name[start:end].capitalize())
        end = start
    return f"{tag[: len(tag) - len(name)]}{''.join(reversed(words))}"


def _sure(word: str) -> bool:
    return word in _LITTLE if len(word) < _SHORTEST_SCRAP else _ENGLISH.known(word, "en")


def _inside(piece: str, start: int, lexicon: Lexicon, language: str) -> Iterator[int]:
    if not piece.isalpha() or lexicon.known(piece, language):
        return
    words = lexicon.split(piece, language)
    if len(words) < 2 or len(piece) / len(words) < _FEWEST_LETTERS_A_WORD or words[-1] in _LAST_LETTERS:
        return
    for word in words[:-1]:
        start += len(word)
        yield start
