"""Where a post identifies a person: the stretches that nobody may print."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from socialint.judge.found import Scope
from socialint.judge.judgement import Judgement
from socialint.judge.needs import Prepared
from socialint.judge.subject import Subject
from socialint.model.language import Place as RegionName
from socialint.model.language import Region
from socialint.model.matches import Place

_EVERYWHERE = tuple(Region(name) for name in (RegionName.POST, RegionName.PARENT, RegionName.LINK))


def identified(rules: Iterable[Prepared], subject: Subject, taken: Sequence[Place]) -> list[Place]:
    """Every hit of a leaf that identifies a person, its kind as label, whatever rule it is of.

    No guard excuses a hit here: “do not post 123-45-6789” shows the number all the same.
    """
    found: dict[Place, None] = {}
    for prepared in rules:
        for find in prepared.identifying:
            judgement = Judgement(subject, prepared.rule, {}, taken)
            scope = Scope(regions=find.regions or _EVERYWHERE)
            for hit in judgement.hits(find, scope):
                found[Place(hit.field, hit.span, find.identifies)] = None
    return sorted(found, key=lambda place: (place.field, place.span.start, -place.span.end, place.label))
