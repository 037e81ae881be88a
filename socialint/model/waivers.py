"""Recorded permissions: what may stand, where, on whose word and until when; and what is wrong with one."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from socialint.model.places import Location

NO_NAME = "its `by` is no name or address of a colleague"

_NUMBER = re.compile(r"\d(?:[ ().-]?\d){4}")


class Scope(StrEnum):
    """What a waiver is for."""

    BLOCK = "block"
    POST = "post"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Waiver:
    """A permission, as it is written; `fault` says why it could not be understood.

    It stands at `location` in the file `written_in`, and is for findings of its `rules` in the file
    `path`. In a draft that is the same file; there it stands with a post, and `block` is the stretch
    below it. On record it names a post or a finding, or is for all of the file.
    """

    location: Location
    rules: tuple[str, ...] = ()
    reason: str = dataclasses.field(default="", repr=False)
    by: str = ""
    until: date | None = None
    """The last day on which it holds."""
    scope: Scope = Scope.POST
    block: Location | None = None
    fault: str = ""
    path: str = ""
    written_in: str = ""
    post: str = ""
    """What the report calls its post."""
    edition: str = ""
    """In a draft, the key of its post's edition."""
    fingerprint: str = ""
    """On record, that of the one finding which it is for."""

    @property
    def on_record(self) -> bool:
        """Whether it stands in a file of waivers, and not in the draft itself."""
        return self.written_in != self.path

    @property
    def place(self) -> str:
        """Where a person finds it."""
        post = "" if self.on_record else self.post
        line = f"line {self.location.line}" if self.location.lined else ""
        return ", ".join(filter(None, (self.written_in, post, self.location.landmark or line)))


@dataclass(frozen=True, slots=True)
class Waived:
    """The permission under which a finding stands; `place` is where it is written."""

    reason: str = dataclasses.field(repr=False)
    by: str
    until: date | None
    place: str
    on_record: bool


def says_who(name: str) -> bool:
    """Whether this can be the name or address of somebody who signs: it holds no long number."""
    return bool(name.strip()) and not _NUMBER.search(name)
