"""A probe: one expression that a leaf looks for, where to look, and what would have to be there.

A probe is found where its expression matches; that alone defines the meaning. `triggers` and
`sign` only say where it cannot match, so that most probes are never searched for, and their
expressions never compiled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Flag, auto
from functools import cached_property

import regex

from socialint.expressions import compiled
from socialint.model.leaves import Row
from socialint.model.places import Span
from socialint.model.views import Reading, View
from socialint.scan.terms import Triggers, term_expression, term_triggers

TIME_LIMIT = 1.0
"""Seconds that one pattern of a policy may take over each hundred thousand characters of a text."""

_LONG = 100_000


class Sign(Flag):
    """What a text must show for a probe to be found, beside its triggers."""

    NONE = 0
    DIGIT = auto()
    DIGITS = auto()
    """As many digits as somebody's number has, wherever they stand."""
    NUMBER = auto()
    """A digit, or a number in words."""
    HASH = auto()
    AT = auto()
    NOT_ASCII = auto()
    LINK = auto()
    """The text is a link itself."""


@dataclass(frozen=True, eq=False)
class Probe:
    """What to search for, and where.

    Either `expression`, or what writes it when it is first searched for, or `term`, which becomes one
    then. `certain`
    says that only the certain reading is searched, for what a disguise cannot hide (hashtags,
    numbers); `original` that the text is searched as it was written, with its case. `rows` are
    those that the words name, `row` the one that depends on them. `accept` has the last word over a place: it gets the view, the
    original span and the words as they were found.
    """

    expression: str | Callable[[], str] = ""
    term: str = ""
    triggers: Triggers = ()
    sign: Sign = Sign.NONE
    language: str = ""
    certain: bool = False
    original: bool = False
    cased: bool = False
    rows: tuple[Row, ...] = ()
    row: Callable[[str], Row] | None = None
    accept: Callable[[View, Span, str], bool] | None = None
    trim: str = ""
    limited: bool = False
    of_register: bool = False
    """Whether it may hold somebody's name, so that nothing of it is remembered."""

    @property
    def needed(self) -> Triggers:
        """The triggers that it is known to need; none where its expression has to be asked."""
        return self.triggers or (term_triggers(self.term) if self.term else ())

    @cached_property
    def written(self) -> str:
        """The expression."""
        expression = self.expression if isinstance(self.expression, str) else self.expression()
        return expression or term_expression(self.term)

    @cached_property
    def pattern(self) -> regex.Pattern[str]:
        """The compiled expression."""
        flags = regex.VERSION0 if self.cased else regex.VERSION0 | regex.IGNORECASE
        compile_ = regex.compile if self.of_register else compiled
        return compile_(self.written, flags)

    def find(self, view: View) -> Iterator[tuple[Span, Sequence[Row]]]:
        """The original places in `view` where it is found, with their rows. Raises `TimeoutError`."""
        for reading in self._readings(view):
            limit = TIME_LIMIT * max(1, len(reading.text) / _LONG) if self.limited else None
            for found in self.pattern.finditer(reading.text, timeout=limit):
                words = found.group().rstrip(self.trim) if self.trim else found.group()
                if not words:
                    continue
                span = reading.original(found.start(), found.start() + len(words))
                if self.accept is None or self.accept(view, span, words):
                    yield span, (self.row(words),) if self.row else self.rows

    def _readings(self, view: View) -> Sequence[Reading]:
        if self.original:
            return (Reading(view.field.text),)
        return view.readings[:1] if self.certain else view.readings
