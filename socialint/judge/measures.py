"""Quantities of a post: characters, words, hashtags, emoji, capitals, grade."""

from __future__ import annotations

from collections.abc import Sequence

from socialint import text
from socialint.judge.regions import stretches
from socialint.judge.subject import Subject
from socialint.model.language import Gauge, Place, Region

_BODY = (Region(Place.BODY), Region(Place.CAPTION))
_ALL = (Region(Place.POST),)


def measured(subject: Subject, gauge: Gauge, regions: Sequence[Region]) -> float:
    """How much of `gauge` the regions hold.

    Without regions, hashtags and emoji are counted in all own fields, the rest in the body.
    """
    if not regions:
        regions = _ALL if gauge in (Gauge.HASHTAGS, Gauge.EMOJI) else _BODY
    pieces = [
        subject.views[place.field].field.text[place.span.start : place.span.end]
        for region in regions
        for place in stretches(subject, region)
    ]
    match gauge:
        case Gauge.CHARACTERS:
            return sum(len(text.graphemes(piece)) for piece in pieces)
        case Gauge.WORDS:
            return sum(len(text.words(piece)) for piece in pieces)
        case Gauge.HASHTAGS:
            return sum(len(text.hashtags(piece)) for piece in pieces)
        case Gauge.EMOJI:
            return sum(len(text.emoji(piece)) for piece in pieces)
        case Gauge.CAPITALS:
            return text.capitals("\n".join(pieces))
        case Gauge.GRADE:
            return text.grade("\n".join(pieces))
