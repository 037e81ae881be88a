"""Tests of facts: about the post and the organisation, about a row, about a picture.

What is not known is not so: an unknown value equals nothing, so that `not` and `lacks` hold for
it, and the answer says that it rests on something unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import regex

from socialint.judge.found import Names
from socialint.model.context import unknown
from socialint.model.language import FactTest, Test
from socialint.model.leaves import Row, Scalar
from socialint.model.records import names_of
from socialint.text import fold

_YES = frozenset({"true", "yes"})
_NO = frozenset({"false", "no"})


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether something holds, and which unknown facts that rests on."""

    holds: bool
    unknown: frozenset[str] = field(default=frozenset())

    def __bool__(self) -> bool:
        return self.holds


def cell_value(row: Row, column: str, markets: Iterable[str]) -> object:
    """What a row says in a column; a value by market is that of the first market it knows."""
    value = row.cells.get(column)
    if isinstance(value, Mapping):
        return next((value[market] for market in markets if market in value), None)
    return value


def check(tests: Iterable[FactTest], values: Mapping[str, object], names: Names, about: str = "") -> Answer:
    """Whether every test holds for the values found under its key."""
    resting: set[str] = set()
    for fact in tests:
        value = values.get(fact.key)
        if not _holds(fact.test, value, names):
            return Answer(False)
        if unknown(value) and fact.test.state is None:
            resting.add(f"{about}{fact.key}")
    return Answer(True, frozenset(resting))


def _holds(test: Test, value: object, names: Names) -> bool:
    if test.state is not None:
        return test.state is not unknown(value)
    if unknown(value):
        return (test.negate or bool(test.lacks)) and not test.known
    values = list(value) if isinstance(value, list | tuple | set | frozenset) else [value]
    if test.one_of is not None:
        equal = any(_same(one, wanted) for one in values for wanted in test.one_of)
        if equal is test.negate:
            return False
    if test.over is not None and not any(_number(one) > test.over for one in values):
        return False
    if test.under is not None and not any(_number(one) < test.under for one in values):
        return False
    if test.matches and not any(regex.search(test.matches, str(one), regex.IGNORECASE) for one in values):
        return False
    if test.has and not _contains(values, test.has, names):
        return False
    return not (test.lacks and _contains(values, test.lacks, names))


def _same(value: object, wanted: Scalar) -> bool:
    if isinstance(value, bool) or isinstance(wanted, bool):
        return _truth(value) is not None and _truth(value) is _truth(wanted)
    if isinstance(value, int | float) and isinstance(wanted, int | float):
        return value == wanted
    one, other = str(value), str(wanted)
    return one == other or _folded(one) == _folded(other)


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return fold(text).strip()


def _truth(value: object) -> bool | None:
    text = str(value).casefold()
    return True if text in _YES else False if text in _NO else None


def _number(value: object) -> float:
    try:
        return float(str(value))
    except ValueError:
        return float("nan")


def _contains(values: Iterable[object], wanted: str, names: Names) -> bool:
    bound = names.get(wanted)
    words = list(names_of(bound)) if isinstance(bound, Row) else [wanted]
    folded = [fold(str(value)) for value in values]
    return any(
        regex.search(rf"(?<!\w){regex.escape(fold(word))}(?!\w)", text)
        for word in words
        if word
        for text in folded
    )
