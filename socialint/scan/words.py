"""Word and phrase leaves -> probes."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.model.language import Choice, Gap, Item, Literal, Phrases, Words
from socialint.model.places import Span
from socialint.model.views import View
from socialint.scan.probes import Probe
from socialint.scan.terms import LOOSE_EDGE, alternatives, phrase_pattern, tokens
from socialint.text import inflections


def words(leaf: Words) -> Iterator[Probe]:
    """One probe for each language of a list of words."""
    for terms in leaf.terms:
        forms = set(terms.texts)
        if leaf.inflected:
            language = terms.language or "en"
            forms.update(form for term in terms.texts for form in inflections(term, language))
        yield Probe(
            alternatives(forms),
            language=terms.language,
            accept=_in_capitals if leaf.upper else None,
        )


def phrases(leaf: Phrases) -> Iterator[Probe]:
    """One probe for each language of the templates."""
    by_language: dict[str, list[str]] = {}
    gaps: dict[str, bool] = {}
    for phrase in leaf.phrases:
        by_language.setdefault(phrase.language, []).append(phrase_pattern(phrase.items))
        gaps[phrase.language] = gaps.get(phrase.language, False) or _has_gap(phrase.items)
    for language, patterns in by_language.items():
        yield Probe(
            "|".join(f"(?:{pattern})" for pattern in sorted(set(patterns), key=len, reverse=True)),
            language=language,
            accept=_in_one_sentence if gaps[language] else None,
            trim=LOOSE_EDGE,
        )


def vocabulary(leaf: Words | Phrases) -> Iterator[str]:
    """The single words that the leaf knows, folded."""
    if isinstance(leaf, Words):
        for terms in leaf.terms:
            for term in terms.texts:
                forms = inflections(term, terms.language or "en") if leaf.inflected else ()
                for form in (term, *forms):
                    yield from tokens(form)
    else:
        for phrase in leaf.phrases:
            yield from _literals(phrase.items)


def _literals(items: tuple[Item, ...]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Literal):
            yield from tokens(item.text)
        elif isinstance(item, Choice):
            for option in item.options:
                yield from _literals(option)


def _has_gap(items: tuple[Item, ...]) -> bool:
    return any(
        isinstance(item, Gap) or (isinstance(item, Choice) and any(map(_has_gap, item.options)))
        for item in items
    )


def _in_capitals(view: View, span: Span, words: str) -> bool:
    return view.field.text[span.start : span.end].isupper()


def _in_one_sentence(view: View, span: Span, words: str) -> bool:
    return view.sentence(span.start).covers(span)
