"""What there is to check: sources, the documents read from them, their posts and fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from socialint.model.places import LineIndex, Location, Origin, Span
from socialint.model.waivers import Waiver

NOTHING: Mapping[str, object] = MappingProxyType({})


class Part(StrEnum):
    """The name of a field: which part of a post its text is."""

    BODY = "body"
    TITLE = "title"
    ALT_TEXT = "alt_text"
    IMAGE_TEXT = "image_text"
    CAPTION = "caption"
    FIRST_COMMENT = "first_comment"
    LINK = "link"
    POLL = "poll"
    HASHTAGS = "hashtags"
    DESCRIPTION = "description"
    """Summary, meta description, preheader, teaser: shown beside the post, not in it."""
    PARENT = "parent"
    """The text that this post answers; somebody else's words."""
    INTERNAL = "internal"
    """Notes, owner, approver, comments: travels with the file; privacy rules only."""


@dataclass(frozen=True, slots=True)
class Source:
    """Something to check, not yet read.

    `name` is the path as findings show it: relative to the configuration's folder where it lies
    below it, with forward slashes. `named` says that the user named the file outright, so that
    it is checked or reported, never passed over.
    """

    name: str
    data: bytes = field(repr=False)
    named: bool = False
    depth: int = 0
    """How many files it lies inside: an attachment lies in one."""


@dataclass(frozen=True, slots=True)
class Field:
    """One text of a post, exactly as it would be published."""

    part: Part
    text: str = field(repr=False)
    origin: Origin = field(repr=False)
    label: str = ""
    """What the file calls it: a column, a key path; empty where it has no name of its own."""

    @classmethod
    def plain(cls, part: Part, text: str, label: str = "") -> Field:
        """A field whose text is its own source."""
        return cls(part, text, Origin(LineIndex(text)), label)

    def locate(self, span: Span) -> Location:
        """The place of `span`, in code points of this field's text, as an editor shows it."""
        return self.origin.locate(span)


@dataclass(frozen=True, slots=True)
class Post:
    """One thing that would be published.

    `name` is how a person finds it in its file (`row 14`, a record's id), empty for a file that
    is one post. `metadata` is what the file says about it, by the contract's names where a
    reader could map them, values as YAML or JSON gave them.
    """

    name: str
    fields: Sequence[Field]
    metadata: Mapping[str, object] = field(default_factory=lambda: NOTHING, repr=False)
    record: str = ""
    """The record's own id, if it has one: names the post where rows move."""
    waivers: Sequence[Waiver] = ()
    """What the draft says to socialint about this post."""


class UnreadKind(StrEnum):
    """What could not be checked."""

    SOURCE = "source"
    PART = "part"
    METADATA = "metadata"
    LANGUAGE = "language"
    IMAGE_TEXT = "image_text"
    RULE = "rule"


@dataclass(frozen=True, slots=True, order=True)
class Unread:
    """An input that could not be checked; never the same as clean.

    Neither `reason` nor `hint` quotes the post.
    """

    path: str
    post: str
    part: str
    kind: UnreadKind
    reason: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A source that was read: its posts, and what of it could not be read.

    Where the posts are `Rows`, what could not be read is known when all of them were read.
    """

    source: Source
    posts: Sequence[Post]
    unread: Sequence[Unread] = ()
    encoding: str = "utf-8"
    """The encoding found; empty where the file is not text."""

    def whole(self) -> Document:
        """The same, with all posts read and kept."""
        return replace(self, posts=tuple(self.posts), unread=tuple(self.unread))
