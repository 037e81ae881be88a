"""JSON and JSONL -> posts: one a record, those of an archive, or every text of any other document."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import regex

from socialint.errors import UnreadableDocument
from socialint.model.documents import Document, Post, Source
from socialint.readers.archives import ARCHIVES
from socialint.readers.json_values import after_space, parse
from socialint.readers.names import Columns, Names
from socialint.readers.nodes import MalformedError
from socialint.readers.original import MAX_ROWS, Original, original
from socialint.readers.records import post_of, posts_of
from socialint.readers.repeated import say_repeated_keys

_LINE_END = regex.compile(r"[\r\n]")
_ONE_A_LINE = "write one JSON object a line"


def read(source: Source, columns: Columns) -> Document:
    """The posts of a JSON file; one that holds JSON lines is read as such."""
    found = original(source)
    names = Names.of(columns)
    if not found.text.strip():
        return found.document(())
    try:
        node, end = parse(found.text)
    except MalformedError as why:
        place = f"line {found.line_of(why.offset)}"
        raise UnreadableDocument(f"not JSON: {why} in {place}", hint="mend it there") from None
    if after_space(found.text, end) < len(found.text):
        return found.document(tuple(_posts_of_lines(found, names)))
    archived = next(filter(None, (posts(found, node, names) for posts in ARCHIVES)), None)
    if archived is not None:
        return found.document(tuple(archived))
    say_repeated_keys(found, node)
    return found.document(tuple(posts_of(found, node, names)))


def read_lines(source: Source, columns: Columns) -> Document:
    """The posts of a JSONL file, one a line; a broken line is unread, the others are read."""
    found = original(source)
    posts = tuple(_posts_of_lines(found, Names.of(columns)))
    if found.unread and not posts:
        raise UnreadableDocument("not JSON lines", hint=_ONE_A_LINE)
    return found.document(posts)


def _posts_of_lines(found: Original, names: Names) -> Iterator[Post]:
    at = after_space(found.text, 0)
    for number in count(1):
        if at >= len(found.text):
            return
        if number > MAX_ROWS:
            raise UnreadableDocument(f"more than {MAX_ROWS} lines", hint="split it into several files")
        name = f"line {found.line_of(at)}"
        try:
            node, end = parse(found.text, at)
        except MalformedError as why:
            found.note(f"not JSON: {why}", hint=_ONE_A_LINE, post=name)
            end = _next_line(found.text, at)
        else:
            say_repeated_keys(found, node, name)
            post = post_of(found, node, names, name)
            if post is not None:
                yield post
        at = after_space(found.text, end)


def _next_line(text: str, at: int) -> int:
    found = _LINE_END.search(text, at)
    return found.end() if found else len(text)
