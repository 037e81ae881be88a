"""The words of a finding: templates filled in, reasons in plain words."""

from __future__ import annotations

from collections.abc import Callable

from socialint.decide.words import reason
from socialint.expressions import lazily
from socialint.model.language import Reason
from socialint.model.leaves import Row
from socialint.model.matches import Match, Place
from socialint.model.records import NAME_COLUMNS

_MOST_SIGNALS = 6
"""So many of what added up are told in a message; a finding lists them all."""

_SLOT = lazily(r"\{([\w-]+(?:\.[\w-]+)?)\}")


def message(template: str, match: Match, shown: Callable[[Place], str]) -> str:
    """The message of a match, in the language of its rule.

    `shown` gives the words at a place as they may be printed.
    """

    def fill(slot: str) -> str:
        match slot:
            case "match":
                return shown(match.place)
            case "reason":
                return reason(match.reason or Reason.ABSENT, match.rule.language)
            case "lacking":
                return ", ".join(name.replace("-", " ") for name in match.lacking)
            case "found":
                telling = [one for one in match.signals if len(one.span) > 1][:_MOST_SIGNALS]
                told = telling or match.related or (match.place,)
                return ", ".join(
                    f"{place.label}: “{shown(place)}”" if place.label else f"“{shown(place)}”"
                    for place in told
                )
            case "points":
                return f"{match.points:g}" if match.points is not None else ""
            case _:
                return _bound(slot, match, shown)

    return _SLOT.sub(lambda found: fill(found.group(1)), template)


def _bound(slot: str, match: Match, shown: Callable[[Place], str]) -> str:
    name, _, column = slot.partition(".")
    value = match.names.get(name)
    if isinstance(value, Place):
        return shown(value)
    if isinstance(value, Row):
        columns = (column,) if column else (*NAME_COLUMNS.get(value.table, ()), "name", *value.cells)
        cell = next((value.cells[one] for one in columns if value.cells.get(one)), "")
        return ", ".join(map(str, cell)) if isinstance(cell, tuple) else str(cell)
    return name
