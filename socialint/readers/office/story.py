"""The elements of a Word part -> paragraphs and tables, as they will be published.

One walk that keeps in mind what it is inside of. What would be published (insertions, the
targets of moves, the results of fields, content controls, text boxes) is text; what would not
(deletions, the sources of moves, hidden text, comments, instructions of fields) stands beside it,
for the privacy rules. An element that nobody knows is walked through: a text is never lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from socialint.model.documents import Part
from socialint.readers.office import fields
from socialint.readers.office.cells import of_cell, of_row
from socialint.readers.office.drawings import GRAPHICS, Described, described, medium, shown_by, words_of
from socialint.readers.office.inline import DELETED, HIDDEN, Inline, first_with_text, joined
from socialint.readers.office.insertions import Insertions
from socialint.readers.office.manuscript import Aside, Block, Cell, Paragraph, Table, paragraphs_of
from socialint.readers.office.markup import NAMES, Element, attribute
from socialint.readers.office.package import Package
from socialint.readers.office.styles import PLAIN, Style, Styles, direct
from socialint.readers.office.symbols import symbol
from socialint.readers.prose import words

_SIGNS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "\u2011",
    "w:softHyphen": "\u00ad",
}
_REMOVED = frozenset({"w:del", "w:moveFrom"})
_PROPERTIES = words("w:pPr w:rPr w:sdtPr w:sdtEndPr w:tblPr w:tblGrid w:trPr w:tcPr w:sectPr w:fldData")
_INLINE = words("w:r w:t w:hyperlink w:fldSimple w:smartTag m:oMath m:oMathPara w:drawing w:pict w:object")
_LOOSE = _INLINE | {"w:p", "w:tbl"}
"""What may stand where a row or a cell should, in a file that is not well made."""


@dataclass(frozen=True)
class Notes:
    """What a story refers to, by id: the paragraphs of its notes, the words of its comments."""

    footnotes: Mapping[str, list[Paragraph]] = field(default_factory=dict, repr=False)
    endnotes: Mapping[str, list[Paragraph]] = field(default_factory=dict, repr=False)
    comments: Mapping[str, Aside] = field(default_factory=dict, repr=False)


NO_NOTES = Notes()


class Story:
    """One part with text: the main one, a header, the notes."""

    def __init__(
        self,
        package: Package,
        part: str,
        styles: Styles,
        insertions: Insertions,
        notes: Notes = NO_NOTES,
    ) -> None:
        self._package = package
        self._relations = package.relations(part)
        self._styles = styles
        self._insertions = insertions
        self._notes = notes
        self._line = Inline(PLAIN)
        self._instructions: list[list[str] | None] = []
        self.comments: set[str] = set()
        """The ids of the comments that have been come across; each is told once, as notes are."""
        self._told: set[int] = set()

    def blocks(self, elements: Iterable[Element], unseen: str = "") -> Iterator[Block]:
        """The paragraphs and tables, in order; `unseen` says why none of them is published."""
        held: Paragraph | None = None  # its mark is deleted: it goes on with the next one
        for block, goes_on in self._blocks(elements, unseen):
            if held is not None and isinstance(block, Paragraph):
                block = joined(held, block)
            elif held is not None:
                yield held
            held = block if goes_on and isinstance(block, Paragraph) else None
            if held is None:
                yield block
        if held is not None:
            yield held

    def _blocks(self, elements: Iterable[Element], unseen: str) -> Iterator[tuple[Block, bool]]:
        for element in elements:
            name = NAMES[element.tag]
            if name == "w:p":
                yield from self._paragraph(element, unseen)
            elif name == "w:tbl":
                yield Table(list(self._rows(element, unseen))), False
            elif name == "mc:AlternateContent":
                chosen = [list(self._blocks(one, unseen)) for one in element]
                yield from first_with_text(chosen)
            elif name == "w:altChunk":
                self._insert(element)
            elif name in _INLINE:
                yield from self._paragraph([element], unseen)
            elif name not in _PROPERTIES:
                yield from self._blocks(element, DELETED if name in _REMOVED else unseen)

    def _paragraph(self, element: Iterable[Element], unseen: str) -> Iterator[tuple[Block, bool]]:
        around, self._line = self._line, Inline(PLAIN)
        goes_on = False
        for child in element:
            if NAMES[child.tag] == "w:pPr":
                self._line.style, goes_on = self._of_paragraph(child)
        self._inside(element, unseen)
        if self._instructions and self._instructions[-1]:  # a field that may never end
            self._line.asides += fields.told("".join(self._instructions[-1]))
            self._instructions[-1] = []
        line, self._line = self._line, around
        yield line.paragraph(), goes_on
        yield from ((box, False) for box in line.boxes)

    def _of_paragraph(self, properties: Element) -> tuple[Style, bool]:
        """The style of a paragraph, and whether its mark is deleted."""
        style, goes_on = direct(properties), False
        for child in properties:
            name = NAMES[child.tag]
            if name == "w:pStyle":
                style = style.over(self._styles.get(attribute(child, "w:val"), PLAIN))
            elif name == "w:rPr":
                goes_on = any(NAMES[one.tag] in _REMOVED for one in child)
        return style, goes_on

    # --- tables ----------------------------------------------------------------------------

    def _rows(self, element: Element, unseen: str) -> Iterator[list[Cell]]:
        for row in element:
            name = NAMES[row.tag]
            if name == "w:tr":
                yield list(self._cells(row, of_row(row) or unseen, 0))
            elif name == "w:tc" or name in _LOOSE:
                yield list(self._cells([row], unseen, 0))
            elif name not in _PROPERTIES:  # content controls stand around rows, too
                yield from self._rows(row, DELETED if name in _REMOVED else unseen)

    def _cells(self, element: Iterable[Element], unseen: str, column: int) -> Iterator[Cell]:
        for cell in element:
            name = NAMES[cell.tag]
            if name == "w:tc":
                removed, goes_on, width = of_cell(cell)
                yield self._cell(cell, DELETED if removed else unseen, column + 1, goes_on)
                column += width
            elif name in _LOOSE:
                column += 1
                yield self._cell([cell], unseen, column, False)
            elif name not in _PROPERTIES:
                for found in self._cells(cell, unseen, column):
                    column = found.column
                    yield found

    def _cell(self, elements: Iterable[Element], unseen: str, column: int, goes_on: bool) -> Cell:
        found = (one for block in self.blocks(elements, unseen) for one in paragraphs_of(block))
        return Cell(column, [one for one in found if one.holds_something], goes_on)

    # --- within a paragraph ----------------------------------------------------------------

    def _inside(self, element: Iterable[Element], unseen: str) -> None:
        line = self._line
        for child in element:
            name = NAMES[child.tag]
            if name == "w:r":
                self._run(child, unseen)
            elif name in ("w:t", "m:t"):
                line.add(_text(child), unseen)
            elif name in _SIGNS:
                line.add(_SIGNS[name], unseen)
            elif name in _REMOVED:
                self._inside(child, DELETED)
            elif name == "w:delText":
                line.add(_text(child), unseen or DELETED)
            elif name in _ELEMENTS:
                _ELEMENTS[name](self, child, unseen)
            elif name not in _PROPERTIES:
                self._inside(child, unseen)

    def _run(self, run: Element, unseen: str) -> None:
        line = self._line
        style = PLAIN
        if len(run) and NAMES[run[0].tag] == "w:rPr":
            style = direct(run[0])
            for child in run[0]:
                if NAMES[child.tag] == "w:rStyle":
                    style = style.over(self._styles.get(attribute(child, "w:val"), PLAIN))
        hidden = line.style.hidden if style.hidden is None else style.hidden
        before = len(line.pieces)
        self._inside(run, unseen or (HIDDEN if hidden else ""))
        if line.strong and not (line.style.strong if style.strong is None else style.strong):
            line.strong = not any(piece.strip() for piece in line.pieces[before:])

    def _symbol(self, element: Element, unseen: str) -> None:
        self._line.add(symbol(attribute(element, "w:font"), attribute(element, "w:char")), unseen)

    def _hyperlink(self, element: Element, unseen: str) -> None:
        self._link(attribute(element, "r:id"))
        self._line.asides.append(Aside(Part.DESCRIPTION, attribute(element, "w:tooltip"), "link tooltip"))
        self._inside(element, unseen)

    def _link(self, id: str) -> None:
        # An id that leads nowhere is common, and no fault of the text.
        relation = self._relations.get(id)
        if relation is not None and relation.external:
            self._line.asides.append(Aside(Part.LINK, relation.target, "link"))

    def _alternate(self, element: Element, unseen: str) -> None:
        """One of several ways to say the same: the first, unless it says nothing."""
        line = self._line
        for choice in element:
            before = line.weight
            self._inside(choice, unseen)
            if line.weight > before:
                return

    def _text_box(self, element: Element, unseen: str) -> None:
        boxes = list(self.blocks(element, unseen))
        for one in boxes:
            if isinstance(one, Paragraph):
                one.place = one.place or "text box"
        self._line.boxes += boxes

    # --- fields ----------------------------------------------------------------------------

    def _simple_field(self, element: Element, unseen: str) -> None:
        self._line.asides += fields.told(attribute(element, "w:instr"))
        self._inside(element, unseen)

    def _field_mark(self, element: Element, unseen: str) -> None:
        kind = attribute(element, "w:fldCharType")
        if kind == "begin":
            self._instructions.append([])
        elif self._instructions:
            instruction = self._instructions.pop()
            self._line.asides += fields.told("".join(instruction or ()))
            if kind == "separate":
                self._instructions.append(None)

    def _instruction(self, element: Element, unseen: str) -> None:
        if self._instructions and self._instructions[-1] is not None:
            self._instructions[-1].append(_text(element))
        else:
            self._line.asides += fields.told(_text(element))

    # --- notes and comments ----------------------------------------------------------------

    def _footnote(self, element: Element, unseen: str) -> None:
        self._note(self._notes.footnotes, element, unseen)

    def _endnote(self, element: Element, unseen: str) -> None:
        self._note(self._notes.endnotes, element, unseen)

    def _note(self, notes: Mapping[str, list[Paragraph]], element: Element, unseen: str) -> None:
        found = [one for one in notes.get(attribute(element, "w:id"), []) if id(one) not in self._told]
        self._told.update(map(id, found))
        if unseen:
            self._line.asides += (Aside(Part.INTERNAL, one.text, unseen, one.place) for one in found)
        else:
            self._line.notes += found

    def _comment(self, element: Element, unseen: str) -> None:
        number = attribute(element, "w:id")
        if number in self._notes.comments and number not in self.comments:
            self.comments.add(number)
            self._line.asides.append(self._notes.comments[number])

    # --- drawings --------------------------------------------------------------------------

    def _name_tag(self, element: Element, unseen: str) -> None:
        self._line.drawing = described(element)
        self._line.asides += self._line.drawing.asides()
        for link in element.iter():
            if NAMES[link.tag] == "a:hlinkClick":
                self._link(attribute(link, "r:id"))

    def _picture(self, element: Element, unseen: str) -> None:
        said = self._line.drawing
        own = next((described(one) for one in element.iter() if NAMES[one.tag] == "pic:cNvPr"), said)
        if own.alt.strip() and own.alt != said.alt:  # one of a group
            self._line.asides += own.asides()
            said = own
        self._show(element, said)

    def _old_picture(self, element: Element, unseen: str) -> None:
        self._show(element, self._line.drawing)

    def _show(self, element: Element, said: Described) -> None:
        item = medium(element, said, self._relations)
        self._line.media.append(item)
        self._line.asides += self._insertions.picture(item, shown_by(element, self._relations))

    def _old_shape(self, element: Element, unseen: str) -> None:
        self._line.drawing = Described(alt=element.get("alt", ""))
        self._line.asides += self._line.drawing.asides()
        self._inside(element, unseen)

    def _art(self, element: Element, unseen: str) -> None:
        if not unseen:
            self._line.boxes.append(Paragraph(element.get("string", ""), place="text box"))

    def _graphic(self, element: Element, unseen: str) -> None:
        relation = self._relations.get(attribute(element, GRAPHICS[NAMES[element.tag]]))
        if relation is not None and not unseen:
            said = words_of(self._package, relation.target)
            self._line.boxes += (Paragraph(text, place="drawing") for text in said if text.strip())

    def _embedded(self, element: Element, unseen: str) -> None:
        self._insert(element)

    def _insert(self, element: Element) -> None:
        self._insertions.file(self._relations.get(attribute(element, "r:id")))


_ELEMENTS: Mapping[str, Callable[[Story, Element, str], None]] = {
    "w:sym": Story._symbol,
    "w:hyperlink": Story._hyperlink,
    "mc:AlternateContent": Story._alternate,
    "w:txbxContent": Story._text_box,
    "w:fldSimple": Story._simple_field,
    "w:fldChar": Story._field_mark,
    "w:instrText": Story._instruction,
    "w:delInstrText": Story._instruction,
    "w:footnoteReference": Story._footnote,
    "w:endnoteReference": Story._endnote,
    "w:commentReference": Story._comment,
    "wp:docPr": Story._name_tag,
    "pic:pic": Story._picture,
    "v:shape": Story._old_shape,
    "v:rect": Story._old_shape,
    "v:imagedata": Story._old_picture,
    "v:textpath": Story._art,
    "o:OLEObject": Story._embedded,
    **dict.fromkeys(GRAPHICS, Story._graphic),
}


def _text(element: Element) -> str:
    text = "".join(map(str, element.itertext())) if len(element) else element.text or ""
    return text.replace("\n", " ").replace("\r", " ").replace("\t", " ")
