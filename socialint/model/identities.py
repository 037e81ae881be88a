"""What tells a post of a source from the others, wherever it stands: its id, or else its words."""

from __future__ import annotations

import hashlib

from socialint.model.documents import Part, Post
from socialint.model.rows import Glance


class Identities:
    """Tells the posts of one source apart, each in its turn; of equal ones their order tells which."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def of(self, post: Post) -> str:
        """The identity of the next post."""
        return self._next(post.record or digest(said(post)))

    def pass_over(self, glance: Glance) -> None:
        """Count the next post, of which no more is known."""
        self._next(glance.record or digest(_said(Part.BODY, glance.body)))

    def _next(self, own: str) -> str:
        times = self._seen[own] = self._seen.get(own, 0) + 1
        return own if times == 1 else f"{own}\0{times}"


def said(post: Post) -> str:
    """What a post says. What is said to socialint beside it is none of it."""
    notes = {one.reason for one in post.waivers}
    own = (one for one in post.fields if not (one.part is Part.INTERNAL and one.text in notes))
    return "\0".join(_said(one.part, one.text) for one in own)


def key(identity: str) -> str:
    """The key of the edition of the post with this identity."""
    return digest(identity)


def digest(text: str) -> str:
    """The sha256 of a text, in hexadecimal digits."""
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()


def _said(part: Part, text: str) -> str:
    return f"{part.value}\1{text}"
