"""The expressions that runs compiled, kept for those that come after: what was used last, and no more."""

from __future__ import annotations

import marshal
from collections.abc import Mapping

from socialint.expressions import COMPILED, Written
from socialint.settings import Settings
from socialint.store.folder import keep, kept, place_for
from socialint.store.keys import key_of_expressions

MOST = 2_000
MOST_BYTES = 4 * 1024 * 1024


def begin(settings: Settings) -> None:
    """Takes up what earlier runs compiled."""
    place = place_for(settings.root) if settings.store else None
    data = kept(place, key_of_expressions()) if place else None
    if data is not None:
        COMPILED.begin(marshal.loads(data))


def keep_learned(settings: Settings) -> None:
    """Keeps what this run compiled for the next."""
    place = place_for(settings.root) if settings.store else None
    learned = COMPILED.learned() if place else None
    if place and learned:
        keep(place, key_of_expressions(), marshal.dumps(_bounded(learned)))


def _bounded(learned: Mapping[Written, bytes]) -> dict[Written, bytes]:
    """Those that were used last, in the same order."""
    left = MOST_BYTES
    found: dict[Written, bytes] = {}
    for written in [*learned][: -MOST - 1 : -1]:
        left -= len(learned[written]) + len(written[0])
        if left < 0:
            break
        found[written] = learned[written]
    return dict(reversed(found.items()))
