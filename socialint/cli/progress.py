"""How far a long run is, on a terminal's stderr, and nothing for a short one."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 1.0
"""Seconds after which a person wants to know."""
PACE = 0.1


@contextmanager
def progress(total: int, *, quiet: bool = False) -> Iterator[Callable[[int, str], None]]:
    """A function that is told how many are done and the name of the next; it clears up after itself."""
    from socialint.reporters.safe import safe

    start = time.monotonic()
    said = 0.0
    wanted = not quiet and sys.stderr.isatty()

    def tell(done: int, name: str) -> None:
        nonlocal said
        now = time.monotonic()
        if wanted and now - start > PATIENCE and now - said > PACE:
            said = now
            line = safe(f"checking {done + 1} of {total}: {name}")[:79]
            sys.stderr.write(f"\r{line:<79}")
            sys.stderr.flush()

    try:
        yield tell
    finally:
        if said:
            sys.stderr.write("\r" + " " * 79 + "\r")
            sys.stderr.flush()
