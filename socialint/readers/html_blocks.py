"""A comment in HTML -> the block that comes after it: what a waiver in the comment is for.

Never more than one block, and nothing outside what the comment stands in: where an element is not
closed, its block ends with the first thing in it that begins a line.
"""

from __future__ import annotations

from socialint.readers.hypertext import BLOCKS, SKIPPED, VOID
from socialint.readers.markup import EndTag, Tag, Words, pieces
from socialint.readers.prose import words

_ENDED_BY = {
    "p": BLOCKS,
    "li": words("li"),
    "dt": words("dt dd"),
    "dd": words("dt dd"),
    "option": words("option optgroup"),
    "optgroup": words("optgroup"),
    "td": words("td th tr tbody tfoot"),
    "th": words("td th tr tbody tfoot"),
    "tr": words("tr tbody tfoot"),
    "thead": words("tbody tfoot"),
    "tbody": words("tbody tfoot"),
}
"""Elements that need no closing tag before some others (HTML, 13.1.2.4)."""


def block_after(text: str, at: int, end: int | None = None) -> tuple[int, int] | None:
    """The element, or the text outside any, that begins after the comment which ends at `at`.

    None where what the comment stands in ends before anything comes.
    """
    stop = len(text) if end is None else end
    inside = text[at:stop]
    begun = -1
    broken = 0
    open_now: list[str] = []
    for piece in pieces(inside):
        if isinstance(piece, Tag | EndTag) and piece.name in SKIPPED:
            continue
        is_block = isinstance(piece, Tag | EndTag) and piece.name in BLOCKS
        if begun < 0:
            if isinstance(piece, EndTag) and is_block:
                return None
            if isinstance(piece, Tag) or (isinstance(piece, Words) and _says(inside, piece)):
                begun = piece.start
                if is_block and isinstance(piece, Tag) and piece.name not in VOID:
                    open_now.append(piece.name)
                elif is_block:
                    return at + piece.start, at + piece.end
            continue
        if not open_now:  # a text outside any element
            if is_block:
                return at + begun, at + piece.start
            continue
        if is_block:
            broken = broken or piece.start
            if isinstance(piece, EndTag):
                ended = _closed(open_now, piece)
            else:
                ended = _opened(open_now, piece) if isinstance(piece, Tag) else None
            if ended is not None:
                return at + begun, at + ended
    if begun < 0:
        return None
    return at + begun, at + (broken if open_now and broken else len(inside))


def _says(text: str, piece: Words) -> bool:
    return piece.name not in SKIPPED and bool(text[piece.start : piece.end].strip())


def _closed(open_now: list[str], tag: EndTag) -> int | None:
    """Where the block ends, if it ends with a closing tag."""
    if tag.name not in open_now:
        return tag.start  # of what the block stands in
    while open_now.pop() != tag.name:
        pass
    return None if open_now else tag.end


def _opened(open_now: list[str], tag: Tag) -> int | None:
    """Where the block ends, if an opening tag ends it."""
    if tag.name in VOID:
        return None
    while tag.name in _ENDED_BY.get(open_now[-1], ()):
        open_now.pop()
        if not open_now:
            return tag.start
    open_now.append(tag.name)
    return None
