"""A post's views -> its persons, places and dates, as hits at their original places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from socialint.entities.analyzer import Entity, analyse
from socialint.entities.asking import Asking
from socialint.entities.casing import Cased, cased
from socialint.entities.cues import Cues, Heard, hear
from socialint.entities.disguises import KnownNames, is_hidden
from socialint.entities.mentions import Mention, Reader
from socialint.entities.models import located
from socialint.entities.names import Namer
from socialint.entities.paths import Paths
from socialint.entities.person import Person
from socialint.entities.roles import Roles
from socialint.entities.shapes import Shapes
from socialint.entities.staff import Staff
from socialint.entities.tags import Tags
from socialint.model.context import ModelReads
from socialint.model.documents import Part
from socialint.model.leaves import Cell, Row
from socialint.model.matches import Hit
from socialint.model.places import Span
from socialint.model.records import Registers
from socialint.model.views import View
from socialint.text import Language, language_of

KINDS = ("PERSON", "PLACE", "DATE")
"""The kinds of entities that rules can ask for."""

DEFAULT, ANY = "en", ""
"""The language whose cues are always heard, and what stands for a language that nothing shows."""

_FURTHEST = 40  # words: a look no further than this from a name, nor beyond its sentence

TABLE = "entities"
"""The table that the row of a hit is said to be from."""


class EntityFinder:
    """Finds entities with an entity model, which is loaded when a text first needs it.

    Each hit has one row, whose cells are its `kind` and for a PERSON its `role`, and whether the name
    was `hidden`. What was found in
    the views of a post is kept until another post is asked about, so that all kinds and all
    rules share one run of the model.
    """

    def __init__(
        self,
        model: str,
        registers: Registers,
        cues: Mapping[str, Mapping[str, Sequence[str]]],
        *,
        handles: Sequence[str] = (),
        reads: ModelReads = ModelReads.AUTO,
    ) -> None:
        """`cues` by language and kind. `reads` says which texts the model reads."""
        self._model = model
        self._registers = registers
        self._cues = cues
        self._reads = reads
        self._handles = _handles(registers, handles)
        self._listeners: dict[str, _Listener] = {}
        self._post = _Post((), Language(DEFAULT, False), self._listener(DEFAULT))

    def find(self, kind: str, views: Sequence[View]) -> Sequence[Hit]:
        """The hits of `kind`, one of `KINDS`: by field, then by place.

        Raises `UserError` where the model is missing or is not the one that was pinned.
        """
        if not self._post.is_of(views):
            language = language_of("\n".join(view.readings[0].text for view in views))
            self._post = _Post(views, language, self._listener(language.code if language.sure else ANY))
        if kind not in self._post.hits:
            self._post.hits[kind] = tuple(self._hits(kind, self._post))
        return self._post.hits[kind]

    def _hits(self, kind: str, post: _Post) -> Iterator[Hit]:
        foreign = post.language.code != self._speaks
        wanted = [at for at in range(len(post.texts)) if self._is_read(kind, at, post, foreign=foreign)]
        unread = [at for at in wanted if at not in post.entities]
        if unread:
            answers = analyse(self._model, [post.texts[at].text for at in unread])
            post.entities.update(zip(unread, answers, strict=True))
        found = [
            (at, mention)
            for at, text in enumerate(post.texts)
            for mention in post.listener.reader.read(
                text, post.entities.get(at, ()), post.named(at, kind), foreign=foreign
            )
            if mention.kind == kind
        ]
        if kind == "PERSON":
            found = [(at, post.listener.namer.trimmed(post.heard(at), mention)) for at, mention in found]
        cells: list[dict[str, Cell]] = [{"kind": kind} for _ in found]
        if kind == "PERSON":
            persons = [post.person(at, mention) for at, mention in found]
            for cell, person, role in zip(cells, persons, post.listener.roles.of(persons), strict=True):
                cell["role"] = str(role)
                cell["hidden"] = person.hidden
        for number, (at, mention) in enumerate(found):
            span = post.texts[at].original(mention.start, mention.end)
            yield Hit(
                at, span, (Row(TABLE, number, cells[number]),), whole=self._whole(kind, at, mention, post)
            )

    def _whole(self, kind: str, at: int, mention: Mention, post: _Post) -> Span | None:
        """A name with what it is called by, where there is more of it than the name."""
        if kind != "PERSON":
            return None
        called = post.listener.namer.called(post.heard(at), mention)
        return None if called is mention else post.texts[at].original(called.start, called.end)

    def _is_read(self, kind: str, at: int, post: _Post, *, foreign: bool) -> bool:
        if self._reads is not ModelReads.AUTO:
            return self._reads is ModelReads.FULL
        if not post.listener.shapes.may_hold(kind, post.texts[at].text):
            return False
        named = post.named(at, "PERSON")
        return kind == "DATE" or post.listener.asking.pays(kind, post.heard(at), named, foreign=foreign)

    @cached_property
    def _speaks(self) -> str:
        """The language of the model; none where it is not to be asked."""
        return "" if self._reads is ModelReads.OFF else located(self._model).language

    def _listener(self, language: str) -> _Listener:
        if language not in self._listeners:
            spoken = {
                code: words
                for code, words in self._cues.items()
                if language == ANY or code in (DEFAULT, language)
            }
            self._listeners[language] = _Listener(Cues(spoken), self._registers, self._handles)
        return self._listeners[language]


class _Listener:
    """What knows names and roles by the cues of a language, and of English, which all posts mix in."""

    def __init__(self, cues: Cues, registers: Registers, handles: frozenset[str]) -> None:
        self.cues = cues
        self.known = KnownNames(cues)
        self.shapes = Shapes(cues)
        self.reader = Reader(cues, self.shapes)
        self.asking = Asking(cues)
        self.namer = Namer(cues)
        self.tags = Tags(cues, handles)
        self.paths = Paths(cues)
        self.roles = Roles(cues, Staff(registers["staff"], cues))


class _Post:
    """The views of one post, and what is known of them so far."""

    def __init__(self, views: Sequence[View], language: Language, listener: _Listener) -> None:
        self.views = tuple(views)
        self.language = language
        self.listener = listener
        self.texts: tuple[Cased, ...] = tuple(
            cased(view, listener.shapes, listener.known) for view in self.views
        )
        self.entities: dict[int, list[Entity]] = {}
        self.hits: dict[str, Sequence[Hit]] = {}
        self._heard: dict[int, Heard] = {}
        self._named: dict[int, Sequence[Mention]] = {}
        self._hints: dict[tuple[int, int], str] = {}

    def is_of(self, views: Sequence[View]) -> bool:
        """Whether these are the very views; views alike may belong to another post."""
        return len(views) == len(self.views) and all(map(_same, self.views, views))

    def heard(self, at: int) -> Heard:
        """The words and cues of a text."""
        if at not in self._heard:
            self._heard[at] = hear(self.texts[at].text, self.listener.cues)
        return self._heard[at]

    def named(self, at: int, kind: str) -> Sequence[Mention]:
        """The persons that cues show in a text."""
        if kind != "PERSON":
            return ()
        if at not in self._named:
            heard = self.heard(at)
            tags, paths = self.listener.tags, self.listener.paths
            if self._is_link(at):
                tagged = [*paths.in_link(heard)]
            else:
                tagged = [*tags.names(heard), *paths.in_files(heard)]
            self._hints |= {(at, one.mention.start): one.hint for one in tagged}
            self._named[at] = (
                *self.listener.namer.names(heard),
                *(Mention("PERSON", one.start, one.end) for one in self.texts[at].names),
                *(one.mention for one in tagged),
            )
        return self._named[at]

    def _is_link(self, at: int) -> bool:
        return self.views[at].field.part is Part.LINK

    def person(self, at: int, mention: Mention) -> Person:
        """The person of a mention, in its sentence."""
        text, view, heard = self.texts[at], self.views[at], self.heard(at)
        sentence = view.sentence(text.original(mention.start, mention.end).start)
        earlier = view.sentence(max(0, sentence.start - 1))
        further = view.sentence(min(sentence.end, max(0, len(view.field.text) - 1)))
        start, end = heard.at(mention.start), heard.until(mention.end)
        low = max(heard.at(text.here(sentence.start)), start - _FURTHEST)
        high = min(heard.until(text.here(sentence.end)), end + _FURTHEST)
        return Person(
            heard,
            text.text[mention.start : mention.end],
            start,
            end,
            (low, high),
            max(heard.at(text.here(earlier.start)), low - _FURTHEST),
            min(heard.until(text.here(max(sentence.end, further.end))), high + _FURTHEST),
            self._hints.get((at, mention.start), ""),
            self._is_hidden(at, mention),
        )

    def _is_hidden(self, at: int, mention: Mention) -> bool:
        """Whether the writer disguised the name."""
        text, place = self.texts[at], Span(mention.start, mention.end)
        return any(one.overlaps(place) for one in text.hidden) or is_hidden(
            self.views[at].field.text, text.original(mention.start, mention.end)
        )


def _handles(registers: Registers, organisation: Sequence[str]) -> frozenset[str]:
    """Our own handles, in small letters and without their @."""
    contacts = (row.cells for row in registers["contacts"])
    recorded = (str(cells.get("value", "")) for cells in contacts if cells.get("kind") == "handles")
    return frozenset(handle.lstrip("@").lower() for handle in (*organisation, *recorded))


def _same(one: View, other: View) -> bool:
    return one is other
