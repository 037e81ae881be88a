"""Markdown and MDX, with front matter -> one post, or several where the text says that it holds several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from socialint.model.documents import Document, Part, Post, Source
from socialint.readers import merge_tags, shortcodes
from socialint.readers.frontmatter import FrontMatter, front_matter
from socialint.readers.hypertext import Beside, fields_of
from socialint.readers.markdown_blocks import block_after
from socialint.readers.markdown_body import read_body
from socialint.readers.markdown_drafts import Draft, drafts
from socialint.readers.mdx import masked
from socialint.readers.names import Columns, Names
from socialint.readers.original import Original, original
from socialint.readers.record import read_record
from socialint.readers.repeated import say_repeated_keys
from socialint.readers.waivers import in_comments


def read(source: Source, columns: Columns) -> Document:
    """The file as posts: front matter is metadata and texts, the rest is the body."""
    found = original(source)
    head = front_matter(found)
    return _document(found, head, Names.of(columns), found.text)


def read_mdx(source: Source, columns: Columns) -> Document:
    """The file as posts, without its imports, exports and expressions."""
    found = original(source)
    head = front_matter(found)
    text, comments = masked(found.text, head.body)
    return _document(found, head, Names.of(columns), text, comments)


def _document(
    found: Original, head: FrontMatter, names: Names, text: str, comments: Sequence[Beside] = ()
) -> Document:
    say_repeated_keys(found, head.entries)
    several = drafts(found, head, text, names)
    return found.document(tuple(filter(None, (_post(found, names, text, one, comments) for one in several))))


def _post(found: Original, names: Names, text: str, draft: Draft, comments: Sequence[Beside]) -> Post | None:
    body = read_body(text[: draft.end], draft.start)
    for reason in body.unread:
        found.note(reason, hint="close it", post=draft.name)
    inside = (one for one in comments if draft.start <= one.written.source_start < draft.end)
    comments, waivers = in_comments(
        found,
        [*body.beside, *inside],
        lambda comment: block_after(text[: draft.end], draft.start, comment),
    )
    beside = [*comments, *shortcodes.told(text[: draft.end], draft.start)]
    fields = fields_of(found, merge_tags.shown(body.text).strip(), beside)
    if draft.only_headings:
        fields = [
            replace(one, part=Part.INTERNAL, label="heading") if one.part is Part.BODY else one
            for one in fields
        ]
    return read_record(
        found,
        draft.head,
        names,
        draft.name,
        shared=draft.shared,
        body=fields,
        media=body.media,
        waivers=waivers,
    )
