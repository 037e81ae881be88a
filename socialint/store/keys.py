"""What a plan was made of -> the name under which it is kept: other rules, another name.

What socialint brings along, its code and its rules, goes by the size and time of its files; what
the user brings, policies and registers, by content. Consents are not among it: they are read anew
in each run, and nothing of them is ever kept.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import regex

from socialint import __version__
from socialint.settings import ENGINE, Settings
from socialint.shipped import shipped_rules
from socialint.store.told import written

NEVER_KEPT = frozenset({"consents"})
"""The registers that name patients."""

_WITHOUT_A_PART = (
    "config", "today", "fail_on", "include", "exclude", "require", "owners", "require_policy",
    "min_severity", "min_confidence", "given",
)  # fmt: skip
"""The settings that have no part in what comes of a source that is checked."""


def key_of_plan(settings: Settings) -> str | None:
    """The name for the ruleset of these settings; None where a file of theirs cannot be read."""
    policy = _digest_of_policy(settings)
    return policy and f"plan-{_name(policy)}"


def _digest_of_policy(settings: Settings) -> str | None:
    profile = settings.organisation
    told = (
        os.environ.get(ENGINE), settings.language, settings.markets, profile.kind, profile.name, profile.handles,
        sorted(profile.facts.items()),
        settings.packs, settings.shipped, settings.select, settings.ignore, sorted(settings.registers),
    )  # fmt: skip
    digest = hashlib.sha256(repr(told).encode())
    try:
        digest.update(_brought())
        for policy in settings.policies:
            files = [policy] if policy.is_file() else [Path(path) for path, _ in _below(policy)]
            for file in files:
                _add(digest, file)
        for register, file in settings.registers.items():
            if register not in NEVER_KEPT:
                _add(digest, file)
    except OSError:
        return None
    return digest.hexdigest()


def _name(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:40]


def key_of_file(file: Path, shown: str) -> str | None:
    """The name for what a configuration says; None where it cannot be read."""
    digest = hashlib.sha256(repr(shown).encode())
    try:
        digest.update(_brought())
        _add(digest, file)
    except OSError:
        return None
    return f"configuration-{digest.hexdigest()[:40]}"


def key_of_expressions() -> str:
    """The name for what expressions were compiled to, which no rule and no setting changes."""
    return f"expressions-{_name(regex.__version__, _versions())}"


def key_of_results(settings: Settings) -> str | None:
    """The name for what came of sources under these settings; None where it cannot be told.

    The day is not in it: most of it holds on the next one.
    """
    policy = _digest_of_policy(settings)
    if policy is None or not _is_shipped(settings.entities.get("model")):
        return None
    unsaid = Settings(root=settings.root, today=date.min)
    weighed = replace(settings, **{name: getattr(unsaid, name) for name in _WITHOUT_A_PART})
    try:
        registers = digests(settings.registers[one] for one in sorted(NEVER_KEPT & set(settings.registers)))
    except OSError:
        return None
    return f"results-{_name(policy, registers, written(weighed), _installed())}"


def _is_shipped(model: str | None) -> bool:
    """Whether the entity model is the one that comes with socialint: of others we do not know when they change."""
    if model is None:
        return True
    from socialint.entities import MODEL

    return model == MODEL


def _installed() -> Sequence[tuple[str, int]]:
    """The folders that packages are installed in, with the time of the last change."""
    folders = [one for one in sys.path if os.path.basename(one) in ("site-packages", "dist-packages")]
    return [(one, os.stat(one).st_mtime_ns) for one in folders if os.path.isdir(one)]


def digests(files: Iterable[Path]) -> Mapping[str, str]:
    """The sha256 of each file, by path. Raises `OSError`."""
    return {str(file): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def unchanged(kept: Mapping[str, str]) -> bool:
    """Whether the files still say what they said."""
    try:
        return digests(map(Path, kept)) == kept
    except OSError:
        return False


@cache
def _brought() -> bytes:
    """What stands for socialint itself: versions, code and rules. Raises `OSError`."""
    digest = hashlib.sha256(repr(_versions()).encode())
    for folder in (Path(__file__).parent.parent, shipped_rules()):
        for path, found in _below(folder):
            digest.update(f"{path}\0{found.st_size}\0{found.st_mtime_ns}\n".encode())
    return digest.digest()


def _versions() -> tuple[object, ...]:
    machine = os.uname().machine if hasattr(os, "uname") else os.environ.get("PROCESSOR_IDENTIFIER", "")
    return __version__, sys.version, sys.byteorder, machine


def _add(digest: hashlib._Hash, file: Path) -> None:
    data = file.read_bytes()
    digest.update(f"{file}\0{len(data)}\0".encode())
    digest.update(data)


def _below(folder: str | Path) -> Iterator[tuple[str, os.stat_result]]:
    """Every file below a folder, in order; what Python makes of its own is left out."""
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda one: one.name)
    for one in found:
        if one.is_dir():
            if one.name != "__pycache__":
                yield from _below(one.path)
        else:
            yield one.path, one.stat()
