"""What Presidio found in a text -> the persons, places and dates that are meant.

The model takes shouted words, drugs, villages and phrases for persons, and cuts names too long.
Here a name is cut to its words; what has no shape of a name is dropped, and so are the people
whom a building, an award, a street, a disease or a device was named after.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from socialint.entities.analyzer import BY_MODEL, Entity
from socialint.entities.casing import Cased
from socialint.entities.cues import (
    BELIEVING,
    EPONYM_SURNAMES,
    EPONYMS,
    GROUND,
    GROUND_OR_SURNAME,
    HEADLINE_VERBS,
    INSIDE,
    MONTHS,
    NAMED_PLACES,
    NAMED_THINGS,
    NOT_NAMES,
    WEEKDAYS,
    WHERE_TO,
)
from socialint.entities.shapes import NAME, TITLE, any_of, names_a_day
from socialint.model.places import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A person, place or date, in the characters of the text that was read."""

    kind: str
    start: int
    end: int


_NAME = regex.compile(rf"(?:{TITLE}[ ])?(?P<name>{NAME})")
_CAPITAL_WORD = regex.compile(r"\p{Lu}[\p{L}\p{M}]*\p{Ll}[\p{L}\p{M}]*")
_NO_NAME = regex.compile(rf"(?i){any_of((*NOT_NAMES, *MONTHS, *WEEKDAYS))}")
_PHRASE = regex.compile(rf"(?i)\b{any_of(word for word in NOT_NAMES if ' ' in word)}\b[,!:]?\s*")
_HEADLINE_VERB = regex.compile(rf"(?i)\s+{any_of((*HEADLINE_VERBS, 'home'))}\b")
_ABBREVIATION = regex.compile(r"(?<![\w.'-])(?!I{2,3}\b|I?V\b|JR\b|SR\b)\p{Lu}{2,4}(?![\w.'-])")
_GROUND = regex.compile(rf"(?i).*\s{any_of(GROUND)}")
_GROUND_OR_SURNAME = regex.compile(rf"(?i).*\s{any_of(GROUND_OR_SURNAME)}")
_WHERE = regex.compile(rf"(?i)\b{any_of(WHERE_TO)}\s+(?:the\s+)?$")
_INSIDE = regex.compile(rf"(?i)(?<!\b{any_of(BELIEVING)}\s+)\b{any_of(INSIDE)}\s+$")
_END_OF_DATE = regex.compile(r",(?=\p{L})|[;\"\n]")
_SAINT = regex.compile(r"\b(?:St|Saint|Sankt|Sint|Sainte|San|Santa)\.?\s+$")
_TAGGED = regex.compile(r"[#@/\\.]$|[#@][\w.]*$")

_WORD = rf"(?!{any_of(HEADLINE_VERBS)}\b)(?:(?-i:\p{{Lu}})[\p{{L}}\p{{M}}'&.-]*)"
_CAPITALISED = rf"(?:{_WORD}|&|and|of|for|the)"
_NAMED_PLACE = regex.compile(
    rf"(?i)(?:'s?)?(?:[ ]{_WORD}(?:[ ]{_CAPITALISED}){{0,3}}?)?"
    rf"[ ](?-i:(?=\p{{Lu}})){any_of(NAMED_PLACES)}(?!\w|\s*[#\d])"
)
_NAMED_THING = regex.compile(rf"(?i)[ -]{any_of(NAMED_THINGS)}(?!\w)")
_ITS_THING = regex.compile(rf"(?i)'s?[ ]{any_of(NAMED_THINGS)}(?!\w)")
_EPONYM = regex.compile(rf"(?i){any_of(EPONYMS)}")
_EPONYM_SURNAME = regex.compile(rf"(?i){any_of(EPONYM_SURNAMES)}")
_AROUND = 90  # characters: a look no further than this from a name


def mentions(cased: Cased, entities: Sequence[Entity], *, foreign: bool) -> list[Mention]:
    """The entities that are meant in the text, in order, without overlaps of one kind.

    In a text that is `foreign` to the model, only what patterns found counts, and persons with
    two words in capitals.
    """
    found = [
        _whole(mention, cased)
        for entity in entities
        for mention in (_person if entity.kind == "PERSON" else _place_or_date)(cased.text, entity, foreign)
    ]
    return _merged(sorted(found, key=lambda one: (one.kind, one.start, one.end)))


