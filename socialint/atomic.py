"""Bytes -> a file: the whole of it or nothing, so that nobody ever reads half."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def replace(path: Path, data: bytes) -> None:
    """Puts the bytes in the place of a file, or of what a link leads to. Raises `OSError`.

    What was there keeps its mode and, where this user may give it, its owner. A pipe or a device is
    written to, as it cannot be replaced.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        with target.open("wb") as stream:
            stream.write(data)
        return
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        _take_after(target, name)
        os.replace(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _take_after(target: Path, name: str) -> None:
    if not target.exists():
        os.chmod(name, 0o666 & ~_umask())
        return
    found = target.stat()
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(name, found.st_uid, found.st_gid)
    os.chmod(name, found.st_mode & 0o7777)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
