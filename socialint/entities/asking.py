"""Whether the model is asked about a text: where a word in capitals may be a name that no cue shows.

The model costs milliseconds a post, and what it takes for a name is dropped where it is but a word
of the language (`mentions`). What cues show needs no model. So it is asked where a word in capitals
is neither part of a name that cues found, nor of any cue, nor a word of the language; or may be a
first name with a surname behind it. For places a word of the language counts too, where it begins no sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from socialint.entities.cues import Cues, Heard
from socialint.entities.mentions import Mention
from socialint.entities.words import is_word

_BEGINS = regex.compile(r"(?:[.!?…:]|\n|\p{So})[\W_]*$")
_TAGGED = ("#", "@", "/", "\\", ".")
_GOES_ON = ("", "_", ".")


class Asking:
    """Tells whether a text holds more than cues show."""

    def __init__(self, cues: Cues) -> None:
        self._doubtful_names = cues.doubtful_names

    def pays(self, kind: str, heard: Heard, named: Iterable[Mention], *, foreign: bool) -> bool:
        """Whether the model may add a PERSON or a PLACE to those that cues found in the text.

        In a text that is `foreign` to the model it is believed only where a name begins it.
        """
        if foreign and kind == "PLACE":
            return False
        asked = (at for at in _capitals(heard) if self._may_be_one(kind, heard, at, foreign=foreign))
        first = next(asked, None)
        if first is None:
            return False
        known = _known(heard, named)
        return first not in known or any(at not in known for at in asked)

    def _may_be_one(self, kind: str, heard: Heard, at: int, *, foreign: bool) -> bool:
        if self._may_be_named(heard, at):
            return True
        return not foreign and (not is_word(heard.words[at]) or (kind == "PLACE" and not _begins(heard, at)))

    def _may_be_named(self, heard: Heard, at: int) -> bool:
        """“Rose Thomas”: a word that is a first name as well, and a word in capitals behind it."""
        behind = at + 1
        return (
            heard.words[at] in self._doubtful_names
            and behind < len(heard)
            and heard.gaps[behind] == " "
            and heard.text[heard.starts[behind]].isupper()
        )


def _known(heard: Heard, named: Iterable[Mention]) -> set[int]:
    """The words of names that cues found, and those of cues."""
    known = {at for one in named for at in range(heard.at(one.start), heard.until(one.end))}
    for begun in heard.begins.values():
        for start, behind in begun.items():
            known.update(range(start, behind))
    return known


def _capitals(heard: Heard) -> Iterator[int]:
    """The words that begin with a capital and are no shout, no tag and no part of an address."""
    tagged = False
    for at, gap in enumerate(heard.gaps):
        tagged = gap.endswith(_TAGGED) or (tagged and gap in _GOES_ON)
        word = heard.text[heard.starts[at] : heard.ends[at]]
        if not tagged and word[0].isupper() and not word.isupper():
            yield at


def _begins(heard: Heard, at: int) -> bool:
    return at == 0 or _BEGINS.search(heard.gaps[at]) is not None
