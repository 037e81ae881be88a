"""A scheme of numbers that identify people: how its numbers are written, and which are right.

A scheme is evidence and no judgement. `Scheme.expression` finds in folded text what is shaped like
one of its numbers, and `Scheme.read` says how much that shows. Whether a label has to stand beside
it is for rules to say.

    NHS.read("999 876 5439")    Evidence.FORM
    NHS.read("9998765439")      Evidence.CHECK
    NHS.read("999 876 5430")    Evidence.SHAPE
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cached_property

import regex

_APART = r"[ .\-/_·]{0,3}"
"""What people write between two characters of a number, when they write anything."""
START = r"(?<!\w)(?<!\d[-./,])(?<!\d{3} )(?<![$£€] ?)"
END = r"(?!\w)(?![-./]\d)(?! \d{3})(?!,\d{3}(?!\d))"
"""A number is no part of a longer one, of an amount or of a word."""

SIX_DIGITS = r"(?<=(?:\d[a-z .-]*){6})"
"""Behind a number whose letters may stand where digits do: words are no numbers."""

_CHARACTERS = {"9": r"\d", "A": "[a-z]", "X": r"[a-z\d]"}
_GAP = regex.compile(r"[^\p{L}\d]+")


class Evidence(StrEnum):
    """How much a stretch of text shows of itself."""

    FORM = "form"
    """Right, and written as hardly anything else is."""
    CHECK = "check"
    """Right, but any number of that length may be so by chance."""
    SHAPE = "shape"
    """As long as one and no more: its check digit, date or letters are wrong."""


class Telling(Enum):
    """When a number that is right shows by its form alone what it is."""

    ALWAYS = "always"
    GROUPED = "grouped"
    """Only in the groups in which it is printed."""
    NEVER = "never"


class Needed(Enum):
    """What a text must show to hold one: the gate asks for it before anything is searched."""

    DIGITS = "digits"
    """Six digits at least, the fewest that a number of a person has."""
    DIGIT = "digit"
    AT = "at"


def _right(number: str) -> bool:
    return True


@dataclass(frozen=True)
class Scheme:
    """Numbers of one kind.

    `kind` is what rules call it, `names` what its issuer calls it, `phi` what is shown in its
    place. `pictures` say how it is printed: `9` is a digit, `A` a letter, `X` either, a blank a
    place for a separator; `pattern` stands instead where no picture does. `check` gets the letters
    and digits alone, in capitals, and says whether they are right.
    """

    kind: str
    names: tuple[str, ...]
    phi: str
    pictures: tuple[str, ...] = ()
    pattern: str = ""
    check: Callable[[str], bool] = _right
    telling: Telling = Telling.NEVER
    needed: Needed = Needed.DIGITS
    as_written: bool = False
    """`check` gets the words as they were found: separators say something."""

    @cached_property
    def expression(self) -> str:
        """A regular expression for folded text, without case: in any separators that people use."""
        if self.pattern:
            return self.pattern
        ways = sorted({picture.replace(" ", "") for picture in self.pictures}, key=len, reverse=True)
        return f"{START}(?:{'|'.join(map(apart, ways))}){END}"

    def read(self, words: str) -> Evidence:
        """What `words` show, which the expression has found."""
        number = words if self.as_written else compact(words)
        if not self.check(number):
            return Evidence.SHAPE
        if self.telling is Telling.ALWAYS or (self.telling is Telling.GROUPED and self._is_grouped(words)):
            return Evidence.FORM
        return Evidence.CHECK

    def _is_grouped(self, words: str) -> bool:
        gaps = _GAP.findall(words)
        return (
            bool(gaps)
            and all(len(gap) == 1 for gap in gaps)
            and _lengths(_GAP.sub(" ", words)) in self._printed
        )

    @cached_property
    def _printed(self) -> frozenset[tuple[int, ...]]:
        return frozenset(map(_lengths, self.pictures))


def apart(picture: str) -> str:
    """An expression for the characters of a picture in any separators."""
    return _APART.join(_CHARACTERS[one] for one in picture.replace(" ", ""))


def compact(words: str) -> str:
    """The letters and digits of a number, in capitals."""
    return "".join(filter(str.isalnum, words)).upper()


def _lengths(words: str) -> tuple[int, ...]:
    return tuple(map(len, words.split()))
