"""Bytes of a source -> its text, which every field of the document leads back into."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from socialint.errors import UnreadableDocument
from socialint.expressions import lazily
from socialint.model.documents import Document, Field, Part, Post, Source, Unread, UnreadKind
from socialint.model.places import Landmark, LineIndex, Origin
from socialint.model.rows import Glance, Rows, SoFar, Wanted
from socialint.readers.traced import Traced

MAX_BYTES = 32 * 1024 * 1024
MAX_DEPTH = 100
MAX_ROWS = 1_000_000

# The longer mark first: the one of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What mail programs call Latin-1 or ASCII is read as browsers do: as the wider encoding.
_AS_READ = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "", "ascii": ""}
_CONTROL = lazily(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\x80-\x84\x86-\x9f]")
_TEXT = bytes((*range(0x09, 0x0E), 0x1B, *range(0x20, 0x7F)))
_CONTROLS_ALLOWED = 0.01
_SAVE_AS_UTF8 = "save it again as UTF-8 text"


@dataclass(frozen=True)
class Original:
    """The decoded text of a source or of a part of it, and what was found unreadable so far.

    Offsets count its code points, without a byte order mark. `part` is what people call the part.
    """

    source: Source
    text: str = field(repr=False)
    encoding: str
    lines: LineIndex = field(repr=False)
    unread: dict[Unread, None] = field(default_factory=dict)
    """In the order in which it was come across."""
    part: str = ""

    @property
    def whole(self) -> Traced:
        """All of the text."""
        return Traced.copied(self.text, 0, len(self.text))

    def field(self, part: Part, traced: Traced, label: str = "", landmarks: Sequence[Landmark] = ()) -> Field:
        """A field whose places are those of this text."""
        if self.part and not landmarks:
            landmarks = (Landmark(0, self.part),)
        return Field(part, traced.text, Origin(self.lines, traced.segments, landmarks), label)

    def note(
        self,
        reason: str,
        *,
        hint: str = "",
        post: str = "",
        part: str = "",
        kind: UnreadKind = UnreadKind.PART,
    ) -> None:
        """Put down, once, that something could not be read."""
        self.unread[Unread(self.source.name, post, part, kind, reason, hint)] = None

    def document(self, posts: Sequence[Post]) -> Document:
        """The document, once all its posts are read."""
        return Document(self.source, tuple(posts), tuple(self.unread), self.encoding)

    def rows(self, read: Callable[[Wanted | None], Iterator[Post | Glance]]) -> Document:
        """The document whose posts are read when they are asked for."""
        return Document(self.source, Rows(read), SoFar(self.unread), self.encoding)

    def line_of(self, offset: int) -> int:
        """The line, from 1, in which the character at `offset` stands."""
        return self.lines.position(offset)[0]


def original(source: Source) -> Original:
    """The text of `source`: by its byte order mark, else as strict UTF-8, else as Windows-1252."""
    text, encoding = decode(source.data)
    return Original(source, text, encoding, LineIndex(text))


def decode(data: bytes, declared: str = "") -> tuple[str, str]:
    """The text of some bytes and its encoding; not text at all is an `UnreadableDocument`.

    An encoding that was `declared` is believed before the others if the bytes are such text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _decoded(data[len(mark) :], encoding)
            if text is None:
                raise UnreadableDocument(f"damaged {encoding.upper()} text", hint=_SAVE_AS_UTF8)
            return _checked(text), encoding
    for encoding in filter(None, (_AS_READ.get(declared.lower(), declared), "utf-8", "cp1252")):
        text = _decoded(data, encoding)
        if text is not None:
            return _checked(text), encoding
    raise UnreadableDocument("not text in a known encoding", hint=_SAVE_AS_UTF8)


def encode(text: str, encoding: str, like: bytes) -> bytes:
    """The bytes of a text, with the byte order mark that `like` begins with.

    Raises `UnicodeEncodeError` where the encoding lacks a character.
    """
    mark = next((mark for mark, marked in _MARKS if marked == encoding and like.startswith(mark)), b"")
    return mark + text.encode(encoding)


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (LookupError, ValueError):
        return None


def _checked(text: str) -> str:
    # Bytes are counted in next to no time.
    controls = len(text.encode().translate(None, _TEXT) if text.isascii() else _CONTROL.findall(text))
    if "\0" in text or controls > max(3, len(text) * _CONTROLS_ALLOWED):
        raise UnreadableDocument("not text: it holds bytes that no text has", hint=_SAVE_AS_UTF8)
    return text
