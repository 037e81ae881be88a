"""Text of a post -> text that is safe to print: nothing in it can steer a terminal, or a job of GitHub Actions."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType

from socialint.expressions import lazily

_STEERING = frozenset("\u061c\u200e\u200f\u2028\u2029\ufeff") | frozenset(
    map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
)
"""Characters that turn or break a line without being seen."""


def safe(text: str) -> str:
    """The text on one line, with what would steer a terminal written out by its number."""
    return "".join(map(shown, text))


def shown(character: str) -> str:
    """What is printed for a character."""
    if character in "\t\n\r":
        return " "
    if character.isascii():
        return character if character.isprintable() else f"\\x{ord(character):02x}"
    if character in _STEERING or unicodedata.category(character) in ("Cc", "Cs"):
        return f"\\u{ord(character):04x}"
    return character


_COMMAND = lazily(r"(?<=(?:\A|[\r\n])\s*):(?=:)|#(?=#\[)")
"""Where a workflow command begins: a line with `::` after any blanks, or `##[` anywhere in a line.

As the runner reads what a step prints (actions/runner, `src/Runner.Common/ActionCommand.cs`).
"""


def _by_number(mark: str) -> str:
    return f"\\x{ord(mark):02x}"


def _in_json(mark: str) -> str:
    return f"\\u{ord(mark):04x}"


def _in_markup(mark: str) -> str:
    return f"&#{ord(mark)};"


_ESCAPES: Mapping[str, Callable[[str], str]] = MappingProxyType(
    dict.fromkeys(("json", "jsonl", "sarif", "gitlab", "rdjsonl"), _in_json)
    | dict.fromkeys(("html", "junit", "markdown"), _in_markup)
)
"""How a format writes a character so that it still means itself; others write it out by its number."""

COMMANDS = "github"
"""The format that is workflow commands, and has its own care for what stands in them."""


def defused(text: str, format_name: str = "text") -> str:
    """A text in a format, with no workflow command of GitHub Actions in it: a draft could hold one."""
    if format_name == COMMANDS:
        return text
    escape = _ESCAPES.get(format_name, _by_number)
    return _COMMAND.sub(lambda found: escape(found[0]), text)


def cells(text: str) -> int:
    """How many columns of a terminal the text fills."""
    if text.isascii():
        return len(text)
    return sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
