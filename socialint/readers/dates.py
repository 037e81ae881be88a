"""A date as people write it -> ISO 8601, or the reason why it cannot be told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, time
from enum import Enum
from functools import cache

import regex


class Order(Enum):
    """Which of two numbers is the day."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    UNKNOWN = "unknown"


class UntoldDateError(ValueError):
    """A date that cannot be told; the message says why, without quoting it."""


AMBIGUOUS = "day and month cannot be told apart"
NOT_A_DATE = "not a date that can be understood"
WRITE_ISO = "write dates as YYYY-MM-DD"

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar januari janvier enero gennaio",
            "february feb februar februari février fevrier febrero febbraio",
            "march mar märz maerz maart mars marzo",
            "april apr avril abril aprile",
            "may mai mei mayo maggio",
            "june jun juni juin junio giugno",
            "july jul juli juillet julio luglio",
            "august aug augustus août aout agosto",
            "september sep sept septembre septiembre settembre",
            "october oct oktober okt octobre octubre ottobre",
            "november nov novembre noviembre",
            "december dec dezember dez décembre decembre diciembre dicembre",
        ),
        start=1,
    )
    for name in names.split()
}
_CLOCK = (
    r"(?:[T,\s]+(?:at\s+|um\s+)?(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?(?:\s*Uhr)?\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
)
_DAY_NAME = r"\s*(?:\p{L}{2,10}\.?,\s*|(?:mon|tue|wed|thu|fri|sat|sun)\p{L}*\.?\s+)?"


@cache
def _forms() -> Sequence[regex.Pattern[str]]:
    """Made when somebody writes a date: most posts have none."""
    return tuple(
        regex.compile(_DAY_NAME + form + _CLOCK + r"\s*", regex.IGNORECASE)
        for form in (
            r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
            r"(?P<first>\d{1,2})(?P<mark>[-/.])(?P<second_>\d{1,2})[-/.](?P<year>\d{4}|\d{2})",
            r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(?:of\s+|de\s+)?(?P<name>\p{L}{3,10})\.?,?[\s-]+(?:de\s+)?(?P<year>\d{4})",
            r"(?P<name>\p{L}{3,10})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})",
        )
    )


@cache
def _clock_alone() -> regex.Pattern[str]:
    return regex.compile(
        r"\s*(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2})(?::(?P<second>\d{2}))?)?\s*(?P<half>[ap]\.?m\.?)?\s*(?:Uhr)?\s*",
        regex.IGNORECASE,
    )


_NO_DATE = frozenset({"", "-", "--", "–", "—", "tbd", "tba", "tbc", "n/a", "na", "none", "null", "auto", "?"})


def says_no_date(text: str) -> bool:
    """Whether there is no date yet: empty, or a word for that."""
    return text.strip().casefold() in _NO_DATE


def order_of(values: Iterable[str]) -> Order:
    """Which number is the day in a whole column of dates, as far as one of them tells."""
    orders = {_own_order(value) for value in values} - {Order.UNKNOWN}
    return orders.pop() if len(orders) == 1 else Order.UNKNOWN


def iso_date(text: str, order: Order = Order.UNKNOWN, clock: str = "") -> str:
    """The date, and the time if one is said here or in `clock`, in ISO 8601; else `UntoldDateError`."""
    found = _parsed(text)
    if found is None:
        raise UntoldDateError(NOT_A_DATE)
    parts = found.groupdict()
    day = _date(parts, order if _own_order(text) is Order.UNKNOWN else _own_order(text))
    hour = _time(parts)
    if hour is None and clock and (alone := _clock_alone().fullmatch(clock)):
        hour = _time(alone.groupdict())
    if hour is None:
        return day.isoformat()
    return f"{day.isoformat()}T{hour.isoformat('auto')[:8]}{_zone(parts.get('zone'))}"


def is_date(text: str) -> bool:
    """Whether the text is a date, even one whose day and month cannot be told apart."""
    return _parsed(text) is not None


def tells_its_order(text: str) -> bool:
    """Whether a date of numbers shows by itself which of them is the day, as one is beyond 12."""
    found = _parsed(text)
    return bool(
        found and "first" in found.groupdict() and max(int(found["first"]), int(found["second_"])) > 12
    )


def _parsed(text: str) -> regex.Match[str] | None:
    if len(text) > 60:
        return None
    for form in _forms():
        found = form.fullmatch(text)
        if found and ("name" not in found.groupdict() or found["name"].casefold() in MONTHS):
            return found
    return None


def _own_order(text: str) -> Order:
    """The order that one date shows by itself."""
    found = _parsed(text)
    if found is None or "first" not in found.groupdict():
        return Order.UNKNOWN
    first, second = int(found["first"]), int(found["second_"])
    if found["mark"] == "." or first > 12:
        return Order.DAY_FIRST
    return Order.MONTH_FIRST if second > 12 else Order.UNKNOWN


def _date(parts: dict[str, str | None], order: Order) -> date:
    year = int(parts["year"] or 0)
    if "first" in parts:
        first, second = int(parts["first"] or 0), int(parts["second_"] or 0)
        if order is Order.UNKNOWN and first != second:
            raise UntoldDateError(AMBIGUOUS)
        day, month = (second, first) if order is Order.MONTH_FIRST else (first, second)
        year += 2000 if year < 100 else 0
    else:
        day = int(parts["day"] or 0)
        month = int(parts["month"] or 0) if "month" in parts else MONTHS[str(parts["name"]).casefold()]
    try:
        return date(year, month, day)
    except ValueError:
        raise UntoldDateError(NOT_A_DATE) from None


def _time(parts: dict[str, str | None]) -> time | None:
    if parts["hour"] is None or (parts["minute"] is None and parts["half"] is None):
        return None
    hour = int(parts["hour"])
    half = (parts["half"] or "")[:1].casefold()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return time(hour, int(parts["minute"] or 0), int(parts["second"] or 0))
    except ValueError:
        raise UntoldDateError(NOT_A_DATE) from None


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    if zone[0] not in "+-":
        return "Z"
    return zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
