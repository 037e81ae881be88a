"""A comment in Markdown -> the block that comes after it: what a waiver in the comment is for."""

from __future__ import annotations

from collections.abc import Sequence

import regex
from markdown_it.token import Token

from socialint.expressions import lazily
from socialint.readers import html_blocks
from socialint.readers.commonmark import parser
from socialint.readers.markdown_body import FILLER
from socialint.readers.traced import Traced

_LINE = lazily(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
# A comment of MDX is masked.
_BEFORE = lazily(rf"[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?(?:<!--|{FILLER}+)")
_AFTER = lazily(rf"\s*(?:--!?>|{FILLER}+)[ \t]*")
_ONLY_COMMENTS = lazily(rf"(?:\s|{FILLER}|<!--(?:(?!-->).)*-->)*", regex.DOTALL)


def block_after(text: str, start: int, comment: Traced) -> tuple[int, int] | None:
    """The block of the body which begins at `start` that comes next after a comment in it.

    None where other words stand in the lines of the comment, or nothing comes after it.
    """
    spans = [found.span(1) for found in _LINE.finditer(text, start)]
    begin, end = comment.source_start, comment.source_end
    first = next((at for at, span in enumerate(spans) if span[0] <= begin <= span[1]), -1)
    last = next((at for at, span in enumerate(spans) if span[0] <= end <= span[1]), -1)
    if first < 0 or last < 0 or not _BEFORE.fullmatch(text, spans[first][0], begin):
        return None
    if (closing := _AFTER.match(text, end)) is None:
        return None
    last = next((at for at, span in enumerate(spans) if span[0] <= closing.end() <= span[1]), last)
    tokens = parser().parse("\n".join(text[one:other] for one, other in spans), {})
    own = _holding(tokens, first)
    if own is None:
        return None
    token = tokens[own]
    until = token.map[1] if token.map else 0
    if token.type == "html_block":
        inside = html_blocks.block_after(text, closing.end(), spans[until - 1][1])
        if inside is not None:
            return inside
    if closing.end() != spans[last][1]:
        return None
    if token.type != "html_block" and until > last + 1:
        return spans[last + 1][0], spans[until - 1][1]
    return _next(text, spans, tokens, own)


def _holding(tokens: Sequence[Token], line: int) -> int | None:
    """The token of the innermost block that holds a line, if it can hold a comment."""
    held = None
    for at, token in enumerate(tokens):
        can_hold = token.type in ("html_block", "paragraph_open")
        if can_hold and token.map and token.map[0] <= line < token.map[1]:
            held = at
    return held


def _next(
    text: str, spans: Sequence[tuple[int, int]], tokens: Sequence[Token], own: int
) -> tuple[int, int] | None:
    """The next block beside the one of a token."""
    level = tokens[own].level
    for token in tokens[own + 1 :]:
        if token.level < level:
            return None
        if token.level > level or token.nesting < 0 or not token.map or token.type == "inline":
            continue
        block = spans[token.map[0]][0], spans[token.map[1] - 1][1]
        if not _ONLY_COMMENTS.fullmatch(text, *block):
            return block
    return None
