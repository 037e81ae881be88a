"""What was found in a text -> the persons, places and dates that are meant.

The model takes shouted words, drugs, villages and phrases for persons, and cuts names too long.
Here a name is cut to its words; what has no shape of a name is dropped, and so are the people
whom a building, an award, a street, a disease or a device was named after. What was found by cues
joins what the model found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from socialint.entities.analyzer import BY_MODEL, Entity
from socialint.entities.casing import Cased
from socialint.entities.cues import Cues, any_of
from socialint.entities.named_after import NamedAfter
from socialint.entities.shapes import NAME, Shapes
from socialint.entities.words import is_word
from socialint.model.places import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A person, place or date, in the characters of the text that was read."""

    kind: str
    start: int
    end: int


_CAPITAL_WORD = regex.compile(r"\p{Lu}[\p{L}\p{M}]*\p{Ll}[\p{L}\p{M}]*")
_ABBREVIATION = regex.compile(r"(?<![\w.'-])(?!I{2,3}\b|I?V\b|JR\b|SR\b)\p{Lu}{2,4}(?![\w.'-])")
_END_OF_DATE = regex.compile(r",(?=\p{L})|[;\"\n]")
_TAGGED = regex.compile(r"[#@/\\.]$|[#@][\w.]*$")
_ILLNESS = regex.compile(r"(?i)\p{L}{3,}(?:itis|osis|emia|aemia|oma|opathy|algia|plasia|ectomy)$")
_WHENCE = regex.compile(r",? (?:of|from|aus|uit) $")
_AROUND = 90  # characters: a look no further than this from a name


