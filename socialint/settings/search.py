"""Folders and paths -> the one configuration of a run, and those that are not obeyed."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

NAME = "socialint.yaml"
PROJECT = "pyproject.toml"

_PASSED_OVER = frozenset({"node_modules", "__pycache__", "site-packages"})
_TABLE = re.compile(r"^\s*\[+\s*tool\s*\.\s*\"?socialint\b", re.MULTILINE)


def find_configuration(paths: Sequence[Path], *, cwd: Path) -> Path | None:
    """The configuration that holds for a check of `paths`.

    That is the `socialint.yaml` of the one folder that was named, or else the first one from
    the current folder upwards to the root of its repository.
    """
    folders = [cwd / path for path in paths if (cwd / path).is_dir()]
    if len(paths) == len(folders) == 1 and (folders[0] / NAME).is_file():
        return folders[0] / NAME
    for folder in _upwards(cwd):
        if (folder / NAME).is_file():
            return folder / NAME
        if configures(folder / PROJECT):
            return folder / PROJECT
    return None


def other_configurations(paths: Sequence[Path], chosen: Path | None, *, cwd: Path) -> list[Path]:
    """Configurations nearer to what is checked than the chosen one, which are not obeyed."""
    root = chosen.parent if chosen else cwd
    found: set[Path] = set()
    for path in paths or (cwd,):
        start = Path(os.path.normpath(cwd / path))
        for parent in start.parents if start.is_relative_to(root) else ():
            if not parent.is_relative_to(root):
                break
            found.update(_configurations(parent))
        if start.is_dir():
            for folder, names, _ in os.walk(start):
                names[:] = sorted(name for name in names if not _is_passed_over(Path(folder, name)))
                found.update(_configurations(Path(folder)))
    return sorted(found - ({chosen} if chosen else set()))


def configures(project: Path) -> bool:
    """Whether this `pyproject.toml` has a table for us; a broken one has if it names us."""
    try:
        text = project.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    if "socialint" not in text:
        return False
    try:
        tool = tomllib.loads(text).get("tool", {})
    except tomllib.TOMLDecodeError:
        return _TABLE.search(text) is not None
    return isinstance(tool, dict) and "socialint" in tool


def _upwards(cwd: Path) -> Iterator[Path]:
    for folder in (cwd, *cwd.parents):
        yield folder
        if (folder / ".git").exists():
            return


def _configurations(folder: Path) -> Iterator[Path]:
    if (folder / NAME).is_file():
        yield folder / NAME
    if configures(folder / PROJECT):
        yield folder / PROJECT


def _is_passed_over(folder: Path) -> bool:
    name = folder.name
    return name.startswith(".") or name in _PASSED_OVER or (folder / "pyvenv.cfg").exists()
