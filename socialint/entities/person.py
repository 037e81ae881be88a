"""A person named in a text, and which cues stand beside the name.

All places are numbers of words, half-open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import regex

from socialint.entities.cues import Heard

_CLAUSE = regex.compile(r"[.!?;\n]\s|[.!?;\n]$")
COMMA = regex.compile(r"[,(–—-]")
"""What parts a name from what is said of it."""
_APPOSITION = 12
_INTRODUCED = 7  # words
_OF = frozenset(("of", "for", "in", "at", "für", "van", "voor", "de", "du", "des", "der"))
_NAME_OF_ITS_OWN = regex.compile(r"\p{Lu}\p{Ll}")
BEING = frozenset(("is", "as", "was", "were", "named", "appointed", "becomes", "serves", "serve", "will", "our", "the",
                 "your", "a", "an", "my", "their", "ist", "war", "als", "est", "es", "unser", "unsere", "onze", "notre",
                 "nuestra", "nuestro", "eine", "ein", "een", "une", "un", "una", "la", "le", "der", "die"))  # fmt: skip
"""Words between a name and what somebody is."""
_OTHERWISE = frozenset(("who", "whose", "and", "thank", "thanks", "with", "from", "after", "for"))


@dataclass(frozen=True, slots=True)
class Person:
    """A name in a text, by the numbers of its words in `heard`.

    `sentence` is the sentence it stands in; `earlier` is where the one before begins, `further`
    where the one behind ends. `hint` is the role that a hashtag tells; `hidden` says that the writer
    disguised the name.
    """

    heard: Heard
    name: str = field(repr=False)
    start: int
    end: int
    sentence: tuple[int, int]
    earlier: int
    further: int
    hint: str = ""
    hidden: bool = False

    def before(self, *kinds: str) -> bool:
        """Whether a cue stands right before the name, or before a title there."""
        heard, at = self.heard, self.start
        for _ in range(3):
            if at <= self.sentence[0] or not (len(heard.gaps[at]) < 4 if at < len(heard) else True):
                return False
            for kind in kinds:
                start = heard.ending(kind, at)
                if start is not None and start >= self.sentence[0]:
                    return True
            title = next(
                (
                    found
                    for kind in ("civil-titles", "care-titles", "public-titles", "fondly")
                    if (found := heard.ending(kind, at)) is not None
                ),
                None,
            )
            if title is None:
                return False
            at = title
        return False

    def titled_start(self) -> int:
        """The first word of the name with its title and greeting."""
        heard, at = self.heard, self.start
        for kind in ("civil-titles", "care-titles", "fondly", "greetings"):
            start = heard.ending(kind, at)
            at = start if start is not None else at
        return at

    def owns(self, kind: str, skip: int) -> bool:
        """“Ola Ash's biopsy”: whether a cue follows the possessive, no more than `skip` words on."""
        heard, at = self.heard, self.end
        if at >= len(heard) or heard.words[at] != "s" or "'" not in heard.gaps[at]:
            if not (heard.text[heard.ends[at - 1] - 1] == "s" and heard.gap(at).startswith("'")):
                return False
            at -= 1
        found = heard.first((kind,), at + 1, min(at + 2 + skip, self.sentence[1]))
        if found is None or broken(heard, at + 1, found) or of_work(heard, found, self.sentence[1]):
            return False
        if found > at + 1 and _NAME_OF_ITS_OWN.match(heard.text, heard.starts[at + 1]):
            return False  # “Kate's Kitchen caters …”
        return heard.first(("breaks",), at + 1, found) is None

    def told(self, kinds: Sequence[str], skip: int, *, apposition: bool = False) -> bool:
        """Whether a cue begins where the clause goes on behind the name."""
        heard = self.heard
        for number in self.starts(skip, apposition=apposition):
            if any(heard.beginning(kind, number) is not None for kind in kinds):
                return True
        return False

    def starts(self, skip: int, *, apposition: bool) -> Sequence[int]:
        """The words behind the name at which its clause may go on, no more than `skip` left out."""
        heard, high = self.heard, self.sentence[1]
        found: list[int] = []
        for number in range(self.end, min(self.end + skip + 1, high)):
            if number > self.end and _CLAUSE.search(heard.gaps[number]):
                break
            found.append(number)
        if apposition and self.end < high and COMMA.search(heard.gaps[self.end]):
            for number in range(self.end + 1, min(self.end + _APPOSITION, high)):
                if "," in heard.gaps[number] or ")" in heard.gaps[number]:
                    found += range(number, min(number + skip, high))
        return found

    def is_introduced(self, kind: str) -> bool:
        """“our new chief of surgery, Ola Ash”, “head of the stroke unit Ola Ash”."""
        heard, start = self.heard, self.titled_start()
        for number in range(start - 1, max(self.sentence[0], start - _INTRODUCED), -1):
            if heard.words[number] in _OF and heard.ending(kind, number) is not None:
                return True
            if COMMA.search(heard.gaps[number]) and heard.gaps[number] != "-":
                return False
        return False

    def is_called(self, kind: str) -> bool:
        """“Ola Ash, our chief of surgery”, “Ola Ash is the new manager”."""
        heard, at = self.heard, self.end
        if at >= len(heard) or not (COMMA.search(heard.gaps[at]) or heard.words[at] in BEING):
            return False
        if heard.words[at] == "s" and "'" in heard.gaps[at]:
            return False
        for number in range(at, min(at + 6, self.sentence[1])):
            if heard.beginning(kind, number) is not None:
                return True
            if number > at and COMMA.search(heard.gaps[number]) and heard.gaps[number] != "-":
                return False
            if heard.words[number] in _OTHERWISE:
                return False
        return False


def of_work(heard: Heard, at: int, high: int) -> bool:
    """Whether the condition is that of a clinic, a job or a month: `stroke program`, `diabetes educator`."""
    behind = heard.beginning("conditions", at) or heard.beginning("care", at) or at + 1
    return heard.first(("of-work", "jobs"), behind, min(behind + 1, high)) is not None


def broken(heard: Heard, start: int, end: int) -> bool:
    """Whether a clause ends behind the word `start`, up to the word `end`."""
    return any(
        _CLAUSE.search(heard.gaps[number]) or "," in heard.gaps[number]
        for number in range(start, end + 1)
        if number > start
    )
