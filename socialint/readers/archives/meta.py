r"""The archives of Facebook and Instagram (JSON) -> posts.

Their JSON holds each byte of a letter in UTF-8 as if it were a letter of Latin-1: `â\\x80\\x99` for
`’`. It is mended here; a mended letter's place is that of all its bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import regex

from socialint.model.documents import Part, Post
from socialint.readers.archives.archived import (
    Archived,
    entries_of,
    field_of,
    moment,
    posts_of,
    text_of,
    texts,
)
from socialint.readers.names import Names
from socialint.readers.nodes import Entries, Items, Leaf, Node
from socialint.readers.original import Original
from socialint.readers.traced import Traced, join

_LETTER = regex.compile(
    "[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)  # a letter beyond ASCII, byte by byte
_FILM = regex.compile(r"\.(?:mp4|mov|webm)$", regex.IGNORECASE)


def posts(found: Original, root: Node, names: Names) -> Iterator[Post] | None:
    """The posts of a file of one of the two archives; None where it is none."""
    items = _items(root)
    if any(_is_facebook(one) for one in items):
        return posts_of(found, names, _facebook(items))
    if any(_is_instagram(one) for one in items):
        return posts_of(found, names, _instagram(items))
    return None


def mended(written: Traced) -> Traced:
    """The text with the letters that were meant; what is no letter in UTF-8 stays as it is."""
    pieces: list[Traced] = []
    at = 0
    for one in _LETTER.finditer(written.text):
        run = written.slice(*one.span())
        try:
            letter = one[0].encode("latin-1").decode()
        except UnicodeDecodeError:
            continue
        pieces += (
            written.slice(at, one.start()),
            Traced.made(letter, run.source_start, run.source_end),
        )
        at = one.end()
    return join([*pieces, written.slice(at, len(written.text))]) if at else written


def _items(root: Node) -> Sequence[Entries]:
    """The items of the list that a file is, or that it holds under its one key (`ig_stories`)."""
    if isinstance(root, Entries):
        lists = [node for _, node in root.pairs if isinstance(node, Items)]
        if len(root.pairs) > 1 or not lists:
            return (root,)
        root = lists[0]
    return [one for one in root.nodes if isinstance(one, Entries)] if isinstance(root, Items) else ()


def _is_facebook(item: Entries) -> bool:
    if not isinstance(item.get("timestamp"), Leaf):
        return False
    said = any(isinstance(one.get("post"), Leaf) for one in entries_of(item, "data"))
    return said or any(_facebook_media(item))


def _is_instagram(item: Entries) -> bool:
    media = entries_of(item, "media") or (item,)
    return all(_has(one, "uri", "creation_timestamp") for one in media)


def _has(item: Entries, *keys: str) -> bool:
    return all(isinstance(item.get(key), Leaf) for key in keys)


def _facebook(items: Iterable[Entries]) -> Iterator[Archived]:
    for item in items:
        post = _begun(item, "facebook", "timestamp")
        _say(post, "post", *(text_of(one, "post") for one in entries_of(item, "data")))
        for one in _facebook_media(item):
            _show(post, one)
            # Facebook writes what is said of an only picture into the post and beside the picture.
            described = mended(text_of(one, "description"))
            if described.text not in post.body.text and not _told(post, described):
                post.beside += texts(Part.CAPTION, "description", [described])
        for data in (one for part in entries_of(item, "attachments") for one in entries_of(part, "data")):
            address = text_of(data, "external_context", "url")
            post.beside += texts(Part.LINK, "url", [address])
            post.beside += texts(Part.TITLE, "link name", [mended(text_of(data, "external_context", "name"))])
        yield post


def _facebook_media(item: Entries) -> Iterator[Entries]:
    for part in entries_of(item, "attachments"):
        for one in entries_of(part, "data"):
            medium = one.get("media")
            if isinstance(medium, Entries) and isinstance(medium.get("uri"), Leaf):
                yield medium


def _instagram(items: Iterable[Entries]) -> Iterator[Archived]:
    for item in items:
        media = entries_of(item, "media") or (item,)
        dated = item if isinstance(item.get("creation_timestamp"), Leaf) else media[0]
        post = _begun(dated, "instagram", "creation_timestamp")
        said = [text_of(item, "title")] if item not in media else []
        _say(post, "title", *said, *(text_of(one, "title") for one in media))
        for one in media:
            _show(post, one)
        yield post


def _begun(item: Entries, channel: str, dated: str) -> Archived:
    post = Archived()
    post.tell("channel", channel)
    post.tell("publish_at", moment(item, dated))
    return post


def _say(post: Archived, name: str, *said: Traced) -> None:
    """The texts of a post, each once: the first is its body."""
    for written in map(mended, said):
        if not written.text.strip() or _told(post, written):
            continue
        if post.body.text:
            post.beside += texts(Part.CAPTION, name, [written])
        else:
            post.body = written


def _told(post: Archived, written: Traced) -> bool:
    return written.text in (post.body.text, *(one.written.text for one in post.beside))


def _show(post: Archived, medium: Entries) -> None:
    source = str(value) if isinstance(leaf := field_of(medium, "uri"), Leaf) and (value := leaf.value) else ""
    post.media.append({"type": "video" if _FILM.search(source) else "image", "source": source})
