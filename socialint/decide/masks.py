"""What identifies a person is shown as its kind and order, wherever a post is printed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from socialint.model.documents import Part
from socialint.model.findings import Mask
from socialint.model.matches import Place
from socialint.model.places import Span
from socialint.model.views import View
from socialint.text import fold
from socialint.text.addresses import addresses

_PERIOD = "…"


def masks(
    sure: Sequence[Place], possible: Sequence[Place], views: Sequence[View]
) -> Mapping[int, Sequence[Mask]]:
    """For each field the stretches not to be shown, in order, not overlapping.

    `sure` took part in a match, which knows their kind; `possible` only look like it, and where
    they overlap what is sure they add their characters and not their kind. The same words are
    the same `[NAME 1]` all through the post. A link that identifies is one wherever it is written.
    """
    merged: list[tuple[Place, bool]] = []
    places = [(place, True) for place in sure] + [(place, False) for place in possible]
    places += [
        (one, known)
        for link, known in places
        if views[link.field].field.part is Part.LINK
        for one in _where_written(link, views)
    ]
    trimmed = [(_trimmed(place, views), known) for place, known in places]
    for place, known in sorted(trimmed, key=lambda one: (one[0].field, one[0].span, one[0].label)):
        if merged and merged[-1][0].field == place.field and merged[-1][0].span.overlaps(place.span):
            last, last_known = merged.pop()
            label = place.label if known and not last_known else last.label
            place = Place(place.field, last.span.join(place.span), label)
            known = known or last_known
        merged.append((place, known))
    numbers: dict[tuple[str, str], int] = {}
    counts: dict[str, int] = {}
    shown: dict[int, list[Mask]] = {}
    for place, _ in merged:
        text = views[place.field].field.text[place.span.start : place.span.end]
        key = (place.label, "".join(filter(str.isalnum, fold(text))))
        if key not in numbers:
            counts[place.label] = numbers[key] = counts.get(place.label, 0) + 1
        shown.setdefault(place.field, []).append(Mask(place.span, f"[{place.label} {numbers[key]}]"))
    return shown


def _where_written(link: Place, views: Sequence[View]) -> Iterator[Place]:
    """The whole of a link, and the same characters in the fields that it was taken from."""
    own = views[link.field].field
    whole = Span(0, len(own.text))
    yield Place(link.field, whole, link.label)
    source = own.origin.source(whole)
    for at, view in enumerate(views):
        if view.field.part is not Part.LINK and view.field.origin.lines is own.origin.lines:
            for span in addresses(view.field.text):
                if view.field.origin.source(span) == source:
                    yield Place(at, span, link.label)


def _trimmed(place: Place, views: Sequence[View]) -> Place:
    """The place without outer blanks, which identify nobody."""
    text = views[place.field].field.text
    start, end = place.span.start, place.span.end
    while start < end - 1 and text[start].isspace():
        start += 1
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return Place(place.field, Span(start, end), place.label)


def show(
    text: str, span: Span, masks: Sequence[Mask], marked: Sequence[Span] = ()
) -> tuple[str, tuple[Span, ...]]:
    """The characters of `span` with what must not be shown masked, and where `marked` is in them.

    A mask that reaches over an end of the span is shown whole: half a name is a name.
    """
    pieces: list[str] = []
    edges = sorted({edge for one in marked for edge in (one.start, one.end)})
    moved: dict[int, int] = {}
    at, length = span.start, 0
    first = bisect_right(masks, span.start, key=lambda mask: mask.span.end)
    last = bisect_left(masks, span.end, key=lambda mask: mask.span.start)
    for mask in (*masks[first:last], None):
        stop = max(at, mask.span.start) if mask else span.end
        for edge in edges:
            if at <= edge <= stop:
                moved[edge] = length + edge - at
        pieces.append(text[at:stop])
        length += max(stop - at, 0)
        if mask:
            for edge in edges:
                if mask.span.start < edge < mask.span.end:
                    inside = any(one.start == edge for one in marked)
                    moved[edge] = length if inside else length + len(mask.shown)
            pieces.append(mask.shown)
            length += len(mask.shown)
            at = mask.span.end
            if at in edges:
                moved[at] = length
    spans = (Span(moved.get(one.start, 0), moved.get(one.end, length)) for one in marked)
    return "".join(pieces), tuple(one for one in spans if len(one) > 0)


def shorten(text: str, limit: int) -> str:
    """One line of at most `limit` characters, the middle left out."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    head = line[: limit * 2 // 3].rsplit(" ", 1)[0]
    tail = line[-(limit - len(head) - 3) :].split(" ", 1)[-1]
    return f"{head} {_PERIOD} {tail}"
