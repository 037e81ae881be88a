"""`--watch`: a check, and another one whenever something changes that it was made of, until Ctrl-C.

Files are looked at again and again, not reported by the operating system: that holds on network
drives and in containers too, where drafts lie and nothing is reported, and misses nothing that
happens during a check. The more files there are, the longer the pauses.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from socialint.cli.streams import say
from socialint.discover.ignores import IGNORE_FILES
from socialint.discover.no_drafts import INSTALLED
from socialint.errors import UserError
from socialint.readers import can_read

PAUSE = 0.3
"""Seconds between two looks, at least."""
SHARE = 0.05
"""How much of the time is spent on looking, at most."""

_WRONG = 2
_NAMED = 3

Seen = dict[str, tuple[int, int, int]]
"""Files by their paths, each with what tells that it changed."""


def watch(check: Callable[[], tuple[int, Sequence[Path]]], paths: Sequence[str], ours: Sequence[Path]) -> int:
    """Checks until Ctrl-C; gives the exit code of the last check that was finished.

    `check` gives its exit code and the files it was made of beside the drafts at `paths`. What is
    written to `ours` is no change. Raises `UserError` where the first check does.
    """
    watched = _Watched(paths, ours)
    code: int | None = None
    try:
        while True:
            before = watched.seen()
            try:
                code, made_of = check()
            except UserError as error:
                if code is None:
                    raise
                code = _WRONG
                for problem in error.problems:
                    say(str(problem))
            else:
                before = watched.also(made_of) | before
            changed = _changed(before, watched.seen)
            say(f"{time.strftime('%H:%M:%S')}  {_told(changed)}: checking again")
    except KeyboardInterrupt:
        if code is None:
            raise
        return code


def _changed(before: Seen, look: Callable[[], Seen]) -> Sequence[str]:
    """Waits for a change that has come to rest; the files that came, went or changed."""
    last = before
    while True:
        start = time.perf_counter()
        now = look()
        if now != before and now == last:
            return sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name))
        last = now
        time.sleep(max(PAUSE, (time.perf_counter() - start) / SHARE))


class _Watched:
    """The files that are looked at: all that ever had a part in a check."""

    def __init__(self, paths: Sequence[str], ours: Sequence[Path]) -> None:
        self._paths = dict.fromkeys(map(os.path.abspath, paths))
        self._ours = frozenset(map(os.path.abspath, ours))

    def seen(self) -> Seen:
        """The files as they are now."""
        return self._seen(self._paths)

    def also(self, files: Sequence[Path]) -> Seen:
        """Has these files looked at too from now on; those among them that were not, as they are now."""
        more = dict.fromkeys(path for path in map(os.path.abspath, files) if path not in self._paths)
        self._paths |= more
        return self._seen(more)

    def _seen(self, paths: Iterable[str]) -> Seen:
        found: Seen = {}
        for name in (name for path in paths for name in _files(path)):
            try:
                told = os.stat(name)
            except OSError:
                continue  # not there yet, gone since it was listed, or a link that leads nowhere
            if name not in self._ours:
                found[name] = (told.st_mtime_ns, told.st_ctime_ns, told.st_size)
        return found


def _files(path: str) -> Iterator[str]:
    """The file at a path, or those below it that could be drafts or decide what is one."""
    if not os.path.isdir(path):
        yield path
        return
    folders = [path]
    while folders:
        try:
            with os.scandir(folders.pop()) as listing:
                entries = list(listing)
        except OSError:
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if not (entry.name.startswith(".") or entry.name in INSTALLED):
                    folders.append(entry.path)
            elif entry.name in IGNORE_FILES or (not entry.name.startswith(".") and can_read(entry.name)):
                yield entry.path


def _told(changed: Sequence[str]) -> str:
    names = [os.path.relpath(one) for one in changed[:_NAMED]]
    more = len(changed) - len(names)
    return ", ".join(names) + (f" and {more} more" if more else "")
