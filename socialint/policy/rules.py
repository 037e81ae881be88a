"""The frame of a rule: who it is for, what it says, and the examples that prove it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from socialint.model.context import AUDIENCES, KINDS, POST_TYPES
from socialint.model.language import Expression, Reason
from socialint.model.leaves import Scalar
from socialint.model.policy import (
    Applies,
    Category,
    Citation,
    Condition,
    Confidence,
    Example,
    FixKind,
    FixRecipe,
    Severity,
)
from socialint.policy.drafts import CaseDraft, Defaults, Effective, Examples, RuleDraft
from socialint.policy.expressions import EXPRESSION, LANGUAGE, NAME, UNLESS
from socialint.policy.facts import VALUE
from socialint.policy.wording import PROSE, SAID
from socialint.schema import (
    Key,
    Node,
    Shape,
    Wrong,
    boolean,
    by_form,
    by_key,
    checked,
    enum,
    many,
    mapping_of,
    named,
    names_of,
    nullable,
    number,
    one_or_many,
    optional,
    plain_value,
    record,
    required,
    text,
    transformed,
)
from socialint.schema import Mapping as MappingNode
from socialint.schema import Record as RecordShape
from socialint.schema import date as day
from socialint.schema.shape import Definitions, Reading

SEVERITY: Shape[Severity] = enum({str(level): level for level in reversed(Severity)}, "a severity")
CONFIDENCE: Shape[Confidence] = enum({str(level): level for level in reversed(Confidence)}, "a confidence")
CATEGORY: Shape[Category] = enum({str(category): category for category in Category}, "a category")

CITATIONS: Shape[tuple[Citation, ...]] = many(
    record(
        Citation,
        required("law", PROSE, "the law, code or policy"),
        required("checked", nullable(day()), "the day somebody confirmed it; null: nobody has yet"),
        about="a citation",
    ),
    least=1,
)

# --- For whom --------------------------------------------------------------------------------------


def _condition(value: Shape[str]) -> Shape[Condition]:
    values = one_or_many(value, least=1)
    plain = transformed(values, lambda found, node: Condition(frozenset(found)))
    return by_form(
        scalar=plain,
        sequence=plain,
        mapping=record(
            lambda negated: Condition(frozenset(negated), negate=True),
            required("not", values, "all but these", argument="negated"),
            about="a value, a list, or {not: …}",
        ),
    )


MARKET = text("a market as in US or US-TX", pattern="^[A-Z]{2,3}(-[A-Z0-9]{1,4})?$")


def _closed(names: Iterable[str], what: str) -> Shape[Condition]:
    return _condition(enum(names_of(names), what))


def _applies(*, facts: Mapping[str, Scalar] | None = None, **conditions: Condition) -> Applies:
    return Applies(**conditions, facts=MappingProxyType(dict(facts or {})))


APPLIES: Shape[Applies] = named(
    "applies",
    lambda: record(
        _applies,
        optional("organisation", _closed(KINDS, "a kind of organisation"), "who publishes"),
        optional("market", _condition(MARKET), "some markets of the jurisdiction, or all but some"),
        optional("audience", _closed(AUDIENCES, "an audience"), "who reads"),
        optional("channel", _condition(text("a channel")), "where it is published"),
        optional("post_type", _closed(POST_TYPES, "a type of post"), "what kind of post it is"),
        optional("language", _condition(LANGUAGE), "the language of the post"),
        optional("facts", mapping_of(VALUE, what="facts of the organisation"), "its profile says so"),
        about="for whom and where the rule holds",
    ),
)

# --- What to do about it ---------------------------------------------------------------------------


def _fix(kind: FixKind) -> RecordShape[FixRecipe]:
    safe = optional("safe", boolean(), "true: may be applied unattended")
    if kind in (FixKind.DELETE, FixKind.CAPITALISE):
        return record(
            lambda written, safe=False: FixRecipe(kind, "", safe),
            required(str(kind), checked(boolean(), _only_true), _FIXES[kind], argument="written"),
            safe,
            about="a fix",
        )
    shape = NAME if "statement" in kind else text("the new words")
    return record(
        lambda written, safe=False: FixRecipe(kind, written, safe),
        required(str(kind), shape, _FIXES[kind], argument="written"),
        safe,
        about="a fix",
    )


def _only_true(value: bool) -> None:
    if not value:
        raise Wrong("`false` does nothing here", hint="leave the fix out")


_FIXES = {
    FixKind.REPLACE: "words instead of the match",
    FixKind.REPLACE_STATEMENT: "the statement's own wording instead of an altered one",
    FixKind.APPEND: "words at the end",
    FixKind.APPEND_STATEMENT: "the statement at the end",
    FixKind.INSERT: "words after the match",
    FixKind.BEGIN: "words at the beginning",
    FixKind.DELETE: "takes the match out",
    FixKind.CAPITALISE: "each word of a hashtag begins with a capital, where it is sure which words they are",
}
FIX: Shape[FixRecipe] = by_key({str(kind): _fix(kind) for kind in FixKind}, "a fix")

_REASONS: Shape[Reason] = enum({str(reason): reason for reason in Reason}, "a reason")


def _outcome(reasons: tuple[Reason, ...] = (), points: float | None = None) -> dict[str, Any]:
    if not reasons and points is None:
        raise Wrong("a case needs a condition", hint="as in {reason: late} or {points: 6}")
    return {"reasons": frozenset(reasons), "points": points}


_OUTCOME: RecordShape[dict[str, Any]] = record(
    _outcome,
    optional("reason", one_or_many(_REASONS, least=1), "how something is missing", argument="reasons"),
    optional("points", number(), "the score is at least this"),
    about="how something is missing, or how many points",
)


class _When(Shape[dict[str, Any]]):
    """An expression, or what came out: `{reason: late}`, `{points: 6}`."""

    @property
    def expected(self) -> str:
        return "something to look for, {reason: …} or {points: …}"

    def read(self, node: Node, reading: Reading) -> dict[str, Any]:
        if isinstance(node, MappingNode) and {"reason", "points"} & set(node.keys):
            return _OUTCOME.read(node, reading)
        found: Expression = EXPRESSION.read(node, reading)
        return {"when": found}

    def schema(self, definitions: Definitions) -> dict[str, Any]:
        outcome = _OUTCOME.schema(definitions) | {"minProperties": 1}
        return {"anyOf": [outcome, EXPRESSION.schema(definitions)]}


def _case(written: dict[str, Any], node: Node) -> CaseDraft:
    when = written.pop("when")
    if not written:
        raise Wrong("this case changes nothing", hint="add severity, confidence, message, advice or fix")
    nodes = {entry.key.text: entry.value for entry in node.entries} if isinstance(node, MappingNode) else {}
    return CaseDraft(mark=node.mark, nodes=nodes, **when, **written)


_CHANGES: tuple[Key[Any], ...] = (
    optional("severity", SEVERITY, "how bad it is then"),
    optional("confidence", CONFIDENCE, "how sure it is then"),
    optional("message", SAID, "what is said then"),
    optional("advice", SAID, "what to write instead, then"),
    optional("fix", FIX, "how it could be put right, then"),
)
CASES: Shape[tuple[CaseDraft, ...]] = many(
    transformed(record(dict, required("when", _When(), "when it holds"), *_CHANGES, about="a case"), _case)
)

# --- Time and examples -----------------------------------------------------------------------------


def _effective(*, since: date | None = None, until: date | None = None) -> Effective:
    if since and until and since > until:
        raise Wrong("it ends before it begins", key="until")
    return Effective(since, until)


EFFECTIVE: Shape[Effective] = record(
    _effective,
    optional("from", nullable(day()), "the first day", argument="since"),
    optional("until", nullable(day()), "the last day; null while it holds"),
    about="from when until when the rule holds",
)


def _example(
    *, text: str, because: str, mark: Any, others: dict[str, Any], severity: Severity | None = None
) -> Example:
    return Example(MappingProxyType({"text": text, **others}), because, severity, mark)


EXAMPLE: Shape[Example] = named(
    "example",
    lambda: record(
        _example,
        required("text", text("a post", blank=True), "the text of the post"),
        required("because", PROSE, "what makes it bad, or good"),
        optional("severity", SEVERITY, "the severity that must come out"),
        others=plain_value(),
        mark=True,
        about="a post; other keys are its fields and metadata",
    ),
)


def _examples(*, bad: tuple[Example, ...] = (), good: tuple[Example, ...] = ()) -> Examples:
    if not bad:
        raise Wrong("no bad example", key="bad", hint="add a post that the rule must find")
    if not good:
        raise Wrong("no good example", key="good", hint="add a post that the rule must leave alone")
    return Examples(bad, good)


EXAMPLES: Shape[Examples] = record(
    _examples,
    optional("bad", many(EXAMPLE, least=1), "posts that the rule must find"),
    optional("good", many(EXAMPLE, least=1), "posts that the rule must leave alone"),
    about="examples, bad and good",
)

# --- The rule --------------------------------------------------------------------------------------

_RULE: RecordShape[dict[str, Any]] = record(
    dict,
    required("id", NAME, "names the fault; reads well after “allow”"),
    optional("extends", NAME, "the rule that this one changes (same id) or is a sibling of (new id)"),
    optional("off", boolean(), "true: switches off the rule that is extended"),
    optional("title", SAID, "what it is about, in a few words"),
    optional("category", CATEGORY, "what it is about"),
    optional("severity", SEVERITY, "how bad a finding is"),
    optional("severity-reason", SAID, "why it is so bad"),
    optional("confidence", CONFIDENCE, "how sure a finding is; high when left out"),
    optional("citations", CITATIONS, "what a compliance officer signs by"),
    optional("applies", APPLIES, "for whom and where"),
    optional("effective", EFFECTIVE, "from when until when"),
    optional("match", EXPRESSION, "what to look for"),
    optional("unless+", UNLESS, "more guards and expressions that excuse", argument="unless_more"),
    optional("cases", CASES, "the first that holds changes what is said"),
    optional("hides", EXPRESSION, "what else identifies somebody where it holds, and is masked"),
    optional("message", SAID, "the line in the report"),
    optional("why", SAID, "for the person who wrote the post"),
    optional("advice", SAID, "what to write instead"),
    optional("fix", FIX, "how it could be put right"),
    optional("examples", EXAMPLES, "the rule's tests"),
    about="a rule",
    elsewhere={
        "unless": "it stands inside `match`; a rule that extends another writes `unless+`",
        "within": "it stands inside `match`",
        "all": "it stands under `match`",
        "any": "it stands under `match`",
        "examples": "examples are `bad` and `good`",
    },
)
REQUIRED = ("title", "category", "severity", "citations", "match", "message", "why", "advice", "examples")
"""What a rule must say that extends no other, here or among the defaults of its file."""
_DEFAULTED = ("category", "severity", "citations")


def _rule(written: dict[str, Any], node: Node) -> RuleDraft:
    nodes = {entry.key.text: entry.value for entry in node.entries} if isinstance(node, MappingNode) else {}
    if "extends" not in written:
        for key in ("off", "unless+"):
            if key in nodes:
                raise Wrong(f"“{key}” changes another rule", key=key, hint="name that rule: `extends: RULE`")
    return RuleDraft(node=node, nodes=nodes, **written)


class _Rule(Shape[RuleDraft]):
    @property
    def expected(self) -> str:
        return "a rule"

    def read(self, node: Node, reading: Reading) -> RuleDraft:
        return _READ.read(node, reading)

    def schema(self, definitions: Definitions) -> dict[str, Any]:
        body = _READ.schema(definitions)
        whole = [key for key in REQUIRED if key not in _DEFAULTED]
        changes = {"required": ["extends"]}
        alone = {"required": whole, "properties": {"off": False, "unless+": False}}
        return body | {"anyOf": [changes, alone]}


_READ: Shape[RuleDraft] = transformed(_RULE, _rule)
RULE: Shape[RuleDraft] = named("rule", _Rule)
"""One rule."""

DEFAULTS: Shape[Defaults] = record(
    Defaults,
    optional("applies", APPLIES, "for whom and where, unless a rule says otherwise"),
    optional("unless", UNLESS, "guards and expressions added to those of every rule"),
    optional("confidence", CONFIDENCE, "how sure"),
    optional("severity", SEVERITY, "how bad"),
    optional("category", CATEGORY, "what the rules are about"),
    optional("citations", CITATIONS, "the law that they all stand on"),
    optional("effective", EFFECTIVE, "from when until when"),
    optional("hides", EXPRESSION, "what else identifies somebody where they hold, and is masked"),
    about="what every rule of the file says unless it says something else",
)
