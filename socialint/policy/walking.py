"""Through an expression: everything below it, and a copy with other leaves."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator

from socialint.model.language import (
    Adjacent,
    All,
    Any,
    Count,
    Expression,
    Find,
    Missing,
    Not,
    Score,
    Use,
)


def parts_of(expression: Expression) -> tuple[Expression, ...]:
    """What an expression is made of; not what excuses or cancels it."""
    if isinstance(expression, (All, Any, Adjacent)):
        return expression.parts
    if isinstance(expression, (Not, Count, Use)):
        return (expression.part,)
    if isinstance(expression, Missing):
        return (expression.part,) if expression.part else ()
    if isinstance(expression, Score):
        return tuple(signal.part for signal in expression.signals)
    return ()


def below(expression: Expression) -> Iterator[Expression]:
    """The expression and everything below it, excuses and exceptions too, each once."""
    stack = [expression]
    seen: set[int] = set()
    while stack:
        part = stack.pop()
        if id(part) in seen:
            continue
        seen.add(id(part))
        yield part
        stack += part.excuses
        stack += part.exceptions
        stack += reversed(parts_of(part))


def with_leaves(expression: Expression, change: Callable[[Find], Expression]) -> Expression:
    """A copy in which every leaf that is looked for is what `change` makes of it.

    What must not be there, or is missing, stays as it is.
    """
    if isinstance(expression, Find):
        return change(expression)
    if isinstance(expression, (All, Any, Adjacent)):
        return dataclasses.replace(
            expression, parts=tuple(with_leaves(part, change) for part in expression.parts)
        )
    if isinstance(expression, (Count, Use)):
        return dataclasses.replace(expression, part=with_leaves(expression.part, change))
    if isinstance(expression, Score):
        return dataclasses.replace(
            expression,
            signals=tuple(
                dataclasses.replace(signal, part=with_leaves(signal.part, change))
                for signal in expression.signals
            ),
        )
    return expression
