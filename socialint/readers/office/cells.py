"""The properties of a row or a cell of a Word table -> what they say of its text."""

from __future__ import annotations

from socialint.readers.office.inline import DELETED, HIDDEN
from socialint.readers.office.markup import NAMES, Element, attribute

_WIDEST = 1_000


def of_row(row: Element) -> str:
    """Why a row is not published; empty where it is."""
    for properties in row:
        if NAMES[properties.tag] == "w:trPr":
            said = {NAMES[one.tag] for one in properties}
            return DELETED if "w:del" in said else HIDDEN if "w:hidden" in said else ""
    return ""


def of_cell(cell: Element) -> tuple[bool, bool, int]:
    """Whether a cell is deleted, whether it goes on with the one above, and how many columns it takes."""
    removed, goes_on, width = False, False, 1
    for properties in cell:
        if NAMES[properties.tag] != "w:tcPr":
            continue
        for one in properties:
            name = NAMES[one.tag]
            removed = removed or name == "w:cellDel"
            goes_on = goes_on or (name == "w:vMerge" and attribute(one, "w:val") != "restart")
            if name == "w:gridSpan" and (said := attribute(one, "w:val")).isdecimal():
                width = max(1, min(int(said), _WIDEST)) if len(said) < 5 else 1
    return removed, goes_on, width
