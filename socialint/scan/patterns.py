"""Patterns of a policy and prescribed wording -> probes."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from socialint.model.documents import Field, Part
from socialint.model.leaves import Literal, Pattern, Wording
from socialint.model.places import Span
from socialint.model.views import View
from socialint.scan.probes import Probe
from socialint.scan.terms import phrase_triggers
from socialint.scan.words import in_capitals
from socialint.text import LINK_MARK, fold, links


def pattern(leaf: Pattern) -> Iterator[Probe]:
    """The policy's own expression. It gets a time limit: nobody has proved that it ends."""
    yield Probe(
        leaf.expression,
        accept=in_capitals if leaf.upper else None,
        limited=True,
        original=leaf.original,
        cased=leaf.original,
    )


def wording(leaf: Wording) -> Iterator[Probe]:
    """The exact words; case, quotes, dashes and spacing never matter."""
    # No word is found in a link, so a link of the wording is looked up where it was written.
    addresses = [fold(link.text) for link in links(Field.plain(Part.BODY, leaf.text))]
    folded = fold(leaf.text)
    for address in addresses:
        folded = folded.replace(address, LINK_MARK)
    folded = regex.sub(r"\s*-+\s*", " - ", folded)
    words = (regex.escape(word, special_only=True) for word in regex.findall(r"[^ \n]+", folded))
    expression = r"[ \n]+".join(words).replace(r"[ \n]+\-[ \n]+", r"[ \n]*-+[ \n]*").replace('"', "[\"']+")
    expression = expression.replace(LINK_MARK, f"{LINK_MARK}+")

    def accept(view: View, span: Span, words: str) -> bool:
        written = fold(view.field.text[span.start : span.end])
        return all(address in written for address in addresses)

    yield Probe(
        rf"(?<!\w){expression}(?!\w)",
        triggers=phrase_triggers((Literal(leaf.text),)),
        certain=True,
        accept=accept if addresses else None,
    )
