"""Matches of one post -> findings: how bad, how sure, in which words, under which name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from socialint.decide import messages
from socialint.decide.fixes import fix
from socialint.decide.masks import shorten, show
from socialint.decide.words import reason
from socialint.model.documents import Post
from socialint.model.findings import Edition, Finding, Mask, Related
from socialint.model.identities import digest, key, said
from socialint.model.language import Reason
from socialint.model.matches import Match, Place
from socialint.model.places import Span
from socialint.model.policy import Confidence, Severity
from socialint.model.views import View

_QUOTED = 120
"""Characters of a match that a message quotes."""

_HEADING = 60
"""Characters of a heading that the name of a place quotes."""

_SENTENCE = 400
"""Characters of a sentence that a finding shows; a longer one is cut around the match."""


@dataclass(frozen=True)
class Circumstance:
    """The post that matches were found in; `identity` tells it from the others of its source.

    `published` is the day that it goes out, if it says so. `masks` are those of each field; `sentences` says whether what surrounds a match may be
    shown: not where nobody looked for what identifies a person. `statement` gives the
    prescribed wording of a name for this post.
    """

    path: str
    post: Post
    identity: str
    published: date | None
    views: Sequence[View] = field(repr=False)
    masks: Mapping[int, Sequence[Mask]] = field(repr=False)
    sentences: bool
    statement: Callable[[str], str | None] = field(repr=False)

    @cached_property
    def edition(self) -> Edition:
        """The post as it was checked."""
        return Edition(key(self.identity), _content(self.post), self.published)

    def shown(self, place: Place) -> str:
        """The words at a place as they may be printed."""
        text = self.views[place.field].field.text
        return show(text, place.span, self.masks.get(place.field, ()))[0]

    def landmark(self, place: Place) -> str:
        """What a person calls the place, with the words of its heading where they may be shown."""
        landmark = self.views[place.field].field.origin.landmark(place.span.start)
        if landmark is None:
            return ""
        if landmark.heading is None or not self.sentences:
            return landmark.told()
        return landmark.told(shorten(self.shown(Place(place.field, landmark.heading)), _HEADING))

    def quotation(self, match: Match, place: Place) -> str:
        """What is quoted of a place of a match: all of it, or only the words that were matched."""
        own = [one for one in match.words if one.field == place.field and place.span.covers(one.span)]
        if self.sentences or not own:
            return self.shown(place)
        text = self.views[place.field].field.text
        joined: list[Place] = []
        for one in sorted(own, key=lambda one: one.span):
            span = one.span
            # Words with nothing but blanks and marks between them are quoted as they stand.
            if joined and not any(map(str.isalnum, text[joined[-1].span.end : span.start])):
                span = joined.pop().span.join(span)
            joined.append(Place(place.field, span))
        return " … ".join(map(self.shown, joined))


def decide(matches: Sequence[Match], circumstance: Circumstance) -> list[Finding]:
    """The findings of one post, in the order of their places.

    Matches are the post's own; each becomes one finding with a fingerprint of its own.
    """
    ordered = sorted(matches, key=_order)
    seen: dict[str, int] = {}
    findings: list[Finding] = []
    for match in ordered:
        ordinal = seen.get(match.rule.id, 0)
        seen[match.rule.id] = ordinal + 1
        parts = (match.rule.id, circumstance.path, circumstance.identity, str(ordinal))
        findings.append(_finding(match, circumstance, digest("\0".join(parts))[:32]))
    return findings


def _order(match: Match) -> tuple[object, ...]:
    names = tuple(sorted((name, str(value)) for name, value in match.names.items()))
    return match.rule.id, match.place.field, match.place.span, names


def _finding(match: Match, circumstance: Circumstance, fingerprint: str) -> Finding:
    rule, case, place = match.rule, match.case, match.place
    view = circumstance.views[place.field]
    masked = circumstance.masks.get(place.field, ())
    severity = case.severity if case and case.severity is not None else rule.severity
    confidence = case.confidence if case and case.confidence is not None else rule.confidence
    quotation = circumstance.quotation(match, place)
    text = messages.message(
        (case and case.message) or rule.message,
        match,
        lambda one: shorten(circumstance.quotation(match, one), _QUOTED),
    )
    if match.reason is Reason.ASSERTED:
        severity, confidence = min(severity, Severity.LOW), Confidence.LOW
        told = reason(Reason.ASSERTED, rule.language)
        text = text if told in text else f"{text} ({told})"
    if match.unknown:
        confidence = Confidence(max(confidence - 1, Confidence.LOW))
    around = _around(view, place.span) if circumstance.sentences else place.span
    related = tuple(one for one in match.related if one.field == place.field)
    marked = [place.span, *(one.span for one in related if around.covers(one.span))]
    sentence, marks = show(view.field.text, around, masked, marked)
    recipe = (case and case.fix) or rule.fix
    location = view.field.locate(place.span)
    return Finding(
        rule=rule.id,
        category=rule.category,
        severity=severity,
        confidence=confidence,
        message=text,
        path=circumstance.path,
        post=", ".join(filter(None, (circumstance.post.name, circumstance.landmark(place)))),
        field=view.field.part.value,
        location=location,
        span=place.span,
        excerpt=quotation,
        sentence=sentence if circumstance.sentences else quotation,
        marked=marks if circumstance.sentences else (),
        title=rule.title,
        why=rule.why,
        advice=(case and case.advice) or rule.advice,
        citations=rule.citations,
        jurisdiction=rule.jurisdiction,
        fingerprint=fingerprint,
        words=_words_found(match, circumstance),
        edition=circumstance.edition,
        fix=fix(recipe, match, view, masked, circumstance.statement) if recipe else None,
        related=tuple(Related(one.span, one.label) for one in related),
        reason=match.reason.value if match.reason else None,
        cleared_by=tuple(dict.fromkeys((*match.clears, *match.unknown))),
    )


def _words_found(match: Match, circumstance: Circumstance) -> str:
    """What a rule found, as it may be printed, wherever it stands in the source."""
    places = sorted(match.words, key=lambda place: (place.field, place.span))
    found = [circumstance.shown(place) for place in places] or [circumstance.edition.key]
    return digest("\0".join((match.rule.id, circumstance.path, *found)))[:32]


def _around(view: View, span: Span) -> Span:
    """The sentences that hold the span, cut around it where they are long, without outer blanks."""
    text = view.field.text
    if not text:
        return span
    first = view.sentence(min(span.start, len(text) - 1))
    last = view.sentence(max(span.start, span.end - 1))
    start, end = first.start, max(last.end, span.end)
    if end - start > _SENTENCE:
        room = max((_SENTENCE - len(span)) // 2, 0)
        start, end = max(start, span.start - room), min(end, span.end + room)
    while start < span.start and text[start].isspace():
        start += 1
    while end > span.end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _content(post: Post) -> str:
    return digest(f"{said(post)}\0{sorted(map(repr, post.metadata.items()))}")
