"""Numbers in a workbook -> what a person sees there: dates, percentages, whole numbers."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import regex

_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
"""Numbers of the formats for dates and times that need no writing down (ECMA-376, 18.8.30)."""
_PERCENTAGES = frozenset({9, 10})
_NO_LETTERS_OF_ITS_OWN = regex.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', regex.IGNORECASE)
_DATE_LETTER = regex.compile(r"[dmyhs]", regex.IGNORECASE)
_EPOCH = datetime(1899, 12, 30)
_EPOCH_1904 = datetime(1904, 1, 1)
_LAST_DAY = 2_958_465  # 9999-12-31
_FALSE_LEAP_DAY = 60  # 1900-02-29, which never was
_EXACT = 1e15


def is_date_format(number: int, code: str) -> bool:
    """Whether a number format shows a date or a time."""
    if not code:
        return number in _DATES
    bare = _NO_LETTERS_OF_ITS_OWN.sub("", code.partition(";")[0])
    return bool(_DATE_LETTER.search(bare)) and "general" not in bare.casefold()


def is_percentage(number: int, code: str) -> bool:
    """Whether a number format shows hundredths."""
    return "%" in code if code else number in _PERCENTAGES


def moment(serial: float, *, from_1904: bool) -> tuple[date | None, str]:
    """The day that a serial number is, and day and time in ISO 8601; a fraction of 1 has no day.

    Raises `ValueError` for a number that is no date.
    """
    if not 0 <= serial <= _LAST_DAY:
        raise ValueError("no date")
    if not from_1904 and serial < _FALSE_LEAP_DAY:
        serial += 1 if serial >= 1 else 0
    seconds = timedelta(seconds=round(serial * 86_400))
    when = (_EPOCH_1904 if from_1904 else _EPOCH) + seconds
    clock = when.time().isoformat()
    if serial < 1:
        return None, clock
    midnight = (when.hour, when.minute, when.second) == (0, 0, 0)
    return when.date(), when.date().isoformat() if midnight else f"{when.date().isoformat()} {clock}"


def number_text(value: float, *, percentage: bool = False) -> str:
    """A number as a person reads it: all digits of a long one, no exponent, no “.0”."""
    if percentage:
        return f"{value * 100:.10g}%"
    if value.is_integer() and abs(value) < _EXACT:
        return str(int(value))
    return repr(value)
