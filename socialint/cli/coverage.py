"""What people labelled in posts, and what findings mark and hide of it -> how much is covered.

A stretch is covered where every letter and digit of it lies in what a finding marks, the main
place or a related one, or in what is masked wherever the post is printed. Half a name is a name:
what is covered in part is counted apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from socialint.cli.labelled import Stretch
from socialint.model.places import Span

if TYPE_CHECKING:
    from socialint.linter import Linter
    from socialint.model.documents import Document, Field
    from socialint.model.findings import Finding

SAFE_HARBOR = tuple(
    "NAME GEO DATE AGE_OVER_89 PHONE FAX EMAIL SSN MRN HEALTH_PLAN_ID ACCOUNT LICENSE VEHICLE DEVICE URL IP "
    "BIOMETRIC PHOTO OTHER_ID".split()
)
"""The identifiers of 45 CFR 164.514(b)(2)(i), in its order; an age over 89 is one of the dates."""

_OWNING = regex.compile(r"['’]s?$")
"""The end of a name that owns something, which tells nobody."""


@dataclass(frozen=True, slots=True)
class Covered:
    """A labelled stretch, how much of it findings mark or hide, and how much of it is hidden: 0 to 1."""

    stretch: Stretch
    covered: float = 0.0
    masked: float = 0.0


@dataclass(frozen=True, slots=True)
class Extent:
    """How many stretches there are, and how many are covered wholly, in part, and masked wholly."""

    spans: int
    covered: int
    in_part: int
    masked: int

    @property
    def share(self) -> float | None:
        """The share that is covered wholly; None of nothing."""
        return self.covered / self.spans if self.spans else None

    @property
    def masked_share(self) -> float | None:
        """The share that is masked wholly; None of nothing."""
        return self.masked / self.spans if self.spans else None


def covered(
    linter: Linter, text: str, document: Document, findings: Sequence[Finding], stretches: Sequence[Stretch]
) -> Iterator[Covered]:
    """How much of each stretch of the text the findings mark or hide, where the document is the text.

    Where nothing was found, nothing is printed of the post, and nothing is covered.
    """
    marked: set[int] = set()
    masked: set[int] = set()
    for field, masks in linter.masks(document) if stretches and findings else ():
        if field.origin.lines.text == text:
            masked |= _characters(field, (mask.span for mask in masks))
            marked |= _characters(field, _marked(field, findings))
    for one in stretches:
        own = _telling(text, one.span)
        yield Covered(one, len(own & (marked | masked)) / len(own), len(own & masked) / len(own))


def extent(found: Iterable[Covered]) -> Extent:
    """The counts over some stretches."""
    every = list(found)
    return Extent(
        len(every),
        sum(one.covered == 1 for one in every),
        sum(0 < one.covered < 1 for one in every),
        sum(one.masked == 1 for one in every),
    )


def by_kind(found: Iterable[Covered]) -> Mapping[str, Extent]:
    """The counts by what stretches are labelled as, the most frequent first."""
    kinds: dict[str, list[Covered]] = {}
    for one in found:
        kinds.setdefault(one.stretch.kind, []).append(one)
    order = sorted(kinds, key=lambda kind: (-len(kinds[kind]), kind))
    return {kind: extent(kinds[kind]) for kind in order}


def _marked(field: Field, findings: Iterable[Finding]) -> Iterator[Span]:
    for finding in findings:
        if finding.field == field.part.value and field.locate(finding.span) == finding.location:
            yield finding.span
            yield from (related.span for related in finding.related)


def _characters(field: Field, spans: Iterable[Span]) -> set[int]:
    sources = map(field.origin.source, spans)
    return {offset for source in sources for offset in range(source.start, source.end)}


def _telling(text: str, span: Span) -> set[int]:
    """The letters and digits of a stretch; all of its characters where it has none."""
    own = _OWNING.sub("", text[span.start : span.end])
    letters = {span.start + at for at, letter in enumerate(own) if letter.isalnum()}
    return letters or set(range(span.start, span.end))
