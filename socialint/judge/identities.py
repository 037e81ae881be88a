"""Where a post identifies a person: the stretches that nobody may print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from socialint.judge.found import Found, scope_of
from socialint.judge.judgement import Judgement
from socialint.judge.needs import Prepared
from socialint.judge.subject import Subject
from socialint.judge.trees import identity
from socialint.model.language import Expression, Region
from socialint.model.language import Place as RegionName
from socialint.model.matches import Place

SURE = "form"
"""The evidence of a number that is written as hardly anything else is."""
_EVERYWHERE = tuple(Region(name) for name in (RegionName.POST, RegionName.PARENT, RegionName.LINK))


def identified(rules: Iterable[Prepared], subject: Subject, taken: Sequence[Place]) -> list[Place]:
    """Every place where something is found that identifies a person, its kind as label.

    It counts whatever rule it is of, and also where the rule has an excuse for the rest. A number
    that may be one by chance identifies nobody by itself.
    """
    return _ordered(one for rule in rules for one in _found(rule, rule.identifying, subject, taken))


def hidden(rules: Iterable[Prepared], subject: Subject, taken: Sequence[Place]) -> list[Place]:
    """The same for what identifies a person only in a post where the rules hold: by their `hides`."""
    return _ordered(one for rule in rules for one in _found(rule, rule.hidden, subject, taken))


def _found(
    prepared: Prepared, expressions: Iterable[Expression], subject: Subject, taken: Sequence[Place]
) -> Iterator[Place]:
    judgement = Judgement(subject, prepared.rule, {}, taken)
    for expression in expressions:
        for one in judgement.finds(expression, scope_of(regions=expression.regions or _EVERYWHERE)):
            if one.place is not None and identity(expression, one) and _tells(one):
                yield one.identities[-1]  # the expression's own


def _ordered(found: Iterable[Place]) -> list[Place]:
    return sorted(
        dict.fromkeys(found), key=lambda place: (place.field, place.span.start, -place.span.end, place.label)
    )


def _tells(found: Found) -> bool:
    """Whether a number shows by its form what it is; names and all the rest do."""
    return all(row.cells.get("evidence", SURE) == SURE for row in found.rows)
