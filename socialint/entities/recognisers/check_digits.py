"""The arithmetic of check digits: each function gets a number without separators.

Sources: ISO/IEC 7812-1 (Luhn), ISO 13616-1 and ISO/IEC 7064 (mod 97), 49 CFR 565.15 (vehicles).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

_VALUES = {letter: value for value, letter in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")}
_VIN = {**{str(digit): digit for digit in range(10)},
        **dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ",
                   (1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))}  # fmt: skip
_VIN_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)


def digits(number: str) -> list[int]:
    """The digits of a number, each as its value; raises `ValueError` where one is a letter."""
    return [int(one) for one in number]


def weighted(values: Iterable[int], weights: Iterable[int]) -> int:
    """The sum of the values, each times its weight; the shorter of the two ends it."""
    return sum(value * weight for value, weight in zip(values, weights, strict=False))


def luhn(number: str) -> bool:
    """Whether the last digit is right by Luhn: every other one doubled, from the right."""
    total = 0
    for at, value in enumerate(reversed(digits(number))):
        double = value * 2 if at % 2 else value
        total += double - 9 if double > 9 else double
    return total % 10 == 0


def mod_11(number: str) -> bool:
    """Whether the last digit is 11 less the weighted sum (…, 4, 3, 2) mod 11; a 10 is never issued."""
    values = digits(number)
    return (11 - weighted(values[:-1], range(len(number), 1, -1)) % 11) % 11 == values[-1]


def iban(number: str) -> bool:
    """Whether an IBAN is right: its first four characters at the end, mod 97 it is 1."""
    rearranged = number[4:] + number[:4]
    if not all(one in _VALUES for one in rearranged):
        return False
    return int("".join(str(_VALUES[one]) for one in rearranged)) % 97 == 1


def vehicle(number: str) -> bool:
    """Whether the ninth character of a vehicle identification number is right."""
    if len(number) != 17 or not all(one in _VIN for one in number):
        return False
    remainder = weighted((_VIN[one] for one in number), _VIN_WEIGHTS) % 11
    return number[8] == ("X" if remainder == 10 else str(remainder))


def is_day(year: int, month: int, day: int) -> bool:
    """Whether there is such a day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def is_birthday(years: Sequence[int], month: int, day: int) -> bool:
    """Whether there was such a day in one of the years."""
    return any(is_day(year, month, day) for year in years)
