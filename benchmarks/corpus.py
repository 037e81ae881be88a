"""A seed -> posts, terms and a policy that are always the same; three posts in a hundred hold a term."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path

from socialint.model.leaves import Leaf, Number, Pattern, Quantity, Terms, Words

SEED = 20261121
_SYLLABLES = "ba be bi bo ca ce co da de di do fa fi fo ga ge go ha he la le li lo ma me mi mo na ne no pa pe po ra re ri ro sa se so ta te ti to va ve vi".split()
_COMMON = "the a and to of in for is on with our your you we it this that at are be".split()
_ENDS = [". ", "! ", "? ", " – ", " 💚 ", " #health ", ", ", "\n"]
_A_LIST = 100  # terms
_A_RULE = 20  # phrases
_VIOLATIVE = 0.03


def lexicon(words: int = 30_000) -> Sequence[str]:
    """Made-up words, the frequent ones first."""
    chance = random.Random(SEED)
    made: dict[str, None] = {}
    while len(made) < words:
        made["".join(chance.choices(_SYLLABLES, k=chance.choice((2, 2, 3, 3, 4))))] = None
    return [*_COMMON, *made]


def terms(count: int) -> Sequence[str]:
    """Terms of one to three words; the first ones are the same whatever the count.

    As with names of drugs and diseases, one word of each is its own, and stands in no other text.
    """
    chance, words = random.Random(SEED + 1), lexicon()
    made: dict[str, None] = {}
    while len(made) < count:
        own = "".join(chance.choices(_SYLLABLES, k=4)) + chance.choice(("x", "n", "s"))
        others = chance.choices(words[:2_000], k=chance.choice((0, 1, 1, 2)))
        made[" ".join((*others, own))] = None
    return list(made)


def posts(count: int, known: Sequence[str]) -> Sequence[str]:
    """Posts of some thirty words, which are as unevenly frequent as in any language."""
    chance, words = random.Random(SEED + 2), lexicon()
    weights = list(accumulate(1 / (rank + 2) for rank in range(len(words))))
    return [_post(chance, words, weights, known) for _ in range(count)]


def leaves(known: Sequence[str]) -> Iterator[Leaf]:
    """The terms in lists, and a few patterns and numbers beside them."""
    for start in range(0, len(known), _A_LIST):
        yield Words((Terms("en", tuple(known[start : start + _A_LIST])),))
    yield Pattern(r"\b\d{3}-\d{2}-\d{4}\b")
    yield Pattern(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b")
    yield Pattern(r"\b(?:no|zero) (?:side[- ]?effects?|risks?)\b")
    yield Number(Quantity.PERCENT)


def house(folder: Path, known: Sequence[str]) -> None:
    """Writes a configuration with one policy of these phrases, and without the shipped packs."""
    lists = [known[start : start + _A_RULE] for start in range(0, len(known), _A_RULE)]
    rules = [_rule(number, phrases) for number, phrases in enumerate(lists)]
    policy = {
        "pack": "house",
        "title": "House",
        "jurisdiction": "US",
        "reviewed": "2026-11-21",
        "rules": rules,
    }
    folder.joinpath("house.yaml").write_text(json.dumps(policy, indent=1), encoding="utf-8")
    settings = {"shipped": False, "markets": ["US"], "policies": ["house.yaml"]}
    folder.joinpath("socialint.yaml").write_text(json.dumps(settings, indent=1), encoding="utf-8")


def _rule(number: int, phrases: Sequence[str]) -> object:
    return {
        "id": f"house-{number}",
        "title": "A phrase of ours",
        "category": "language",
        "severity": "high",
        "citations": [{"law": "House policy", "checked": None}],
        "match": {"words": list(phrases)},
        "message": "says “{match}”",
        "why": "We do not say so.",
        "advice": "Say it in another way.",
        "examples": {
            "bad": [{"text": phrases[0], "because": "it is said"}],
            "good": [{"text": "Hello.", "because": "it is not said"}],
        },
    }


def _post(chance: random.Random, words: Sequence[str], weights: Sequence[float], known: Sequence[str]) -> str:
    parts = chance.choices(words, cum_weights=weights, k=chance.randint(15, 45))
    if chance.random() < _VIOLATIVE:
        parts.insert(chance.randrange(len(parts)), chance.choice(known))
    return "".join(part + (" " if chance.random() < 0.85 else chance.choice(_ENDS)) for part in parts)
