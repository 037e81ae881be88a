"""Word (.docx and its kin) -> posts.

An own walk over the XML and not a library's: those lose insertions, content controls and text
boxes, or take deleted and hidden text for what will be published.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from socialint.model.documents import Document, Part, Source, UnreadKind
from socialint.readers.names import Columns, Names
from socialint.readers.office.counting import placed
from socialint.readers.office.drafts import Section, posts_of
from socialint.readers.office.insertions import Insertions
from socialint.readers.office.manuscript import Aside, Block, Manuscript, Paragraph, paragraphs_of
from socialint.readers.office.markup import attribute, children, parse
from socialint.readers.office.package import Package
from socialint.readers.office.properties import beside, properties
from socialint.readers.office.signatures import package_of
from socialint.readers.office.story import NO_NOTES, Notes, Story
from socialint.readers.office.styles import Styles, styles
from socialint.readers.pictures import ocr

_UNREAD_WORDS = "the words in this picture were not read"
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


def read(source: Source, columns: Columns) -> Document:
    """The posts of a Word file: one, or one below each heading or in each row that says so.

    Deleted and hidden text, comments and properties are internal: for privacy rules only.
    """
    package, start = package_of(source.data, "Word", "w:document")
    file = _File(package, start, Insertions(package, source, columns))
    manuscript = Manuscript(source)
    whole = Section("", placed(file.blocks()), file.beside())
    posts = posts_of([whole], manuscript, Names.of(columns))
    unread = (*file.insertions.unread, *manuscript.original.unread)
    return Document(source, (*posts, *file.insertions.posts), tuple(dict.fromkeys(unread)), "")


class _File:
    """The parts of a Word file."""

    def __init__(self, package: Package, start: str, insertions: Insertions) -> None:
        self._package = package
        self._start = start
        self.insertions = insertions
        self._styles = self._own_styles()
        self._comments = {id: _comment(found) for id, found in self._noted("comments", "comment")}
        self._told: set[str] = set()

    def blocks(self) -> Iterator[Block]:
        """The paragraphs and tables of the main part."""
        notes = Notes(
            dict(self._noted("footnotes", "footnote")),
            dict(self._noted("endnotes", "endnote")),
            self._comments,
        )
        story = self._story(self._start, notes)
        yield from story.blocks(children(self._package.bytes(self._start), "w:body", "p"))
        self._told = story.comments

    def beside(self) -> Iterator[Aside]:
        """What belongs to the document and to no paragraph of it; known once all blocks are."""
        for kind in ("header", "footer"):
            yield from dict.fromkeys(self._margins(kind))  # those of several sections are often the same
        yield from (comment for id, comment in self._comments.items() if id not in self._told)
        yield from beside(properties(self._package))

    def _story(self, part: str, notes: Notes = NO_NOTES) -> Story:
        return Story(self._package, part, self._styles, self.insertions, notes)

    def _own_styles(self) -> Styles:
        parts = self._package.related(self._start, "styles")
        return styles(self._package.bytes(parts[0])) if parts else {}

    def _noted(self, kind: str, name: str) -> Iterator[tuple[str, list[Paragraph]]]:
        """The footnotes, endnotes or comments by their ids, numbered as they stand."""
        for part in self._package.related(self._start, kind):
            story = self._story(part)
            every = parse(self._package.bytes(part))
            said = (note for note in every if attribute(note, "w:type") not in _SEPARATORS)
            for number, note in enumerate(said, start=1):
                found = (one for block in story.blocks(note) for one in paragraphs_of(block))
                placed = [replace(one, place=f"{name} {number}", level=0) for one in found]
                yield attribute(note, "w:id"), placed

    def _margins(self, kind: str) -> Iterator[Aside]:
        for part in self._package.related(self._start, kind):
            blocks = self._story(part).blocks(parse(self._package.bytes(part)))
            found = [one for block in blocks for one in paragraphs_of(block)]
            yield Aside(Part.DESCRIPTION, "\n".join(one.text for one in found), kind, kind)
            yield from (aside.at(kind) for one in found for aside in one.asides)
            if any(item["type"] == "image" and not item.get("text") for one in found for item in one.media):
                self.insertions.say(_UNREAD_WORDS, ocr.HINT, UnreadKind.IMAGE_TEXT, kind)


def _comment(paragraphs: list[Paragraph]) -> Aside:
    said = [text for one in paragraphs for text in (one.text, *(aside.text for aside in one.asides))]
    place = paragraphs[0].place if paragraphs else "comment"
    return Aside(Part.INTERNAL, "\n".join(said), "comment", place)
