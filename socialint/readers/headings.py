"""The line above a draft (“Facebook”, “Post 2 – Instagram”) -> which post it begins."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from socialint.expressions import lazily
from socialint.readers.channels import channels, is_channel
from socialint.readers.prose import words

_NOT_ALONE = words("x threads li tt tw pin snap blog email text live")
"""Words of another meaning, too: they name a channel beside a word for a post."""
_NOUNS = words(
    "post posts tweet caption captions copy draft drafts story stories reel reels video carousel script ad ads "
    "option version message pin thread text beitrag bericht publication"
)
_NUMBERED = words("post tweet caption draft story reel ad option version message pin beitrag bericht #")
_BETWEEN = words("and & + / , – — - | for the our : ( ) und en et")
_TOKEN = lazily(
    r"google business profile|google business|[\p{L}\p{M}]+|\p{N}+|[^\s\p{L}\p{N}]", regex.IGNORECASE
)
_TITLED = lazily(r"(?P<head>[\p{L}#]+\s*#?\s*\d{1,3})\s*(?:[:–—|]|\s-)\s*(?P<title>\S.*)", regex.DOTALL)
_INLINE = lazily(r"(?P<head>[^:\n]{1,40}):\s+(?P<rest>\S.*)", regex.DOTALL)
_LONGEST = 60
_SENTENCE = 6
"""Words from which on what follows “Facebook:” in the same line is a draft, and not an address."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a line says of the draft below it; `rest` is where in it the draft's own words begin."""

    number: int | None
    channels: tuple[str, ...]
    rest: int


def announced(line: str, *, level: int = 0, strong: bool = False) -> Heading | None:
    """The draft that a line begins; None where it begins none.

    A heading does (its `level` counts from 1), a line in bold, one that ends with a colon, and one that
    has a number.
    """
    text = line.strip()
    if not text:
        return None
    start = len(line) - len(line.lstrip())
    apart = bool(level or strong)
    inline = _INLINE.fullmatch(text)
    if inline and not level and len(inline["rest"].split()) >= _SENTENCE:
        head = _heading(inline["head"], start + inline.start("rest"))
        return head if head is not None else _titled(text, start, apart)
    if len(text) > _LONGEST or "\n" in text:
        return _titled(text, start, apart)
    whole = _heading(text, len(line))
    if whole is None:
        return _titled(text, start, apart)
    told = apart or text.endswith(":") or whole.number is not None
    return whole if told else None


def _titled(text: str, start: int, apart: bool) -> Heading | None:
    """“Post 3: Flu clinic”, where it is set apart."""
    found = _TITLED.fullmatch(text)
    if not found or not apart or len(text) > 2 * _LONGEST:
        return None
    return _heading(found["head"], start + found.start("title"))


def _heading(text: str, rest: int) -> Heading | None:
    """The heading that a text is from end to end."""
    number = None
    named: list[str] = []
    previous = noun = ""
    tokens = [token.casefold() for token in _TOKEN.findall(text)]
    for token in tokens:
        if token.isdecimal():
            if previous not in _NUMBERED or number is not None or len(token) > 3:
                return None
            number = int(token)
        elif token in _NOUNS:
            noun = token
        elif is_channel(token):
            named.append(token)
        elif token not in _BETWEEN and token != "#":
            return None
        previous = "#" if token == "#" and previous in _NUMBERED else token
    if all(one in _NOT_ALONE for one in named) and not noun and len(tokens) > 1:
        named = []
    if not named and number is None:
        return None
    return Heading(number, tuple(dict.fromkeys(name for one in named for name in channels(one))), rest)
