"""Where a post identifies a person: the stretches that nobody may print."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from socialint.judge.found import Found, Scope
from socialint.judge.judgement import Judgement
from socialint.judge.needs import Prepared
from socialint.judge.subject import Subject
from socialint.judge.trees import identity
from socialint.model.language import Place as RegionName
from socialint.model.language import Region
from socialint.model.matches import Place

SURE = "form"
"""The evidence of a number that is written as hardly anything else is."""
_EVERYWHERE = tuple(Region(name) for name in (RegionName.POST, RegionName.PARENT, RegionName.LINK))


def identified(rules: Iterable[Prepared], subject: Subject, taken: Sequence[Place]) -> list[Place]:
    """Every place where something is found that identifies a person, its kind as label.

    It counts whatever rule it is of, and also where the rule has an excuse for the rest. A number
    that may be one by chance identifies nobody by itself.
    """
    found: dict[Place, None] = {}
    for prepared in rules:
        judgement = Judgement(subject, prepared.rule, {}, taken)
        for expression in prepared.identifying:
            for one in judgement.finds(expression, Scope(regions=expression.regions or _EVERYWHERE)):
                kind = identity(expression, one)
                if one.place is not None and kind and _tells(one):
                    found[Place(one.place.field, one.place.span, kind)] = None
    return sorted(found, key=lambda place: (place.field, place.span.start, -place.span.end, place.label))


def _tells(found: Found) -> bool:
    """Whether a number shows by its form what it is; names and all the rest do."""
    return all(row.cells.get("evidence", SURE) == SURE for row in found.rows)
