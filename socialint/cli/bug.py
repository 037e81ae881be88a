"""A bug of ours -> what to send us: what went wrong and in which lines of code.

Neither the message of the exception nor a variable is ever shown: they may hold a patient's words.
"""

from __future__ import annotations

import platform
import traceback
from collections.abc import Iterator
from pathlib import PurePath

from socialint import __version__

_MOST = 12


def told(error: BaseException) -> str:
    """The report of a bug, without a word of any post."""
    lines = [f"socialint {__version__} has a bug; nothing of this run counts as checked."]
    lines += _places(error)
    lines.append(f"  Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    lines.append("Please report it with these lines. They hold no text of a post; please add none.")
    return "\n".join(lines)


def _places(error: BaseException) -> Iterator[str]:
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        kind = type(cause)
        yield (
            f"  {kind.__module__}.{kind.__qualname__}"
            if kind.__module__ != "builtins"
            else f"  {kind.__name__}"
        )
        for frame in traceback.extract_tb(cause.__traceback__)[-_MOST:]:
            yield f"    at {_module(frame.filename)}:{frame.lineno} in {frame.name}"
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)


def _module(filename: str) -> str:
    """The file without the folders it is installed in."""
    parts = PurePath(filename).parts
    for root in ("site-packages", "socialint"):
        if root in parts:
            at = len(parts) - 1 - parts[::-1].index(root)
            return "/".join(parts[at + (root == "site-packages") :])
    return parts[-1]
