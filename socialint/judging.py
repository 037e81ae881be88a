"""A thread of posts in which rules could hold -> the findings: judge, then decide.

Nothing of this is imported for posts in which no rule could hold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from time import perf_counter
from typing import TYPE_CHECKING

from socialint import decide, judge
from socialint.circumstances import RELAXING, without
from socialint.entities import recogniser
from socialint.model.context import Context
from socialint.model.documents import Post
from socialint.model.findings import Finding, Mask
from socialint.model.leaves import Entity, Leaf
from socialint.model.markets import holds
from socialint.model.matches import Hit, Match, Place
from socialint.model.policy import Category, Rule
from socialint.model.records import names_of
from socialint.ruleset import Ruleset
from socialint.settings import Settings
from socialint.text import fold
from socialint.threads import Thread

if TYPE_CHECKING:
    from socialint.entities.finder import EntityFinder


@dataclass(frozen=True, slots=True)
class Judged:
    """What came out for one post; `relaxed` counts what its metadata took away, by key.

    `seconds` is how long each rule was judged, by id, where the settings ask for statistics.
    """

    findings: Sequence[Finding]
    relaxed: Mapping[str, int]
    seconds: Mapping[str, float]


class Judging:
    """The rules in play, ready to judge."""

    def __init__(self, settings: Settings, ruleset: Ruleset, markets: Sequence[str], model: str) -> None:
        """`model` names the entity model, which is loaded when a rule asks for a person."""
        self.settings = settings
        self.ruleset = ruleset
        self.markets = markets
        self._model = model
        self._guards = judge.Guards(ruleset.cues)
        self._feasibility = judge.Feasibility(ruleset.plan.leaves.number)
        self._judge = self._clocked if settings.statistics else judge.judge
        self._seconds: defaultdict[str, float] = defaultdict(float)
        self._prepared = {rule: judge.Prepared(rule) for rule in ruleset.rules}

    def judged(self, thread: Thread, rules: Sequence[Rule], identities: Sequence[str]) -> Iterator[Judged]:
        """For each post of the thread what these rules find; `identities` tells its posts apart."""
        subjects = self._subjects(thread)
        for post, identity, subject in zip(thread.posts, identities, subjects, strict=True):
            candidates = [self._prepared[rule] for rule in rules if _in_market(rule, subject.context)]
            matches = self._matches(subject, candidates)
            findings = self._findings(subject, matches, post, identity, thread.path)
            relaxed = {
                key: self._relaxed(subject, candidates, matches, key)
                for key in RELAXING
                if key in subject.context.metadata
            }
            seconds, self._seconds = self._seconds, defaultdict(float)
            yield Judged(findings, relaxed, seconds)

    def masks(self, thread: Thread, rules: Sequence[Rule]) -> Mapping[int, Sequence[Mask]]:
        """For each view of the thread what must not be shown of it, by what these rules find."""
        found: dict[int, Sequence[Mask]] = {}
        for subject in self._subjects(thread):
            candidates = [self._prepared[rule] for rule in rules if _in_market(rule, subject.context)]
            masks = self._masks(subject, self._matches(subject, candidates))
            found |= {at: one for at, one in masks.items() if subject.owner[at] == subject.post}
        return found

    def identifies(self, thread: Thread) -> bool:
        """Whether the first post of the thread holds what could identify a person."""
        subject = self._subjects(thread)[0]
        rules = self.ruleset.possible(thread.hits, thread.knows)
        possible = [self._prepared[rule] for rule in rules if rule.category is Category.PHI]
        return any(judge.judge(one, subject, ()) for one in possible) or bool(self._identified(subject))

    def explained(self, thread: Thread, rule: Rule) -> str:
        """Which parts of a rule were found in the first post of a thread, in plain words."""
        return judge.explain(self._prepared[rule], self._subjects(thread)[0])

    def looking_for(self, leaf: Leaf) -> Iterator[Rule]:
        """The rules that look for a leaf."""
        return (rule for rule, prepared in self._prepared.items() if leaf in prepared.leaves)

    @cached_property
    def _entities(self) -> EntityFinder:
        return recogniser(
            self._model,
            self.ruleset.registers,
            self.ruleset.persons,
            handles=self.settings.organisation.handles,
            reads=self.settings.model_reads,
        )

    def _subjects(self, thread: Thread) -> Sequence[judge.Subject]:
        hits = self._finding_entities(thread)
        guards = self._guards.bind(
            thread.views, hits, thread.possible, owner=thread.owner, cleared=self._cleared(thread)
        )
        feasible = self._feasibility.among(thread.hits.could_have, thread.knows)
        return [
            judge.Subject(
                views=thread.views,
                owner=thread.owner,
                contexts=thread.contexts,
                post=post,
                hits=hits,
                registers=self.ruleset.registers,
                statements=self.ruleset.statements,
                guards=guards,
                channels=self.ruleset.channels,
                feasible=feasible,
            )
            for post in range(len(thread.posts))
        ]

    def _finding_entities(self, thread: Thread) -> Callable[[Leaf], Sequence[Hit]]:
        def of(leaf: Leaf) -> Sequence[Hit]:
            # Entities are looked for last, and only for a rule that got so far.
            if isinstance(leaf, Entity):
                return self._entities.find(leaf.kind, thread.views)
            return thread.hits.of(leaf)

        return of

    def _cleared(self, thread: Thread) -> Callable[[Hit], bool]:
        def cleared(hit: Hit) -> bool:
            context = thread.contexts[thread.owner[hit.field]]
            claims = self.ruleset.registers["claims"]
            return judge.cleared(thread.views[hit.field], hit.span, claims, context)

        return cleared

    def _matches(self, subject: judge.Subject, candidates: Sequence[judge.Prepared]) -> list[Match]:
        """The matches that stand in the post of the subject."""
        if not candidates:
            return []
        taken = judge.prescribed(subject)
        matches: list[Match] = []
        for prepared in candidates:
            if prepared.of_thread and len(subject.contexts) > 1:
                whole = subject.judged_as(post=None, contexts=subject.contexts)
                found = self._judge(prepared, whole, judge.prescribed(whole))
                matches += [one for one in found if subject.owner[one.place.field] == subject.post]
            else:
                matches += self._judge(prepared, subject, taken)
        return matches

    def _clocked(
        self, prepared: judge.Prepared, subject: judge.Subject, taken: Sequence[Place]
    ) -> list[Match]:
        start = perf_counter()
        found = judge.judge(prepared, subject, taken)
        self._seconds[prepared.rule.id] += perf_counter() - start
        return found

    def _findings(
        self,
        subject: judge.Subject,
        matches: Sequence[Match],
        post: Post,
        identity: str,
        path: str,
    ) -> list[Finding]:
        if not matches:
            return []
        return decide.decide(
            matches,
            decide.Circumstance(
                path=path,
                post=post,
                identity=identity,
                published=subject.context.day if "publish_at" in subject.context.metadata else None,
                views=subject.views,
                masks={} if self.settings.show_phi else self._masks(subject, matches),
                sentences=bool(self._privacy),
                statement=lambda name: judge.text_in_force(
                    self.ruleset.statements[name], subject.context.language, subject.context.day
                ),
            ),
        )

    def _masks(self, subject: judge.Subject, matches: Sequence[Match]) -> Mapping[int, Sequence[Mask]]:
        sure = [place for match in matches for place in match.identities]
        held = {match.rule: self._prepared[match.rule] for match in matches}
        sure += judge.hidden(held.values(), subject, ())
        return decide.masks(sure, self._identified(subject), subject.views)

    def _identified(self, subject: judge.Subject) -> list[Place]:
        """What may identify a person, but for our own products and the words of a law.

        A model takes those for names.
        """
        found = judge.identified(self._privacy, subject, ())
        lawful = judge.word_for_word(subject) if found else ()
        return [
            one
            for one in found
            if not self._products.issuperset(fold(subject.text(one)).split())
            and not any(law.field == one.field and law.span.covers(one.span) for law in lawful)
        ]

    @cached_property
    def _privacy(self) -> Sequence[judge.Prepared]:
        return [self._prepared[rule] for rule in self.ruleset.rules if rule.category is Category.PHI]

    @cached_property
    def _products(self) -> frozenset[str]:
        rows = self.ruleset.registers["products"]
        return frozenset(word for row in rows for name in names_of(row) for word in fold(name).split())

    def _relaxed(
        self,
        subject: judge.Subject,
        candidates: Sequence[judge.Prepared],
        matches: Sequence[Match],
        key: str,
    ) -> int:
        """How many findings there would be more if the post had not said `key` of itself."""
        assert subject.post is not None
        contexts = list(subject.contexts)
        contexts[subject.post] = without(subject.context, key, self.settings, self.markets)
        strict = subject.judged_as(post=subject.post, contexts=contexts)
        believed = {(one.rule.id, one.place, one.reason) for one in matches}
        return sum(
            (one.rule.id, one.place, one.reason) not in believed for one in self._matches(strict, candidates)
        )


def _in_market(rule: Rule, context: Context) -> bool:
    return any(holds(rule.jurisdiction, market) for market in context.markets)
