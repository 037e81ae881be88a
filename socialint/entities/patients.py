"""Whether a person is a patient, by what a post tells of them or says to them."""

from __future__ import annotations

from socialint.entities.beds import is_bed_before, is_hour_before, is_listed
from socialint.entities.cues import Heard
from socialint.entities.person import BEING, COMMA, Person, broken, of_work

_SHORT, _LONG = 3, 12
_TAKEN = frozenset(("from", "of", "for", "von", "van", "voor", "für", "de", "pour", "para"))
_PRONOUNS = frozenset(("he", "she", "they", "er", "sie", "hij", "zij", "ze", "il", "elle", "él", "ella"))
_JOINTS = frozenset(
    ("with", "from", "after", "mit", "nach", "met", "na", "avec", "après", "pour", "con", "tras", "por")
)


def is_patient(one: Person) -> bool:
    """Whether what is said of the person ties them to care or to an illness."""
    return (
        one.before("fondly")
        or _ours_beside(one)
        or one.owns("care", _SHORT)
        or one.owns("conditions", _SHORT)
        or _relative_is_ill(one)
        or one.told(("told-of-patients", "milestones"), _LONG)
        or _has_something(one)
        or _lies_in(one)
        or is_bed_before(one.heard, one.start)
        or is_listed(one.heard, one.start)
        or _has_an_hour(one)
        or _is_shortened(one)
        or _labelled(one)
        or _addressed(one)
        or _taken_from(one)
        or _goes_on(one)
        or _on_record(one)
    )


def _goes_on(one: Person) -> bool:
    """“Meet Ola. She came to us with back pain”: the next sentence begins with a pronoun."""
    heard, at = one.heard, one.sentence[1]
    return heard.beginning("pronouns", at) is not None and _told(heard, at + 1, one.further)


def _told(heard: Heard, start: int, high: int) -> bool:
    return heard.first(("told-of-patients",), start, min(start + 2, high)) is not None


def _relative_is_ill(one: Person) -> bool:
    """“Mrs. Ash's husband (sepsis)”."""
    return (
        one.owns("relatives", 1)
        and one.heard.first(("care", "conditions"), one.end, one.sentence[1]) is not None
    )


def _ours_beside(one: Person) -> bool:
    """“Ola Ash, our first patient”, “Ola Ash is our patient”."""
    heard, at = one.heard, one.end
    if at >= one.sentence[1] or not (COMMA.search(heard.gaps[at]) or heard.words[at] in BEING):
        return False
    found = heard.first(("in-our-care",), at, min(at + 2 + _SHORT, one.sentence[1]))
    if found is None or broken(heard, at, found):
        return False
    behind = heard.beginning("in-our-care", found) or found + 1
    return heard.first(("of-work", "jobs"), behind, behind + 1) is None


def is_ill_plainly(one: Person) -> bool:
    """“Ola Ash was diagnosed”, “Ola Ash, a teacher in Oregon, has asthma”, “… who said he has asthma”."""
    if one.told(("told-of-patients",), 2, apposition=True):
        return True
    heard, high = one.heard, one.sentence[1]
    said = [at + 1 for at in range(one.end, high - 1) if heard.words[at] in _PRONOUNS]
    if any(_told(heard, at, high) for at in said):
        return True
    for at in (*one.starts(2, apposition=True), *said):
        behind = heard.beginning("having", at)
        if at in said and behind is None and heard.words[at] in ("s", "is", "was", "ist", "est", "es"):
            behind = at + 1  # “she's diabetic”
        if behind is not None and heard.words[at] not in _JOINTS:
            condition = heard.first(("conditions",), behind, min(behind + _SHORT, high))
            if condition is not None and not of_work(heard, condition, high):
                return True
    return False


def _has_something(one: Person) -> bool:
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
                and not broken(heard, behind, found)
                and not of_work(heard, found, one.further)
            ):
                return True
    return False


