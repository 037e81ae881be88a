"""Markdown and MDX, with front matter -> one post."""

from __future__ import annotations

from socialint.model.documents import Document, Source
from socialint.readers import merge_tags
from socialint.readers.frontmatter import FrontMatter, front_matter
from socialint.readers.hypertext import fields_of
from socialint.readers.markdown_body import Body, read_body
from socialint.readers.mdx import masked
from socialint.readers.names import Columns, Names
from socialint.readers.original import Original, original
from socialint.readers.record import read_record
from socialint.readers.repeated import say_repeated_keys


def read(source: Source, columns: Columns) -> Document:
    """The file as one post: front matter is metadata and texts, the rest is the body."""
    found = original(source)
    head = front_matter(found)
    return _document(found, head, Names.of(columns), read_body(found.text, head.body))


def read_mdx(source: Source, columns: Columns) -> Document:
    """The file as one post, without its imports, exports and expressions."""
    found = original(source)
    head = front_matter(found)
    text, comments = masked(found.text, head.body)
    body = read_body(text, head.body)
    body.beside += comments
    return _document(found, head, Names.of(columns), body)


def _document(found: Original, head: FrontMatter, names: Names, body: Body) -> Document:
    say_repeated_keys(found, head.entries)
    for reason in body.unread:
        found.note(reason, hint="close it")
    fields = fields_of(found, merge_tags.shown(body.text), body.beside)
    post = read_record(found, head.entries, names, body=fields, media=body.media)
    return found.document((post,) if post is not None else ())
