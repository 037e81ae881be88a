"""The folder of this user in which plans are kept: nobody else reads it or writes to it.

What is read from it is believed only if it is whole: a digest over its bytes stands before them.
Whatever is wrong with the folder or with a file in it, there is then just nothing kept.
"""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
from pathlib import Path

MOST = 32
"""How many files are kept; those go that were not asked for the longest."""

_MAGIC = b"socialint 1\n"
_DIGEST = hashlib.sha256().digest_size


def place_for(root: Path) -> Path | None:
    """The folder; None where this user has none, or where it lies in what is checked (`root`)."""
    base = _base()
    if base is None:
        return None
    place = base / "socialint"
    for checked in (root, Path.cwd()):
        if place.is_relative_to(checked):
            return None
    return place


def kept(place: Path, name: str) -> bytes | None:
    """What was kept under that name; None where nothing was, or where it is not whole."""
    if not _is_ours(place):
        return None
    try:
        data = (place / name).read_bytes()
    except OSError:
        return None
    head = len(_MAGIC) + _DIGEST
    content = memoryview(data)[head:]
    if data[: len(_MAGIC)] != _MAGIC or hashlib.sha256(content).digest() != data[len(_MAGIC) : head]:
        return None
    with suppress(OSError):
        os.utime(place / name)
    return bytes(content)


def version(place: Path, name: str) -> object:
    """What tells one file under that name from one that replaced it; None where there is none."""
    try:
        found = os.lstat(place / name)
    except OSError:
        return None
    return found.st_ino, found.st_size


def keep(place: Path, name: str, content: bytes) -> None:
    """Keeps it under that name, whole or not at all."""
    import tempfile

    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_ours(place):
            return
        handle, written = tempfile.mkstemp(dir=place)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_MAGIC + hashlib.sha256(content).digest() + content)
            os.replace(written, place / name)
        except BaseException:
            os.unlink(written)
            raise
        _prune(place)
    except OSError:
        return  # nothing is lost but time


def _base() -> Path | None:
    """The user's folder for what can be made again (XDG Base Directory Specification 0.8)."""
    if sys.platform == "win32":
        named = os.environ.get("LOCALAPPDATA")
    else:
        named = os.environ.get("XDG_CACHE_HOME")
        if not named and os.environ.get("HOME"):
            within = "Library/Caches" if sys.platform == "darwin" else ".cache"
            named = os.path.join(os.environ["HOME"], within)
    return Path(named) if named and os.path.isabs(named) else None


def _is_ours(place: Path) -> bool:
    try:
        found = os.lstat(place)
    except OSError:
        return False
    if sys.platform == "win32":
        return place.is_dir()
    return os.path.isdir(place) and found.st_uid == os.getuid() and not found.st_mode & 0o077


def _prune(place: Path) -> None:
    files = sorted(place.iterdir(), key=lambda one: one.stat().st_mtime, reverse=True)
    for one in files[MOST:]:
        one.unlink(missing_ok=True)
