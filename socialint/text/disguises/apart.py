"""Letters set apart: `c u r e s`, `c.u.r.e`, `c-u-r-e-s`, `c u r e s c a n c e r`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from socialint.expressions import lazily
from socialint.text.disguises.signs import LEET
from socialint.text.disguises.undoing import FoldedText, Undoing
from socialint.text.origins import Edit

_SEPARATED = lazily(r"(?<![\w'])[^\W_](?:[ .\-*/_·•+~|]{1,3}[^\W_](?![^\W_])){2,}")
_FEWEST_JOINED = 3


def letters_apart(text: FoldedText) -> Iterator[Undoing]:
    """Single letters that make words of the rules together."""
    for found in _SEPARATED.finditer(text.text):
        places = [at for at in range(*found.span()) if text.text[at].isalnum()]
        for letters in _readable([text.text[at] for at in places]):
            words = _sensitive_words(letters, text)
            if words:
                yield Undoing(*found.span(), [[*_joined(places, words)]])
                break


def _readable(letters: Sequence[str]) -> Iterator[str]:
    yield "".join(letters)
    if any(letter in LEET for letter in letters):
        yield "".join(LEET.get(letter, (letter,))[0] for letter in letters)


def _sensitive_words(letters: str, text: FoldedText) -> Sequence[str]:
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
