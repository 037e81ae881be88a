"""`defaults` and `extends`: what a rule says once everything it builds on is counted in.

Each part of a rule remembers in which file it was written, and which siblings see it from
elsewhere, so that its names are looked up in the right place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from socialint.policy.drafts import Excuses, FileDraft, RuleDraft
from socialint.policy.scopes import Home, Homes, Scope
from socialint.schema import Node, Reading
from socialint.schema.suggestions import suggest

_FIELDS = (
    "title", "category", "severity", "severity_reason", "confidence", "citations", "applies",
    "effective", "match", "cases", "hides", "message", "why", "advice", "fix", "examples",
)  # fmt: skip
_DEFAULTED = ("applies", "confidence", "severity", "category", "citations", "effective", "hides")


@dataclass(frozen=True, slots=True)
class Part:
    """What stands under one key of a rule, and from where its names are looked up."""

    value: Any
    node: Node
    scope: Scope


@dataclass(frozen=True, slots=True)
class WholeRule:
    """A rule with all that it builds on."""

    draft: RuleDraft
    home: Home
    parts: Mapping[str, Part]
    more: tuple[tuple[Excuses, Scope], ...] = ()
    """What is added to `unless` of its match."""
    fixtures: tuple[FileDraft, ...] = ()
    """The files whose fixtures hold for its examples, the nearest first."""
    off: bool = False

    @property
    def proven(self) -> bool:
        """Whether nothing of it stands in a file that is still to be checked."""
        return not self.more and all(part.node.source.proven for part in self.parts.values())


class Family:
    """All rules of a policy by id, with what extends them."""

    def __init__(self, files: Sequence[FileDraft], homes: Homes, reading: Reading) -> None:
        self._homes = homes
        self._reading = reading
        self._first: dict[str, tuple[RuleDraft, FileDraft]] = {}
        self._changes: dict[str, list[tuple[RuleDraft, FileDraft]]] = {}
        self._whole: dict[str, WholeRule | None] = {}
        self._open: list[str] = []
        self._broken = frozenset(name for file in files for name in file.broken)
        for file in files:
            for rule in file.rules:
                if rule.extends == rule.id:
                    self._changes.setdefault(rule.id, []).append((rule, file))
                elif rule.id in self._first:
                    first = self._first[rule.id][0]
                    self._note(
                        rule,
                        "id",
                        f"the id “{rule.id}” stands here a second time",
                        f"the first is at {first.node.source.path}:{first.node.line}; rename one, "
                        "or write `extends` to change that rule",
                    )
                else:
                    self._first[rule.id] = (rule, file)

    def rules(self) -> list[WholeRule]:
        """Every rule, in order of its id."""
        for changes in self._changes.values():
            for rule, _ in changes:
                if rule.id not in self._first and rule.id not in self._broken:
                    self._unknown(rule, rule.id)
        found = (self._rule(name) for name in sorted(self._first))
        return [rule for rule in found if rule is not None]

    def _rule(self, name: str) -> WholeRule | None:
        if name not in self._whole:
            draft, file = self._first[name]
            if name in self._open:
                circle = " → ".join([*self._open[self._open.index(name) :], name])
                self._note(draft, "extends", f"this goes in a circle: {circle}", "take one `extends` out")
                return None
            self._open.append(name)
            self._whole[name] = self._made(draft, file)
            self._open.pop()
        return self._whole[name]

    def _made(self, draft: RuleDraft, file: FileDraft) -> WholeRule | None:
        home = self._homes.of(file)
        if draft.extends is None:
            whole = WholeRule(draft, home, {}, fixtures=(file,))
            own = Scope((), (home,))
        else:
            if draft.extends not in self._first:
                if draft.extends not in self._broken:
                    self._unknown(draft, draft.extends)
                return None
            base = self._rule(draft.extends)
            if base is None:
                return None
            whole = WholeRule(
                draft,
                home,
                {
                    key: Part(part.value, part.node, part.scope.seen_from(home))
                    for key, part in base.parts.items()
                },
                tuple((excuses, scope.seen_from(home)) for excuses, scope in base.more),
                (file, *base.fixtures),
            )
            own = Scope((), (home, base.home))
        whole = _with_defaults(whole, file, own)
        whole = _with_own(whole, draft, own)
        for change, changing in self._changes.get(draft.id, ()):
            there = self._homes.of(changing)
            whole = _with_own(whole, change, Scope((), (there, home)))
            fixtures = dict.fromkeys((changing.path, *(kept.path for kept in whole.fixtures)))
            by_path = {kept.path: kept for kept in (changing, *whole.fixtures)}
            whole = _replaced(whole, fixtures=tuple(by_path[path] for path in fixtures))
        return whole

    def _unknown(self, rule: RuleDraft, name: str) -> None:
        self._note(rule, "extends", f"no rule is called “{name}”", suggest(name, self._first, most=0))

    def _note(self, rule: RuleDraft, key: str, what: str, hint: str) -> None:
        self._reading.note(rule.nodes.get(key, rule.node), what, hint)


def _with_defaults(whole: WholeRule, file: FileDraft, scope: Scope) -> WholeRule:
    parts = dict(whole.parts)
    for key in _DEFAULTED:
        value = getattr(file.defaults, key)
        if value is not None:
            parts[key] = Part(value, file.node, scope)
    more = whole.more
    if file.defaults.unless:
        more = (*more, (file.defaults.unless, scope))
    return _replaced(whole, parts=parts, more=more)


def _with_own(whole: WholeRule, draft: RuleDraft, scope: Scope) -> WholeRule:
    parts = dict(whole.parts)
    for key in _FIELDS:
        value = getattr(draft, key)
        if value is not None:
            parts[key] = Part(value, draft.nodes.get(key.replace("_", "-"), draft.node), scope)
    more = whole.more
    if draft.unless_more:
        more = (*more, (draft.unless_more, scope))
    return _replaced(whole, parts=parts, more=more, off=draft.off)


def _replaced(whole: WholeRule, **changes: Any) -> WholeRule:
    held = {name: getattr(whole, name) for name in WholeRule.__slots__}
    return WholeRule(**(held | changes))
