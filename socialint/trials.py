"""The examples inside rules, tried: every bad one must be found, every good one left alone.

Each bad example is also tried in disguise: the same words in characters that a keyword list does
not see through.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

import regex

from socialint.compiler import load_policy, ruleset
from socialint.errors import Problem, UserError
from socialint.linter import Linter
from socialint.model.context import AUDIENCES, KINDS, POST_TYPES, SELLERS, Organisation
from socialint.model.documents import Document, Source
from socialint.model.findings import Finding
from socialint.model.policy import Condition, Example, Policy, Rule
from socialint.model.records import Registers
from socialint.policy import Standing
from socialint.readers import read
from socialint.readers.waivers import KEY
from socialint.schema import did_you_mean
from socialint.settings import Settings
from socialint.settling import settled


class Kind(StrEnum):
    """What an example is there to show."""

    BAD = "bad"
    GOOD = "good"
    DISGUISED = "disguised"


@dataclass(frozen=True, slots=True)
class Trial:
    """One example of one rule, tried. `why` says what went wrong, for whoever wrote the rule."""

    rule: Rule
    example: Example
    kind: Kind
    passed: bool
    why: str = ""


_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_BOLD = {ord(letter): chr(0x1D41A + at) for at, letter in enumerate(_LETTERS)} | {
    ord(letter.upper()): chr(0x1D400 + at) for at, letter in enumerate(_LETTERS)
}
_WIDE = {ord(letter): ord(letter) + 0xFEE0 for letter in _LETTERS + _LETTERS.upper()}
_ALIKE = str.maketrans("aceopxyACEOPX", "асеорхуАСЕОРХ")

# What names something by its exact characters is not disguised: a link, an address, a handle.
_EXACT = regex.compile(r"(\S*(?:://|www\.|[@#])\S*|\b[\w.-]+\.[a-z]{2,}\b\S*)", regex.IGNORECASE)


def _every_second(text: str, mark: str) -> str:
    return regex.sub(r"(?<=[A-Za-z]{2})(?=[A-Za-z]{2})", mark, text)


DISGUISES: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "in capitals": str.upper,
        "in bold letters": lambda text: text.translate(_BOLD),
        "in wide letters": lambda text: text.translate(_WIDE),
        "with invisible blanks": lambda text: _every_second(text, "\u200b"),
        "with unbreakable blanks": lambda text: text.replace(" ", "\u00a0"),
        "with Cyrillic letters": lambda text: regex.sub(
            r"[A-Za-z]{3,}", lambda word: word[0][0] + word[0][1:-1].translate(_ALIKE) + word[0][-1], text
        ),
    }
)  # fmt: skip


def try_examples(settings: Settings, packs: Sequence[str] = ()) -> Iterator[Trial]:
    """Every example of the shipped rules and a user's own, or of those in `packs`.

    A pack is named by its id or as a file or folder of rules. Raises `UserError` for whatever is
    wrong with a rule, or when a pack is not there.
    """
    paths = tuple(Path(pack).resolve() for pack in packs if Path(pack).exists())
    policy = load_policy(replace(settings, policies=(*settings.policies, *paths)))
    ids = {pack.id for pack in policy.packs}
    for pack in packs:
        if not Path(pack).exists() and pack not in ids:
            raise UserError(Problem(f"no pack is called “{pack}”", hint=did_you_mean(pack, ids)))
    yield from try_rules(settings, policy, [rule for rule in policy.rules if not packs or _in(rule, packs)])


def _in(rule: Rule, packs: Sequence[str]) -> bool:
    written = Path(rule.mark.path).resolve()
    return any(rule.pack == pack or written.is_relative_to(Path(pack).resolve()) for pack in packs)


def try_rules(settings: Settings, policy: Policy, rules: Sequence[Rule]) -> Iterator[Trial]:
    """Every example of the rules, each rule alone and with its own fixtures as registers."""
    groups: dict[int, list[Rule]] = {}
    for rule in rules:
        groups.setdefault(id(rule.fixtures), []).append(rule)
    for group in groups.values():
        for rule in group:
            yield from _try(settings, policy, rule)


def _try(settings: Settings, policy: Policy, rule: Rule) -> Iterator[Trial]:
    linter = alone(settings, policy, rule)
    for example in rule.good:
        found = _findings(linter, rule, example.record)
        why = "; ".join(f"found “{one.excerpt}”: {one.message}" for one in found)
        yield Trial(rule, example, Kind.GOOD, not found, why)
    for example in rule.bad:
        found = _findings(linter, rule, example.record)
        wrong = _wrong(example, found) or ("" if found else linter.explain(_document([example.record]), rule))
        yield Trial(rule, example, Kind.BAD, not wrong, wrong)
        if wrong:
            continue
        for name, disguise in DISGUISES.items():
            seen = bool(_findings(linter, rule, _disguised(example.record, disguise)))
            yield Trial(rule, example, Kind.DISGUISED, seen, "" if seen else f"not found {name}")


def _wrong(example: Example, found: Sequence[Finding]) -> str:
    if found and example.severity is not None and all(one.severity is not example.severity for one in found):
        return f"found as {', '.join(str(one.severity) for one in found)}, not as {example.severity}"
    return ""


def alone(settings: Settings, policy: Policy, rule: Rule) -> Linter:
    """A linter for a rule by itself, with its own fixtures as registers, speaking to those it is for."""
    rules = (rule, *_waived(policy, rule))
    registers = Registers(MappingProxyType({name: tuple(rows) for name, rows in rule.fixtures.items()}))
    settings = replace(
        settings,
        organisation=Organisation(kind=_kind(rule), facts=rule.applies.facts),
        audience=_suiting(rule.applies.audience, AUDIENCES, "public"),
        channel="",
        markets=tuple(dict.fromkeys(one.jurisdiction for one in rules)),
        trust_metadata=None,
        overrides=(),
        show_phi=True,
    )
    return Linter(settings, ruleset(policy, [Standing(one, True, "") for one in rules], registers))


def _waived(policy: Policy, rule: Rule) -> Sequence[Rule]:
    """The other rules that waivers in the examples of a rule are for."""
    notes = [str(one.record[KEY]) for one in (*rule.bad, *rule.good) if KEY in one.record]
    return [one for one in policy.rules if one is not rule and any(one.id in note.split() for note in notes)]


def _kind(rule: Rule) -> str:
    wanted = rule.applies.organisation
    if wanted is None or any((kind in wanted.values) is not wanted.negate for kind in SELLERS):
        return ""
    return _suiting(wanted, KINDS, "")


def _suiting(condition: Condition | None, values: Sequence[str], usual: str) -> str:
    if condition is None or (usual in condition.values) is not condition.negate:
        return usual
    return next((one for one in values if (one in condition.values) is not condition.negate), usual)


def staged(linter: Linter, rule: Rule, record: Mapping[str, object]) -> tuple[Linter, Document]:
    """The document that an example of a rule is, with all that the rule asks of a post, and the linter for it."""
    organisation = record.get("organisation")
    if isinstance(organisation, str):
        linter = _speaking_as(linter, organisation)
    posts = record.get("posts")
    suited = {"post_type": _suiting(rule.applies.post_type, POST_TYPES, "organic")} | dict(record)
    spoken = rule.applies.language
    # Of a rule that speaks several languages each example shows its own.
    if spoken is not None and not spoken.negate and len(spoken.values) == 1:
        suited.setdefault("language", next(iter(spoken.values)))
    if rule.applies.channel is not None and not rule.applies.channel.negate:
        suited.setdefault("channel", sorted(rule.applies.channel.values)[0])
    if rule.applies.market is not None and not rule.applies.market.negate:
        suited.setdefault("market", sorted(rule.applies.market.values)[0])
    return linter, _document(posts if isinstance(posts, list) else [suited])


def _findings(linter: Linter, rule: Rule, record: Mapping[str, object]) -> Sequence[Finding]:
    linter, document = staged(linter, rule, record)
    outcome = linter.check(document)
    told = settled(
        linter.settings, lambda: linter, outcome.findings, outcome.waivers, read={document.source.name}
    )
    return [one for one in told.standing if one.rule == rule.id]


def _speaking_as(linter: Linter, kind: str) -> Linter:
    organisation = replace(linter.settings.organisation, kind=kind)
    settings = replace(linter.settings, organisation=organisation)
    return Linter(settings, linter.ruleset)


def _document(records: Sequence[object]) -> Document:
    data = json.dumps(records, ensure_ascii=False, default=str).encode()
    return read(Source("example.json", data))


def _disguised(record: Mapping[str, object], disguise: Callable[[str], str]) -> Mapping[str, object]:
    text = str(record.get("text", ""))
    pieces = _EXACT.split(text)
    return {
        **record,
        "text": "".join(piece if at % 2 else disguise(piece) for at, piece in enumerate(pieces)),
    }
