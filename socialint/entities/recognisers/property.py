"""What belongs to one person: bank accounts, payment cards, vehicles, and any numbered record.

Sources: ISO 13616-1 (IBAN), ISO/IEC 7812-1 (cards), 49 CFR 565.15 and ISO 3779 (VIN). A record
number has no scheme: `RECORD_NUMBER` is any number long enough to be somebody's that is no date,
year, telephone number, amount or number of a publication. Only a label makes it a person's.
"""

from __future__ import annotations

import regex

from socialint.entities.recognisers.check_digits import iban, luhn, vehicle
from socialint.entities.recognisers.scheme import END, SIX_DIGITS, START, Needed, Scheme, Telling, compact

# Letters before a blank are part of the number where they make no word: `RXH 448 1290`.
_NO_WORD = r"(?!(?:mr|mrs|ms|dr|st|nr|pts?|hrs?|lbs?|yrs?|kgs?|mg|ml|mm|cm|km|vs|rx|th|nd|rd|mrn|csn|crn|pcn|hn|sn|cdl|dl|ssn|dx|by|my|pm|nhs|tx)\b)"
_PREFIX = rf"(?:\p{{L}}{{1,4}}[.-]?|{_NO_WORD}[b-df-hj-np-tv-z]{{2,4}} )?"
_SUFFIX = r"(?:(?:-?(?!(?:mg|ml|mcg|lbs?|kg|km|cm|mm|am|pm|st|nd|rd|th|k|m|x)\b)\p{L}{1,3}(?:-?\d{1,4})?){1,2}| [b-hj-z]\d{0,3}(?!\w))?"
_NO_RECORD = regex.compile(
    r"(?:19|20)\d\d(?:[-/. ](?:(?:19|20)?\d\d))?(?:[-/. ]\d\d?)?"  # a year, some years, a date
    r"|\d\d?[-/. ]\d\d?[-/. ](?:19|20)\d\d"  # a date
    r"|(?:\+?1[-. ]?)?\d{3}[-. ]\d{3}[-. ]\d{4}"  # a telephone number
    r"|(?:nct|isrctn|eudract|doi|pmid|isbn|issn|icd|cpt|ndc|ein|npi)[ .-]?[\d -]+",
    regex.IGNORECASE,
)
_SHORTEST = 5  # letters and digits
_FEWEST, _MOST = 4, 16  # digits
_DIGIT = regex.compile(r"\d")


def _card(number: str) -> bool:
    return number[0] in "3456" and luhn(number)


def _of_a_person(number: str) -> bool:
    # One that is digits alone is right for one in eleven; the letters make it a vehicle.
    return not number.isdigit() and vehicle(number)


def _record(words: str) -> bool:
    length = len(compact(words))
    return (
        length >= _SHORTEST
        and _FEWEST <= len(_DIGIT.findall(words)) <= _MOST
        and _NO_RECORD.fullmatch(words) is None
    )


SCHEMES = (
    Scheme(
        "IBAN", ("IBAN",), "ACCOUNT", check=iban, telling=Telling.ALWAYS,
        pattern=rf"{START}\p{{L}}{{2}}\d\d(?:[ -]?[\p{{L}}\d]{{4}}){{2,7}}(?:[ -]?[\p{{L}}\d]{{1,3}})?(?!\w){SIX_DIGITS}",
    ),
    Scheme(
        "PAYMENT_CARD", ("credit card", "debit card"), "ACCOUNT",
        ("9999 9999 9999 9999", "9999 999999 99999", "9999 9999 9999 9", "9999 9999 9999 9999 999"),
        check=_card, telling=Telling.GROUPED,
    ),
    Scheme(
        "VIN", ("vehicle identification number",), "VEHICLE", check=_of_a_person, telling=Telling.ALWAYS,
        pattern=rf"{START}[a-hj-npr-z\d]{{17}}(?!\w){SIX_DIGITS}",
    ),
    Scheme(
        "RECORD_NUMBER", ("record number",), "MRN", check=_record, as_written=True, needed=Needed.DIGIT,
        pattern=rf"{START}{_PREFIX}\d(?:[ .-]?\d){{3,15}}{_SUFFIX}{END}",
    ),
)  # fmt: skip
