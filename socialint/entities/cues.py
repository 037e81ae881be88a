"""The cues of the policy, as they are looked for: the words by which names and roles are known.

The words themselves are data, `rules/vocabulary/persons/`; the kinds of cues are told there and in
`socialint.policy.persons`. A cue is compared word by word, without regard to case and to what
stands between its words, so long as no sentence or clause ends there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import regex

from socialint.entities.words import is_common

_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*|\p{N}+")
_ENDS_A_CLAUSE = regex.compile(r"[,;:!?()\"\n]|\.\s")
_NAMES = ("first-names", "names-that-are-words")
_JOIN_WORDS = frozenset(("de", "nl"))
_SHORTEST_COMPOUND, _SHORTEST_END = 7, 4
_MANY = frozenset(("jobs", "public-titles", "relatives"))
"""Kinds whose cues may stand in the plural: `our surgeons Ola and Theo`."""
_OF_HEALTH = frozenset(("care", "conditions"))
_BY_THEMSELVES = frozenset((*_NAMES, "known-persons", "credentials"))


def any_of(words: Iterable[str]) -> str:
    """An expression for any of the words or phrases, the longest first; nothing matches none."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    if not ordered:
        return r"(?!)"
    return "(?:" + "|".join(regex.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in small letters; what parts them is left out."""
    return tuple(_WORD.findall(text.lower()))


class Cues:
    """The cues of some languages, by kind. A kind that the policy does not have is empty."""

    def __init__(self, languages: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
        others = [language for language in languages if language != "en"]
        self.language = others[0] if len(others) == 1 else ""
        """The language of the cues beside English, if it is one."""
        self._words: dict[str, Sequence[str]] = {}
        self._joined: dict[str, Sequence[str]] = {}
        for language, words in languages.items():
            for kind, listed in words.items():
                self._words[kind] = (*self._words.get(kind, ()), *listed)
                if language in _JOIN_WORDS:
                    self._joined[kind] = (*self._joined.get(kind, ()), *listed)

    def of(self, *kinds: str) -> tuple[str, ...]:
        """The cues of these kinds, as they were written."""
        return tuple(word for kind in kinds for word in self._words.get(kind, ()))

    @cached_property
    def first_names(self) -> frozenset[str]:
        """First names that hardly mean anything else in a post of this language, in small letters."""
        names = (word.lower() for word in self.of("first-names"))
        return frozenset(word for word in names if not is_common(word, self.language))

    @cached_property
    def doubtful_names(self) -> frozenset[str]:
        """First names that are words, places or brands as well, in small letters: `dann`, `nada`."""
        names = frozenset(word.lower() for word in self.of(*_NAMES))
        return names - self.first_names

    @cached_property
    def known_persons(self) -> frozenset[tuple[str, ...]]:
        """The words of the names of persons whom everybody knows."""
        return frozenset(map(words_of, self.of("known-persons")))

    def known_person(self, words: Sequence[str], at: int = 0) -> tuple[str, ...]:
        """The name of somebody whom everybody knows that begins at a word; nothing if none does.

        One word is such a name only where it is all there is: “Adele”, but not “Adele Ash”.
        """
        shortest = 1 if len(words) == 1 else 2
        names = (tuple(words[at : at + length]) for length in range(shortest, self._most_words_known + 1))
        return next((name for name in names if name in self.known_persons), ())

    @cached_property
    def _most_words_known(self) -> int:
        return max(map(len, self.known_persons), default=0)

    @cached_property
    def little_words(self) -> frozenset[str]:
        """Words that are never part of a name."""
        return frozenset(word.lower() for word in self.of("little-words"))

    @cached_property
    def by_first_words(self) -> Mapping[tuple[str, ...], Sequence[tuple[tuple[str, ...], str]]]:
        """The words of each cue, and its kind, under the first two of them; the longest first."""
        found: dict[tuple[str, ...], set[tuple[tuple[str, ...], str]]] = {}
        for kind, cues in self._words.items():
            for cue in cues if kind not in _BY_THEMSELVES else ():
                words = words_of(cue)
                # “als” is an illness in English, and a little word in German and Dutch.
                if words and not (kind in _OF_HEALTH and cue in self.little_words):
                    found.setdefault(words[:2], set()).add((words, kind))
                    if kind in _MANY:
                        several = (*words[:-1], f"{words[-1]}s")
                        found.setdefault(several[:2], set()).add((several, kind))
        return {first: sorted(cues, key=lambda cue: -len(cue[0])) for first, cues in found.items()}

    def of_compound(self, word: str) -> str:
        """The kind of the cue that a German or Dutch word ends with: `Kniegelenk`; or nothing."""
        if len(word) < _SHORTEST_COMPOUND or not self._ends_of_compounds or (word,) in self.by_first_words:
            return ""
        ends = self._ends_of_compounds
        return next((ends[word[cut:]] for cut in range(3, len(word) - 2) if word[cut:] in ends), "")

    @cached_property
    def _ends_of_compounds(self) -> Mapping[str, str]:
        return {
            word: kind
            for kind in ("care", "conditions", "jobs")
            for word in map(str.lower, self._joined.get(kind, ()))
            if word.isalpha() and len(word) >= _SHORTEST_END
        }


@dataclass(frozen=True)
class Heard:
    """The words of a text, by their number, and where cues of each kind begin and end.

    `starts` and `ends` are half-open places in the text; `gaps` is what stands before each word.
    """

    text: str = field(repr=False)
    starts: Sequence[int] = field(repr=False)
    ends: Sequence[int] = field(repr=False)
    words: Sequence[str] = field(repr=False)
    gaps: Sequence[str] = field(repr=False)
    begins: Mapping[str, Mapping[int, int]] = field(repr=False)
    """By kind: the number of a cue's first word, and of the word behind its last."""
    finishes: Mapping[str, Mapping[int, int]] = field(repr=False)
    """By kind: the number of the word behind a cue's last, and of its first."""

    def __len__(self) -> int:
        return len(self.words)

    def at(self, offset: int) -> int:
        """The number of the first word that begins at `offset` or later."""
        return bisect_left(self.starts, offset)

    def until(self, offset: int) -> int:
        """The number of the first word that does not end by `offset`."""
        return bisect_right(self.ends, offset)

    def gap(self, number: int) -> str:
        """What stands before the word; at the end of the text, what stands behind the last."""
        if number < len(self.words):
            return self.gaps[number]
        return self.text[self.ends[-1] :] if self.ends else self.text

    def ending(self, kind: str, number: int) -> int | None:
        """The first word of the cue of `kind` that ends before the word `number`."""
        return self.finishes.get(kind, {}).get(number)

    def beginning(self, kind: str, number: int) -> int | None:
        """The word behind the cue of `kind` that begins at the word `number`."""
        return self.begins.get(kind, {}).get(number)

    def first(self, kinds: Sequence[str], start: int, end: int) -> int | None:
        """The first word from `start` up to `end` at which a cue of one of the kinds begins."""
        return next(
            (
                at
                for at in range(start, min(end, len(self)))
                if any(at in self.begins.get(kind, ()) for kind in kinds)
            ),
            None,
        )


def hear(text: str, cues: Cues) -> Heard:
    """The words of the text, and the cues among them; takes time in line with its length."""
    found = [match.span() for match in _WORD.finditer(text)]
    words = [text[start:end].lower() for start, end in found]
    before = [0, *(end for _, end in found[:-1])]
    gaps = [text[end:start] for end, (start, _) in zip(before, found, strict=True)] if found else []
    begins: dict[str, dict[int, int]] = {}
    finishes: dict[str, dict[int, int]] = {}
    known = cues.by_first_words
    for at, word in enumerate(words):
        pair = (word, *words[at + 1 : at + 2])
        for cue, kind in (*known.get(pair, ()), *(known.get((word,), ()) if len(pair) > 1 else ())):
            behind = at + len(cue)
            if behind > len(words) or tuple(words[at:behind]) != cue:
                continue
            if any(_ENDS_A_CLAUSE.search(gap) for gap in gaps[at + 1 : behind]):
                continue
            begins.setdefault(kind, {}).setdefault(at, behind)
            finishes.setdefault(kind, {}).setdefault(behind, at)
        if kind := cues.of_compound(word):
            begins.setdefault(kind, {}).setdefault(at, at + 1)
            finishes.setdefault(kind, {}).setdefault(at + 1, at)
    return Heard(
        text, [start for start, _ in found], [end for _, end in found], words, gaps, begins, finishes
    )
