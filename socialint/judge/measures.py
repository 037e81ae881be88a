"""Quantities of a post: characters, words, hashtags, links, emoji, capitals, grade, parts of an SMS."""

from __future__ import annotations

from collections.abc import Sequence

from socialint.judge.regions import stretches
from socialint.judge.subject import Subject
from socialint.model.language import Gauge, Place, Region
from socialint.text.addresses import addresses
from socialint.text.lengths import sms_parts
from socialint.text.measures import capitals, emoji, grade, graphemes, hashtags, words

_BODY = (Region(Place.BODY), Region(Place.CAPTION))
_ALL = (Region(Place.POST),)


def measured(subject: Subject, gauge: Gauge, regions: Sequence[Region]) -> float:
    """How much of `gauge` the regions hold; capitals as a percentage of the letters.

    Without regions, hashtags, links and emoji are counted in all own fields, the rest in the body.
    """
    if not regions:
        regions = _ALL if gauge in (Gauge.HASHTAGS, Gauge.EMOJI, Gauge.LINKS) else _BODY
    pieces = [
        subject.views[place.field].field.text[place.span.start : place.span.end]
        for region in regions
        for place in stretches(subject, region)
    ]
    match gauge:
        case Gauge.CHARACTERS:
            return sum(len(graphemes(piece)) for piece in pieces)
        case Gauge.WORDS:
            return sum(len(words(piece)) for piece in pieces)
        case Gauge.HASHTAGS:
            return sum(len(hashtags(piece)) for piece in pieces)
        case Gauge.LINKS:
            return sum(len(addresses(piece)) for piece in pieces)
        case Gauge.PARTS:
            return sum(sms_parts(piece.strip()) for piece in pieces)
        case Gauge.EMOJI:
            return sum(len(emoji(piece)) for piece in pieces)
        case Gauge.CAPITALS:
            return 100 * capitals("\n".join(pieces))
        case Gauge.GRADE:
            return grade("\n".join(pieces))
