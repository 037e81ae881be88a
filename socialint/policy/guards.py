"""Guard cues: the words by which a guard knows that something is denied, asked or reported."""

from __future__ import annotations

from typing import Any

from socialint.model.language import Guard
from socialint.model.leaves import Phrase, Phrases
from socialint.model.policy import Cue, CueRole
from socialint.policy.expressions import LANGUAGE, TEMPLATES, Templates
from socialint.policy.templates import Named
from socialint.schema import (
    Key,
    Node,
    Record,
    Scalar,
    Shape,
    Wrong,
    by_key,
    enum,
    many,
    mapping_of,
    optional,
    record,
    required,
    transformed,
)
from socialint.schema.shape import Definitions, Reading
from socialint.schema.suggestions import did_you_mean
from socialint.schema.yaml import as_integer

_REACHES = {"clause": 0, "sentence": -1, "post": -2}


class _Reach(Shape[int]):
    @property
    def expected(self) -> str:
        return "a number of words, clause, sentence or post"

    def read(self, node: Node, reading: Reading) -> int:
        if isinstance(node, Scalar):
            words = as_integer(node)
            if node.text in _REACHES:
                return _REACHES[node.text]
            if words is not None and words > 0:
                return words
        hint = did_you_mean(node.text, _REACHES) if isinstance(node, Scalar) else ""
        raise self.mismatch(node, reading, hint)

    def schema(self, definitions: Definitions) -> dict[str, Any]:
        return {"anyOf": [{"type": "integer", "minimum": 1}, {"enum": list(_REACHES)}]}


def _leaf(templates: Templates, node: Node) -> Phrases:
    phrases: list[Phrase] = []
    for readings, _ in templates:
        for reading in readings:
            items = tuple(part for part in reading if not isinstance(part, Named))
            if len(items) < len(reading):
                raise Wrong("cues hold no concepts", hint="write the words out")
            phrases.append(Phrase("", items))
    return Phrases(tuple(phrases))


def _cue(role: CueRole) -> Record[Cue]:
    keys: list[Key[Any]] = [required(str(role), transformed(TEMPLATES, _leaf), CUES[role], argument="leaf")]
    if role in (CueRole.BEFORE, CueRole.AFTER):
        keys.append(optional("reach", _Reach(), "how far: a number of words, clause, sentence, post"))
    return record(
        lambda leaf, reach=0: Cue("", role, leaf, reach), *keys, about=f"cues that stand {CUES[role]}"
    )


CUES = {
    CueRole.BEFORE: "left of what they turn",
    CueRole.AFTER: "right of what they turn",
    CueRole.PSEUDO: "where a cue is none",
    CueRole.STOP: "where the reach of a cue ends",
    CueRole.BLOCK: "anywhere, and deny the excuse",
}


def _file(language: str, guards: dict[str, tuple[Cue, ...]]) -> tuple[Cue, ...]:
    return tuple(
        Cue(
            guard,
            cue.role,
            Phrases(tuple(Phrase(language, part.items) for part in cue.leaf.phrases)),
            cue.reach,
        )
        for guard, cues in guards.items()
        for cue in cues
    )


GUARD_FILE: Shape[tuple[Cue, ...]] = record(
    _file,
    required("language", LANGUAGE, "the language of the cues"),
    required(
        "guards",
        mapping_of(
            many(by_key({str(role): _cue(role) for role in CueRole}, "a cue")),
            key=enum({str(guard): guard for guard in Guard}, "a guard"),
            what="cues by guard",
        ),
        "what each guard listens for",
    ),
    about="guard cues of one language",
)
"""One file of guard cues."""
