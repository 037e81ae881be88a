"""`.tweet` (twitter-together) -> posts: one, or those of a thread, which a line of `---` parts.

Each may have front matter (`media`, `poll`, `reply`); lines of `( ) option` at the end are a poll.
The text is plain: it is posted as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from socialint.model.documents import Document, Field, Part, Source
from socialint.readers.frontmatter import front_matter_at
from socialint.readers.names import Columns, Names
from socialint.readers.nodes import Entries, Leaf
from socialint.readers.original import Original, original
from socialint.readers.record import read_record
from socialint.readers.repeated import say_repeated_keys
from socialint.readers.traced import NOTHING, Traced

_PARTING = regex.compile(r"^---[ \t]*(?:\r\n|\r|\n|\Z)", regex.MULTILINE)
_OPTION = regex.compile(
    r"^[ \t]*\([ \t]?\)[ \t]+(?P<said>\S[^\r\n]*?)[ \t]*(?:\r\n|\r|\n|\Z)", regex.MULTILINE
)


def read(source: Source, columns: Columns) -> Document:
    """The posts of the file, in their order."""
    found = original(source)
    names = Names.of(columns)
    parts = list(_parts(found))
    posts = []
    for number, (entries, written) in enumerate(parts, start=1):
        say_repeated_keys(found, entries)
        thread = (("thread", Leaf("tweet", NOTHING)), ("position", Leaf(number, NOTHING)))
        told = Entries((*entries.pairs, ("channel", Leaf("x", NOTHING)), *(thread if len(parts) > 1 else ())))
        name = f"post {number}" if len(parts) > 1 else ""
        post = read_record(found, told, names, name, body=list(_fields(found, written)))
        if post is not None:
            posts.append(post)
    return found.document(tuple(posts))


def _parts(found: Original) -> Iterator[tuple[Entries, Traced]]:
    """The front matter and the text of each post."""
    at = 0
    while at < len(found.text):
        head = front_matter_at(found, at)
        parting = _PARTING.search(found.text, head.body)
        end = parting.start() if parting else len(found.text)
        written = Traced.copied(found.text, head.body, end).strip()
        if written.text.strip() or head.entries.pairs:
            yield head.entries, written
        at = parting.end() if parting else end


def _fields(found: Original, written: Traced) -> Iterator[Field]:
    options = list(_OPTION.finditer(written.text))
    start = options[0].start() if options else len(written.text)
    body = written.slice(0, start).strip()
    if body.text.strip():
        yield found.field(Part.BODY, body)
    for one in options:
        yield found.field(Part.POLL, written.slice(*one.span("said")), "option")
