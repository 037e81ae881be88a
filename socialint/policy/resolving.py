"""Names become what they name: concepts, statements, word files; drafts become expressions.

A concept that is resolved in one scope is one object, however many rules use it; a sibling that
changes nothing below a concept shares it too.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path

from socialint.errors import UserError
from socialint.model.language import (
    Adjacent,
    All,
    Any,
    Count,
    Expression,
    Find,
    Missing,
    Not,
    Score,
    Signal,
    Use,
)
from socialint.model.leaves import Listed, Words
from socialint.model.marks import Mark
from socialint.policy.drafts import (
    Carried,
    ConceptDraft,
    FileDraft,
    Listing,
    Reference,
    Wanted,
)
from socialint.policy.notes import Notes
from socialint.policy.scopes import AmbiguousNameError, Home, Homes, Scope
from socialint.policy.tables import Tables
from socialint.policy.walking import below
from socialint.schema.suggestions import did_you_mean, suggest

BROKEN = Find(leaf=Words(()))
"""Stands where something could not be resolved; the reason has been told."""


class Resolver:
    """Looks names up, and remembers what they became."""

    def __init__(self, homes: Homes, tables: Tables, paths: Mapping[str, Path], notes: Notes) -> None:
        self.homes = homes
        self._tables = tables
        self._paths = paths
        self._notes = notes
        self._resolved: dict[tuple[int, tuple[Home, ...]], Expression] = {}
        self._open: list[ConceptDraft] = []
        self._names: dict[int, frozenset[str]] = {}

    def expression(self, draft: Expression, scope: Scope) -> Expression:
        """The expression, with all names in it looked up from `scope`."""
        if isinstance(draft, Reference):
            return self._asking(draft, self._use(draft, draft.concept, scope))
        if isinstance(draft, Wanted):
            return self._missing(draft, scope)
        if isinstance(draft, Listing):
            return self._listed(draft, scope)
        changes: dict[str, object] = {}
        if draft.excuses:
            changes["excuses"] = self._all(draft.excuses, scope)
        if draft.exceptions:
            changes["exceptions"] = self._all(draft.exceptions, scope)
        if isinstance(draft, (All, Any, Adjacent)):
            changes["parts"] = self._all(draft.parts, scope)
        elif isinstance(draft, (Not, Count, Missing)) and draft.part:
            changes["part"] = self.expression(draft.part, scope)
        elif isinstance(draft, Score):
            changes["signals"] = tuple(self._signal(signal, scope) for signal in draft.signals)
        return dataclasses.replace(draft, **changes) if changes else draft  # type: ignore[arg-type]

    def concepts(self, file: FileDraft) -> None:
        """Resolves the concepts of a file that no rule has asked for, so that they are checked too."""
        home = self.homes.of(file)
        for concept in file.concepts.values():
            self._concept(concept, home, Scope((), (home,)), concept.mark)

    def broken(self, expression: Expression) -> bool:
        """Whether something below could not be resolved."""
        return any(part is BROKEN for part in below(expression))

    def statement(self, name: str, scope: Scope, mark: Mark) -> str:
        """The key of a statement; "" when there is none, which is then told."""
        key = self._statement_key(name, scope, mark)
        if not key:
            known = self.homes.known(scope, statements=True)
            self._notes.add(mark, f"no statement is called “{name}”", suggest(name, known))
        return key

    def _all(self, drafts: tuple[Expression, ...], scope: Scope) -> tuple[Expression, ...]:
        return tuple(self.expression(draft, scope) for draft in drafts)

    def _signal(self, signal: Signal, scope: Scope) -> Signal:
        return dataclasses.replace(signal, part=self.expression(signal.part, scope))

    def _use(self, draft: Expression, name: str, scope: Scope) -> Expression:
        try:
            found = self.homes.concept(name, scope)
        except AmbiguousNameError as error:
            self._ambiguous(draft.mark, name, error)
            return BROKEN
        if not found:
            known = self.homes.known(scope, statements=False)
            hint = suggest(name, known)
            if name in self.homes.known(scope, statements=True):
                hint = f"“{name}” is a statement: write `missing: {name}`"
            self._notes.add(draft.mark, f"no concept is called “{name}”", hint, find=name)
            return BROKEN
        concept, home = found
        part = self._concept(concept, home, scope, draft.mark)
        return Use(concept=name, part=part, **self._carried(draft, scope))

    def _asking(self, draft: Reference, use: Expression) -> Expression:
        """The use of a concept, with the points that the draft asks for."""
        if draft.at_least is None or not isinstance(use, Use):
            return use
        if not isinstance(use.part, Score):
            self._notes.add(
                draft.mark, f"“{draft.concept}” is no score, and counts no points", find="at-least"
            )
            return BROKEN
        return dataclasses.replace(use, part=dataclasses.replace(use.part, at_least=draft.at_least))

    def _carried(self, draft: Expression, scope: Scope) -> Carried:
        return Carried(
            mark=draft.mark,
            within=draft.within,
            regions=draft.regions,
            guards=draft.guards,
            excuses=self._all(draft.excuses, scope),
            exceptions=self._all(draft.exceptions, scope),
            identifies=draft.identifies,
            name=draft.name,
        )

    def _concept(self, concept: ConceptDraft, home: Home, scope: Scope, mark: Mark) -> Expression:
        if concept.body is None:
            return BROKEN
        inner = scope.at(home)
        if inner.siblings and not self.homes.overridden(self._names_below(concept, home), inner.siblings):
            inner = Scope((), inner.written)
        key = (id(concept), inner.siblings)
        if key in self._resolved:
            return self._resolved[key]
        if concept in self._open:
            circle = [*self._open[self._open.index(concept) :], concept]
            names = " → ".join(part.name for part in circle)
            self._notes.add(mark, f"this goes in a circle: {names}", "take one of them out")
            self._resolved[key] = BROKEN
            return BROKEN
        self._open.append(concept)
        part = self.expression(concept.body, inner)
        self._open.pop()
        return self._resolved.setdefault(key, part)

    def _names_below(self, concept: ConceptDraft, home: Home) -> frozenset[str]:
        """The names that a concept rests on, looked up from where each is written."""
        if id(concept) not in self._names:
            self._names[id(concept)] = frozenset()  # a circle is told elsewhere
            names: set[str] = set()
            for part in below(concept.body) if concept.body else ():
                name = part.concept if isinstance(part, Reference) else ""
                name = part.wanted if isinstance(part, Wanted) else name
                if not name:
                    continue
                names.add(name)
                try:
                    found = self.homes.concept(name, Scope((), (home,)))
                except AmbiguousNameError:
                    continue
                if found:
                    names |= self._names_below(*found)
            self._names[id(concept)] = frozenset(names)
        return self._names[id(concept)]

    def _missing(self, draft: Wanted, scope: Scope) -> Expression:
        key = self._statement_key(draft.wanted, scope, draft.mark)
        if key:
            return Missing(statement=key, **self._carried(draft, scope))
        concepts = self.homes.known(scope, statements=False)
        if draft.wanted in concepts:
            part = self._use(Reference(concept=draft.wanted, mark=draft.mark), draft.wanted, scope)
            return Missing(part=part, **self._carried(draft, scope))
        known = (*self.homes.known(scope, statements=True), *concepts)
        self._notes.add(
            draft.mark,
            f"no statement or concept is called “{draft.wanted}”",
            did_you_mean(draft.wanted, known),
            find=draft.wanted,
        )
        return BROKEN

    def _statement_key(self, name: str, scope: Scope, mark: Mark) -> str:
        try:
            found = self.homes.statement(name, scope)
        except AmbiguousNameError as error:
            self._ambiguous(mark, name, error)
            return name
        if not found:
            return ""
        _, home = found
        return statement_key(name, home)

    def _listed(self, draft: Listing, scope: Scope) -> Expression:
        written = scope.written[0].file
        folder = self._paths[draft.mark.path or written.path].parent
        shown = str(Path(draft.mark.path or written.path).parent / draft.file)
        try:
            table = self._tables.table(folder / draft.file, shown, draft.columns)
        except UserError as error:
            missing = not (folder / draft.file).is_file()
            if missing:
                self._notes.add(
                    draft.mark,
                    f"no file “{draft.file}” beside this one",
                    did_you_mean(draft.file, _lists_below(folder))
                    or "name it as seen from the folder of this rule file",
                    find=draft.file,
                )
            else:
                self._notes.extend(error.problems)
            return BROKEN
        return Find(
            leaf=Listed(table, draft.language),
            where=draft.where,
            nearest=draft.nearest,
            **self._carried(draft, scope),
        )

    def _ambiguous(self, mark: Mark, name: str, error: AmbiguousNameError) -> None:
        self._notes.add(
            mark,
            f"two files of this pack define “{name}”",
            f"they are {error.first.path} and {error.second.path}; rename one",
            find=name,
        )


def _lists_below(folder: Path) -> list[str]:
    found = (path for suffix in ("txt", "csv") for path in folder.rglob(f"*.{suffix}"))
    return [path.relative_to(folder).as_posix() for path in found]


def statement_key(name: str, home: Home) -> str:
    """A name for a statement that no other statement of the policy has."""
    if not home.file.pack:
        return name
    if sum(name in file.statements for file in home.pack) > 1:
        return f"{home.file.pack}/{Path(home.file.path).stem}/{name}"
    return f"{home.file.pack}/{name}"
