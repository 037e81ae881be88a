"""Posts that belong together, read and scanned: what is judged at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from socialint.model.context import Context
from socialint.model.documents import Post
from socialint.model.needs import BEYOND_ASCII, HASH, HIDING, SHOUTED
from socialint.model.views import View
from socialint.scan import Hits
from socialint.text.hiding import hiding


@dataclass(frozen=True, slots=True)
class Thread:
    """Posts of one source that belong together, normalised and scanned.

    `owner[i]` is the index of the post that view `i` is of; `contexts` are the circumstances of
    each post.
    """

    path: str
    posts: Sequence[Post]
    contexts: Sequence[Context]
    views: Sequence[View] = field(repr=False)
    owner: Sequence[int]
    hits: Hits

    @property
    def possible(self) -> Set[int]:
        """The numbers of the leaves that could be found."""
        return self.hits.possible

    def knows(self, key: str) -> bool:
        """Whether anything is known of one of the posts under a key, or it shows what a fact says."""
        shows = SHOWN.get(key)
        if shows is not None:
            return any(shows(view.field.text) for view in self.views)
        return any(context.knows(key) for context in self.contexts)


def _may_be_shouted(text: str) -> bool:
    return not text.isascii() or sum(map(str.isupper, text)) > sum(map(str.islower, text))


SHOWN: Mapping[str, Callable[[str], bool]] = {
    HASH: lambda text: "#" in text or "\uff03" in text,
    BEYOND_ASCII: lambda text: not text.isascii(),
    SHOUTED: _may_be_shouted,
    HIDING: lambda text: bool(hiding(text)),
}
"""Facts that a text shows by itself."""


class Told(NamedTuple):
    """A post, and what tells it from the others of its source."""

    post: Post
    identity: str = ""
    number: int = 0
    """Which post of its source it is."""


def threads(posts: Iterable[Told]) -> Iterator[list[Told]]:
    """Posts with the same `thread` together, in order of their `position`; the others alone.

    A post that stands alone comes as soon as it is there, the threads when all posts are.
    """
    waiting: dict[str, list[Told]] = {}
    for told in posts:
        name = told.post.metadata.get("thread")
        if name in (None, ""):
            yield [told]
        else:
            waiting.setdefault(str(name), []).append(told)
    for thread in waiting.values():
        yield sorted(thread, key=_position)


def _position(told: Told) -> float:
    try:
        return float(str(told.post.metadata.get("position", 0)))
    except ValueError:
        return 0
