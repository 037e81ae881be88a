"""The finds near a place, without a look at all the others: a long text stays a linear one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from socialint.judge.found import Found
from socialint.model.matches import Place

_EACH_SIDE = 16
"""How many finds before and behind a place are looked at. Every unit of distance is a stretch of
the text around it, so that nothing nearer is passed over."""


class Neighbours:
    """Finds by field and place."""

    def __init__(self, found: Sequence[Found]) -> None:
        self._placeless = [one for one in found if one.place is None]
        self._fields: dict[int, list[Found]] = {}
        for one in found:
            if one.place is not None:
                self._fields.setdefault(one.place.field, []).append(one)
        self._starts: dict[int, list[int]] = {}
        for field, own in self._fields.items():
            own.sort(key=_start)
            self._starts[field] = [_start(one) for one in own]

    def around(self, place: Place | None) -> Iterator[Found]:
        """Those that may be near `place`: in its field before and behind it, and in other fields."""
        yield from self._placeless
        for field, own in self._fields.items():
            if place is None:
                yield from own
            elif field != place.field:
                yield from own[:_EACH_SIDE]
            else:
                first = bisect_left(self._starts[field], place.span.start)
                last = bisect_left(self._starts[field], place.span.end)
                yield from own[max(first - _EACH_SIDE, 0) : last + _EACH_SIDE]

    def behind(self, place: Place, end: int) -> Iterator[Found]:
        """Those that begin behind `place` in its field, before the offset `end`."""
        own = self._fields.get(place.field, [])
        starts = self._starts.get(place.field, [])
        for at in range(bisect_left(starts, place.span.end), bisect_left(starts, end)):
            yield own[at]


def _start(found: Found) -> int:
    return found.place.span.start if found.place is not None else 0
