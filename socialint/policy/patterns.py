"""Regular expressions that rules may use: none that is broken, finds nothing, or never ends."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from socialint.policy.ambiguity import danger, letters, nullable
from socialint.policy.regular import (
    Atom,
    Chain,
    Edge,
    Fork,
    Look,
    Repeat,
    Sealed,
    Tree,
    UnreadShapeError,
    tree_of,
)

LONGEST = 4000
_WINDOW = 16


@dataclass(frozen=True, slots=True)
class PatternProblem:
    """What is wrong with a pattern, and a safer form."""

    what: str
    hint: str = ""
    at: int = 0
    """Where in the pattern it is."""


def pattern_problem(expression: str) -> PatternProblem | None:
    """What is wrong with a pattern; None when it can be used."""
    if len(expression) > LONGEST:
        return PatternProblem("this pattern is too long", f"keep it under {LONGEST} characters")
    try:
        compiled = regex.compile(expression, regex.IGNORECASE)
    except regex.error as error:
        return _broken(expression, error)
    except (RecursionError, OverflowError, ValueError):
        return PatternProblem("this pattern cannot be read", "write it simpler, or in several patterns")
    if compiled.fullmatch(""):
        return _EMPTY
    try:
        tree = tree_of(expression)
        return _unfit(tree, expression)
    except (UnreadShapeError, RecursionError):
        return None


_EMPTY = PatternProblem(
    "this pattern finds the empty text, so it is found everywhere",
    "something in it must be there: write `+` for `*`, or take a `?` out",
)


def said(error: regex.error) -> str:
    """What the regular expression compiler says of a mistake."""
    return str(getattr(error, "msg", error))


def _broken(expression: str, error: regex.error) -> PatternProblem:
    at = getattr(error, "pos", None)
    if at is None:
        return PatternProblem(f"this pattern is broken: {said(error)}")
    here = expression[at : at + _WINDOW]
    where = f"at “{here}”" if here.strip() else f"at its end, after “{expression[max(0, at - _WINDOW) : at]}”"
    return PatternProblem(
        f"this pattern is broken {where}: {said(error)}",
        "a bracket, dot or sign that stands for itself needs a backslash: \\(, \\.",
        at,
    )


def _unfit(tree: Tree, expression: str) -> PatternProblem | None:
    if nullable(tree):
        return _EMPTY
    never = _never(tree)
    if never:
        return PatternProblem("this pattern never finds anything", never)
    found = danger(tree)
    if found is None:
        return None
    return PatternProblem(
        f"this pattern can take exponential time, as over “{_visible(found.text())}”", _safer(tree)
    )


def _visible(text: str) -> str:
    return text.replace("\n", "⏎").replace("\t", "⇥")


# --- What never finds anything --------------------------------------------------------------------


def _never(tree: Tree) -> str:
    """Why the expression finds nothing, or ""."""
    if isinstance(tree, Atom):
        return f"no character is {tree.text}" if _impossible(tree.text) else ""
    if isinstance(tree, Fork):
        reasons = [_never(option) for option in tree.options]
        return reasons[0] if all(reasons) else ""
    if isinstance(tree, Repeat):
        return _never(tree.body) if tree.least else ""
    if isinstance(tree, (Sealed, Look)):
        return _never(tree.body) if isinstance(tree, Sealed) else ""
    if isinstance(tree, Chain):
        return next((reason for part in tree.parts if (reason := _never(part))), "") or _misplaced(tree)
    return ""


def _misplaced(chain: Chain) -> str:
    """`a^b` and `a$b`: an edge of the text in the middle."""
    parts = chain.parts
    for at, part in enumerate(parts):
        if not isinstance(part, Edge):
            continue
        if part.text in ("^", r"\A") and not all(map(nullable, parts[:at])):
            return f"“{part.text}” is the beginning of the text, and something must stand before it"
        after = [other for other in parts[at + 1 :] if not nullable(other)]
        if part.text in ("$", r"\Z", r"\z") and after and not _line_end(after[0]):
            return f"“{part.text}” is the end of the text, and something must stand after it"
    return ""


def _line_end(tree: Tree) -> bool:
    return not isinstance(tree, Atom) or "\n" in letters(tree.text)


def _impossible(atom: str) -> bool:
    if not atom.startswith("[") or letters(atom):
        return False
    return regex.compile(atom, regex.IGNORECASE).search(_every_character()) is None


@cache
def _every_character() -> str:
    return "".join(map(chr, (*range(0xD800), *range(0xE000, 0x110000))))


# --- A safer form ---------------------------------------------------------------------------------


def _safer(tree: Tree) -> str:
    nested = _nested(tree)
    if nested:
        outer, inner = nested
        return f"a safer form of {outer.text} is {inner.text}: repeat once, not inside a repeat"
    return (
        "the same text can be read in two ways inside a repeat: begin its options with different letters, "
        "part its rounds by something that cannot be in them, or close the repeat with `++` or `*+`"
    )


def _nested(tree: Tree) -> tuple[Repeat, Repeat] | None:
    """A repeat that holds nothing but a repeat."""
    if isinstance(tree, Repeat):
        if isinstance(tree.body, Repeat) and tree.most > 1 and tree.body.most > 1:
            return tree, tree.body
        return _nested(tree.body)
    if isinstance(tree, (Look, Sealed)):
        return _nested(tree.body)
    if isinstance(tree, Chain):
        return next((found for part in tree.parts if (found := _nested(part))), None)
    if isinstance(tree, Fork):
        return next((found for part in tree.options if (found := _nested(part))), None)
    return None
