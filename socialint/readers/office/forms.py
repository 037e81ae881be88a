"""The lines of a draft -> what they say of it (“Channel: Instagram”), and the lines of its text.

Copy decks put down above a draft, and below it, what Markdown has in its front matter. A line
counts as that only where it could hardly be the text itself: “Date: Saturday” and “Note: bring
your card” are for readers unless lines around them speak of the channel or the campaign.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import regex

from socialint.model.documents import Part
from socialint.readers.names import Fact, Names, Role, Special, bare
from socialint.readers.nodes import Entries, Leaf, Node
from socialint.readers.traced import Traced

_KEY = regex.compile(r"\s*(\p{L}[\p{L}\p{N}'’ /&()_-]{1,38}?)\s*[:：]\s*")
_MOST_WORDS = 5
_FORM = (Special.AUDIENCE, Special.KIND, Part.BODY, Part.CAPTION)
"""What nobody says to readers, as no fact is; it makes the lines around it a form."""
_SPOKEN = frozenset({"note", "comment", "link", "website", "url"})
"""What also begins a line for readers."""
_ALWAYS = frozenset({Part.ALT_TEXT, Part.IMAGE_TEXT, Part.FIRST_COMMENT})


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a draft; `gap` is what parts it from the one before."""

    written: Traced = field(repr=False)
    gap: str


@dataclass(frozen=True, slots=True)
class Form:
    """What the lines say of the draft, and the lines of its text."""

    entries: Entries = field(repr=False)
    body: Sequence[Line] = field(repr=False)


def form(lines: Sequence[Line], names: Names) -> Form:
    """The lines parted into pairs and text, in their order."""
    keys = [_key(line.written, names) for line in lines]
    head = 0
    while head < len(lines) and keys[head] is not None:
        head += 1
    while head and _role(keys[head - 1]) is None:
        head -= 1
    is_form = any(isinstance(role, Fact) or role in _FORM for role in map(_role, keys[:head]))
    pairs: list[tuple[str, Node]] = []
    body: list[Line] = []
    waiting = ""  # a key alone on its line; what it says stands on the next
    for at, (line, key) in enumerate(zip(lines, keys, strict=True)):
        role = _role(key)
        if key is None or not _counts(key, is_form, at < head):
            if waiting and line.gap:
                pairs.append((waiting, Leaf.of_text(line.written)))
            else:
                body.append(line)
            waiting = ""
            continue
        waiting = ""
        value = line.written.slice(key.after, len(line.written.text)).strip()
        if role in (Part.BODY, Part.CAPTION):
            if value.text:
                body.append(Line(value, line.gap))
        elif value.text:
            pairs.append((key.name, Leaf.of_text(value)))
        else:
            waiting = key.name
    return Form(Entries(tuple(pairs)), body)


@dataclass(frozen=True, slots=True)
class _Key:
    name: str
    role: Role | None
    after: int


def _key(written: Traced, names: Names) -> _Key | None:
    found = _KEY.match(written.text)
    if not found or len(found[1].split()) > _MOST_WORDS:
        return None
    return _Key(found[1], names.role(found[1]), found.end())


def _role(key: _Key | None) -> Role | None:
    return key.role if key is not None else None


def _counts(key: _Key, is_form: bool, in_head: bool) -> bool:
    """Whether a line with such a key is about the draft, and not of its text."""
    if key.role in _ALWAYS:
        return True
    if not is_form or key.role is None:
        return False
    spoken = bare(key.name) in _SPOKEN
    return in_head or ((isinstance(key.role, Part) or key.role is Special.MEDIA) and not spoken)
