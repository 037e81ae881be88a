"""Leaves: what is looked for in a text, from YAML to the types of the model."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any as AnyValue

from socialint.entities.recognisers import SCHEMES
from socialint.model.language import (
    Adjacent,
    Any,
    Expression,
    FactTest,
    Find,
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
from socialint.policy.drafts import Carried, Listing, Reference
from socialint.policy.expressions.carried import (
    LANGUAGE,
    NEAREST,
    OVER,
    TERM,
    UNDER,
    WHERE,
    Head,
    apart,
    words_of,
)
from socialint.policy.patterns import pattern_problem
from socialint.policy.templates import Named, Reading, TemplateError, readings
from socialint.schema import (
    Node,
    Shape,
    Wrong,
    boolean,
    by_form,
    enum,
    mapping_of,
    named,
    names_of,
    number,
    one_or_many,
    optional,
    required,
    text,
    transformed,
)


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
    apart(over, under)
    return Find(leaf=Number(number, is_, over, under), **carried)


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


_CAPITALS = optional(
    "case",
    enum({"upper": True}, "a case", elsewhere={"lower": "small letters are the default: leave it out"}),
    "`upper`: only where the text is in capitals",
    argument="upper",
)
ENTITIES = ("PERSON", "PLACE", "DATE")
"""The kinds of entities that the entity model finds; all others are identifiers."""
_KIND_OF_ENTITY = enum(names_of((*ENTITIES, *SCHEMES)), "a kind of entity")

LEAVES: Mapping[str, Head] = {
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
            required("number", words_of(Quantity, "a kind of number"), "what the number is of"),
            optional("is", number(), "exactly this", argument="is_"),
            OVER,
            UNDER,
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
            WHERE,
            NEAREST,
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
            WHERE,
        ),
        build=_entity,
        about="a person, a place or a date; or an identifier of a person, as GB_NHS or EMAIL",
    ),
    "register": Head(
        keys=(
            required("register", enum(names_of(REGISTERS), "a register"), "which register"),
            optional("by", text("a column"), "the column that names a row; all that do when left out"),
            WHERE,
            NEAREST,
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
}
"""Whatever is looked for in a text, or named by a register."""
