"""What judging makes of hits on the way to a match: founds, answers, and the scope they are in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TypeAlias

from socialint.model.language import Distance, Expression, Guard, Reason, Region, Unit
from socialint.model.leaves import Row
from socialint.model.matches import Place

SENTENCE = Distance(Unit.SENTENCE)

_NARROW = frozenset({Unit.CLAUSE, Unit.SENTENCE, Unit.LINE, Unit.WORDS})
"""Units within which a match is quoted from its first hit to its last."""

Names: TypeAlias = Mapping[str, "Row | Place"]
"""What is bound: a row of a table or register, or words of the post."""


@dataclass(frozen=True, slots=True, eq=False)
class Scope:
    """What an expression inherits from those around it. Made by `scope_of`: each is there once."""

    guards: frozenset[Guard]
    regions: tuple[Region, ...]
    within: Distance

    def under(self, expression: Expression) -> Scope:
        """The scope of what an expression is made of."""
        if expression.guards <= self.guards and not expression.regions:
            return self
        return scope_of(self.guards | expression.guards, expression.regions or self.regions, self.within)

    def apart(self) -> Scope:
        """The same for a concept, which knows nothing of the distances around it."""
        return self if self.within is SENTENCE else scope_of(self.guards, self.regions)

    def beside(self, regions: tuple[Region, ...], within: Distance | None) -> Scope:
        """The same, but in these regions and so near, as far as either is said."""
        if not regions and (within is None or within is self.within):
            return self
        return scope_of(self.guards, regions or self.regions, within or self.within)


def scope_of(
    guards: frozenset[Guard] = frozenset(), regions: tuple[Region, ...] = (), within: Distance = SENTENCE
) -> Scope:
    """The scope, always the same one: what was found is remembered by it. A policy has few."""
    return _once(guards, regions, within)


_once = cache(Scope)


@dataclass(
    slots=True, eq=False
)  # not frozen, which costs more than all the rest: made a hundred times a post
class Found:
    """A place where an expression holds; without a place where a fact of the post makes it so. Never changed.

    `words` are all stretches it rests on, which no other part may share; `others` those that are
    told beside the place; `identities` those that identify a person, their kind as label.
    """

    place: Place | None = None
    words: tuple[Place, ...] = ()
    others: tuple[Place, ...] = ()
    names: Names = field(default_factory=dict, repr=False)
    rows: tuple[Row, ...] = field(default=(), repr=False)
    whole: Place | None = None
    """What is not to be shown of a name, where that is more than its place."""
    unknown: frozenset[str] = frozenset()
    clears: frozenset[str] = frozenset()
    reason: Reason | None = None
    lacking: tuple[str, ...] = ()
    signals: tuple[Place, ...] = ()
    points: float | None = None
    wording: Place | None = None
    identities: tuple[Place, ...] = ()
    within: Distance = SENTENCE
    """How near the parts of the operator that found it stand: what it is merged by."""

    def and_also(self, other: Found) -> Found:
        """Both, told from this one's place."""
        return replace(
            self,
            place=self.place or other.place,
            words=self.words + other.words,
            others=self.others + other.others,
            names={**self.names, **other.names},
            unknown=self.unknown | other.unknown,
            clears=self.clears | other.clears,
            reason=self.reason or other.reason,
            lacking=self.lacking + other.lacking,
            signals=self.signals + other.signals,
            points=self.points if self.points is not None else other.points,
            wording=self.wording or other.wording,
            identities=self.identities + other.identities,
        )

    def told_from(self, anchor: Found, within: Distance) -> Found:
        """The same told from the anchor: from the first hit to the last when they stand close."""
        if anchor.place is None or within.unit not in _NARROW:
            return replace(self, within=within)
        span = anchor.place.span
        for place in self.words:
            if place.field == anchor.place.field:
                span = span.join(place.span)
        return replace(self, within=within, place=Place(anchor.place.field, span))

    def shares_words(self, other: Found) -> bool:
        """Whether a stretch of the one overlaps a stretch of the other."""
        return any(
            mine.field == theirs.field and mine.span.overlaps(theirs.span)
            for mine in self.words
            for theirs in other.words
        )
