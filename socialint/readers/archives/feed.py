"""WordPress's export (WXR) and other RSS 2.0 feeds (XML) -> posts, one an item.

Of other XML in a folder nothing is said: it is no draft. What readers of a site wrote below a post
(`wp:comment`) is not read.
"""

from __future__ import annotations

import regex

from socialint.errors import UnreadableDocument
from socialint.model.documents import Document, Part, Source
from socialint.readers.archives.archived import Archived, posts_of, texts
from socialint.readers.archives.xml import Element, parse
from socialint.readers.hypertext import hypertext
from socialint.readers.names import Columns, Names
from socialint.readers.nodes import MalformedError
from socialint.readers.original import original
from socialint.readers.prose import words
from socialint.readers.traced import NOTHING, Traced, join

_NOT_SHOWN = regex.compile(
    r"nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|user_request|wp_.*|acf-.*|.*_log"
)
_GONE = words("trash auto-draft")
_SHORTCODE = regex.compile(
    r"\[/?(?:[a-z][\w-]*(?:\s+[\w-]+=(?:\"[^\"\]]*\"|'[^'\]]*'|[^\s\]]+))++|/[a-z][\w-]*|caption|gallery|embed"
    r"|audio|video|playlist)\s*/?\]"
)
_BLOCK = regex.compile(r"\s*/?wp:")
_ALT = "_wp_attachment_image_alt"
_META = (
    (regex.compile(r"(?:^|_)(?:[a-z-]*title)$"), Part.TITLE),
    (regex.compile(r"(?:metadesc|description)$"), Part.DESCRIPTION),
)
_OF_PLUGINS = regex.compile(r"_?(?:yoast|rank_math|aioseo|aioseop|seopress|genesis)_")


def read(source: Source, columns: Columns) -> Document:
    """The posts of a feed; of other XML that was not named outright, none."""
    found = original(source)
    try:
        root = parse(found.text)
    except MalformedError as why:
        if not source.named:
            return found.document(())
        place = f"line {found.line_of(why.offset)}"
        raise UnreadableDocument(f"not XML: {why} in {place}", hint="export it again") from None
    channel = next(root.every("channel"), None)
    if root.name != "rss" or channel is None:
        if source.named:
            raise UnreadableDocument("XML, but no feed or export of a site", hint="export the site as WXR")
        return found.document(())
    items = (one for one in channel.every("item") if _is_shown(one))
    return found.document(tuple(posts_of(found, Names.of(columns), map(_archived, items), "item")))


def _is_shown(item: Element) -> bool:
    kind = item.said("wp:post_type").text
    return not _NOT_SHOWN.fullmatch(kind) and item.said("wp:status").text not in _GONE


def _archived(item: Element) -> Archived:
    post = Archived(item.said("wp:post_id").text or item.said("guid").text)
    written = item.said("content:encoded")
    description = item.said("description")
    if not written.text:
        written, description = description, NOTHING
    page = hypertext(_without_shortcodes(written))
    post.body, post.media = page.body, page.media
    post.beside += texts(Part.TITLE, "title", [hypertext(item.said("title")).body])
    for name, said in (("description", description), ("excerpt", item.said("excerpt:encoded"))):
        post.beside += texts(Part.DESCRIPTION, name, [hypertext(said).body])
    post.beside += (
        one for one in page.beside if one.label != "comment" or not _BLOCK.match(one.written.text)
    )
    for meta in item.every("wp:postmeta"):
        key = meta.said("wp:meta_key").text
        part = _part(key)
        if part is not None:
            post.beside += texts(part, key, [meta.said("wp:meta_value")])
    post.tell("publish_at", item.said("wp:post_date").text.replace("0000-00-00 00:00:00", ""))
    post.tell("publish_at", item.said("pubDate").text)
    return post


def _part(key: str) -> Part | None:
    """The part of a post that a field of WordPress or of its SEO plugins is; None where it is not shown."""
    if key == _ALT:
        return Part.ALT_TEXT
    if not _OF_PLUGINS.match(key):
        return None
    return next((part for pattern, part in _META if pattern.search(key)), None)


def _without_shortcodes(written: Traced) -> Traced:
    """The text without what WordPress puts something else for; what a shortcode is around stays."""
    pieces: list[Traced] = []
    at = 0
    for one in _SHORTCODE.finditer(written.text):
        pieces.append(written.slice(at, one.start()))
        at = one.end()
    return join([*pieces, written.slice(at, len(written.text))]) if at else written
