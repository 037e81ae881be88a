from __future__ import annotations

import marshal
from datetime import date
from pathlib import Path

import pytest

from socialint.compiler import load_policy
from socialint.model import language, leaves, policy
from socialint.model.language import All, Find
from socialint.model.leaves import Terms, Words
from socialint.settings import Settings
from socialint.store.codec import Types, pack, unpack

TYPES = Types((language, leaves, policy))


def test_every_shipped_rule_comes_out_as_it_went_in() -> None:
    settings = Settings(root=Path("."), today=date(2026, 11, 22))
    for rule in load_policy(settings).rules:
        packed = pack(rule, TYPES)
        assert pack(unpack(marshal.loads(marshal.dumps(packed)), TYPES), TYPES) == packed


def test_what_stands_in_two_places_is_one_thing_again() -> None:
    shared = Find(leaf=Words((Terms("en", ("flu",)),)))
    both = unpack(pack(All(parts=(shared, shared)), TYPES), TYPES)
    assert both.parts[0] is both.parts[1]


def test_what_is_not_in_the_table_is_not_kept() -> None:
    with pytest.raises(TypeError, match="Element cannot be kept"):
        pack(type("Element", (), {})(), TYPES)


def test_a_value_can_be_referred_to() -> None:
    leaf = Words((Terms("en", ("flu",)),))
    packed = pack((leaf, 1), TYPES, lambda value: 7 if value == leaf else None)
    assert unpack(packed, TYPES, lambda number: (number, "again")) == ((7, "again"), 1)
