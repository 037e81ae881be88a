"""The cues of a policy, by what they do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from socialint.model.language import Guard, Phrases
from socialint.model.policy import Cue, CueRole

CueTable = Mapping[tuple[Guard, CueRole], Sequence[Cue]]
"""The cues of each guard in each role, one phrase each."""


def cue_table(cues: Sequence[Cue]) -> CueTable:
    """The cues with a leaf for each phrase.

    None may swallow another, and each can be passed over where its words are missing.
    """
    table: dict[tuple[Guard, CueRole], list[Cue]] = {}
    for cue in cues:
        for phrase in cue.leaf.phrases:
            single = Cue(cue.guard, cue.role, Phrases((phrase,)), cue.reach)
            table.setdefault((Guard(cue.guard), cue.role), []).append(single)
    return table
