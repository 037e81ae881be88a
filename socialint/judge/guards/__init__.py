"""The guards: what excuses a hit by how it is said.

A guard listens for cues, words that turn what stands near them (NegEx, Chapman 2001; ConText,
Harkema 2009). The cues are data, `rules/vocabulary/guards/<language>.yaml`; they are scanned with
all other leaves, and nothing is looked up before somebody asks about a hit.

What a cue does, by its role and its reach:

| role | reach | |
| --- | --- | --- |
| `before` | words | turns what follows, up to that many words on, within its thought |
| | `sentence` | turns what follows in its sentence, over commas too |
| | `clause` | the same in its clause; of `corrected` and `wording`: heads the wrong half (“Myth:”) |
| | `post` | turns all of the post; of `corrected` and `wording`: heads a half that must be answered |
| `after` | words, `sentence` | turns what stands before it, likewise |
| | `clause` | a verdict, as a clause of its own behind what it judges (“Cures gout? False.”) |
| | `post` | turns all of the post; of `wording`: a quotation before it |
| `pseudo` | | a cue inside it is none; of `asked`: what opens a question that is none |
| `stop` | | ends a reach; of `corrected` and `wording`: heads the right half; of `asked`: answers yes |
| `block` | | an offer in the post; of `negated`: takes it back in the same or the next sentence |

An excuse is cautious where a seller speaks: an offer denies `asked`, `reported` and `hedged`, and a
quotation excuses nothing by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from socialint.judge.guards import asked, corrected, hedged, negated, reported, wording
from socialint.judge.guards.cues import CueTable, heeded
from socialint.judge.guards.hearing import Hearing
from socialint.model.language import Guard
from socialint.model.leaves import Leaf
from socialint.model.matches import Hit
from socialint.model.views import View

GUARDS: Mapping[Guard, Callable[[Hearing, Hit], bool]] = {
    Guard.NEGATED: negated.excuses,
    Guard.ASKED: asked.excuses,
    Guard.REPORTED: reported.excuses,
    Guard.HEDGED: hedged.excuses,
    Guard.CORRECTED: corrected.excuses,
    Guard.WORDING: wording.excuses,
}
"""The guards that listen to the text; `approved-claim` is a matter of record."""


def _never(hit: Hit) -> bool:
    return False


@cache
def _in_order(guards: frozenset[Guard]) -> Sequence[Guard]:
    return [guard for guard in Guard if guard in guards]


class PostGuards:
    """The guards over one post, or over the posts of a thread."""

    def __init__(self, hearing: Hearing, cleared: Callable[[Hit], bool]) -> None:
        self._hearing = hearing
        self._cleared = cleared
        self._known: dict[tuple[Guard, int, int, int], bool] = {}

    def excused(self, hit: Hit, guards: frozenset[Guard]) -> Guard | None:
        """The guard that excuses the hit, if one does."""
        return next((guard for guard in _in_order(guards) if self._excuses(guard, hit)), None)

    def _excuses(self, guard: Guard, hit: Hit) -> bool:
        key = (guard, hit.field, hit.span.start, hit.span.end)
        if key not in self._known:
            excuses = GUARDS.get(guard)
            self._known[key] = excuses(self._hearing, hit) if excuses else self._cleared(hit)
        return self._known[key]


class Guards:
    """The guards of a run, knowing the cues of its policy."""

    def __init__(self, cues: CueTable) -> None:
        self._cues = cues

    def bind(
        self,
        views: Sequence[View],
        hits: Callable[[Leaf], Sequence[Hit]],
        possible: Iterable[int],
        *,
        owner: Sequence[int] | None = None,
        speaks: Callable[[Hit], bool] | None = None,
        cleared: Callable[[Hit], bool] = _never,
    ) -> PostGuards:
        """The guards over the fields of one post, or of all posts of a thread, in order.

        `hits` gives the places of a leaf in `views`, `possible` the numbers of the leaves that
        could have any, `owner[i]` the index of the post that field
        `i` belongs to. `speaks` says whether a cue's hit can be in the language of its text, which by
        default it cannot where the field is surely in another one; `cleared` whether the
        sentence of a hit, among these fields, is a cleared claim.
        """
        owner = owner if owner is not None else (0,) * len(views)
        return PostGuards(Hearing(views, owner, heeded(self._cues, possible), hits, speaks), cleared)
