"""The shapes of a slide (PresentationML, DrawingML) -> paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from socialint.model.documents import Part
from socialint.readers.office.drawings import GRAPHICS, described, medium, shown_by, words_of
from socialint.readers.office.insertions import Insertions
from socialint.readers.office.manuscript import Aside, Block, Cell, Paragraph, Table, paragraphs_of
from socialint.readers.office.markup import NAMES, Element, attribute
from socialint.readers.office.package import Package, Relation

_TITLES = frozenset({"title", "ctrTitle"})
_NUMBERS = frozenset({"sldNum", "dt", "sldImg", "hdr"})
"""Placeholders that hold a number, a date or a picture of the slide."""
_HEADS = frozenset({"p:nvSpPr", "p:nvPicPr", "p:nvGraphicFramePr", "p:nvCxnSpPr"})
_LINKS = frozenset({"a:hlinkClick", "a:hlinkHover"})
_BODIES = frozenset({"p:txBody", "a:txBody", "p188:txBody"})


@dataclass(frozen=True)
class Shapes:
    """Reads the shapes of one part."""

    package: Package
    relations: Mapping[str, Relation] = field(repr=False)
    insertions: Insertions = field(repr=False)

    def blocks(self, tree: Iterable[Element]) -> Iterator[Block]:
        """The paragraphs and tables of all shapes, in the order in which they lie."""
        for shape in tree:
            name = NAMES[shape.tag]
            if name == "mc:AlternateContent":
                choices = [list(self.blocks(choice)) for choice in shape]
                yield from next((one for one in choices if one), [])
            elif name in ("p:sp", "p:pic", "p:graphicFrame", "p:cxnSp"):
                yield from self._shape(shape, name)
            elif name == "p:oleObj":
                self._insert(shape)
            elif name != "p:nvGrpSpPr":
                yield from self.blocks(shape)

    def _shape(self, shape: Element, name: str) -> Iterator[Block]:
        tag = next((one for one in _head(shape) if NAMES[one.tag] == "p:cNvPr"), None)
        kind = placeholder(shape)
        if kind in _NUMBERS:
            return
        beside = Paragraph()
        if tag is not None:
            beside.asides += described(tag).asides()
            beside.asides += (aside for one in tag if NAMES[one.tag] in _LINKS for aside in self._link(one))
            if name == "p:pic" or _is_filled(shape):
                item = medium(shape, described(tag), self.relations)
                beside.media.append(item)
                beside.asides += self.insertions.picture(item, shown_by(shape, self.relations))
        found = list(self._inside(shape, kind in _TITLES))
        if tag is not None and attribute(tag, "hidden") in ("1", "true"):
            said = [one.text for block in found for one in paragraphs_of(block)]
            beside.asides.append(Aside(Part.INTERNAL, "\n".join(said), "hidden text"))
            found = []
        yield from found
        if beside.asides or beside.media:
            yield beside

    def _inside(self, shape: Element, is_title: bool) -> Iterator[Block]:
        for one in shape:
            name = NAMES[one.tag]
            if name in _BODIES:
                yield from self.paragraphs(one, is_title)
            elif name == "a:tbl":
                rows = (row for row in one if NAMES[row.tag] == "a:tr")
                yield Table([list(self._cells(row)) for row in rows])
            elif name in GRAPHICS:
                relation = self.relations.get(attribute(one, GRAPHICS[name]))
                if relation is not None:
                    said = words_of(self.package, relation.target)
                    yield from (Paragraph(text, place="drawing") for text in said if text.strip())
            elif name == "p:oleObj":
                self._insert(one)
            else:
                yield from self._inside(one, is_title)

    def _cells(self, row: Element) -> Iterator[Cell]:
        cells = (cell for cell in row if NAMES[cell.tag] == "a:tc")
        for column, cell in enumerate(cells, start=1):
            found = (one for body in cell if NAMES[body.tag] in _BODIES for one in self.paragraphs(body))
            yield Cell(column, list(found))

    def paragraphs(self, body: Element, is_title: bool = False) -> Iterator[Paragraph]:
        """The paragraphs of a text body; but for a title they follow one another like a list's."""
        for one in body:
            if NAMES[one.tag] == "a:p":
                paragraph = Paragraph(level=int(is_title), listed=not is_title)
                paragraph.text = self._text(one, paragraph.asides)
                yield paragraph

    def _text(self, element: Element, links: list[Aside]) -> str:
        """The text of a paragraph; its links are added to `links`."""
        pieces: list[str] = []
        for one in element:
            name = NAMES[one.tag]
            if name in ("a:t", "m:t"):
                pieces.append(one.text or "")
            elif name == "a:br":
                pieces.append("\n")
            elif name == "mc:AlternateContent":
                pieces.append(next(filter(None, (self._text(choice, links) for choice in one)), ""))
            elif name in _LINKS:
                links += self._link(one)
            elif len(one):
                pieces.append(self._text(one, links))
        return "".join(pieces)

    def _insert(self, element: Element) -> None:
        self.insertions.file(self.relations.get(attribute(element, "r:id")))

    def _link(self, element: Element) -> Iterator[Aside]:
        relation = self.relations.get(attribute(element, "r:id"))
        if relation is not None and relation.external:
            yield Aside(Part.LINK, relation.target, "link")
        if tooltip := attribute(element, "tooltip"):
            yield Aside(Part.DESCRIPTION, tooltip, "link tooltip")


def placeholder(shape: Element) -> str:
    """The kind of placeholder that a shape fills (`title`, `body`); empty where it is none."""
    found = (one for one in _head(shape) if NAMES[one.tag] == "p:ph")
    return next((attribute(one, "type") or "obj" for one in found), "")


def _is_filled(shape: Element) -> bool:
    """Whether a shape is a picture by what it is filled with, as design programs write them."""
    own = (one for one in shape if NAMES[one.tag] == "p:spPr")
    return any(NAMES[one.tag] == "a:blipFill" for properties in own for one in properties)


def _head(shape: Element) -> Iterator[Element]:
    """What is said of a shape before what is in it."""
    for one in shape:
        if NAMES[one.tag] in _HEADS:
            yield from one.iter()
