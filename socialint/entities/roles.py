"""A person in a text -> who that is to us, by the words around: staff, public, patient or unknown.

Who works here or is known to all is told by title, credential, job, office or deed; who is a
patient by what is told of them. A title outweighs all but the plainest words of illness: “Dr. Cho
removed it” is no patient's story, “Dr. Cho was diagnosed” is. Nothing that a cue does not show is
guessed; a name that stays unknown is for rules to judge. The cues are those of the policy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import regex

from socialint.entities.cues import Cues, Heard, any_of, words_of
from socialint.entities.staff import Staff
from socialint.entities.words import is_word


class Role(StrEnum):
    """Who a person is to the organisation that posts."""

    STAFF = "staff"
    PUBLIC = "public"
    PATIENT = "patient"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Person:
    """A name in a text: its words, those of its sentence, where the one before it begins and the one behind it ends.

    All are numbers of words of `heard`, half-open. `hint` is the role that a hashtag tells.
    """

    heard: Heard
    name: str
    start: int
    end: int
    sentence: tuple[int, int]
    before: int
    further: int
    hint: str = ""


_SHORT, _LONG = 3, 12
_CLAUSE = regex.compile(r"[.!?;\n]\s|[.!?;\n]$")
_COMMA = regex.compile(r"[,(–—-]")
_TAKEN = frozenset(("from", "of", "for", "von", "van", "voor", "für", "de", "pour", "para"))
_APPOSITION = 12
_HEALTH = ("conditions", "care", "told-of-patients", "milestones", "wards")
_LIKELY = 3
_AGE = regex.compile(r",? \(?\d{1,3}\b(?!%)")
_NAME_OF_ITS_OWN = regex.compile(r"\p{Lu}\p{Ll}")
_LONG_AGO = regex.compile(r"\b1[5-8]\d\d\b")
_ONCE = regex.compile(r"\b19[0-4]\d\b")
_ONE_OF_SEVERAL = regex.compile(r"\s*(?:,|,?\s*(?:and|&|und|en|et|y|e)\s)\s*")
_BE = frozenset(("is", "as", "was", "were", "named", "appointed", "becomes", "serves", "serve", "will", "our", "the",
                 "your", "a", "an", "my", "their", "ist", "war", "als", "est", "es", "unser", "unsere", "onze", "notre",
                 "nuestra", "nuestro", "eine", "ein", "een", "une", "un", "una", "la", "le", "der", "die"))  # fmt: skip
_OTHERWISE = frozenset(("who", "whose", "and", "thank", "thanks", "with", "from", "after", "for"))
_PRONOUNS = frozenset(("he", "she", "they", "er", "sie", "hij", "zij", "ze", "il", "elle", "él", "ella"))
_JOINTS = frozenset(
    ("with", "from", "after", "mit", "nach", "met", "na", "avec", "après", "pour", "con", "tras", "por")
)
_LISTED = 12  # characters between two names of one list, at most


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
        staff = {words for words, role in zip(named, found, strict=True) if role is Role.STAFF}
        roles = list(found)
        for at, words in enumerate(named):
            # “Nurse Ola Ash … Ola got her flu shot”: whoever works here is no patient by a hint.
            ours = any(set(words) <= set(other) for other in staff)
            if roles[at] is Role.PATIENT and ours and not self._ill_plainly(persons[at]):
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
        if words_of(one.name) in self._cues.known_persons:
            return Role.PUBLIC
        if self._is_staff(one):
            return Role.PATIENT if self._ill_plainly(one) else Role.STAFF
        if self._before(one, "in-our-care", "cared-for"):
            return Role.PATIENT
        if self._ill_plainly(one):
            # “Senator Ash announced that she was treated” is hers to tell; “in our ER” is not.
            ours = one.heard.first(("us",), *one.sentence) is not None
            return Role.PATIENT if ours or not self._is_public(one) else Role.PUBLIC
        if self._is_public(one) or self._is_author(one):
            return Role.PUBLIC
        if self._is_listed_speaker(one):
            return Role.STAFF
        if self._is_patient(one):
            return Role.PATIENT
        if self._before(one, "reached"):
            return Role.STAFF
        return Role.PATIENT if self._is_likely_patient(one) else Role.UNKNOWN

    # --- staff and the public ------------------------------------------------------------

    def _is_staff(self, one: Person) -> bool:
        heard = one.heard
        behind = heard.text[heard.ends[one.end - 1] : heard.ends[one.end - 1] + 24]
        if self._staff.knows(one.name) or self._credential.match(behind):
            return True
        return (
            self._before(one, "care-titles", "jobs")
            or self._told_beside(one, "jobs")
            or self._at(one, ("at-work",), 1, apposition=True)
            or self._is_ours_further(one)
        )

    def _is_ours_further(self, one: Person) -> bool:
        """“Meet Ola! She is our new scheduler”: the next sentence tells the job."""
        heard, at = one.heard, one.sentence[1]
        if heard.beginning("pronouns", at) is None or at + 1 >= one.further:
            return False
        if heard.words[at + 1] not in _BE and heard.words[at + 1] != "s":
            return False
        return heard.first(("jobs",), at + 2, min(at + 6, one.further)) is not None

    def _is_author(self, one: Person) -> bool:
        """“writes Ola Ash”, “via @ola_ash”."""
        heard, at = one.heard, one.start
        start = heard.ending("authored", at)
        if start is None or start < one.sentence[0]:
            return False
        return heard.words[start] != "from" or heard.gaps[at].endswith("@")

    def _is_listed_speaker(self, one: Person) -> bool:
        """“Speakers: Ola Ash (stroke), Theo Birch (dementia)”."""
        heard = one.heard
        found = heard.first(("speaking",), one.sentence[0], one.start)
        behind = heard.beginning("speaking", found) if found is not None else None
        return behind is not None and ":" in heard.gap(behind)

    def _is_public(self, one: Person) -> bool:
        if self._before(one, "public-titles") or self._told_beside(one, "public-titles"):
            return True
        low, high = one.sentence
        heard = one.heard
        if self._owns(one, "public-works", _SHORT) or heard.first(("public-acts",), low, high) is not None:
            return True
        if self._at(one, ("giving",), _LONG):
            return True
        if low >= high:
            return False
        around = heard.text[heard.starts[low] : heard.ends[high - 1]]
        if _LONG_AGO.search(around):
            return True
        return _ONCE.search(around) is not None and heard.first(("deeds-of-old",), low, high) is not None

    def _told_beside(self, one: Person, kind: str) -> bool:
        """“Ola Ash, our chief of surgery”, “Ola Ash is the new manager”."""
        heard, at = one.heard, one.end
        if at >= len(heard) or not (_COMMA.search(heard.gaps[at]) or heard.words[at] in _BE):
            return False
        if heard.words[at] == "s" and "'" in heard.gaps[at]:
            return False
        for number in range(at, min(at + 6, one.sentence[1])):
            if heard.beginning(kind, number) is not None:
                return True
            if number > at and _COMMA.search(heard.gaps[number]) and heard.gaps[number] != "-":
                return False
            if heard.words[number] in _OTHERWISE:
                return False
        return False

    # --- patients ------------------------------------------------------------------------

    def _is_patient(self, one: Person) -> bool:
        return (
            self._before(one, "fondly")
            or self._ours_beside(one)
            or self._owns(one, "care", _SHORT)
            or self._owns(one, "conditions", _SHORT)
            or self._relative_is_ill(one)
            or self._at(one, ("told-of-patients", "milestones"), _LONG)
            or self._has_something(one)
            or self._lies_in(one)
            or self._labelled(one)
            or self._addressed(one)
            or self._taken_from(one)
            or self._goes_on(one)
            or self._on_record(one)
        )

    def _goes_on(self, one: Person) -> bool:
        """“Meet Ola. She came to us with back pain”: the next sentence begins with a pronoun."""
        heard, at = one.heard, one.sentence[1]
        return heard.beginning("pronouns", at) is not None and self._told(heard, at + 1, one.further)

    def _told(self, heard: Heard, start: int, high: int) -> bool:
        return heard.first(("told-of-patients",), start, min(start + 2, high)) is not None

    def _is_likely_patient(self, one: Person) -> bool:
        """Whether what stands around speaks of one person in care, though nothing ties it to the name.

        What speaks for it and against it is weighed: an illness or a treatment in the sentence, or
        beside it; our ward, our work; how private people are called; and on the other side
        classes, studies and people in general.
        """
        heard, (low, high) = one.heard, one.sentence
        if heard.begins.get("fiction") or not self._is_called_so(one):
            return False
        here = self._health(one, low, high)
        beside = self._health(one, one.before, low) + self._health(one, high, one.further)
        if not here and not beside:
            return False
        points = min(2 * here, 3) if here else min(beside, 2)
        points += sum(
            (
                bool(here and beside),
                heard.first(("us",), one.before, one.further) is not None,
                heard.first(("pronouns", "theirs"), one.end, one.further) is not None,
                self._before(one, "civil-titles", "wished", "fondly"),
                one.end - one.start == 1 or len(heard.words[one.end - 1]) == 1,
                _AGE.match(heard.text, heard.ends[one.end - 1]) is not None,
            )
        )
        general = heard.begins.get("for-everybody", {})
        points -= 2 * sum(at in general for at in range(one.before, one.further))
        return points >= (_LIKELY if here else _LIKELY + 1)

    def _is_called_so(self, one: Person) -> bool:
        """Whether people are called so: most of what only the model takes for a name is none."""
        words = one.heard.words[one.start : one.end]
        if any(word in self._cues.first_names for word in words) or len(words[-1]) == 1:
            return True
        if self._before(one, "civil-titles", "wished") or one.name.startswith("@"):
            return True
        return words[0] in self._cues.doubtful_names and len(words) > 1 and not is_word(words[-1])

    def _health(self, one: Person, start: int, end: int) -> int:
        """How many cues of health stand there, but for those of a team or a month, and in the name."""
        heard = one.heard
        found, at = 0, start
        while at < min(end, len(heard)):
            behind = max(heard.beginning(kind, at) or 0 for kind in _HEALTH)
            if behind and not one.start <= at < one.end and not self._of_work(heard, at, end):
                found += 1
            at = max(behind, at + 1)
        return found

    def _relative_is_ill(self, one: Person) -> bool:
        """“Mrs. Ash's husband (sepsis)”."""
        return (
            self._owns(one, "relatives", 1)
            and one.heard.first(("care", "conditions"), one.end, one.sentence[1]) is not None
        )

    def _ours_beside(self, one: Person) -> bool:
        """“Ola Ash, our first patient”, “Ola Ash is our patient”."""
        heard, at = one.heard, one.end
        if at >= one.sentence[1] or not (_COMMA.search(heard.gaps[at]) or heard.words[at] in _BE):
            return False
        found = heard.first(("in-our-care",), at, min(at + 2 + _SHORT, one.sentence[1]))
        if found is None or self._broken(heard, at, found):
            return False
        behind = heard.beginning("in-our-care", found) or found + 1
        return heard.first(("of-work", "jobs"), behind, behind + 1) is None

    def _ill_plainly(self, one: Person) -> bool:
        """“Ola Ash was diagnosed”, “Ola Ash, a teacher in Oregon, has asthma”, “… who said he has asthma”."""
        if self._at(one, ("told-of-patients",), 2, apposition=True):
            return True
        heard, high = one.heard, one.sentence[1]
        said = [at + 1 for at in range(one.end, high - 1) if heard.words[at] in _PRONOUNS]
        if any(self._told(heard, at, high) for at in said):
            return True
        for at in (*self._starts(one, 2, apposition=True), *said):
            behind = heard.beginning("having", at)
            if at in said and behind is None and heard.words[at] in ("s", "is", "was", "ist", "est", "es"):
                behind = at + 1  # “she's diabetic”
            if behind is not None and heard.words[at] not in _JOINTS:
                condition = heard.first(("conditions",), behind, min(behind + _SHORT, high))
                if condition is not None and not self._of_work(heard, condition, high):
                    return True
        return False

    def _has_something(self, one: Person) -> bool:
        """“Ola Ash … with sepsis”, “… her new hip”, here or in the sentence behind."""
        heard = one.heard
        for number in range(one.end, min(one.further, one.end + 2 * _LONG)):
            own = heard.beginning("theirs", number)
            having = heard.beginning("having", number) if number < one.sentence[1] else None
            for behind, kinds in ((own, ("care", "conditions")), (having, ("conditions",))):
                if behind is None:
                    continue
                if heard.ending("for-everybody", behind) is not None:
                    continue  # “kids with cancer”
                found = heard.first(kinds, behind, min(behind + _SHORT + 1, one.further))
                if (
                    found is not None
                    and not self._broken(heard, behind, found)
                    and not self._of_work(heard, found, one.further)
                ):
                    return True
        return False

    def _of_work(self, heard: Heard, at: int, high: int) -> bool:
        """Whether the condition is that of a clinic, a team or a month: `stroke program`."""
        behind = heard.beginning("conditions", at) or heard.beginning("care", at) or at + 1
        return heard.first(("of-work",), behind, min(behind + 1, high)) is not None

    def _lies_in(self, one: Person) -> bool:
        """“Ola Ash in bed four”, “Ola Ash from 4 west”."""
        heard = one.heard
        return any(
            heard.beginning("where-to", at) is not None
            and heard.first(("wards",), at + 1, min(at + 4, one.sentence[1])) is not None
            for at in range(one.end, min(one.end + 2, one.sentence[1]))
        )

    def _labelled(self, one: Person) -> bool:
        """“Bay C: Ola Ash, 93, sepsis”: nothing but commas between the name and what ails it."""
        heard = one.heard
        for at in range(one.end, min(one.end + 4, one.sentence[1])):
            if at == one.end and not _COMMA.search(heard.gaps[at]):
                return False
            if heard.beginning("conditions", at) is not None and _COMMA.search(heard.gaps[at]):
                return True
            if heard.beginning("care", at) is not None and _COMMA.search(heard.gaps[at]):
                return True
        return False

    def _addressed(self, one: Person) -> bool:
        """“Ola, your biopsy is back”, “sorry about your root canal, Ola”, and after such a sentence."""
        heard, (low, high) = one.heard, one.sentence
        first, last = self._titled_start(one), one.end
        spoken_on = last < one.further and "," in heard.gaps[last] if last < len(heard) else False
        opens = first <= low or (
            spoken_on and any(heard.beginning(kind, last) is not None for kind in ("you", "yours"))
        )
        closes = last >= high or (spoken_on and "," in heard.gaps[first])
        if opens and self._yours(heard, last, one.further):
            return True
        if closes and not opens and (self._yours(heard, low, first) or self._yours(heard, last, one.further)):
            return True
        said_to = ("you", "yours", "reached")
        lone = (opens and spoken_on and heard.first(said_to, last, min(last + _SHORT, high)) is not None) or (
            closes and not opens and "," in heard.gaps[first] and heard.first(said_to, low, first) is not None
        )
        return (
            lone
            and heard.first(("records", "told-of-patients", "cared-for", "in-our-care"), one.before, low)
            is not None
        )

    def _yours(self, heard: Heard, start: int, end: int) -> bool:
        for number in range(start, end):
            behind = heard.beginning("yours", number)
            if behind is not None:
                found = heard.first(("care", "dealings", "conditions"), behind, min(behind + _SHORT + 1, end))
                if found is not None and not self._broken(heard, behind, found):
                    return True
            behind = heard.beginning("you", number)
            if (
                behind is not None
                and heard.first(("as-a-patient",), behind, min(behind + 2, end)) is not None
            ):
                return True
        return False

    def _taken_from(self, one: Person) -> bool:
        """“retinal scan from Ola Ash”, “results for Mr. Ash”."""
        heard, at = one.heard, one.start
        title = heard.ending("civil-titles", at)
        at = at if title is None else title
        low = one.sentence[0]
        if at - 1 <= low or heard.beginning("breaks", at - 1) is None or heard.gaps[at].strip():
            return False
        return (
            any(heard.ending(kind, at - 1) is not None for kind in ("care", "records"))
            and heard.words[at - 1] in _TAKEN
        )

    def _on_record(self, one: Person) -> bool:
        """“LOST: a wristband, chart 55, Ola Ash”: what is kept of a patient in the same sentence."""
        return one.heard.first(("records",), *one.sentence) is not None

    # --- where cues stand ----------------------------------------------------------------

    def _before(self, one: Person, *kinds: str) -> bool:
        """Whether a cue stands right before the name, or before a title there."""
        heard, at = one.heard, one.start
        for _ in range(3):
            if at <= one.sentence[0] or not (len(heard.gaps[at]) < 4 if at < len(heard) else True):
                return False
            for kind in kinds:
                start = heard.ending(kind, at)
                if start is not None and start >= one.sentence[0]:
                    return True
            title = next(
                (
                    found
                    for kind in ("civil-titles", "care-titles", "public-titles", "fondly")
                    if (found := heard.ending(kind, at)) is not None
                ),
                None,
            )
            if title is None:
                return False
            at = title
        return False

    def _titled_start(self, one: Person) -> int:
        """The first word of the name with its title and greeting."""
        heard, at = one.heard, one.start
        for kind in ("civil-titles", "care-titles", "fondly", "greetings"):
            start = heard.ending(kind, at)
            at = start if start is not None else at
        return at

    def _owns(self, one: Person, kind: str, skip: int) -> bool:
        heard, at = one.heard, one.end
        if at >= len(heard) or heard.words[at] != "s" or "'" not in heard.gaps[at]:
            if not (heard.text[heard.ends[at - 1] - 1] == "s" and heard.gap(at).startswith("'")):
                return False
            at -= 1
        found = heard.first((kind,), at + 1, min(at + 2 + skip, one.sentence[1]))
        if (
            found is None
            or self._broken(heard, at + 1, found)
            or self._of_work(heard, found, one.sentence[1])
        ):
            return False
        if found > at + 1 and _NAME_OF_ITS_OWN.match(heard.text, heard.starts[at + 1]):
            return False  # “Kate's Kitchen caters …”
        return heard.first(("breaks",), at + 1, found) is None

    def _at(self, one: Person, kinds: Sequence[str], skip: int, *, apposition: bool = False) -> bool:
        heard = one.heard
        for number in self._starts(one, skip, apposition=apposition):
            if any(heard.beginning(kind, number) is not None for kind in kinds):
                return True
        return False

    def _starts(self, one: Person, skip: int, *, apposition: bool) -> Sequence[int]:
        """The words behind the name at which its clause may go on, no more than `skip` left out."""
        heard, high = one.heard, one.sentence[1]
        found: list[int] = []
        for number in range(one.end, min(one.end + skip + 1, high)):
            if number > one.end and _CLAUSE.search(heard.gaps[number]):
                break
            found.append(number)
        if apposition and one.end < high and _COMMA.search(heard.gaps[one.end]):
            for number in range(one.end + 1, min(one.end + _APPOSITION, high)):
                if "," in heard.gaps[number] or ")" in heard.gaps[number]:
                    found += range(number, min(number + skip, high))
        return found

    def _broken(self, heard: Heard, start: int, end: int) -> bool:
        return any(
            _CLAUSE.search(heard.gaps[number]) or "," in heard.gaps[number]
            for number in range(start, end + 1)
            if number > start
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
