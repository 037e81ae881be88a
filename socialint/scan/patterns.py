"""Patterns of a policy and prescribed wording -> probes."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from socialint.model.language import Pattern, Wording
from socialint.model.places import Span
from socialint.model.views import View
from socialint.scan.probes import Probe
from socialint.text import fold


def pattern(leaf: Pattern) -> Iterator[Probe]:
    """The policy's own expression. It gets a time limit: nobody has proved that it ends."""
    yield Probe(leaf.expression, accept=_in_capitals if leaf.upper else None, limited=True)


def wording(leaf: Wording) -> Iterator[Probe]:
    """The exact words; case, quotes, dashes and spacing never matter."""
    folded = regex.sub(r"\s*-+\s*", " - ", fold(leaf.text))
    pieces = (regex.escape(word, special_only=True) for word in folded.split())
    expression = r"\s+".join(pieces).replace(r"\s+-\s+", r"\s*-+\s*").replace('"', "[\"']+")
    yield Probe(rf"(?<!\w){expression}(?!\w)", certain=True)


def _in_capitals(view: View, span: Span, words: str) -> bool:
    return view.field.text[span.start : span.end].isupper()
