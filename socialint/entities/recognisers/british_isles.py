"""The United Kingdom and Ireland: NHS number, National Insurance number, PPS number, IHI.

Sources: NHS Data Dictionary (NHS number); HMRC, National Insurance Manual NIM39110; Ireland,
Social Welfare Consolidation Act 2005, s. 262 (PPS); HIQA and eHealth Ireland, field description of
the Individual Health Identifier, whose seven-digit prefix nobody has confirmed.
"""

from __future__ import annotations

import regex

from socialint.entities.recognisers.check_digits import digits, mod_11, weighted
from socialint.entities.recognisers.scheme import END, START, Scheme, Telling, apart

_NINO = regex.compile(
    r"(?!BG|GB|NK|KN|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]"  # no D F I Q U V, no O second
)
_PPS = "WABCDEFGHIJKLMNOPQRSTUV"


def _insured(number: str) -> bool:
    return _NINO.fullmatch(number) is not None


def _pps(number: str) -> bool:
    second = number[8:]
    if second and second not in "ABHW":
        return False
    extra = 9 * _PPS.index(second) if second else 0
    return _PPS[(weighted(digits(number[:7]), range(8, 1, -1)) + extra) % 23] == number[7]


def _ihi(number: str) -> bool:
    core = mod_11(number[7:17]) or mod_11(number[:17])  # the published profiles differ
    sums = weighted(digits(number[:17]), (3, 1) * 9)
    return core and (10 - sums % 10) % 10 == int(number[17])


NHS = Scheme(
    "GB_NHS", ("NHS number",), "MRN", ("999 999 9999",), check=mod_11, telling=Telling.GROUPED
)  # fmt: skip

SCHEMES = (
    NHS,
    Scheme(
        "GB_NINO", ("National Insurance number",), "SSN", ("AA 99 99 99 A",),
        check=_insured, telling=Telling.ALWAYS,
    ),
    Scheme(
        "IE_PPS", ("Personal Public Service number", "PPSN"), "SSN", check=_pps, telling=Telling.ALWAYS,
        pattern=rf"{START}{apart('9999999A')}[abhw]?{END}",
    ),
    Scheme(
        "IE_IHI", ("Individual Health Identifier",), "HEALTH_PLAN_ID", ("999999999999999999",),
        check=_ihi, telling=Telling.ALWAYS,
    ),
)  # fmt: skip
