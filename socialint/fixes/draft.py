"""A source and its document -> the same with some edits made, if it says afterwards what was meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

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
    """Edits that are meant for a field: the number of the field among all of the document."""

    field: int
    edits: Sequence[Edit]
    changes: Sequence[Change]


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

    def changes(self, finding: Finding) -> Sequence[Change]:
        """What the fix of a finding changes in the file, in order; raises `Unwritable`."""
        return self._aimed(finding).changes

    def fixed(self, findings: Sequence[Finding]) -> Draft:
        """The draft with the fixes of some findings, which do not overlap; raises `Unwritable`."""
        aimed = [self._aimed(finding) for finding in findings]
        text = self.text
        for span, written in sorted((change for one in aimed for change in one.changes), reverse=True):
            text = text[: span.start] + written + text[span.end :]
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
        edits = finding.fix.edits if finding.fix else ()
        for number in self._by_post.get(finding.post, range(len(self._fields))):
            if self._fields[number].part.value == finding.field:
                changes = _changes(self._notation, self._fields[number], edits)
                if changes:
                    return _Aimed(number, edits, changes)
        raise Unwritable(_OTHERWISE)

    def _check(self, aimed: Sequence[_Aimed], after: Draft) -> None:
        """Raises `Unwritable` unless `after` reads as this does but for the edits."""
        if list(map(_shape, self.document.posts)) != list(map(_shape, after.document.posts)) or not (
            set(after.document.unread) <= set(self.document.unread)
        ):
            raise Unwritable(_NOT_MEANT)
        meant = {one.field: one.edits for one in aimed}
        faults: set[int] = set()
        pairs = zip(self._fields, after._fields, strict=True)
        for number, (before, now) in enumerate(pairs):
            edits = meant.get(number, ())
            if _lines(now.text) == _lines(_edited(before.text, edits)):
                continue
            touching = [
                at for at, one in enumerate(aimed) if any(_touches(edit, before) for edit in one.edits)
            ]
            if not edits and any(_is_same_edit(before.text, now.text, aimed[at].edits) for at in touching):
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


def _changes(notation: Notation, one: Field, edits: Sequence[Edit]) -> Sequence[Change]:
    """What makes the file say what the edits of a field mean; none where it is not written as it is read."""
    changes: list[Change] = []
    for edit in edits:
        if edit.source is None or edit.span.end > len(one.text):
            return ()
        said = notation.says(edit.source)
        meant = one.text[edit.span.start : edit.span.end]
        if meant.split() != said.split() or one.origin.source(edit.span) != edit.source:
            return ()
        changes.append(notation.change(edit.source, edit.text))
    changes.sort()
    overlapping = any(before.span.end > after.span.start for before, after in pairwise(changes))
    return () if overlapping else changes


def _edited(text: str, edits: Sequence[Edit]) -> str:
    for edit in sorted(edits, key=lambda one: one.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _touches(edit: Edit, one: Field) -> bool:
    """Whether an edit lies in what a field was made from."""
    segments = one.origin.segments
    if not segments or edit.source is None:
        return False
    whole = Span(segments[0].source, segments[-1].source + segments[-1].source_length)
    return whole.start <= edit.source.start and edit.source.end <= whole.end


def _is_same_edit(before: str, now: str, edits: Sequence[Edit]) -> bool:
    """Whether a text that is shown in another place, too, was changed by the same edit."""
    if len(edits) != 1:
        return False
    edit, gone = edits[0], len(edits[0].span)
    if len(now) - len(before) != len(edit.text) - gone:
        return False
    alike = next((at for at, (a, b) in enumerate(zip(before, now, strict=False)) if a != b), len(now))
    return any(
        before[:at] + edit.text + before[at + gone :] == now
        for at in range(max(alike - len(edit.text), 0), min(alike, len(before)) + 1)
    )
