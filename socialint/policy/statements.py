"""Statements: wording that law prescribes, by language and by time."""

from __future__ import annotations

from datetime import date
from typing import Any

from socialint.model.policy import Statement, StatementText
from socialint.policy.expressions import LANGUAGE
from socialint.schema import (
    Node,
    Shape,
    Wrong,
    boolean,
    by_form,
    mapping_of,
    nullable,
    number,
    one_or_many,
    optional,
    record,
    required,
    text,
    transformed,
)
from socialint.schema import date as day


def _text(*, text: str, since: date | None = None, until: date | None = None) -> tuple[Any, ...]:
    if since and until and since > until:
        raise Wrong("it ends before it begins", key="until")
    return " ".join(text.split()), since, until


def _by_language(texts: dict[str, tuple[tuple[Any, ...], ...]], node: Node) -> tuple[StatementText, ...]:
    return tuple(StatementText(language, *held) for language, listed in texts.items() for held in listed)


_TEXTS: Shape[tuple[StatementText, ...]] = transformed(
    mapping_of(
        one_or_many(
            by_form(
                scalar=transformed(text(), lambda value, node: (" ".join(value.split()), None, None)),
                mapping=record(
                    _text,
                    required("text", text(), "the wording"),
                    optional("from", nullable(day()), "the first day it was right", argument="since"),
                    optional("until", nullable(day()), "the last day it was right"),
                    about="a text, with `from` and `until` where the law changed it",
                ),
            ),
            least=1,
        ),
        key=LANGUAGE,
        what="texts by language, as in {en: […]}",
        least=1,
    ),
    _by_language,
)


def _statement(
    *,
    texts: tuple[StatementText, ...] = (),
    parts: tuple[StatementText, ...] = (),
    near: float | None = None,
    any_language: bool = False,
) -> Statement:
    if not texts and not parts:
        raise Wrong("a statement without wording", hint="add `texts`, or `parts` that must all be there")
    return Statement("", texts, parts, near, any_language)


STATEMENT: Shape[Statement] = record(
    _statement,
    optional("texts", _TEXTS, "the wording by language; any of several will do"),
    optional("parts", _TEXTS, "by language, what must all be there"),
    optional("near", number(least=0, most=1), "how much alike will do, where exact words are not asked"),
    optional("any-language", boolean(), "true: it may be in another language than the post"),
    about="a statement",
)
"""One statement; its name is the key it stands under."""
