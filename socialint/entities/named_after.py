"""Whom a thing was named after: buildings, awards, streets, villages, diseases and devices.

Their names are no mention of the person.
"""

from __future__ import annotations

import regex

from socialint.entities.cues import Cues, any_of

_AROUND = 90  # characters: a look no further than this from a name
_SAINT = regex.compile(r"\b(?:St|Saint|Sankt|Sint|Sainte|San|Santa)\.?\s+$")


class NamedAfter:
    """Tells by the cues of the policy whether a name in a text is that of a thing or a place."""

    def __init__(self, cues: Cues) -> None:
        self._first_names = cues.first_names
        regions = any_of(cues.of("regions"))
        self._region = regex.compile(
            rf"(?i),\s+(?:(?-i:\p{{Lu}}{{2}})(?!\p{{L}})(?<={regions})|(?!\p{{L}}{{2}}(?!\p{{L}}))(?-i:(?=\p{{Lu}})){regions}(?!\p{{L}}))"
        )
        verbs, places = any_of(cues.of("headline-verbs")), any_of(cues.of("named-places"))
        things, believing = any_of(cues.of("named-things")), any_of(cues.of("believing"))
        word = rf"(?!{verbs}\b)(?:(?-i:\p{{Lu}})[\p{{L}}\p{{M}}'&.-]*)"
        self._place = regex.compile(
            rf"(?i)(?:'s?)?(?:[ ]{word}(?:[ ](?:{word}|&|and|of|for|the)){{0,3}}?)?"
            rf"[ ](?-i:(?=\p{{Lu}})){places}(?!\w|\s*[#\d])"
        )
        self._inside_a_place = regex.compile(rf"(?i).*[ -]{places}")
        self._thing = regex.compile(rf"(?i)[ -]{things}(?!\w)")
        self._its_thing = regex.compile(rf"(?i)'s?[ ]{things}(?!\w)")
        self._eponym = regex.compile(rf"(?i){any_of(cues.of('eponyms'))}")
        self._eponym_surname = regex.compile(rf"(?i){any_of(cues.of('eponym-surnames'))}")
        self._ground = regex.compile(rf"(?i).*\s{any_of(cues.of('ground'))}")
        self._ground_or_surname = regex.compile(rf"(?i).*\s{any_of(cues.of('ground-or-surname'))}")
        self._where = regex.compile(rf"(?i)\b{any_of(cues.of('where-to'))}\s+(?:the\s+)?$")
        self._inside = regex.compile(rf"(?i)(?<!\b{believing}\s+)\b{any_of(cues.of('inside'))}\s+$")

    def is_building(self, text: str, start: int, end: int) -> bool:
        """Whether a building, an award, a street or a saint bears the name."""
        return (
            _SAINT.search(text, max(0, start - _AROUND), start) is not None
            or self._place.match(text, end, min(len(text), end + _AROUND)) is not None
            or self._inside_a_place.fullmatch(text, start, end) is not None
        )

    def is_eponym(self, text: str, start: int, end: int) -> bool:
        """Whether a disease or a device bears the name: `Foley catheter`, but not `Mia's disease`."""
        if self._eponym.fullmatch(text, start, end):
            return True
        limit = min(len(text), end + _AROUND)
        name = text[start:end]
        bears = self._eponym_surname.fullmatch(name) or name.lower() not in self._first_names
        if bears and " " not in name and self._its_thing.match(text, end, limit):
            return True
        return " " not in text[start:end] and self._thing.match(text, end, limit) is not None

    def is_ground(self, text: str, start: int, end: int) -> bool:
        """Whether the name is that of a village or a bay, or a state stands behind it."""
        behind = max(0, start - _AROUND)
        if " " not in text[start:end] and self._region.match(text, end, min(len(text), end + _AROUND)):
            return True
        if self._ground.fullmatch(text, start, end):
            return True
        if self._ground_or_surname.fullmatch(text, start, end) and self._where.search(text, behind, start):
            return True
        return not text.startswith("'", end) and self._inside.search(text, behind, start) is not None
