"""MDX text -> the same text with fillers where there is code, so that every offset stays."""

from __future__ import annotations

import regex

from socialint.expressions import lazily
from socialint.model.documents import Part
from socialint.readers.hypertext import Beside
from socialint.readers.markdown_body import FILLER
from socialint.readers.traced import Traced

_MODULE = lazily(
    r"^(?:import\s+(?:[^\r\n]*?\s+from\s+)?['\"{*]|import\s+\w[\w\s,{}*]*\s+from\s|"
    r"export\s+(?:default|const|let|var|function|class|async|\{|\*))"
    r"[^\r\n]*(?:\r?\n(?![ \t]*\r?$)[^\r\n]+)*",
    regex.MULTILINE,
)
_TOKEN = lazily(
    r"""\{|\}|/\*.*?\*/|"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*'|`(?:[^`\\]|\\.)*`""", regex.DOTALL
)
_COMMENT = lazily(r"\{\s*/\*(.*?)\*/\s*\}", regex.DOTALL)
_NOT_A_BREAK = lazily(r"[^\r\n]")


def masked(text: str, start: int) -> tuple[str, list[Beside]]:
    """`text` with fillers for its code from `start` on, and the comments in that."""
    stretches = [found.span() for found in _MODULE.finditer(text, start)]
    comments = []
    for begin, end in _expressions(text, start):
        stretches.append((begin, end))
        if comment := _COMMENT.fullmatch(text, begin, end):
            comments.append(Beside(Part.INTERNAL, Traced.copied(text, *comment.span(1)), "comment"))
    pieces = []
    at = 0
    for begin, end in sorted(stretches):
        if begin >= at:
            pieces += [text[at:begin], _NOT_A_BREAK.sub(FILLER, text[begin:end])]
            at = end
    return "".join([*pieces, text[at:]]), comments


def _expressions(text: str, start: int) -> list[tuple[int, int]]:
    """The stretches in braces; a brace that is never closed is a letter like any other."""
    found = []
    at = text.find("{", start)
    while at >= 0:
        end = _closing(text, at)
        if end:
            found.append((at, end))
        elif end == 0:
            break
        at = text.find("{", end)
    return found


def _closing(text: str, at: int) -> int:
    """Where the expression ends that begins at `at`; 0 if it does not."""
    depth = 0
    for token in _TOKEN.finditer(text, at):
        depth += {"{": 1, "}": -1}.get(token[0], 0)
        if not depth:
            return token.end()
    return 0
