"""Australia and Canada: Medicare card, Individual Healthcare Identifier, provincial health cards, SIN.

Sources: Services Australia, ACIR document formats (Medicare card); Australian Digital Health Agency
(IHI, a Luhn number of issuer 800360); Ontario, OHIP MOD 10; British Columbia, Professional and
Software Conformance Standards, appendix D (PHN). The check digit of Québec's RAMQ was never
published: that of open-source validators is used, and only to be surer.
"""

from __future__ import annotations

from socialint.entities.recognisers.check_digits import digits, is_birthday, luhn, weighted
from socialint.entities.recognisers.scheme import END, START, Scheme, Telling, apart

_RAMQ = {
    letter: f"{code:02}"
    for letter, code in zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ", (*range(1, 19), *range(20, 28)), strict=True
    )
}  # fmt: skip
_RAMQ_WEIGHTS = (7, 1, 1, 3, 9, 7, 3, 9, 5, 3, 1, 3, 5, 7, 6, 9, 1)


def _medicare(number: str) -> bool:
    values = digits(number)
    return 2 <= values[0] <= 6 and weighted(values[:8], (1, 3, 7, 9) * 2) % 10 == values[8]


def _ihi(number: str) -> bool:
    return number.startswith("80036") and number[5] in "012" and luhn(number)


def _ontario(number: str) -> bool:
    return number[0] != "0" and luhn(number[:10])


def _british_columbia(number: str) -> bool:
    values = digits(number)
    total = sum(
        value * weight % 11 for value, weight in zip(values[1:9], (2, 4, 8, 5, 10, 9, 7, 3), strict=True)
    )
    return values[0] == 9 and (11 - total) % 11 == values[9]


def _quebec(number: str) -> bool:
    month, day = int(number[6:8]) % 50, int(number[8:10])
    if not all(one in _RAMQ for one in number[:4]) or number[10] == "0":
        return False
    for century in (1900, 2000):
        year = century + int(number[4:6])
        if is_birthday((year,), month, day):
            letters = "".join(_RAMQ[one] for one in number[:4])
            values = digits(f"{letters}{year}{number[6:11]}")
            if weighted(values, _RAMQ_WEIGHTS) % 10 == int(number[11]):
                return True
    return False


def _insurance(number: str) -> bool:
    return number[0] not in "08" and luhn(number)


SCHEMES = (
    Scheme(
        "AU_MEDICARE", ("Medicare card",), "HEALTH_PLAN_ID", ("9999 99999 9", "9999 99999 9 9", "9999 99999 99"),
        check=_medicare, telling=Telling.GROUPED,
    ),
    Scheme(
        "AU_IHI", ("Individual Healthcare Identifier", "IHI"), "HEALTH_PLAN_ID", ("9999 9999 9999 9999",),
        check=_ihi, telling=Telling.ALWAYS,
    ),
    Scheme(
        "CA_ON", ("Ontario health card", "OHIP"), "HEALTH_PLAN_ID", ("9999 999 999", "9999 999 999 AA"),
        check=_ontario, telling=Telling.GROUPED,
        pattern=rf"{START}{apart('9999999999')}(?:-?\p{{L}}{{1,2}})?{END}",  # behind a blank it may be a word
    ),
    Scheme(
        "CA_BC_PHN", ("Personal Health Number", "PHN"), "HEALTH_PLAN_ID", ("9999 999 999",),
        check=_british_columbia, telling=Telling.GROUPED,
    ),
    Scheme(
        "CA_QC_RAMQ", ("numéro d'assurance maladie", "RAMQ"), "HEALTH_PLAN_ID", ("AAAA 9999 9999",),
        check=_quebec, telling=Telling.ALWAYS,
    ),
    # The other provinces: eight to ten digits, or twelve, and no check digit that anybody published.
    Scheme("CA_HEALTH_CARD", ("health card",), "HEALTH_PLAN_ID",
           ("99999999", "999999999", "9999999999", "999999999999")),
    Scheme("CA_SIN", ("social insurance number",), "SSN", ("999 999 999",), check=_insurance),
)  # fmt: skip
