"""JSON lines -> posts, one a line, read one after another when they are asked for.

A row that says nothing but an id, a text and what no reader knows can be passed over without being
read: the standard library parses it, a hundred times as fast as it is read with all its places.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from itertools import count
from typing import NamedTuple

import regex

from socialint.errors import UnreadableDocument
from socialint.model.documents import Document, Part, Post, Source
from socialint.model.rows import Glance, Wanted
from socialint.readers.json_values import after_space, parse
from socialint.readers.names import Columns, Names, Special
from socialint.readers.nodes import MalformedError
from socialint.readers.original import MAX_ROWS, Original, original
from socialint.readers.records import post_of
from socialint.readers.repeated import say_repeated_keys

_LINE_END = regex.compile(r"[\r\n]")
_ONE_A_LINE = "write one JSON object a line"
_SCALARS = frozenset({str, int, float, bool, type(None)})
_MOST_SHAPES = 1000


def read_lines(source: Source, columns: Columns) -> Document:
    """The posts of a JSONL file, one a line; a broken line is unread, the others are read."""
    found = original(source)
    return found.rows(partial(_some_posts, found, Names.of(columns)))


def _some_posts(found: Original, names: Names, wanted: Wanted | None) -> Iterator[Post | Glance]:
    some = False
    for post in posts_of_lines(found, names, wanted):
        some = True
        yield post
    if found.unread and not some:
        raise UnreadableDocument("not JSON lines", hint=_ONE_A_LINE)


def posts_of_lines(found: Original, names: Names, wanted: Wanted | None) -> Iterator[Post | Glance]:
    """The posts of JSON values that follow one another, passing over those that are not wanted."""
    text = found.text
    glances = _Glances(text, names)
    at = after_space(text, 0)
    for number in count(1):
        if at >= len(text):
            return
        if number > MAX_ROWS:
            raise UnreadableDocument(f"more than {MAX_ROWS} lines", hint="split it into several files")
        glance, end = glances.at(at) if wanted else (None, at)
        if glance and wanted and not wanted(glance):
            yield glance
        else:
            post, end = _read(found, names, at)
            if post is not None:
                yield post
        at = end + 1 if text.startswith("\n{", end) else after_space(text, end)


def _read(found: Original, names: Names, at: int) -> tuple[Post | None, int]:
    """The post of the value at an offset, and where the value ends."""
    name = f"line {found.line_of(at)}"
    try:
        node, end = parse(found.text, at)
    except MalformedError as why:
        found.note(f"not JSON: {why}", hint=_ONE_A_LINE, post=name)
        return None, _next_line(found.text, at)
    say_repeated_keys(found, node, name)
    return post_of(found, node, names, name), end


def _next_line(text: str, at: int) -> int:
    found = _LINE_END.search(text, at)
    return found.end() if found else len(text)


class _Shape(NamedTuple):
    """What stands under the keys of a row: its text, its id if it has one, and what no reader knows."""

    body: str
    record: str
    unknown: frozenset[str]


class _Glances:
    """Takes a look at rows; the keys of most are the same as those of the row before."""

    def __init__(self, text: str, names: Names) -> None:
        self._text = text
        self._names = names
        self._parse = json.JSONDecoder(object_pairs_hook=tuple).raw_decode
        self._shapes: dict[tuple[str, ...], _Shape | None] = {}

    def at(self, start: int) -> tuple[Glance | None, int]:
        """What a glance tells of the row that begins there, and where the row ends.

        None where the row has to be read: it is no JSON, does not hold just one text, names a key
        twice, or says what a reader knows.
        """
        try:
            pairs, end = self._parse(self._text, start)
        except (ValueError, RecursionError):
            return None, start
        if type(pairs) is not tuple:
            return None, end
        row = dict(pairs)
        keys = tuple(row)
        shape = self._shapes[keys] if keys in self._shapes else self._shape(keys)
        if shape is None or len(row) < len(pairs):
            return None, end
        body = row[shape.body]
        record = row[shape.record] if shape.record else ""
        if type(body) is not str or not body.strip() or type(record) not in (str, int):
            return None, end
        for key in shape.unknown:
            if type(row[key]) not in _SCALARS:
                return None, end
        record = str(record).strip()
        # Half of a surrogate pair is read as something else.
        return (Glance(record, body, shape.unknown) if record.isprintable() else None), end

    def _shape(self, keys: tuple[str, ...]) -> _Shape | None:
        roles = {key: self._names.role(key) for key in keys}
        bodies = [key for key, role in roles.items() if role is Part.BODY]
        records = [key for key, role in roles.items() if role is Special.ID]
        unknown = frozenset(key for key, role in roles.items() if role is None)
        plain = (
            len(bodies) == 1 and len(records) < 2 and len(unknown) + len(bodies) + len(records) == len(keys)
        )
        if len(self._shapes) >= _MOST_SHAPES:
            self._shapes.clear()
        self._shapes[keys] = shape = _Shape(bodies[0], "".join(records), unknown) if plain else None
        return shape
