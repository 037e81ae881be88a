"""A configuration, or the settings of a run <-> bytes."""

from __future__ import annotations

import marshal
from functools import cache

from socialint.model import context, marks, policy
from socialint.settings import Configuration, Settings, values
from socialint.store.codec import Types, pack, unpack


@cache
def _types() -> Types:
    return Types((context, marks, policy, values))


def written(told: Configuration | Settings) -> bytes:
    """What somebody was told, as bytes."""
    return marshal.dumps(pack(told, _types()))


def told(data: bytes) -> Configuration | Settings:
    """What such bytes tell."""
    found = unpack(marshal.loads(data), _types())
    assert isinstance(found, Configuration | Settings)
    return found
