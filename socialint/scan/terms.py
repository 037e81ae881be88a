"""Words and phrases -> regular expressions over folded text, and the words that they cannot do without.

A trigger is a folded word that must stand in a text for the expression to be found there; one
with a final `*` stands for every word that begins so, one with a first as well for every word that
it stands in. An expression is found only where one
trigger of each of its sets stands; without any set it has to be searched for everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

import regex

from socialint.expressions import lazily
from socialint.model.leaves import Choice, Gap, Item, Literal, Numeral
from socialint.text import fold

Triggers = tuple[frozenset[str], ...]
"""Of each set, one trigger at least must be there."""

_PIECE = lazily(r"[^\s-]+")
_WORD = lazily(r"\w+")

# Between the words of a term: blanks and hyphens, and at most one line end, so that no term
# reaches over a blank line.
_BETWEEN = r"(?:[ \t-]+\n?[ \t]*|\n[ \t]*)"

# Between the words of a phrase there may also be quotation marks, brackets and emphasis.
_LOOSE = r"""[ \t"'()*_~-]*\n?[ \t"'()*_~-]*"""
LOOSE_EDGE = " \t\n\"'()*_~-"
"""What a phrase may have swallowed at its end."""

# A word of a gap: anything but a sentence end; a full stop inside a number or a name is none.
# All words but the last end at a blank, as they stand: were each free to end anywhere, six of them
# would split one long word in all ways, and a text take a hundred times as long.
_GAP_WORD = r"""[^\s.!?]+(?:[.](?=\w)[^\s.!?]+)*"""
_GAP_WHOLE = rf"""(?:(?>{_GAP_WORD})(?:[ \t]++\n?[ \t]*+|\n[ \t]*+))"""

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
).split()
_BIG = "dozen hundred thousand million billion".split()
NUMBER_WORDS = frozenset((*_ONES, *_BIG, "half"))
"""Words that a number in words has one of."""
SPELLED = (
    rf"(?:(?:{'|'.join(_ONES)}|an?(?=[ -](?:{'|'.join(_BIG)})))"
    rf"(?:[ -](?:and[ -])?(?:{'|'.join(_ONES + _BIG)}))*|half)"
)
DIGITS = r"\d+(?:[.,']\d+)*"
NUMERAL = rf"(?:{DIGITS}|{SPELLED})"

_BETWEEN_PARTS = 8
# Two prepositions in a row: the first is a prefix. So it is before a conjunction.
_AFTER_PREFIX = (
    "mit|bei|ohne|dank|durch|für|gegen|in|im|auf|zum|zur|von|vom|über|und(?! zu\\b)|oder|aber|denn|wenn|weil"
    "|damit|bevor|als|wie|nach|seit|am|aus|unter|bis"
    "|bij|met|zonder|dankzij|door|voor|tegen|op|via|van|naar|en|of|maar|want|omdat|zodat|na|sinds|uit|tot"
    "|nu|vandaag|direct|meteen|online"
)

_JOINED = 4  # letters on both sides from which two words may also be written as one


@cache
def tokens(term: str) -> Sequence[str]:
    """The folded words of a term, without its blanks and hyphens."""
    return tuple(_PIECE.findall(fold(term)))


def term_expression(term: str) -> str:
    """A term in any case, spacing and hyphen, as whole words.

    A final `*` ends a stem, a first one opens a compound: “*salbe” is found in “Kühlsalbe”. Long words may also be written together: “weight loss” is found in “weightloss”.
    """
    words = tokens(term)
    if not words:
        return r"(?!)"
    pattern = _literal(words[0])
    for before, after in pairwise(words):
        pattern += (f"{_BETWEEN}?" if _joins(before, after) else _BETWEEN) + _literal(after)
    return rf"(?<!\w){pattern}{_end(words[-1])}"


def apart_expression(verb: str, prefix: str) -> str:
    """The verb of a separable one, where its prefix follows: “nimmt” with “ab” some words behind it.

    The prefix ends its clause; where it is a preposition too, another one follows it at most.
    """
    ended = rf"(?=\s*+(?:\Z|[^\w\s]|\n)|[ \t]{{2,}}|[ \t](?:{_AFTER_PREFIX})\b)"
    return (
        rf"(?<!\w){_literal(verb)}(?!\w)"
        rf"(?={_LOOSE}{_GAP_WHOLE}{{0,{_BETWEEN_PARTS}}}?(?<!\w){_literal(prefix)}{ended})"
    )


