"""Beds, hours and lists that stand before who has them: “Rm 12 Abernathy”, “8:15 Abernathy”."""

from __future__ import annotations

import regex

from socialint.entities.cues import Heard

_JOINTS = (" ", ": ", ", ", " - ", " – ")
_LONGEST_LIST = 16  # words
_ENDS = regex.compile(r"[.!?]\s|\n\s*\n")


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


def is_listed(heard: Heard, at: int) -> bool:
    """Whether the word `at` stands in a list of patients: “On the knee list: Abernathy, Ito”."""
    for start in range(at - 1, max(-1, at - _LONGEST_LIST), -1):
        if _ENDS.search(heard.gaps[start + 1]):
            return False
        behind = heard.beginning("rosters", start)
        if behind is not None and behind <= at:
            return heard.words[behind - 1] in ("for", "has", "on") or any(
                ":" in heard.gaps[number] for number in range(behind, at + 1)
            )
    return False
