"""Where to look: a region of a rule -> the stretches of a post that it means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from socialint.judge.subject import NOT_OWN, Subject
from socialint.model.documents import Part
from socialint.model.language import Place as Name
from socialint.model.language import Region
from socialint.model.matches import Place
from socialint.model.places import Span

_LINE_WIDTH = 40
"""Characters that a line break before the fold takes: the rest of a line on a phone."""

_VISIBLE = (Part.TITLE, Part.IMAGE_TEXT)


def inside(subject: Subject, place: Place, regions: Sequence[Region], *, internal: bool = False) -> bool:
    """Whether a place lies, whole, in one of the regions; without any, in the post's own fields.

    `internal` adds what travels with the file and is not published, which privacy rules read.
    """
    if subject.post is not None and subject.owner[place.field] != subject.post:
        return False
    part = subject.views[place.field].field.part
    if not regions:
        return part not in NOT_OWN or (internal and part is Part.INTERNAL)
    return any(
        stretch.field == place.field and stretch.span.covers(place.span)
        for region in regions
        for stretch in stretches(subject, region, internal=internal)
    )


def stretches(subject: Subject, region: Region, *, internal: bool = False) -> Iterator[Place]:
    """The stretches of all fields that a region means."""
    for index in subject.fields:
        view = subject.views[index]
        part = view.field.part
        whole = Place(index, Span(0, len(view.field.text)))
        match region.place:
            case Name.POST | Name.THREAD:
                if part not in NOT_OWN or (internal and part is Part.INTERNAL):
                    yield whole
            case Name.SHOWN:
                if part not in NOT_OWN and part is not Part.ALT_TEXT:
                    yield whole
            case Name.VISIBLE:
                if part in _VISIBLE:
                    yield whole
                elif part is Part.BODY:
                    yield _above_fold(subject, index)
            case Name.FOLD:
                if part is Part.BODY:
                    yield _above_fold(subject, index)
            case Name.HEADLINE:
                if part is Part.TITLE or (part is Part.BODY and not _has_title(subject, index)):
                    start = len(view.field.text) - len(view.field.text.lstrip())
                    yield whole if part is Part.TITLE else Place(index, view.sentence(start))
            case Name.FIRST:
                if part is Part.BODY:
                    words = view.structure.words
                    cut = words[region.words] if region.words < len(words) else len(view.field.text)
                    yield Place(index, Span(0, cut))
            case _:
                if part.value == region.place.value:
                    yield whole


def _has_title(subject: Subject, index: int) -> bool:
    return any(
        view.field.part is Part.TITLE and subject.owner[at] == subject.owner[index]
        for at, view in enumerate(subject.views)
    )


def _above_fold(subject: Subject, index: int) -> Place:
    text = subject.views[index].field.text
    channels = subject.contexts[subject.owner[index]].channels
    known = (subject.channels[one].fold for one in channels if one in subject.channels)
    limit = min((fold.value for fold in known if fold is not None), default=None)
    if limit is None:
        return Place(index, Span(0, len(text)))
    used = 0
    for offset, mark in enumerate(text):
        if mark == "\n":
            used = (used // _LINE_WIDTH + 1) * _LINE_WIDTH
        else:
            used += 1
        if used > limit:
            return Place(index, Span(0, offset))
    return Place(index, Span(0, len(text)))
