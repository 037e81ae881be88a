"""What a name and a date look like: cheap tests that say whether the model need read a text.

`may_hold` is a gate before a model that costs milliseconds a post. It asks for the shape of a
name: two words in capitals, a title or an initial and a word in capitals, `LAST, FIRST`, or one
such word that begins no sentence. It knows no words, because names are words too (Grace, Will),
and so it stops little more than posts without capitals.

It can lose a lone first name that opens its sentence where nothing else in the field has the shape
of a name (“Tobias, your crown is ready.”), names in small letters, and those in scripts without
capitals. The model misses most of these as well.
"""

from __future__ import annotations

from collections.abc import Iterable

import regex

from socialint.entities.cues import CARE_TITLES, CIVIL_TITLES, MONTHS, WEEKDAYS


def any_of(words: Iterable[str]) -> str:
    """An expression for any of the words or phrases, the longest first."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(regex.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"


def _title(title: str) -> str:
    """The title as people write it. Two bare capitals are no title: MR is a scan, MS a disease."""
    capital, loud = title.capitalize(), title.upper()
    if len(title) > 2:
        return rf"(?:{capital}|{title}|{loud})\.?"
    return rf"(?:{capital}\.?|{title}\.|{loud}\.)"


TITLE = rf"\b(?:{'|'.join(map(_title, (*CIVIL_TITLES, *CARE_TITLES)))})"
"""A title, with its full stop."""

_PARTICLE = r"(?:van|von|de|der|den|del|della|da|di|la|le|ter|ten|bin|al|el|zu|y|dos|du)"
_PROPER = r"(?!(?:I|A)\b)\p{Lu}[\p{L}\p{M}]*(?:['-](?!s\b)\p{L}[\p{L}\p{M}]*)*"
_INITIAL = r"\p{Lu}\."

NAME = rf"(?:{_INITIAL}[ ]?)*{_PROPER}(?:[ ](?:{_PARTICLE}[ ]){{0,3}}(?:{_INITIAL}|{_PROPER})){{0,3}}"
"""One to four words in capitals, with initials and particles between."""

TITLED_NAME = rf"(?<={TITLE}[ ]){NAME}"
"""The name behind a title."""

_NAME_SHAPE = regex.compile(
    rf"""
      \b{_PROPER},?\s+(?:{_PARTICLE}\s+){{0,3}}\p{{Lu}}
    | \b\p{{Lu}}\.?\s+\p{{Lu}}\p{{L}}
    | {TITLE}\s+\p{{L}}
    | (?<=[\p{{Ll}}\p{{N}},;:)&/-]["']?\s+["'(]?)\p{{Lu}}\p{{L}}
    | (?<=["'(:,])\p{{Lu}}\p{{Ll}}
    """,
    regex.VERBOSE,
)
_DATE_SHAPE = regex.compile(rf"\d|(?i:\b{any_of((*MONTHS, *WEEKDAYS))}\b)")
_DATE = regex.compile(
    rf"\b(?i:{any_of((*MONTHS, *WEEKDAYS))})\b|\b(?:1[89]|20)\d\d\b|\b\d{{1,2}}[/.]\d{{1,2}}\b"
)


def may_hold(kind: str, text: str) -> bool:
    """Whether the text has the shape of an entity of that kind anywhere."""
    return (_DATE_SHAPE if kind == "DATE" else _NAME_SHAPE).search(text) is not None


def names_a_day(text: str) -> bool:
    """Whether a stretch tells a day, a month or a year, and not only an age or a duration."""
    return _DATE.search(text) is not None
