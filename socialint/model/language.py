"""What a rule looks for: expressions that combine the leaves found in a text.

These are the types of the rule language, once read. Expressions compare by identity.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from math import inf

from socialint.model.leaves import Leaf, Scalar
from socialint.model.marks import Mark

# --- Distance and place --------------------------------------------------------------------


class Unit(StrEnum):
    """How near the parts of an expression stand to its anchor."""

    CLAUSE = "clause"
    SENTENCE = "sentence"
    SENTENCES = "sentences"
    LINE = "line"
    WORDS = "words"
    FIELD = "field"
    POST = "post"
    THREAD = "thread"


@dataclass(frozen=True, slots=True)
class Distance:
    """A unit, and how many of it for `sentences` and `words`."""

    unit: Unit
    count: int = 1


class Place(StrEnum):
    """A region of a post that has a name; the name of a field (`body`, …) is a region too."""

    POST = "post"
    SHOWN = "shown"
    VISIBLE = "visible"
    FOLD = "fold"
    HEADLINE = "headline"
    FIRST = "first"
    PARENT = "parent"
    THREAD = "thread"
    BODY = "body"
    TITLE = "title"
    ALT_TEXT = "alt_text"
    IMAGE_TEXT = "image_text"
    CAPTION = "caption"
    FIRST_COMMENT = "first_comment"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Region:
    """Where to look; `words` says how many for `first`."""

    place: Place
    words: int = 0


class Guard(StrEnum):
    """An excuse for a hit: how something is said."""

    NEGATED = "negated"
    ASKED = "asked"
    REPORTED = "reported"
    HEDGED = "hedged"
    CORRECTED = "corrected"
    WORDING = "wording"
    APPROVED_CLAIM = "approved-claim"


class Reason(StrEnum):
    """How something that ought to be there is missing."""

    ABSENT = "absent"
    LATE = "late"
    ELSEWHERE = "elsewhere"
    ALTERED = "altered"
    OUTDATED = "outdated"
    OTHER_LANGUAGE = "other-language"
    NOT_IN_REGISTER = "not-in-register"
    NOT_YET = "not-yet"
    EXPIRED = "expired"
    REVOKED = "revoked"
    OTHER_PERSON = "other-person"
    OTHER_CHANNEL = "other-channel"
    INCOMPLETE = "incomplete"
    CHANGED = "changed"
    ASSERTED = "asserted"
    """The post asserts a record that no register confirms."""


# --- Tests of facts ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Test:
    """A test of one fact. What is not set is not asked.

    `one_of` holds the values that pass; with `negate` those that do not. An unknown value
    equals nothing, so that it passes `negate` and `lacks`, unless `known` demands a value.
    """

    one_of: tuple[Scalar, ...] | None = None
    negate: bool = False
    over: float | None = None
    under: float | None = None
    matches: str = ""
    has: str = ""
    lacks: str = ""
    state: bool | None = None
    """True asks for `known`, False for `unknown`."""
    known: bool = False


@dataclass(frozen=True, slots=True)
class FactTest:
    """A key (`paid`, `drug.status`) and what its value must be."""

    key: str
    test: Test


# --- Expressions: how finds combine --------------------------------------------------------------


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Expression:
    """What every expression can carry, whatever it is."""

    mark: Mark = field(default=Mark(), repr=False)
    within: Distance | None = None
    """Where it is not said: the sentence; for `not` and `missing`, what holds around them."""
    regions: tuple[Region, ...] = ()
    """Where to look; empty means all own fields of the post."""
    guards: frozenset[Guard] = frozenset()
    """Drop the hits of every leaf below, one by one."""
    excuses: tuple[Expression, ...] = ()
    """Excuse a match when found in the same stretch."""
    exceptions: tuple[Expression, ...] = ()
    """What is found is cancelled where one of these is found over it."""
    identifies: str = ""
    """The kind of identifier that is found, as in `SSN`; it is never shown as it is."""
    name: str = ""
    """What was found is bound under this name (`as`)."""


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Find(Expression):
    """A leaf is found."""

    leaf: Leaf
    where: tuple[FactTest, ...] = ()
    """Tests of the row that was found."""
    nearest: bool = False


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Adjacent(Expression):
    """Parts that follow one another, as in a phrase with concepts.

    `gaps[i]` is how many words may stand between part `i` and the next; 0 means none.
    """

    parts: tuple[Expression, ...]
    gaps: tuple[int, ...]


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class All(Expression):
    """Every part holds, near enough to the first; with `ordered`, one after the other."""

    parts: tuple[Expression, ...]
    ordered: bool = False


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Any(Expression):
    """One part holds."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Not(Expression):
    """The part does not hold."""

    part: Expression


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Missing(Expression):
    """The part, or the statement of this name, ought to be there and is not."""

    part: Expression | None = None
    statement: str = ""


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Count(Expression):
    """The part is found so often."""

    part: Expression
    at_least: int | None = None
    at_most: int | None = None
    distinct: bool = False


