"""What is judged: a post, or the posts of a thread, with everything known about it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Protocol

from socialint.judge.found import Found
from socialint.model.channels import Channel
from socialint.model.context import Context
from socialint.model.documents import Part
from socialint.model.language import Distance, Expression, Guard, Unit
from socialint.model.leaves import Leaf
from socialint.model.matches import Hit, Place
from socialint.model.places import Span
from socialint.model.policy import Statement
from socialint.model.records import Registers
from socialint.model.views import View

NOT_OWN = frozenset({Part.LINK, Part.PARENT, Part.INTERNAL})
"""Fields that are no text of the post's own, and are read only when a rule asks."""


class Excuses(Protocol):
    """The guards of one subject."""

    def excused(self, hit: Hit, guards: frozenset[Guard]) -> Guard | None:
        """The guard that excuses the hit, if one does."""


def _any_is(expression: Expression) -> bool:
    return True


@dataclass(frozen=True)
class Subject:
    """A thread, most often of one post: `owner[i]` is the index of the post of field `i`.

    `contexts` holds one context for each post. `post` is the one that is judged; None judges all
    of them at once, for rules that speak of threads.
    """

    views: Sequence[View] = field(repr=False)
    owner: Sequence[int]
    contexts: Sequence[Context]
    post: int | None
    hits: Callable[[Leaf], Sequence[Hit]] = field(repr=False)
    registers: Registers
    statements: Mapping[str, Statement] = field(repr=False)
    guards: Excuses = field(repr=False)
    channels: Mapping[str, Channel] = field(default_factory=dict, repr=False)
    """What is known of the channels that posts go to."""
    feasible: Callable[[Expression], bool] = field(default=_any_is, repr=False)
    """Whether an expression could be found in these views at all."""
    counted: dict[Hashable, dict[Hashable, Sequence[Hit]]] = field(
        default_factory=dict, repr=False, compare=False
    )
    """The hits that count for all rules that read alike, by leaf and scope, as far as one has asked."""
    found: dict[Hashable, dict[Hashable, list[Found]]] = field(
        default_factory=dict, repr=False, compare=False
    )
    """What expressions find for all rules that read alike, by how they read."""

    def judged_as(self, *, post: int | None, contexts: Sequence[Context]) -> Subject:
        """The same text judged for another post, or in other circumstances."""
        return replace(self, post=post, contexts=contexts, counted={}, found={})

    @property
    def context(self) -> Context:
        """The circumstances of the post that is judged, or of the first of the thread."""
        return self.contexts[self.post or 0]

    @cached_property
    def fields(self) -> Sequence[int]:
        """The indices of the fields that are judged."""
        return [index for index, post in enumerate(self.owner) if self.post is None or post == self.post]

    @cached_property
    def own(self) -> Sequence[int]:
        """Those of them that are the post's own text."""
        return [index for index in self.fields if self.views[index].field.part not in NOT_OWN]

    def text(self, place: Place) -> str:
        """The original words at a place."""
        return self.views[place.field].field.text[place.span.start : place.span.end]

    @cached_property
    def first_sentence(self) -> Place:
        """Where a finding points whose rule names no place: the beginning of the post."""
        bodies = [index for index in self.own if self.views[index].field.part is Part.BODY]
        for index in (*bodies, *self.own):
            text = self.views[index].field.text
            start = len(text) - len(text.lstrip())
            if start < len(text):
                sentence = self.views[index].sentence(start)
                end = sentence.start + len(text[sentence.start : sentence.end].rstrip())
                return Place(index, Span(start, max(end, start + 1)))
        return Place((*self.own, *self.fields, 0)[0], Span(0, 0))

    def near(self, anchor: Place, other: Place, distance: Distance) -> bool:
        """Whether `other` stands as near to the anchor as asked."""
        if distance.unit is Unit.THREAD:
            return True
        if distance.unit is Unit.POST:
            return self.owner[anchor.field] == self.owner[other.field]
        if anchor.field != other.field:
            return False
        if distance.unit is Unit.FIELD:
            return True
        view = self.views[anchor.field]
        here, there = anchor.span, other.span
        match distance.unit:
            case Unit.SENTENCE:
                return view.sentence(here.start).overlaps(there) or view.sentence(there.start).overlaps(here)
            case Unit.SENTENCES:
                apart = view.sentence_number(here.start) - view.sentence_number(there.start)
                return abs(apart) < distance.count
            case Unit.CLAUSE:
                return view.clause(here.start).overlaps(there) or view.clause(there.start).overlaps(here)
            case Unit.LINE:
                return view.line(here.start).overlaps(there)
            case _:
                first, second = sorted((here, there))
                between = view.word_number(second.start) - view.word_number(max(first.start, first.end - 1))
                return between <= distance.count

    def stretch(self, place: Place, distance: Distance) -> tuple[int, int, int]:
        """What `place` belongs to for merging: (post, field, start of the unit)."""
        if distance.unit is Unit.THREAD:
            return (0, 0, 0)
        post = self.owner[place.field]
        if distance.unit is Unit.POST:
            return (post, 0, 0)
        if distance.unit is Unit.FIELD:
            return (post, place.field, 0)
        view = self.views[place.field]
        match distance.unit:
            case Unit.CLAUSE:
                unit = view.clause(place.span.start)
            case Unit.LINE:
                unit = view.line(place.span.start)
            case _:
                unit = view.sentence(place.span.start)
        return (post, place.field, unit.start)
