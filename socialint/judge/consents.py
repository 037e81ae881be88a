"""Whether a consent is in force for a post: right person, signer, channel and day.

With a register only a row of it counts, which the post names by its id. Without one a post can
only assert: a clear yes, or an id or a date, and whatever it says of the person, the signer, the
channels and the end must fit as it would in a row.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from socialint.expressions import lazily
from socialint.judge.facts import check
from socialint.judge.found import Names
from socialint.judge.subject import Subject
from socialint.judge.validity import day, lapsed, says_no
from socialint.model.context import Context
from socialint.model.language import Reason, Record
from socialint.model.leaves import Cell, Row
from socialint.model.matches import Place
from socialint.text import fold

_YES = lazily(
    r"\b(?:true|yes|y|1|signed|given|granted|obtained|received|authori[sz]ed|approved|written|valid|full|active|"
    r"(?:is |are )?(?:on|in) (?:file|record|place)|ja|erteilt|unterschrieben|gegeben|getekend|oui|signée?|si|firmado|"
    r"authori[sz]ation|consent|release|form)\b"
)
_ID = lazily(r"[a-z]{0,12}[-_ /#]?\d[\w./-]*|.*\b[a-z]{0,4}-?\d{3,}\b.*")
_WORD = lazily(r"\w{2,}")
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "herr", "frau", "mevr", "dhr", "mme"})

MAY_SIGN = lazily(
    r"\b(?:patient|self|own|parents?|mother|father|mom|mum|dad|(?:legal )?guardians?|custodian|conservator|"
    r"(?:personal |legal )?representative|power of attorney|poa|proxy|executor|executrix|estate|next of kin|family|"
    r"spouse|wife|husband|widow|widower|eltern|mutter|vater|vormund|betreuer|ouders?|moeder|vader|voogd|parents?|"
    r"mère|père|tuteur|tutrice|padres?|madre|tutora?)\b"
)
"""Who can sign: the person, or somebody with authority to act for them (45 CFR 164.508(c)(1)(vi))."""

MAY_NOT_SIGN = lazily(
    r"\b(?:staff|nurse|doctor|physician|surgeon|clinician|therapist|dentist|employer|manager|boss|colleague|"
    r"coworker|co-worker|friend|neighbou?r|brother|sister|sibling|cousin|uncle|aunt|roommate|coach|teacher|school|"
    r"social media|marketing|communications|comms|team|office|department|agency|author|photographer|volunteer)\b"
)
"""Who cannot, whatever they put their name to."""

_COLUMNS = ("person", "channels", "signed", "expires", "revoked", "signer_role")


def standing(
    record: Record, subject: Subject, context: Context, names: Names, people: Sequence[str]
) -> Reason | None:
    """How the consent is missing; None if it is in force, `ASSERTED` if only the post says so.

    `people` are the names of persons that the post shows, as far as anybody could tell.
    """
    shown = names.get(record.person)
    if isinstance(shown, Place):
        people = [subject.text(shown)]
    said = context.metadata.get("consent")
    if "consents" in subject.registers:
        return _registered(said, record, subject.registers["consents"], context, names, people)
    if not _says_yes(said):
        return Reason.ABSENT
    row = Row("post", 0, _cells(said, context))
    reason = _unfit(row, record, context, names)
    return reason or (Reason.ASSERTED if _all_gave([row], people, unnamed=True) else Reason.OTHER_PERSON)


def _registered(
    said: object, record: Record, rows: Sequence[Row], context: Context, names: Names, people: Sequence[str]
) -> Reason | None:
    wanted = {str(one).strip() for one in _ids(said) if one not in (None, "")}
    if not wanted or any(one in ("False", "0") or says_no(one) for one in wanted):
        return Reason.ABSENT
    named = [row for row in rows if str(row.cells.get("id", "")) in wanted]
    if not named or len(named) < sum(_YES.fullmatch(fold(one)) is None for one in wanted):
        return Reason.NOT_IN_REGISTER
    for row in named:
        if day(row.cells.get("signed")) is None or not row.cells.get("person"):
            return Reason.INCOMPLETE
        reason = _unfit(row, record, context, names)
        if reason:
            return reason
    # Everybody whom the post shows must have given theirs.
    return None if _all_gave(named, people, unnamed=False) else Reason.OTHER_PERSON


def _unfit(row: Row, record: Record, context: Context, names: Names) -> Reason | None:
    """What of a consent, as far as it is told, does not fit the post."""
    signed, revoked = day(row.cells.get("signed")), day(row.cells.get("revoked"))
    if signed is not None and signed > context.day:
        return Reason.NOT_YET
    if revoked is not None and revoked <= context.day:
        return Reason.REVOKED
    reason = lapsed(row, context)
    if reason:
        return reason
    signer = fold(str(row.cells.get("signer_role", "")))
    if signer and MAY_NOT_SIGN.search(signer) and not MAY_SIGN.search(signer):
        return Reason.OTHER_PERSON
    asserted = row.table == "post"
    tests = [test for test in record.where if not asserted or test.key in row.cells]
    if check(tests, row.cells, names):
        return None
    return Reason.OTHER_PERSON if signer else Reason.INCOMPLETE


def _all_gave(rows: Iterable[Row], people: Sequence[str], *, unnamed: bool) -> bool:
    """Whether everybody shown is somebody who consented; with `unnamed` a row may name nobody."""
    given = [str(row.cells["person"]) for row in rows if row.cells.get("person")]
    if unnamed and not given:
        return True
    return all(any(_same_person(one, who) for one in given) for who in people)


def _cells(said: object, context: Context) -> Mapping[str, Cell]:
    """What a post says of its consent, by the columns of the register.

    Whoever signed is a role, or by name somebody: who signed for nobody else consented.
    """
    listed = said if isinstance(said, list) else [said]
    cells: dict[str, Cell] = {}
    for one in listed:
        cells.update(one if isinstance(one, Mapping) else {})
    for column in _COLUMNS:
        value = context.metadata.get(f"consent_{column}")
        if value not in (None, ""):
            cells[column] = tuple(value) if isinstance(value, list) else str(value)
    signer = str(cells.get("signer_role") or cells.get("by") or "")
    if signer:
        cells["signer_role"] = signer
        told = fold(signer)
        if not (cells.get("person") or MAY_SIGN.search(told) or MAY_NOT_SIGN.search(told)):
            cells["person"] = signer
    return cells


def _ids(said: object) -> Sequence[object]:
    listed = said if isinstance(said, list) else [said]
    return [
        one.get(key) if isinstance(one, Mapping) else one
        for one in listed
        for key in (("id", "status") if isinstance(one, Mapping) else ("",))
    ]


def _says_yes(value: object) -> bool:
    """Whether a post asserts that there is a consent; what is no clear yes is none."""
    if isinstance(value, bool):
        return value
    if isinstance(value, Mapping):
        said = [value[key] for key in ("status", "signed", "given", "id") if key in value]
        return bool(said) and all(map(_says_yes, said))
    if isinstance(value, list):
        return bool(value) and all(map(_says_yes, value))
    text = fold(str(value if value else "")).strip()
    if not text or says_no(text.replace("_", " ").replace("-", " ")):
        return False
    return _YES.search(text.replace("_", " ")) is not None or _ID.fullmatch(text) is not None


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
