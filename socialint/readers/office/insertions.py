"""Files inside a Word or PowerPoint file: a picture -> what is written in it, any other -> its posts.

What stands in a picture belongs to the post that shows it. A picture that is shown several times is
read once; no more than `MAX_PICTURES` are, and the words of the others are unread, as are those of
a picture that cannot be read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from socialint.errors import UnreadableDocument
from socialint.model.documents import Part, Post, Source, Unread, UnreadKind
from socialint.readers.enclosed import MAX_PICTURES, enclosed, is_picture
from socialint.readers.names import Columns
from socialint.readers.office.manuscript import Aside
from socialint.readers.office.package import Package, Relation

MAX_FILES = 20
ELSEWHERE = ("a file that was put into the document was not read", "check it as a file of its own")
"""What is said of a file inside the file, and the next step."""

_PICTURE = "picture"
_NO_WORDS = "none"


@dataclass
class Insertions:
    """The files inside one file, as far as they were come across; `posts` are those of the ones read."""

    package: Package
    source: Source
    columns: Columns
    posts: list[Post] = field(default_factory=list, repr=False)
    unread: dict[Unread, None] = field(default_factory=dict)
    _pictures: dict[str, tuple[Sequence[Aside], str]] = field(default_factory=dict, repr=False)
    _files: set[str] = field(default_factory=set)

    def picture(self, item: dict[str, object], relation: Relation | None) -> Sequence[Aside]:
        """What is written in a picture and in its file; its words go to the media `item` as well."""
        if relation is None or relation.external or not self.package.has(relation.target):
            return ()
        if not is_picture(relation.target):
            return ()
        if relation.target not in self._pictures:
            if len(self._pictures) >= MAX_PICTURES:
                return ()
            self._pictures[relation.target] = self._read_picture(relation.target)
        asides, words = self._pictures[relation.target]
        if words:
            item["text"] = words
        return asides

    def _read_picture(self, part: str) -> tuple[Sequence[Aside], str]:
        """The texts of a picture, and its words, `none` if there are none; empty if nobody read them."""
        try:
            posts, unread = enclosed(self.source, _PICTURE, part, self.package.bytes(part), self.columns)
        except UnreadableDocument:
            return (), ""
        fields = [one for post in posts for one in post.fields]
        asides = [Aside(one.part, one.text, one.label or _PICTURE) for one in fields]
        words = "\n".join(one.text for one in fields if one.part is Part.IMAGE_TEXT)
        return asides, "" if unread else words or _NO_WORDS

    def file(self, relation: Relation | None) -> None:
        """Read a file that was put into the document, once, and not what lies inside that again."""
        if relation is None or relation.external or not self.package.has(relation.target):
            self.say(*ELSEWHERE)
            return
        if relation.target in self._files:
            return
        self._files.add(relation.target)
        suffix = PurePosixPath(relation.target).suffix
        # What other programs put in is packed once more (`.bin`).
        if suffix in ("", ".bin") or self.source.depth or len(self._files) > MAX_FILES:
            self.say(*ELSEWHERE)
            return
        place = f"inserted file {len(self._files)} ({suffix.removeprefix('.')})"
        try:
            data = self.package.bytes(relation.target)
        except UnreadableDocument as why:
            self.unread[Unread(self.source.name, place, "", UnreadKind.PART, why.reason, why.hint)] = None
            return
        posts, unread = enclosed(self.source, place, relation.target, data, self.columns)
        self.posts += posts
        self.unread |= dict.fromkeys(unread)

    def say(self, reason: str, hint: str, kind: UnreadKind = UnreadKind.PART, part: str = "") -> None:
        """Put down that something could not be read."""
        self.unread[Unread(self.source.name, "", part, kind, reason, hint)] = None
