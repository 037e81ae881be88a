"""Beds and rooms that stand for who lies in them: “Rm 12 Abernathy”."""

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
