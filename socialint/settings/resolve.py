"""Configuration, command line and environment -> the one `Settings` of a run."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from socialint.errors import Problem, UserError
from socialint.model.context import ModelReads
from socialint.model.marks import Mark
from socialint.model.policy import Confidence, Severity
from socialint.settings.search import find_configuration
from socialint.settings.values import Choices, Configuration, Giver, Provenance, Settings

WAIVERS = "waivers.yaml"
"""What the waivers on record are called, beside the configuration."""

NEVER = "never"
"""The level at which no finding fails a run."""

_VARIABLE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")


def resolve(
    choices: Choices,
    paths: Sequence[Path] = (),
    *,
    cwd: Path | None = None,
    environ: Mapping[str, str] | None = None,
    read: Callable[[Path, str], Configuration] | None = None,
) -> Settings:
    """The settings for a check of `paths`. Raises `UserError`.

    `read` gives what a configuration says; without it, the file is read.
    """
    cwd = Path(os.path.abspath(cwd or Path.cwd()))
    file = _configuration_file(choices, paths, cwd)
    root = file.parent if file else cwd
    told = (read or _read)(file, _shown(file, cwd)) if file else Configuration()
    problems: list[Problem] = []
    given = {key: Provenance(Giver.CONFIGURATION, mark) for key, mark in told.marks.items()}
    given |= dict.fromkeys(_chosen(choices), Provenance(Giver.COMMAND_LINE))
    registers: dict[str, Path] = {}
    for name, written in told.registers.items():
        place = given[f"registers.{name}"]
        found, variables = _expanded(written, environ if environ is not None else os.environ, place, problems)
        given[f"registers.{name}"] = replace(place, variables=variables)
        registers[name] = _absolute(root, found)
    packs, policies = _policies(told, choices, root, cwd, problems)
    if problems:
        raise UserError(problems)
    return Settings(
        root=root,
        config=file,
        organisation=replace(told.organisation, kind=choices.organisation or told.organisation.kind),
        markets=_markets(choices.markets or told.markets),
        audience=choices.audience or told.audience,
        channel=choices.channel or told.channel,
        language=choices.language or told.language,
        today=choices.today or date.today(),
        packs=packs,
        policies=policies,
        shipped=told.shipped,
        select=choices.select or told.select,
        ignore=tuple(dict.fromkeys(told.ignore + choices.ignore)),
        fail_on=_level(choices.fail_on or told.fail_on),
        waivers=_waivers(choices, root),
        registers=MappingProxyType(registers),
        include=told.include,
        exclude=told.exclude,
        columns=told.columns,
        overrides=told.overrides,
        trust_metadata=told.trust_metadata,
        require=told.require,
        entities=told.entities,
        owners=told.owners,
        require_policy=choices.require_policy,
        min_severity=choices.min_severity,
        min_confidence=choices.min_confidence or Confidence.LOW,
        show_phi=choices.show_phi,
        statistics=choices.statistics,
        store=choices.store,
        model_reads=ModelReads(choices.entities or ModelReads.AUTO),
        given=MappingProxyType(given),
    )


def _read(file: Path, name: str) -> Configuration:
    from socialint.settings.configuration import read_configuration

    return read_configuration(file, name)


def _configuration_file(choices: Choices, paths: Sequence[Path], cwd: Path) -> Path | None:
    if choices.config is not None:
        file = _absolute(cwd, str(choices.config))
        if not file.is_file():
            what = "this is a folder" if file.is_dir() else "no such file"
            hint = "--config names the file itself"
            raise UserError(Problem(f"{what}, so no configuration", str(choices.config), hint=hint))
        return file
    return None if choices.no_config else find_configuration(paths, cwd=cwd)


def _waivers(choices: Choices, root: Path) -> Path | None:
    file = root / WAIVERS
    return file if file.exists() and not choices.no_config else None


def _chosen(choices: Choices) -> list[str]:
    """The keys whose value the command line gives, in the words of the configuration."""
    values = {
        "markets": choices.markets,
        "organisation.kind": choices.organisation,
        "channel": choices.channel,
        "audience": choices.audience,
        "language": choices.language,
        "today": choices.today,
        "select": choices.select,
        "ignore": choices.ignore,
        "policies": choices.policies,
        "require_policy": choices.require_policy,
        "fail_on": choices.fail_on,
    }
    named = [key for key, value in values.items() if value]
    if choices.min_severity is not None:
        named.append("min_severity")
    if choices.min_confidence is not None:
        named.append("min_confidence")
    if choices.entities is not None:
        named.append("model_reads")
    return named


def _policies(
    read: Configuration, choices: Choices, root: Path, cwd: Path, problems: list[Problem]
) -> tuple[tuple[str, ...], tuple[Path, ...]]:
    packs: list[str] = []
    policies: list[Path] = []
    marks = [read.marks.get(f"policies.{at}", Mark()) for at in range(len(read.policies))]
    written = [(text, root, mark) for text, mark in zip(read.policies, marks, strict=True)]
    for text, base, mark in [*written, *((text, cwd, Mark()) for text in choices.policies)]:
        path = _absolute(base, text)
        if path.exists():
            policies.append(path)
        elif "/" in text or "\\" in text or text.endswith((".yaml", ".yml")):
            hint = f"looked for it at {path}"
            problems.append(Problem(f"no such policy: {text}", mark.path, mark.line, mark.column, hint=hint))
        else:
            packs.append(text)
    return tuple(dict.fromkeys(packs)), tuple(dict.fromkeys(policies))


def _expanded(
    text: str, environ: Mapping[str, str], place: Provenance, problems: list[Problem]
) -> tuple[str, tuple[str, ...]]:
    names = tuple(_VARIABLE.findall(text))
    for name in names:
        if not environ.get(name):
            mark = place.mark
            what = f"the environment variable {name} is not set"
            hint = f"set {name} to the path of the register, or take the register out"
            problems.append(Problem(what, mark.path, mark.line, mark.column, hint=hint))
    return _VARIABLE.sub(lambda found: environ.get(found[1], ""), text), names


def _absolute(base: Path, text: str) -> Path:
    return Path(os.path.normpath(base / text))


def _shown(file: Path, cwd: Path) -> str:
    """The path as messages show it: relative where it lies below the current folder."""
    return file.relative_to(cwd).as_posix() if file.is_relative_to(cwd) else str(file)


def _markets(codes: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code.strip().upper() for code in codes))


def _level(name: str) -> Severity | None:
    return None if name == NEVER else Severity[name.upper()]