class Reader:
    """Tells which of the entities that were found are meant, by the cues of the policy."""

    def __init__(self, cues: Cues, shapes: Shapes) -> None:
        self._shapes = shapes
        self._language = cues.language
        self._named_after = NamedAfter(cues)
        self._first_names, self._doubtful_names = cues.first_names, cues.doubtful_names
        self._title = regex.compile(rf"{shapes.title}[ ]$")
        no_names = cues.of("not-names")
        self._name = regex.compile(rf"(?:{shapes.title}[ ])?(?P<name>{NAME})")
        self._no_name = regex.compile(rf"(?i){any_of((*no_names, *cues.of('months', 'weekdays')))}")
        self._jobs = frozenset(job.lower() for job in cues.of("jobs"))
        self._credential = regex.compile(rf"(?i){any_of(cues.of('credentials'))}")
        phrases = any_of(word for word in no_names if " " in word)
        self._phrase = regex.compile(rf"(?i)\b{phrases}\b[,!:]?\s*")
        self._verb = regex.compile(rf"(?i)\s+(?:{any_of(cues.of('headline-verbs'))}|home)\b")

    def read(
        self, cased: Cased, entities: Sequence[Entity], named: Iterable[Mention], *, foreign: bool
    ) -> list[Mention]:
        """The entities that are meant in the text, in order, without overlaps of one kind.

        `named` are persons found by cues. In a text that is `foreign` to the model, only what
        patterns found counts of its entities, and persons with two words in capitals.
        """
        found = [one for entity in entities for one in self._meant(cased.text, entity, foreign)]
        phrases = [phrase.span() for phrase in self._phrase.finditer(cased.text)]
        found += (
            replace(one, kind="PLACE") if self._named_after.is_ground(cased.text, one.start, one.end) else one
            for one in named
            if not self._is_thing(cased.text, one.start, one.end)
            and not any(start <= one.start and one.end <= end for start, end in phrases)
        )
        whole = [_whole(one, cased) for one in found]
        homes = [_home(one, whole, cased.text) for one in whole]
        return _merged(sorted(homes, key=lambda one: (one.kind, one.start, one.end)))

    def _meant(self, text: str, entity: Entity, foreign: bool) -> Iterator[Mention]:
        return (self._person if entity.kind == "PERSON" else self._place_or_date)(text, entity, foreign)

    def _place_or_date(self, text: str, entity: Entity, foreign: bool) -> Iterator[Mention]:
        end = entity.end
        if entity.kind == "DATE" and (cut := _END_OF_DATE.search(text, entity.start, end)):
            end = cut.start()
        stretch = text[entity.start : end]
        if foreign and entity.by == BY_MODEL:
            return
        start = entity.start + len(stretch) - len(stretch.lstrip())
        end -= len(stretch) - len(stretch.rstrip())
        if entity.kind == "DATE":
            wanted = self._shapes.names_a_day(stretch)
        else:
            wanted = _CAPITAL_WORD.search(stretch) is not None
        if wanted and start < end and not _TAGGED.search(text, max(0, start - _AROUND), start):
            yield Mention(entity.kind, start, end)

    def _person(self, text: str, entity: Entity, foreign: bool) -> Iterator[Mention]:
        phrase = self._phrase.match(text, entity.start, entity.end)
        found = self._name.search(text, phrase.end() if phrase else entity.start, entity.end)
        if found is None:
            return
        start, end = self._cut(text, *found.span("name"))
        if not _has_the_shape(text, start, end, foreign=foreign):
            return
        if self._no_name.fullmatch(text, start, end) or self._is_thing(text, start, end):
            return
        if foreign and self._is_foreign_noun(text, start, end):
            return
        if self._is_phrase(text, start, end):
            return
        if " " not in text[start:end] and self._is_only_a_word(text, start, end):
            return
        yield Mention("PLACE" if self._named_after.is_ground(text, start, end) else "PERSON", start, end)

    def _is_foreign_noun(self, text: str, start: int, end: int) -> bool:
        """Whether the first word is none that a person is called by, as most are in a German sentence."""
        first = text[start:end].split(" ")[0].lower()
        known = first in self._first_names or first in self._doubtful_names
        return not known and self._title.search(text, max(0, start - _AROUND), start) is None

    def _is_phrase(self, text: str, start: int, end: int) -> bool:
        """Whether several words in capitals are words throughout, and none that a person is called by."""
        words = regex.split(r"[ '-]+", text[start:end].lower())
        named = words[0] in self._first_names or words[0] in self._doubtful_names
        if len(words) < 2 or named or self._title.search(text, max(0, start - _AROUND), start):
            return False
        return all(is_word(word, self._language) for word in words)

    def _is_only_a_word(self, text: str, start: int, end: int) -> bool:
        """Whether one word is none that a person is called by: `Twitter`, `STORY`, `NICU`."""
        word = text[start:end]
        if self._title.search(text, max(0, start - _AROUND), start):
            return False
        if word.lower() in self._first_names and not word.isupper():
            return False
        if word.lower() in self._jobs:
            return True
        return word.isupper() or is_word(word.lower(), self._language) or _ILLNESS.search(word) is not None

    def _is_thing(self, text: str, start: int, end: int) -> bool:
        return (
            self._phrase.search(text, start, end) is not None
            or self._credential.fullmatch(text, start, end) is not None
            or self._named_after.is_eponym(text, start, end)
            or self._named_after.is_building(text, start, end)
        )

    def _cut(self, text: str, start: int, end: int) -> tuple[int, int]:
        """The name before `MRI` or `Leaves`; nothing where one word and `ICU` were all: `Whole ICU`."""
        if verb := self._verb.search(text, start, end):
            end = verb.start()
        found = _ABBREVIATION.search(text, start, end)
        if found is None:
            return start, end
        end = start + len(text[start : found.start()].rstrip())
        return (start, end) if " " in text[start:end] else (start, start)


def _has_the_shape(text: str, start: int, end: int, *, foreign: bool) -> bool:
    words = _CAPITAL_WORD.findall(text, start, end)
    if not words or (foreign and len(words) < 2):
        return False
    return not _TAGGED.search(text, max(0, start - _AROUND), start) and text[end : end + 1] not in (
        "@", "_", *"0123456789"
    )  # fmt: skip


def _whole(mention: Mention, cased: Cased) -> Mention:
    if mention.kind == "PERSON":
        for whole in cased.wholes:
            if whole.overlaps(Span(mention.start, mention.end)):
                return replace(mention, start=whole.start, end=whole.end)
    return mention


def _home(mention: Mention, others: Sequence[Mention], text: str) -> Mention:
    """The mention, as a place where it says whence somebody is: “Ola Ash of Brandon”."""
    before = _WHENCE.search(text, max(0, mention.start - _AROUND), mention.start)
    if mention.kind != "PERSON" or before is None or " " in text[mention.start : mention.end]:
        return mention
    named = any(
        one.kind == "PERSON" and one.end == before.start() and " " in text[one.start : one.end]
        for one in others
    )
    return replace(mention, kind="PLACE") if named else mention


def _merged(found: Sequence[Mention]) -> list[Mention]:
    merged: list[Mention] = []
    for one in found:
        last = merged[-1] if merged else None
        if last and last.kind == one.kind and one.start < last.end:
            merged[-1] = replace(last, end=max(last.end, one.end))
        else:
            merged.append(one)
    return merged
