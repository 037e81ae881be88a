"""Whether a person is likely a patient, where nothing ties the care that is told of to the name."""

from __future__ import annotations

import regex

from socialint.entities.cues import Cues
from socialint.entities.person import Person, of_work
from socialint.entities.words import is_word

_HEALTH = ("conditions", "care", "told-of-patients", "milestones")
_LIKELY = 3
_FURTHER = 30  # words
_AGE = regex.compile(r",? \(?\d{1,3}\b(?!%)")


def is_likely_patient(one: Person, cues: Cues) -> bool:
    """Whether what stands around speaks of one person in care, though nothing ties it to the name.

    What speaks for it and against it is weighed: an illness or a treatment in the sentence, or
    beside it; our ward, our work; how private people are called; and on the other side
    classes, studies and people in general.
    """
    heard, (low, high) = one.heard, one.sentence
    if heard.begins.get("fiction") or not _is_called_so(one, cues):
        return False
    here = _health(one, low, high)
    lies_in = heard.first(("wards",), low, high) is not None
    beside = _health(one, one.earlier, low) + _health(one, high, one.further)
    if not here and not beside and _is_cheered_at_the_end(one):
        return True
    if not here and not beside and not lies_in:
        return False
    points = min(2 * here, 3) if here else min(beside, 2)
    points += sum(
        (
            lies_in,
            bool(here and beside),
            heard.first(("us",), one.earlier, one.further) is not None,
            heard.first(("pronouns", "theirs"), one.end, one.further) is not None,
            one.before("civil-titles", "wished", "fondly"),
            one.end - one.start == 1 or len(heard.words[one.end - 1]) == 1,
            _AGE.match(heard.text, heard.ends[one.end - 1]) is not None,
        )
    )
    general = heard.begins.get("for-everybody", {})
    points -= 2 * sum(at in general for at in range(one.earlier, one.further))
    points -= 3 * (heard.first(("busy",), one.end, high) is not None)
    return points >= (_LIKELY if here else _LIKELY + 1)


def _is_cheered_at_the_end(one: Person) -> bool:
    """“After three weeks of rehab she climbed the stairs. Her family cried. Way to go, Ola!”."""
    heard, low = one.heard, max(0, one.earlier - _FURTHER)
    if not one.before("wished") or heard.first(("for-everybody", "jobs", "at-work"), low, one.start):
        return False
    return (
        heard.first(("pronouns", "theirs"), low, one.start) is not None
        and heard.first(("conditions", "told-of-patients", "milestones", "care"), low, one.earlier)
        is not None
    )


def _is_called_so(one: Person, cues: Cues) -> bool:
    """Whether people are called so: most of what only the model takes for a name is none."""
    words = one.heard.words[one.start : one.end]
    if any(word in cues.first_names for word in words) or len(words[-1]) == 1:
        return True
    if one.before("civil-titles", "wished") or one.name.startswith(("@", "#")):
        return True
    return words[0] in cues.doubtful_names and len(words) > 1 and not is_word(words[-1], cues.language)


def _health(one: Person, start: int, end: int) -> int:
    """How many cues of health stand there, but for those of a team or a month, and in the name."""
    heard = one.heard
    found, at = 0, start
    while at < min(end, len(heard)):
        behind = max(heard.beginning(kind, at) or 0 for kind in _HEALTH)
        if behind and not one.start <= at < one.end and not of_work(heard, at, end):
            found += 1
        at = max(behind, at + 1)
    return found
