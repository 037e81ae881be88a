"""What can be asked: the columns of registers, the facts of posts, of media and of people.

A register may have columns that nobody here knows, and a profile facts of its own. So a name is
called a mistake only where it is much like a known one, or where all names are known.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches
from types import MappingProxyType

from socialint.entities.recognisers import Evidence
from socialint.model.language import Expression, FactTest, Find, Media, Metadata, Record, Test
from socialint.model.leaves import Cells, Entity, Identifier, Listed, Registered
from socialint.model.marks import Mark
from socialint.policy.notes import Notes

REGISTERS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "staff": frozenset({"name", "role", "credentials"}),
        "contacts": frozenset({"kind", "value"}),
        "products": frozenset(
            {
                "name", "generic", "class", "status", "path", "aliases", "boxed_warning", "restricted",
                "interchangeable", "indications", "populations", "risks", "approved_wording", "sites",
            }
        ),
        "consents": frozenset(
            {
                "id", "person", "scope", "channels", "signed", "expires", "revoked", "signer_role",
                "purpose", "media",
            }
        ),
        "claims": frozenset(
            {"id", "text", "evidence", "markets", "channels", "expires", "footnote"}
        ),
    }
)  # fmt: skip
"""The columns that each register is known by."""

METADATA = frozenset(
    {
        "channel", "market", "audience", "post_type", "in_reply_to", "publish_at", "product", "campaign",
        "consent", "approval", "evidence", "author", "media", "thread", "position", "paid", "gifted",
        "affiliate", "language", "irb", "organisation", "covered_entity", "exempt_501c3",
        "receives_fed_funds", "employees",
    }
)  # fmt: skip
MEDIA = frozenset(
    {
        "type", "alt", "text", "source", "shows", "people", "decorative", "edited", "before_after",
        "captions",
    }
)  # fmt: skip
FIELDS = frozenset(
    {
        "text", "body", "title", "alt_text", "image_text", "caption", "first_comment", "link", "id",
        "channel", "in_reply_to", "hashtags",
    }
)  # fmt: skip
ROLES = ("patient", "staff", "public", "unknown")
_ALIKE = 0.8
_NO_TEST = Test()


def check_columns(
    expressions: Iterable[Expression],
    fixtures: Mapping[str, Collection[str]],
    facts: Collection[str],
    notes: Notes,
) -> None:
    """Adds a problem for each column or fact that nothing has.

    `fixtures` are the columns of the rows that come with the rule, `facts` the keys of its examples.
    """
    for part in expressions:
        if isinstance(part, Find) and part.where:
            columns, exactly = _of_leaf(part, fixtures)
            _check(part, part.where, columns, exactly, notes)
            if isinstance(part.leaf, Entity):
                _check_values(part, "role", ROLES, notes)
            if isinstance(part.leaf, Identifier):
                _check_values(part, "evidence", tuple(Evidence), notes)
                _check_values(part, "kind", part.leaf.kinds, notes)
        if isinstance(part, Find) and isinstance(part.leaf, Registered) and part.leaf.by:
            columns, _ = _of_leaf(part, fixtures)
            _check(part, (FactTest(part.leaf.by, _NO_TEST),), columns, False, notes)
        elif isinstance(part, Media):
            _check(part, part.tests, MEDIA, False, notes)
        elif isinstance(part, Metadata):
            _check(part, part.tests, {*METADATA, *facts}, False, notes)
        elif isinstance(part, Record):
            _check(part, part.where, REGISTERS.get(f"{part.record}s", frozenset()), False, notes)


def check_example(keys: Iterable[tuple[str, Mark]], notes: Notes) -> None:
    """Adds a problem for each key of an example that is much like one that posts have."""
    for key, mark in keys:
        hint = _mistaken(key, FIELDS | METADATA, False)
        if hint is not None:
            notes.add(mark, f"posts have no “{key}”", hint, find=key)


def unknown_column(find: Expression, column: str, fixtures: Mapping[str, Collection[str]]) -> str | None:
    """What to say of a column that what was bound does not have; None when it may have it."""
    if not isinstance(find, Find):
        return None
    columns, exactly = _of_leaf(find, fixtures)
    return _mistaken(column, columns, exactly)


def _of_leaf(find: Find, fixtures: Mapping[str, Collection[str]]) -> tuple[Collection[str], bool]:
    leaf = find.leaf
    if isinstance(leaf, (Registered, Cells)):
        return {*REGISTERS.get(leaf.register, ()), *fixtures.get(leaf.register, ())}, False
    if isinstance(leaf, Listed):
        return {column for row in leaf.table.rows for column in row.cells}, True
    if isinstance(leaf, Identifier):
        return {"kind", "evidence"}, True
    return ({"role", "name", "hidden"}, True) if isinstance(leaf, Entity) else ((), False)


def _check(
    part: Expression, tests: Iterable[FactTest], known: Collection[str], exactly: bool, notes: Notes
) -> None:
    for test in tests:
        hint = _mistaken(test.key, known, exactly)
        if hint is not None:
            notes.add(part.mark, f"nothing here is called “{test.key}”", hint, find=test.key)


def _mistaken(name: str, known: Collection[str], exactly: bool) -> str | None:
    if name in known:
        return None
    near = get_close_matches(name, known, n=1, cutoff=0.5 if exactly else _ALIKE)
    if near:
        return f"did you mean “{near[0]}”?"
    return f"known: {', '.join(sorted(known))}" if exactly else None


def _check_values(part: Find, column: str, known: Collection[str], notes: Notes) -> None:
    for test in part.where:
        for value in test.test.one_of or () if test.key == column else ():
            if value not in known:
                hint = _mistaken(str(value), known, True) or ""
                notes.add(part.mark, f"“{value}” is no {column}", hint, find=str(value))
