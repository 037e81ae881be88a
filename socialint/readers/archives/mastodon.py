"""The archive of Mastodon (`outbox.json`, ActivityStreams 2.0) -> posts; what was boosted is not among them."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.model.documents import Part, Post
from socialint.readers.archives.archived import Archived, entries_of, field_of, posts_of, text_of, texts
from socialint.readers.hypertext import hypertext
from socialint.readers.names import Names
from socialint.readers.nodes import Entries, Leaf, Node
from socialint.readers.original import Original


def posts(found: Original, root: Node, names: Names) -> Iterator[Post] | None:
    """The posts of an outbox; None where the file is none."""
    said = (text_of(root, "type").text, field_of(root, "@context") is not None)
    if said != ("OrderedCollection", True):
        return None
    return posts_of(found, names, map(_archived, _notes(root)))


def _notes(root: Node) -> Iterator[Entries]:
    for activity in entries_of(root, "orderedItems"):
        note = activity.get("object")
        if isinstance(note, Entries) and isinstance(note.get("content"), Leaf):
            yield note


def _archived(note: Entries) -> Archived:
    page = hypertext(text_of(note, "content"))
    post = Archived(text_of(note, "id").text, body=page.body)
    # Hashtags and names are links as well: they stand in the text, and lead to the server.
    own = (one for one in page.beside if one.part is not Part.LINK or not _is_tag(one.written.text))
    post.beside = [*own, *texts(Part.DESCRIPTION, "summary", [text_of(note, "summary")])]
    for option in (*entries_of(note, "oneOf"), *entries_of(note, "anyOf")):
        post.beside += texts(Part.POLL, "option", [text_of(option, "name")])
    for medium in entries_of(note, "attachment"):
        alt = text_of(medium, "name")
        kind = text_of(medium, "mediaType").text.partition("/")[0] or "image"
        item: dict[str, object] = {"type": kind, "source": text_of(medium, "url").text}
        if alt.text.strip():
            item["alt"] = alt.text
        post.media.append(item)
        post.beside += texts(Part.ALT_TEXT, "name", [alt])
    post.tell("channel", "mastodon")
    post.tell("publish_at", text_of(note, "published").text)
    return post


def _is_tag(address: str) -> bool:
    return "/tags/" in address or "/@" in address
