"""Letters repeated for stress: `cuuures`, `guaranteeeed`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from socialint.text.disguises.undoing import MOST_WAYS, FoldedText, Undoing
from socialint.text.origins import Edit

TRIPLE = re.compile(r"([^\W\d_])\1\1")
_RUN = re.compile(r"(.)\1*")


def letters_repeated(text: FoldedText) -> Iterator[Undoing]:
    """Words of the rules with a letter three times or more."""
    done = 0
    for found in TRIPLE.finditer(text.text):
        if found.start() < done:
            continue
        start, end = _word_around(text.text, found)
        done = end
        runs = [run.group() for run in _RUN.finditer(text.text, start, end)]
        choices = [(run[:2], run[:1]) if len(run) > 2 else (run,) for run in runs]
        words = text.lexicon.spelled(choices)
        if words:
            ways = [[*_shortened(start, runs, word)] for word in words[:MOST_WAYS]]
            yield Undoing(start, end, ways)


def _word_around(text: str, found: re.Match[str]) -> tuple[int, int]:
    start, end = found.span()
    while start and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    return start, end


def _shortened(start: int, runs: Sequence[str], word: str) -> Iterator[Edit]:
    at = 0
    for run in runs:
        keep = 2 if len(run) > 1 and word[at : at + 2] == run[:2] else 1
        at += keep
        if keep < len(run):
            yield Edit(start + keep, start + len(run), "")
        start += len(run)
