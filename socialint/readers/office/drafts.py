"""Paragraphs and tables -> posts: what lies below “Facebook” or “Post 2”, or a row of a table, is one.

A file without such headings is one post. The line that announces a post is not of its text, nor
are the headings above several of them; what they say stays with the post, for the privacy rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from socialint.model.documents import Part, Post
from socialint.readers.headings import Heading, announced
from socialint.readers.names import Names
from socialint.readers.nodes import Entries, Leaf
from socialint.readers.office.forms import Line, form
from socialint.readers.office.grids import records
from socialint.readers.office.manuscript import Aside, Block, Manuscript, Paragraph, Table
from socialint.readers.record import read_record
from socialint.readers.traced import Traced, join

_BELOW_ALL = 10
"""The level of a draft that is announced by a line which is no heading."""


@dataclass
class _Draft:
    """The paragraphs of one post, in order, and the headings above it."""

    heading: Heading | None = None
    level: int = _BELOW_ALL
    above: list[Paragraph] = field(default_factory=list, repr=False)
    paragraphs: list[Paragraph] = field(default_factory=list, repr=False)


@dataclass(frozen=True)
class Section:
    """What is read by itself: a whole Word file, a slide.

    `beside` are the texts that belong to no paragraph of it; they go with its first post.
    `metadata` is what holds for all its posts.
    """

    name: str
    blocks: Iterable[Block] = field(repr=False)
    beside: Iterable[Aside] = field(default=(), repr=False)
    metadata: Mapping[str, object] = field(default_factory=dict, repr=False)


def posts_of(sections: Iterable[Section], manuscript: Manuscript, names: Names) -> tuple[Post, ...]:
    """The posts of a file, section by section."""
    found = (_of_section(section, manuscript, names) for section in sections)
    return tuple(manuscript.settled(post for posts in found for post in posts))


def _of_section(section: Section, manuscript: Manuscript, names: Names) -> Iterator[Post]:
    posts = _named(list(_Reading(manuscript, names).posts(section.blocks)))
    beside = manuscript.fields(section.beside)
    if beside:
        first = posts[0] if posts else Post("", ())
        posts[:1] = [replace(first, fields=(*first.fields, *beside))]
    for post in posts:
        name = ", ".join(filter(None, (section.name, post.name)))
        yield replace(post, name=name, metadata={**section.metadata, **post.metadata})


class _Reading:
    def __init__(self, manuscript: Manuscript, names: Names) -> None:
        self._manuscript = manuscript
        self._names = names
        self._tables = 0

    def posts(self, blocks: Iterable[Block]) -> Iterator[tuple[Heading | None, Post]]:
        draft = _Draft()
        waiting: list[Paragraph] = []  # headings of which is not known yet what they are above
        for block in blocks:
            if isinstance(block, Table):
                found = list(self._records(block, draft.heading))
                yield from ((None, post) for post in found)
                paragraphs = [] if found else list(_lines_of(block))
            elif (heading := announced(block.text, level=block.level, strong=block.strong)) is not None:
                yield from self._post(draft)
                rest = replace(block, text=block.text[heading.rest :], level=0)
                draft = _Draft(heading, block.level or _BELOW_ALL, waiting, [rest])
                waiting = []
                continue
            else:
                paragraphs = [block]
            is_text = any(one.text.strip() and not one.level for one in paragraphs)
            if waiting and is_text:
                if draft.heading is not None and waiting[0].level <= draft.level:
                    yield from self._post(draft)
                    draft = _Draft()
                draft.paragraphs += waiting
                waiting = []
            is_heading = any(one.level and one.text.strip() for one in paragraphs)
            (waiting if (waiting or is_heading) and not is_text else draft.paragraphs).extend(paragraphs)
        draft.paragraphs += waiting
        yield from self._post(draft)

    def _records(self, table: Table, heading: Heading | None) -> Iterator[Post]:
        """The posts in a table; they are for the channel that the heading above names, unless they say."""
        self._tables += 1
        for post in records(table, self._tables, self._manuscript, self._names):
            named = list(heading.channels) if heading is not None else []
            said = {"channel": named[0] if len(named) == 1 else named} if named else {}
            yield replace(post, metadata={**said, **post.metadata})

    def _post(self, draft: _Draft) -> Iterator[tuple[Heading | None, Post]]:
        write = self._manuscript.write
        lines: list[Line] = []
        before: Paragraph | None = None
        notes = [note for one in draft.paragraphs for note in one.notes]
        for one in (*draft.paragraphs, *notes):
            if not one.text.strip():
                continue
            gap = "\n" if before is not None and one.listed and before.listed else "\n\n"
            whole = write(one.text, one.place)
            for at, written in enumerate(whole.split("\n") if "\n" in one.text else (whole,)):
                lines.append(Line(written, "\n" if at else gap))
            before = one
        found = form(lines, self._names)
        body = self._manuscript.original.field(Part.BODY, _text(found.body))
        every = (*draft.above, *draft.paragraphs, *notes)
        asides = [Aside(Part.INTERNAL, one.text, "heading", one.place) for one in draft.above]
        asides += (aside.at(one.place) for one in every for aside in one.asides)
        fields = self._manuscript.fields(asides)
        media = [item for one in every for item in one.media]
        entries = found.entries
        if draft.heading is not None and draft.heading.channels:
            said = Leaf(", ".join(draft.heading.channels), Traced.made("", 0, 0))
            entries = Entries((("channel", said), *entries.pairs))
        post = read_record(
            self._manuscript.original,
            entries,
            self._names,
            body=[*([body] if body.text.strip() else []), *fields],
            media=media,
        )
        if post is not None:
            yield draft.heading, post


def _lines_of(table: Table) -> Iterator[Paragraph]:
    """The paragraphs of a table that holds no posts; they follow one another like those of a list."""
    for row in table.rows:
        for cell in row:
            for one in cell.paragraphs:
                yield replace(one, listed=True)


def _text(lines: Sequence[Line]) -> Traced:
    pieces: list[Traced] = []
    for line in lines:
        if pieces:
            end = pieces[-1].source_end
            pieces.append(Traced.made(line.gap, end, max(end, line.written.source_start)))
        pieces.append(line.written)
    return join(pieces).strip()


def _named(found: Sequence[tuple[Heading | None, Post]]) -> list[Post]:
    """The posts under names: the numbers that the file gives them, or else those of their order."""
    if len(found) == 1 and not found[0][1].name:  # a file, or a slide, that is one post
        return [found[0][1]]
    given = [heading.number for heading, _ in found if heading is not None]
    use_given = None not in given and len(set(given)) == len(given)
    named: list[Post] = []
    order = 0
    for heading, post in found:
        if heading is None:
            named.append(post)
            continue
        order += 1
        number = heading.number if use_given else order
        named.append(replace(post, name=", ".join((f"post {number}", *heading.channels))))
    return named
