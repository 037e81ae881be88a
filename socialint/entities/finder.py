"""A post's views -> its persons, places and dates, as hits at their original places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Protocol

from socialint.entities.analyzer import Entity, analyse
from socialint.entities.casing import Cased, cased
from socialint.entities.mentions import Mention, mentions
from socialint.entities.models import installed
from socialint.entities.roles import Person, roles
from socialint.entities.shapes import may_hold
from socialint.entities.staff import Staff
from socialint.model.language import Cell, Row
from socialint.model.matches import Hit
from socialint.model.records import Registers
from socialint.model.views import View
from socialint.text import Language, language_of

KINDS = ("PERSON", "PLACE", "DATE")
"""The kinds of entities that rules can ask for."""

TABLE = "entities"
"""The table that the row of a hit is said to be from."""


class Recogniser(Protocol):
    """Finds entities in the views of one post."""

    def find(self, kind: str, views: Sequence[View]) -> Sequence[Hit]:
        """The hits of `kind`, one of `KINDS`: by field, then by place."""


class EntityFinder:
    """Finds entities with an entity model, which is loaded when a text first needs it.

    Each hit has one row, whose cells are its `kind` and for a PERSON its `role`. What was found in
    the views of a post is kept until another post is asked about, so that all kinds and all
    rules share one run of the model.
    """

    def __init__(self, model: str, registers: Registers, *, full: bool = False) -> None:
        """With `full`, texts without the shape of an entity are read as well."""
        self._model = model
        self._staff = Staff(registers["staff"])
        self._full = full
        self._post = _Post(())

    def find(self, kind: str, views: Sequence[View]) -> Sequence[Hit]:
        """The hits of `kind`, one of `KINDS`: by field, then by place.

        Raises `UserError` where the model is missing or is not the one that was pinned.
        """
        if not self._post.is_of(views):
            self._post = _Post(views)
        if kind not in self._post.hits:
            self._post.hits[kind] = self._hits(kind, self._post)
        return self._post.hits[kind]

    def _hits(self, kind: str, post: _Post) -> Sequence[Hit]:
        wanted = [at for at, text in enumerate(post.texts) if self._full or may_hold(kind, text.text)]
        unread = [at for at in wanted if at not in post.entities]
        if unread:
            answers = analyse(self._model, [post.texts[at].text for at in unread])
            post.entities.update(zip(unread, answers, strict=True))
        if not wanted:
            return ()
        foreign = post.language.sure and post.language.code != installed(self._model).language
        found = [
            (at, mention)
            for at in wanted
            for mention in mentions(post.texts[at], post.entities[at], foreign=foreign)
            if mention.kind == kind
        ]
        return tuple(self._as_hits(kind, post, found))

    def _as_hits(self, kind: str, post: _Post, found: Sequence[tuple[int, Mention]]) -> Iterator[Hit]:
        cells: list[dict[str, Cell]] = [{"kind": kind} for _ in found]
        if kind == "PERSON":
            persons = [post.person(at, mention) for at, mention in found]
            for cell, role in zip(cells, roles(persons, self._staff), strict=True):
                cell["role"] = str(role)
        for number, (at, mention) in enumerate(found):
            span = post.texts[at].original(mention.start, mention.end)
            yield Hit(at, span, (Row(TABLE, number, cells[number]),))


class _Post:
    """The views of one post, and what is known of them so far."""

    def __init__(self, views: Sequence[View]) -> None:
        self.views = tuple(views)
        self.texts: tuple[Cased, ...] = tuple(map(cased, self.views))
        self.entities: dict[int, list[Entity]] = {}
        self.hits: dict[str, Sequence[Hit]] = {}

    def is_of(self, views: Sequence[View]) -> bool:
        """Whether these are the very views; views alike may belong to another post."""
        return len(views) == len(self.views) and all(map(_same, self.views, views))

    @cached_property
    def language(self) -> Language:
        """The language of all texts together."""
        return language_of("\n".join(text.text for text in self.texts))

    def person(self, at: int, mention: Mention) -> Person:
        """The person of a mention, in its sentence."""
        text = self.texts[at]
        sentence = self.views[at].sentence(text.original(mention.start, mention.end).start)
        return Person(
            text.text, mention.start, mention.end, text.here(sentence.start), text.here(sentence.end)
        )


def _same(one: View, other: View) -> bool:
    return one is other
