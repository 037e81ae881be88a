"""The instruction of a Word field -> what it adds to the text that the field shows."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from socialint.model.documents import Part
from socialint.readers.office.manuscript import Aside
from socialint.readers.prose import words

_LINK = regex.compile(r'\s*(?:HYPERLINK|INCLUDEPICTURE)\s+"([^"]+)"', regex.IGNORECASE)
_KEYWORD = regex.compile(r"\s*(\w+)")
# They count, date and refer; and what a reference manager keeps for itself.
_SAY_NOTHING = words(
    "addin autonum autonumlgl autonumout bibliography citation createdate date edittime eq filename filesize "
    "formcheckbox formdropdown formtext hyperlink includepicture index listnum noteref numchars numpages "
    "numwords page pageref printdate rd ref revnum savedate section sectionpages seq shape styleref symbol "
    "ta tc time toa toc xe"
)


def told(instruction: str) -> Iterator[Aside]:
    """A link's target; or the instruction, as of `MERGEFIELD PatientName`, which stays in the file."""
    link = _LINK.match(instruction)
    if link:
        yield Aside(Part.LINK, link[1], "link")
    keyword = _KEYWORD.match(instruction)
    if keyword and keyword[1].casefold() not in _SAY_NOTHING:
        yield Aside(Part.INTERNAL, instruction.strip(), "field")
