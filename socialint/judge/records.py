"""Records in force for a post: consent, evidence, approval, cleared claims.

What a post merely says of itself is an assertion: it counts where no register can confirm it. A
record clears what it is about and nothing else: the persons it names, the words it holds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import regex

from socialint.judge import consents
from socialint.judge.facts import check
from socialint.judge.found import Names
from socialint.judge.subject import Subject
from socialint.judge.validity import day, lapsed, says_no
from socialint.model.context import Context
from socialint.model.documents import Part
from socialint.model.language import Reason, Record, RecordKind
from socialint.model.leaves import Row
from socialint.model.places import Span
from socialint.model.views import View
from socialint.text import fold


def standing(
    record: Record, subject: Subject, context: Context, names: Names, people: Sequence[str]
) -> Reason | None:
    """How the record is missing for the post; None if it is in force.

    `people` are the names of persons that the post shows, as far as anybody could tell.
    """
    match record.record:
        case RecordKind.CONSENT:
            return consents.standing(record, subject, context, names, people)
        case RecordKind.EVIDENCE:
            return _stated(context.metadata.get("evidence"), record, context, names)
        case RecordKind.APPROVAL:
            return _approval(record, subject, context, names)
        case RecordKind.CLAIM:
            return _claim(record, subject, context, names)


def cleared(view: View, span: Span, rows: Iterable[Row], context: Context) -> bool:
    """Whether `span` lies in wording of the claims register, cleared here and on that day."""
    return any(
        lapsed(row, context) is None and any(place.covers(span) for place in _wordings(view, row))
        for row in rows
    )


def _wordings(view: View, row: Row) -> Iterator[Span]:
    """Where the wording of a row stands, word for word; what is between its words does not count."""
    pattern = _wording(str(row.cells.get("text", "")))
    if pattern is not None:
        for found in pattern.finditer(view.readings[0].text):
            yield view.readings[0].original(*found.span())


@lru_cache(maxsize=4096)
def _wording(text: str) -> regex.Pattern[str] | None:
    words = regex.findall(r"\w+", fold(text))
    joined = r"[^\w.!?]+".join(map(regex.escape, words))
    return regex.compile(rf"(?<!\w){joined}(?!\w)") if words else None


def _stated(value: object, record: Record, context: Context, names: Names) -> Reason | None:
    """A record that stands in the post's own metadata, as an id or with what is known of it."""
    if not value or (not isinstance(value, Mapping) and says_no(value)):
        return Reason.ABSENT
    values = value if isinstance(value, Mapping) else {"id": value}
    expires = day(values.get("expires"))
    if expires is not None and expires < context.day:
        return Reason.EXPIRED
    return None if check(record.where, values, names) else Reason.INCOMPLETE


def _approval(record: Record, subject: Subject, context: Context, names: Names) -> Reason | None:
    approval = context.metadata.get("approval")
    digest = approval.get("text_sha256") if isinstance(approval, Mapping) else None
    if digest:
        fields = [subject.views[index].field for index in subject.own]
        bodies = {hashlib.sha256(one.text.encode()).hexdigest() for one in fields if one.part is Part.BODY}
        if str(digest).casefold() not in bodies:
            return Reason.CHANGED
    return _stated(approval, record, context, names)


def _claim(record: Record, subject: Subject, context: Context, names: Names) -> Reason | None:
    reason = Reason.ABSENT
    for row in subject.registers["claims"]:
        stands = any(any(_wordings(subject.views[index], row)) for index in subject.own)
        if stands and check(record.where, row.cells, names):
            why = lapsed(row, context)
            if why is None:
                return None
            reason = why
    return reason
