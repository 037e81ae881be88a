"""Names inside hashtags and handles: `#PrayForLenaVogt`, `@lena.vogt`.

A hashtag names a person where what it wishes or thanks is taken away and a name is left. A handle
is somebody; it counts as a person where its letters hold a first name, or where something beside
it is only said to or of a person.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import regex

from socialint.entities.cues import Cues, Heard, words_of
from socialint.entities.mentions import Mention
from socialint.entities.words import is_word
from socialint.text.lexicon import Lexicon

_TAG = regex.compile(r"(?<![\w&/#])#(?P<name>\p{L}[\w\p{M}]{2,60})")
_HANDLE = regex.compile(r"(?<![\w&/.])@ ?(?=[\w.]*\p{L})(?P<name>[\p{L}\p{N}_][\w.]{1,40}\w)(?!\.?\w*@)")
_TAGS_IN_A_ROW = regex.compile(r"(?<![\w&/#])#(\p{L}{3,})[ ]#(\p{L}{4,})(?!\w)")
_PIECE = regex.compile(r"\p{Lu}{2,}(?=\p{Lu}\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lu}+|\p{N}+")
_LEXICON = Lexicon(frozenset())
_MOST_PIECES = 4
_SHORTEST_NAME = 4
_NEAR = 8  # words
_PLURAL = ("s", "x", "en")
_PRIVATE_TITLES = ("mrs", "mr", "frau", "herr", "mevrouw", "meneer", "madame", "señora", "señor")
_SAID_TO = ("in-our-care", "fondly", "cared-for")


@dataclass(frozen=True, slots=True)
class Tagged:
    """A name in a hashtag or a handle, and whether the tag itself tells of a patient or of staff."""

    mention: Mention
    hint: str = ""


def begins_with_name(letters: str, cues: Cues) -> bool:
    """Whether the letters are a first name, alone or with a surname behind it."""
    return any(
        letters[:cut] in cues.first_names and len(letters) - cut != 1
        for cut in range(_SHORTEST_NAME, len(letters) + 1)
    )


def is_strange(cues: Cues, word: str) -> bool:
    """Whether a word can hardly be but a name: none of a dictionary, nor of a cue."""
    if len(word) < _SHORTEST_NAME or not word.isalpha():
        return False
    if word in cues.first_names or word.removesuffix("s") in cues.first_names:
        return True  # “Roberts”, “Martins”
    known = (word,) in cues.by_first_words or word in cues.little_words
    return not (known or is_word(word))


class Tags:
    """Finds names in hashtags and handles; `ours` are our own handles, in small letters."""

    def __init__(self, cues: Cues, ours: Collection[str]) -> None:
        self._cues = cues
        self._ours = frozenset(ours)
        self._hopes = sorted(map(words_of, cues.of("hopes")), key=len, reverse=True)
        self._thanks = sorted(map(words_of, cues.of("thanks")), key=len, reverse=True)
        self._cheers = sorted(map(words_of, cues.of("cheers")), key=len, reverse=True)
        self._titles = {word.lower() for word in cues.of("care-titles")} | {"coach", "nurse"}

    def names(self, heard: Heard) -> Iterator[Tagged]:
        """The names in the hashtags and handles of the text."""
        for found in _TAG.finditer(heard.text):
            hint = self._in_tag(found["name"])
            if hint is not None:
                yield Tagged(Mention("PERSON", *found.span()), hint)
        for found in _HANDLE.finditer(heard.text):
            if found["name"].lower() not in self._ours and self._is_person(
                heard, found.start(), found["name"]
            ):
                yield Tagged(Mention("PERSON", *found.span()))

        for found in _TAGS_IN_A_ROW.finditer(heard.text):
            first, last = (piece.lower() for piece in found.group(1, 2))
            if first in self._cues.first_names and is_strange(self._cues, last):
                yield Tagged(Mention("PERSON", *found.span()))

    def _in_tag(self, tag: str) -> str | None:
        """What the tag tells of its person, or None if it names nobody."""
        words = [piece.lower() for piece in _PIECE.findall(tag.replace("_", " "))]
        if len(words) == 1:
            hint = self._run_together(words[0])
            if hint is not None:
                return hint
            words = self._parted(words[0])
        hint, wished = "", False
        for wishes, told in ((self._hopes, "patient"), (self._thanks, "staff"), (self._cheers, "")):
            for wish in wishes:
                if len(words) <= len(wish):
                    continue
                if tuple(words[: len(wish)]) == wish:
                    words, hint, wished = words[len(wish) :], told, True
                    break
                if tuple(words[-len(wish) :]) == wish:
                    words, hint, wished = words[: -len(wish)], told, True
                    break
            if wished:
                break
        if words and words[0] in self._titles:
            return "staff"
        # “#SheBeatItLenaVogt”: whatever comes before, a first name and a surname end it.
        if (
            not wished
            and len(words) > 2
            and words[-2] in self._cues.first_names
            and is_strange(self._cues, words[-1])
        ):
            return "" if words[-2] not in self._cues.little_words else None
        if not 1 <= len(words) <= _MOST_PIECES or not all(word.isalpha() for word in words):
            return None
        if hint == "patient" and len(words) == 1 and is_strange(self._cues, words[0]):
            # “#CouragePourLena”, but not “#CouragePourTous”
            return None if words[0].endswith(_PLURAL) else hint
        first = words[0] in self._cues.first_names
        doubtful = words[0] in self._cues.doubtful_names and hint == "patient"
        if first and (wished or len(words) == 2):
            return hint
        return hint if doubtful and len(words) == 2 else None

    def _run_together(self, tag: str) -> str | None:
        """The same for a tag in small letters: `prayforlenavogt`."""
        for wish in self._hopes:
            start = "".join(wish)
            if tag.startswith(start) and begins_with_name(tag[len(start) :], self._cues):
                return "patient"
        # “#mrvogt”
        title = next((title for title in _PRIVATE_TITLES if tag.startswith(title)), "")
        return "patient" if title and is_strange(self._cues, tag[len(title) :]) and not is_word(tag) else None

    def _parted(self, letters: str) -> list[str]:
        """The words that a tag in small letters falls into; a first name and a surname may be the last."""
        words = list(_LEXICON.split(letters, "en"))
        if words:
            return words
        for start in range(len(letters) - _SHORTEST_NAME):
            if start and not _LEXICON.split(letters[:start], "en"):
                continue
            for cut in range(len(letters) - _SHORTEST_NAME, start + _SHORTEST_NAME, -1):
                if letters[start:cut] in self._cues.first_names:
                    before = list(_LEXICON.split(letters[:start], "en")) if start else []
                    return [*before, letters[start:cut], letters[cut:]]
        return [letters]

    def _is_person(self, heard: Heard, start: int, handle: str) -> bool:
        at = heard.at(start)
        if any(heard.ending(kind, at) is not None for kind in _SAID_TO):
            return True
        behind = heard.at(start + 1 + len(handle))
        if not heard.text[:start].strip() and heard.beginning("yours", behind) is not None:
            return True
        own = heard.first(("theirs",), behind, behind + _NEAR)
        if own is not None and heard.first(("care", "conditions"), own + 1, own + 3) is not None:
            return True  # “@the.lark two weeks after her surgery”
        names = self._cues.first_names
        pieces = [piece.lower() for piece in _PIECE.findall(handle.replace("_", " "))]
        if len(pieces) == 1 and pieces[0] not in names:
            parted = self._parted(pieces[0])
            return len(parted) == 2 and parted[0] in names and is_strange(self._cues, parted[1])
        return any(piece in names and len(piece) > 3 for piece in pieces)
