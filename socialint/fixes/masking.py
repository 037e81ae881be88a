"""Lines of a draft -> what must not be shown of them: what identifies a person, and what no post says.

Nobody looks for persons in a record's id or in the name of a file's key.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile

import regex

from socialint.fixes.draft import Draft
from socialint.linter import Linter
from socialint.model.documents import Document, Field, Post
from socialint.model.findings import Mask
from socialint.model.places import Segment, Span

LEFT_OUT = "…"
_LETTERS = regex.compile(r"[\p{L}\p{N}](?:.*[\p{L}\p{N}])?", regex.DOTALL)


def masks(linter: Linter, draft: Draft, runs: Sequence[Sequence[Span]]) -> Sequence[Mask]:
    """The stretches of the file's text that are not to be shown, in order, for these runs of lines."""
    found: list[Mask] = []
    said: list[Span] = []
    for one, own in linter.masks(_touching(draft, runs)):
        if _is_of(draft, one):
            found += (Mask(one.origin.source(mask.span), mask.shown) for mask in own)
            said += (
                Span(run.source, run.source + run.source_length)
                for run in one.origin.segments
                if _says(draft.text, one, run)
            )
    gaps = _gaps(sorted(said), len(draft.text))
    found += (Mask(span, LEFT_OUT) for run in runs for span in _unsaid(draft.text, gaps, run))
    return _joined(found)


def _says(text: str, one: Field, run: Segment) -> bool:
    """Whether a run of the file is what the field says there, and not markup that it says a blank for."""
    if run.length == run.source_length or text.startswith("\\", run.source):
        return True
    return bool(one.text[run.start : run.start + run.length].strip())


def _is_of(draft: Draft, one: Field) -> bool:
    """Whether a field's places are those of the file's text, and not of a picture that it shows."""
    lines = one.origin.lines
    return bool(one.origin.segments) and (lines.text is draft.text or lines.text == draft.text)


def _touching(draft: Draft, runs: Sequence[Sequence[Span]]) -> Document:
    """The document without the posts that stand elsewhere and alone."""
    wholes = [Span(run[0].start, run[-1].end) for run in runs if run]

    def touches(post: Post) -> bool:
        if post.metadata.get("thread") not in (None, ""):
            return True
        own = [_whole(one) for one in post.fields if _is_of(draft, one)]
        at = bisect_right(wholes, min((one.start for one in own), default=0), key=lambda whole: whole.end)
        end = max((one.end for one in own), default=0)
        near = takewhile(lambda whole: whole.start < end, islice(wholes, at, None))
        return any(whole.overlaps(one) for whole in near for one in own)

    return replace(draft.document, posts=[post for post in draft.document.posts if touches(post)])


def _whole(one: Field) -> Span:
    last = one.origin.segments[-1]
    return Span(one.origin.segments[0].source, last.source + last.source_length)


def _gaps(said: Sequence[Span], length: int) -> Sequence[Span]:
    """The stretches of a text between those of which a post says something."""
    gaps = []
    at = 0
    for span in said:
        if span.start > at:
            gaps.append(Span(at, span.start))
        at = max(at, span.end)
    return [*gaps, Span(at, length)]


def _unsaid(text: str, gaps: Sequence[Span], lines: Sequence[Span]) -> Iterator[Span]:
    """The words of each line that are in one of the gaps, without the marks around them."""
    for line in lines:
        at = bisect_right(gaps, line.start, key=lambda gap: gap.end)
        for gap in islice(gaps, at, None):
            if gap.start >= line.end:
                break
            start, end = max(gap.start, line.start), min(gap.end, line.end)
            if found := _LETTERS.search(text, start, end):
                yield Span(*found.span())


def _joined(masks: Sequence[Mask]) -> Sequence[Mask]:
    """The masks in order, those that overlap as one, under the name of the first."""
    found: list[Mask] = []
    for mask in sorted(masks, key=lambda one: one.span):
        if found and found[-1].span.overlaps(mask.span):
            found[-1] = Mask(found[-1].span.join(mask.span), found[-1].shown)
        else:
            found.append(mask)
    return found
