"""What platforms and publishing systems export of all that was published -> posts.

They are known by their shape, whatever the file is called. Each module turns the nodes of one kind
of export into records by the usual names, whose texts stay where they stand in the file.

| module | reads |
| --- | --- |
| `x` | X: `tweets.js`, `note-tweet.js` |
| `meta` | Facebook and Instagram: their JSON, whose letters are mended |
| `mastodon` | Mastodon: `outbox.json` |
| `contentful` | Contentful: what `contentful space export` writes |
| `feed`, with `xml` | WordPress (WXR) and other RSS feeds |
| `archived` | the records that they have in common |
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from socialint.model.documents import Post
from socialint.readers.archives import contentful, mastodon, meta, x
from socialint.readers.names import Names
from socialint.readers.nodes import Node
from socialint.readers.original import Original

ARCHIVES: Sequence[Callable[[Original, Node, Names], Iterator[Post] | None]] = (
    x.posts,
    mastodon.posts,
    contentful.posts,
    meta.posts,
)
"""Each is given a JSON document, and gives its posts, or None where it is no archive of its kind."""
