"""What is known of the channels that posts go to: what they show, how much they take, how they count."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Counting(StrEnum):
    """How a platform counts the length of a text."""

    CODE_POINTS = "code-points"
    """Unicode code points, composed (NFC)."""
    GRAPHEMES = "graphemes"
    """What a reader takes for one character each."""
    UTF_16 = "utf-16"
    """UTF-16 code units: two for most emoji and for mathematical letters."""
    BYTES = "bytes"
    """Bytes in UTF-8."""
    WEIGHTED = "weighted"
    """The weighted length of X: two for an emoji and for most scripts of East Asia, 23 for a link."""
    LINKS_AS_23 = "links-as-23"
    """Graphemes as Mastodon counts them: 23 for a link, the server of a mention for nothing."""
    EMOJI_AS_BYTES = "emoji-as-bytes"
    """Code points as Threads counts them: an emoji as its bytes in UTF-8."""


LIMITED = ("body", "title", "alt_text", "first_comment")
"""The fields whose length a platform limits."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a platform sets, who says so, since when, and how sure that is (A to C).

    A user's own figure need not say more than the number.
    """

    value: int
    source: str = ""
    as_of: datetime.date | None = None
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class Limit(Figure):
    """The longest text that a platform takes; a user's own is counted as the shipped one."""

    counted: Counting | None = None


@dataclass(frozen=True, slots=True)
class Channel:
    """What is known of one channel."""

    name: str = ""
    """What people call it; empty where that is the name that posts use."""
    fold: Figure | None = None
    """Characters shown before its reader has to tap “more”."""
    length: Mapping[str, Sequence[Limit]] = field(default_factory=lambda: MappingProxyType({}))
    """How long a field may be, by its name; each of the limits holds."""
    hashtags: Figure | None = None
    links: Figure | None = None
