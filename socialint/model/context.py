"""Who is speaking, to whom, where and when: the circumstances that a post is judged in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from socialint.model.needs import MEDIUM

if TYPE_CHECKING:
    from socialint.model.leaves import Scalar


class ModelReads(StrEnum):
    """Which texts the model for names, places and dates reads."""

    AUTO = "auto"
    """Those with the shape of an entity that a rule asks for."""
    FULL = "full"
    """All texts of a post that a rule asks about."""
    OFF = "off"
    """None: only names that cues show are found, and no places and dates."""


KINDS = (
    "hospital", "clinic", "physician", "dental", "pharmacy", "pharma", "device", "supplement",
    "food", "cosmetic", "compounder", "medspa", "telehealth", "lab", "payer", "tpmo", "ltc",
    "sud-program", "recovery-home", "distributor", "charity", "public-body", "agency",
    "publisher", "employer", "influencer", "individual",
)  # fmt: skip
"""Kinds of organisation."""

SELLERS = frozenset(KINDS[: KINDS.index("charity")])
"""The kinds that sell health products or services: what an unknown organisation might be."""

AUDIENCES = ("public", "patients", "hcp", "minors", "staff")
POST_TYPES = (
    "organic", "paid", "reply", "review_reply", "repost", "influencer", "job", "live", "story",
    "comment",
)  # fmt: skip


def unknown(value: object) -> bool:
    """Whether nobody said what the value is."""
    return value is None or value == "" or value == () or value == []


@dataclass(frozen=True, slots=True)
class Organisation:
    """The organisation's profile; an empty kind means that nobody said."""

    kind: str = ""
    name: str = ""
    handles: tuple[str, ...] = ()
    facts: Mapping[str, Scalar] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Context:
    """The circumstances of one post.

    `metadata` holds what the post says of itself, by the contract's names; `media` its pictures,
    films and sounds. `channels` are those it goes to, `day` is the day it is judged on.
    """

    organisation: Organisation
    markets: tuple[str, ...]
    audience: str
    channels: tuple[str, ...]
    post_type: str
    language: str
    day: date
    metadata: Mapping[str, object] = field(repr=False)
    media: Sequence[Mapping[str, object]] = field(default=(), repr=False)

    def value(self, key: str) -> object:
        """What is known under a key: the post's metadata, its circumstances, the profile."""
        head, _, tail = key.partition(".")
        circumstances: Mapping[str, object] = {
            "channel": self.channels or None,
            "audience": self.audience or None,
            "post_type": self.post_type or None,
            "language": self.language or None,
            "organisation": self.organisation.kind or None,
            "market": self.markets,
            "markets": self.markets,
        }
        if head in circumstances:
            return circumstances[head]
        if head in self.metadata:
            value = self.metadata[head]
            if not tail:
                return value
            return value.get(tail) if isinstance(value, Mapping) else None
        return self.organisation.facts.get(key)

    def knows(self, key: str) -> bool:
        """Whether anything is known under a key, or of `MEDIUM`."""
        return bool(self.media) if key == MEDIUM else not unknown(self.value(key))

    @property
    def channel(self) -> str:
        """The first channel it goes to; empty if nobody said."""
        return self.channels[0] if self.channels else ""