def term_triggers(term: str) -> Triggers:
    """The triggers of a term: each of its words, alone and written together with its neighbours."""
    words = tokens(term)
    return _telling(_word_triggers(words, at) for at in range(len(words)))


def _word_triggers(words: Sequence[str], anchor: int) -> frozenset[str]:
    first = last = anchor
    while first > 0 and _joins(words[first - 1], words[first]):
        first -= 1
    while last + 1 < len(words) and _joins(words[last], words[last + 1]):
        last += 1
    runs = (
        "".join(words[start : end + 1])
        for start in range(first, anchor + 1)
        for end in range(anchor, last + 1)
    )
    return frozenset(trigger for run in runs for trigger in [_trigger(run)] if trigger)


def phrase_expression(items: Sequence[Item]) -> str:
    """A phrase without concepts. It may swallow `LOOSE_EDGE` at its end."""
    return _run(items)


def phrase_triggers(items: Sequence[Item]) -> Triggers:
    """The triggers of a phrase: those of every word or choice that must be there."""
    return _telling(triggers for item in items for triggers in _item_triggers(item))


def literals(items: Sequence[Item]) -> list[str]:
    """Every folded word that a phrase can have."""
    found: list[str] = []
    for item in items:
        if isinstance(item, Literal):
            found += tokens(item.text)
        elif isinstance(item, Choice):
            for option in item.options:
                found += literals(option)
    return found


def _joins(before: str, after: str) -> bool:
    return len(before) >= _JOINED <= len(after) and before.isalpha() and after.rstrip("*").isalpha()


@cache
def _trigger(word: str) -> str:
    longest = max(_WORD.findall(word.strip("*")), key=len, default="")
    if word.startswith("*"):
        return f"*{longest}*" if longest else ""
    # Only the end of the word can be a stem; what stands before it is whole.
    return f"{longest}*" if longest and word.endswith("*") and word[:-1].endswith(longest) else longest


def _item_triggers(item: Item) -> Iterator[frozenset[str]]:
    if isinstance(item, Literal):
        for word in tokens(item.text):
            yield frozenset(filter(None, [_trigger(word)]))
    elif isinstance(item, Choice):
        options = [phrase_triggers(option) for option in item.options]
        if all(options):
            # What holds for each option holds for the choice: one of the first sets of all.
            yield frozenset().union(*(option[0] for option in options))


def _telling(sets: Iterable[frozenset[str]]) -> Triggers:
    """The sets that are not empty, each once; first the one whose words say most."""
    found = dict.fromkeys(filter(None, sets))
    return tuple(sorted(found, key=lambda one: (-min(map(len, one)), len(one), sorted(one))))


def _run(items: Sequence[Item]) -> str:
    return "".join(map(_item, items))


def _item(item: Item) -> str:
    match item:
        case Literal(text):
            # Each word is followed by a boundary and anything loose, so that an optional
            # run may be left out without leaving two separators behind.
            return "".join(rf"(?<!\w){_literal(word)}{_end(word)}{_LOOSE}" for word in tokens(text))
        case Choice(options):
            ordered = sorted(map(_run, options), key=len, reverse=True)
            return f"(?:{'|'.join(ordered)})"
        case Gap(0):
            return ""
        case Gap(words):
            return rf"(?:{_GAP_WHOLE}{{0,{words}}}?|{_GAP_WHOLE}{{0,{words - 1}}}{_GAP_WORD})"
        case Numeral():
            return rf"(?<!\w){NUMERAL}(?!\w){_LOOSE}"


def _end(word: str) -> str:
    """What follows a word: no letter, but for one that leans on the next, as “l'” does in “l'arthrose”."""
    return "" if word.endswith("'") else r"(?!\w)"


@cache
def _literal(word: str) -> str:
    stem, end = word.endswith("*"), word.startswith("*")
    letters = regex.escape(word.removeprefix("*").removesuffix("*"), special_only=True)
    return (r"\w*?" if end else "") + letters + (r"\w*+" if stem else "")
