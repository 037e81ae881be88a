"""A file inside another one (an attachment, an embedded picture) -> its posts, named by where it lies.

It is read by the reader for its own type. What cannot be read of it is unread of the outer file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from posixpath import splitext

from socialint.errors import UnreadableDocument
from socialint.model.documents import Document, Post, Source, Unread, UnreadKind
from socialint.readers import READERS, read
from socialint.readers.names import Columns

MAX_PICTURES = 100
"""Pictures of one file that are read."""

_DEEPEST = 12
_PICTURES = frozenset(suffix for suffix, place in READERS.items() if ".pictures." in place)
_SHOWN = ".svg .bmp .avif .psd .ai .png .jpg .jpeg .gif .webp .heic .heif .tif .tiff".split()


def is_picture(name: str) -> bool:
    """Whether there is a reader of pictures for a file of this name."""
    return splitext(name)[1].lower() in _PICTURES


def enclosed(
    outer: Source, place: str, name: str, data: bytes, columns: Columns
) -> tuple[Sequence[Post], Sequence[Unread]]:
    """The posts of the file `name` that lies at `place` in `outer`, and what of it was not read.

    `name` tells the type by its suffix and is not printed: it may be a patient's.
    """
    suffix = PurePosixPath(name).suffix.lower()
    if outer.depth >= _DEEPEST:
        reason, hint = "files are nested too deeply to be read", "hand over the inner file by itself"
        return (), (Unread(outer.name, place, "", UnreadKind.PART, reason, hint),)
    try:
        document = read(Source(f"{outer.name}{suffix}", data, depth=outer.depth + 1), columns)
    except UnreadableDocument as why:
        kind = UnreadKind.IMAGE_TEXT if suffix in _SHOWN else UnreadKind.PART
        return (), (Unread(outer.name, place, "", kind, why.reason, why.hint),)
    return placed(document, outer, place)


def placed(document: Document, outer: Source, place: str) -> tuple[Sequence[Post], Sequence[Unread]]:
    """What was read of a part of `outer`, told as lying at `place` in it."""
    posts = [replace(post, name=_below(place, post.name)) for post in document.posts]
    unread = [replace(one, path=outer.name, post=_below(place, one.post)) for one in document.unread]
    return posts, unread


def _below(place: str, name: str) -> str:
    return f"{place}, {name}" if name else place
