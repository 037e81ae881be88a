"""What came of sources, kept until something changes that it came from: content, policy, registers, settings, day.

A file holds the results of one project under one policy: of each source, by name, the digest of its
bytes and what came of them. Findings are masked before they come here. What a run could not read, or
only in part because of the clock or another file, is never kept.
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from socialint.discover.sources import Sources
from socialint.errors import UnreadableDocument
from socialint.model import documents, findings, places, policy, waivers
from socialint.model.documents import Source, UnreadKind
from socialint.model.findings import Checked, ReadSource
from socialint.model.policy import Outline
from socialint.settings import Settings
from socialint.store.codec import Types, pack, unpack
from socialint.store.folder import keep, kept, place_for, version
from socialint.store.keys import key_of_results, unchanged

if TYPE_CHECKING:
    from socialint.readers.shown import Pictures

MOST = 50_000
"""How many sources of a project are kept; those that were not asked for go first."""
MOST_BYTES = 32 * 1024 * 1024

_ALWAYS = 0  # for a day, where no day had a part in it

_Entry = tuple[str, int, int, str, Any]
"""Digest, day, posts, encoding; and, where there is more to tell, all that came of it, packed."""


@cache
def _types() -> Types:
    return Types((documents, findings, places, policy, waivers))


class Results:
    """What is known of the sources of a project; what is new is kept in the end."""

    def __init__(self, settings: Settings, *, wanted: bool = True) -> None:
        """Nothing is known and nothing is kept where that is not `wanted`, or could tell too much."""
        self._day = settings.today.toordinal()
        hidden = settings.show_phi or settings.statistics or not settings.store
        self._place = place_for(settings.root) if wanted and not hidden else None
        self._name = key_of_results(settings) if self._place else None
        self._outline: Outline | None = None
        self._lists: Mapping[str, str] = {}
        self._entries: dict[str, _Entry] = {}
        self._read: set[str] = set()
        self._fresh: set[str] = set()
        self._loaded = self._load()

    @property
    def outline(self) -> Outline | None:
        """That of the ruleset which everything here came from; None where nothing is kept."""
        return self._outline

    @property
    def lists(self) -> Sequence[Path]:
        """The files that the user's own rules name."""
        return [*map(Path, self._lists)]

    def begin(self, outline: Outline, lists: Mapping[str, str]) -> None:
        """What is kept from now on comes from this ruleset; `lists` are its files and their sha256."""
        self._outline, self._lists = outline, lists

    def known(self, sources: Sources, pictures: Pictures) -> tuple[Sequence[Checked], Sources]:
        """What came of the sources that are what they were; and the others, which are to be checked.

        `pictures` are those that drafts could show.
        """
        found: dict[str, Checked] = {}
        for at, place in enumerate(sources.places):
            if place.data is not None:
                continue  # what comes through a pipe is another text each time
            self._read.add(place.name)
            known = self._known(sources[at], pictures) if place.name in self._entries else None
            if known is not None:
                found[place.name] = known
        return list(found.values()), sources.where(lambda name: name not in found)

    def add(self, one: Checked) -> None:
        """Takes note of what came of a source."""
        if self._name is None or one.read is None or one.read.path not in self._read or not _lasts(one):
            return
        day = self._day if one.dated or one.waivers else _ALWAYS
        told = (one.findings, one.unread, one.relaxed, one.shown, one.asked, one.waivers)
        bare = replace(one, read=None, dated=True, seconds={})
        packed = pack(bare, _types()) if any(told) else None
        self._entries[one.read.path] = (one.read.sha256, day, one.read.posts, one.read.encoding, packed)
        self._fresh.add(one.read.path)

    def keep(self) -> None:
        """Keeps what is new for the next run."""
        if not self._fresh or self._place is None or self._name is None or self._outline is None:
            return
        new = {name: self._entries[name] for name in self._fresh}
        if version(self._place, self._name) != self._loaded:  # another run was here meanwhile
            self._load()
        entries = self._entries | new
        ordered = sorted(entries, key=lambda name: name in self._read)[-MOST:]
        data = self._written({name: entries[name] for name in ordered})
        while len(data) > MOST_BYTES and ordered:
            ordered = ordered[len(ordered) // 2 + 1 :]
            data = self._written({name: entries[name] for name in ordered})
        keep(self._place, self._name, data)

    def _known(self, source: Source, pictures: Pictures) -> Checked | None:
        digest, day, posts, encoding, packed = self._entries[source.name]
        if day not in (_ALWAYS, self._day):
            return None
        try:
            if hashlib.sha256(source.data).hexdigest() != digest:
                return None
            read = ReadSource(source.name, digest, posts, encoding)
            if packed is None:
                return Checked(read)
            found: Checked = unpack(packed, _types())
            same = all(_is_there(source.name, one, pictures) for one in found.asked)
        except UnreadableDocument:
            return None
        return replace(found, read=read) if same else None

    def _load(self) -> object:
        if self._place is None or self._name is None:
            return None
        found = version(self._place, self._name)
        data = kept(self._place, self._name)
        if data is not None:
            outline, lists, entries = marshal.loads(data)
            if unchanged(lists):
                self._outline, self._lists = unpack(outline, _types()), lists
                self._entries = entries
        return found

    def _written(self, entries: Mapping[str, _Entry]) -> bytes:
        return marshal.dumps((pack(self._outline, _types()), dict(self._lists), dict(entries)))


def _lasts(one: Checked) -> bool:
    """Whether the same bytes would have the same come of them another time."""
    timed_out = any(each.kind is UnreadKind.RULE for each in one.unread)
    return one.whole and not timed_out and all(each.sha256 or not each.name for each in one.asked)


def _is_there(draft: str, asked: findings.Shown, pictures: Pictures) -> bool:
    """Whether the draft would be shown the same picture. Raises `UnreadableDocument`."""
    picture = pictures.shown_in(draft, asked.address)
    if picture is None or picture.name != asked.name:
        return picture is None and not asked.name
    return hashlib.sha256(picture.data).hexdigest() == asked.sha256
