"""What was worked out once, kept for this user in a folder of their own.

Configurations, plans, compiled expressions, and results. Each is kept under a name made of everything that it was made of, so it is never out of date;
bytes that are not whole are as good as none. Of a post nothing is kept but its findings, which are
masked, and nothing of a consent.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from socialint.settings import Configuration, Settings
from socialint.shipped import shipped_rules
from socialint.store.expressions import begin, keep_learned
from socialint.store.folder import keep, kept, place_for
from socialint.store.keys import NEVER_KEPT, digests, key_of_file, key_of_plan
from socialint.store.told import told, written

__all__ = ["begin", "configuration", "keep_learned", "lists", "ruleset"]

if TYPE_CHECKING:
    from socialint.model.records import Registers
    from socialint.ruleset import Ruleset


def ruleset(settings: Settings) -> Ruleset:
    """The ruleset for the settings, kept or compiled. Raises `UserError` as `compiled` does."""
    place = place_for(settings.root) if settings.store else None
    name = key_of_plan(settings) if place else None
    if place is None or name is None:
        return _compiled(settings)
    found = _restored(place, name, settings)
    if found is None:
        found = _compiled(settings)
        _keep(place, name, found)
    return found


def lists(found: Ruleset) -> Mapping[str, str]:
    """The files that the user's own rules name, with the sha256 of each."""
    return digests(one for one in found.lists if not one.is_relative_to(shipped_rules()))


def configuration(file: Path, shown: str) -> Configuration:
    """What a configuration says, kept or read; `shown` is its path in messages. Raises `UserError`."""
    place = place_for(file.parent)
    name = key_of_file(file, shown) if place else None
    data = kept(place, name) if place and name else None
    if data is not None:
        found = told(data)
        assert isinstance(found, Configuration)
        return found
    from socialint.settings.configuration import read_configuration

    read = read_configuration(file, shown)
    if place and name:
        keep(place, name, written(read))
    return read


def _compiled(settings: Settings) -> Ruleset:
    from socialint.compiler import compiled

    return compiled(settings)


def _restored(place: Path, name: str, settings: Settings) -> Ruleset | None:
    data = kept(place, name)
    if data is None:
        return None
    from socialint.store.image import restored

    return restored(data, _fresh(settings))


def _fresh(settings: Settings) -> Registers:
    """The registers that are never kept. Raises `UserError`."""
    from socialint.model.records import Registers

    if NEVER_KEPT.isdisjoint(settings.registers):
        return Registers()
    from socialint.registers import read_registers

    return read_registers(settings, only=NEVER_KEPT)


def _keep(place: Path, name: str, found: Ruleset) -> None:
    from socialint.store.image import image

    data = image(found)
    if data is not None:
        keep(place, name, data)
