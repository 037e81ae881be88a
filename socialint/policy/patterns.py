"""Regular expressions that rules may use: none that is broken, finds nothing, or never ends."""

from __future__ import annotations

from dataclasses import dataclass

import regex


@dataclass(frozen=True, slots=True)
class PatternProblem:
    """What is wrong with a pattern, and a safer form."""

    what: str
    hint: str = ""


def pattern_problem(expression: str) -> PatternProblem | None:
    """What is wrong with a pattern; None when it can be used."""
    try:
        compiled = regex.compile(expression, regex.IGNORECASE)
    except regex.error as error:
        at = getattr(error, "pos", None) or 0
        return PatternProblem(f"this pattern is broken: {said(error)} at “{expression[at : at + 12]}”")
    if compiled.fullmatch(""):
        return PatternProblem("this pattern finds the empty text")
    return None


def said(error: regex.error) -> str:
    """What the regular expression compiler says of a mistake."""
    return str(getattr(error, "msg", error))
