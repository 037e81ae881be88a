"""Posts that belong together, read and scanned: what is judged at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from socialint.model.context import Context
from socialint.model.documents import Post
from socialint.model.needs import BEYOND_ASCII, HASH, SHOUTED
from socialint.model.views import View
from socialint.scan import Hits


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
        shows = _SHOWN.get(key)
        if shows is not None:
            return any(shows(view.field.text) for view in self.views)
        return any(context.knows(key) for context in self.contexts)


def _may_be_shouted(text: str) -> bool:
    return not text.isascii() or sum(map(str.isupper, text)) > sum(map(str.islower, text))


_SHOWN: Mapping[str, Callable[[str], bool]] = {
    HASH: lambda text: "#" in text or "\uff03" in text,
    BEYOND_ASCII: lambda text: not text.isascii(),
    SHOUTED: _may_be_shouted,
}
"""Facts that a text shows by itself."""


def threads(posts: Sequence[Post]) -> list[list[Post]]:
    """Posts with the same `thread` together, in order of their `position`; the others alone."""
    found: dict[object, list[Post]] = {}
    for index, post in enumerate(posts):
        name = post.metadata.get("thread")
        found.setdefault(("post", index) if name in (None, "") else ("thread", str(name)), []).append(post)
    return [sorted(thread, key=_position) for thread in found.values()]


def _position(post: Post) -> float:
    try:
        return float(str(post.metadata.get("position", 0)))
    except ValueError:
        return 0
