"""HTML text -> tags, texts and comments with their offsets.

An own tokenizer and not `html.parser`: that one does not say where an attribute stands, raises
on some marked sections, takes quadratic time over unclosed comments, and reads the same text
differently from one release of Python to the next. This one follows the tokenization of the HTML
standard as far as text goes, never fails, and loses nothing: what is no markup is text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from html.entities import html5

import regex

from socialint.expressions import lazily
from socialint.readers.traced import Traced, join

_OPENING = lazily(r"<([a-zA-Z][^\s/>]*+)")
_CLOSING = lazily(r"</([a-zA-Z][^\s/>]*+)")
_ATTRIBUTE = lazily(r"""([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|((?!["'])[^\s>]++)))?+""")
_SHORT = lazily(r"<[^<>]*+>")
_PATIENCE = 5
"""How many tags may run to the end of the text before long ones are no longer looked for."""
# Without the `>` that may follow: `regex` looks ahead, to the end of the text, for a letter that a
# pattern cannot do without, each time it is tried.
_BETWEEN = lazily(r"[\s/]*+")
_COMMENT_END = lazily(r"--!?>")
_RAW = {
    name: lazily(rf"</{name}(?=[\s/>])", regex.IGNORECASE)
    for name in ("script", "style", "xmp", "iframe", "noembed", "noframes", "textarea", "title")
}
_REFERENCE = lazily(r"&(?:#(?:[0-9]{1,10}|[xX][0-9a-fA-F]{1,8});?|([a-zA-Z][a-zA-Z0-9]{1,40})(;?))")


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute and where its value stands, without quotes."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tag:
    """An opening tag."""

    name: str
    attributes: tuple[Attribute, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class EndTag:
    """A closing tag."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """Text between tags; `name` is that of the element if its content is not markup."""

    start: int
    end: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """What stands inside a comment; `closed` says whether it ends before the text does."""

    start: int
    end: int
    closed: bool = True


Piece = Tag | EndTag | Words | Comment


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of `text`, in order."""
    at = begun = 0
    patience = _PATIENCE
    while True:
        at = text.find("<", at)
        piece, after = (None, 0) if at < 0 else _markup(text, at, patient=patience > 0)
        if at >= 0 and piece is None and not after:
            patience -= 1
            at += 1  # a letter like any other
            continue
        if begun < (at if at >= 0 else len(text)):
            yield Words(begun, at if at >= 0 else len(text))
        if at < 0:
            return
        if piece is not None:
            yield piece
        if isinstance(piece, Tag) and piece.name in _RAW:
            closing = _RAW[piece.name].search(text, after)
            end = closing.start() if closing else len(text)
            yield Words(after, end, piece.name)
            after = end
        at = begun = after


def _markup(text: str, at: int, *, patient: bool) -> tuple[Piece | None, int]:
    """The markup that begins at `at`, and where it ends; 0 where none begins."""
    if text.startswith("<!--", at):
        return _comment(text, at)
    if not patient and not _SHORT.match(text, at):
        return None, 0
    if found := _OPENING.match(text, at):
        return _tag(text, at, found)
    if found := _CLOSING.match(text, at):
        end = text.find(">", found.end())
        return (EndTag(found[1].lower(), at, end + 1), end + 1) if end >= 0 else (None, 0)
    if text.startswith(("<!", "</", "<?"), at):
        return _declaration(text, at)
    return None, 0


def _declaration(text: str, at: int) -> tuple[Comment | None, int]:
    """A doctype, which says nothing, or what browsers take for a comment."""
    end = text.find(">", at + 2)
    if end < 0:
        return None, 0
    doctype = text[at + 2 : at + 9].lower() == "doctype"
    return (None if doctype else Comment(at + 2, end)), end + 1


def _comment(text: str, at: int) -> tuple[Comment, int]:
    for empty in ("<!-->", "<!--->"):
        if text.startswith(empty, at):
            return Comment(at + 4, at + 4), at + len(empty)
    found = _COMMENT_END.search(text, at + 4)
    if not found:
        return Comment(at + 4, len(text), closed=False), len(text)
    return Comment(at + 4, found.start()), found.end()


def _tag(text: str, start: int, opening: regex.Match[str]) -> tuple[Tag | None, int]:
    attributes: list[Attribute] = []
    seen = set()
    at = opening.end()
    while True:
        between = _BETWEEN.match(text, at)
        at = between.end() if between else at
        if text.startswith(">", at):
            return Tag(opening[1].lower(), tuple(attributes), start, at + 1), at + 1
        found = _ATTRIBUTE.match(text, at)
        if not found:
            return None, 0  # the text ends inside the tag: not a tag
        group = next((number for number in (2, 3, 4) if found[number] is not None), 0)
        name = found[1].lower()
        if name not in seen:
            value = found.span(group) if group else (found.end(), found.end())
            attributes.append(Attribute(name, *value))
        seen.add(name)
        at = found.end()


def decoded(text: Traced, start: int, end: int, *, attribute: bool = False) -> Traced:
    """What a stretch of HTML text says: each character reference is a run of its own."""
    if text.text.find("&", start, end) < 0:
        return text.slice(start, end)
    found: list[Traced] = []
    for reference in _REFERENCE.finditer(text.text, start, end):
        said, length = _meaning(reference, text.text, attribute)
        if not length:
            continue
        found.append(text.slice(start, reference.start()))
        run = text.slice(reference.start(), reference.start() + length)
        found.append(Traced.made(said, run.source_start, run.source_end))
        start = reference.start() + length
    found.append(text.slice(start, end))
    return join(found)


def _meaning(reference: regex.Match[str], text: str, attribute: bool) -> tuple[str, int]:
    """What a character reference stands for, and how long it is; 0 where it is none."""
    name = reference[1]
    if name is None:
        return unescape(reference[0]), len(reference[0])
    if name + ";" in html5 and reference[2]:
        return html5[name + ";"], len(name) + 2
    for length in range(len(name), 1, -1):
        if name[:length] in html5:  # an old name that needs no semicolon
            following = text[reference.start() + length + 1 : reference.start() + length + 2]
            if attribute and (following == "=" or following.isalnum()):
                return "", 0
            return html5[name[:length]], length + 1
    return "", 0
