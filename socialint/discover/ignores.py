"""Globs, and the ignore files: `.gitignore` and `.socialintignore` -> whether a path is left out."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

IGNORE_FILES = (".gitignore", ".socialintignore")


_NAMED = re.compile(r"\(\?P<\w+>")


class Globs:
    """Globs as in `.gitignore`, made ready when a path is first held against them."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = tuple(lines)

    def __bool__(self) -> bool:
        return bool(self._lines)

    def match(self, path: str) -> bool:
        """Whether they take a path, with forward slashes; a folder's ends in one."""
        return bool(self.verdict(path))

    def verdict(self, path: str) -> bool | None:
        """Whether the last glob that speaks of the path takes it; None where none speaks."""
        if not self._lines:
            return None
        if self._any is not None:
            return True if self._any.match(path) else None
        return self._spec.check_file(path).include

    @cached_property
    def _any(self) -> re.Pattern[str] | None:
        """All globs in one expression, where none takes back what another took."""
        patterns = [one for one in self._spec.patterns if one.include is not None]
        written = [one.regex.pattern for one in patterns if one.include and one.regex is not None]
        if not written or len(written) < len(patterns):
            return None
        return re.compile("|".join(_NAMED.sub("(?:", one) for one in written))

    @cached_property
    def _spec(self) -> GitIgnoreSpec:
        from pathspec import GitIgnoreSpec

        # By the one engine that takes every name a file can have; another may be installed.
        return GitIgnoreSpec.from_lines(self._lines, backend="simple")


class Ignores:
    """The ignore files of a folder and of those above it; the nearest that says anything decides."""

    def __init__(self, above: Ignores | None, folder: str) -> None:
        self._above = above
        self._folder = folder
        self._globs = [(name, globs) for name in IGNORE_FILES if (globs := _ignore_file(folder, name))]

    def ignored_by(self, path: str) -> str:
        """The ignore file that leaves `path` out (a folder's ends in a slash); else empty."""
        level: Ignores | None = self
        verdicts: dict[str, str] = {}
        while level is not None:
            for name, globs in level._globs:
                taken = globs.verdict(path[len(level._folder.rstrip(os.sep)) + 1 :].replace(os.sep, "/"))
                if taken is not None:
                    verdicts.setdefault(name, name if taken else "")
            level = level._above
        return next((name for name in verdicts.values() if name), "")


def _ignore_file(folder: str, name: str) -> Globs | None:
    try:
        text = Path(folder, name).read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return None
    return Globs(line for line in text.splitlines() if _is_pattern(line)) or None


def _is_pattern(line: str) -> bool:
    """Git passes over a line that it cannot make sense of, and so do we."""
    from pathspec import GitIgnoreSpec
    from pathspec.patterns.gitignore import GitIgnorePatternError

    try:
        GitIgnoreSpec.from_lines([line], backend="simple")
    except GitIgnorePatternError:
        return False
    return bool(line.strip())
