"""A linter -> its settings and who gave each, and the facts of the engine: `--show-settings`."""

from __future__ import annotations

import platform
from collections.abc import Iterator, Mapping
from pathlib import Path

from socialint import __version__
from socialint.linter import Linter
from socialint.reporters.safe import safe
from socialint.scan.gates import chosen
from socialint.settings import ENGINE, NEVER, Override, Settings


def facts(linter: Linter) -> str:
    """One line a setting: its name, its value, who gave it."""
    rows = [*_settings(linter.settings)]
    wide = max(len(key) for key, _, _ in rows)
    lines = [f"{key:<{wide}}  {safe(value) or '-'}  ({safe(giver)})" for key, value, giver in rows]
    lines.append("")
    lines += [f"{key:<{wide}}  {safe(value)}" for key, value in _engine(linter)]
    return "\n".join(lines) + "\n"


def _settings(settings: Settings) -> Iterator[tuple[str, str, str]]:
    who = settings.organisation
    values: Mapping[str, object] = {
        "organisation.kind": who.kind,
        "organisation.name": who.name,
        "organisation.handles": who.handles,
        "organisation.facts": who.facts,
        "markets": settings.markets,
        "audience": settings.audience,
        "channel": settings.channel,
        "language": settings.language,
        "today": settings.today,
        "policies": (*settings.policies, *settings.packs),
        "shipped": settings.shipped,
        "select": settings.select,
        "ignore": settings.ignore,
        "fail_on": NEVER if settings.fail_on is None else settings.fail_on,
        **{f"registers.{name}": path for name, path in settings.registers.items()},
        "waivers": settings.waivers,
        "include": settings.include,
        "exclude": settings.exclude,
        "columns": settings.columns,
        "overrides": tuple(map(_override, settings.overrides)),
        "trust_metadata": "all" if settings.trust_metadata is None else settings.trust_metadata,
        "require": settings.require,
        "entities": settings.entities,
        "model_reads": settings.model_reads,
        "owners": settings.owners,
        "require_policy": settings.require_policy,
        "min_severity": "by format" if settings.min_severity is None else settings.min_severity,
        "min_confidence": settings.min_confidence,
    }
    yield "configuration", _said(settings.config), "" if settings.config is None else "found or named"
    yield "root", _said(settings.root), "the folder of the configuration, or the current one"
    for key, value in values.items():
        yield key, _said(value), str(settings.whence(key))


def _override(override: Override) -> str:
    only = f"only {', '.join(override.select)}" if override.select else ""
    without = f"without {', '.join(override.ignore)}" if override.ignore else ""
    return f"{' '.join(override.paths)} {' '.join(filter(None, (only, without)))}"


def _engine(linter: Linter) -> Iterator[tuple[str, str]]:
    yield "socialint", __version__
    yield "Python", f"{platform.python_version()}, {platform.system()}"
    yield "policy", linter.ruleset.digest
    yield "markets in force", ", ".join(linter.markets)
    yield "packs", ", ".join(pack.id for pack in linter.ruleset.packs)
    yield "rules in force", f"{len(linter.ruleset.rules)} of {len(linter.ruleset.names)}"
    yield "engine", f"{chosen()} (${ENGINE})"


def _said(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_said(one)}" for key, one in value.items())
    if isinstance(value, tuple):
        return ", ".join(map(_said, value))
    return value.as_posix() if isinstance(value, Path) else str(value)
