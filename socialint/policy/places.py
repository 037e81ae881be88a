"""`within` and `in`: how near the parts stand, and where to look."""

from __future__ import annotations

from collections.abc import Callable

from socialint.model.language import Distance, Place, Region, Unit
from socialint.schema import Shape, by_form, by_key, enum, integer, named, one_or_many, record, required

_COUNTED = (Unit.SENTENCES, Unit.WORDS)
_PLACES = [place for place in Place if place is not Place.FIRST]
_UNITS = [unit for unit in Unit if unit not in _COUNTED]


def _counted(unit: Unit) -> Callable[[int], Distance]:
    return lambda count: Distance(unit, count)


_DISTANCE: Shape[Distance] = by_form(
    scalar=enum(
        {str(unit): Distance(unit) for unit in _UNITS},
        "a distance",
        elsewhere={str(place): f"“{place}” is a place: write `in: {place}`" for place in _PLACES}
        | {"words": "say how many: `within: {words: 8}`", "sentences": "say how many: `{sentences: 3}`"},
    ),
    mapping=by_key(
        {
            str(unit): record(
                _counted(unit),
                required(str(unit), integer(least=1), f"how many {unit} apart", argument="count"),
            )
            for unit in _COUNTED
        },
        "a distance",
    ),
)
DISTANCE = named("within", lambda: _DISTANCE)
"""How near the parts of an expression stand to its anchor."""

_REGIONS: Shape[tuple[Region, ...]] = one_or_many(
    by_form(
        scalar=enum(
            {str(place): Region(place) for place in _PLACES},
            "a place",
            elsewhere={
                str(unit): f"“{unit}” is a distance: write `within: {unit}`"
                for unit in Unit
                if str(unit) not in {str(place) for place in _PLACES}
            },
        ),
        mapping=record(
            lambda first: Region(Place.FIRST, first),
            required("first", integer(least=1), "so many words from the beginning"),
            about="a place",
        ),
    ),
    least=1,
)
REGIONS = named("in", lambda: _REGIONS)
"""Where to look; a list means any of these."""
