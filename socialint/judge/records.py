"""Records in force for a post: consent, evidence, approval, cleared claims.

What a post merely says of itself is an assertion: it counts where no register can confirm it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import regex

from socialint.judge.facts import check
from socialint.judge.found import Names
from socialint.judge.subject import Subject
from socialint.model.context import Context
from socialint.model.documents import Part
from socialint.model.language import Reason, Record, RecordKind, Row
from socialint.model.matches import Place
from socialint.text import fold

_REFUSED = frozenset(
    {
        "",
        "false",
        "no",
        "none",
        "pending",
        "refused",
        "missing",
        "expired",
        "revoked",
        "declined",
        "requested",
        "n/a",
    }
)
_WORD = regex.compile(r"\w{2,}")


def standing(
    record: Record, subject: Subject, context: Context, names: Names, people: Sequence[str]
) -> Reason | None:
    """How the record is missing for the post; None if it is in force.

    `people` are the names of persons that the post shows, as far as anybody could tell.
    """
    match record.record:
        case RecordKind.CONSENT:
            return _consent(record, subject, context, names, people)
        case RecordKind.EVIDENCE:
            return _evidence(record, context, names)
        case RecordKind.APPROVAL:
            return _approval(record, subject, context, names)
        case RecordKind.CLAIM:
            return _claim(record, subject, context, names)


def cleared(sentence: str, rows: Iterable[Row], context: Context) -> bool:
    """Whether a sentence is wording cleared in the claims register, here and on that day."""
    folded = _plain(sentence)
    return any(
        bool(text) and text in folded and _lapsed(row, context) is None
        for row in rows
        for text in [_plain(str(row.cells.get("text", "")))]
    )


def _consent(
    record: Record, subject: Subject, context: Context, names: Names, people: Sequence[str]
) -> Reason | None:
    asserted = context.metadata.get("consent")
    if "consents" not in subject.registers:
        if asserted is None or str(asserted).strip().casefold() in _REFUSED:
            return Reason.ABSENT
        expires = _day(context.metadata.get("consent_expires"))
        return Reason.EXPIRED if expires and expires < context.day else Reason.ASSERTED
    if asserted is None or asserted is False or asserted == "":
        return Reason.ABSENT
    wanted = {str(one).strip() for one in (asserted if isinstance(asserted, list) else [asserted])}
    rows = [row for row in subject.registers["consents"] if str(row.cells.get("id", "")) in wanted]
    if not rows:
        return Reason.NOT_IN_REGISTER
    shown = names.get(record.person)
    if isinstance(shown, Place):
        people = [subject.text(shown)]
    reasons = [_consent_row(row, record, context, names, people) for row in rows]
    return None if None in reasons else reasons[0]


def _consent_row(
    row: Row, record: Record, context: Context, names: Names, people: Sequence[str]
) -> Reason | None:
    signed, revoked = _day(row.cells.get("signed")), _day(row.cells.get("revoked"))
    if signed is None or not row.cells.get("person"):
        return Reason.INCOMPLETE
    if signed > context.day:
        return Reason.NOT_YET
    if revoked is not None and revoked <= context.day:
        return Reason.REVOKED
    if lapsed := _lapsed(row, context):
        return lapsed
    person = str(row.cells["person"])
    if people and ":" not in person and not any(_same_person(person, shown) for shown in people):
        return Reason.OTHER_PERSON
    return None if check(record.where, row.cells, names) else Reason.INCOMPLETE


def _evidence(record: Record, context: Context, names: Names) -> Reason | None:
    evidence = context.metadata.get("evidence")
    if evidence is None or str(evidence).strip().casefold() in _REFUSED:
        return Reason.ABSENT
    values = evidence if isinstance(evidence, Mapping) else {"id": evidence}
    return None if check(record.where, values, names) else Reason.INCOMPLETE


def _approval(record: Record, subject: Subject, context: Context, names: Names) -> Reason | None:
    approval = context.metadata.get("approval")
    if approval is None or str(approval).strip().casefold() in _REFUSED:
        return Reason.ABSENT
    values = approval if isinstance(approval, Mapping) else {"id": approval}
    expires = _day(values.get("expires"))
    if expires is not None and expires < context.day:
        return Reason.EXPIRED
    digest = values.get("text_sha256")
    if digest:
        fields = [subject.views[index].field for index in subject.own]
        bodies = [one.text for one in fields if one.part is Part.BODY]
        if str(digest).casefold() not in {hashlib.sha256(body.encode()).hexdigest() for body in bodies}:
            return Reason.CHANGED
    return None if check(record.where, values, names) else Reason.INCOMPLETE


def _claim(record: Record, subject: Subject, context: Context, names: Names) -> Reason | None:
    texts = [_plain(subject.views[index].field.text) for index in subject.own]
    reason = Reason.ABSENT
    for row in subject.registers["claims"]:
        claim = _plain(str(row.cells.get("text", "")))
        if claim and any(claim in text for text in texts) and check(record.where, row.cells, names):
            lapsed = _lapsed(row, context)
            if lapsed is None:
                return None
            reason = lapsed
    return reason


def _lapsed(row: Row, context: Context) -> Reason | None:
    expires = _day(row.cells.get("expires"))
    if expires is not None and expires < context.day:
        return Reason.EXPIRED
    channels = _several(row.cells.get("channels"))
    if channels and not (context.channels and channels.issuperset(context.channels)):
        return Reason.OTHER_CHANNEL
    markets = _several(row.cells.get("markets"))
    if markets and not any(market.casefold() in markets for market in context.markets):
        return Reason.NOT_IN_REGISTER
    return None


def _several(value: object) -> frozenset[str]:
    if not value:
        return frozenset()
    listed = value if isinstance(value, tuple | list) else str(value).split(";")
    return frozenset(str(one).strip().casefold() for one in listed if str(one).strip())


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10]) if value else None
    except ValueError:
        return None


def _same_person(recorded: str, shown: str) -> bool:
    return bool(set(_WORD.findall(fold(recorded))) & set(_WORD.findall(fold(shown))))


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))
