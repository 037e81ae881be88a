"""Packs: what the files of each say about it, in exactly one of them."""

from __future__ import annotations

from collections.abc import Sequence

from socialint.model.markets import INTERNATIONAL
from socialint.model.policy import Pack
from socialint.policy.drafts import FileDraft
from socialint.schema import Mapping, Node, Reading

_SAID_ONCE = ("title", "jurisdiction", "reviewed", "version")
_SHIPPED_SAYS = ("title", "jurisdiction", "reviewed")


def packs_of(
    files: Sequence[FileDraft], house: frozenset[str], version: str, reading: Reading
) -> dict[str, Pack]:
    """Every pack by its id, in order; problems where its files disagree on who says what."""
    members: dict[str, list[FileDraft]] = {}
    for file in files:
        if file.kind == "pack":
            members.setdefault(file.pack, []).append(file)
    return {name: _pack(name, members[name], house, version, reading) for name in sorted(members)}


def _pack(
    name: str, files: Sequence[FileDraft], house: frozenset[str], version: str, reading: Reading
) -> Pack:
    shipped = [file for file in files if file.path not in house]
    if shipped and len(shipped) < len(files):
        own = next(file for file in files if file.path in house)
        reading.note(_under(own, "pack"), f"a pack that is shipped is called “{name}”", "choose another name")
    for key in _SAID_ONCE:
        saying = [file for file in files if getattr(file, key) is not None]
        for file in saying[1:]:
            reading.note(
                _under(file, key),
                f"“{key}” of the pack “{name}” stands here a second time",
                f"the first is in {saying[0].path}; one file says it for the pack",
            )
        if shipped and not saying and key in _SHIPPED_SAYS:
            reading.note(_under(files[0], "pack"), f"no file of the pack “{name}” has “{key}”")
    first = {
        key: next((getattr(file, key) for file in files if getattr(file, key)), None) for key in _SAID_ONCE
    }
    return Pack(
        id=name,
        title=first["title"] or name,
        jurisdiction=first["jurisdiction"] or INTERNATIONAL,
        reviewed=first["reviewed"],
        version=first["version"] or (version if shipped else ""),
        shipped=bool(shipped),
    )


def _under(file: FileDraft, key: str) -> Node:
    found = file.node.get(key) if isinstance(file.node, Mapping) else None
    return found or file.node
