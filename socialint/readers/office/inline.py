"""What is come across within a paragraph -> the paragraph: its text, and what stands beside it."""

from __future__ import annotations

from dataclasses import dataclass, field

from socialint.model.documents import Part
from socialint.readers.office.drawings import Described
from socialint.readers.office.manuscript import Aside, Block, Paragraph, paragraphs_of
from socialint.readers.office.styles import Style

DELETED = "deleted text"
HIDDEN = "hidden text"


@dataclass
class Inline:
    """A paragraph that is being read."""

    style: Style
    pieces: list[str] = field(default_factory=list, repr=False)
    unseen: list[tuple[str, list[str]]] = field(default_factory=list, repr=False)
    """Texts that are not published, each with what it is."""
    last: str = ""
    texts: int = 0
    """How many have been added."""
    strong: bool = True
    asides: list[Aside] = field(default_factory=list, repr=False)
    media: list[dict[str, object]] = field(default_factory=list, repr=False)
    notes: list[Paragraph] = field(default_factory=list, repr=False)
    boxes: list[Block] = field(default_factory=list, repr=False)
    drawing: Described = field(default_factory=Described, repr=False)

    def add(self, text: str, unseen: str) -> None:
        """Add some text; `unseen` says why it is not published, if it is not."""
        self.texts += 1
        if not unseen:
            self.pieces.append(text)
        elif self.last == unseen:
            self.unseen[-1][1].append(text)
        else:
            self.unseen.append((unseen, [text]))
        self.last = unseen

    def paragraph(self) -> Paragraph:
        """The paragraph."""
        beside = [Aside(Part.INTERNAL, "".join(pieces), label) for label, pieces in self.unseen]
        return Paragraph(
            "".join(self.pieces),
            level=self.style.level or 0,
            listed=bool(self.style.listed),
            strong=self.strong,
            asides=[one for one in (*beside, *self.asides) if one.text.strip()],
            media=self.media,
            notes=self.notes,
        )

    @property
    def weight(self) -> int:
        """How much it holds so far."""
        return self.texts + len(self.asides) + len(self.media) + len(self.notes) + len(self.boxes)


def joined(first: Paragraph, second: Paragraph) -> Paragraph:
    """Two paragraphs of which the mark between them is deleted."""
    second.text = first.text + second.text
    second.level = first.level or second.level
    second.strong = first.strong and second.strong
    second.asides = first.asides + second.asides
    second.media = first.media + second.media
    second.notes = first.notes + second.notes
    return second


def first_with_text(choices: list[list[tuple[Block, bool]]]) -> list[tuple[Block, bool]]:
    """Of several ways to say the same the first that says something."""
    for chosen in choices:
        if any(one.text.strip() or one.asides for block, _ in chosen for one in paragraphs_of(block)):
            return chosen
    return choices[0] if choices else []
