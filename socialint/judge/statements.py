"""Prescribed wording: where it stands in a post, and how it is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from socialint.expressions import lazily
from socialint.judge.subject import Subject
from socialint.model.language import Reason
from socialint.model.leaves import Leaf, Wording
from socialint.model.matches import Place
from socialint.model.policy import Statement, StatementText
from socialint.text import fold

ALTERED = 0.80
"""From here on a text is the statement with other words; below it is another text."""

_SHARED = 0.6  # of the statement's words, before it is worth comparing letter by letter
_WORD = lazily(r"\w+")


@dataclass(frozen=True, slots=True)
class Stated:
    """One text of a statement found in the post; `exact` or as much alike as `likeness` says."""

    text: StatementText
    place: Place
    likeness: float

    @property
    def exact(self) -> bool:
        """Whether it stands there word for word."""
        return self.likeness == 1.0


def leaves(statement: Statement) -> Iterator[Leaf]:
    """What must be scanned to find the statement word for word."""
    for text in (*statement.texts, *statement.parts):
        yield Wording(statement.name, text.text)


def stated(subject: Subject, statement: Statement) -> Sequence[Stated]:
    """Every place where a text of the statement stands, word for word or nearly."""
    exact = [
        Stated(text, Place(hit.field, hit.span), 1.0)
        for text in (*statement.texts, *statement.parts)
        for hit in subject.hits(Wording(statement.name, text.text))
        if hit.field in subject.own
    ]
    told = {id(one.text) for one in exact}
    alike = [
        one
        for text in (*statement.texts, *statement.parts)
        if id(text) not in told
        for one in _alike(subject, text, statement.near or ALTERED)
        # An old wording that stands there word for word is no altered new one.
        if not any(_overlap(one.place, other.place) for other in exact)
    ]
    return [*exact, *alike]


def prescribed(subject: Subject) -> Sequence[Place]:
    """The stretches of the post that are prescribed wording, and feed no leaf."""
    return [one.place for statement in subject.statements.values() for one in stated(subject, statement)]


def word_for_word(subject: Subject) -> Sequence[Place]:
    """The stretches of the post that are prescribed wording to the letter: they identify nobody."""
    return [
        one.place
        for statement in subject.statements.values()
        for one in stated(subject, statement)
        if one.exact
    ]


def missing(
    statement: Statement, found: Sequence[Stated], language: str, day: date
) -> tuple[Reason | None, Place | None, tuple[str, ...]]:
    """How the statement is missing among the places found: reason, place, parts lacking.

    The reason is None if it is there as the law of that day wants it.
    """
    good = [one for one in found if one.exact or (statement.near and one.likeness >= statement.near)]
    in_force = [one for one in good if _in_force(one.text, day)]
    spoken = [one for one in in_force if statement.any_language or _speaks(one.text.language, language)]
    if statement.parts:
        wanted = [
            part for part in statement.parts if statement.any_language or _speaks(part.language, language)
        ]
        lacking = tuple(
            part.text
            for part in wanted
            if _in_force(part, day) and all(one.text is not part for one in spoken)
        )
        if not lacking:
            return None, None, ()
        place = next((one.place for one in found), None)
        return (Reason.ALTERED if found else Reason.ABSENT), place, lacking
    if spoken:
        return None, None, ()
    if in_force:
        return Reason.OTHER_LANGUAGE, in_force[0].place, ()
    if good:
        return Reason.OUTDATED, good[0].place, ()
    if found:
        return Reason.ALTERED, max(found, key=lambda one: one.likeness).place, ()
    return Reason.ABSENT, None, ()


def text_in_force(statement: Statement, language: str, day: date) -> str | None:
    """The words that the law prescribes on that day, in that language; None where it has none."""
    texts = [text for text in statement.texts if _in_force(text, day)]
    spoken = [text for text in texts if _speaks(text.language, language)]
    chosen = spoken or (texts if statement.any_language else [])
    return chosen[0].text if chosen else None


def _in_force(text: StatementText, day: date) -> bool:
    return (text.since is None or text.since <= day) and (text.until is None or day <= text.until)


def _speaks(statement: str, post: str) -> bool:
    return not statement or not post or statement == post


@lru_cache(maxsize=1024)
def _folded(text: str) -> str:
    return fold(text)


@lru_cache(maxsize=1024)
def _words(folded: str) -> frozenset[str]:
    return frozenset(_WORD.findall(folded))


def _alike(subject: Subject, text: StatementText, least: float) -> Iterator[Stated]:
    folded = _folded(text.text)
    words = _words(folded)
    for index in subject.own:
        reading = subject.views[index].readings[0]
        if len(words & _words(reading.text)) < _SHARED * len(words):
            continue
        from rapidfuzz import fuzz  # only a text that is much alike is worth its import

        alignment = fuzz.partial_ratio_alignment(folded, reading.text, score_cutoff=100 * least)
        if alignment is None or alignment.dest_end <= alignment.dest_start:
            continue
        start, end = _own_words(reading.text, alignment.dest_start, alignment.dest_end, words)
        if start < end:
            yield Stated(text, Place(index, reading.original(start, end)), min(alignment.score / 100, 0.999))


def _overlap(one: Place, other: Place) -> bool:
    return one.field == other.field and one.span.overlaps(other.span)


def _own_words(text: str, start: int, end: int, words: frozenset[str]) -> tuple[int, int]:
    """The stretch from its first to its last word that is one of the statement's."""
    start, end = _whole_words(text, start, end)
    own = [found.span() for found in _WORD.finditer(text, start, end) if found.group() in words]
    if not own:
        return start, start
    last = own[-1][1]
    return own[0][0], min(end, last + (text[last : last + 1] in (".", "!")))


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    while start < end - 1 and text[start].isspace():
        start += 1
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return start, end
