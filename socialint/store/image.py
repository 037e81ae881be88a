"""A ruleset <-> bytes, of which nothing is unpacked before somebody asks for it.

Leaves, tables, rules, cues and statements are each packed apart. A run that finds nothing in a post
unpacks the index of the gate, the vocabulary and the names of the rules, and no more.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from socialint.model import channels, policy
from socialint.model.marks import Mark
from socialint.model.policy import Category, Rule
from socialint.model.records import Registers
from socialint.ruleset import Ruleset
from socialint.scan import Plan
from socialint.scan.gates import choose
from socialint.scan.index import Index
from socialint.scan.leaves import Leaves
from socialint.shipped import shipped_rules
from socialint.store.codec import Types, pack, unpack
from socialint.store.keys import NEVER_KEPT, digests, unchanged

if TYPE_CHECKING:
    from socialint.model.leaves import Leaf, Table

Key = TypeVar("Key")
Value = TypeVar("Value")

_HEAD = ("id", "category", "jurisdiction", "pack")
"""What is asked of every rule in every run."""
_LEAF, _TABLE = range(2)


@cache
def _frames() -> Types:
    """What is there in every run."""
    return Types((channels, policy))


@cache
def _types() -> Types:
    """What rules are made of: much to import, and for a post in which none could hold, for nothing."""
    from socialint.model import language, leaves

    return Types((channels, language, leaves, policy))


@cache
def _leaf_types() -> Types:
    """What leaves and the rows that they name are made of: enough to look for them."""
    from socialint.model import leaves

    return Types((leaves,))


class Lazily(Mapping[Key, Value]):
    """A mapping whose values are made when they are asked for, once."""

    def __init__(self, packed: Mapping[Key, Any], make: Callable[[Any], Value]) -> None:
        self._packed = packed
        self._make = make
        self._made: dict[Key, Value] = {}

    def __getitem__(self, key: Key) -> Value:
        if key not in self._made:
            self._made[key] = self._make(self._packed[key])
        return self._made[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)


class KeptRule(Rule):
    """A rule of which only the head is there until somebody asks for more."""

    _rest: Callable[[], Mapping[str, object]]

    def __getattr__(self, name: str) -> Any:
        # Called only for what is not there yet: the fields of a rule are slots, and empty so far.
        rest = self.__dict__.pop("_rest", None)
        if rest is None:
            raise AttributeError(name)
        for field, value in rest().items():
            object.__setattr__(self, field, value)
        return getattr(self, name)


def image(ruleset: Ruleset) -> bytes | None:
    """The ruleset as bytes; None where it would hold what is never kept."""
    if any(getattr(leaf, "register", "") in NEVER_KEPT for leaf in ruleset.plan.leaves):
        return None
    packing = _Packing(ruleset.plan.leaves)
    rules = [packing.rule(one) for one in ruleset.rules]
    statements = {name: packing.blob(one) for name, one in ruleset.statements.items()}
    cues = {number: packing.blob(tuple(row)) for number, row in ruleset.cues.items()}
    registers = {
        name: packing.blob(tuple(rows))
        for name, rows in ruleset.registers.rows.items()
        if name not in NEVER_KEPT
    }
    leaves = [(type(leaf).__name__, packing.leaf(leaf)) for leaf in ruleset.plan.leaves]
    return marshal.dumps(
        {
            # Those that socialint brings along are in the name that it is kept under.
            "lists": dict(digests(one for one in ruleset.lists if not one.is_relative_to(shipped_rules()))),
            "digest": ruleset.digest,
            "packs": pack(tuple(ruleset.packs), _frames()),
            "names": tuple(ruleset.names),
            "rules": rules,
            "needs": tuple(ruleset.needs),
            "languages": tuple(sorted(ruleset.languages)),
            "asks_for_persons": ruleset.asks_for_persons,
            "persons": {
                language: marshal.dumps({kind: tuple(words) for kind, words in kinds.items()})
                for language, kinds in ruleset.persons.items()
            },
            "statements": statements,
            "cues": cues,
            "channels": {name: packing.blob(one) for name, one in ruleset.channels.items()},
            "registers": registers,
            "leaves": leaves,
            "tables": packing.tables,
            "starts": tuple(ruleset.plan.starts),
            "vocabulary": ruleset.plan.vocabulary,
            "index": ruleset.plan.index.saved(),
            "gate": ruleset.plan.gate.saved(),
        }
    )


def restored(data: bytes, fresh: Registers) -> Ruleset | None:
    """The ruleset of such bytes, with the registers that are read anew; None where a list changed."""
    kept: dict[str, Any] = marshal.loads(data)
    if not unchanged(kept["lists"]):
        return None
    unpacking = _Unpacking(kept)
    registers = Registers(
        Lazily(
            {**kept["registers"], **fresh.rows},
            lambda rows: unpacking.blob(rows) if isinstance(rows, bytes) else rows,
        )
    )
    plan = Plan(
        unpacking.leaves,
        registers,
        Index.restored(kept["index"]),
        choose(),
        kept["starts"],
        kept["vocabulary"],
        saved=kept["gate"],
    )
    return Ruleset(
        digest=kept["digest"],
        packs=unpack(kept["packs"], _frames()),
        names=kept["names"],
        rules=tuple(unpacking.rule(head, rest) for head, rest in kept["rules"]),
        needs=kept["needs"],
        languages=frozenset(kept["languages"]),
        asks_for_persons=kept["asks_for_persons"],
        persons=Lazily(kept["persons"], marshal.loads),
        statements=Lazily(kept["statements"], unpacking.blob),
        cues=Lazily(kept["cues"], unpacking.blob),
        lists=tuple(map(Path, kept["lists"])),
        channels=Lazily(kept["channels"], unpacking.blob),
        registers=registers,
        plan=plan,
    )


# A table may have ten thousand rows, and one that is searched needs them all: they are packed by hand.


def _table_told(table: Table) -> bytes:
    rows = [(row.table, row.index, dict(row.cells)) for row in table.rows]
    return marshal.dumps((table.name, table.columns, rows))


def _table_again(told: bytes) -> Table:
    from socialint.model.leaves import Row, Table

    name, columns, rows = marshal.loads(told)
    return Table(name, columns, tuple(Row(of, at, MappingProxyType(cells)) for of, at, cells in rows))


class _Packing:
    def __init__(self, leaves: Leaves) -> None:
        self._leaves = leaves
        self.tables: list[bytes] = []
        self._numbers: dict[Table, int] = {}

    def rule(self, rule: Rule) -> tuple[tuple[str, ...], bytes]:
        rest = {
            field.name: pack(getattr(rule, field.name), _types(), self._refer)
            for field in _types().fields(Rule)
            if field.name not in _HEAD
        }
        return tuple(str(getattr(rule, name)) for name in _HEAD), marshal.dumps(rest)

    def leaf(self, leaf: Leaf) -> bytes:
        return marshal.dumps(pack(leaf, _leaf_types(), self._table))

    def blob(self, value: object) -> bytes:
        return marshal.dumps(pack(value, _types(), self._refer))

    def _refer(self, value: object) -> object:
        from socialint.model.leaves import Leaf

        if isinstance(value, Leaf):
            number = self._leaves.number(value)
            return None if number is None else (_LEAF, number)
        return self._table(value)

    def _table(self, value: object) -> object:
        from socialint.model.leaves import Table

        if not isinstance(value, Table):
            return None
        if value not in self._numbers:
            self._numbers[value] = len(self.tables)
            self.tables.append(_table_told(value))
        return _TABLE, self._numbers[value]


class _Unpacking:
    def __init__(self, kept: Mapping[str, Any]) -> None:
        leaves = kept["leaves"]
        self.leaves = Leaves([kind for kind, _ in leaves], lambda number: self._leaf(leaves[number][1]))
        self._tables = Lazily(dict(enumerate(kept["tables"])), _table_again)

    def blob(self, data: bytes) -> Any:
        return unpack(marshal.loads(data), _types(), self._resolve)

    def _leaf(self, data: bytes) -> Any:
        return unpack(marshal.loads(data), _leaf_types(), self._resolve)

    def rule(self, head: tuple[str, ...], rest: bytes) -> Rule:
        rule = KeptRule.__new__(KeptRule)
        for name, value in zip(_HEAD, head, strict=True):
            object.__setattr__(rule, name, Category(value) if name == "category" else value)
        rule.__dict__["_rest"] = lambda: {
            "mark": Mark(),
            **{name: unpack(value, _types(), self._resolve) for name, value in marshal.loads(rest).items()},
        }
        return rule

    def _resolve(self, reference: tuple[int, int]) -> object:
        kind, number = reference
        return self.leaves[number] if kind == _LEAF else self._tables[number]
