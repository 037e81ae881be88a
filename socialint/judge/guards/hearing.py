"""The cues heard in a post, by guard, role and field: what the guards listen to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from socialint.judge.guards import punctuation
from socialint.judge.guards.cues import Heeded
from socialint.model.language import Guard
from socialint.model.leaves import Leaf
from socialint.model.matches import Hit
from socialint.model.places import Span
from socialint.model.policy import CueRole
from socialint.model.views import View
from socialint.text import Language, language_of

CLAUSE, SENTENCE, POST = 0, -1, -2
"""Reaches of a cue that are no number of words."""


@dataclass(frozen=True, slots=True, order=True)
class Heard:
    """A cue at its place in a field."""

    span: Span
    reach: int


@dataclass(frozen=True, slots=True)
class Announced:
    """A cue whose line announces a list, the rest of that line, and the list."""

    cue: Heard
    line: Span
    items: Span


@dataclass(frozen=True, slots=True, order=True)
class Heading:
    """A cue that heads what follows it: of the half that is `wrong` (“Myth:”), or of the other."""

    field: int
    span: Span
    wrong: bool
    reach: int


@dataclass(frozen=True)
class Hearing:
    """The fields of a post or of a thread, and the cues in them, looked up when first asked for.

    `owner[i]`, ascending, is the index of the post that field `i` belongs to. `speaks` says
    whether a cue can be in the language of its text; without it, the text itself does.
    """

    views: Sequence[View] = field(repr=False)
    owner: Sequence[int]
    heeded: Heeded = field(repr=False)
    hits: Callable[[Leaf], Sequence[Hit]] = field(repr=False)
    speaks: Callable[[Hit], bool] | None = field(default=None, repr=False)
    _heard: dict[tuple[Guard, CueRole], Mapping[int, Sequence[Heard]]] = field(
        default_factory=dict, repr=False
    )
    _languages: dict[int, Language] = field(default_factory=dict, repr=False)
    _headings: dict[Guard, Sequence[Heading]] = field(default_factory=dict, repr=False)
    _lists: dict[tuple[Guard, int], Sequence[Announced]] = field(default_factory=dict, repr=False)

    def text(self, index: int) -> str:
        """The original text of a field."""
        return self.views[index].field.text

    def cues(self, guard: Guard, role: CueRole, index: int) -> Sequence[Heard]:
        """The cues of that guard and role in a field, in order."""
        key = (guard, role)
        if key not in self._heard:
            self._heard[key] = self._listen(key)
        return self._heard[key].get(index, ())

    def within(self, guard: Guard, role: CueRole, index: int, span: Span) -> Iterator[Heard]:
        """Those that begin within `span`."""
        heard = self.cues(guard, role, index)
        for cue in heard[bisect_left(heard, span.start, key=_start) :]:
            if cue.span.start >= span.end:
                return
            yield cue

    def any_within(self, guard: Guard, role: CueRole, index: int, span: Span) -> bool:
        """Whether one of them begins within `span`."""
        return next(self.within(guard, role, index, span), None) is not None

    def anywhere(self, guard: Guard, index: int) -> bool:
        """Whether a cue that reaches over the whole post stands in the post of a field."""
        return any(
            cue.reach == POST
            for sibling in self.siblings(index)
            for role in (CueRole.BEFORE, CueRole.AFTER)
            for cue in self.cues(guard, role, sibling)
        )

    def announced(self, guard: Guard, index: int) -> Sequence[Announced]:
        """The lists of a field that cues of the guard announce: “This tea does not:”."""
        key = (guard, index)
        if key not in self._lists:
            cues = self.cues(guard, CueRole.BEFORE, index)
            self._lists[key] = [found for cue in cues if (found := _announced(self.text(index), cue))]
        return self._lists[key]

    def headings(self, guard: Guard) -> Sequence[Heading]:
        """The headings of two halves, over all fields, in order."""
        if guard not in self._headings:
            self._headings[guard] = sorted(self._find_headings(guard))
        return self._headings[guard]

    def siblings(self, index: int) -> Iterator[int]:
        """The fields of the post that a field belongs to, itself among them."""
        return (other for other, owner in enumerate(self.owner) if owner == self.owner[index])

    def _listen(self, key: tuple[Guard, CueRole]) -> Mapping[int, Sequence[Heard]]:
        heard: dict[int, set[Heard]] = {}
        for cue in self.heeded.get(key, ()):
            for hit in self.hits(cue.leaf):
                if not hit.language or (self.speaks or self._may_speak)(hit):
                    heard.setdefault(hit.field, set()).add(Heard(hit.span, cue.reach))
        return {index: sorted(cues) for index, cues in heard.items()}

    def _find_headings(self, guard: Guard) -> Iterator[Heading]:
        for index in range(len(self.views)):
            text = self.text(index)
            pseudos = self.cues(guard, CueRole.PSEUDO, index)
            for role, wrong in ((CueRole.BEFORE, True), (CueRole.STOP, False)):
                for cue in self.cues(guard, role, index):
                    if wrong and cue.reach not in (CLAUSE, POST):
                        continue
                    if not punctuation.heads(text, cue.span):
                        continue
                    if any(pseudo.span.overlaps(cue.span) for pseudo in pseudos):
                        continue
                    # “Myth.” says what somebody else said was one, unless the fact follows.
                    alone = punctuation.says_it_all(text[cue.span.end : cue.span.end + 4])
                    yield Heading(index, cue.span, wrong, POST if alone else cue.reach)

    def _may_speak(self, hit: Hit) -> bool:
        if hit.field not in self._languages:
            self._languages[hit.field] = language_of(self.text(hit.field))
        language = self._languages[hit.field]
        return not language.sure or language.code == hit.language


def _announced(text: str, cue: Heard) -> Announced | None:
    end = text.find("\n", cue.span.end)
    if end < 0 or not punctuation.leads_in(text[cue.span.end : end]):
        return None
    if cue.reach > 0 and punctuation.words(text[cue.span.end : end]) >= cue.reach:
        return None
    return Announced(cue, Span(cue.span.end, end), Span(end + 1, punctuation.list_end(text, end + 1)))


def _start(cue: Heard) -> int:
    return cue.span.start
