"""Cues of persons: the words by which a name, and who bears it, are known.

A file of `vocabulary/persons` is for one language and holds lists by kind. An entry is words, with
`(a|b)` for one of and `[a]` for what may be there, or `{list: FILE}`, a file with a term a line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from types import MappingProxyType

from socialint.errors import UserError
from socialint.model.leaves import Choice, Item, Literal
from socialint.policy.expressions import LANGUAGE, TEMPLATES, Templates
from socialint.policy.tables import Tables
from socialint.schema import (
    Node,
    Reading,
    Shape,
    Wrong,
    by_form,
    enum,
    many,
    mapping_of,
    record,
    required,
    text,
    transformed,
)

KINDS: Mapping[str, str] = {
    "first-names": "first names that hardly mean anything else",
    "names-that-are-words": "first names that are words or places as well: names only with a cue beside them",
    "not-names": "words in capitals that are taken for a name, and are none",
    "known-persons": "persons of history, of public life and of story whom health posts name by themselves",
    "civil-titles": "titles that say a name follows, and nothing of the role",
    "care-titles": "titles of people who give care",
    "credentials": "what stands behind the name of somebody who works in care; compared with its capitals",
    "jobs": "what somebody is to the organisation, right before or after the name",
    "at-work": "what only somebody who works here does, right after the name",
    "reached": "what stands before the name of somebody to call or to write to",
    "public-titles": "offices, crafts and deeds of a public person, right before or after the name",
    "public-works": "what a public person or a donor is known by, behind the name: “’s memoir”",
    "public-acts": "how something of a public person became known, anywhere in the sentence",
    "giving": "what a donor is thanked for, after the name",
    "deeds-of-old": "what historical figures did, in a sentence with a year long past",
    "fiction": "where somebody is made up, anywhere in the post",
    "eponyms": "names that have become words of medicine",
    "eponym-surnames": "the same, but people are called so as well",
    "named-things": "diseases, devices and methods, behind the name they are called after",
    "named-places": "buildings, awards, streets and firms, in capitals behind a name",
    "ground": "the last word of small places: “Elk Falls”",
    "ground-or-surname": "the same, but people are called so as well",
    "regions": "states and countries, behind the name of a town; two letters count in capitals",
    "where-to": "what stands before a place",
    "inside": "what stands before a place, and hardly ever before a person",
    "believing": "behind these, `inside` leads to a person after all",
    "headline-verbs": "in a headline all words have capitals: here the name ends",
    "months": "months",
    "weekdays": "days of the week and feasts",
    "greetings": "what stands before the name of the person spoken to",
    "little-words": "words of a sentence that are never part of a name, whatever their case",
    "in-our-care": "what somebody is to us who is a patient, right before or after the name",
    "fondly": "what patients and others are called, right before the name",
    "relatives": "what somebody is to a patient",
    "cared-for": "what was done to a patient, right before the name",
    "told-of-patients": "what is told of a patient, in the clause behind the name",
    "milestones": "what patients are congratulated on",
    "conditions": "what somebody has who is ill",
    "dealings": "what links a patient to our books: only with “your” before it",
    "care": "what is somebody’s own once they are a patient: “Mia’s biopsy”",
    "of-work": "behind a condition: it is a team’s or a month’s, and nobody’s: “stroke program”",
    "wards": "where a patient lies",
    "records": "what is kept of a patient, beside whose name or number it stands",
    "as-a-patient": "what is said to a patient, behind “you”",
    "having": "what stands between a person and a condition: “has”, “after”",
    "authored": "what stands before the name of an author, or the handle of one",
    "pronouns": "words for he, she, they: the next sentence goes on about the person",
    "us": "words for we, us, our, I, my: a post that tells of its own work",
    "wished": "what a patient is wished, right before the name",
    "speaking": "those who speak somewhere, before a list of names",
    "for-everybody": "classes, studies and people in general: near it, a name is hardly a patient’s",
    "rosters": "what stands before a list of the surnames of patients",
    "busy": "what somebody does for others or in sport, behind the name: hardly a patient, unless more is told",
    "breaks": "words behind which a thing is no longer that of the person before: “Mia’s talk on cancer”",
    "theirs": "words for his, her, their",
    "yours": "words for your",
    "you": "words for you",
    "beds": "what stands, with a number, for who lies in it: “room”, “bed”",
    "hopes": "what a hashtag wishes a patient: “pray for”, “strong”",
    "thanks": "what a hashtag says to staff: “thank you”, “ask”",
    "cheers": "what a hashtag says to anybody: “team”, “meet”",
    "siblings": "children of one family, behind its name: “twins”",
    "as-oneself": "what stands before one's own name: “I'm”, “my name is”",
}
"""The kinds of cues, and what each is for."""

_MOST_WAYS = 2_000


@dataclass(frozen=True, slots=True)
class ListFile:
    """A word file beside the vocabulary, and where it was named."""

    name: str


@dataclass(frozen=True, slots=True)
class CuesOfPersons:
    """The cues of one file, by kind."""

    language: str
    kinds: Mapping[str, tuple[str | ListFile, ...]]


def _spelled(items: Sequence[Item]) -> Iterator[tuple[str, ...]]:
    options: list[list[tuple[str, ...]]] = []
    for item in items:
        if isinstance(item, Literal):
            options.append([(item.text,)])
        elif isinstance(item, Choice):
            options.append([words for option in item.options for words in _spelled(option)])
        else:
            raise Wrong("cues of persons have no gaps and no numbers", hint="write the words out")
    for parts in product(*options):
        yield tuple(word for part in parts for word in part)


def _phrases(templates: Templates, node: Node) -> tuple[str | ListFile, ...]:
    found: dict[str, None] = {}
    for ways_to_read, _ in templates:
        for reading in ways_to_read:
            items = tuple(part for part in reading if isinstance(part, Literal | Choice))
            if len(items) < len(reading):
                raise Wrong("cues of persons hold words alone", hint="write the words out")
            ways = [" ".join(words) for words in _spelled(items)]
            if len(ways) > _MOST_WAYS:
                raise Wrong(f"this can be read in more than {_MOST_WAYS} ways", hint="write several entries")
            found.update(dict.fromkeys(ways))
    return tuple(found)


def _listed(name: str, node: Node) -> tuple[str | ListFile, ...]:
    return (ListFile(name),)


_ENTRY: Shape[tuple[str | ListFile, ...]] = by_form(
    scalar=transformed(TEMPLATES, _phrases),
    mapping=transformed(
        record(
            lambda file: file,
            required("list", text("a file"), "a word file", argument="file"),
            about="a list",
        ),
        _listed,
    ),
)


def _flat(entries: tuple[tuple[str | ListFile, ...], ...], node: Node) -> tuple[str | ListFile, ...]:
    return tuple(dict.fromkeys(one for entry in entries for one in entry))


PERSONS_FILE: Shape[CuesOfPersons] = record(
    lambda language, kinds: CuesOfPersons(language, kinds),
    required("language", LANGUAGE, "the language of the cues"),
    required(
        "persons",
        mapping_of(
            transformed(many(_ENTRY), _flat),
            key=enum({kind: kind for kind in KINDS}, "a kind of cue"),
            what="cues by kind",
        ),
        "what tells names and roles",
        argument="kinds",
    ),
    about="cues of persons in one language",
)
"""One file of cues of persons."""


def gathered(
    files: Sequence[tuple[Path, CuesOfPersons]],
    tables: Tables,
    shown: Callable[[Path], str],
    reading: Reading,
) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """The cues of all files by language and by kind, with the words of their lists."""
    languages: dict[str, dict[str, dict[str, None]]] = {}
    for path, file in files:
        words = languages.setdefault(file.language, {})
        for kind, entries in file.kinds.items():
            for entry in entries:
                listed: Sequence[str] = (entry,) if isinstance(entry, str) else ()
                if isinstance(entry, ListFile):
                    beside = path.parent / entry.name
                    try:
                        listed = tables.terms(beside, shown(beside))
                    except UserError as error:
                        reading.problems += error.problems
                words.setdefault(kind, {}).update(dict.fromkeys(listed))
    return MappingProxyType(
        {
            language: MappingProxyType({kind: tuple(found) for kind, found in words.items()})
            for language, words in languages.items()
        }
    )
