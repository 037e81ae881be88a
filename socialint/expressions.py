"""Regular expressions that are compiled when they are first used.

One costs 0.3 to 5 ms, and a run needs few of those that stand in the modules it imports.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any, cast

import regex


def lazily(expression: str, flags: int = 0) -> regex.Pattern[str]:
    """What `regex.compile` gives, but compiled when it is first asked for anything."""
    return cast("regex.Pattern[str]", _Waiting(expression, flags))


class _Waiting:
    def __init__(self, expression: str, flags: int) -> None:
        self._written = expression, flags

    @cached_property
    def _compiled(self) -> regex.Pattern[str]:
        return regex.compile(*self._written)

    def __getattr__(self, name: str) -> Any:
        # Called once for each name: what was found is then an attribute like any other.
        found = self.__dict__[name] = getattr(self._compiled, name)
        return found