@dataclass(frozen=True, eq=False, slots=True)
class Signal:
    """A part of a score: its points, or the table column that holds each entry's own."""

    part: Expression
    points: float = 1
    column: str = ""
    at_most: float | None = None

    @property
    def most(self) -> float:
        """The most points that it can add."""
        points = inf if self.column else self.points
        return points if self.at_most is None else min(points, self.at_most)


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Score(Expression):
    """The points of the signals found reach the threshold."""

    at_least: float
    signals: tuple[Signal, ...]


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Use(Expression):
    """A concept; its match counts as one hit."""

    concept: str
    part: Expression


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Term(Expression):
    """The words in a cell of the row bound under `binding`."""

    binding: str
    column: str


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Metadata(Expression):
    """Facts about the post, the organisation or its profile."""

    tests: tuple[FactTest, ...]


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Fact(Expression):
    """Facts about something bound: keys are `binding.column`."""

    tests: tuple[FactTest, ...]


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Media(Expression):
    """A picture, film or sound of the post that is so."""

    tests: tuple[FactTest, ...]


class RecordKind(StrEnum):
    """What can be on record for a post."""

    CONSENT = "consent"
    EVIDENCE = "evidence"
    APPROVAL = "approval"
    CLAIM = "claim"


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Record(Expression):
    """A record in force for this post: right person, channel, day of publication."""

    record: RecordKind
    person: str = ""
    """The binding whose person it must name (`for`); else the one that the post shows."""
    where: tuple[FactTest, ...] = ()


class Gauge(StrEnum):
    """A quantity that can be measured of a post's text."""

    CHARACTERS = "characters"
    WORDS = "words"
    HASHTAGS = "hashtags"
    EMOJI = "emoji"
    CAPITALS = "capitals"
    GRADE = "grade"
    LINKS = "links"
    PARTS = "parts"
    """Of a text that goes out as SMS."""


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Measure(Expression):
    """A quantity over or under a bound (exclusive)."""

    gauge: Gauge
    over: float | None = None
    under: float | None = None


class Limited(StrEnum):
    """A quantity that channels limit."""

    LENGTH = "length"
    """In whatever the channel counts."""
    HASHTAGS = "hashtags"
    LINKS = "links"


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Excess(Expression):
    """What of a quantity is more than a channel of the post takes: `over: limit`."""

    limited: Limited


class Fault(StrEnum):
    """What can be wrong with a waiver."""

    MALFORMED = "malformed"
    """It does not say what a waiver has to, or not in the one spelling; it waives nothing."""
    BARRED = "barred"
    """It stands where such a finding cannot be waived, or is by somebody who may not waive it."""
    LAPSED = "lapsed"
    UNUSED = "unused"


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class FaultyWaiver(Expression):
    """A waiver with this fault, which no post shows: it is known when every rule has spoken."""

    fault: Fault
