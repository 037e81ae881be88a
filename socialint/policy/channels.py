"""`rules/channels.yaml`, and what a user's rule files say otherwise -> what is known of the channels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from types import MappingProxyType
from typing import Any

from socialint.model.channels import LIMITED, Channel, Counting, Figure, Limit
from socialint.policy.drafts import FileDraft
from socialint.schema import Mapping as MappingNode
from socialint.schema import (
    Node,
    Reading,
    Shape,
    by_form,
    date,
    enum,
    integer,
    mapping_of,
    named,
    names_of,
    one_or_many,
    optional,
    record,
    required,
    text,
    transformed,
)

_VALUE = integer(least=0)
_FIGURE_KEYS = (
    required("value", _VALUE, "the number"),
    optional("source", text(), "who says so"),
    optional("as_of", date(), "the day it was looked up"),
    optional("confidence", enum(names_of("ABC")), "A the platform itself, B several sources, C one"),
)
_FIGURE: Shape[Figure] = by_form(
    scalar=transformed(_VALUE, lambda value, node: Figure(value)),
    mapping=record(Figure, *_FIGURE_KEYS, about="a number, or {value: …}"),
)
_COUNTING = enum({str(one): one for one in Counting}, "a way to count")
_LIMIT: Shape[Limit] = by_form(
    scalar=transformed(_VALUE, lambda value, node: Limit(value)),
    mapping=record(
        Limit,
        *_FIGURE_KEYS,
        optional("counted", _COUNTING, "how; as the shipped limit when left out"),
        about="a number, or {value: …}",
    ),
)
_CHANNEL: Shape[Channel] = named(
    "channel",
    lambda: record(
        Channel,
        optional("name", text(), "what people call it"),
        optional("fold", _FIGURE, "characters shown before “more”"),
        optional(
            "length",
            mapping_of(
                one_or_many(_LIMIT, least=1), key=enum(names_of(LIMITED), "a field"), what="limits by field"
            ),
            "how long a field may be; of several limits each holds",
        ),
        optional("hashtags", _FIGURE, "how many hashtags a post may have"),
        optional("links", _FIGURE, "how many links a post may have"),
        about="what is known of a channel",
    ),
)
CHANNELS: Shape[dict[str, Channel]] = mapping_of(
    _CHANNEL, key=text("a channel in small letters", pattern="^[^A-Z]+$"), what="channels by name"
)
CHANNELS_FILE: Shape[dict[str, Channel]] = record(
    lambda channels: channels, required("channels", CHANNELS, "each channel, by the name that posts use")
)
"""The file of what is shipped."""


def channels(
    shipped: Mapping[str, Channel], files: Sequence[FileDraft], reading: Reading
) -> Mapping[str, Channel]:
    """What is known of each channel: a rule file's word replaces the shipped one, fact by fact."""
    known = dict(shipped)
    said: dict[tuple[str, str, str], tuple[object, str]] = {}
    for file in files:
        for name, own in file.channels.items():
            for fact, part, value in _facts(own):
                first, path = said.setdefault((name, fact, part), (value, file.path))
                if first != value:
                    reading.note(
                        _node(file, name), f"another file says otherwise of “{name}”", f"the first is {path}"
                    )
                known[name] = _with(known.get(name, Channel()), fact, part, value)
    return MappingProxyType(known)


def _facts(channel: Channel) -> Iterator[tuple[str, str, Any]]:
    for one in fields(Channel):
        value = getattr(channel, one.name)
        if one.name == "length":
            yield from (("length", part, limits) for part, limits in value.items())
        elif value:
            yield one.name, "", value


def _with(channel: Channel, fact: str, part: str, value: Any) -> Channel:
    if fact != "length":
        return replace(channel, **{fact: value})
    before = next((one.counted for one in channel.length.get(part, ())), None)
    limits = tuple(replace(one, counted=one.counted or before or Counting.CODE_POINTS) for one in value)
    return replace(channel, length={**channel.length, part: limits})


def _node(file: FileDraft, name: str) -> Node:
    section = file.node.get("channels") if isinstance(file.node, MappingNode) else None
    found = section.get(name) if isinstance(section, MappingNode) else None
    return found or file.node
