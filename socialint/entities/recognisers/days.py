"""Days of the calendar: any date finer than a year, in figures or with the name of a month.

What 45 CFR 164.514(b)(2)(i)(C) asks to be taken out of what is told of a person. A day of the week,
a holiday and a month alone are words, and a rule looks for them as such.
"""

from __future__ import annotations

from itertools import permutations

import regex

from socialint.entities.recognisers.check_digits import is_day
from socialint.entities.recognisers.scheme import Evidence, Needed, Scheme, Telling

_MONTHS = (
    "jan(?:uary|uar|uari|vier)?", "feb(?:ruary|ruar|ruari)?|fév(?:rier)?|févr", "mar(?:ch|s)?|märz|maart|mrt",
    "apr(?:il)?|avril|avr", "may|mai|mei", "june?|juni|juin", "july?|juli|juillet|juil", "aug(?:ust|ustus)?|août",
    "sept?(?:ember|embre)?", "o[ck]t(?:ober|obre)?", "nov(?:ember|embre)?", "de[cz](?:ember)?|déc(?:embre)?",
)  # fmt: skip
_MONTH = "|".join(_MONTHS)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er)?"
_YEAR = r"(?:19|20)\d\d"
_NUMBERS = regex.compile(r"\d+")
_NAMED = regex.compile(r"\p{L}{3}")


class _Days(Scheme):
    """A month and a day without a year may be a fraction, a ratio or a slogan: `24/7`."""

    def read(self, words: str) -> Evidence:
        evidence = super().read(words)
        bare = evidence is Evidence.FORM and not _NAMED.search(words) and len(_NUMBERS.findall(words)) < 3
        return Evidence.CHECK if bare else evidence


def _exists(words: str) -> bool:
    numbers = [int(one) for one in _NUMBERS.findall(words)]
    if _NAMED.search(words):
        return True
    if len(numbers) == 2:
        return any(is_day(2000, month, day) for month, day in permutations(numbers))
    years = {one: one if one > 99 else 2000 + one for one in numbers}
    return any(is_day(years[year], month, day) for year, month, day in permutations(numbers))


SCHEMES = (
    _Days(
        "CALENDAR_DAY", ("date",), "DATE", check=_exists, telling=Telling.ALWAYS, as_written=True,
        needed=Needed.DIGIT,
        pattern=(
            rf"\b(?=[jfmasondé\d])(?<![\w./$£€-])(?:(?:{_MONTH})\.? {_DAY}(?!\d|[-–]?\d|%)(?:,? {_YEAR})?"
            rf"|{_DAY}\.?(?: of)? (?:{_MONTH})\b(?:\.?,? {_YEAR})?"
            rf"|{_YEAR}[-/.]\d\d?[-/.]\d\d?|\d\d?[-/.]\d\d?[-/.](?:{_YEAR}|\d\d)|\d\d?/\d\d?)(?![\w/%-])"
        ),
    ),
)  # fmt: skip
