"""A text with one «guarded» stretch -> whether a guard excuses it, by the shipped cues."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from socialint.judge import Guards, PostGuards, cue_table, single
from socialint.model.documents import Field, Part
from socialint.model.language import Guard
from socialint.model.leaves import Item, Phrase, Phrases
from socialint.model.matches import Hit
from socialint.model.places import Span
from socialint.model.policy import Cue, CueRole
from socialint.model.records import Registers
from socialint.policy.templates import readings
from socialint.scan import Plan
from socialint.text import Normaliser

CUES = Path(__file__).parents[3] / "rules" / "vocabulary" / "guards"
LANGUAGES = tuple(sorted(path.stem for path in CUES.glob("*.yaml")))
_REACHES = {"clause": 0, "sentence": -1, "post": -2}


class Case(NamedTuple):
    """A text, or the posts of a thread parted by `|||`, and whether the «stretch» is excused."""

    text: str
    excused: bool


def yes(text: str) -> Case:
    return Case(text, True)


def no(text: str) -> Case:
    return Case(text, False)


def excuses(guard: Guard, text: str, language: str = "en") -> bool:
    """Whether `guard` excuses the «stretch» of the text."""
    guards, hit = listen(text, language)
    return guards.excused(hit, frozenset((guard,))) is guard


def listen(text: str, language: str = "en") -> tuple[PostGuards, Hit]:
    """The guards over the posts of the text, and its «stretch» as a hit in the one it stands in."""
    posts = text.split("|||")
    own = next(index for index, post in enumerate(posts) if "«" in post)
    start, end = posts[own].index("«"), posts[own].index("»") - 1
    hit = Hit(own, Span(start, end))
    return bound([[post.replace("«", "").replace("»", "")] for post in posts], language), hit


def bound(posts: Sequence[Sequence[str]], language: str = "en") -> PostGuards:
    """The guards over posts that are given by the texts of their fields."""
    guards, plan, normaliser = _plan()
    parts = (Part.BODY, Part.FIRST_COMMENT)
    views = [
        normaliser.view(Field.plain(part, text), language)
        for texts in posts
        for part, text in zip(parts, texts, strict=False)
    ]
    owner = [index for index, texts in enumerate(posts) for _ in texts]
    hits = plan.scan(views)
    return guards.bind(views, hits.of, hits.possible, owner=owner)


def read_cues(language: str) -> list[Cue]:
    """The shipped cues of a language."""
    data = yaml.load((CUES / f"{language}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    return [
        Cue(guard, CueRole(role), _phrases(texts, language), _reach(entry.get("reach", "clause")))
        for guard, entries in data["guards"].items()
        for entry in entries
        for role, texts in entry.items()
        if role != "reach"
    ]


def _phrases(texts: Sequence[str], language: str) -> Phrases:
    return Phrases(tuple(Phrase(language, _items(text)) for text in texts))


def _items(text: str) -> tuple[Item, ...]:
    (reading,) = readings(text)
    return reading  # type: ignore[return-value]  # no concepts in cues


def _reach(written: str) -> int:
    return _REACHES[written] if written in _REACHES else int(written)


@cache
def _plan() -> tuple[Guards, Plan, Normaliser]:
    cues = list(single(cue for language in LANGUAGES for cue in read_cues(language)))
    plan = Plan.of((cue.leaf for cue in cues), Registers())
    return Guards(cue_table(cues, plan.leaves.number)), plan, Normaliser(plan.vocabulary)
