"""What a rule may not say, though every word of it can be read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from socialint.model.language import (
    Adjacent,
    All,
    Any,
    Count,
    Expression,
    FactTest,
    FaultyWaiver,
    Find,
    Metadata,
    Missing,
    Not,
    Reason,
    Record,
    Score,
    Use,
)
from socialint.model.leaves import Listed
from socialint.model.policy import Applies, Case, FixKind, FixRecipe, Rule, Statement
from socialint.policy.bindings import UNSURE, Names, bound, check_names, unsure, used
from socialint.policy.columns import check_columns, check_example, unknown_column
from socialint.policy.drafts import CaseDraft
from socialint.policy.inheritance import WholeRule
from socialint.policy.languages import language_name, same_language
from socialint.policy.notes import Notes
from socialint.policy.walking import below
from socialint.policy.wording import Wording
from socialint.schema import Node
from socialint.schema.suggestions import suggest

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_ANYWHERE = frozenset({"match", "found"})
_OF_MISSING = frozenset({"reason", "lacking"})
_OF_STATEMENTS = frozenset({Reason.ALTERED, Reason.OUTDATED, Reason.OTHER_LANGUAGE})
_OF_TEXTS = frozenset({Reason.LATE, Reason.ELSEWHERE})
_OF_RECORDS = frozenset(Reason) - _OF_STATEMENTS - _OF_TEXTS - {Reason.ABSENT}
_STATEMENT_FIXES = frozenset({FixKind.REPLACE_STATEMENT, FixKind.APPEND_STATEMENT})
_SPOKEN = "en"
"""The language of a rule that names none."""


def check(rule: Rule, whole: WholeRule, statements: Mapping[str, Statement], notes: Notes) -> None:
    """Adds what is wrong with the rule."""
    _Check(rule, whole, statements, notes).run()


class _Check:
    def __init__(
        self, rule: Rule, whole: WholeRule, statements: Mapping[str, Statement], notes: Notes
    ) -> None:
        self.rule = rule
        self.parts = whole.parts
        self.statements = statements
        self.notes = notes
        self.names = bound(rule.match)
        self.everything = [*below(rule.match), *(part for case in rule.cases for part in _of(case))]
        if rule.hides is not None:
            self.everything += below(rule.hides)
        self.fixtures = {
            register: frozenset(column for row in rows for column in row.cells)
            for register, rows in rule.fixtures.items()
        }

    def run(self) -> None:
        rule = self.rule
        if holds_on_nothing(rule.match):
            self.at(
                self.parts["match"].node,
                "this would fire on every post",
                "say what calls for it: `missing` and `not` never stand alone",
            )
        check_names(rule.match, self.names, self.fixtures, self.notes)
        keys = [(key, one.mark) for one in (*rule.bad, *rule.good) for key in one.record]
        check_example(keys, self.notes)
        facts = {key for example in (*rule.bad, *rule.good) for key in example.record}
        check_columns(self.everything, self.fixtures, facts, self.notes)
        for part in self.everything:
            if isinstance(part, Score):
                self.points(part)
        self.message(self.parts["message"].node, self.said(), self.names)
        for case, draft in zip(rule.cases, self.case_drafts(), strict=True):
            self.case(case, draft)
        self.languages()

    def case_drafts(self) -> tuple[CaseDraft, ...]:
        return self.parts["cases"].value if "cases" in self.parts else ()

    def at(self, node: Node, what: str, hint: str = "", *, find: str = "") -> None:
        self.notes.add(node.mark, what, hint, find=find)

    def case(self, case: Case, draft: CaseDraft) -> None:
        names = self.names
        if case.when is not None:
            # What is not bound is not so: a case may ask for what only one arm binds.
            check_names(case.when, self.names.hopeful, self.fixtures, self.notes)
            names = Names(names.certain | (used([case.when]) & names.possible.keys()), names.possible)
        if draft.message is not None:
            node = draft.nodes["message"]
            self.message(node, draft.message, names)
            for language in draft.message.lacks(self.said()):
                what = f"the rule's message is said in {language_name(language)}, this one is not"
                self.at(node, what, f"add `{language}:`, or two languages stand in one report")
        when = draft.nodes["when"]
        if case.points is not None and not self.has(Score):
            self.at(when, "points are counted by a `score`, and this rule has none", find="points")
        for reason in sorted(case.reasons):
            hint = self.impossible(reason)
            if hint:
                self.at(when, f"nothing in this rule can be “{reason}”", hint, find=str(reason))

    def points(self, score: Score) -> None:
        """A column that holds points is one of a table that the signal looks for."""
        for signal in score.signals:
            if not signal.column:
                continue
            tables = [
                part.leaf.table
                for part in below(signal.part)
                if isinstance(part, Find) and isinstance(part.leaf, Listed)
            ]
            columns = {column for table in tables for row in table.rows for column in row.cells}
            if signal.column not in columns:
                hint = suggest(signal.column, columns) if tables else "write a number"
                what = "the table has no column" if tables else "there is no table with a column"
                self.notes.add(signal.part.mark, f"{what} “{signal.column}”", hint, find=signal.column)

    def impossible(self, reason: Reason) -> str:
        missing = [part for part in self.everything if isinstance(part, Missing)]
        if not missing:
            return "a reason says how something is `missing`, and nothing is here"
        records = any(isinstance(below_it, Record) for part in missing for below_it in below(part))
        statements = any(part.statement for part in missing)
        if reason in _OF_STATEMENTS and not statements:
            return "only a statement can be; here no statement is missing"
        if reason in _OF_RECORDS and not records:
            return "only a record can be; here no record is missing"
        return ""

    def has(self, *kinds: type[Expression]) -> bool:
        return any(isinstance(part, kinds) for part in self.everything)

    def said(self) -> Wording:
        said: Wording = self.parts["message"].value
        return said

    def message(self, node: Node, said: Wording, names: Names) -> None:
        for text in said.texts.values():
            self.placeholders(node, text, names)

    def placeholders(self, node: Node, message: str, names: Names) -> None:
        for found in _PLACEHOLDER.finditer(message):
            name, dot, column = found[1].partition(".")
            if name in _ANYWHERE and not dot:
                continue
            if name in _OF_MISSING and not dot:
                if not self.has(Missing, FaultyWaiver):
                    self.at(node, f"“{{{name}}}” says what is `missing`, and nothing is here", find=found[0])
            elif name == "points" and not dot:
                if not self.has(Score):
                    self.at(
                        node, "“{points}” are counted by a `score`, and this rule has none", find=found[0]
                    )
            elif name not in names.possible:
                known = (*_ANYWHERE, *_OF_MISSING, "points", *names.possible)
                self.at(node, f"nothing is bound as “{found[1]}”", suggest(name, known), find=found[0])
            elif name not in names.certain:
                hint = f"{UNSURE}, or say it in a case that asks for it"
                self.at(node, unsure(name), hint, find=found[0])
            elif dot:
                hints = [unknown_column(binder, column, self.fixtures) for binder in names.possible[name]]
                if all(hint is not None for hint in hints):
                    self.at(node, f"“{name}” has no “{column}”", hints[0] or "", find=found[0])

    def languages(self) -> None:
        """Every statement that is asked for has words in every language that the rule speaks."""
        spoken = _spoken(self.rule.applies)
        asked = [(part.statement, part.mark) for part in self.everything if isinstance(part, Missing)]
        asked += [(fix.text, node.mark) for fix, node in self.fixes() if fix.kind in _STATEMENT_FIXES]
        for key, mark in dict.fromkeys(asked):
            statement = self.statements.get(key)
            if statement is None or statement.any_language:
                continue
            written = {text.language for text in (*statement.texts, *statement.parts)}
            for language in spoken:
                if not any(same_language(language, other) for other in written):
                    self.notes.add(
                        mark,
                        f"the rule applies to {language}, and the statement “{statement.name}” has no "
                        f"{language_name(language)} wording",
                        "add the wording, or narrow `applies: {language: […]}`",
                        find=statement.name,
                    )

    def fixes(self) -> Iterator[tuple[FixRecipe, Node]]:
        if self.rule.fix:
            yield self.rule.fix, self.parts["fix"].node
        for case, draft in zip(self.rule.cases, self.case_drafts(), strict=True):
            if case.fix:
                yield case.fix, draft.nodes["fix"]


def holds_on_nothing(expression: Expression) -> bool:
    """Whether the expression holds on a post that says nothing, of which nothing is known."""
    if isinstance(expression, Not):
        return not holds_on_nothing(expression.part)
    if isinstance(expression, Missing):
        return True
    if isinstance(expression, (All, Adjacent)):
        return all(map(holds_on_nothing, expression.parts))
    if isinstance(expression, Any):
        return any(map(holds_on_nothing, expression.parts))
    if isinstance(expression, Use):
        return holds_on_nothing(expression.part)
    if isinstance(expression, Count):
        return not expression.at_least
    if isinstance(expression, Score):
        held = (signal.points for signal in expression.signals if holds_on_nothing(signal.part))
        return sum(held) >= expression.at_least
    if isinstance(expression, Metadata):
        return all(map(_holds_unknown, expression.tests))
    return False


def _holds_unknown(fact: FactTest) -> bool:
    """Whether a test holds for a fact that nobody recorded."""
    test = fact.test
    if test.known:
        return False
    if test.state is not None:
        return not test.state
    asks = test.over is not None or test.under is not None or test.matches or test.has
    return not asks and (test.negate or test.one_of is None)


def _of(case: Case) -> Iterator[Expression]:
    return below(case.when) if case.when else iter(())


def _spoken(applies: Applies) -> Collection[str]:
    """The languages that a rule is sure to apply to."""
    condition = applies.language
    if condition is None:
        return (_SPOKEN,)
    if condition.negate:
        return () if _SPOKEN in condition.values else (_SPOKEN,)
    return sorted(condition.values)
