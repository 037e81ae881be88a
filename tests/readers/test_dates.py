from __future__ import annotations

import pytest

from socialint.readers.dates import AMBIGUOUS, NOT_A_DATE, Order, UntoldDateError, iso_date, order_of

TOLD = {
    "2026-03-04": "2026-03-04",
    "2026/3/4 9:05": "2026-03-04T09:05:00",
    "2026-03-04T10:00:00Z": "2026-03-04T10:00:00Z",
    "2026-03-04 10:00:00.123 -0500": "2026-03-04T10:00:00-05:00",
    "Mar 4, 2026 10:00 AM": "2026-03-04T10:00:00",
    "4 March 2026": "2026-03-04",
    "Wednesday, March 4th, 2026 at 2pm": "2026-03-04T14:00:00",
    "12:30 pm": None,
    "4. März 2026": "2026-03-04",
    "le 4 mars 2026": None,
    "04.03.2026 14:00 Uhr": "2026-03-04T14:00:00",
    "13/03/26": "2026-03-13",
    "03/13/2026 12:00 AM": "2026-03-13T00:00:00",
    "3/3/2026": "2026-03-03",
    "3-MAR-2026": "2026-03-03",
    "31/02/2026": None,
    "2026-13-01": None,
    "2026-03-04 25:00": None,
    "tomorrow": None,
    "46000": None,
    "1" * 5000: None,
}


@pytest.mark.parametrize(("written", "iso"), TOLD.items(), ids=str)
def test_a_date_is_told_or_not(written: str, iso: str | None) -> None:
    if iso is not None:
        assert iso_date(written) == iso
        return
    with pytest.raises(UntoldDateError, match=NOT_A_DATE):
        iso_date(written)


def test_a_column_tells_which_number_is_the_day() -> None:
    with pytest.raises(UntoldDateError, match=AMBIGUOUS):
        iso_date("03/04/2026")
    assert iso_date("03/04/2026", Order.DAY_FIRST) == "2026-04-03"
    assert iso_date("03/04/2026", Order.MONTH_FIRST, "9:30") == "2026-03-04T09:30:00"
    assert order_of(["03/04/2026", "", "x", "14/04/2026"]) is Order.DAY_FIRST
    assert order_of(["03/04/2026", "04/14/2026"]) is Order.MONTH_FIRST
    assert order_of(["14/04/2026", "04/14/2026"]) is Order.UNKNOWN
