"""What of a post is more than its channels take: where it is cut off, and by how much for which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from socialint.expressions import lazily
from socialint.judge.subject import NOT_OWN, Subject
from socialint.model.channels import Channel, Counting, Figure
from socialint.model.documents import Part
from socialint.model.language import Limited, Region
from socialint.model.leaves import Row
from socialint.model.matches import Place
from socialint.model.places import Span
from socialint.text.addresses import addresses
from socialint.text.lengths import counted
from socialint.text.measures import hashtags

_BODY = ("body",)
_LISTED_TAG = lazily(r"[^\s,;]+")


@dataclass(frozen=True, slots=True)
class Beyond:
    """The words at which a limit is passed; the row says in plain words by how much and where."""

    place: Place
    row: Row


@dataclass(frozen=True, slots=True)
class _Over:
    """One limit that is passed: whose, how far, and the first character that is too much."""

    channel: str
    amount: int
    limit: int
    noun: str
    field: int
    start: int

    def told(self) -> str:
        by = self.amount - self.limit
        return f"{self.channel} by {by:,} ({self.amount:,} of {self.limit:,} {self.noun})"


def excesses(subject: Subject, limited: Limited, regions: Sequence[Region]) -> Iterator[Beyond]:
    """What goes past a limit of the post's channels: a field for lengths, else the whole post.

    A length is that of the body where no region is named; the hashtags column belongs to it.
    """
    if limited is Limited.LENGTH:
        wanted = [region.place.value for region in regions] or _BODY
        for index in subject.fields:
            if subject.views[index].field.part.value in wanted:
                yield from _told(subject, _too_long(subject, index))
    else:
        yield from _told(subject, _too_many(subject, limited))


def _told(subject: Subject, found: Iterator[_Over]) -> Iterator[Beyond]:
    over = sorted(found, key=lambda one: (one.field, one.start))
    if not over:
        return
    first = over[0]
    view = subject.views[first.field]
    text = view.field.text
    start = len(text) - len(text[first.start :].lstrip())
    end = len(text[: view.sentence(start).end].rstrip())
    place = Place(first.field, Span(start, end))
    told = list(dict.fromkeys(one.told() for one in over))
    yield Beyond(place, Row("limits", 0, {"name": ", and for ".join(told)}))


def _channels(subject: Subject, post: int) -> Iterator[tuple[str, Channel]]:
    for name in subject.contexts[post].channels:
        known = subject.channels.get(name)
        if known is not None:
            yield known.name or name, known


def _too_long(subject: Subject, index: int) -> Iterator[_Over]:
    part = subject.views[index].field.part
    together = [index]
    if part is Part.BODY:
        tags = [one for one in subject.fields if subject.views[one].field.part is Part.HASHTAGS]
        bodies = [one for one in subject.fields if subject.views[one].field.part is Part.BODY]
        # Of several bodies nobody knows which one the hashtags column belongs to.
        together += tags if len(bodies) == 1 else []
    lengths: dict[Counting, Sequence[tuple[int, Span, int]]] = {}
    for name, channel in _channels(subject, subject.owner[index]):
        for limit in channel.length.get(part.value, ()):
            counting = limit.counted or Counting.CODE_POINTS
            if counting not in lengths:
                lengths[counting] = list(_stretches(subject, together, counting))
            noun = "bytes" if counting is Counting.BYTES else "characters"
            amount = 0
            start: tuple[int, int] | None = None
            for field, span, weight in lengths[counting]:
                amount += weight
                if amount > limit.value and start is None:
                    start = field, span.start
            if start is not None:
                yield _Over(name, amount, limit.value, noun, *start)


def _stretches(
    subject: Subject, fields: Sequence[int], counting: Counting
) -> Iterator[tuple[int, Span, int]]:
    """What each character of the fields counts, a blank between two of them."""
    for at, field in enumerate(fields):
        text = subject.views[field].field.text
        shift = len(text) - len(text.lstrip())
        if at:
            yield field, Span(shift, shift), 1
        for span, weight in counted(text.strip(), counting):
            yield field, Span(span.start + shift, span.end + shift), weight


def _too_many(subject: Subject, limited: Limited) -> Iterator[_Over]:
    places = [
        (index, span)
        for index in subject.fields
        for part in [subject.views[index].field.part]
        if part not in NOT_OWN and part not in (Part.ALT_TEXT, Part.IMAGE_TEXT)
        for span in _COUNTED[limited](subject.views[index].field.text, part)
    ]
    for name, channel in _channels(subject, subject.post or 0):
        limit: Figure | None = getattr(channel, limited.value)
        if limit is not None and len(places) > limit.value:
            field, span = places[limit.value]
            yield _Over(name, len(places), limit.value, limited.value, field, span.start)


def _hashtags(text: str, part: Part) -> Sequence[Span]:
    found = hashtags(text)
    if found or part is not Part.HASHTAGS:
        return found
    return [Span(*tag.span()) for tag in _LISTED_TAG.finditer(text)]


def _links(text: str, part: Part) -> Sequence[Span]:
    return addresses(text)


_COUNTED = {Limited.HASHTAGS: _hashtags, Limited.LINKS: _links}
