"""Records in force for a post: consent, evidence, approval, cleared claims.

What a post merely says of itself is an assertion: it counts where no register can confirm it. A
record clears what it is about and nothing else: the persons it names, the words it holds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

import regex

from socialint.judge.facts import check
from socialint.judge.found import Names
from socialint.judge.subject import Subject
from socialint.model.context import Context
from socialint.model.documents import Part
from socialint.model.language import Reason, Record, RecordKind, Row
from socialint.model.matches import Place
from socialint.model.places import Span
from socialint.model.views import View
from socialint.text import fold

_SAID_YES = frozenset(
    {
        "true", "yes", "signed", "given", "granted", "obtained", "received", "authorized", "authorised", "approved",
        "written", "on file", "on record",
    }
)  # fmt: skip
_SAID_NO = regex.compile(
    r"\b(?:not?|non|none|never|un\w+|tbd|pending|refused|missing|expired|revoked|withdrawn|declined|requested|"
    r"waiting|awaiting|asked|unknown|maybe|false)\b|\?"
)
_ID = regex.compile(r"[a-z]{0,12}[-_ /#]?\d[\w./-]*")
_WORD = regex.compile(r"\w{2,}")
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "herr", "frau", "mevr", "dhr", "mme"})


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
            return _stated(context.metadata.get("evidence"), record, context, names)
        case RecordKind.APPROVAL:
            return _approval(record, subject, context, names)
        case RecordKind.CLAIM:
            return _claim(record, subject, context, names)


def cleared(view: View, span: Span, rows: Iterable[Row], context: Context) -> bool:
    """Whether `span` lies in wording of the claims register, cleared here and on that day."""
    return any(
        _lapsed(row, context) is None and any(place.covers(span) for place in _wordings(view, row))
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


def _consent(
    record: Record, subject: Subject, context: Context, names: Names, people: Sequence[str]
) -> Reason | None:
    asserted = context.metadata.get("consent")
    if "consents" not in subject.registers:
        if not _says_yes(asserted):
            return Reason.ABSENT
        expires = _day(context.metadata.get("consent_expires"))
        return Reason.EXPIRED if expires and expires < context.day else Reason.ASSERTED
    wanted = {str(one).strip() for one in (asserted if isinstance(asserted, list) else [asserted]) if one}
    if not wanted:
        return Reason.ABSENT
    rows = [row for row in subject.registers["consents"] if str(row.cells.get("id", "")) in wanted]
    if len(rows) < len(wanted):
        return Reason.NOT_IN_REGISTER
    lapsed = [_consent_lapsed(row, record, context, names) for row in rows]
    if any(lapsed):
        return next(reason for reason in lapsed if reason)
    shown = names.get(record.person)
    if isinstance(shown, Place):
        people = [subject.text(shown)]
    # Everybody whom the post shows must have given theirs.
    given = [str(row.cells["person"]) for row in rows]
    return (
        None if all(any(_same_person(one, who) for one in given) for who in people) else Reason.OTHER_PERSON
    )


def _consent_lapsed(row: Row, record: Record, context: Context, names: Names) -> Reason | None:
    signed, revoked = _day(row.cells.get("signed")), _day(row.cells.get("revoked"))
    if signed is None or not row.cells.get("person"):
        return Reason.INCOMPLETE
    if signed > context.day:
        return Reason.NOT_YET
    if revoked is not None and revoked <= context.day:
        return Reason.REVOKED
    return _lapsed(row, context) or (None if check(record.where, row.cells, names) else Reason.INCOMPLETE)


def _stated(value: object, record: Record, context: Context, names: Names) -> Reason | None:
    """A record that stands in the post's own metadata, as an id or with what is known of it."""
    if not value or (not isinstance(value, Mapping) and _SAID_NO.search(fold(str(value)))):
        return Reason.ABSENT
    values = value if isinstance(value, Mapping) else {"id": value}
    expires = _day(values.get("expires"))
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
            lapsed = _lapsed(row, context)
            if lapsed is None:
                return None
            reason = lapsed
    return reason


def _says_yes(value: object) -> bool:
    """Whether a post asserts that there is a record; what is no clear yes is none."""
    if isinstance(value, bool):
        return value
    if isinstance(value, Mapping):
        said = [value[key] for key in ("status", "signed", "given", "id") if key in value]
        return bool(said) and all(map(_says_yes, said))
    if isinstance(value, list):
        return bool(value) and all(map(_says_yes, value))
    text = " ".join(fold(str(value if value else "")).replace("-", " ").split())
    raw = fold(str(value if value else "")).strip()
    return text in _SAID_YES or bool(not _SAID_NO.search(raw) and _ID.fullmatch(raw))


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
    """Whether the words that the post shows are all part of the recorded name.

    A register may hold `sha256:salt:digest` instead of a name: the digest of the salt and the
    folded name, its words parted by one blank.
    """
    words = [word for word in _WORD.findall(fold(shown)) if word not in _TITLES and word != "s"]
    kind, _, rest = recorded.partition(":")
    if rest and kind.casefold() == "sha256":
        salt, _, digest = rest.rpartition(":")
        return hashlib.sha256(f"{salt}{' '.join(words)}".encode()).hexdigest() == digest.casefold()
    return bool(words) and set(words) <= set(_WORD.findall(fold(recorded)))