def _lies_in(one: Person) -> bool:
    """“Ola Ash in bed four”, “Ola Ash from 4 west”."""
    heard = one.heard
    for at in range(one.end, min(one.end + 2, one.sentence[1])):
        if heard.beginning("where-to", at) is None:
            continue
        ward = heard.first(("wards",), at + 1, min(at + 4, one.sentence[1]))
        # “Ola from the ICU” works there.
        if ward is not None and (heard.words[at] != "from" or _numbered(heard, ward)):
            return True
    return False


def _numbered(heard: Heard, ward: int) -> bool:
    """“bed 9”, “4 west”."""
    around = heard.words[max(0, ward - 1) : ward + 2]
    return any(word.isdigit() for word in around) or heard.words[ward] in ("bed", "room", "bay")


def _has_an_hour(one: Person) -> bool:
    """“8:15 Ash, biopsy”: a row of a schedule, but for a programme's: “8:15 Ash: sepsis update”."""
    heard, at = one.heard, one.titled_start()
    if not is_hour_before(heard, at) or heard.first(("for-everybody", "speaking"), *one.sentence) is not None:
        return False
    found = heard.first(("care", "conditions"), one.end, one.end + _SHORT)
    return found is not None and not of_work(heard, found, one.sentence[1])


def _is_shortened(one: Person) -> bool:
    """“Ola A. got her stent”: of a first name and one letter, beside care, a patient is made."""
    heard = one.heard
    if one.end - one.start != 2 or len(heard.words[one.end - 1]) != 1:
        return False
    return heard.first(("care", "conditions", "milestones"), one.earlier, one.further) is not None


def _labelled(one: Person) -> bool:
    """“Bay C: Ola Ash, 93, sepsis”: nothing but commas between the name and what ails it."""
    heard = one.heard
    # “Meet Ola Ash. Sepsis, twice.”
    follows = one.end < one.further and heard.gaps[one.end].strip() in (".", ":", "–", "—")
    if follows and heard.beginning("conditions", one.end) is not None:
        return True
    for at in range(one.end, min(one.end + 4, one.sentence[1])):
        if at == one.end and not COMMA.search(heard.gaps[at]):
            return False
        if heard.beginning("conditions", at) is not None and COMMA.search(heard.gaps[at]):
            return True
        if heard.beginning("care", at) is not None and COMMA.search(heard.gaps[at]):
            return True
    return False


def _addressed(one: Person) -> bool:
    """“Ola, your biopsy is back”, “sorry about your root canal, Ola”, and after such a sentence."""
    heard, (low, high) = one.heard, one.sentence
    first, last = one.titled_start(), one.end
    spoken_on = last < one.further and "," in heard.gaps[last] if last < len(heard) else False
    opens = first <= low or (
        spoken_on and any(heard.beginning(kind, last) is not None for kind in ("you", "yours"))
    )
    closes = last >= high or (spoken_on and "," in heard.gaps[first])
    if opens and _yours(heard, last, one.further):
        return True
    if closes and not opens and (_yours(heard, low, first) or _yours(heard, last, one.further)):
        return True
    said_to = ("you", "yours", "reached")
    lone = (opens and spoken_on and heard.first(said_to, last, min(last + _SHORT, high)) is not None) or (
        closes and not opens and "," in heard.gaps[first] and heard.first(said_to, low, first) is not None
    )
    return (
        lone
        and heard.first(("records", "told-of-patients", "cared-for", "in-our-care"), one.earlier, low)
        is not None
    )


def _yours(heard: Heard, start: int, end: int) -> bool:
    for number in range(start, end):
        behind = heard.beginning("yours", number)
        if behind is not None:
            found = heard.first(("care", "dealings", "conditions"), behind, min(behind + _SHORT + 1, end))
            if found is not None and not broken(heard, behind, found):
                return True
        behind = heard.beginning("you", number)
        if behind is not None and heard.first(("as-a-patient",), behind, min(behind + 2, end)) is not None:
            return True
    return False


def _taken_from(one: Person) -> bool:
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


def _on_record(one: Person) -> bool:
    """“LOST: a wristband, chart 55, Ola Ash”: what is kept of a patient in the same sentence."""
    return one.heard.first(("records",), *one.sentence) is not None