def _whole(mention: Mention, cased: Cased) -> Mention:
    if mention.kind == "PERSON":
        for whole in cased.wholes:
            if whole.overlaps(Span(mention.start, mention.end)):
                return replace(mention, start=whole.start, end=whole.end)
    return mention


def _place_or_date(text: str, entity: Entity, foreign: bool) -> Iterator[Mention]:
    end = entity.end
    if entity.kind == "DATE" and (cut := _END_OF_DATE.search(text, entity.start, end)):
        end = cut.start()
    stretch = text[entity.start : end]
    if foreign and entity.by == BY_MODEL:
        return
    start = entity.start + len(stretch) - len(stretch.lstrip())
    end -= len(stretch) - len(stretch.rstrip())
    wanted = names_a_day(stretch) if entity.kind == "DATE" else _CAPITAL_WORD.search(stretch) is not None
    if wanted and start < end and not _TAGGED.search(text, max(0, start - _AROUND), start):
        yield Mention(entity.kind, start, end)


def _person(text: str, entity: Entity, foreign: bool) -> Iterator[Mention]:
    by_model = entity.by == BY_MODEL
    phrase = _PHRASE.match(text, entity.start, entity.end)
    found = _NAME.search(text, phrase.end() if phrase else entity.start, entity.end)
    if found is None:
        return
    start, end = found.span("name")
    if by_model:
        start, end = _cut(text, start, end)
        if not _has_the_shape(text, start, end, foreign=foreign):
            return
        if _NO_NAME.fullmatch(text, start, end) or _is_eponym(text, start, end):
            return
    if _PHRASE.search(text, start, end) or _is_building(text, start, end):
        return
    yield Mention("PLACE" if by_model and _is_ground(text, start, end) else "PERSON", start, end)


def _cut(text: str, start: int, end: int) -> tuple[int, int]:
    """The name before `MRI` or `Leaves`; nothing where one word and `ICU` were all, as in `Whole ICU`."""
    if verb := _HEADLINE_VERB.search(text, start, end):
        end = verb.start()
    found = _ABBREVIATION.search(text, start, end)
    if found is None:
        return start, end
    end = start + len(text[start : found.start()].rstrip())
    return (start, end) if " " in text[start:end] else (start, start)


def _is_ground(text: str, start: int, end: int) -> bool:
    """Whether the name is that of a village or a bay."""
    behind = max(0, start - _AROUND)
    return (
        _GROUND.fullmatch(text, start, end) is not None
        or (_GROUND_OR_SURNAME.fullmatch(text, start, end) and _WHERE.search(text, behind, start)) is not None
        or (not text.startswith("'", end) and _INSIDE.search(text, behind, start) is not None)
    )


def _has_the_shape(text: str, start: int, end: int, *, foreign: bool) -> bool:
    words = _CAPITAL_WORD.findall(text, start, end)
    if not words or (foreign and len(words) < 2):
        return False
    return not _TAGGED.search(text, max(0, start - _AROUND), start) and text[end : end + 1] not in (
        "@", "_", *"0123456789"
    )  # fmt: skip


def _is_building(text: str, start: int, end: int) -> bool:
    """Whether a building, an award, a street or a saint bears the name."""
    return (
        _SAINT.search(text, max(0, start - _AROUND), start) is not None
        or _NAMED_PLACE.match(text, end, min(len(text), end + _AROUND)) is not None
    )


def _is_eponym(text: str, start: int, end: int) -> bool:
    """Whether a disease or a device bears the name: `Foley catheter`, but not `Mia's disease`."""
    if _EPONYM.fullmatch(text, start, end):
        return True
    limit = min(len(text), end + _AROUND)
    if _EPONYM_SURNAME.fullmatch(text, start, end) and _ITS_THING.match(text, end, limit):
        return True
    return " " not in text[start:end] and _NAMED_THING.match(text, end, limit) is not None


def _merged(found: Sequence[Mention]) -> list[Mention]:
    merged: list[Mention] = []
    for one in found:
        last = merged[-1] if merged else None
        if last and last.kind == one.kind and one.start < last.end:
            merged[-1] = replace(last, end=max(last.end, one.end))
        else:
            merged.append(one)
    return merged
