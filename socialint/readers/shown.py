"""A draft that names a picture lying in the same folders -> the draft with the words of that picture.

What is written in a picture is judged with the post that shows it: a disclaimer below it counts for it.
The draft says `media: [{source: img/cup.png}]`, or shows it in Markdown or HTML.
"""

from __future__ import annotations

import hashlib
import posixpath
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from urllib.parse import unquote

import regex

from socialint.errors import UnreadableDocument
from socialint.expressions import lazily
from socialint.model.documents import Document, Field, Part, Post, Source
from socialint.model.findings import Shown
from socialint.model.places import Landmark
from socialint.model.rows import Rows
from socialint.readers import read
from socialint.readers.enclosed import MAX_PICTURES, is_picture

_ADDRESS = lazily(r"[a-z][a-z0-9+.-]*:|//", regex.IGNORECASE)
_AFTER_NAME = lazily(r"[?#].*", regex.DOTALL)
_NO_WORDS = "none"


@dataclass(frozen=True)
class Pictures:
    """The pictures that are checked together with the drafts, by their names."""

    sources: Sequence[Source] = field(default=(), repr=False)

    def shown_in(self, draft: str, address: str) -> Source | None:
        """The picture that a draft of this name means by a path; None where none is known.

        A site's path (`/img/cup.png`) and a bare name (`cup.png`) mean the one picture whose path ends so.
        """
        path = unquote(_AFTER_NAME.sub("", address.strip())).replace("\\", "/")
        beside = posixpath.normpath(posixpath.join(posixpath.dirname(draft), path))
        if beside in self._by_name:
            return self.sources[self._by_name[beside]]
        ending = posixpath.normpath(path).lstrip("/")
        found = [
            at for name, at in self._by_file[posixpath.basename(ending)] if f"/{name}".endswith(f"/{ending}")
        ]
        return self.sources[found[0]] if len(found) == 1 else None

    @cached_property
    def _by_name(self) -> Mapping[str, int]:
        return {source.name: at for at, source in enumerate(self.sources)}

    @cached_property
    def _by_file(self) -> Mapping[str, list[tuple[str, int]]]:
        found: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
        for name, at in self._by_name.items():
            found[posixpath.basename(name)].append((name, at))
        return found


NO_PICTURES = Pictures()


@dataclass(frozen=True, slots=True)
class Illustrated:
    """A document with what is written in the pictures that its posts show.

    Which pictures those are is known when its posts were read.
    """

    document: Document
    seen: Collection[Source] = ()
    """The pictures whose words are in it."""
    asked: Collection[Shown] = ()
    """All pictures that it asks for."""


def with_pictures(document: Document, pictures: Pictures) -> Illustrated:
    """The document with what is written in the pictures that its posts show.

    A picture whose words the draft tells is left to be checked by itself.
    """
    if is_picture(document.source.name):
        return Illustrated(document)
    reading = _Reading(document.source, pictures)
    posts = document.posts
    shown = posts.changed(reading.post) if isinstance(posts, Rows) else [*map(reading.post, posts)]
    return Illustrated(replace(document, posts=shown), reading.seen.values(), reading.asked.values())


class _Reading:
    def __init__(self, draft: Source, pictures: Pictures) -> None:
        self._draft = draft
        self._pictures = pictures
        self._fields: dict[str, Sequence[Field] | None] = {}
        self.seen: dict[str, Source] = {}
        self.asked: dict[str, Shown] = {}
        self._digests: dict[str, str] = {}

    def post(self, post: Post) -> Post:
        """The post with the words of its pictures."""
        media = post.metadata.get("media")
        if not isinstance(media, list):
            return post
        fields: list[Field] = []
        items = []
        for number, item in enumerate(media, start=1):
            found = self._found(item) if isinstance(item, dict) else None
            if found is not None:
                words = "\n".join(one.text for one in found if one.part is Part.IMAGE_TEXT)
                item = {**item, "text": words or _NO_WORDS}
                fields += (_placed(one, f"picture {number}") for one in found)
            items.append(item)
        if not fields and items == media:
            return post
        return replace(post, fields=(*post.fields, *fields), metadata={**post.metadata, "media": items})

    def _found(self, item: Mapping[str, object]) -> Sequence[Field] | None:
        """What is written in the picture that a media item names; None where it was not read."""
        if (
            item.get("type", "image") != "image"
            or item.get("text")
            or not isinstance(item.get("source"), str)
        ):
            return None
        address = str(item["source"])
        if _ADDRESS.match(address):
            return None
        picture = self._pictures.shown_in(self._draft.name, address)
        self.asked[address] = Shown(address, picture.name if picture else "")
        if picture is None:
            return None
        if picture.name not in self._fields:
            if len(self._fields) >= MAX_PICTURES:
                return None
            self._fields[picture.name] = self._read(picture)
        self.asked[address] = Shown(address, picture.name, self._digests.get(picture.name, ""))
        return self._fields[picture.name]

    def _read(self, picture: Source) -> Sequence[Field] | None:
        try:
            self._digests[picture.name] = hashlib.sha256(picture.data).hexdigest()
            document = read(picture)
        except UnreadableDocument:
            return None  # it is told when the picture is checked by itself
        if document.unread:
            return None
        self.seen[picture.name] = picture
        return [one for post in document.posts for one in post.fields]


def _placed(found: Field, where: str) -> Field:
    marks = found.origin.landmarks or (Landmark(0, ""),)
    named = (replace(mark, name=f"{where}, {mark.name}".removesuffix(", ")) for mark in marks)
    return replace(found, origin=replace(found.origin, landmarks=tuple(named)))
