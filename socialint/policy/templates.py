"""Phrases: a small template into runs of words, gaps, numbers and concepts.

`(a|b c)` is one of, `[a]` may be there, `{concept}` anything that the concept finds, `#` a
number, `…` up to six words. A phrase without concepts becomes one `Phrase`; one with concepts
becomes parts that follow one another, spelled out where an optional run holds a concept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from socialint.model.leaves import Choice, Gap, Item, Literal, Numeral

MOST_READINGS = 64
MOST_DEPTH = 12
GAP = 6

_TOKEN = re.compile(r"\.\.\.|…|[()\[\]{}|#]|(?:(?!\.\.\.)[^()\[\]{}|#…])+")

_FLAT = re.compile(
    r"(?P<words>[^()\[\]{}|#….]+)|(?:^|(?<=[\s\])]))(?:\((?P<choice>[^()\[\]{}#….]+)\)"
    r"|\[(?P<option>[^()\[\]{}#….]+)\]|(?P<number>\#))(?=[\s(\[]|$)"
)


class TemplateError(Exception):
    """A template that cannot be read: where in it, and what to do."""

    def __init__(self, what: str, at: int, hint: str = "") -> None:
        self.what = what
        self.at = at
        self.hint = hint
        super().__init__(what)


@dataclass(frozen=True, slots=True)
class Named:
    """A concept in a phrase."""

    concept: str


@dataclass(frozen=True, slots=True)
class Branch:
    """A choice, some of whose options hold a concept."""

    options: tuple[Run, ...]


Part: TypeAlias = "Literal | Choice | Gap | Numeral | Named | Branch"
Run: TypeAlias = "tuple[Part, ...]"
Reading: TypeAlias = "tuple[Item | Named, ...]"
"""One way a phrase can be read: words, and concepts at the top only."""


def readings(template: str) -> tuple[Reading, ...]:
    """The ways a template can be read: one, unless what may be left out touches a concept."""
    flat = _flat(template)
    if flat:
        return (flat,)
    found: list[Reading] = []
    for reading in _spelled_out(_parse(template)):
        if not any(isinstance(part, Named) or _worded(part) for part in reading):
            raise TemplateError(
                "this phrase has no word that must be there", 0, "take a word out of the square brackets"
            )
        if isinstance(reading[0], Gap) or isinstance(reading[-1], Gap):
            raise TemplateError("“…” stands between words, not at the edge of a phrase", 0, "leave it out")
        found += _firm(reading)
        _bounded(found)
    return tuple(dict.fromkeys(found))


def _flat(template: str) -> Reading | None:
    """What most phrases are: words, numbers, and brackets of nothing but words.

    Gives None for all others, and for those with a mistake: the parser proper sees to them.
    """
    items: list[Item] = []
    firm = False
    at = 0
    while at < len(template):
        found = _FLAT.match(template, at)
        if not found:
            return None
        at = found.end()
        kind = found.lastgroup
        if kind == "words":
            words = " ".join(found[0].split())
            if words:
                items.append(Literal(words))
                firm = True
        elif kind == "number":
            items.append(Numeral())
            firm = True
        else:
            options = [" ".join(option.split()) for option in found[kind or ""].split("|")]
            if not all(options):
                return None
            firm = firm or kind == "choice"
            choices: tuple[tuple[Item, ...], ...] = tuple((Literal(option),) for option in options)
            items.append(Choice(choices if kind == "choice" else (*choices, ())))
    return tuple(items) if firm else None


def _firm(reading: Reading) -> list[Reading]:
    """The reading, spelled out where a run between concepts could be empty."""
    if not any(isinstance(part, Named) for part in reading):
        return [reading]
    found: list[Reading] = [()]
    run: list[Item] = []
    for part in (*reading, None):
        if part is not None and not isinstance(part, Named):
            run.append(part)
            continue
        options = [tuple(run)] if not run or any(map(_worded, run)) else _with_and_without(run)
        last: Reading = () if part is None else (part,)
        found = [(*before, *option, *last) for before in found for option in options]
        _bounded(found)
        run = []
    return found


def _with_and_without(run: list[Item]) -> list[tuple[Item, ...]]:
    found: list[tuple[Item, ...]] = [()]
    for part in run:
        options: list[tuple[Item, ...]] = [(part,)]
        if isinstance(part, Choice):
            options = [option for option in part.options if not option or any(map(_worded, option))]
        found = [(*before, *option) for before in found for option in options]
        _bounded(found)
    return found


def _bounded(found: list[Reading] | list[tuple[Item, ...]]) -> None:
    if len(found) > MOST_READINGS:
        raise TemplateError(
            f"this phrase can be read in more than {MOST_READINGS} ways",
            0,
            "give the brackets with a concept in them a name of their own, or write several phrases",
        )


def _worded(part: Item | Named) -> bool:
    """Whether something must be there for the part to be found."""
    if isinstance(part, Choice):
        return all(option and any(_worded(item) for item in option) for option in part.options)
    return not isinstance(part, Gap)


def _parse(template: str) -> Run:
    tokens = [(found[0], found.start()) for found in _TOKEN.finditer(template)]
    run, at = _sequence(tokens, 0, 0)
    if at < len(tokens):
        token, start = tokens[at]
        if token == "|":
            raise TemplateError("“|” outside of brackets", start, "put alternatives in round brackets: (a|b)")
        raise TemplateError(f"“{token}” closes nothing", start, "delete it, or open it before")
    if not run:
        raise TemplateError("an empty phrase", 0)
    return run


def _sequence(tokens: list[tuple[str, int]], at: int, depth: int) -> tuple[Run, int]:
    """The run from `at` up to a `|` or a closing bracket."""
    parts: list[Part] = []
    while at < len(tokens):
        token, start = tokens[at]
        if token in ("|", ")", "]", "}"):
            break
        if token in ("(", "["):
            if depth >= MOST_DEPTH:
                raise TemplateError("brackets nested too deep", start)
            _stand_apart(tokens, at)
            part, at = _bracket(tokens, at, depth + 1)
            _stand_apart(tokens, at)
            parts.append(part)
            continue
        if token == "{":
            part, at = _concept(tokens, at)
            parts.append(part)
            continue
        at += 1
        if token in ("…", "..."):
            parts.append(Gap(GAP))
        elif token == "#":
            parts.append(Numeral())
        elif token.strip():
            parts.append(Literal(" ".join(token.split())))
    return tuple(parts), at


def _stand_apart(tokens: list[tuple[str, int]], at: int) -> None:
    """Whole words stand in brackets: `cure(s)` would look for the word “s”."""
    if 0 < at < len(tokens) and tokens[at - 1][0][-1].isalnum() and tokens[at][0] in ("(", "["):
        raise _glued(tokens[at][1])
    if 0 < at < len(tokens) and tokens[at - 1][0] in (")", "]") and tokens[at][0][0].isalnum():
        raise _glued(tokens[at][1])


def _glued(at: int) -> TemplateError:
    return TemplateError(
        "brackets hold whole words, not parts of one", at, "write the words out: (cure|cures)"
    )


def _bracket(tokens: list[tuple[str, int]], at: int, depth: int) -> tuple[Part, int]:
    opener, start = tokens[at]
    closer = ")" if opener == "(" else "]"
    options: list[Run] = []
    at += 1
    while True:
        option, at = _sequence(tokens, at, depth)
        if not option:
            raise TemplateError(
                f"an empty option in “{opener}…{closer}”",
                tokens[at][1] if at < len(tokens) else start,
                "what may be left out stands in square brackets: [a]",
            )
        options.append(option)
        if at >= len(tokens):
            raise TemplateError(f"“{opener}” is not closed", start, f"close it with “{closer}”")
        token, place = tokens[at]
        at += 1
        if token == closer:
            break
        if token != "|":
            raise TemplateError(f"“{token}” closes nothing", place, f"“{opener}” is closed by “{closer}”")
    if opener == "[":
        options.append(())
    if any(_holds_concept(option) for option in options):
        return Branch(tuple(options)), at
    return Choice(tuple(_items(option) for option in options)), at


def _concept(tokens: list[tuple[str, int]], at: int) -> tuple[Part, int]:
    start = tokens[at][1]
    if at + 2 < len(tokens) and tokens[at + 2][0] == "}":
        name = tokens[at + 1][0].strip()
        if name and not set(name) & set("()[]{}|#…"):
            return Named(name), at + 3
    raise TemplateError("“{” without a name and “}”", start, "a concept stands in braces: {drug}")


def _holds_concept(run: Run) -> bool:
    return any(isinstance(part, (Named, Branch)) for part in run)


def _items(run: Run) -> tuple[Item, ...]:
    return tuple(part for part in run if not isinstance(part, (Named, Branch)))


def _spelled_out(run: Run) -> list[Reading]:
    if not _holds_concept(run):
        return [_items(run)]
    found: list[Reading] = [()]
    for part in run:
        options: list[Reading] = [(part,)] if not isinstance(part, Branch) else []
        if isinstance(part, Branch):
            options = [reading for option in part.options for reading in _spelled_out(option)]
        found = [(*before, *option) for before in found for option in options]
        _bounded(found)
    return found
