"""Regular expressions that are compiled when they are first used, and known again in the next run.

To compile one costs 0.3 to 5 ms, to take up what came of it before a hundredth of that; and a run
needs few of those that stand in the modules it imports and in the rules it judges by.
"""

from __future__ import annotations

import copyreg
import marshal
from collections.abc import Mapping
from functools import cached_property
from typing import Any, cast

import regex

Written = tuple[str, int]
"""An expression and its flags."""


def lazily(expression: str, flags: int = 0) -> regex.Pattern[str]:
    """What `regex.compile` gives, but compiled when it is first asked for anything."""
    return cast("regex.Pattern[str]", _Waiting(expression, flags))


def compiled(expression: str, flags: int = 0) -> regex.Pattern[str]:
    """What `regex.compile` gives. The expression is remembered: let it hold nothing of a person."""
    return COMPILED.pattern((expression, int(flags)))


class Compiled:
    """What was compiled in this run, and in those before it that kept it."""

    def __init__(self) -> None:
        self._known: Mapping[Written, bytes] = {}
        self._used: dict[Written, bytes | regex.Pattern[str]] = {}

    def begin(self, known: Mapping[Written, bytes]) -> None:
        """Takes up what runs with the same Python and the same `regex` came to."""
        self._known = known

    def learned(self) -> dict[Written, bytes] | None:
        """All that is known, what was used last at the end; None where nothing is new."""
        if self._used.keys() <= self._known.keys():
            return None
        earlier = {written: data for written, data in self._known.items() if written not in self._used}
        return {**earlier, **{written: _packed(used) for written, used in self._used.items()}}

    def pattern(self, written: Written) -> regex.Pattern[str]:
        """The pattern, taken up or compiled. Raises `regex.error`."""
        data = self._known.get(written)
        if data is not None:
            self._used[written] = data
            return cast("regex.Pattern[str]", _make(*marshal.loads(data)))
        pattern = regex.compile(*written)
        self._used[written] = pattern
        return pattern


COMPILED = Compiled()


def _packed(used: bytes | regex.Pattern[str]) -> bytes:
    """What to keep: most runs learn nothing, and pack nothing."""
    return used if isinstance(used, bytes) else marshal.dumps(_reduce(used)[1])


def _reduce(pattern: regex.Pattern[str]) -> tuple[Any, ...]:
    """How the pattern is pickled: a function of the `regex` module, and what to call it with."""
    return cast("tuple[Any, ...]", copyreg.dispatch_table[type(pattern)](pattern))


_make = _reduce(regex.compile(""))[0]


class _Waiting:
    def __init__(self, expression: str, flags: int) -> None:
        self._written = expression, flags

    @cached_property
    def _compiled(self) -> regex.Pattern[str]:
        return compiled(*self._written)

    def __getattr__(self, name: str) -> Any:
        # Called once for each name: what was found is then an attribute like any other.
        found = self.__dict__[name] = getattr(self._compiled, name)
        return found
