"""A configuration <-> bytes."""

from __future__ import annotations

import marshal
from functools import cache

from socialint.model import context, marks
from socialint.settings import Configuration, values
from socialint.store.codec import Types, pack, unpack


@cache
def _types() -> Types:
    return Types((context, marks, values))


def written(configuration: Configuration) -> bytes:
    """The configuration as bytes."""
    return marshal.dumps(pack(configuration, _types()))


def told(data: bytes) -> Configuration:
    """The configuration of such bytes."""
    found = unpack(marshal.loads(data), _types())
    assert isinstance(found, Configuration)
    return found
