"""A sentence and the stretches of it that were matched -> lines in which they are marked.

In colour the words themselves are marked; without colour a line of carets stands below them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from socialint.model.places import Span
from socialint.reporters.paint import Paint
from socialint.reporters.safe import cells, shown

MOST = 320
"""Characters of a sentence that are shown; a longer one is cut around what was matched."""
AROUND = 110


class _Letter(NamedTuple):
    text: str
    marked: bool


_BLANK = _Letter(" ", False)


def marked_lines(sentence: str, marks: Sequence[Span], width: int, paint: Paint) -> list[str]:
    """The sentence in lines of at most `width` columns."""
    lines: list[str] = []
    for line in _wrapped(_letters(sentence, marks), width):
        lines.append("".join(paint.mark(one.text) if one.marked else one.text for one in _runs(line)))
        if not paint.on and any(letter.marked for letter in line):
            carets = "".join(("^" if one.marked else " ") * cells(one.text) for one in line)
            lines.append(carets.rstrip())
    return lines


def _letters(sentence: str, marks: Sequence[Span]) -> list[_Letter]:
    """What is printed, letter by letter, with nothing in it that steers a terminal."""
    start, end = _window(sentence, marks)
    letters = [_Letter("…", False), _BLANK] if start else []
    for at in range(start, end):
        text = shown(sentence[at])
        marked = any(mark.start <= at < mark.end for mark in marks)
        letters.append(_BLANK if text.isspace() else _Letter(text, marked))
    if end < len(sentence.rstrip()):
        letters += [_BLANK, _Letter("…", False)]
    return letters


def _window(sentence: str, marks: Sequence[Span]) -> tuple[int, int]:
    if len(sentence) <= MOST:
        return 0, len(sentence)
    first = min(marks, default=Span(0, 0))
    start = max(0, first.start - AROUND)
    start = sentence.rfind(" ", 0, start) + 1 if start else 0
    end = min(len(sentence), max(start + MOST - AROUND, min(first.end, start + 2 * MOST) + AROUND))
    blank = sentence.find(" ", end)
    return start, blank if 0 <= blank < end + AROUND // 2 else end


def _wrapped(letters: Sequence[_Letter], width: int) -> Iterator[list[_Letter]]:
    line: list[_Letter] = []
    used = 0
    for word in _words(letters):
        size = sum(cells(letter.text) for letter in word)
        if line and used + 1 + size > width:
            yield line
            line, used = [], 0
        if line:
            line.append(_Letter(" ", line[-1].marked and word[0].marked))
            used += 1
        for letter in word:
            if used and used + cells(letter.text) > width:
                yield line
                line, used = [], 0
            line.append(letter)
            used += cells(letter.text)
    if line:
        yield line


def _words(letters: Sequence[_Letter]) -> Iterator[list[_Letter]]:
    word: list[_Letter] = []
    for letter in letters:
        if letter is _BLANK:
            if word:
                yield word
            word = []
        else:
            word.append(letter)
    if word:
        yield word


def _runs(line: Sequence[_Letter]) -> Iterator[_Letter]:
    run = ""
    marked = False
    for letter in line:
        if run and letter.marked is not marked:
            yield _Letter(run, marked)
            run = ""
        run, marked = run + letter.text, letter.marked
    if run:
        yield _Letter(run, marked)
