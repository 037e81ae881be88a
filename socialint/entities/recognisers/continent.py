"""Germany, the Netherlands, Belgium, France, Spain and Italy.

Sources: SGB V § 290 and its annex 1 (KVNR); Logisch Ontwerp BSN (the eleven test); Belgium, royal
decree of 3 April 1984 (national number); INSEE, structure of the NIR; Spain, Real Decreto 1553/2005
(DNI) and Real Decreto 557/2011 (NIE); Italy, D.M. 12 March 1974 (codice fiscale).
"""

from __future__ import annotations

import regex

from socialint.entities.recognisers.check_digits import digits, is_day, weighted
from socialint.entities.recognisers.scheme import END, SIX_DIGITS, START, Scheme, Telling

_DNI = "TRWAGMYFPDXBNJZSQVHLCKE"
_CF = regex.compile(
    r"[A-Z]{6}[0-9LMNP-V]{2}[ABCDEHLMPRST][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]"
)  # fmt: skip
_HOMOCODY = "LMNPQRSTUV"
"""The letters that stand for digits where two people would have the same code."""
_NUMBER = "0123456789"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ODD = (1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23)
_UNBORN = 2050
"""A year that no number is from yet: those of 1950 are not of 2050."""
_NIR = regex.compile(r"[12378]\d{4}(?:\d\d|2[AB])\d{8}")


def _kvnr(number: str) -> bool:
    place = ord(number[0]) - ord("A") + 1
    if not 1 <= place <= 26:
        return False
    values = (int(one) for one in f"{place:02}{number[1:9]}")
    products = (value * (1 + at % 2) for at, value in enumerate(values))
    return sum(one // 10 + one % 10 for one in products) % 10 == int(number[9])


def _bsn(number: str) -> bool:
    values = digits(number.zfill(9))
    return any(values) and weighted(values, (9, 8, 7, 6, 5, 4, 3, 2, -1)) % 11 == 0


def _national(number: str) -> bool:
    year, month, day = int(number[:2]), int(number[2:4]) % 20, int(number[4:6])
    first, key = number[:9], int(number[9:])
    # A 2 before the number says that somebody was born after 1999.
    for century, written in ((1900, first), (2000, f"2{first}")):
        # Unknown days are 00, and BIS numbers add 20 or 40 to the month.
        born = is_day(century + year, month, day) if month and day else month <= 12 and day <= 31
        if born and century + year < _UNBORN and key == 97 - int(written) % 97:
            return True
    return False


def _nir(number: str) -> bool:
    if not _NIR.fullmatch(number):
        return False
    first = number[:13].replace("2A", "19").replace("2B", "18")
    return 97 - int(first) % 97 == int(number[13:])


def _dni(number: str) -> bool:
    return _DNI[int(number[:8]) % 23] == number[8]


def _nie(number: str) -> bool:
    return number[0] in "XYZ" and _dni(f"{'XYZ'.index(number[0])}{number[1:]}")


def _codice_fiscale(number: str) -> bool:
    day = "".join(one if one.isdigit() else str(_HOMOCODY.find(one)) for one in number[9:11])
    if not _CF.fullmatch(number) or not 1 <= int(day) % 40 <= 31:
        return False
    values = [_NUMBER.index(one) if one in _NUMBER else _LETTERS.index(one) for one in number[:15]]
    total = sum(value if at % 2 else _ODD[value] for at, value in enumerate(values))
    return _LETTERS[total % 26] == number[15]


def _never(number: str) -> bool:
    return False


SCHEMES = (
    Scheme(
        "DE_KVNR", ("Krankenversichertennummer", "KVNR"), "HEALTH_PLAN_ID", ("A999999999", "A999 999 999"),
        check=_kvnr, telling=Telling.ALWAYS,
    ),
    # Three groups of three are any large number.
    Scheme("NL_BSN", ("burgerservicenummer", "BSN"), "SSN", ("999999999", "99999999"), check=_bsn),
    Scheme(
        "BE_NN", ("rijksregisternummer", "numéro de registre national"), "SSN", ("99 99 99 999 99", "999999 999 99"),
        check=_national, telling=Telling.GROUPED,
    ),
    Scheme(
        "FR_NIR", ("numéro de sécurité sociale", "NIR"), "SSN", ("9 99 99 9X 999 999 99",),
        check=_nir, telling=Telling.ALWAYS,
    ),
    Scheme("ES_DNI", ("DNI", "NIF"), "SSN", ("99999999A",), check=_dni, telling=Telling.ALWAYS),
    Scheme("ES_NIE", ("NIE",), "SSN", ("A9999999A",), check=_nie, telling=Telling.ALWAYS),
    # Regions make their own, and publish no check digit.
    Scheme("ES_CIP", ("código de identificación personal",), "HEALTH_PLAN_ID", ("AAAA9999999999",), check=_never),
    Scheme(
        "IT_CF", ("codice fiscale",), "SSN", check=_codice_fiscale, telling=Telling.ALWAYS,
        # Letters may stand for digits where two people would have the same code.
        pattern=(
            rf"{START}[a-z]{{3}}[ -]?[a-z]{{3}}[ -]?[\dlmnp-v]{{2}}[a-ehlmprst][\dlmnp-v]{{2}}[ -]?"
            rf"[a-z][\dlmnp-v]{{3}}[a-z]{END}{SIX_DIGITS}"
        ),
    ),
)  # fmt: skip
