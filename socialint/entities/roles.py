"""A person in a text -> who that is to us, by the words around: staff, public, patient or unknown.

Who works here or is known to all is told by title, credential, job, office or deed; who is a
patient by what is told of them. A title outweighs all but the plainest words of illness: “Dr. Cho
removed it” is no patient's story, “Dr. Cho was diagnosed” is. Nothing that a cue does not show is
guessed; a name that stays unknown is for rules to judge. The words themselves are in `cues`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import regex

from socialint.entities.cues import (
    AS_A_PATIENT,
    AT_WORK,
    CARE,
    CARE_TITLES,
    CARED_FOR,
    CIVIL_TITLES,
    CONDITIONS,
    CREDENTIALS,
    DEEDS_OF_OLD,
    FONDLY,
    GIVING,
    GREETINGS,
    HISTORICAL,
    IN_OUR_CARE,
    JOBS,
    MILESTONES,
    PUBLIC_TITLES,
    PUBLIC_WORKS,
    RECOVERY,
    WARDS,
)
from socialint.entities.shapes import NAME, any_of
from socialint.entities.staff import Staff


class Role(StrEnum):
    """Who a person is to the organisation that posts."""

    STAFF = "staff"
    PUBLIC = "public"
    PATIENT = "patient"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Person:
    """A name in a text, with the sentence it stands in."""

    text: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int

    @property
    def name(self) -> str:
        """The name itself."""
        return self.text[self.start : self.end]


_BEFORE, _AFTER = 120, 160  # characters around a name that are looked at, in its sentence

_CIVIL = rf"(?:{any_of(CIVIL_TITLES)}\.?\s+)?"
_ILL = (
    rf"(?:{any_of(CONDITIONS)})(?!\s+(?:patients?|research|program\w*|care|clinic|cent(?:er|re)|awareness|team"
    r"|specialists?|treatments?|screening\w*|survivors?|month|day|week|fund|walk|talk|lecture)\b)"
)
_WORDS = r"(?:[\w'-]+\s+)"
_PLAIN = r"(?:(?!(?:who|whose|and|is|was|thank|thanks|with|from|after|for|our)\b)[\w&'/-]+\s+)"


def _told(expression: str) -> regex.Pattern[str]:
    return regex.compile(rf"(?i){expression}")


_OTHERS = rf"(?-i:(?:{NAME}(?:,|\s+and|\s+&)\s+)*)"

_CARE_TITLE = _told(rf"\b{any_of(CARE_TITLES)}\.?\s+$")
_JOB_BEFORE = _told(rf"\b{any_of(JOBS)}s?[,:]?\s+{_OTHERS}(?:{any_of(CARE_TITLES)}\.?\s+)?$")
_JOB_AFTER = _told(
    rf"\s*(?:[,(–-]|\b(?:is|as|was named|was appointed|becomes|serves as|will serve as))\s*"
    rf"(?:(?:our|your|the|a|an|my|their)\s+)?{_PLAIN}{{0,3}}?{any_of(JOBS)}\b"
)
_CREDENTIAL = regex.compile(rf",?\s+\(?{any_of(CREDENTIALS)}(?![\p{{L}}\d])")
_WORKS = _told(rf"(?:,[^,.!?]{{1,60}},)?\s+(?:also\s+|now\s+)?{any_of(AT_WORK)}\b")

_PUBLIC_BEFORE = _told(rf"\b{any_of(PUBLIC_TITLES)}\.?,?\s+{_OTHERS}$")
_PUBLIC_AFTER = _told(
    rf"\s*,\s+(?:(?:the|an?|our)\s+)?{_PLAIN}{{0,3}}?{any_of(PUBLIC_TITLES)}\b"
    rf"|'s?\s+{_WORDS}{{0,2}}?{any_of(PUBLIC_WORKS)}\b"
    rf"|[^.!?]{{0,80}}?\b{any_of(GIVING)}\b"
)
_LONG_AGO = regex.compile(r"\b1[5-8]\d\d\b")
_ONCE = regex.compile(r"\b19[0-4]\d\b")
_DEED = _told(rf"\b{any_of(DEEDS_OF_OLD)}\b")
_HISTORICAL = frozenset(HISTORICAL)

_OURS = _told(rf"\b{any_of(IN_OUR_CARE)}[,:]?\s+{_CIVIL}$|\b{any_of(CARED_FOR)}\s+(?:little\s+)?{_CIVIL}$")
_FOND = _told(rf"\b{any_of(FONDLY)}\s+{_CIVIL}$")
_OURS_AFTER = _told(rf"\s*,\s+(?:an?|our|my|the)\s+{_WORDS}{{0,2}}?{any_of(IN_OUR_CARE)}\b")
_ILL_PLAINLY = _told(
    rf"(?:,[^,.!?]{{1,60}},)?\s+(?:(?:who|just|now|finally)\s+){{0,2}}"
    rf"(?:{any_of(RECOVERY)}\b|(?:has|is\s+battling|is\s+living\s+with|was\s+diagnosed\s+with)\s+{_WORDS}{{0,2}}?{_ILL})"
    rf"|\s+who\b[^.!?]{{0,60}}?\b(?:he|she|they)\s+(?:has|have)\s+{_WORDS}{{0,2}}?{_ILL}"
)
_ILL_FURTHER = _told(
    rf"[^.!?;]{{0,60}}?\b(?:{any_of(RECOVERY)}|{any_of(MILESTONES)})\b"
    rf"|[^.!?;]{{0,60}}?\b(?:has|had|have|with|after|from|lives\s+with|suffers\s+from|battled|beat)\s+"
    rf"{_WORDS}{{0,3}}?{_ILL}"
    rf"|[^.!?;]{{0,60}}?\b(?:his|her|their)\s+{_WORDS}{{0,3}}?(?:{any_of(CARE)}\b|{_ILL})"
    rf"|\s+(?:in|from)\s+(?:the\s+|our\s+)?{any_of(WARDS)}\b"
    r"|[^.!?;]{0,40}?\b(?:finished|completed)\s+(?:her|his|their)\s+(?:last|final)\b"
)
_POSSESSED = _told(rf"(?:'s?)\s+{_WORDS}{{0,2}}?(?:{any_of(CARE)}\b|{_ILL})")
_SPOKEN_TO = _told(rf"(?:^|[.!?,;:]\s*|\b{any_of(GREETINGS)}\s+){_CIVIL}$")
_YOURS = _told(
    rf",\s[^.!?]{{0,80}}?\b(?:your\s+{_WORDS}{{0,3}}?(?:{any_of(CARE)}\b|{_ILL})|you\s+{any_of(AS_A_PATIENT)}\b)"
)
_YOURS_BEFORE = _told(rf"\byour\b[^.!?]{{0,60}}\b(?:{any_of(CARE)}\b|{_ILL})[^.!?]*,\s*{_CIVIL}$")

_ONE_OF_SEVERAL = regex.compile(r"\s*(?:,|,?\s*(?:and|&|und|en|et|y))\s*")
_LISTED = 12  # characters between two names of one list, at most


def roles(persons: Sequence[Person], staff: Staff) -> list[Role]:
    """The role of each of the persons of one post, who are in order.

    In a list (“Ola and Theo”) one name lends its role to the next, and so does a name to its
    later or earlier, shorter or longer forms in the post.
    """
    found = [_role(person, staff) for person in persons]
    found = _shared_in_lists(persons, found)
    return _shared_by_name(persons, found)


def _role(person: Person, staff: Staff) -> Role:
    text = person.text
    before = text[max(person.sentence_start, person.start - _BEFORE) : person.start]
    after = text[person.end : min(person.sentence_end, person.end + _AFTER)]
    if person.name.lower() in _HISTORICAL:
        return Role.PUBLIC
    if (
        staff.knows(person.name)
        or _CARE_TITLE.search(before)
        or _CREDENTIAL.match(after)
        or _JOB_BEFORE.search(before)
        or _JOB_AFTER.match(after)
        or _WORKS.match(after)
    ):
        return Role.PATIENT if _ILL_PLAINLY.match(after) else Role.STAFF
    if _is_patient(before, after):
        return Role.PATIENT
    return Role.PUBLIC if _is_public(before, after) else Role.UNKNOWN


def _is_patient(before: str, after: str) -> bool:
    return bool(
        _OURS.search(before)
        or _FOND.search(before)
        or _OURS_AFTER.match(after)
        or _ILL_PLAINLY.match(after)
        or _ILL_FURTHER.match(after)
        or _POSSESSED.match(after)
        or (_SPOKEN_TO.search(before) and _YOURS.match(after))
        or _YOURS_BEFORE.search(before)
    )


def _is_public(before: str, after: str) -> bool:
    if _PUBLIC_BEFORE.search(before) or _PUBLIC_AFTER.match(after):
        return True
    around = f"{before} {after}"
    return bool(_LONG_AGO.search(around) or (_ONCE.search(around) and _DEED.search(around)))


def _shared_in_lists(persons: Sequence[Person], found: Sequence[Role]) -> list[Role]:
    shared = list(found)
    for at in range(1, len(persons)):
        if shared[at] is Role.UNKNOWN and _listed(persons[at - 1], persons[at]):
            shared[at] = shared[at - 1]
    for at in range(len(persons) - 1, 0, -1):
        if shared[at - 1] is Role.UNKNOWN and _listed(persons[at - 1], persons[at]):
            shared[at - 1] = shared[at]
    return shared


def _listed(one: Person, other: Person) -> bool:
    if one.text is not other.text or not 0 < other.start - one.end <= _LISTED:
        return False
    return _ONE_OF_SEVERAL.fullmatch(one.text, one.end, other.start) is not None


def _shared_by_name(persons: Sequence[Person], found: Sequence[Role]) -> list[Role]:
    known: dict[str, Role] = {}
    for person, role in zip(persons, found, strict=True):
        for word in person.name.lower().split():
            # Two people may share a surname: whoever is a patient is not to be lost.
            if role is Role.PATIENT or (role is not Role.UNKNOWN and word not in known):
                known[word] = role
    return [
        next((known[word] for word in person.name.lower().split() if word in known), role)
        if role is Role.UNKNOWN
        else role
        for person, role in zip(persons, found, strict=True)
    ]
