"""Registers as YAML -> rows: contacts, products and claims."""

from __future__ import annotations

from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from socialint.model.leaves import Cell, Row
from socialint.schema import (
    Shape,
    Wrong,
    anything,
    boolean,
    by_form,
    date,
    enum,
    many,
    mapping_of,
    nullable,
    one_or_many,
    optional,
    plain,
    read_file,
    record,
    required,
    text,
    transformed,
)
from socialint.settings.slips import slip_of

Cells = dict[str, Cell]

CONTACTS = ("phones", "emails", "addresses", "sites", "handles")
CLASSES = (
    "rx", "otc", "biologic", "device", "supplement", "food", "cosmetic", "homeopathic", "cbd",
    "test", "drug", "service",
)  # fmt: skip
STATUSES = (
    "approved", "cleared", "exempt", "EUA", "investigational", "compounded", "LDT", "not approved",
)  # fmt: skip
PATHS = ("PMA", "510k", "DeNovo", "HDE", "exempt")


def read_records(register: str, path: Path, name: str) -> Sequence[Row]:
    """The rows of a register that is YAML. Raises `UserError`; it quotes nothing of the file."""
    cells = read_file(path, SHAPES[register], name=name, private=True)
    return tuple(Row(register, index, MappingProxyType(row)) for index, row in enumerate(cells))


def _filled(**cells: Any) -> Cells:
    """The cells of a row. What is empty was not recorded, and is left out."""
    others = cells.pop("others", {})
    return {
        key: _cell(value) for key, value in (cells | others).items() if value not in (None, "", (), [], {})
    }


def _cell(value: Any) -> Cell:
    if isinstance(value, list | tuple):
        return tuple(value)
    if isinstance(value, AnyMapping):
        return MappingProxyType({str(key): one for key, one in value.items()})
    scalar: str | bool | int | float = value
    return scalar


def _product(**cells: Any) -> Cells:
    known = [key.name for key in PRODUCT_KEYS]
    for name, value in cells.get("others", {}).items():
        meant = slip_of(name, known)
        if meant:
            raise Wrong(f"unknown key “{name}”", key=name, hint=f"did you mean “{meant}”?")
        held = value.values() if isinstance(value, dict) else value if isinstance(value, list) else [value]
        if any(isinstance(one, list | dict) for one in held):
            raise Wrong(
                f"“{name}” holds lists inside lists", key=name, hint="write words, or a list of words"
            )
    return _filled(**cells)


def _contacts(**kinds: tuple[str, ...] | None) -> list[Cells]:
    return [{"kind": kind, "value": value} for kind in CONTACTS for value in kinds.get(kind) or ()]


def _claims(claims: tuple[Cells, ...] | None = None) -> list[Cells]:
    seen: set[object] = set()
    for row in claims or ():
        if row["id"] in seen:
            raise Wrong("two claims have the same id", key="claims", hint="a post names one by its id")
        seen.add(row["id"])
    return list(claims or ())


def _products(products: tuple[Cells, ...] | None = None) -> list[Cells]:
    return list(products or ())


def _words(names: Sequence[str]) -> dict[str, str]:
    return {name: name for name in names}


_WORDS = one_or_many(text())
_DAY = nullable(transformed(date(), lambda day, _: day.isoformat()))
_STATUS = enum(_words(STATUSES), "a status: " + ", ".join(STATUSES))

PRODUCT_KEYS = (
    required("name", text(), "as posts write it"),
    optional("generic", text(), "the name of what is in it"),
    optional("class", enum(_words(CLASSES), "a class: " + ", ".join(CLASSES))),
    optional(
        "status",
        by_form(scalar=_STATUS, mapping=mapping_of(_STATUS, what="a status for each market")),
        "what a regulator made of it; or that by market",
    ),
    optional("path", enum(_words(PATHS), "a path: " + ", ".join(PATHS)), "how a device came to market"),
    optional("aliases", _WORDS, "what else posts call it"),
    optional("boxed_warning", boolean()),
    optional("restricted", boolean()),
    optional("interchangeable", boolean()),
    optional("indications", _WORDS),
    optional("populations", _WORDS),
    optional("risks", _WORDS, "words, one of which tells the risk"),
    optional("approved_wording", _WORDS),
    optional("sites", _WORDS),
)

PRODUCT = record(
    _product, *PRODUCT_KEYS, others=transformed(anything(), lambda node, _: plain(node)), about="a product"
)
CLAIM = record(
    _filled,
    required("id", text(), "how a post names the claim"),
    required("text", text(), "the wording that was cleared"),
    optional("evidence", _WORDS),
    optional("markets", _WORDS),
    optional("channels", _WORDS),
    optional("expires", _DAY, "its last day"),
    optional("footnote", text()),
    about="wording that was cleared",
)

SHAPES: AnyMapping[str, Shape[list[Cells]]] = MappingProxyType(
    {
        "contacts": record(
            _contacts, *(optional(kind, nullable(_WORDS), "ours, so not PHI") for kind in CONTACTS)
        ),
        "products": record(_products, required("products", nullable(many(PRODUCT)))),
        "claims": record(_claims, required("claims", nullable(many(CLAIM)))),
    }
)
