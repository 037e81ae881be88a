"""One document through the linter: normalise, scan, judge, decide."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

import regex

from socialint import decide, judge, scan, text
from socialint.circumstances import RELAXING, circumstances, without
from socialint.entities import MODEL, recogniser, require
from socialint.model.context import Context
from socialint.model.documents import Document, Field, Part, Post, Source, Unread, UnreadKind
from socialint.model.findings import Finding
from socialint.model.language import Entity, Leaf
from socialint.model.markets import holds
from socialint.model.matches import Hit, Match, Place
from socialint.model.policy import Category, Rule
from socialint.model.records import names_of
from socialint.model.views import View
from socialint.ruleset import DEFAULT_MARKETS, Ruleset
from socialint.settings import Settings
from socialint.text import fold

_TELLING = regex.compile(r"\d{5}|\s\p{Lu}|@")
"""What a record's id has if it could be more than an id."""

if TYPE_CHECKING:
    from socialint.entities.finder import EntityFinder


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came out of one document; `relaxed` counts what metadata took away, by its key."""

    findings: Sequence[Finding]
    unread: Sequence[Unread]
    relaxed: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Thread:
    """Posts that belong together, normalised and scanned, and the circumstances of each."""

    posts: Sequence[Post]
    views: Sequence[View] = field(repr=False)
    owner: Sequence[int]
    contexts: Sequence[Context]
    hits: scan.Hits
    of: Callable[[Leaf], Sequence[Hit]] = field(repr=False)
    guards: judge.PostGuards = field(repr=False)


class Linter:
    """A policy in force, ready to check documents."""

    def __init__(self, settings: Settings, ruleset: Ruleset) -> None:
        """Raises `UserError` where the entity model is needed and missing."""
        self.settings = settings
        self.ruleset = ruleset
        self.markets = settings.markets or DEFAULT_MARKETS
        self._guards = judge.Guards(ruleset.cues)
        if ruleset.persons:
            require(self._model)  # before anything is checked, if a rule could ask for it

    @cached_property
    def _normaliser(self) -> text.Normaliser:
        return text.Normaliser(self.ruleset.plan.vocabulary)

    @cached_property
    def _entities(self) -> EntityFinder:
        return recogniser(self._model, self.ruleset.registers)

    @property
    def _model(self) -> str:
        return self.settings.entities.get("model", MODEL)

    # --- a document ----------------------------------------------------------------------

    def check(self, document: Document) -> Outcome:
        """The findings in a document, in no order yet, and what of it could not be checked."""
        rules = self._rules_for(document.source.name)
        findings: list[Finding] = []
        unread = list(document.unread)
        relaxed: dict[str, int] = {}
        document = replace(
            document,
            posts=[self._named(at, post, document.source) for at, post in enumerate(document.posts, 1)],
        )
        told = dict(zip(map(id, document.posts), decide.identities(document.posts), strict=True))
        for posts in _threads(document.posts):
            thread = self._thread(posts, document.source, unread)
            possible = [one for one in self.ruleset.possible(thread.hits.possible) if one in rules]
            for index, post in enumerate(posts):
                subject = self._subject(thread, index)
                candidates = [one for one in possible if _in_market(one.rule, subject.context)]
                matches = self._matches(subject, candidates)
                findings += self._findings(subject, matches, post, told[id(post)], document.source)
                for key in RELAXING:
                    if key in thread.contexts[index].metadata:
                        lost = self._relaxed(subject, candidates, matches, key)
                        relaxed[key] = relaxed.get(key, 0) + lost
            unread += self._timed_out(thread, document.source)
        return Outcome(findings, unread, {key: lost for key, lost in relaxed.items() if lost})

    def explain(self, document: Document, rule: Rule) -> str:
        """Which parts of a rule were found in the first post of a document, in plain words."""
        thread = self._thread(document.posts[:1], document.source, [])
        prepared = next(one for one in self.ruleset.rules if one.rule is rule)
        return judge.explain(prepared, self._subject(thread, 0))

    def _named(self, number: int, post: Post, source: Source) -> Post:
        """The post under a name that may be printed: a record's id can be a patient's number."""
        if not (post.record and _TELLING.search(post.name)) or self.settings.show_phi:
            return post
        name = Post("", (Field.plain(Part.BODY, post.name),))
        thread = self._thread([name], source, [])
        subject = self._subject(thread, 0)
        possible = [one for one in self.ruleset.possible(thread.hits.possible) if one in self._privacy]
        if not (any(judge.judge(one, subject, ()) for one in possible) or self._identified(subject)):
            return post
        return replace(post, name=f"record {number}")

    def _rules_for(self, path: str) -> Set[judge.Prepared]:
        switched = self.settings.switched_off(path)
        return {one for one in self.ruleset.rules if not switched(one.rule)}

    def _thread(self, posts: Sequence[Post], source: Source, unread: list[Unread]) -> Thread:
        contexts: list[Context] = []
        views: list[View] = []
        owner: list[int] = []
        for index, post in enumerate(posts):
            context, senseless = circumstances(post, source.name, self.settings, self.markets)
            contexts.append(context)
            unread += senseless
            if context.language not in self.ruleset.languages:
                reason = f"no rule in force speaks its language ({context.language})"
                hint = "name the market whose rules read it, or check it by hand"
                unread.append(Unread(source.name, post.name, "", UnreadKind.LANGUAGE, reason, hint))
            unread += _unread_pictures(context, post, source)
            for own in post.fields:
                written = text.links(own) if own.part is not Part.LINK else ()
                for one in (own, *written):
                    views.append(self._normaliser.view(one, context.language))
                    owner.append(index)
        hits = self.ruleset.plan.scan(views)
        of = self._finding_entities(hits, views)
        guards = self._guards.bind(views, of, owner=owner, cleared=self._cleared(views, owner, contexts))
        return Thread(posts, views, owner, contexts, hits, of, guards)

    def _finding_entities(self, hits: scan.Hits, views: Sequence[View]) -> Callable[[Leaf], Sequence[Hit]]:
        def of(leaf: Leaf) -> Sequence[Hit]:
            # Entities are looked for last, and only for a rule that got so far.
            if isinstance(leaf, Entity):
                return self._entities.find(leaf.kind, views)
            return hits.of(leaf)

        return of

    def _cleared(
        self, views: Sequence[View], owner: Sequence[int], contexts: Sequence[Context]
    ) -> Callable[[Hit], bool]:
        def cleared(hit: Hit) -> bool:
            context = contexts[owner[hit.field]]
            return judge.cleared(views[hit.field], hit.span, self.ruleset.registers["claims"], context)

        return cleared

    def _timed_out(self, thread: Thread, source: Source) -> Iterator[Unread]:
        for leaf in thread.hits.timed_out:
            for prepared in self.ruleset.rules:
                if leaf in prepared.leaves:
                    yield Unread(
                        source.name,
                        thread.posts[0].name,
                        prepared.rule.id,
                        UnreadKind.RULE,
                        "a pattern of this rule took too long and was stopped",
                        "simplify the pattern, or split the text",
                    )

    def _subject(self, thread: Thread, post: int) -> judge.Subject:
        return judge.Subject(
            views=thread.views,
            owner=thread.owner,
            contexts=thread.contexts,
            post=post,
            hits=thread.of,
            registers=self.ruleset.registers,
            statements=self.ruleset.statements,
            guards=thread.guards,
            folds=self.ruleset.folds,
        )

    def _matches(self, subject: judge.Subject, candidates: Sequence[judge.Prepared]) -> list[Match]:
        """The matches that stand in the post of the subject."""
        if not candidates:
            return []
        taken = judge.prescribed(subject)
        matches: list[Match] = []
        for prepared in candidates:
            if prepared.of_thread and len(subject.contexts) > 1:
                whole = subject.judged_as(post=None, contexts=subject.contexts)
                found = judge.judge(prepared, whole, judge.prescribed(whole))
                matches += [one for one in found if subject.owner[one.place.field] == subject.post]
            else:
                matches += judge.judge(prepared, subject, taken)
        return matches

    def _findings(
        self,
        subject: judge.Subject,
        matches: Sequence[Match],
        post: Post,
        identity: str,
        source: Source,
    ) -> list[Finding]:
        if not matches:
            return []
        sure = [place for match in matches for place in match.identities]
        masks = decide.masks(sure, self._identified(subject), subject.views)
        return decide.decide(
            matches,
            decide.Circumstance(
                path=source.name,
                post=post,
                identity=identity,
                views=subject.views,
                masks={} if self.settings.show_phi else masks,
                sentences=bool(self._privacy),
                statement=lambda name: judge.text_in_force(
                    self.ruleset.statements[name], subject.context.language, subject.context.day
                ),
            ),
        )

    def _identified(self, subject: judge.Subject) -> list[Place]:
        """What may identify a person, but for our own products, which a model takes for names."""
        found = judge.identified(self._privacy, subject, ())
        return [one for one in found if not self._products.issuperset(fold(subject.text(one)).split())]

    @cached_property
    def _privacy(self) -> Sequence[judge.Prepared]:
        return [one for one in self.ruleset.rules if one.rule.category is Category.PHI]

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


def _threads(posts: Sequence[Post]) -> list[list[Post]]:
    """Posts with the same `thread` together, in order of their `position`; the others alone."""
    threads: dict[object, list[Post]] = {}
    for index, post in enumerate(posts):
        name = post.metadata.get("thread")
        threads.setdefault(("post", index) if name in (None, "") else ("thread", str(name)), []).append(post)
    return [sorted(thread, key=_position) for thread in threads.values()]


def _position(post: Post) -> float:
    try:
        return float(str(post.metadata.get("position", 0)))
    except ValueError:
        return 0


def _unread_pictures(context: Context, post: Post, source: Source) -> Iterator[Unread]:
    for number, medium in enumerate(context.media, start=1):
        if str(medium.get("type", "image")) == "image" and not medium.get("text"):
            if any(one.part is Part.IMAGE_TEXT for one in post.fields):
                continue
            yield Unread(
                source.name,
                post.name,
                f"media {number}",
                UnreadKind.IMAGE_TEXT,
                "the words in this picture were not read",
                "write them under `text`, or leave `text: none` where there are none",
            )
