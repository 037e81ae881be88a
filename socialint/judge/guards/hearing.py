"""The cues heard in a post, by guard, role and field: what the guards listen to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from socialint.model.language import Guard, Leaf
from socialint.model.matches import Hit
from socialint.model.places import Span
from socialint.model.policy import Cue, CueRole
from socialint.model.views import View
from socialint.text import Language, language_of

CueTable = Mapping[tuple[Guard, CueRole], Sequence[Cue]]


@dataclass(frozen=True, slots=True, order=True)
class Heard:
    """A cue at its place in a field."""

    span: Span
    reach: int


@dataclass(frozen=True)
class Hearing:
    """The fields of a post or of a thread, and the cues in them, looked up when first asked for.

    `owner[i]`, ascending, is the index of the post that field `i` belongs to. `speaks` says
    whether a cue can be in the language of its text; without it, the text itself does.
    """

    views: Sequence[View] = field(repr=False)
    owner: Sequence[int]
    cue_table: CueTable = field(repr=False)
    hits: Callable[[Leaf], Sequence[Hit]] = field(repr=False)
    speaks: Callable[[Hit], bool] | None = field(default=None, repr=False)
    _heard: dict[tuple[Guard, CueRole], Mapping[int, Sequence[Heard]]] = field(
        default_factory=dict, repr=False
    )
    _languages: dict[int, Language] = field(default_factory=dict, repr=False)

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

    def siblings(self, index: int) -> Iterator[int]:
        """The fields of the post that a field belongs to, itself among them."""
        return (other for other, owner in enumerate(self.owner) if owner == self.owner[index])

    def _listen(self, key: tuple[Guard, CueRole]) -> Mapping[int, Sequence[Heard]]:
        heard: dict[int, set[Heard]] = {}
        for cue in self.cue_table.get(key, ()):
            for hit in self.hits(cue.leaf):
                if not hit.language or (self.speaks or self._may_speak)(hit):
                    heard.setdefault(hit.field, set()).add(Heard(hit.span, cue.reach))
        return {index: sorted(cues) for index, cues in heard.items()}

    def _may_speak(self, hit: Hit) -> bool:
        if hit.field not in self._languages:
            self._languages[hit.field] = language_of(self.text(hit.field))
        language = self._languages[hit.field]
        return not language.sure or language.code == hit.language


def _start(cue: Heard) -> int:
    return cue.span.start
