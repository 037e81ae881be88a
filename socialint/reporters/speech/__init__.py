"""A sentence of a report -> the same in the language of the report.

Code and templates hold the English sentence and say it through here; a catalogue beside this
module holds it in another language, by the English one. Without a catalogue a report is English,
and nothing is loaded for it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from socialint.model.policy import ENGLISH as ENGLISH_CODE
from socialint.reporters.speech.elsewhere import ELSEWHERE

LANGUAGES = ("de", "fr", "nl")
"""The languages (ISO 639-1) that have a catalogue; English needs none."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_ONE: Mapping[str, Collection[int]] = {"fr": (0, 1)}
"""Counts that take the singular, where it is not 1 alone (Unicode CLDR, plural rules)."""
_GAP = re.compile(r"\\\{(\w+)\\\}")

Catalogue = Mapping[str, "str | list[str]"]
"""What is said for an English sentence; for one that counts, the singular and the plural."""


@dataclass(frozen=True)
class Speech:
    """Says sentences in one language; one that the catalogue does not hold is said in English."""

    language: str
    catalogue: Catalogue = field(default_factory=dict, repr=False)

    def __call__(self, sentence: str, /, **told: object) -> str:
        """The sentence, with what is `told` in the place of each `{name}`."""
        found = self.catalogue.get(sentence, sentence)
        assert isinstance(found, str)
        return found.format(**told)

    def many(self, count: int, one: str, more: str, /, **told: object) -> str:
        """The sentence for this count, which stands in it as `{count}`; the catalogue knows it by `one`."""
        found = self.catalogue.get(one)
        singular, plural = found if isinstance(found, list) else (one, more)
        chosen = singular if count in _ONE.get(self.language, (1,)) else plural
        return chosen.format(count=count, **told)

    def word(self, word: str) -> str:
        """A word of one of our tables; a word that is in none, as the name of a column, stays as it is."""
        found = self.catalogue.get(word, word)
        return found if isinstance(found, str) else word

    def day(self, day: date) -> str:
        """A day as people write it: 21 November 2026."""
        month = self.word(MONTHS[day.month - 1])
        pattern = "{count} {month} {year}"
        return self.many(day.day, pattern, pattern, month=month, year=day.year)

    def date(self, day: date) -> str:
        """A day in numbers: 2026-11-21."""
        return self("{year}-{month}-{day}", year=day.year, month=f"{day.month:02}", day=f"{day.day:02}")

    def told(self, text: str) -> str:
        """What another step tells in English, if it is a sentence that catalogues hold; else as it is."""
        if not self.catalogue:
            return text
        for sentence, pattern in _patterns():
            if found := pattern.fullmatch(text):
                return self(sentence, **found.groupdict())
        return text


@cache
def _patterns() -> Collection[tuple[str, re.Pattern[str]]]:
    """The sentences of other steps, each as the pattern of what it can come to."""
    return [(one, re.compile(_GAP.sub(r"(?P<\1>.+)", re.escape(one)))) for one in ELSEWHERE]


ENGLISH = Speech(ENGLISH_CODE)
"""For programs, for stderr, and where nobody asked for another language."""


@cache
def speech(language: str) -> Speech:
    """What says sentences in the language (ISO 639-1), or in English where it has no catalogue."""
    if language not in LANGUAGES:
        return ENGLISH
    import tomllib
    from importlib.resources import files

    text = files(__name__).joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return Speech(language, tomllib.loads(text))
