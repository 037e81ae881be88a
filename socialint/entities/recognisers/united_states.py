"""The United States: Social Security, Medicare beneficiary and DEA numbers.

Sources: 20 CFR 422.103 and SSA's randomisation notice of 2011 (no 000, 666 or 9xx, no 00, no
0000); CMS, Understanding the Medicare Beneficiary Identifier format; 21 CFR 1301, DEA's Diversion
Investigators Manual (check digit).
"""

from __future__ import annotations

import regex

from socialint.entities.recognisers.check_digits import digits
from socialint.entities.recognisers.scheme import Needed, Scheme, Telling

_SSN = regex.compile(r"(?!000|666|9)\d{3}(?!00)\d\d(?!0000)\d{4}")
_SHOWN = frozenset({"078051120", "219099999", "123456789"})
"""Numbers that were advertised, and what people write in the place of one."""
_LETTER = "[AC-HJKMNP-RT-Y]"
_EITHER = "[0-9AC-HJKMNP-RT-Y]"
_MBI = regex.compile(rf"[1-9]{_LETTER}{_EITHER}\d{_LETTER}{_EITHER}\d{_LETTER}{{2}}\d\d")


def _social_security(number: str) -> bool:
    return _SSN.fullmatch(number) is not None and number not in _SHOWN


def _beneficiary(number: str) -> bool:
    return _MBI.fullmatch(number) is not None


def _dea(number: str) -> bool:
    values = digits(number[-7:])
    return (sum(values[0:6:2]) + 2 * sum(values[1:6:2])) % 10 == values[6]


SCHEMES = (
    Scheme(
        "US_SSN", ("Social Security number", "SSN"), "SSN", ("999 99 9999",),
        check=_social_security, telling=Telling.GROUPED,
    ),
    Scheme(
        "US_MBI", ("Medicare Beneficiary Identifier", "MBI"), "HEALTH_PLAN_ID", ("9AX9 AX9 AA99",),
        check=_beneficiary, telling=Telling.ALWAYS, needed=Needed.DIGIT,
    ),
    Scheme("US_DEA", ("DEA registration",), "LICENSE", ("AA9999999", "A99999999"), check=_dea),
)  # fmt: skip
