"""The archive of X (`tweets.js`, `note-tweet.js`) -> posts.

The file is a program that sets one variable to JSON; it is read, never run. Posts that are longer
than X shows at once are cut in `tweets.js` and whole in `note-tweet.js`.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from socialint.errors import UnreadableDocument
from socialint.model.documents import Document, Part, Post, Source
from socialint.readers.archives.archived import Archived, entries_of, field_of, posts_of, text_of, texts
from socialint.readers.json_values import parse
from socialint.readers.markup import decoded
from socialint.readers.names import Columns, Names
from socialint.readers.nodes import Entries, Items, MalformedError, Node
from socialint.readers.original import Original, original

_SETS = regex.compile(r"\s*window\.YTD\.\w+\.part\d+\s*=")
_DATE = regex.compile(r"\w{3} (\w{3} \d\d) (\d\d:\d\d:\d\d) (\+\d{4}) (\d{4})")
_REPOST = regex.compile(r"RT @\w+: ")
_PICTURES = {"photo": "image", "animated_gif": "image", "video": "video"}


def read(source: Source, columns: Columns) -> Document:
    """The posts of the file; private messages and all else that an archive holds are not read."""
    found = original(source)
    sets = _SETS.match(found.text)
    if not sets:
        raise UnreadableDocument("not a file of X's archive", hint="hand over data/tweets.js as X wrote it")
    try:
        root, _ = parse(found.text, sets.end())
    except MalformedError as why:
        place = f"line {found.line_of(why.offset)}"
        raise UnreadableDocument(f"not X's archive: {why} in {place}", hint="ask X for it again") from None
    return found.document(tuple(posts(found, root, Names.of(columns)) or ()))


def posts(found: Original, root: Node, names: Names) -> Iterator[Post] | None:
    """The posts of a list of tweets; None where it is none."""
    items = [one for one in root.nodes if isinstance(one, Entries)] if isinstance(root, Items) else []
    tweets = [tweet for one in items if isinstance(tweet := one.get("tweet"), Entries)]
    notes = [note for one in items if isinstance(note := one.get("noteTweet"), Entries)]
    if not tweets and not notes:
        return None
    return posts_of(found, names, (*map(_tweet, tweets), *map(_note, notes)))


def _tweet(tweet: Entries) -> Archived:
    said = text_of(tweet, "full_text") if field_of(tweet, "full_text") else text_of(tweet, "text")
    post = Archived(text_of(tweet, "id_str").text, body=decoded(said, 0, len(said.text)))
    links = (text_of(one, "expanded_url") for one in entries_of(tweet, "entities", "urls"))
    post.beside += texts(Part.LINK, "expanded_url", links)
    shown = entries_of(tweet, "extended_entities", "media") or entries_of(tweet, "entities", "media")
    for medium in shown:
        kind = _PICTURES.get(text_of(medium, "type").text, "image")
        post.media.append({"type": kind, "source": text_of(medium, "media_url_https").text})
    post.tell("channel", "x")
    post.tell("publish_at", _date(text_of(tweet, "created_at").text))
    if _REPOST.match(said.text):
        post.tell("post_type", "repost")
    return post


def _note(note: Entries) -> Archived:
    post = Archived(text_of(note, "noteTweetId").text, body=text_of(note, "core", "text"))
    links = (text_of(one, "expandedUrl") for one in entries_of(note, "core", "urls"))
    post.beside += texts(Part.LINK, "expandedUrl", links)
    post.tell("channel", "x")
    post.tell("publish_at", text_of(note, "createdAt").text)
    return post


def _date(said: str) -> str:
    """`Wed Oct 10 20:19:24 +0000 2018` in an order that others use, too."""
    found = _DATE.fullmatch(said)
    return f"{found[1]} {found[4]} {found[2]} {found[3]}" if found else said
