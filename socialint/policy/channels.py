"""`rules/channels.yaml` -> what each channel shows before its reader has to tap “more”."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from socialint.schema import (
    Shape,
    date,
    enum,
    integer,
    mapping_of,
    names_of,
    optional,
    read_file,
    record,
    required,
    text,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a platform sets, who says so, since when, and how sure that is (A to C)."""

    value: int
    source: str
    as_of: datetime.date
    confidence: str


@dataclass(frozen=True, slots=True)
class Channel:
    """What is known of one channel."""

    fold: Figure | None = None


_FIGURE = record(
    Figure,
    required("value", integer(), "the number"),
    required("source", text(), "who says so"),
    required("as_of", date(), "the day it was looked up"),
    required("confidence", enum(names_of("ABC")), "A the platform itself, B several sources, C one"),
)
_CHANNELS: Shape[dict[str, Mapping[str, Channel]]] = record(
    dict,
    required(
        "channels",
        mapping_of(record(Channel, optional("fold", _FIGURE, "characters shown before “more”"))),
        "each channel, by the name that posts use",
    ),
)


def folds(path: Path) -> Mapping[str, int]:
    """Characters shown before the fold, by channel. Raises `UserError` where the file is wrong."""
    channels = read_file(path, _CHANNELS)["channels"]
    return {name: channel.fold.value for name, channel in channels.items() if channel.fold is not None}
