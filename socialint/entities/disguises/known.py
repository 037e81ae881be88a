"""The names that a disguise comes out at, and what undoing one is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from socialint.entities.cues import Cues
from socialint.entities.words import is_word
from socialint.expressions import lazily
from socialint.text.origins import Edit

VOWELS = "aeiouy"

_BEFORE = lazily(r"(\p{L}+)[.]? $")
_AROUND = 12
_SHORTEST_BEFORE_SURNAME = 4
_SHORTEST_SURNAME = 3


@dataclass(frozen=True, slots=True)
class Undone:
    """A stretch of a text, and the edits that undo its disguise."""

    start: int
    end: int
    edits: Sequence[Edit] = field(repr=False)
    name: bool = False
    """Whether it is surely somebody's name that was hidden."""
    hides: bool = True
    """Whether it is done to hide: a heading with its letters apart is not, nor is a line that was broken."""


class KnownNames:
    """First names, titles and words, as looks for disguises ask for them."""

    def __init__(self, cues: Cues) -> None:
        self._cues = cues
        self._titles = frozenset(
            title.lower() for title in cues.of("civil-titles") if title.isalpha() and len(title) > 1
        )

    def is_first(self, letters: str) -> bool:
        """Whether the letters, in small ones, are a first name and hardly anything else."""
        return letters in self._cues.first_names

    def may_be_first(self, letters: str) -> bool:
        """The same, or a word as well."""
        return letters in self._cues.first_names or letters in self._cues.doubtful_names

    def is_word(self, letters: str) -> bool:
        """Whether the letters are a word of the language."""
        return is_word(letters, self._cues.language)

    def best(self, ways: Iterable[str]) -> str:
        """The likeliest of several ways to read a word: a first name, then a word, then the first way."""
        listed = list(ways)
        for is_so in (self.is_first, self.is_word, self.may_be_first):
            for one in listed:
                if is_so(one):
                    return one
        return listed[0]

    def fitting(self, letters: Sequence[str], choices: str) -> str:
        """The first name with these letters, of which an empty one is one of the `choices`; or nothing."""
        return next(
            (
                name
                for name in self._by_shape.get((letters[0], len(letters)), ())
                if all(
                    one == given if given else one in choices
                    for given, one in zip(letters, name, strict=True)
                )
            ),
            "",
        )

    @cached_property
    def _by_shape(self) -> Mapping[tuple[str, int], Sequence[str]]:
        shapes: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
        for names in (self._cues.first_names, self._cues.doubtful_names):
            for name in sorted(names):
                shapes[name[0], len(name)].append(name)
        return shapes

    def without_vowels(self, letters: str) -> str:
        """The first name that is these letters once the vowels behind its first letter are taken out; or nothing."""
        return self._by_consonants.get(letters, "")

    @cached_property
    def _by_consonants(self) -> Mapping[str, str]:
        return {
            name[0] + "".join(one for one in name[1:] if one not in VOWELS): name
            for name in sorted(self._cues.first_names)
        }

    def is_titled(self, text: str, at: int) -> bool:
        """Whether a title stands right before: `Mrs. W1ll1ams`."""
        before = _BEFORE.search(text, max(0, at - _AROUND), at)
        return before is not None and before[1].lower() in self._titles

    def surname_at(self, letters: str) -> int:
        """Where a surname begins behind the first name that run-together letters begin with; 0 where none does."""
        for cut in range(len(letters) - _SHORTEST_SURNAME, _SHORTEST_BEFORE_SURNAME - 1, -1):
            if letters[:cut] in self._cues.first_names:
                return cut
        return 0


def cased_as(letters: str, written: str) -> str:
    """The letters, as many as were `written`, with a capital for each capital of those."""
    return "".join(
        one.upper() if given.isupper() else one for one, given in zip(letters, written, strict=True)
    )
