"""The guards: what excuses a hit by how it is said.

A guard listens for cues, words that turn what stands near them (NegEx, Chapman 2001; ConText,
Harkema 2009). The cues are data, `rules/vocabulary/guards/<language>.yaml`; they are scanned with
all other leaves, and nothing is computed for a post until it is asked about a hit.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence

from socialint.judge.guards import asked, corrected, hedged, negated, reported, wording
from socialint.judge.guards.hearing import CueTable, Hearing
from socialint.model.language import Guard, Leaf
from socialint.model.matches import Hit
from socialint.model.policy import Cue, CueRole
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


class PostGuards:
    """The guards over one post, or over a thread and each of its posts."""

    def __init__(self, hearing: Hearing, cleared: Callable[[Hit], bool], offset: int = 0) -> None:
        self._hearing = hearing
        self._cleared = cleared
        self._offset = offset
        self._known: dict[tuple[Guard, Hit], bool] = {}

    def excused(self, hit: Hit, guards: frozenset[Guard]) -> Guard | None:
        """The guard that excuses the hit, if one does."""
        return next((guard for guard in Guard if guard in guards and self._excuses(guard, hit)), None)

    def post(self, index: int) -> PostGuards:
        """The guards of one post of the thread, for hits whose fields count from its own first."""
        return PostGuards(self._hearing, self._cleared, bisect_left(self._hearing.owner, index))

    def _excuses(self, guard: Guard, hit: Hit) -> bool:
        key = (guard, hit)
        if key not in self._known:
            if guard is Guard.APPROVED_CLAIM:
                self._known[key] = self._cleared(self._placed(hit))
            else:
                self._known[key] = GUARDS[guard](self._hearing, self._placed(hit))
        return self._known[key]

    def _placed(self, hit: Hit) -> Hit:
        """The hit among the fields of the thread."""
        return Hit(hit.field + self._offset, hit.span) if self._offset else hit


class Guards:
    """The guards of a run, knowing the cues of its policy."""

    def __init__(self, cues: Sequence[Cue]) -> None:
        table: dict[tuple[Guard, CueRole], list[Cue]] = {}
        for cue in cues:
            table.setdefault((Guard(cue.guard), cue.role), []).append(cue)
        self._cues: CueTable = table
        self.leaves: Sequence[Leaf] = tuple(dict.fromkeys(cue.leaf for cue in cues))
        """What must be scanned for the guards to hear anything."""

    def bind(
        self,
        views: Sequence[View],
        hits: Callable[[Leaf], Sequence[Hit]],
        *,
        owner: Sequence[int] | None = None,
        speaks: Callable[[Hit], bool] | None = None,
        cleared: Callable[[Hit], bool] = _never,
    ) -> PostGuards:
        """The guards over the fields of one post, or of all posts of a thread, in order.

        `hits` gives the places of a leaf in `views`, `owner[i]` the index of the post that field
        `i` belongs to. `speaks` says whether a cue's hit can be in the language of its text, which by
        default it cannot where the field is surely in another one; `cleared` whether the
        sentence of a hit, among these fields, is a cleared claim.
        """
        owner = owner if owner is not None else (0,) * len(views)
        return PostGuards(Hearing(views, owner, self._cues, hits, speaks), cleared)
