"""What a name and a date look like: the shape of names, and whether a text may hold an entity.

`may_hold` is a gate before a model that costs milliseconds a post. It asks for the shape of a
name: two words in capitals, a title or an initial and a word in capitals, `LAST, FIRST`, or one
such word that begins no sentence. It knows no words, because names are words too (Grace, Will),
and so it stops little more than posts without capitals. What it loses, names that stand alone or
in small letters, is found by cues, which cost no model.
"""

from __future__ import annotations

from functools import cached_property

import regex

from socialint.entities.cues import Cues, any_of

_PARTICLE = r"(?:van|von|de|der|den|del|della|da|di|la|le|ter|ten|bin|al|el|zu|y|dos|du)"
_PROPER = r"(?!(?:I|A)\b)\p{Lu}[\p{L}\p{M}]*(?:['-](?!s\b)\p{L}[\p{L}\p{M}]*)*"
_INITIAL = r"\p{Lu}\."

NAME = rf"(?:{_INITIAL}[ ]?)*{_PROPER}(?:[ ](?:{_PARTICLE}[ ]){{0,3}}(?:{_INITIAL}|{_PROPER})){{0,3}}"
"""One to four words in capitals, with initials and particles between."""

PARTICLES = frozenset(_PARTICLE[3:-1].split("|"))
"""Small words inside a name: `van der`."""


def _title(title: str) -> str:
    """The title as people write it. Two bare capitals are no title: MR is a scan, MS a disease."""
    capital, loud = title.capitalize(), title.upper()
    if len(title) > 2:
        return rf"(?:{capital}|{title}|{loud})\.?"
    return rf"(?:{capital}\.?|{title}\.|{loud}\.)"


class Shapes:
    """The shapes that depend on the policy's titles, months and days."""

    def __init__(self, cues: Cues) -> None:
        self._weekday = any_of(cues.of("weekdays"))
        self._days = any_of(cues.of("months", "weekdays"))
        titles = [_title(title) for title in cues.of("civil-titles", "care-titles")]
        self.title = rf"\b(?:{'|'.join(titles) or '(?!)'})"
        """A title, with its full stop: an expression."""

    @cached_property
    def _name(self) -> regex.Pattern[str]:
        return regex.compile(
            rf"""
              \b{_PROPER},?\s+(?:{_PARTICLE}\s+){{0,3}}\p{{Lu}}
            | \b\p{{Lu}}\.?\s+\p{{Lu}}\p{{L}}
            | {self.title}\s+\p{{L}}
            | (?<=[\p{{Ll}}\p{{N}},;:)&/-]["']?\s+["'(]?)(?!(?i:{self._weekday})\b)\p{{Lu}}\p{{L}}
            | (?<=["'(:,])(?!(?i:{self._weekday})\b)\p{{Lu}}\p{{Ll}}
            """,
            regex.VERBOSE,
        )

    @cached_property
    def _date_shape(self) -> regex.Pattern[str]:
        return regex.compile(rf"\d|(?i:\b{self._days}\b)")

    @cached_property
    def _date(self) -> regex.Pattern[str]:
        return regex.compile(rf"\b(?i:{self._days})\b|\b(?:1[89]|20)\d\d\b|\b\d{{1,2}}[/.]\d{{1,2}}\b")

    def may_hold(self, kind: str, text: str) -> bool:
        """Whether the text has the shape of an entity of that kind anywhere."""
        return (self._date_shape if kind == "DATE" else self._name).search(text) is not None

    def names_a_day(self, text: str) -> bool:
        """Whether a stretch tells a day, a month or a year, and not only an age or a duration."""
        return self._date.search(text) is not None
