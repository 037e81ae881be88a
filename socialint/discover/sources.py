"""Places of drafts -> sources whose bytes are read when they are asked for."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import overload

from socialint.errors import UnreadableDocument
from socialint.model.documents import Source


@dataclass(frozen=True, slots=True)
class Place:
    """Where a source is to be had: a file, or bytes that are here already."""

    name: str
    named: bool
    path: str = field(default="", repr=False)
    data: bytes | None = field(default=None, repr=False)
    limit: int = -1

    def read(self) -> bytes:
        """The bytes, at most one more than the limit; else `UnreadableDocument`."""
        if self.data is not None:
            return self.data
        try:
            with open(self.path, "rb", buffering=0) as file:
                # Room for as much as the limit is made only for a file that needs it.
                bounded = 0 <= self.limit < os.fstat(file.fileno()).st_size
                return file.read(self.limit + 1 if bounded else -1)
        except OSError as error:
            raise UnreadableDocument(reason_of(error), hint=hint_for(error)) from None


class _Waiting(Source):
    """A source whose bytes are read when they are first asked for."""

    def __init__(self, place: Place) -> None:
        object.__setattr__(self, "name", place.name)
        object.__setattr__(self, "named", place.named)
        object.__setattr__(self, "depth", 0)
        self.__dict__["place"] = place

    @cached_property
    def data(self) -> bytes:
        place: Place = self.__dict__["place"]
        return place.read()


class Sources(Sequence[Source]):
    """Sources whose bytes are read when they are asked for, and let go with the source.

    Asking for the `data` of one that has become unreadable meanwhile is an `UnreadableDocument`.
    """

    def __init__(self, places: Sequence[Place]) -> None:
        self.places = tuple(places)

    def where(self, holds: Callable[[str], bool]) -> Sources:
        """Those whose names say what is asked for."""
        return Sources([place for place in self.places if holds(place.name)])

    def __len__(self) -> int:
        return len(self.places)

    @overload
    def __getitem__(self, index: int) -> Source: ...
    @overload
    def __getitem__(self, index: slice) -> Sources: ...
    def __getitem__(self, index: int | slice) -> Source | Sources:
        if isinstance(index, slice):
            return Sources(self.places[index])
        return _Waiting(self.places[index])


def reason_of(error: OSError | ValueError) -> str:
    """Why something cannot be opened, in plain words."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, PermissionError):
        return "you may not read it"
    return "it cannot be opened"


def hint_for(error: OSError | ValueError) -> str:
    """What to do about it."""
    return (
        "look for a slip in the name"
        if isinstance(error, FileNotFoundError)
        else "ask for the right to read it"
    )
