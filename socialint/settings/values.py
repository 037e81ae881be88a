"""The values of a run: what the configuration and the command line came to, and who said so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from socialint.errors import Problem
from socialint.model.context import ModelReads, Organisation
from socialint.model.marks import Mark
from socialint.model.policy import ENGLISH, Confidence, Rule, Severity
from socialint.settings.switches import switched_off, switches

ENGINE = "SOCIALINT_ENGINE"
"""The environment variable that chooses the tier of the gate."""

NOWHERE: Mapping[str, Path] = MappingProxyType({})
NOTHING: Mapping[str, tuple[str, ...]] = MappingProxyType({})

Value = TypeVar("Value")


class Giver(StrEnum):
    """Who can give a value; a later one wins."""

    DEFAULT = "default"
    CONFIGURATION = "configuration"
    COMMAND_LINE = "command line"


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a value came from: who gave it, where it is written, and by which variables."""

    giver: Giver = Giver.DEFAULT
    mark: Mark = field(default_factory=Mark)
    variables: tuple[str, ...] = ()

    def __str__(self) -> str:
        if self.giver is not Giver.CONFIGURATION:
            return str(self.giver)
        place = f"{self.mark.path}:{self.mark.line}" if self.mark.line else self.mark.path
        return ", ".join([place, *(f"environment ${name}" for name in self.variables)])


@dataclass(frozen=True, slots=True)
class Override:
    """Rules that are added or left out for some paths."""

    paths: tuple[str, ...]
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a configuration file says; paths and variables as they are written.

    `marks` holds the place of every key, dotted (`registers.staff`), and of the entries of a
    list (`policies.0`).
    """

    organisation: Organisation = field(default_factory=Organisation)
    markets: tuple[str, ...] = ()
    audience: str = "public"
    channel: str = ""
    language: str = ENGLISH
    policies: tuple[str, ...] = ()
    shipped: bool = True
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "high"
    registers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: NOTHING)
    overrides: tuple[Override, ...] = ()
    trust_metadata: tuple[str, ...] | None = None
    require: tuple[str, ...] = ("text", "language")
    entities: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    owners: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: NOTHING)
    marks: Mapping[str, Mark] = field(default_factory=lambda: MappingProxyType({}), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the command line chose; None and empty say that it did not."""

    config: Path | None = None
    no_config: bool = False
    policies: tuple[str, ...] = ()
    """Ids of packs, or paths, added to those of the configuration."""
    markets: tuple[str, ...] = ()
    organisation: str | None = None
    channel: str | None = None
    audience: str | None = None
    language: str | None = None
    today: date | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    """Added to those of the configuration."""
    require_policy: str | None = None
    fail_on: str | None = None
    """A level, or `never`."""
    min_severity: Severity | None = None
    min_confidence: Confidence | None = None
    show_phi: bool = False
    statistics: bool = False
    store: bool = True
    entities: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that a run was told. Paths are absolute; globs are relative to `root`.

    `given` says of a key of the configuration (dotted, as in `registers.staff`) where its value
    came from; a key it does not name has its default.
    """

    root: Path
    """The folder of the configuration, or else the current one."""
    config: Path | None = None
    organisation: Organisation = field(default_factory=Organisation)
    markets: tuple[str, ...] = ()
    """Markets as somebody named them, in capitals; empty if nobody did."""
    audience: str = "public"
    channel: str = ""
    language: str = ENGLISH
    """The language (ISO 639-1) in which rules speak, where they can."""
    today: date
    packs: tuple[str, ...] = ()
    """Ids of packs to add to those of the markets."""
    policies: tuple[Path, ...] = ()
    """Files and folders of rules to add."""
    shipped: bool = True
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity | None = Severity.HIGH
    """None never fails."""
    waivers: Path | None = None
    """The waivers on record, where there are any."""
    registers: Mapping[str, Path] = field(default_factory=lambda: NOWHERE)
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: NOTHING)
    overrides: tuple[Override, ...] = ()
    trust_metadata: tuple[str, ...] | None = None
    """The keys of a post that may relax a rule; None trusts all."""
    require: tuple[str, ...] = ("text", "language")
    model_reads: ModelReads = ModelReads.AUTO
    """Which texts the entity model reads."""
    entities: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    owners: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: NOTHING)
    require_policy: str | None = None
    min_severity: Severity | None = None
    """What is shown; None leaves it to the format."""
    min_confidence: Confidence = Confidence.LOW
    show_phi: bool = False
    statistics: bool = False
    """Whether what each rule costs is counted."""
    store: bool = True
    given: Mapping[str, Provenance] = field(default_factory=lambda: MappingProxyType({}), repr=False)

    def whence(self, key: str) -> Provenance:
        """Where the value of `key` came from."""
        return self.given.get(key, Provenance())

    def switched_off(self, path: str) -> Callable[[Rule], bool]:
        """Whether a rule is switched off for the file at `path`, relative to the configuration."""
        return switched_off(self, path)

    @property
    def switched(self) -> tuple[str, ...]:
        """What was switched off, in words: `platform in internal/**`."""
        return tuple(switches(self))

    def problem(self, key: str, what: str, *, hint: str = "") -> Problem:
        """A mistake in the value of `key`, said where that value was given."""
        mark = self.whence(key).mark
        return Problem(what, mark.path, mark.line, mark.column, hint=hint)
