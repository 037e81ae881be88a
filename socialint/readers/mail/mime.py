"""The bytes of an e-mail -> its subject and its leaf parts, decoded, in order."""

from __future__ import annotations

import email
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.errors import (
    CloseBoundaryNotFoundDefect,
    HeaderParseError,
    InvalidBase64CharactersDefect,
    InvalidBase64LengthDefect,
    InvalidBase64PaddingDefect,
)
from email.header import decode_header
from email.message import Message
from email.utils import collapse_rfc2231_value

import regex

from socialint.errors import UnreadableDocument
from socialint.readers.original import decode
from socialint.readers.prose import words

MAX_PARTS = 500
_HEADERS = words("from to cc subject date message-id mime-version content-type received return-path x-unsent")
_DAMAGED = (InvalidBase64CharactersDefect, InvalidBase64LengthDefect, InvalidBase64PaddingDefect)
_FOLDED = regex.compile(r"\s*[\r\n]+\s*")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A part that holds no others, or a whole message inside the message."""

    type: str
    name: str = field(repr=False)
    data: bytes = field(repr=False)
    charset: str
    attached: bool
    cid: str = ""
    damaged: bool = False


@dataclass(frozen=True, slots=True)
class Mail:
    """A message; `cut_off` says that its end is missing."""

    subject: str = field(repr=False)
    leaves: tuple[Leaf, ...]
    cut_off: bool


def parsed(data: bytes) -> Mail:
    """The message; what has no header of a message is an `UnreadableDocument`."""
    message = email.message_from_bytes(data.lstrip(b"\r\n \t"))
    if not any(name.lower() in _HEADERS for name in message.keys()):  # noqa: SIM118 - not a mapping
        raise UnreadableDocument("not an e-mail", hint="save the message again as .eml")
    leaves = []
    for leaf in _leaves(message):
        leaves.append(leaf)
        if len(leaves) > MAX_PARTS:
            raise UnreadableDocument(f"more than {MAX_PARTS} parts", hint="save its parts as files")
    cut_off = any(
        isinstance(one, CloseBoundaryNotFoundDefect) for part in message.walk() for one in part.defects
    )
    return Mail(_header(message, "subject"), tuple(leaves), cut_off)


def _leaves(message: Message) -> Iterator[Leaf]:
    if message.is_multipart() and message.get_content_maintype() != "message":
        for part in message.get_payload():
            if isinstance(part, Message):
                yield from _leaves(part)
    elif message.is_multipart():  # a forwarded message, or a report with one
        for part in message.get_payload():
            if isinstance(part, Message):
                data = _bytes(part)
                yield Leaf("message/rfc822", "message.eml", data, "", attached=True, damaged=not data)
    else:
        yield _leaf(message)


def _leaf(part: Message) -> Leaf:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    disposition = str(part.get("content-disposition", "")).strip().lower()
    name = _filename(part)
    kind = part.get_content_type()
    attached = disposition.startswith("attachment") or bool(name) or part.get_content_maintype() != "text"
    return Leaf(
        type=kind,
        name=name,
        data=data,
        charset=_charset(part),
        attached=attached and not kind.startswith("multipart/"),
        cid=str(part.get("content-id", "")).strip(" <>\t\r\n"),
        damaged=any(isinstance(one, _DAMAGED) for one in part.defects),
    )


def _bytes(message: Message) -> bytes:
    try:
        return message.as_bytes()
    except (LookupError, UnicodeError, HeaderParseError):
        return b""


def _charset(part: Message) -> str:
    try:
        return part.get_content_charset("")
    except (LookupError, UnicodeError):
        return ""


def _filename(part: Message) -> str:
    try:
        name = part.get_param("filename", None, "content-disposition") or part.get_param("name")
        return _words(collapse_rfc2231_value(name).strip()) if name else ""
    except (LookupError, UnicodeError, TypeError, ValueError):
        return ""


def _header(message: Message, name: str) -> str:
    value = message.get(name)
    return _words(value).strip() if value is not None else ""


def _words(value: object) -> str:
    """A header in plain words, its encoded words decoded and its folded lines joined."""
    unfolded = _FOLDED.sub(" ", value) if isinstance(value, str) else value
    try:
        pieces = decode_header(unfolded)  # type: ignore[arg-type]  # also a Header
    except (HeaderParseError, ValueError):
        pieces = [(str(unfolded), None)]
    said = []
    for piece, charset in pieces:
        raw = piece if isinstance(piece, bytes) else piece.encode("utf-8", "surrogateescape")
        try:
            said.append(decode(raw, charset or "")[0])
        except UnreadableDocument:
            said.append(raw.decode("utf-8", "replace"))
    return _FOLDED.sub(" ", "".join(said))
