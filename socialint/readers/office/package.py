"""The bytes of an Office Open XML file -> its parts and the relations between them.

A package is a zip (ECMA-376, part 2). Nothing in it is believed: what it says of its own sizes is
not used, and a part is unpacked only as far as it may go.
"""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from urllib.parse import unquote

from socialint.errors import UnreadableDocument
from socialint.readers.office.markup import MEND, parse

MAX_MEMBERS = 10_000
MAX_UNPACKED = 128 * 1024 * 1024
"""Bytes that all parts together may have, as far as they are read."""
MAX_RATIO = 400
"""How many times as big as its packed bytes a part may be; less than deflate could do."""
_SMALL = 1024 * 1024
"""A part that is not bigger than this may be packed as tightly as it likes."""

_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1
_PACKED_AS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, OSError, ValueError)


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part points at: `kind` is the last word of its type (`image`, `hyperlink`)."""

    kind: str
    target: str = field(repr=False)
    external: bool


@dataclass
class Package:
    """An opened zip; parts are unpacked when they are asked for."""

    archive: zipfile.ZipFile = field(repr=False)
    unpacked: int = 0
    """Bytes so far."""
    pointed: dict[str, Mapping[str, Relation]] = field(default_factory=dict, repr=False)
    """The relations of the parts that were asked for."""

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The parts: their names as relations spell them, and as the zip does."""
        return {_plain(name): name for name in self.archive.namelist() if not name.endswith("/")}

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return _plain(name) in self.names

    def bytes(self, name: str) -> bytes:
        """What a part holds. Raises `UnreadableDocument` where it is damaged, locked or too big."""
        info = self.archive.getinfo(self.names[_plain(name)])
        if info.flag_bits & _ENCRYPTED:
            raise UnreadableDocument("protected with a password", hint="save it without a password")
        limit = MAX_UNPACKED - self.unpacked
        try:
            if info.compress_type not in _PACKED_AS:
                raise NotImplementedError
            with self.archive.open(info) as member:
                data = member.read(limit + 1)
        except _BROKEN:
            raise UnreadableDocument("damaged: a part of it cannot be unpacked", hint=MEND) from None
        if len(data) > limit or (len(data) > _SMALL and len(data) > MAX_RATIO * info.compress_size):
            raise UnreadableDocument(
                "much bigger unpacked than any draft", hint="split it, or save it again in its program"
            )
        self.unpacked += len(data)
        return data

    def relations(self, name: str = "") -> Mapping[str, Relation]:
        """What a part points at, by id; without a name, what the package itself points at."""
        if name not in self.pointed:
            self.pointed[name] = self._relations(name)
        return self.pointed[name]

    def _relations(self, name: str) -> Mapping[str, Relation]:
        folder, base = posixpath.split(_plain(name))
        beside = posixpath.join(folder, "_rels", f"{base}.rels")
        if not self.has(beside):
            return {}
        found: dict[str, Relation] = {}
        for one in parse(self.bytes(beside)):
            external = one.get("TargetMode") == "External"
            target = one.get("Target", "")
            if not external:
                target = _plain(posixpath.join("/" + folder, unquote(target)))
            found[one.get("Id", "")] = Relation(one.get("Type", "").rpartition("/")[2], target, external)
        return found

    def related(self, name: str, kind: str) -> Sequence[str]:
        """The parts of one kind that a part points at, as far as they are there."""
        targets = (one for one in self.relations(name).values() if one.kind == kind and not one.external)
        return [one.target for one in targets if self.has(one.target)]


def opened(data: bytes) -> Package | None:
    """The package that some bytes are; None where they are no zip at all.

    Raises `UnreadableDocument` for a zip that is damaged, or has too many members.
    """
    if not data.startswith(b"PK"):
        return None
    if data.count(_ENTRY) > MAX_MEMBERS:
        raise UnreadableDocument(f"a zip of more than {MAX_MEMBERS:,} files", hint=MEND)
    try:
        package = Package(zipfile.ZipFile(BytesIO(data)))
    except _BROKEN:
        raise UnreadableDocument("damaged: it cannot be unpacked", hint=MEND) from None
    if len(set(map(_plain, package.archive.namelist()))) < len(package.archive.namelist()):
        raise UnreadableDocument("damaged: two of its parts have the same name", hint=MEND)
    return package


def _plain(name: str) -> str:
    """A part's name without what does not count: a slash at its head, dots, upper case."""
    return posixpath.normpath("/" + name.replace("\\", "/")).lstrip("/").casefold()
