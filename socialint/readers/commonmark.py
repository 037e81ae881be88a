"""CommonMark -> tokens whose every character knows its offset in the text.

markdown-it-py says in which lines a block stands, no more. Two facts make exact places cheap:
each line of a block's content is the end of a line of the file (only its prefix is cut off), and
each piece of inline text passes through `StateInline` while its position is known. So the states
note positions, and the rules that would join pieces are off. These are inner workings of the
library: a new version of it may move them, and the tests hold a corpus of constructs against it.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from socialint.errors import UnreadableDocument
from socialint.readers.original import MAX_DEPTH

AT = "at"
"""Under this key of a token's `meta`: its offset in the content of its block."""
PIECES = "pieces"
"""For a text token: the offset and length, in that content, of each of its pieces."""


@cache
def parser() -> MarkdownIt:
    """CommonMark with tables and strikethrough, noting positions."""
    markdown = MarkdownIt("commonmark", {"maxNesting": MAX_DEPTH})
    markdown.inline = _PlacingInline()
    markdown.block = _CappedBlock()
    markdown.configure("commonmark", {"maxNesting": MAX_DEPTH}).enable(["table", "strikethrough"])
    markdown.inline.ruler2.disable("fragments_join")
    return markdown.disable("text_join")


class _CappedBlock(ParserBlock):
    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803  # theirs
        if state.level >= MAX_DEPTH:  # the library would drop what is nested deeper
            raise UnreadableDocument("nested too deeply to be read")
        super().tokenize(state, startLine, endLine)


class _PlacingInline(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        state = _PlacingState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class _PlacingState(StateInline):
    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._pieces: list[tuple[int, int]] = []
        self._pushed_at = -1
        self._offset = 0

    def append_pending(self, text: str) -> None:
        if not self._pending and not self._pending_buffer:  # also where a rule cut off its last blank
            self._pieces.clear()
        self._pieces.append((self.pos, len(text)))
        super().append_pending(text)

    # The library sets `pos` before it pushes, and moves it afterwards.
    def pushPending(self) -> Token:  # noqa: N802  # theirs
        left = len(self.pending)
        pieces = []
        for at, length in self._pieces:
            pieces.append((at, min(length, left)))
            left -= min(length, left)
        self._pieces.clear()
        token = super().pushPending()
        token.meta[PIECES] = pieces
        return token

    def push(self, ttype: str, tag: str, nesting: Any) -> Token:
        # Runs of markers (`**`, `~~`) are pushed one token after another at the same `pos`.
        if self.pos == self._pushed_at and self.tokens:
            self._offset += len(self.tokens[-1].content)
        else:
            self._pushed_at, self._offset = self.pos, 0
        token = super().push(ttype, tag, nesting)
        token.meta[AT] = self.pos + (self._offset if ttype == "text" else 0)
        return token
