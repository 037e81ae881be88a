"""A person in a text -> who that is to us, by the words around: staff, public, patient or unknown.

Who works here or is known to all is told by title, credential, job, office or deed; who is a
patient by what is told of them. A title outweighs all but the plainest words of illness: “Dr. Cho
removed it” is no patient's story, “Dr. Cho was diagnosed” is. Nothing that a cue does not show is
guessed; a name that stays unknown is for rules to judge. The cues are those of the policy.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

import regex

from socialint.entities.cues import Cues, Heard, any_of, words_of
from socialint.entities.likely import is_likely_patient
from socialint.entities.patients import is_ill_plainly, is_patient
from socialint.entities.person import BEING, Person
from socialint.entities.staff import Staff


class Role(StrEnum):
    """Who a person is to the organisation that posts."""

    STAFF = "staff"
    PUBLIC = "public"
    PATIENT = "patient"
    UNKNOWN = "unknown"


_SHORT, _LONG = 3, 12
_LONG_AGO = regex.compile(r"\b1[5-8]\d\d\b")
_ONCE = regex.compile(r"\b19[0-7]\d\b")
_ONE_OF_SEVERAL = regex.compile(r"\s*(?:,|,?\s*(?:and|&|und|en|et|y|e)\s)\s*|[ ]")
_LISTED = 12  # characters between two names of one list, at most
_MOST_NAMESAKES = 20
_REQUEST = regex.compile(r":\s[^.!?\n]*(?:\?|\b(?:please|pls|bitte|graag|svp|por favor)\b)", regex.IGNORECASE)


class Roles:
    """Tells roles by the cues of the policy and the staff register."""

    def __init__(self, cues: Cues, staff: Staff) -> None:
        self._cues = cues
        self._staff = staff
        self._credential = regex.compile(rf",?\s+\(?{any_of(cues.of('credentials'))}(?![\p{{L}}\d])")

    def of(self, persons: Sequence[Person]) -> list[Role]:
        """The role of each of the persons of one post, who are in order.

        In a list (“Ola and Theo”) one name lends its role to the next, and so does a name to its
        later or earlier, shorter or longer forms in the post.
        """
        fiction = {id(person.heard) for person in persons if person.heard.begins.get("fiction")}
        found = [
            Role.PUBLIC if role is Role.UNKNOWN and id(person.heard) in fiction else role
            for person, role in zip(persons, map(self._role, persons), strict=True)
        ]
        return self._shared_by_name(persons, _shared_in_lists(persons, found))

    def _shared_by_name(self, persons: Sequence[Person], found: Sequence[Role]) -> list[Role]:
        known: dict[str, Role] = {}
        named = [words_of(person.name) for person in persons]
        staff: dict[str, list[frozenset[str]]] = {}
        for words, role in zip(named, found, strict=True):
            for word in words if role is Role.STAFF else ():
                staff.setdefault(word, []).append(frozenset(words))
        roles = list(found)
        texts = {id(one.heard): one.heard for one in persons}.values()
        famous = [name for heard in texts for name in self._famous(heard)]
        for at, words in enumerate(named):
            # “The Terry Fox Run … Terry lost his leg”: the one who was named before.
            told_of = any(one.issuperset(words) for one in famous)
            if roles[at] is Role.PATIENT and told_of and not persons[at].before("in-our-care", "cared-for"):
                roles[at] = Role.PUBLIC
            # “Nurse Ola Ash … Ola got her flu shot”: whoever works here is no patient by a hint.
            ours = any(
                other.issuperset(words)
                for first in words[:1]
                for other in staff.get(first, ())[:_MOST_NAMESAKES]
            )
            if roles[at] is Role.PATIENT and ours and not is_ill_plainly(persons[at]):
                roles[at] = Role.STAFF
            for word in words:
                # Two people may share a surname: whoever is a patient is not to be lost.
                if roles[at] is Role.PATIENT or (roles[at] is not Role.UNKNOWN and word not in known):
                    known[word] = roles[at]
        return [
            next((known[word] for word in words if word in known), role) if role is Role.UNKNOWN else role
            for words, role in zip(named, roles, strict=True)
        ]

    def _role(self, one: Person) -> Role:
        if one.hint:
            return Role(one.hint)
        if self._is_known(one):
            return Role.PUBLIC
        if one.before("as-oneself"):
            return Role.PUBLIC  # who tells their own story
        if self._is_staff(one):
            return Role.PATIENT if is_ill_plainly(one) else Role.STAFF
        if one.hidden:
            return Role.PATIENT  # nobody hides the name of a speaker or a donor
        if one.before("in-our-care", "cared-for"):
            return Role.PATIENT
        if is_ill_plainly(one):
            # “Senator Ash announced that she was treated” is hers to tell; “in our ER” is not.
            ours = one.heard.first(("us",), *one.sentence) is not None
            return Role.PATIENT if ours or not self._is_public(one) else Role.PUBLIC
        if self._is_public(one) or self._is_author(one):
            return Role.PUBLIC
        if self._is_listed_speaker(one) or _is_asked(one):
            return Role.STAFF
        if is_patient(one):
            return Role.PATIENT
        if one.before("reached"):
            return Role.STAFF
        return Role.PATIENT if is_likely_patient(one, self._cues) else Role.UNKNOWN

    def _famous(self, heard: Heard) -> Iterator[frozenset[str]]:
        """The names of those whom everybody knows, wherever they stand: “the Terry Fox Run”."""
        names = (self._cues.known_person(heard.words, at) for at in range(len(heard)))
        return (frozenset(name) for name in names if name)

    def _is_known(self, one: Person) -> bool:
        """A person whom everybody knows, also where more belongs to the name: “Terry Fox Run”."""
        return bool(self._cues.known_person(words_of(one.name))) and not one.before("civil-titles")

    def _is_staff(self, one: Person) -> bool:
        heard = one.heard
        behind = heard.text[heard.ends[one.end - 1] : heard.ends[one.end - 1] + 24]
        if self._staff.knows(one.name) or self._credential.match(behind):
            return True
        return (
            one.before("care-titles", "jobs")
            or one.is_called("jobs")
            or one.is_introduced("jobs")
            or _is_named_for_a_job(one)
            # “our patient Ola talks about …”: patients speak as well
            or (
                one.told(("at-work",), 1, apposition=True)
                and not one.before("in-our-care")
                and not (one.end - one.start == 2 and len(heard.words[one.end - 1]) == 1)  # “Ola A. says”
            )
            or self._is_ours_further(one)
        )

    def _is_public(self, one: Person) -> bool:
        if one.before("public-titles") or one.is_called("public-titles"):
            return True
        low, high = one.sentence
        heard = one.heard
        if one.owns("public-works", _SHORT) or heard.first(("public-acts",), low, high) is not None:
            return True
        if one.told(("giving",), _LONG):
            return True
        if low >= high:
            return False
        around = heard.text[heard.starts[low] : heard.ends[high - 1]]
        if _LONG_AGO.search(around):
            return True
        return _ONCE.search(around) is not None and heard.first(("deeds-of-old",), low, high) is not None

    def _is_listed_speaker(self, one: Person) -> bool:
        """“Speakers: Ola Ash (stroke). Hosts: Theo Birch (dementia)”."""
        heard = one.heard
        found = heard.first(("speaking",), one.earlier, one.start)
        behind = heard.beginning("speaking", found) if found is not None else None
        return behind is not None and ":" in heard.gap(behind)

    def _is_ours_further(self, one: Person) -> bool:
        """“Meet Ola! She is our new scheduler”, “ask Ola: she's our scheduler”."""
        heard = one.heard
        for at in range(one.end, one.further - 1):
            if heard.beginning("pronouns", at) is None:
                continue
            if heard.words[at + 1] not in BEING and heard.words[at + 1] != "s":
                continue
            if heard.first(("jobs",), at + 2, min(at + 6, one.further)) is not None:
                return True
        return False

    def _is_author(self, one: Person) -> bool:
        """“writes Ola Ash”, “via @ola_ash”."""
        heard, at = one.heard, one.start
        start = heard.ending("authored", at)
        if start is None or start < one.sentence[0] or one.owns("relatives", 1):
            return False
        return heard.words[start] != "from" or heard.gaps[at].endswith("@")


def _is_named_for_a_job(one: Person) -> bool:
    """“Our new manager is Mrs. Ash”."""
    heard, at = one.heard, one.titled_start() - 1
    return at > one.sentence[0] and heard.words[at] in BEING and heard.ending("jobs", at) is not None


def _is_asked(one: Person) -> bool:
    """“Dana: is the room free on Monday?”: a colleague, at the head of a remark."""
    text, start = one.heard.text, one.heard.starts[one.start]
    at_head = text[:start].rstrip(" \t")[-1:] in ("", "\n")
    return (
        at_head and one.end - one.start == 1 and _REQUEST.match(text, one.heard.ends[one.end - 1]) is not None
    )


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
    heard, behind = one.heard, other.start
    for kind in ("civil-titles", "care-titles"):
        behind = heard.ending(kind, behind) or behind
    if heard is not other.heard or not one.end <= behind <= one.end + 2:
        return False
    start, end = heard.ends[one.end - 1], heard.starts[behind]
    return 0 < end - start <= _LISTED and _ONE_OF_SEVERAL.fullmatch(heard.text, start, end) is not None
