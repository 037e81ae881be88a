"""What a draft says to socialint -> waivers: `waive RULE until=2027-01-31 by=WHO -- the reason`.

It stands where a format strips it before anything is published: after `socialint:` in a comment of
Markdown, MDX or HTML, under the key `socialint` in front matter, in a column or key `socialint` of a
record. A note that does not say what a waiver has to is a waiver all the same, with a fault.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import regex

from socialint.expressions import lazily
from socialint.model.documents import Field, Part
from socialint.model.places import Location, Span
from socialint.model.waivers import NO_NAME, Scope, Waiver, says_who
from socialint.readers.hypertext import Beside
from socialint.readers.original import Original
from socialint.readers.traced import Traced

KEY = "socialint"
"""What a comment begins with, and what the key or column is called; the label of a reason."""

Below = Callable[[Traced], "tuple[int, int] | None"]
"""Where the block stands that comes after a comment, in code points of the file; None where none does."""

_COMMENT = lazily(rf"\s*{KEY}\s*:\s*", regex.IGNORECASE)
_NEARLY = lazily(rf"\s*{KEY}\s*[-:]", regex.IGNORECASE)
# Programs make one dash of two hyphens.
_REASON = lazily(r"(?:^|\s)(?:--|[–—])(?:\s|$)")
_RULE = lazily(r"[a-z0-9][a-z0-9-]*")
_DAY = lazily(r"\d{4}-\d{2}-\d{2}")

_OPTIONS = ("for", "until", "by")
_NO_WAIVER = "it does not begin with “waive”"
_NO_RULE = "it names no rule"
_NO_ID = "what it names is no rule; write the id as `socialint rules` does"
_NO_REASON = "it gives no reason; write it at the end, after “--”"
_NO_OPTION = "it has an option that is not known; there are `for=`, `until=` and `by=`"
_TWICE = "it has an option twice"
_NO_SCOPE = "its `for` is none of block, post and file"
_NO_DAY = "its `until` is no day; write it as until=2027-01-31"
_NO_BLOCK = "no block stands below it; put it on a line of its own, above what it is for"
_NOT_HERE = "it is for no block here; write for=post or for=file, or leave it out"


def in_comments(
    found: Original, beside: Sequence[Beside], below: Below
) -> tuple[Sequence[Beside], Sequence[Waiver]]:
    """The texts beside a page without the notes among them, but with their reasons; and the waivers."""
    kept: list[Beside] = []
    waivers: list[Waiver] = []
    for one in beside:
        begun = _COMMENT.match(one.written.text) if one.label == "comment" else None
        if begun is None and not (one.label == "comment" and _NEARLY.match(one.written.text)):
            kept.append(one)
            continue
        note = one.written.slice(begun.end() if begun else 0, len(one.written.text)).strip()
        block = below(one.written)
        stretch = found.field(Part.INTERNAL, one.written).locate(Span(0, len(one.written.text)))
        waivers.append(_waiver(note.text, stretch, Scope.BLOCK, _location(found, block)))
        kept.append(Beside(Part.INTERNAL, _reason(note), KEY))
    return kept, waivers


def in_value(found: Original, written: Traced) -> tuple[Sequence[Field], Sequence[Waiver]]:
    """The waivers that a value says, one a line; and their reasons, as fields that travel with the file."""
    fields: list[Field] = []
    waivers: list[Waiver] = []
    for line in written.split("\n"):
        note = line.strip()
        if note.text:
            place = found.field(Part.INTERNAL, note).locate(Span(0, len(note.text)))
            waivers.append(_waiver(note.text, place, Scope.POST, None))
            fields.append(found.field(Part.INTERNAL, _reason(note), KEY))
    return [one for one in fields if one.text.strip()], waivers


def _location(found: Original, block: tuple[int, int] | None) -> Location | None:
    if block is None:
        return None
    return Location(*found.lines.position(block[0]), *found.lines.position(block[1]))


def _reason(note: Traced) -> Traced:
    """The reason alone, which may name a patient; a note without one is all reason."""
    found = _REASON.search(note.text)
    return note.slice(found.end() if found else 0, len(note.text)).strip()


def _waiver(note: str, location: Location, usual: Scope, block: Location | None) -> Waiver:
    parted = _REASON.search(note)
    head, reason = (note[: parted.start()], note[parted.end() :].strip()) if parted else (note, "")
    words = head.replace(",", " ").split()
    rules = [word for word in words[1:] if "=" not in word]
    pairs = [word.partition("=") for word in words[1:] if "=" in word]
    options = {key: value for key, _, value in pairs}
    fault = _fault(words, rules, reason, options, repeated=len(options) < len(pairs))
    if fault:
        return Waiver(location, reason=reason, fault=fault)
    scope = Scope(options.get("for", usual))
    if scope is Scope.BLOCK and block is None:
        return Waiver(location, reason=reason, fault=_NO_BLOCK if usual is Scope.BLOCK else _NOT_HERE)
    until = date.fromisoformat(options["until"]) if "until" in options else None
    return Waiver(
        location, tuple(dict.fromkeys(rules)), reason, options.get("by", ""), until, scope=scope, block=block
    )


def _fault(
    words: Sequence[str], rules: Sequence[str], reason: str, options: Mapping[str, str], *, repeated: bool
) -> str:
    """What is wrong with a note; it quotes nothing, as anything may stand there."""
    if not words or words[0] != "waive":
        return _NO_WAIVER
    if not rules:
        return _NO_RULE
    if not all(map(_RULE.fullmatch, rules)):
        return _NO_ID
    if not options.keys() <= set(_OPTIONS):
        return _NO_OPTION
    if repeated:
        return _TWICE
    if options.get("for", Scope.POST) not in set(Scope):
        return _NO_SCOPE
    if "until" in options and not _is_day(options["until"]):
        return _NO_DAY
    if "by" in options and not says_who(options["by"]):
        return NO_NAME
    return "" if reason else _NO_REASON


def _is_day(text: str) -> bool:
    if not _DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
