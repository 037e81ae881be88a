"""Two wordings of one message -> what the second says that the first does not."""

from __future__ import annotations

import regex

from socialint.expressions import lazily
from socialint.readers.traced import Traced, join

_ADDRESS = lazily(r"\S*(?:://|www\.|mailto:)\S*")
_WORD = lazily(r"[\p{L}\p{M}\p{N}]+|[%$€£]|\p{So}")
_LINE_END = r"(?:\r\n|\r|\n)"
PARAGRAPHS = lazily(rf"{_LINE_END}\s*{_LINE_END}")
LINES = lazily(_LINE_END)


def only_in(second: Traced, first: str, between: regex.Pattern[str] = PARAGRAPHS) -> Traced:
    """The stretches of `second`, as `between` parts them, whose words do not stand in `first`.

    Case, punctuation, layout and addresses do not count. A stretch is kept or dropped whole, so
    that what is left can be judged in its context.
    """
    said = _words(first)
    kept: list[Traced] = []
    at = 0
    ends = [*(found.span() for found in between.finditer(second.text)), (len(second.text),) * 2]
    for end, following in ends:
        stretch = second.slice(at, end).strip()
        at = following
        if _words(stretch.text) in said:
            continue
        if kept:
            kept.append(Traced.made("\n\n", kept[-1].source_end, stretch.source_start))
        kept.append(stretch)
    return join(kept)


def _words(text: str) -> str:
    """The words of a text, each with a blank on either side; one blank where there is none."""
    return f" {' '.join(_WORD.findall(_ADDRESS.sub(' ', text).casefold()))} ".replace("  ", " ")
