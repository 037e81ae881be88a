"""A glance at a post -> whether a rule could hold for it: most of many short posts need not be read.

A text is looked at chunk by chunk, as blanks part it. What a chunk shows by itself, however it is
disguised, is worked out once for all posts. A text of chunks that are read the same wherever they
stand shows what they show, so that the plan tells as well as after reading it what could be found.
Of every other text, and of a post of which more is known, nothing is said: it is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set
from typing import NamedTuple

from socialint.circumstances import RELAXING, circumstances, known_as, usual_languages
from socialint.model.documents import Field, Part, Post
from socialint.model.policy import Rule
from socialint.model.rows import Glance, Wanted
from socialint.ruleset import Ruleset
from socialint.scan.shown import DIGIT, MANY_DIGITS, encoded, shown
from socialint.settings import Settings
from socialint.text import MOST_NEAR, Normaliser, language_of, languages_told, little_words
from socialint.text.disguises.numbers import DASH_WORDS, NUMBER_WORDS
from socialint.threads import SHOWN

_REMEMBERED = 1 << 17
"""Chunks: words in all the ways that people write them."""

# Read in small letters whatever stands around it, with or without the sign behind it.
_PLAIN = re.compile(r"([A-Za-z]{2,40})([.,!?:;]?)")
_THRICE = re.compile(r"(.)\1\1")
_SAID = frozenset(("dot", *DASH_WORDS))
_READ_OTHERWISE = frozenset({"de", "fr"})
"""Languages in which plain letters may stand for others."""


class _Shown(NamedTuple):
    """What a chunk shows wherever it stands."""

    triggers: frozenset[bytes] = frozenset()
    near: int = 0
    mute: bool = False
    facts: bool = False
    """Whether a text with it may show one of the facts that a rule asks for."""
    strange: bool = False
    """Whether it tells of a language that is not the usual one."""


_NOTHING = _Shown()


class Prefilter:
    """The policy in force, as far as it can be asked about a post that was not read."""

    def __init__(
        self, settings: Settings, ruleset: Ruleset, markets: Sequence[str], normaliser: Normaliser
    ) -> None:
        self._ruleset = ruleset
        leaves = [one for one in ruleset.asked if not isinstance(one, str)]
        self._index = ruleset.plan.index_of(frozenset().union(*leaves))
        self._facts = [shows for fact, shows in SHOWN.items() if fact in ruleset.asked]
        self._normaliser = normaliser
        self._languages = usual_languages(markets)
        self._strange = {word for word, codes in little_words().items() if self._languages[0] not in codes}
        self._nothing_said, _ = circumstances(Post("", ()), "", settings, markets)
        self._known: dict[str, _Shown | None] = {}
        self._dull: set[str] = set()
        """The chunks that show nothing by which any probe waits: most of a text."""
        self._near: set[str] = set()
        """Those that do not either, but hold one letter or number that can make more with its neighbours."""

    def wanted(self, rules: Set[Rule], is_telling: Callable[[str], bool]) -> Wanted:
        """Whether one of these rules could hold for a post, or anything be said of it.

        A post is always wanted if its record's id `is_telling`.
        """
        idle: dict[Set[str], bool] = {}

        def wanted(glance: Glance) -> bool:
            if glance.unknown not in idle:
                nothing = glance._replace(body="")
                idle[glance.unknown] = self._speaks() and not self._possible(rules, nothing, frozenset())
            if not idle[glance.unknown] or is_telling(glance.record):
                return True
            chunks = glance.body.replace("\n", " ").split(" ")
            telling = {*chunks} - self._dull
            if telling <= self._near and sum(map(chunks.count, telling)) <= MOST_NEAR:
                return False
            return self._could_hold(rules, glance, chunks, telling)

        return wanted

    def _speaks(self) -> bool:
        """Whether rules read what a post is taken to be in that does not show its language."""
        return self._ruleset.languages >= set(self._languages)

    def _possible(self, rules: Set[Rule], glance: Glance, found: Set[int]) -> bool:
        """Whether one of these rules could hold for a post in which these probes could be found."""
        said = {known_as(key) for key in glance.unknown}
        if not said.isdisjoint(RELAXING):
            return True
        plan = self._ruleset.plan
        could_have = plan.leaves_of({*plan.gate.ungated, *found}).keys()

        def has(leaves: Set[int]) -> bool:
            return not leaves.isdisjoint(could_have)

        def knows(key: str) -> bool:
            if key in SHOWN:
                return SHOWN[key](glance.body)
            return key.partition(".")[0] in said or self._nothing_said.knows(key)

        return any(rule in rules for rule in self._ruleset.meeting(has, knows))

    def _could_hold(self, rules: Set[Rule], glance: Glance, chunks: Sequence[str], telling: Set[str]) -> bool:
        """Whether a rule could hold for a post whose text has these chunks, and these that are not dull."""
        triggers: set[bytes] = set()
        near, facts, strange = 0, False, False
        for text in telling:
            shows = self._shows(text)
            if shows is None:
                return True
            triggers |= shows.triggers
            facts |= shows.facts
            strange |= shows.strange
            near += chunks.count(text) * shows.near
        if near > MOST_NEAR and self._are_near(chunks):
            return True
        if strange:
            spoken = language_of(glance.body)
            if spoken.sure and spoken.code not in self._languages:
                return True
        found: Set[int] = frozenset()
        if not triggers.isdisjoint(self._index.waiting):
            found = self._index.met(
                triggers.union(*(shows.triggers for shows in map(self._shows, chunks) if shows))
            )
        return bool(found or facts) and self._possible(rules, glance, found)

    def _are_near(self, chunks: Sequence[str]) -> bool:
        """Whether some chunks could make a word or number together."""
        near = 0
        for shows in map(self._shows, chunks):
            near = near + shows.near if shows and (shows.near or shows.mute) else 0
            if near > MOST_NEAR:
                return True
        return False

    def _shows(self, text: str) -> _Shown | None:
        """What a chunk shows; None where that depends on what stands around it."""
        return self._known[text] if text in self._known else self._look_up(text)

    def _look_up(self, text: str) -> _Shown | None:
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
            self._dull.clear()
            self._near.clear()
        shows = self._known[text] = self._plain(text) or self._read(text)
        few = shows is not None and shows.near < MOST_NEAR and not (shows.facts or shows.strange)
        if shows and few and shows.triggers.isdisjoint(self._index.waiting):
            (self._near if shows.near else self._dull).add(text)
        return shows

    def _plain(self, text: str) -> _Shown | None:
        """What a word shows that stands for itself: most do, and a shortcut is enough."""
        found = _PLAIN.fullmatch(text)
        if found is None or not _READ_OTHERWISE.isdisjoint(self._languages):
            return None
        word, sign = found[1].lower(), found[2].encode()
        if word != text:  # each word once, in whatever case and before whatever sign
            shows = self._shows(word)
            if shows and (sign in self._index.triggers or self._may_show_facts(text)):
                triggers = self._index.triggers.intersection([sign])
                return shows._replace(triggers=shows.triggers | triggers, facts=self._may_show_facts(text))
            return shows
        if _THRICE.search(word) or word in _SAID:  # as in an address or a number that is written for people
            return None
        own = self._index.shown_by(encoded(word))
        near, strange = int(word in NUMBER_WORDS), word in self._strange
        return _Shown(frozenset(own), near, strange=strange) if own or near or strange else _NOTHING

    def _read(self, text: str) -> _Shown | None:
        """What a chunk shows that is read as any text is, in each language that the post could be in."""
        triggers: set[bytes] = set()
        near, mute = 0, False
        for language in self._languages:
            chunk = self._normaliser.chunk(text, language)
            if chunk is None:
                return None
            near, mute = max(near, chunk.near), chunk.mute
            words, signs = shown([self._normaliser.view(Field.plain(Part.BODY, text), language)])
            triggers |= signs
            if DIGIT.encode() in signs:  # with those of other chunks
                triggers.add(MANY_DIGITS)
            triggers.update(one for word in set(words.split()) for one in self._index.shown_by(word))
        facts = self._may_show_facts(text)
        return _Shown(self._index.triggers & triggers, near, mute, facts, self._is_strange(text))

    def _may_show_facts(self, text: str) -> bool:
        # A text has a character, or more capitals than small letters, only if one of its chunks has.
        return any(shows(text) for shows in self._facts)

    def _is_strange(self, text: str) -> bool:
        return any(self._languages[0] not in codes for codes in languages_told(text))
