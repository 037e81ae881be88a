"""Where a post identifies a person: the stretches that nobody may print."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from socialint.judge.found import Scope
from socialint.judge.judgement import Judgement
from socialint.judge.needs import Prepared
from socialint.judge.subject import Subject
from socialint.judge.trees import identity
from socialint.model.language import Place as RegionName
from socialint.model.language import Region
from socialint.model.matches import Place

_EVERYWHERE = tuple(Region(name) for name in (RegionName.POST, RegionName.PARENT, RegionName.LINK))


def identified(rules: Iterable[Prepared], subject: Subject, taken: Sequence[Place]) -> list[Place]:
    """Every place where something is found that identifies a person, its kind as label.

    It counts whatever rule it is of, and also where the rule has an excuse for the rest.
    """
    found: dict[Place, None] = {}
    for prepared in rules:
        judgement = Judgement(subject, prepared.rule, {}, taken)
        for expression in prepared.identifying:
            for one in judgement.finds(expression, Scope(regions=expression.regions or _EVERYWHERE)):
                kind = identity(expression, one)
                if one.place is not None and kind:
                    found[Place(one.place.field, one.place.span, kind)] = None
    return sorted(found, key=lambda place: (place.field, place.span.start, -place.span.end, place.label))
