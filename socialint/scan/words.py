"""Word and phrase leaves -> probes, one a term."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from socialint.model.leaves import Choice, Gap, Item, Phrases, Words
from socialint.model.places import Span
from socialint.model.views import View
from socialint.scan.probes import Probe
from socialint.scan.terms import (
    LOOSE_EDGE,
    apart_expression,
    literals,
    phrase_expression,
    phrase_triggers,
    term_triggers,
)
from socialint.text import APART, inflections


def words(leaf: Words) -> Iterator[Probe]:
    """A probe for each term of a list, and for each of its forms if it is inflected."""
    accept = in_capitals if leaf.upper else None
    for language, term in forms(leaf):
        verb, apart, prefix = term.partition(APART)
        if apart:
            yield _in_two_parts(verb, prefix, language)
        else:
            yield Probe(term=term, language=language, accept=accept)


def phrases(leaf: Phrases) -> Iterator[Probe]:
    """A probe for each template."""
    for phrase in leaf.phrases:
        yield Probe(
            partial(phrase_expression, phrase.items),
            triggers=phrase_triggers(phrase.items),
            language=phrase.language,
            accept=_in_one_sentence if _has_gap(phrase.items) else None,
            trim=LOOSE_EDGE,
        )


def vocabulary(leaf: Words | Phrases) -> Iterator[str]:
    """The terms and words that the leaf knows."""
    if isinstance(leaf, Words):
        yield from (part for _, term in forms(leaf) for part in term.split(APART))
    else:
        for phrase in leaf.phrases:
            yield from literals(phrase.items)


def _in_two_parts(verb: str, prefix: str, language: str) -> Probe:
    return Probe(
        partial(apart_expression, verb, prefix),
        triggers=(*term_triggers(verb), *term_triggers(prefix)),
        language=language,
    )


def forms(leaf: Words) -> dict[tuple[str, str], None]:
    """Every term with its language, and every form of it, each once."""
    found: dict[tuple[str, str], None] = {}
    for terms in leaf.terms:
        for term in terms.texts:
            found[terms.language, term] = None
            if leaf.inflected:
                for form in inflections(term, terms.language or "en"):
                    found[terms.language, form] = None
    return found


def in_capitals(view: View, span: Span, words: str) -> bool:
    """Whether the original of a place is in capitals."""
    return view.field.text[span.start : span.end].isupper()


def _has_gap(items: tuple[Item, ...]) -> bool:
    return any(
        isinstance(item, Gap) or (isinstance(item, Choice) and any(map(_has_gap, item.options)))
        for item in items
    )


def _in_one_sentence(view: View, span: Span, words: str) -> bool:
    return view.sentence(span.start).covers(span)
