"""Where the characters of a made text come from, told in runs instead of one by one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import overload

from socialint.model.views import Reading


@dataclass(frozen=True, slots=True)
class Edit:
    """The characters of a text from `start` up to `end`, and what stands in their place.

    Where it is as long as the stretch, each of its characters stands for one of them, unless it
    stands for the stretch as a `whole`.
    """

    start: int
    end: int
    text: str
    whole: bool = False


class _Offsets(Sequence[int]):
    """For each character of a made text, where its original starts (or ends).

    A run that was copied counts up; all characters of a run that was made have the same place.
    """

    __slots__ = ("_begins", "_copied", "_length", "_places")

    def __init__(self, begins: list[int], places: list[int], copied: list[bool], length: int) -> None:
        self._begins = begins
        self._places = places
        self._copied = copied
        self._length = length

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[int]: ...
    def __getitem__(self, index: int | slice) -> int | Sequence[int]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(self._length))]
        at = index + self._length if index < 0 else index
        if not 0 <= at < self._length:
            raise IndexError(index)
        run = bisect_right(self._begins, at) - 1
        return self._places[run] + (at - self._begins[run]) * self._copied[run]

    def __iter__(self) -> Iterator[int]:
        for run, begin in enumerate(self._begins):
            end = self._begins[run + 1] if run + 1 < len(self._begins) else self._length
            place, copied = self._places[run], self._copied[run]
            yield from (place + (at - begin) * copied for at in range(begin, end))


class _Composed(Sequence[int]):
    """The places of a text made from a text that was itself made."""

    __slots__ = ("_inner", "_outer", "_shift")

    def __init__(self, outer: Sequence[int], inner: Sequence[int], shift: int) -> None:
        self._outer = outer
        self._inner = inner
        self._shift = shift

    def __len__(self) -> int:
        return len(self._outer)

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[int]: ...
    def __getitem__(self, index: int | slice) -> int | Sequence[int]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        return self._inner[self._outer[index] - self._shift]


class Tracer:
    """Follows the making of a text from another, run by run."""

    __slots__ = ("_begins", "_copied", "_ends", "_made", "_moved", "_starts", "_taken")

    def __init__(self) -> None:
        self._begins: list[int] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._copied: list[bool] = []
        self._made = 0
        self._taken = 0
        self._moved = False

    def copy(self, length: int) -> None:
        """The next `length` characters were taken over, each for itself."""
        if not length:
            return
        self._run(self._taken, self._taken + 1, copied=True)
        self._made += length
        self._taken += length

    def replace(self, made: int, taken: int) -> None:
        """The next `made` characters stand for the next `taken` of the original.

        Characters made from nothing share the place of the one before them, or after.
        """
        if made == taken == 1:
            self.copy(1)
            return
        self._moved = True
        if made:
            start = self._taken if taken else max(self._taken - 1, 0)
            self._run(start, max(self._taken + taken, start + 1), copied=False)
        self._made += made
        self._taken += taken

    def _run(self, start: int, end: int, *, copied: bool) -> None:
        if copied and self._copied and self._copied[-1]:
            begin = self._begins[-1]
            if self._starts[-1] + self._made - begin == start:
                return
        self._begins.append(self._made)
        self._starts.append(start)
        self._ends.append(end)
        self._copied.append(copied)

    def reading(self, text: str) -> Reading:
        """The made text with its origins."""
        if not self._moved:
            return Reading(text)
        starts = _Offsets(self._begins, self._starts, self._copied, self._made)
        ends = _Offsets(self._begins, self._ends, self._copied, self._made)
        return Reading(text, starts, ends)


def compose(outer: Reading, inner: Reading) -> Reading:
    """`outer`, made from the text of `inner`, with origins in what `inner` was made from."""
    if inner.starts is None or inner.ends is None:
        return outer
    if outer.starts is None or outer.ends is None:
        return Reading(outer.text, inner.starts, inner.ends)
    return Reading(
        outer.text,
        _Composed(outer.starts, inner.starts, 0),
        _Composed(outer.ends, inner.ends, 1),
    )


def edited(reading: Reading, edits: Sequence[Edit]) -> Reading:
    """The reading with `edits` (ascending, apart from one another) carried out."""
    tracer = Tracer()
    pieces: list[str] = []
    at = 0
    for edit in edits:
        pieces += reading.text[at : edit.start], edit.text
        tracer.copy(edit.start - at)
        if len(edit.text) == edit.end - edit.start and not edit.whole:
            tracer.copy(len(edit.text))
        else:
            tracer.replace(len(edit.text), edit.end - edit.start)
        at = edit.end
    pieces.append(reading.text[at:])
    tracer.copy(len(reading.text) - at)
    return compose(tracer.reading("".join(pieces)), reading)
