"""Expressions: what a rule looks for, from YAML to the types of the model.

`HEADS` is the list of leaves and operators: the key that names each, the keys that only it has,
and what it becomes. Names of concepts, statements and word files stay names here.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from typing import Any as AnyValue
from typing import TypedDict

from socialint.entities.recognisers import SCHEMES
from socialint.model.channels import LIMITED
from socialint.model.language import (
    Adjacent,
    All,
    Any,
    Count,
    Distance,
    Excess,
    Expression,
    Fact,
    FactTest,
    Fault,
    FaultyWaiver,
    Find,
    Gauge,
    Guard,
    Limited,
    Measure,
    Media,
    Metadata,
    Missing,
    Not,
    Record,
    RecordKind,
    Region,
    Score,
    Signal,
    Term,
    Test,
)
from socialint.model.leaves import (
    Emoji,
    Entity,
    Gap,
    Hashtags,
    Identifier,
    Item,
    Leaf,
    Links,
    Mentions,
    Number,
    Pattern,
    Phrase,
    Phrases,
    Quantity,
    Registered,
    Terms,
    Words,
)
from socialint.model.marks import Mark
from socialint.model.records import REGISTERS
from socialint.policy.drafts import Carried, Excuses, Listing, Reference, Wanted
from socialint.policy.facts import FACTS
from socialint.policy.patterns import pattern_problem
from socialint.policy.places import DISTANCE, REGIONS
from socialint.policy.templates import Named, Reading, TemplateError, readings
from socialint.schema import (
    Key,
    Node,
    Scalar,
    Sequence,
    Shape,
    Wrong,
    boolean,
    by_form,
    by_key,
    checked,
    enum,
    integer,
    many,
    mapping_of,
    named,
    names_of,
    number,
    one_or_many,
    optional,
    record,
    required,
    text,
    transformed,
)
from socialint.schema import Mapping as MappingNode
from socialint.schema import Record as RecordShape
from socialint.schema.shape import Definitions, Refused
from socialint.schema.shape import Reading as Progress
from socialint.schema.yaml import as_number

NAME = text("a name in small letters, digits and hyphens", pattern=r"^[a-z0-9][a-z0-9_-]*$")
"""Names of concepts, statements, rules and packs."""
LANGUAGE = text("a language as in en", pattern="^[a-z]{2,3}(-[A-Za-z]{2,4})?$")


# --- Shapes that hold expressions ---------------------------------------------------------------

EXPRESSION: Shape[Expression] = named("expression", lambda: _EXPRESSION)
"""Anything that a rule can look for."""


def _excuses(written: tuple[Guard | Expression, ...], node: Node) -> Excuses:
    return Excuses(
        frozenset(part for part in written if isinstance(part, Guard)),
        tuple(part for part in written if isinstance(part, Expression)),
    )


_GUARD: Shape[Guard | Expression] = enum(
    {str(guard): guard for guard in Guard},
    "a guard",
    otherwise=f"guards: {', '.join(sorted(Guard))}; a concept that excuses is written {{use: NAME}}",
)
UNLESS: Shape[Excuses] = named(
    "unless", lambda: transformed(one_or_many(by_form(scalar=_GUARD, mapping=EXPRESSION)), _excuses)
)
"""Guards and expressions that excuse."""


def _term(value: str) -> None:
    if any(mark in value for mark in "()[]{}|\\^") or ".*" in value or ".+" in value:
        raise Wrong(f"“{value}” is a pattern, not words", hint="write `pattern:` or `phrases:`")
    if any("*" in word.removeprefix("*").removesuffix("*") or word == "*" for word in value.split()):
        raise Wrong(
            f"“*” in “{value}” is inside a word",
            hint="`*` ends a stem, as in visit*, or opens a compound, as in *salbe",
        )


TERM = transformed(checked(text("words"), _term), lambda value, node: " ".join(value.split()))


def _gathered(written: tuple[str | Expression, ...], node: Node) -> tuple[Expression, ...]:
    """Plain words become one leaf."""
    words = tuple(part for part in written if isinstance(part, str))
    rest = tuple(part for part in written if isinstance(part, Expression))
    return (Find(leaf=Words((Terms("", words),)), mark=node.mark), *rest) if words else rest


_EXCEPTION: Shape[str | Expression] = by_form(scalar=TERM, mapping=EXPRESSION)
EXCEPT: Shape[tuple[Expression, ...]] = named(
    "except", lambda: transformed(one_or_many(_EXCEPTION), _gathered)
)
"""Longer phrases, and expressions, that cancel what they overlap."""

_MODIFIERS: tuple[Key[AnyValue], ...] = (
    optional("within", DISTANCE, "how near the parts stand; `sentence` when left out"),
    optional("in", REGIONS, "where to look; all own fields of the post when left out", argument="regions"),
    optional("unless", UNLESS, "guards and expressions that excuse"),
    optional(
        "as", text("a name", pattern=r"^[^{}.]+$"), "binds what was found under this name", argument="name"
    ),
    optional("except", EXCEPT, "longer phrases that cancel the words inside them", argument="exceptions"),
    optional(
        "phi",
        text("a kind in capitals, as in SSN", pattern="^[A-Z][A-Z0-9_]*$"),
        "what is found identifies a person: it is never shown",
        argument="identifies",
    ),
)
_NO_EXCUSE = Excuses()
_CONFUSED = {
    "near": "how near is said with `within`",
    "where": "only registers, lists, entities and records have rows to ask",
    "case": "only words and patterns look at capitals",
}


class Head(TypedDict):
    """A leaf or an operator: its own keys and what it becomes."""

    keys: tuple[Key[AnyValue], ...]
    build: Callable[..., Expression]
    about: str


def _assembled(build: Callable[..., Expression]) -> Callable[..., Expression]:
    """`build`, given what the expression carries as its first argument."""

    def assemble(
        *,
        mark: Mark,
        within: Distance | None = None,
        regions: tuple[Region, ...] = (),
        unless: Excuses = _NO_EXCUSE,
        name: str = "",
        exceptions: tuple[Expression, ...] = (),
        identifies: str = "",
        **own: AnyValue,
    ) -> Expression:
        carried = Carried(
            mark=mark,
            within=within,
            regions=regions,
            guards=unless.guards,
            excuses=unless.expressions,
            exceptions=exceptions,
            identifies=identifies,
            name=name,
        )
        return build(carried, **own)

    return assemble


# --- Leaves --------------------------------------------------------------------------------------


def _by_language(one: Shape[str]) -> Shape[dict[str, tuple[str, ...]]]:
    """A text, a list of texts, or such lists by language; no language is ""."""
    listed = one_or_many(one, least=1)
    any_language = transformed(listed, lambda texts, node: {"": texts})
    return by_form(
        scalar=any_language,
        sequence=any_language,
        mapping=mapping_of(listed, key=LANGUAGE, what="words by language, as in {en: […]}", least=1),
    )


_WORDS_BY_LANGUAGE = _by_language(TERM)
WORDS_BY_LANGUAGE = named("words", lambda: _WORDS_BY_LANGUAGE)
"""Words, or words by language."""


def terms_of(texts: Mapping[str, tuple[str, ...]]) -> tuple[Terms, ...]:
    """Words by language as the leaf has them."""
    return tuple(Terms(language, listed) for language, listed in texts.items())


def _words(
    carried: Carried, words: dict[str, tuple[str, ...]], inflected: bool = False, upper: bool = False
) -> Expression:
    return Find(leaf=Words(terms_of(words), inflected, upper), **carried)


def _template(value: str, node: Node) -> tuple[tuple[Reading, ...], Mark]:
    try:
        return readings(value), node.mark
    except TemplateError as bad:
        shown = f" at “{value[bad.at : bad.at + 12]}”" if bad.at else ""
        raise Wrong(f"{bad.what}{shown}", hint=bad.hint, at=bad.at) from None


TEMPLATES = one_or_many(transformed(text("a phrase"), _template), least=1)
Templates = tuple[tuple[tuple[Reading, ...], Mark], ...]


def _any_language(templates: Templates, node: Node) -> dict[str, Templates]:
    return {"": templates}


_PHRASES_BY_LANGUAGE: Shape[dict[str, Templates]] = by_form(
    scalar=transformed(TEMPLATES, _any_language),
    sequence=transformed(TEMPLATES, _any_language),
    mapping=mapping_of(TEMPLATES, key=LANGUAGE, what="phrases by language, as in {en: […]}", least=1),
)
PHRASES_BY_LANGUAGE = named("phrases", lambda: _PHRASES_BY_LANGUAGE)
"""Phrases, or phrases by language."""


def _phrases(carried: Carried, phrases: dict[str, Templates]) -> Expression:
    """One leaf for all phrases without concepts; parts that follow one another for the others."""
    simple: list[Phrase] = []
    adjacent: list[Expression] = []
    for language, templates in phrases.items():
        for found, mark in templates:
            for reading in found:
                items = tuple(part for part in reading if not isinstance(part, Named))
                if len(items) == len(reading):
                    simple.append(Phrase(language, items))
                else:
                    adjacent.append(_following(language, reading, mark))
    leaf = Phrases(tuple(simple))
    if not adjacent:
        return Find(leaf=leaf, **carried)
    # A phrase never runs over a sentence end, so each kind may keep the default distance.
    parts = ([Find(leaf=leaf, mark=carried["mark"])] if simple else []) + adjacent
    if len(parts) == 1:
        return dataclasses.replace(parts[0], **carried)
    return Any(parts=tuple(parts), **carried)


def _following(language: str, reading: Reading, mark: Mark) -> Expression:
    parts: list[Expression] = []
    gaps: list[int] = []
    run: list[Item] = []
    gap = 0

    def close() -> None:
        nonlocal gap
        while run and isinstance(run[0], Gap):
            gap += run.pop(0).words  # type: ignore[union-attr]  # it is a gap
        after = 0
        while run and isinstance(run[-1], Gap):
            after += run.pop().words  # type: ignore[union-attr]  # it is a gap
        if run:
            _append(Find(leaf=Phrases((Phrase(language, tuple(run)),)), mark=mark))
            run.clear()
        gap += after

    def _append(part: Expression) -> None:
        nonlocal gap
        if parts:
            gaps.append(gap)
        parts.append(part)
        gap = 0

    for part in reading:
        if isinstance(part, Named):
            close()
            _append(Reference(concept=part.concept, mark=mark))
        else:
            run.append(part)
    close()
    if len(parts) == 1:
        return parts[0]
    return Adjacent(parts=tuple(parts), gaps=tuple(gaps), mark=mark)


def _number(
    carried: Carried,
    number: Quantity,
    is_: float | None = None,
    over: float | None = None,
    under: float | None = None,
) -> Expression:
    if is_ is not None and (over is not None or under is not None):
        raise Wrong("“is” stands alone, without “over” and “under”", key="is")
    _apart(over, under)
    return Find(leaf=Number(number, is_, over, under), **carried)


def _apart(over: float | None, under: float | None) -> None:
    if over is not None and under is not None and over >= under:
        raise Wrong(f"nothing is over {over:g} and under {under:g}", key="over")


def _regular(value: str, node: Node) -> str:
    problem = None if node.source.proven else pattern_problem(value)
    if problem:
        raise Wrong(problem.what, hint=problem.hint, at=problem.at)
    return value


def _pattern(carried: Carried, pattern: str, upper: bool = False, original: bool = False) -> Expression:
    return Find(leaf=Pattern(pattern, upper, original), **carried)


def _bare(mark: str) -> Callable[[str, Node], str]:
    return lambda value, node: value.strip().removeprefix(mark).casefold()


def _leaf(make: Callable[[AnyValue], Leaf], key: str) -> Callable[..., Expression]:
    return lambda carried, **own: Find(leaf=make(own[key]), **carried)


def _emoji(found: tuple[str, ...]) -> Leaf:
    return Emoji(() if found == ("*",) else found)


def _list(carried: Carried, **own: AnyValue) -> Expression:
    return Listing(file=own.pop("list"), **own, **carried)


def _register(
    carried: Carried,
    register: str,
    by: str = "",
    where: tuple[FactTest, ...] = (),
    nearest: bool = False,
) -> Expression:
    return Find(leaf=Registered(register, by), where=where, nearest=nearest, **carried)


def _entity(carried: Carried, entity: tuple[str, ...], where: tuple[FactTest, ...] = ()) -> Expression:
    by_model = [kind for kind in entity if kind in ENTITIES]
    if by_model and len(entity) > 1:
        raise Wrong(
            f"{by_model[0]} stands alone", key="entity", hint="write one `entity` for each, under `any`"
        )
    leaf = Entity(entity[0]) if by_model else Identifier(entity)
    return Find(leaf=leaf, where=tuple(map(_of_role, where)), **carried)


def _of_role(fact: FactTest) -> FactTest:
    """The same, but that `unknown` is a role like others: that of whom nothing tells who they are."""
    if fact.key != "role" or fact.test.state is None:
        return fact
    return FactTest(fact.key, Test(one_of=("unknown",), negate=fact.test.state))


def _cell(carried: Carried, term: str) -> Expression:
    binding, _, column = term.partition(".")
    return Term(binding=binding, column=column, **carried)


def _bound(tests: tuple[FactTest, ...]) -> None:
    for test in tests:
        binding, dot, column = test.key.partition(".")
        if not (binding and dot and column):
            raise Wrong(
                f"“{test.key}” does not say whose",
                key=test.key,
                hint="write the bound name first: `drug.status`; facts about the post stand under `metadata`",
            )


# --- Operators -----------------------------------------------------------------------------------


def _several(key: str) -> Callable[..., Expression]:
    def build(carried: Carried, **own: AnyValue) -> Expression:
        parts = own[key]
        if key == "any":
            return Any(parts=parts, **carried)
        return All(parts=parts, ordered=key == "then", **carried)

    return build


def _missing(carried: Carried, missing: Expression) -> Expression:
    if isinstance(missing, Wanted):
        return dataclasses.replace(missing, **carried)
    return Missing(part=missing, **carried)


def _count(
    carried: Carried,
    count: Expression,
    at_least: int | None = None,
    at_most: int | None = None,
    distinct: bool = False,
) -> Expression:
    if at_least is None and at_most is None:
        raise Wrong("how often?", key="count", hint="add `at-least` or `at-most`")
    if at_least is not None and at_most is not None and at_least > at_most:
        raise Wrong(f"nothing is found at least {at_least} and at most {at_most} times", key="at-least")
    return Count(part=count, at_least=at_least, at_most=at_most, distinct=distinct, **carried)


def _record(
    carried: Carried, record: RecordKind, person: str = "", where: tuple[FactTest, ...] = ()
) -> Expression:
    return Record(record=record, person=person, where=where, **carried)


_LIMIT = "limit"
_QUANTITIES: Mapping[str, Gauge | Limited] = {str(one): one for one in (*Limited, *Gauge)}


def _measure(
    carried: Carried, measure: Gauge | Limited, over: float | str | None = None, under: float | None = None
) -> Expression:
    if over is None and under is None:
        raise Wrong("how much?", key="measure", hint="add `over` or `under`")
    if isinstance(over, str):
        return _excess(carried, measure, under)
    if isinstance(measure, Limited):
        hint = "write `over: limit`, or measure `characters`"
        raise Wrong("each channel counts a length in its own way", key="measure", hint=hint)
    _apart(over, under)
    return Measure(gauge=measure, over=over, under=under, **carried)


def _excess(carried: Carried, measure: Gauge | Limited, under: float | None) -> Expression:
    if str(measure) not in set(Limited):
        known = ", ".join(sorted(Limited))
        raise Wrong(
            f"no channel limits “{measure}”", key="over", hint=f"limits are of {known}; write a number"
        )
    if under is not None:
        raise Wrong("what is over a limit has no upper end", key="under", hint="leave `under` out")
    limited = Limited(str(measure))
    for region in carried.get("regions", ()):
        if limited is not Limited.LENGTH or region.place not in LIMITED:
            hint = f"a length is limited in {', '.join(LIMITED)}; all else in the whole post"
            raise Wrong(f"no channel limits “{measure}” in “{region.place}”", key="in", hint=hint)
    return Excess(limited=limited, **carried)


class _Bound(Shape[float | str]):
    @property
    def expected(self) -> str:
        return "a number, or `limit` for that of the channel"

    def read(self, node: Node, reading: Progress) -> float | str:
        if isinstance(node, Scalar) and node.text == _LIMIT:
            return _LIMIT
        return number().read(node, reading)

    def schema(self, definitions: Definitions) -> dict[str, AnyValue]:
        return {"anyOf": [number().schema(definitions), {"const": _LIMIT}]}


def _wanted(value: str, node: Node) -> Expression:
    return Wanted(wanted=value, mark=node.mark)


def _words_of(enumeration: Iterable[AnyValue], what: str) -> Shape[AnyValue]:
    return enum({str(value): value for value in enumeration}, what)


_PARTS = many(EXPRESSION, least=1)
_CAPITALS = optional(
    "case",
    enum({"upper": True}, "a case", elsewhere={"lower": "small letters are the default: leave it out"}),
    "`upper`: only where the text is in capitals",
    argument="upper",
)
ENTITIES = ("PERSON", "PLACE", "DATE")
"""The kinds of entities that the entity model finds; all others are identifiers."""
_WHERE = optional("where", FACTS, "facts that the row must have")
_NEAREST = optional("nearest", boolean(), "only the row closest to the anchor is bound")
_OVER = optional("over", number(), "more than this")
_UNDER = optional("under", number(), "less than this")
_KIND_OF_ENTITY = enum(names_of((*ENTITIES, *SCHEMES)), "a kind of entity")

HEADS: Mapping[str, Head] = {
    "words": Head(
        keys=(
            required(
                "words", WORDS_BY_LANGUAGE, "whole words and terms; `*` ends a stem, or opens a compound"
            ),
            optional("inflected", boolean(), "all forms of each word"),
            _CAPITALS,
        ),
        build=_words,
        about="whole words, in any case, spacing and hyphen",
    ),
    "phrases": Head(
        keys=(required("phrases", PHRASES_BY_LANGUAGE, "templates: (a|b c), [a], {concept}, #, …"),),
        build=_phrases,
        about="small templates",
    ),
    "number": Head(
        keys=(
            required("number", _words_of(Quantity, "a kind of number"), "what the number is of"),
            optional("is", number(), "exactly this", argument="is_"),
            _OVER,
            _UNDER,
        ),
        build=_number,
        about="a number, in digits or spelled",
    ),
    "pattern": Head(
        keys=(
            required("pattern", transformed(text("a pattern"), _regular), "a regular expression"),
            _CAPITALS,
            optional("original", boolean(), "matched over the text as it was written, case and all"),
        ),
        build=_pattern,
        about="a regular expression",
    ),
    "list": Head(
        keys=(
            required("list", text("a file", pattern=r"\.(txt|csv)$"), "a word file, or a table (CSV)"),
            optional("columns", one_or_many(text("a column"), least=1), "the columns to search for"),
            optional("language", LANGUAGE, "the language of its words"),
            _WHERE,
            _NEAREST,
        ),
        build=_list,
        about="any term of a word file or a table",
    ),
    "hashtag": Head(
        keys=(
            required("hashtag", one_or_many(transformed(text(), _bare("#")), least=1), "hashtags, without #"),
        ),
        build=_leaf(Hashtags, "hashtag"),
        about="a hashtag; `*` ends a stem, a lone `*` is any",
    ),
    "mention": Head(
        keys=(
            required("mention", one_or_many(transformed(text(), _bare("@")), least=1), "handles, without @"),
        ),
        build=_leaf(Mentions, "mention"),
        about="a mention; a lone `*` is any",
    ),
    "link": Head(
        keys=(required("link", one_or_many(transformed(text(), _bare("")), least=1), "hosts"),),
        build=_leaf(Links, "link"),
        about="a link; a lone `*` is any",
    ),
    "emoji": Head(
        keys=(required("emoji", one_or_many(text("an emoji"), least=1), "emoji"),),
        build=_leaf(_emoji, "emoji"),
        about="an emoji; a lone `*` is any",
    ),
    "entity": Head(
        keys=(
            required(
                "entity",
                one_or_many(_KIND_OF_ENTITY, least=1),
                "PERSON, PLACE or DATE; or identifiers, as in [GB_NHS, NL_BSN]",
            ),
            _WHERE,
        ),
        build=_entity,
        about="a person, a place or a date; or an identifier of a person, as GB_NHS or EMAIL",
    ),
    "register": Head(
        keys=(
            required("register", enum(names_of(REGISTERS), "a register"), "which register"),
            optional("by", text("a column"), "the column that names a row; all that do when left out"),
            _WHERE,
            _NEAREST,
        ),
        build=_register,
        about="any name of a row of a register, or the row that the post's metadata names",
    ),
    "term": Head(
        keys=(
            required(
                "term",
                text("a bound name and a column, as in drug.risks", pattern=r"^[^.]+\.[^.]+$"),
                "the words in that cell of the row",
            ),
        ),
        build=_cell,
        about="the words in a cell of a bound row",
    ),
    "media": Head(
        keys=(required("media", FACTS, "facts about the medium", argument="tests"),),
        build=lambda carried, tests: Media(tests=tests, **carried),
        about="a picture, film or sound of the post that is so",
    ),
    "metadata": Head(
        keys=(required("metadata", FACTS, "facts about the post or the organisation", argument="tests"),),
        build=lambda carried, tests: Metadata(tests=tests, **carried),
        about="facts about the post, the organisation or its profile",
    ),
    "fact": Head(
        keys=(required("fact", checked(FACTS, _bound), "facts as in {drug.status: EUA}", argument="tests"),),
        build=lambda carried, tests: Fact(tests=tests, **carried),
        about="facts about something bound",
    ),
    "record": Head(
        keys=(
            required("record", _words_of(RecordKind, "a kind of record"), "what is on record"),
            optional("for", text("a bound name"), "the person it must name", argument="person"),
            _WHERE,
        ),
        build=_record,
        about="a record in force for this post",
    ),
    "measure": Head(
        keys=(
            required("measure", enum(_QUANTITIES, "a quantity"), "what is measured"),
            optional("over", _Bound(), "more than this; `limit`: more than a channel of the post takes"),
            _UNDER,
        ),
        build=_measure,
        about="a quantity of the post's text",
    ),
    "waiver": Head(
        keys=(required("waiver", _words_of(Fault, "a fault"), "what is wrong with it"),),
        build=lambda carried, waiver: FaultyWaiver(fault=waiver, **carried),
        about="a waiver with a fault: known when every rule has spoken",
    ),
    "use": Head(
        keys=(
            required("use", NAME, "the name of a concept"),
            optional("at-least", number(), "for a concept that is a score: so many points, not its own"),
        ),
        build=lambda carried, use, at_least=None: Reference(concept=use, at_least=at_least, **carried),
        about="a concept",
    ),
    "all": Head(
        keys=(required("all", _PARTS, "parts; the first is the anchor"),),
        build=_several("all"),
        about="every part holds, near enough to the first",
    ),
    "any": Head(
        keys=(required("any", _PARTS, "parts"),),
        build=_several("any"),
        about="one part holds",
    ),
    "then": Head(
        keys=(required("then", _PARTS, "parts, in order"),),
        build=_several("then"),
        about="every part holds, in this order",
    ),
    "not": Head(
        keys=(required("not", EXPRESSION, "what must not hold", argument="part"),),
        build=lambda carried, part: Not(part=part, **carried),
        about="the part does not hold",
    ),
    "missing": Head(
        keys=(
            required(
                "missing",
                by_form(scalar=transformed(NAME, _wanted), mapping=EXPRESSION),
                "what ought to be there: a statement, a concept, an expression",
            ),
        ),
        build=_missing,
        about="something ought to be there and is not",
    ),
    "count": Head(
        keys=(
            required("count", EXPRESSION, "what is counted"),
            optional("at-least", integer(least=0), "so often or more"),
            optional("at-most", integer(least=0), "so often or less"),
            optional("distinct", boolean(), "the same words count once"),
        ),
        build=_count,
        about="something is found so often",
    ),
    "score": Head(
        keys=(
            required(
                "score",
                named(
                    "score",
                    lambda: record(
                        lambda at_least, signals: (at_least, signals),
                        required("at-least", number(), "the threshold"),
                        required("signals", many(SIGNAL, least=1), "what adds points, or takes them"),
                        about="a score: `at-least` and `signals`",
                    ),
                ),
            ),
        ),
        build=lambda carried, score: Score(at_least=score[0], signals=score[1], **carried),
        about="the points of the signals found reach the threshold",
    ),
}


def _record_shape(head: Head, *more: Key[AnyValue]) -> RecordShape[Expression]:
    return record(
        _assembled(head["build"]),
        *head["keys"],
        *_MODIFIERS,
        *more,
        about=head["about"],
        mark=True,
        elsewhere=_CONFUSED,
    )


_BY_HEAD: Shape[Expression] = by_key(
    {key: _record_shape(head) for key, head in HEADS.items()}, "something to look for"
)


class _Expression(Shape[Expression]):
    @property
    def expected(self) -> str:
        return "something to look for, as in {words: […]} or {use: NAME}"

    def read(self, node: Node, reading: Progress) -> Expression:
        if isinstance(node, MappingNode):
            return _BY_HEAD.read(node, reading)
        hint = ""
        if isinstance(node, Scalar) and not node.empty:
            hint = f"a concept is written {{use: {node.text}}}, words {{words: [{node.text}]}}"
        elif isinstance(node, Sequence):
            hint = "say how they combine: {all: […]} or {any: […]}"
        raise self.mismatch(node, reading, hint)

    def schema(self, definitions: Definitions) -> dict[str, AnyValue]:
        return _BY_HEAD.schema(definitions)


_EXPRESSION: Shape[Expression] = _Expression()

# --- Signals of a score ----------------------------------------------------------------------------


class _Points(Shape[float | str]):
    @property
    def expected(self) -> str:
        return "points, or a column of the table"

    def read(self, node: Node, reading: Progress) -> float | str:
        value = as_number(node) if isinstance(node, Scalar) else None
        return text(self.expected).read(node, reading) if value is None else value

    def schema(self, definitions: Definitions) -> dict[str, AnyValue]:
        return {"type": ["number", "string"]}


class _Signal(Shape[Signal]):
    """An expression with `points`; `at-most` belongs to a count where there is one."""

    _own: tuple[Key[AnyValue], ...] = (
        optional("points", _Points(), "what it adds, or takes; 1 when left out; or a column of the table"),
        optional("at-most", number(), "the most that the entries of a table add together"),
    )

    @property
    def expected(self) -> str:
        return "a signal, as in {words: […], points: 2}"

    def read(self, node: Node, reading: Progress) -> Signal:
        if not isinstance(node, MappingNode):
            raise self.mismatch(node, reading)
        names = {key.name for key in self._keys(node.get("count") is not None)}
        own = tuple(entry for entry in node.entries if entry.key.text in names)
        rest = tuple(entry for entry in node.entries if entry.key.text not in names)
        values: dict[str, float | str] = {}
        good = True
        for entry in own:
            shape = next(key.shape for key in self._own if key.name == entry.key.text)
            try:
                values[entry.key.text] = shape.read(entry.value, reading)
            except Refused:
                good = False
        part = EXPRESSION.read(node._replace(entries=rest), reading)
        if not good:
            raise Refused("a signal")
        points, most = values.get("points", 1.0), values.get("at-most")
        return Signal(
            part,
            points=points if isinstance(points, float) else 0,
            column=points if isinstance(points, str) else "",
            at_most=most if isinstance(most, float) else None,
        )

    def schema(self, definitions: Definitions) -> dict[str, AnyValue]:
        shapes = (_record_shape(head, *self._keys(key == "count")) for key, head in HEADS.items())
        return {"anyOf": [shape.schema(definitions) for shape in shapes]}

    def _keys(self, counts: bool) -> tuple[Key[AnyValue], ...]:
        return self._own[:1] if counts else self._own


SIGNAL: Shape[Signal] = named("signal", _Signal)
"""A part of a score."""
