"""A text -> the names in it that words, titles and cues show, without a model.

The model misses a first name that stands alone, a name in small letters, one it never saw, and
most in other languages. Here a name is a first name that everybody knows, with the surname
behind it; a word behind a title or behind what only a person is called; a word that is spoken to
(“Solveig, call us!”), or that something is of (“Lucille's ICD”); and a surname with an initial.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import regex

from socialint.entities.beds import is_bed_before, is_hour_before, is_listed
from socialint.entities.cues import Cues, Heard
from socialint.entities.mentions import Mention
from socialint.entities.shapes import PARTICLES
from socialint.entities.words import is_word

_WITHIN = regex.compile(r"[ ]|-|'|[.][ ]?")
"""What may stand between the words of a name."""
_LAST_FIRST = regex.compile(r",[ ]")
_BEGINS = regex.compile(r"(?:[.!?…:]|\n|\p{So})[\W_]*$")
_ENDS = regex.compile(r"^[^\p{L}\p{N}]*[.!?,;:\n]|^\W*$")
_SPOKEN_TO = regex.compile(r"^[\"'”’)]*[,!]")
_SPOKEN_TO_LAST = regex.compile(r",\s+$")
_TAGGED = regex.compile(r"[@#/\\_]$|\w[.]$")
_MOST_WORDS = 4
_CALLED = (
    "civil-titles",
    "care-titles",
    "public-titles",
    "jobs",
    "in-our-care",
    "fondly",
    "cared-for",
    "wished",
)
_LEADS = (
    "civil-titles",
    "care-titles",
    "fondly",
    "jobs",
    "public-titles",
    "greetings",
    "wished",
    "in-our-care",
)
_OF_MEDICINE = regex.compile(
    r"(?:itis|osis|emia|aemia|oma|opathy|algia|plasia|ectomy|mab|nib|vir|cillin|statin|ology)$"
)
_OWN = ("care", "conditions")
_CLOCK = frozenset(("day", "week", "month", "round", "cycle", "session"))
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred few "
    "many several more".split()
)


class Namer:
    """Finds names by the cues of the policy."""

    def __init__(self, cues: Cues) -> None:
        self._cues = cues
        self._never = cues.little_words | frozenset(
            word.lower() for word in cues.of("months", "weekdays", "civil-titles", "care-titles", "not-names")
        )

    def names(self, heard: Heard) -> Iterator[Mention]:
        """The names in the text, in order."""
        at = 0
        while at < len(heard):
            end = self._name(heard, at)
            if end is None:
                at += 1
            else:
                # “Lena V., a teacher”: the full stop belongs to the initial.
                initial = end > at + 1 and len(heard.words[end - 1]) == 1 and heard.gaps[end - 1] == " "
                yield Mention(
                    "PERSON",
                    heard.starts[at],
                    heard.ends[end - 1] + (initial and heard.gap(end).startswith(".,")),
                )
                at = end

    def _name(self, heard: Heard, at: int) -> int | None:
        """The word behind the name that begins here."""
        word = heard.words[at]
        if word in PARTICLES and self._titled(heard, at):
            behind = self._surname(heard, at)
            return behind if behind > at + 1 else None
        if self._is_initial(heard, at):
            return at + 1
        if not word[0].isalpha() or _TAGGED.search(heard.gaps[at]) or len(word) < 2:
            return None
        capital = _capital(heard, at)
        called = self._called(heard, at) or is_bed_before(heard, at)
        if word in self._never and not (capital and word in self._cues.first_names):
            return None
        first, doubtful = word in self._cues.first_names, word in self._cues.doubtful_names
        if self._of_siblings(heard, at):
            return at + 1
        if not capital:
            return self._in_small_letters(heard, at, called, first)
        if (reversed_end := self._last_first(heard, at)) is not None:
            return reversed_end
        end = self._surname(heard, at)
        loud = heard.text[heard.starts[at] : heard.ends[at]].isupper()
        if loud and end == at + 1 and not self._titled(heard, at) and (doubtful or len(word) < 5):
            return None
        if (
            called
            and (first or doubtful or not self._is_cue(heard, at))
            and not (self._is_word(word) and not (first or doubtful) and not self._titled(heard, at))
        ):
            return end
        if first or (loud and self._is_surname_first(heard, at, end)):
            return end
        if (
            doubtful
            and end > at + 1
            and not self._is_word(heard.words[end - 1])
            and not self._is_title_case(heard, at)
        ):
            return end
        if (
            end > at + 1
            and not loud
            and not self._is_cue(heard, at)
            and all(map(self._is_strange, heard.words[at:end]))
        ):
            return end
        unknown = doubtful or not self._is_word(word)
        if unknown and end == at + 1 and (self._spoken_to(heard, at) or self._owns(heard, at)):
            return end
        stands_for_one = is_hour_before(heard, at) or self._is_captioned(heard, end) or is_listed(heard, at)
        return end if stands_for_one and self._is_strange(word) and not self._is_cue(heard, at) else None

    def _is_captioned(self, heard: Heard, end: int) -> bool:
        """“Ola, day 12”."""
        return (
            end + 1 < len(heard)
            and heard.gaps[end] in (", ", ": ")
            and heard.words[end] in _CLOCK
            and (heard.words[end + 1].isdigit() or heard.words[end + 1] in _NUMBERS)
        )

    def _is_word(self, word: str) -> bool:
        return is_word(word, self._cues.language)

    def _is_strange(self, word: str) -> bool:
        return len(word) > 3 and not self._is_word(word) and _OF_MEDICINE.search(word) is None

    def trimmed(self, heard: Heard, mention: Mention) -> Mention:
        """The name without a title or what else only stands before it: `Grandma Odette`."""
        start, end = heard.at(mention.start), heard.until(mention.end)
        if heard.text[mention.start] in "#@":
            return mention
        while start + 1 < end:
            cue = next(
                (behind for kind in _LEADS if (behind := heard.beginning(kind, start)) is not None), None
            )
            if cue is None or cue >= end or heard.words[start] in self._cues.first_names:
                break
            start = cue
        led = start > heard.at(mention.start)
        return replace(mention, start=heard.starts[start]) if led else mention

    def called(self, heard: Heard, mention: Mention) -> Mention:
        """The name with the title or the fond word right before it: “Mrs. Ash”, “little Ola”."""
        at = heard.at(mention.start)
        if not at or heard.starts[at] != mention.start or heard.gaps[at] not in (" ", ". "):
            return mention
        for kind in ("civil-titles", "fondly"):
            if heard.ending(kind, at) == at - 1:
                return replace(mention, start=heard.starts[at - 1])
        return mention

    def _in_small_letters(self, heard: Heard, at: int, called: bool, first: bool) -> int | None:
        word = heard.words[at]
        if any(heard.ending(kind, at + 1) is not None for kind in _CALLED):
            return None  # “my guy otis”
        behind = at + 1 < len(heard) and heard.gaps[at + 1] == " "
        follows = behind and not self._is_word(heard.words[at + 1]) and len(heard.words[at + 1]) > 2
        if first and (follows or called):
            return at + 2 if follows else at + 1
        if (
            first
            and not (at and heard.words[at - 1] in _NUMBERS)  # “eleven miles to rehab”
            and heard.beginning("where-to", at + 1) is not None
            and heard.first(("wards",), at + 2, at + 5)
        ):
            return at + 1  # “gary from bed 9”
        title = heard.ending("civil-titles", at)
        loose = title is not None and len(heard.words[at - 1]) > 1 and heard.gaps[at] in (" ", ". ")
        return at + 1 if loose and not self._is_word(word) else None

    def _of_siblings(self, heard: Heard, at: int) -> bool:
        """“the abernathy twins”."""
        word = heard.words[at]
        led = at and heard.words[at - 1] in ("the", "our", "little", "baby") and heard.gaps[at] == " "
        return bool(
            led
            and heard.beginning("siblings", at + 1) is not None
            and heard.gap(at + 1) == " "
            and self._is_strange(word)
            and not self._is_cue(heard, at)
        )

    def _is_initial(self, heard: Heard, at: int) -> bool:
        """“Frau M.”, “Mr K”: a surname of which only the first letter is told."""
        title = heard.ending("civil-titles", at)
        return (
            len(heard.words[at]) == 1
            and _capital(heard, at)
            and title is not None
            and _capital(heard, title)
            and heard.gaps[at] in (" ", ". ")
            and not heard.gap(at + 1).startswith(("'", "-", "&"))
        )

    def _titled(self, heard: Heard, at: int) -> bool:
        return any(
            heard.ending(kind, at) is not None for kind in ("civil-titles", "care-titles")
        ) and heard.gaps[at] in (" ", ". ")

    def _called(self, heard: Heard, at: int) -> bool:
        """Whether a title, or what only a person is called, stands right before."""
        if heard.gaps[at] not in (" ", ". ", ": ", ", "):
            return False
        return any(heard.ending(kind, at) is not None for kind in _CALLED)

    def _is_cue(self, heard: Heard, at: int) -> bool:
        # “Mme Garnier”, “Frau Krebs”: behind a title an illness or an organ is a surname.
        names = ("not-names", "little-words", *(_OWN if self._titled(heard, at) else ()))
        return any(at in found for kind, found in heard.begins.items() if kind not in names)

    def _surname(self, heard: Heard, at: int) -> int:
        end = at + 1
        while end < len(heard) and end - at < _MOST_WORDS and _WITHIN.fullmatch(heard.gaps[end]):
            word = heard.words[end]
            if word == "s" and heard.gaps[end] == "'":
                break
            if heard.gaps[end].startswith(".") and len(heard.words[end - 1]) > 1:
                break
            if (
                word in PARTICLES
                and heard.gaps[end] == " "
                and end + 1 < len(heard)
                and _capital(heard, end + 1)
                and heard.beginning("wards", end + 1) is None  # “Oma Hilde von Station 3”
            ):
                end += 1
                continue
            if not _capital(heard, end) or word in self._never or self._ends_name(heard, end):
                break
            end += 1
        while end > at + 1 and heard.words[end - 1] in PARTICLES and not _capital(heard, end - 1):
            end -= 1
        return end

    def _ends_name(self, heard: Heard, at: int) -> bool:
        loud = heard.text[heard.starts[at] : heard.ends[at]]
        if (
            len(loud) > 1
            and loud.isupper()
            and not heard.text[heard.starts[at - 1] : heard.ends[at - 1]].isupper()
        ):
            return True
        return any(
            heard.beginning(kind, at) is not None
            for kind in ("headline-verbs", "care", "conditions", "jobs", "in-our-care", "told-of-patients")
        ) and self._is_word(heard.words[at])

    def _last_first(self, heard: Heard, at: int) -> int | None:
        """“Okonjo, F.” and “Womack, Darnell”, but not “Boston, May”."""
        behind = at + 1
        if (
            behind >= len(heard)
            or not _LAST_FIRST.fullmatch(heard.gaps[behind])
            or not _capital(heard, behind)
        ):
            return None
        word, other = heard.words[at], heard.words[behind]
        initial = len(other) == 1 and heard.gap(behind + 1).startswith(".") and other != "i"
        if self._is_word(word) and word not in self._cues.first_names:
            return None
        if initial or (other in self._cues.first_names and _ENDS.match(heard.gap(behind + 1))):
            if not initial and word in self._cues.first_names:
                return None  # a list of first names
            return behind + 1
        return None

    def _is_surname_first(self, heard: Heard, at: int, end: int) -> bool:
        """“HOLLOWAY RUTH”, as lists of patients have it."""
        return (
            end == at + 2
            and heard.gaps[at + 1] == " "
            and heard.words[at + 1] in self._cues.first_names
            and self._is_strange(heard.words[at])
        )

    def _is_title_case(self, heard: Heard, at: int) -> bool:
        around = range(max(0, at - 3), min(len(heard), at + 6))
        return sum(_capital(heard, number) for number in around) > len(around) * 0.7

    def _spoken_to(self, heard: Heard, at: int) -> bool:
        """Whether the post speaks to the person: “Solveig, call us!”, or at the end of a sentence."""
        if heard.words[at] in self._cues.doubtful_names and self._is_word(heard.words[at]):
            return False
        if self._is_cue(heard, at) or len(heard.words[at]) < 3:
            return False
        behind = heard.gap(at + 1)
        if (at == 0 or _BEGINS.search(heard.gaps[at])) and _SPOKEN_TO.match(behind):
            return at + 1 < len(heard) and self._addresses(heard, at + 1)
        if _SPOKEN_TO_LAST.search(heard.gaps[at]) and _ENDS.match(behind) and "," not in behind:
            return self._addresses(heard, max(0, at - 12), at)
        return heard.ending("greetings", at) is not None and _ENDS.match(behind) is not None

    def _addresses(self, heard: Heard, start: int, end: int | None = None) -> bool:
        return heard.first(("yours", "you"), start, end if end is not None else start + 8) is not None or (
            heard.first(("reached",), start, start + 1) is not None
        )

    def _owns(self, heard: Heard, at: int) -> bool:
        """“Lucille's ICD”."""
        behind = at + 1
        if behind >= len(heard) or heard.words[behind] != "s" or heard.gaps[behind] != "'":
            return False
        return not self._is_cue(heard, at) and heard.first(_OWN, behind + 1, behind + 4) is not None


def _capital(heard: Heard, at: int) -> bool:
    return heard.text[heard.starts[at]].isupper()
