"""Scores: the points of the signals found in a stretch of a post, where they are enough."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from socialint.judge.found import SENTENCE, Found, Scope
from socialint.judge.signalled import Signalled, starts
from socialint.judge.trees import cost, is_costly
from socialint.model.language import Distance, Score, Signal, Use
from socialint.model.matches import Place

if TYPE_CHECKING:
    from socialint.judge.judgement import Judgement


def scored(judgement: Judgement, score: Score, scope: Scope) -> list[Found]:
    """Each stretch of the post with enough points, the strongest first: it stands for all of a post."""
    within = score.within or SENTENCE
    if not _may_reach(judgement, score, scope, within):
        return []
    ordered = sorted(score.signals, key=lambda signal: is_costly(signal.part))  # told in this order
    finds = [(signal, judgement.finds(signal.part, scope)) for signal in ordered]
    signalled = [(signal, Signalled(judgement.subject, found, within)) for signal, found in finds]
    places = _places(found for _, found in finds)
    scored: list[Found] = []
    for start in starts(judgement.subject, places, within):
        points, whole = 0.0, Found()
        counted: list[tuple[float, Place]] = []
        for signal, found in signalled:
            here = found.here(start)
            if not here:
                continue
            worth = sum(_entries(here, signal.column)) if signal.column else signal.points
            most = signal.at_most
            points += worth if most is None else max(-most, min(worth, most))
            if worth > 0:
                first = here[0]
                label = signal.part.name or (signal.part.concept if isinstance(signal.part, Use) else "")
                # What has no name, as any one word of a table of words, would tell a reader nothing.
                signals = (replace(first.place, label=label),) if first.place and label else ()
                counted += [(worth, place) for place in signals]
                whole = whole.and_also(replace(first, signals=(), others=(*first.others, *signals)))
                for other in here[1:] if first.identities else ():
                    told = (replace(other.place, label=label),) if other.place else ()
                    whole = replace(
                        whole,
                        others=(*whole.others, *other.others, *told),
                        identities=(*whole.identities, *other.identities),
                    )
        if points >= score.at_least and whole.place is not None:
            counted.sort(key=lambda one: -one[0])
            whole = replace(whole, signals=tuple(place for _, place in counted))
            scored.append(replace(whole, points=points).told_from(Found(whole.place), within))
    return sorted(scored, key=lambda one: -(one.points or 0))


def _may_reach(judgement: Judgement, score: Score, scope: Scope, within: Distance) -> bool:
    """Whether what adds points could come to enough in one stretch, whatever takes points away.

    It is asked before anything is looked for that only takes away; and no more of the rest than
    it takes to say no, what costs least first.
    """
    adding = [one for one in _adding(score) if judgement.subject.feasible(one.part)]
    still = [*accumulate((one.most for one in reversed(adding)), initial=0.0)]
    sure, finds = 0.0, []
    for signal in adding:
        if sure + still.pop() < score.at_least:
            return False
        found = judgement.finds(signal.part, scope)
        if gain := _gain(signal, found):
            sure += gain
            finds.append((signal, found))
    if sure < score.at_least:
        return False
    signalled = [(signal, Signalled(judgement.subject, found, within)) for signal, found in finds]
    return any(
        sum(_gain(signal, found.here(start)) for signal, found in signalled) >= score.at_least
        for start in starts(judgement.subject, _places(found for _, found in finds), within)
    )


@cache
def _adding(score: Score) -> Sequence[Signal]:
    """The signals that can add points, those first that cost least to look for."""
    return sorted((one for one in score.signals if one.most > 0), key=lambda one: cost(one.part))


def _gain(signal: Signal, found: Sequence[Found]) -> float:
    """The most points that a signal adds in any stretch of what it is found in."""
    if not signal.column:
        return signal.points if found else 0
    return min(sum(one for one in _entries(found, signal.column) if one > 0), signal.most)


def _entries(found: Iterable[Found], column: str) -> Iterator[float]:
    """What each entry of a table is worth, each counted once."""
    rows = {row: None for one in found for row in one.rows}
    return (float(str(row.cells.get(column) or 0)) for row in rows)


def _places(finds: Iterable[Sequence[Found]]) -> Iterator[Place]:
    return (one.place for found in finds for one in found if one.place is not None)
