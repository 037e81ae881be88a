"""PowerPoint (.pptx and its kin) -> posts, one a slide, shown one after the other like a thread.

What stands on the layout and the master of a slide is seen on it. Speaker notes and comments
are internal: for privacy rules only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from socialint.model.documents import Document, Part, Source
from socialint.readers.names import Columns, Names
from socialint.readers.office.drafts import Section, posts_of
from socialint.readers.office.insertions import Insertions
from socialint.readers.office.manuscript import Aside, Block, Manuscript, Paragraph, Table, paragraphs_of
from socialint.readers.office.markup import NAMES, Element, attribute, parse
from socialint.readers.office.package import Package
from socialint.readers.office.properties import beside, properties
from socialint.readers.office.shapes import Shapes, placeholder
from socialint.readers.office.signatures import package_of


def read(source: Source, columns: Columns) -> Document:
    """The posts of a PowerPoint file."""
    package, start = package_of(source.data, "PowerPoint", "p:presentation")
    file = _File(package, start, Insertions(package, source, columns))
    manuscript = Manuscript(source)
    posts = posts_of(file.sections(), manuscript, Names.of(columns))
    unread = (*file.insertions.unread, *manuscript.original.unread)
    return Document(source, (*posts, *file.insertions.posts), tuple(dict.fromkeys(unread)), "")


class _File:
    """The parts of a PowerPoint file."""

    def __init__(self, package: Package, start: str, insertions: Insertions) -> None:
        self._package = package
        self._start = start
        self.insertions = insertions
        self._behind: dict[str, Sequence[str]] = {}

    def sections(self) -> Iterator[Section]:
        """The slides in their order; what belongs to the whole file goes with the first."""
        whole = list(beside(properties(self._package)))
        for number, part in enumerate(self._slides(), start=1):
            slide = parse(self._package.bytes(part))
            hidden = attribute(slide, "show") in ("0", "false")
            yield Section(
                f"slide {number}" + (" (hidden)" if hidden else ""),
                self._blocks(part, slide),
                [*self._beside(part, slide), *(whole if number == 1 else ())],
                {"thread": "slides", "position": number},
            )

    def _slides(self) -> Iterator[str]:
        relations = self._package.relations(self._start)
        told: set[str] = set()
        for one in parse(self._package.bytes(self._start)).iter():
            relation = relations.get(attribute(one, "r:id")) if NAMES[one.tag] == "p:sldId" else None
            if relation is None:
                continue
            if not self._package.has(relation.target):
                self.insertions.say(
                    "a slide is missing in the file", "open it in PowerPoint and save it again"
                )
            elif relation.target not in told:
                told.add(relation.target)
                yield relation.target
        # A slide that is in no list is in the file all the same.
        yield from (part for part in self._package.related(self._start, "slide") if part not in told)

    def _shapes(self, part: str) -> Shapes:
        return Shapes(self._package, self._package.relations(part), self.insertions)

    def _blocks(self, part: str, slide: Element) -> Iterator[Block]:
        """The title first, wherever it lies; then the others."""
        blocks = list(self._shapes(part).blocks(slide))
        paragraphs = tables = 0
        for block in sorted(blocks, key=lambda one: not (isinstance(one, Paragraph) and one.level)):
            if isinstance(block, Table):
                tables += 1
                for number, row in enumerate(block.rows, start=1):
                    for cell in row:
                        for one in cell.paragraphs:
                            one.place = f"table {tables}, row {number}, column {cell.column}"
            else:
                paragraphs += bool(block.text.strip()) and not block.level
                where = "title" if block.level else f"paragraph {max(paragraphs, 1)}"
                block.place = block.place or where
            yield block

    def _beside(self, part: str, slide: Element) -> Iterator[Aside]:
        if attribute(slide, "showMasterSp") not in ("0", "false"):
            for layout in self._package.related(part, "slideLayout"):
                yield from self._shown_behind(layout)
        for notes in self._package.related(part, "notesSlide"):
            said = self._texts(notes, parse(self._package.bytes(notes)))
            yield Aside(Part.INTERNAL, "\n".join(said), "notes", "notes")
        for comments in self._package.related(part, "comments"):
            for number, one in enumerate(parse(self._package.bytes(comments)), start=1):
                yield Aside(Part.INTERNAL, "\n".join(_comment(one)), "comment", f"comment {number}")

    def _shown_behind(self, layout: str) -> Iterator[Aside]:
        """What lies on a layout and on its master, and is no place to fill."""
        if layout not in self._behind:
            said: list[str] = []
            for part in (layout, *self._package.related(layout, "slideMaster")):
                tree = parse(self._package.bytes(part))
                said += self._texts(part, tree, placeholders=False)
                if attribute(tree, "showMasterSp") in ("0", "false"):
                    break
            self._behind[layout] = said
        for text in self._behind[layout]:
            yield Aside(Part.DESCRIPTION, text, "slide layout", "slide layout")

    def _texts(self, part: str, tree: Element, *, placeholders: bool = True) -> list[str]:
        shapes = [one for one in tree.iter() if NAMES[one.tag] in ("p:sp", "p:graphicFrame")]
        blocks = self._shapes(part).blocks(one for one in shapes if placeholders or not placeholder(one))
        return [one.text for block in blocks for one in paragraphs_of(block) if one.text.strip()]


def _comment(comment: Element) -> Iterator[str]:
    """What a comment says, and the answers to it, in the old form and the new."""
    for one in comment.iter():
        if NAMES[one.tag] in ("p:text", "a:t"):
            yield one.text or ""
