"""What a scan finds and what a rule makes of it: hits and matches."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socialint.model.language import Reason
    from socialint.model.leaves import Row
    from socialint.model.places import Span
    from socialint.model.policy import Case, Rule


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a leaf was found: original code points of one field of a post.

    `field` is the index of the field among the post's views; `rows` the rows that the words
    name, for tables and registers; `language` the language of the term found, empty for any.
    """

    field: int
    span: Span
    rows: tuple[Row, ...] = dataclasses.field(default=(), repr=False)
    language: str = ""
    whole: Span | None = None
    """What is not to be shown of it, where that is more: a name with its title."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one field of the post, and what it is to the rule."""

    field: int
    span: Span
    label: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A place where a rule's expression holds; not yet a verdict.

    `place` is what is reported and quoted, `related` the other places that took part. `names`
    maps what was bound (`as`) to the words to show, or to the row. `reason` says how something
    is missing, `lacking` which part of it; `signals` are the signals of a score, found, with
    their places, what counts most first. `unknown` names the facts nobody supplied that the match
    rests on, `clears` the records that would clear it.
    """

    rule: Rule
    place: Place
    related: tuple[Place, ...] = ()
    words: tuple[Place, ...] = ()
    """Every stretch that it rests on."""
    again: tuple[tuple[Place, tuple[Place, ...]], ...] = ()
    """The same, found again in the stretch that is told once: each place, and what that one rests on."""
    names: Mapping[str, Row | Place] = dataclasses.field(default_factory=dict, repr=False)
    reason: Reason | None = None
    lacking: tuple[str, ...] = ()
    signals: tuple[Place, ...] = ()
    points: float | None = None
    unknown: tuple[str, ...] = ()
    clears: tuple[str, ...] = ()
    case: Case | None = None
    identities: tuple[Place, ...] = ()
    """What of it identifies a person, its kind as label."""
    wording: Place | None = None
    """What stands where a prescribed statement ought to: the altered or outdated words."""
