"""Identifiers of persons -> probes, one a kind; how sure a number is, its row says."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.entities.recognisers import SCHEMES, Evidence, Needed
from socialint.model.leaves import Identifier, Row
from socialint.scan.probes import Probe, Sign

TABLE = "identifiers"
"""The table that the row of a hit is said to be from."""

_SIGNS = {Needed.DIGIT: Sign.DIGIT, Needed.DIGITS: Sign.DIGITS, Needed.AT: Sign.AT}


def identifier(leaf: Identifier) -> Iterator[Probe]:
    """Numbers and addresses of the leaf's kinds, right or not: rules ask the row which."""
    for kind in leaf.kinds:
        yield _probe(kind)


def _probe(kind: str) -> Probe:
    scheme = SCHEMES[kind]
    rows = {
        evidence: Row(TABLE, at, {"kind": kind, "evidence": str(evidence), "phi": scheme.phi})
        for at, evidence in enumerate(Evidence)
    }

    def row(words: str) -> Row:
        return rows[scheme.read(words)]

    return Probe(scheme.expression, sign=_SIGNS[scheme.needed], row=row)
