"""What a signal of a score finds -> the finds of one stretch, without a look at all the others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from socialint.judge.found import Found
from socialint.judge.subject import Subject
from socialint.model.language import Distance, Unit
from socialint.model.matches import Place


class Signalled:
    """The finds of a signal, by the stretch that they stand in."""

    def __init__(self, subject: Subject, found: Sequence[Found], within: Distance) -> None:
        self._subject = subject
        self._found = found
        self._within = within
        self._placeless = [at for at, one in enumerate(found) if one.place is None]
        placed = sorted(
            (subject.stretch(one.place, within), at) for at, one in enumerate(found) if one.place is not None
        )
        self._stretches = [stretch for stretch, _ in placed]
        self._places = [at for _, at in placed]

    def here(self, start: Place) -> list[Found]:
        """Those weighed with what begins at `start`, and those without a place; sentences are counted onwards."""
        stretch = self._subject.stretch(start, self._within)
        low = bisect_left(self._stretches, stretch)
        high = bisect_right(self._stretches, stretch, low)
        if self._within.unit is Unit.SENTENCES:
            while high < len(self._places) and self._near(start, self._found[self._places[high]].place):
                high += 1
        return [self._found[at] for at in sorted((*self._placeless, *self._places[low:high]))]

    def _near(self, start: Place, other: Place | None) -> bool:
        return other is not None and self._subject.near(start, other, self._within)


def starts(subject: Subject, places: Iterable[Place], within: Distance) -> list[Place]:
    """One place for each stretch that is weighed by itself, in the order of the text."""
    ordered = sorted(places, key=lambda place: (place.field, place.span.start))
    return list({subject.stretch(place, within): place for place in reversed(ordered)}.values())[::-1]
