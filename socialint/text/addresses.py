"""The URLs and bare domains written in a text: where they stand, and each as a field of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

import regex

from socialint.expressions import lazily
from socialint.model.documents import Field, Part
from socialint.model.places import Landmark, Origin, Segment, Span

LINK_MARK = "\x1f"
"""What every character of a URL becomes, so that no word is found in it."""

# Domains that a writer means as such even without a path.
_PLAIN = """
    com org net edu gov mil int info biz example test app dev io ai co eu
    ac ae ag al ar au bg bo br bz ca ch cl cn cr cu cy cz de dk ec ee eg es fi fr gr gt hk hn hr
    hu id ie il ir jp ke kr kz lb lk lt lu lv ly ma md mk mt mx ng ni nl np nz pa pe ph pk pl pr
    pt py qa ro rs ru sa se sg si sk sv th tr tw tz ua ug uk uy uz ve vn za zm zw
"""

# Domains that are words as well: `for your pain.help is near`. They need a path or a subdomain.
_WORDS = """
    am as at be by cc do gg gl in is it la li me my no pm pw re so st sh to tv us vc ws
    academy agency bio blog cafe cam care center clinic cloud coach club community deals dental
    diet doctor email expert family fit fitness fun fund global group guide health help hospital
    institute kids land life link live ltd market media mobi mom money moda name network news now
    ngo one online page pharmacy physio plus press pro pub rehab rip rocks sale school science
    services shop site skin social solutions space store studio support surgery systems team tech
    tips today top tours vet video vip vision website wellness wiki win work world xyz yoga zone
"""

_SURE = frozenset(_PLAIN.split())
_POSSIBLE = frozenset(_WORDS.split())

_LABEL = r"[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?"
_REST = r"[^\s<>\"“”„«»‹›\\^`{|}]"
_ADDRESS = lazily(
    rf"""
      (?:https?://|(?<![\w@.-])www\.) {_REST}+
    | (?<![\w@./-]|[\p{{L}}\p{{N}}]:) (?P<domain>(?:{_LABEL}\.){{1,10}}) (?P<top>\p{{L}}{{2,24}})
      (?: (?P<path>(?::\d{{2,5}})?[/?#]{_REST}*) | (?::\d{{2,5}})?(?![\p{{L}}\p{{N}}@]|[.-][\p{{L}}\p{{N}}]) )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_SHORTEST_NAME = 3
_MAYBE = lazily(r"://|\.[\p{L}\p{N}]")
# The standard library's engine: twice as fast where there is nothing to find.
_DOT_INSIDE = re.compile(r"\.\w")
_BLANK = lazily(r"\s")
_BLANK_BEFORE = lazily(r"(?r)\s")
_CLOSING = {")": "(", "]": "["}
_TRAILING = frozenset(".,;:!?…'’*_~\"”)]-–—")


def addresses(text: str) -> list[Span]:
    """Where the URLs and bare domains of `text` stand, in order; e-mail addresses are none."""
    if "://" not in text and _DOT_INSIDE.search(text) is None:
        return []
    found: list[Span] = []
    done = 0
    for mark in _MAYBE.finditer(text):
        if mark.start() < done:
            continue
        # Only what stands between two blanks around the mark can be one: the rest is not searched.
        before = _BLANK_BEFORE.search(text, done, mark.start())
        after = _BLANK.search(text, mark.end())
        begin, done = before.end() if before else done, after.start() if after else len(text)
        matches = filter(_is_meant, _ADDRESS.finditer(text, begin, done))
        found += [Span(match.start(), _end(text, *match.span())) for match in matches]
    return found


def _is_meant(match: regex.Match[str]) -> bool:
    """Whether this is an address, and not two sentences without a blank between: `the end.Next`."""
    top = match["top"]
    if top is None:
        return True
    if not (top.islower() or top.isupper()):
        return False
    if top.lower() in _SURE:
        return True
    *subdomains, name = match["domain"].rstrip(".").split(".")
    return top.lower() in _POSSIBLE and bool(match["path"] or (subdomains and len(name) >= _SHORTEST_NAME))


def _end(text: str, start: int, end: int) -> int:
    """The end without the punctuation of the sentence around, and without an unopened bracket."""
    unopened = {
        closing: text.count(closing, start, end) - text.count(opening, start, end)
        for closing, opening in _CLOSING.items()
    }
    while end > start + 1 and text[end - 1] in _TRAILING:
        last = text[end - 1]
        if unopened.get(last, 1) < 1:
            break
        if last in unopened:
            unopened[last] -= 1
        end -= 1
    return end


def masked(text: str, mark: str = LINK_MARK) -> str:
    """The text, as long as before, with `mark` for every character of an address."""
    found = addresses(text)
    if not found:
        return text
    pieces: list[str] = []
    at = 0
    for span in found:
        pieces += text[at : span.start], mark * len(span)
        at = span.end
    return "".join(pieces) + text[at:]


def links(field: Field) -> Sequence[Field]:
    """Each URL or bare domain written in the field's text, as a field of part LINK.

    Its text is the address as written, without the punctuation after it; its origin leads to
    the place in the source where the field's own origin has it.
    """
    return [
        Field(Part.LINK, field.text[span.start : span.end], _cut(field.origin, span), field.label)
        for span in addresses(field.text)
    ]


def _cut(origin: Origin, span: Span) -> Origin:
    """The origin of the stretch `span` of a text, counted from the stretch's start."""
    landmark = origin.landmark(span.start)
    landmarks = (Landmark(0, landmark.told()),) if landmark else ()
    segments = [] if origin.segments else [Segment(0, len(span), span.start, len(span))]
    for segment in origin.segments:
        start = max(segment.start, span.start)
        end = min(segment.start + segment.length, span.end)
        if start >= end:
            continue
        if segment.length == segment.source_length:
            source = segment.source + start - segment.start
            segments.append(Segment(start - span.start, end - start, source, end - start))
        else:
            segments.append(Segment(start - span.start, end - start, segment.source, segment.source_length))
    if not segments:
        place = origin.source(span)
        segments.append(Segment(0, len(span), place.start, len(place)))
    return Origin(origin.lines, tuple(segments), landmarks, origin.lined)
