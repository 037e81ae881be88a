"""The paragraphs of a Word file -> the same, each knowing what a person calls where it stands.

Word has no lines and no pages that stay. A paragraph is counted from the heading above it, as
headings are counted in Word's own list of them; blank paragraphs do not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from socialint.readers.office.manuscript import Block, Table


def placed(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks in their order: `below heading 2, paragraph 3`, `table 1, row 2, column 3`."""
    headings = paragraphs = tables = 0
    for block in blocks:
        below = f"below heading {headings}, " if headings else ""
        if isinstance(block, Table):
            tables += 1
            for number, row in enumerate(block.rows, start=1):
                for cell in row:
                    for one in cell.paragraphs:
                        one.place = f"table {tables}, row {number}, column {cell.column}"
        elif not block.holds_something:
            continue
        elif block.place:
            block.place = f"{below}{block.place} at paragraph {paragraphs}"
        elif block.level and block.text.strip():
            headings, paragraphs = headings + 1, 0
            block.place = f"heading {headings}"
        else:
            paragraphs += bool(block.text.strip())
            block.place = f"{below}paragraph {max(paragraphs, 1)}"
        yield block
