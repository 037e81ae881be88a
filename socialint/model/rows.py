"""Posts of a source that can have very many of them: read when they are asked for, and not kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple, TypeVar, overload

from socialint.model.documents import Post, Unread

_One = TypeVar("_One", covariant=True)


class Glance(NamedTuple):
    """What is known of a post before it is read, where one text is all that is published."""

    record: str
    """The record's own id, if it has one."""
    body: str
    unknown: Set[str] = frozenset()
    """The names under which the file says something of the post that no reader knows."""


Wanted = Callable[[Glance], bool]
"""Whether a post has to be read of which this much is known."""


class _Made(Sequence[_One]):
    """What is made anew whenever it is asked for."""

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @overload
    def __getitem__(self, index: int) -> _One: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[_One]: ...
    def __getitem__(self, index: int | slice) -> _One | Sequence[_One]:
        return tuple(self)[index]


class SoFar(_Made[Unread]):
    """What was come across so far that could not be read; more may follow."""

    def __init__(self, noted: Mapping[Unread, None]) -> None:
        self._noted = noted

    def __iter__(self) -> Iterator[Unread]:
        return iter(self._noted)


class Rows(_Made[Post]):
    """The posts of a source that are read one after another whenever they are asked for, and not kept."""

    def __init__(self, read: Callable[[Wanted | None], Iterator[Post | Glance]]) -> None:
        """`read` begins anew each time; of a post that is not wanted it gives a glance."""
        self._read = read
        self._length: int | None = None

    def wanted(self, wanted: Wanted | None) -> Iterator[Post | Glance]:
        """All posts in their order, and a glance of those that are not wanted."""
        count = 0
        for post in self._read(wanted):
            count += 1
            yield post
        self._length = count

    def changed(self, change: Callable[[Post], Post]) -> Rows:
        """The same posts, each changed when it is read."""
        read = self._read
        return Rows(lambda wanted: (change(one) if isinstance(one, Post) else one for one in read(wanted)))

    def __iter__(self) -> Iterator[Post]:
        return (post for post in self.wanted(None) if isinstance(post, Post))

    def __len__(self) -> int:
        """How many there are; they are counted when they are read."""
        if self._length is None:
            self._length = super().__len__()
        return self._length
