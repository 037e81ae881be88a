"""Sweden, Norway, Denmark and Finland: numbers that begin with the day of birth.

Sources: Skatteverket SKV 704 (personnummer, samordningsnummer); Skatteetaten (fødselsnummer,
D-nummer; the check digits are to be relaxed for numbers issued from 2032); CPR-kontoret
(numbers without the old check digit since 2007); Digital and Population Data Services Agency of
Finland (new century signs since 2023).
"""

from __future__ import annotations

from socialint.entities.recognisers.check_digits import digits, is_birthday, luhn, weighted
from socialint.entities.recognisers.scheme import Scheme, Telling

_HETU = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_CENTURIES = {"+": 1800, **dict.fromkeys("-YXWVU", 1900), **dict.fromkeys("ABCDEF", 2000)}


def _years(two: str) -> tuple[int, ...]:
    return (1800 + int(two), 1900 + int(two), 2000 + int(two))


def _personnummer(number: str) -> bool:
    ten = number[-10:]
    years = (int(number[:4]),) if len(number) == 12 else _years(ten[:2])
    day = int(ten[4:6])
    return is_birthday(years, int(ten[2:4]), day - 60 if day > 60 else day) and luhn(ten)


def _fodselsnummer(number: str) -> bool:
    values = digits(number)
    day, month = int(number[:2]), int(number[2:4])
    born = is_birthday(
        _years(number[4:6]), month - 40 if month > 40 else month, day - 40 if day > 40 else day
    )
    first = weighted(values, (3, 7, 6, 1, 8, 9, 4, 5, 2, 1))
    second = weighted(values, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1))
    return born and first % 11 == 0 and second % 11 == 0


def _cpr(number: str) -> bool:
    return is_birthday(_years(number[4:6]), int(number[2:4]), int(number[:2]))


def _hetu(words: str) -> bool:
    number = words.upper()
    century = _CENTURIES.get(number[6])
    if century is None:
        return False
    born = is_birthday((century + int(number[4:6]),), int(number[2:4]), int(number[:2]))
    return born and _HETU[int(number[:6] + number[7:10]) % 31] == number[10]


SCHEMES = (
    Scheme(
        "SE_PNR", ("personnummer", "samordningsnummer"), "SSN", ("999999 9999", "99999999 9999"),
        check=_personnummer, telling=Telling.GROUPED,
        pattern=r"(?<!\w)(?<!\d[-./,])(?:\d{2})?\d{6}[ .+-]{0,3}\d{4}(?!\w)(?![-./]\d)",
    ),
    Scheme(
        "NO_FNR", ("fødselsnummer", "D-nummer"), "SSN", ("999999 99999",),
        check=_fodselsnummer, telling=Telling.ALWAYS,
    ),
    # Since 2007 only the day of birth can be checked.
    Scheme("DK_CPR", ("CPR-nummer",), "SSN", ("999999 9999",), check=_cpr),
    Scheme(
        "FI_HETU", ("henkilötunnus",), "SSN", ("999999 999X",),
        pattern=r"(?<!\w)\d{6}[-+a-fu-y]\d{3}[0-9a-fhj-npr-y](?!\w)",
        check=_hetu, telling=Telling.ALWAYS, as_written=True,
    ),
)  # fmt: skip
