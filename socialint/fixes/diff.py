"""A rewriting -> what would change, as a unified diff that shows nothing which identifies a person.

It is for reading: with masks in it no program can apply it. Where nobody looks for what identifies a
person, only the words that change are shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

import regex

from socialint.decide.masks import show
from socialint.fixes.draft import Draft
from socialint.fixes.masking import LEFT_OUT, masks
from socialint.fixes.rewriting import Rewriting
from socialint.linter import Linter
from socialint.model.findings import Mask
from socialint.model.places import Span
from socialint.reporters.paint import Paint
from socialint.reporters.safe import safe

_AROUND = 1
"""Lines shown above and below a change: enough to find it, and no more of others than that."""

_LINE_END = regex.compile(r"\r\n|\r|\n")
_WORDS = regex.compile(r"\s+|\w+|[^\w\s]")


def diff(linter: Linter, rewriting: Rewriting, paint: Paint) -> str:
    """The lines of the diff of one file; none where nothing changes."""
    old, new = _Side(linter, rewriting.before), _Side(linter, rewriting.after)
    groups = list(SequenceMatcher(None, old.lines, new.lines, autojunk=False).get_grouped_opcodes(_AROUND))
    if not groups:
        return ""
    old.mask([(group[0][1], group[-1][2]) for group in groups])
    new.mask([(group[0][3], group[-1][4]) for group in groups])
    name = safe(rewriting.before.source.name)
    lines = [paint.bold(f"--- {name}"), paint.bold(f"+++ {name}")]
    for group in groups:
        first, last = group[0], group[-1]
        head = f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@"
        lines.append(paint(head, "36"))
        lines += _hunk(old, new, group, paint)
    return "".join(f"{line}\n" for line in lines)


def _hunk(
    old: _Side, new: _Side, group: Sequence[tuple[str, int, int, int, int]], paint: Paint
) -> Iterator[str]:
    for kind, old_start, old_end, new_start, new_end in group:
        if kind == "equal":
            yield from (f" {safe(line)}" for line in old.shown(old_start, old_end, ()))
            continue
        gone = "\n".join(old.lines[old_start:old_end])
        come = "\n".join(new.lines[new_start:new_end])
        out, into = _changed(gone, come)
        for line in old.shown(old_start, old_end, out):
            yield paint(f"-{safe(line)}", "31")
        for line in new.shown(new_start, new_end, into):
            yield paint(f"+{safe(line)}", "32")


class _Side:
    """A draft as the diff shows it."""

    def __init__(self, linter: Linter, draft: Draft) -> None:
        self._linter = linter
        self._draft = draft
        self._text = draft.text
        ends = list(_LINE_END.finditer(self._text))
        starts = [0, *(one.end() for one in ends)]
        self._spans = [
            Span(start, end)
            for start, end in zip(starts, [*(one.start() for one in ends), len(self._text)], strict=True)
        ]
        self.lines = [self._text[span.start : span.end] for span in self._spans]
        self._masks: Sequence[Mask] = ()

    def mask(self, runs: Sequence[tuple[int, int]]) -> None:
        """Works out what must not be shown of some runs of lines, before they are shown."""
        if self._linter.shows_sentences and not self._linter.settings.show_phi:
            self._masks = masks(self._linter, self._draft, [self._spans[start:end] for start, end in runs])

    def shown(self, start: int, end: int, changed: Sequence[Span]) -> Iterator[str]:
        """The lines from `start` up to `end`; `changed` are the stretches of them, joined, that change."""
        at = 0
        for span in self._spans[start:end]:
            if self._linter.shows_sentences:
                yield show(self._text, span, self._masks)[0]
            else:
                yield _only(self._text[span.start : span.end], at, changed)
            at += len(span) + 1


def _changed(gone: str, come: str) -> tuple[Sequence[Span], Sequence[Span]]:
    """The stretches of both texts that the other does not have, word by word."""
    old, new = _WORDS.findall(gone), _WORDS.findall(come)
    old_at, new_at = _offsets(old), _offsets(new)
    out, into = [], []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            out.append(Span(old_at[a], old_at[b]))
            into.append(Span(new_at[c], new_at[d]))
    return out, into


def _offsets(words: Sequence[str]) -> Sequence[int]:
    found = [0]
    for word in words:
        found.append(found[-1] + len(word))
    return found


def _only(line: str, at: int, changed: Sequence[Span]) -> str:
    """The stretches of a line that change, what is between them left out."""
    own = [
        Span(max(one.start - at, 0), min(one.end - at, len(line)))
        for one in changed
        if one.start - at < len(line) and one.end > at and len(one)
    ]
    edges = [Span(0, 0), *own, Span(len(line), len(line))]
    pieces = [line[one.start : one.end] for one in edges]
    gaps = [LEFT_OUT if line[a.end : b.start].strip() else "" for a, b in pairwise(edges)]
    return "".join(piece + gap for piece, gap in zip(pieces, [*gaps, ""], strict=True))


def _range(start: int, end: int) -> str:
    """A run of lines as a unified diff tells it: the first, and how many if it is not one."""
    length = end - start
    first = start + 1 if length else start
    return str(first) if length == 1 else f"{first},{length}"
