"""A rule with all that it builds on into the rule of the model."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from socialint.model.language import Expression
from socialint.model.leaves import Row
from socialint.model.policy import (
    ENGLISH,
    Applies,
    Case,
    Confidence,
    FixKind,
    FixRecipe,
    Pack,
    Rule,
)
from socialint.policy.drafts import CaseDraft, Effective, FileDraft
from socialint.policy.inheritance import Part, WholeRule
from socialint.policy.resolving import Resolver
from socialint.policy.rules import REQUIRED
from socialint.policy.scopes import Scope
from socialint.schema import Reading

_STATEMENT_FIXES = (FixKind.REPLACE_STATEMENT, FixKind.APPEND_STATEMENT)


def built(
    whole: WholeRule,
    resolver: Resolver,
    packs: Mapping[str, Pack],
    fixtures: Mapping[str, Mapping[str, Sequence[Row]]],
    reading: Reading,
    language: str,
) -> Rule | None:
    """The rule, saying what it says in the language (ISO 639-1) if it can, else in English.

    None when something that it must say is missing, which is then told.
    """
    parts = whole.parts
    missing = [key for key in REQUIRED if key not in parts]
    if missing:
        named = ", ".join(f"“{key}”" for key in missing)
        hint = "a rule that extends none says all of these" if len(missing) > 1 else ""
        if set(missing) <= {"category", "severity", "citations"}:
            hint = "say it here, or among the `defaults` of the file"
        reading.note(whole.draft.node, f"{named} {'is' if len(missing) == 1 else 'are'} missing", hint)
        return None

    def said(key: str, otherwise: Any = None) -> Any:
        return parts[key].value if key in parts else otherwise

    def told(key: str) -> str:
        return parts[key].value.said(language) if key in parts else ""

    effective: Effective = said("effective", Effective())
    examples = said("examples")
    return Rule(
        id=whole.draft.id,
        title=told("title"),
        category=said("category"),
        severity=said("severity"),
        confidence=said("confidence", Confidence.HIGH),
        citations=said("citations"),
        match=_match(whole, resolver),
        message=told("message"),
        why=told("why"),
        advice=told("advice"),
        applies=said("applies", Applies()),
        jurisdiction=packs[whole.home.file.pack].jurisdiction,
        pack=whole.home.file.pack,
        cases=_cases(parts.get("cases"), resolver, language),
        hides=resolver.expression(said("hides"), parts["hides"].scope) if "hides" in parts else None,
        fix=_fix(said("fix"), parts["fix"].scope, parts["fix"], resolver) if "fix" in parts else None,
        since=effective.since,
        until=effective.until,
        bad=examples.bad,
        good=examples.good,
        fixtures=_fixtures(whole.fixtures, fixtures),
        severity_reason=told("severity_reason"),
        language=language if said("message").has(language) else ENGLISH,
        mark=whole.draft.node.mark,
    )


def _match(whole: WholeRule, resolver: Resolver) -> Expression:
    part = whole.parts["match"]
    match = resolver.expression(part.value, part.scope)
    guards, excuses = match.guards, match.excuses
    for more, scope in whole.more:
        guards |= more.guards
        excuses += tuple(resolver.expression(excuse, scope) for excuse in more.expressions)
    if guards == match.guards and excuses == match.excuses:
        return match
    return dataclasses.replace(match, guards=guards, excuses=excuses)


def _cases(part: Part | None, resolver: Resolver, language: str) -> tuple[Case, ...]:
    if part is None:
        return ()
    drafts: tuple[CaseDraft, ...] = part.value
    return tuple(
        Case(
            when=resolver.expression(draft.when, part.scope) if draft.when else None,
            reasons=draft.reasons,
            points=draft.points,
            severity=draft.severity,
            confidence=draft.confidence,
            message=draft.message.said(language) if draft.message else None,
            advice=draft.advice.said(language) if draft.advice else None,
            fix=_fix(draft.fix, part.scope, draft, resolver) if draft.fix else None,
        )
        for draft in drafts
    )


def _fix(fix: FixRecipe, scope: Scope, part: Part | CaseDraft, resolver: Resolver) -> FixRecipe:
    if fix.kind not in _STATEMENT_FIXES:
        return fix
    node = part.node if isinstance(part, Part) else part.nodes["fix"]
    return dataclasses.replace(fix, text=resolver.statement(fix.text, scope, node.mark))


def _fixtures(
    files: Sequence[FileDraft], rows: Mapping[str, Mapping[str, Sequence[Row]]]
) -> Mapping[str, Sequence[Row]]:
    """The rows of each register, from the nearest file that has any."""
    if len(files) == 1:
        return rows[files[0].path]
    found: dict[str, Sequence[Row]] = {}
    for file in reversed(files):
        found |= rows[file.path]
    return MappingProxyType(found)
