"""A source and its document -> the same with some edits made, if it says afterwards what was meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from socialint.errors import UnreadableDocument
from socialint.fixes.notation import Change, Notation, notation_of
from socialint.model.documents import Document, Field, Post, Source
from socialint.model.findings import Edit, Finding
from socialint.model.places import Span
from socialint.readers import read
from socialint.readers.names import Columns
from socialint.readers.original import decode, encode
from socialint.readers.shown import Pictures, with_pictures

NOT_WRITTEN = "files of this kind are not written"
_OTHERWISE = "the words stand otherwise in the file than they are read"
_ENCODING = "the encoding of the file lacks a character"
_NOT_MEANT = "the file would not say what was meant"


class Unwritable(Exception):  # noqa: N818 - it names what cannot be written, not a fault
    """Why an edit cannot be made; `which` are the positions of those at fault, empty if it is not known."""

    def __init__(self, reason: str, which: Sequence[int] = ()) -> None:
        self.reason = reason
        self.which = tuple(which)
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class _Aimed:
    """An edit that is meant for a field: the number of the field among all of the document."""

    field: int
    edit: Edit
    change: Change


@dataclass(frozen=True)
class Draft:
    """A source that is text, and how it reads."""

    source: Source = field(repr=False)
    document: Document = field(repr=False)
    columns: Columns = field(repr=False)
    pictures: Pictures = field(repr=False)

    @classmethod
    def of(cls, source: Source, columns: Columns, pictures: Pictures) -> Draft:
        """The draft; raises `UnreadableDocument` where it cannot be read."""
        source = Source(source.name, source.data, source.named)
        document = with_pictures(read(source, columns), pictures).document
        return cls(source, document, columns, pictures)

    @cached_property
    def text(self) -> str:
        """The file's text, without a byte order mark; that of its fields itself, where they have it."""
        text = decode(self.source.data)[0]
        return next((one.origin.lines.text for one in self._fields if one.origin.lines.text == text), text)

    def change(self, finding: Finding) -> Change:
        """What the fix of a finding changes in the file; raises `Unwritable`."""
        return self._aimed(finding).change

    def fixed(self, findings: Sequence[Finding]) -> Draft:
        """The draft with the fixes of some findings, which do not overlap; raises `Unwritable`."""
        aimed = [self._aimed(finding) for finding in findings]
        text = self.text
        for one in sorted(aimed, key=lambda one: one.change.span, reverse=True):
            text = text[: one.change.span.start] + one.change.written + text[one.change.span.end :]
        try:
            data = encode(text, self.document.encoding, self.source.data)
        except UnicodeEncodeError:
            raise Unwritable(_ENCODING) from None
        try:
            after = Draft.of(replace(self.source, data=data), self.columns, self.pictures)
        except UnreadableDocument:
            raise Unwritable(_NOT_MEANT) from None
        self._check(aimed, after)
        return after

    @cached_property
    def _notation(self) -> Notation | None:
        encoding, data = self.document.encoding, self.source.data
        if not encoding or encode(self.text, encoding, data) != data:
            return None
        return notation_of(self.source.name, self.text, self.columns)

    @cached_property
    def _fields(self) -> Sequence[Field]:
        return [one for post in self.document.posts for one in post.fields]

    @cached_property
    def _by_post(self) -> Mapping[str, Sequence[int]]:
        """The numbers of the fields of the posts of each name."""
        found: dict[str, list[int]] = {}
        number = 0
        for post in self.document.posts:
            found.setdefault(post.name, []).extend(range(number, number + len(post.fields)))
            number += len(post.fields)
        return found

    def _aimed(self, finding: Finding) -> _Aimed:
        if self._notation is None:
            raise Unwritable(NOT_WRITTEN)
        edit = finding.fix.edits[0] if finding.fix and len(finding.fix.edits) == 1 else None
        if edit is None or edit.source is None:
            raise Unwritable(_OTHERWISE)
        said = self._notation.says(edit.source)
        for number in self._by_post.get(finding.post, range(len(self._fields))):
            one = self._fields[number]
            if (
                one.part.value == finding.field
                and one.text[edit.span.start : edit.span.end].split() == said.split()
                and edit.span.end <= len(one.text)
                and one.origin.source(edit.span) == edit.source
            ):
                return _Aimed(number, edit, self._notation.change(edit.source, edit.text))
        raise Unwritable(_OTHERWISE)

    def _check(self, aimed: Sequence[_Aimed], after: Draft) -> None:
        """Raises `Unwritable` unless `after` reads as this does but for the edits."""
        if list(map(_shape, self.document.posts)) != list(map(_shape, after.document.posts)) or not (
            set(after.document.unread) <= set(self.document.unread)
        ):
            raise Unwritable(_NOT_MEANT)
        meant = {one.field: one.edit for one in aimed}
        faults: set[int] = set()
        pairs = zip(self._fields, after._fields, strict=True)
        for number, (before, now) in enumerate(pairs):
            edit = meant.get(number)
            wanted = _edited(before.text, edit) if edit else before.text
            if _lines(now.text) == _lines(wanted):
                continue
            touching = [at for at, one in enumerate(aimed) if _touches(one.edit, before)]
            if edit is None and any(_is_same_edit(before.text, now.text, aimed[at].edit) for at in touching):
                continue
            faults.update(at for at, one in enumerate(aimed) if one.field == number)
            faults.update(touching)
            if not faults:
                raise Unwritable(_NOT_MEANT)
        if faults:
            raise Unwritable(_NOT_MEANT, sorted(faults))


def _shape(post: Post) -> tuple[object, ...]:
    """What of a post no fix may change."""
    return (
        post.name,
        post.record,
        tuple((one.part, one.label) for one in post.fields),
        tuple(post.metadata),
    )


def _edited(text: str, edit: Edit) -> str:
    return text[: edit.span.start] + edit.text + text[edit.span.end :]


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _touches(edit: Edit, one: Field) -> bool:
    """Whether an edit lies in what a field was made from."""
    segments = one.origin.segments
    if not segments or edit.source is None:
        return False
    whole = Span(segments[0].source, segments[-1].source + segments[-1].source_length)
    return whole.start <= edit.source.start and edit.source.end <= whole.end


def _is_same_edit(before: str, now: str, edit: Edit) -> bool:
    """Whether a text that is shown in another place, too, was changed by the same edit."""
    gone = len(edit.span)
    if len(now) - len(before) != len(edit.text) - gone:
        return False
    alike = next((at for at, (a, b) in enumerate(zip(before, now, strict=False)) if a != b), len(now))
    return any(
        before[:at] + edit.text + before[at + gone :] == now
        for at in range(max(alike - len(edit.text), 0), min(alike, len(before)) + 1)
    )
