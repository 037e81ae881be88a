"""`.gitignore` and `.socialintignore` -> whether a path is left out, and by which of them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from pathspec import GitIgnoreSpec
from pathspec.patterns.gitignore import GitIgnorePatternError

IGNORE_FILES = (".gitignore", ".socialintignore")


def globs(lines: Iterable[str]) -> GitIgnoreSpec:
    """Globs as in `.gitignore`.

    By the one engine that takes every name a file can have; another may be installed.
    """
    return GitIgnoreSpec.from_lines(lines, backend="simple")


class Ignores:
    """The ignore files of a folder and of those above it; the nearest that says anything decides."""

    def __init__(self, above: Ignores | None, folder: str) -> None:
        self._above = above
        self._folder = folder
        self._specs = [(name, spec) for name in IGNORE_FILES if (spec := _ignore_file(folder, name))]

    def ignored_by(self, path: str) -> str:
        """The ignore file that leaves `path` out (a folder's ends in a slash); else empty."""
        level: Ignores | None = self
        verdicts: dict[str, str] = {}
        while level is not None:
            for name, spec in level._specs:
                found = spec.check_file(path[len(level._folder.rstrip(os.sep)) + 1 :].replace(os.sep, "/"))
                if found.include is not None:
                    verdicts.setdefault(name, name if found.include else "")
            level = level._above
        return next((name for name in verdicts.values() if name), "")


def _ignore_file(folder: str, name: str) -> GitIgnoreSpec | None:
    try:
        text = Path(folder, name).read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return None
    lines = [line for line in text.splitlines() if _is_pattern(line)]
    return globs(lines) if lines else None


def _is_pattern(line: str) -> bool:
    """Git passes over a line that it cannot make sense of, and so do we."""
    try:
        globs([line])
    except GitIgnorePatternError:
        return False
    return bool(line.strip())
