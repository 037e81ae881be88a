"""The cues of a policy, by the phrases that they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from socialint.model.language import Guard
from socialint.model.leaves import Leaf, Phrases
from socialint.model.policy import Cue, CueRole

CueTable = Mapping[int, Sequence[Cue]]
"""The cues by the number of their leaf, which is one phrase."""
Heeded = Mapping[tuple[Guard, CueRole], Sequence[Cue]]
"""The cues that could be heard in a post, by what they do."""


def single(cues: Iterable[Cue]) -> Iterator[Cue]:
    """The cues with a leaf for each phrase.

    None may swallow another, and each can be passed over where its words are missing.
    """
    for cue in cues:
        for phrase in cue.leaf.phrases:
            yield Cue(cue.guard, cue.role, Phrases((phrase,)), cue.reach)


def cue_table(cues: Iterable[Cue], number: Callable[[Leaf], int | None]) -> CueTable:
    """The cues by the number of their leaf; `number` is the plan's."""
    table: dict[int, list[Cue]] = {}
    for cue in cues:
        at = number(cue.leaf)
        if at is not None:
            table.setdefault(at, []).append(cue)
    return table


def heeded(table: CueTable, possible: Iterable[int]) -> Heeded:
    """Those whose leaf is among the possible ones."""
    found: dict[tuple[Guard, CueRole], list[Cue]] = {}
    for number in possible:
        if number in table:
            for cue in table[number]:
                found.setdefault((Guard(cue.guard), cue.role), []).append(cue)
    return found
