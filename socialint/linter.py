"""One document through the linter: normalise and scan; what could hold is judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from socialint import text
from socialint.circumstances import circumstances
from socialint.entities import MODEL, require
from socialint.expressions import lazily
from socialint.model.context import Context, ModelReads
from socialint.model.documents import Document, Field, Part, Post, Source, Unread, UnreadKind
from socialint.model.findings import Finding, Mask
from socialint.model.identities import Identities, key
from socialint.model.markets import DEFAULT_MARKETS
from socialint.model.places import Span
from socialint.model.policy import Category
from socialint.model.rows import Glance, Rows
from socialint.model.views import View
from socialint.model.waivers import Waiver
from socialint.ruleset import Ruleset
from socialint.settings import Settings
from socialint.threads import Thread, Told, threads

if TYPE_CHECKING:
    from socialint.judging import Judging
    from socialint.model.policy import Rule
    from socialint.prefilter import Prefilter

_TELLING = lazily(r"\d{5}|\s\p{Lu}|@")
"""What a record's id has if it could be more than an id."""


_NO_TEXT_OF_ITS_OWN = frozenset({Part.LINK, Part.PARENT, Part.INTERNAL})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came out of one document; `relaxed` counts what metadata took away, by its key.

    `seconds` is how long each rule was judged, by id, where the settings ask for statistics.
    """

    findings: Sequence[Finding]
    unread: Sequence[Unread]
    relaxed: Mapping[str, int]
    seconds: Mapping[str, float]
    dated: bool
    """Whether the day of the run may have had a part in it; none where no rule was judged."""
    waivers: Sequence[Waiver] = ()
    """What the draft allows to stand, or means to."""


@dataclass(frozen=True, slots=True)
class Share:
    """Which posts of a document to check: every `of`-th from number `number` on, each with its thread."""

    number: int = 0
    of: int = 1

    def has(self, post: int) -> bool:
        """Whether the post of this number is in it."""
        return post % self.of == self.number

    @property
    def first(self) -> bool:
        """Whether this share tells what is said of the document once."""
        return self.number == 0

    @property
    def last(self) -> bool:
        """Whether the document is done with it."""
        return self.number == self.of - 1


WHOLE = Share()


class Linter:
    """A policy in force, ready to check documents."""

    def __init__(self, settings: Settings, ruleset: Ruleset) -> None:
        """Raises `UserError` where the entity model is needed and missing."""
        self.settings = settings
        self.ruleset = ruleset
        self.markets = settings.markets or DEFAULT_MARKETS
        self._model = settings.entities.get("model", MODEL)
        self._shown: dict[str, str] = {}
        if ruleset.asks_for_persons and settings.model_reads is not ModelReads.OFF:
            require(self._model)  # before anything is checked, if a rule could ask for it

    @cached_property
    def _normaliser(self) -> text.Normaliser:
        return text.Normaliser(self.ruleset.plan.vocabulary)

    @cached_property
    def _prefilter(self) -> Prefilter:
        from socialint.prefilter import Prefilter  # most drafts are no file of many posts

        return Prefilter(self.settings, self.ruleset, self.markets, self._normaliser)

    @cached_property
    def _judging(self) -> Judging:
        from socialint.judging import Judging

        return Judging(self.settings, self.ruleset, self.markets, self._model)

    def check(self, document: Document, share: Share = WHOLE) -> Outcome:
        """The findings in a document, in no order yet, and what of it could not be checked.

        Raises `UnreadableDocument` where its posts are read only now, and cannot be.
        """
        rules = self._rules_for(document.source.name)
        findings: list[Finding] = []
        unread: list[Unread] = []
        relaxed: Counter[str] = Counter()
        seconds: Counter[str] = Counter()
        waivers: list[Waiver] = []
        dated = False
        for together in threads(self._told(document, share)):
            if not share.has(together[0].number):
                continue
            dated = dated or any(self._is_telling(post) for post, _, _ in together)
            posts = [self._named(number, post, document.source) for post, _, number in together]
            identities = [identity for _, identity, _ in together]
            waivers += self._waivers(posts, identities, document.source)
            thread = self._thread(posts, document.source, unread)
            possible = [rule for rule in self.ruleset.possible(thread.hits, thread.knows) if rule in rules]
            if possible:
                dated = True
                for judged in self._judging.judged(thread, possible, identities):
                    findings += judged.findings
                    relaxed.update(judged.relaxed)
                    seconds.update(judged.seconds)
            unread += self._timed_out(thread)
        unread += document.unread if share.first else ()
        return Outcome(findings, unread, +relaxed, seconds, dated, waivers)

    def explain(self, document: Document, rule: Rule) -> str:
        """Which parts of a rule were found in the first post of a document, in plain words."""
        thread = self._thread(document.posts[:1], document.source, [])
        return self._judging.explained(thread, rule)

    def shown(self, told: str) -> str:
        """What somebody wrote about a post, as it may be printed: a reason can name a patient."""
        if not (told and self.shows_sentences) or self.settings.show_phi:
            return told
        if told not in self._shown:
            from socialint.decide import show

            note = Document(Source("", b""), [Post("", (Field.plain(Part.BODY, told),))])
            _, masks = next(self.masks(note))
            self._shown[told] = show(told, Span(0, len(told)), masks)[0]
        return self._shown[told]

    def _told(self, document: Document, share: Share) -> Iterator[Told]:
        """The posts, each with what tells it from the others; all of the share that need to be read."""
        identities = Identities()
        number = 0
        posts: Iterable[Post | Glance] = document.posts
        if isinstance(document.posts, Rows):
            wanted = self._prefilter.wanted(self._rules_for(document.source.name), self._may_tell)
            # The row that is looked at next has the next number.
            posts = document.posts.wanted(lambda glance: share.has(number) and wanted(glance))
        for post in posts:
            if isinstance(post, Post):
                yield Told(post, identities.of(post), number)
            else:
                identities.pass_over(post)
            number += 1

    def _waivers(self, posts: Sequence[Post], identities: Sequence[str], source: Source) -> Iterator[Waiver]:
        """What the drafts of some posts allow, each with its post."""
        for post, identity in zip(posts, identities, strict=True):
            for waiver in post.waivers:
                yield replace(
                    waiver,
                    path=source.name,
                    written_in=source.name,
                    post=post.name,
                    edition=key(identity),
                    reason=self.shown(waiver.reason),  # what was found is kept, and nothing of a patient
                )

    def _named(self, number: int, post: Post, source: Source) -> Post:
        """The post under a name that may be printed: a record's id can be a patient's number."""
        if not self._is_telling(post) or self.settings.show_phi:
            return post
        name = Post("", (Field.plain(Part.BODY, post.name),))
        if not self._judging.identifies(self._thread([name], source, [])):
            return post
        return replace(post, name=f"record {number + 1}")

    def _is_telling(self, post: Post) -> bool:
        return bool(post.record) and self._may_tell(post.name)

    def _may_tell(self, name: str) -> bool:
        """Whether a name that is an id could be more than that."""
        return bool(self.shows_sentences and _TELLING.search(name))

    def masks(self, document: Document) -> Iterator[tuple[Field, Sequence[Mask]]]:
        """Each field of a document, and what of it must not be printed."""
        rules = self._rules_for(document.source.name)
        for together in threads(map(Told, document.posts)):
            thread = self._thread([one.post for one in together], document.source, [])
            possible = [rule for rule in self.ruleset.possible(thread.hits, thread.knows) if rule in rules]
            masks = self._judging.masks(thread, possible)
            yield from ((view.field, masks.get(at, ())) for at, view in enumerate(thread.views))

    @cached_property
    def shows_sentences(self) -> bool:
        """Whether more than the words found may be shown: a rule in play tells what identifies a person."""
        return any(rule.category is Category.PHI for rule in self.ruleset.rules)

    def in_force(self, path: str) -> Set[str]:
        """The ids of the rules that hold for a file at this path."""
        return {rule.id for rule in self._rules_for(path)}

    def _rules_for(self, path: str) -> Set[Rule]:
        return self._switched_on(path) if self.settings.overrides else self._switched_on_everywhere

    @cached_property
    def _switched_on_everywhere(self) -> Set[Rule]:
        return self._switched_on("")

    def _switched_on(self, path: str) -> Set[Rule]:
        switched = self.settings.switched_off(path)
        return {rule for rule in self.ruleset.rules if not switched(rule)}

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
            unread += self._unread_fields(context, post, source)
            unread += _unread_pictures(context, post, source)
            for own in post.fields:
                written = text.links(own) if own.part is not Part.LINK else ()
                for one in (own, *written):
                    views.append(self._normaliser.view(one, context.language))
                    owner.append(index)
        hits = self.ruleset.plan.scan(views)
        return Thread(source.name, posts, contexts, views, owner, hits)

    def _unread_fields(self, context: Context, post: Post, source: Source) -> Iterator[Unread]:
        """The fields that are surely in another language than the post, one that no rule speaks."""
        own = [one for one in post.fields if one.part not in _NO_TEXT_OF_ITS_OWN]
        if len(own) == 1 and "language" not in context.metadata:
            return  # the language of the post is the one it shows
        for one in own:
            spoken = text.language_of(one.text)
            if spoken.sure and spoken.code != context.language and spoken.code not in self.ruleset.languages:
                reason = f"no rule in force speaks the language of this field ({spoken.code})"
                hint = "name the market whose rules read it, or check it by hand"
                yield Unread(source.name, post.name, one.part.value, UnreadKind.LANGUAGE, reason, hint)

    def _timed_out(self, thread: Thread) -> Iterator[Unread]:
        for leaf in thread.hits.timed_out:
            for rule in self._judging.looking_for(leaf):
                yield Unread(
                    thread.path,
                    thread.posts[0].name,
                    rule.id,
                    UnreadKind.RULE,
                    "a pattern of this rule took too long and was stopped",
                    "simplify the pattern, or split the text",
                )


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
                "put the picture into the folder, or its words under `text`; `text: none` where there are none",
            )
