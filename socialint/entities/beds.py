"""Beds and hours that stand before who has them: “Rm 12 Abernathy”, “8:15 Abernathy”."""

from __future__ import annotations

from socialint.entities.cues import Heard

_JOINTS = (" ", ": ", ", ", " - ", " – ")


def is_bed_before(heard: Heard, at: int) -> bool:
    """Whether the number of a bed or a room stands right before the word `at`."""
    before = at - 1
    if before < 1 or heard.gap(at) not in _JOINTS:
        return False
    if len(heard.words[before]) == 1 and heard.words[before].isalpha() and not heard.gaps[before]:
        before -= 1  # “bed 4b”
    lone = heard.ending("beds", before)
    return lone is not None and heard.words[before].isdigit() and heard.gaps[before] in (" ", ". ", "")


def is_hour_before(heard: Heard, at: int) -> bool:
    """Whether an hour of a schedule stands right before the word `at`: “8:15 Abernathy, biopsy”."""
    before = at - 1
    if before < 1 or heard.gap(at) not in _JOINTS:
        return False
    if heard.words[before] in ("am", "pm"):
        before -= 1
    return (
        before >= 1
        and heard.words[before].isdigit()
        and heard.words[before - 1].isdigit()
        and heard.gaps[before] in (":", ".")
    )
