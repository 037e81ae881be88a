"""Recognisers of identifiers: numbers, addresses and days that lead to one person.

A family of schemes is a module. A scheme knows how its numbers are written and which are right
(`scheme`, `check_digits`), and that in microseconds: rules reach it through the leaf
`entity: GB_NHS`, gated by the digit or `@` that it needs, and Presidio is never imported for it.
`presidio` makes Presidio's recognisers of the same schemes, for whoever runs an `AnalyzerEngine`;
its scores and its context words are drawn from the same definitions, so that the two cannot differ.

Which label makes a plain number somebody's is policy: see `rules/vocabulary/identifiers.yaml`.
"""

from __future__ import annotations

from collections.abc import Mapping

from socialint.entities.recognisers import (
    australia_canada,
    british_isles,
    contacts,
    continent,
    days,
    nordic,
    property,
    united_states,
)
from socialint.entities.recognisers.scheme import Evidence, Needed, Scheme

__all__ = ["SCHEMES", "Evidence", "Needed", "Scheme"]

SCHEMES: Mapping[str, Scheme] = {
    scheme.kind: scheme
    for family in (
        british_isles, continent, nordic, australia_canada, united_states, property, contacts, days,
    )
    for scheme in family.SCHEMES
}  # fmt: skip
"""Every scheme, by the kind that rules call it."""
