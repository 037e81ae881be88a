"""The styles of a Word file -> what a paragraph or a run is because of its style."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import regex

from socialint.readers.office.markup import NAMES, Element, attribute, parse

_HEADING = regex.compile(r"heading ([1-9])", regex.IGNORECASE)
_OFF = frozenset({"0", "false", "off", "none"})
_SAYS = frozenset({"w:outlineLvl", "w:vanish", "w:b", "w:numPr"})
_MOST = 20
"""How many styles are looked through on which one is based; Word allows 11."""


@dataclass(frozen=True, slots=True)
class Style:
    """What counts of a style: `level` is that of a heading, 0 for any other; None says nothing."""

    level: int | None = None
    hidden: bool | None = None
    strong: bool | None = None
    listed: bool | None = None

    def over(self, other: Style) -> Style:
        """This style, and where it says nothing the other."""
        return Style(
            other.level if self.level is None else self.level,
            other.hidden if self.hidden is None else self.hidden,
            other.strong if self.strong is None else self.strong,
            other.listed if self.listed is None else self.listed,
        )


PLAIN = Style()
Styles = Mapping[str, Style]


def styles(data: bytes) -> Styles:
    """The styles of `styles.xml`, each with what it takes from those it is based on."""
    own: dict[str, Style] = {}
    based: dict[str, str] = {}
    for style in parse(data):
        if NAMES[style.tag] != "w:style":
            continue
        id = attribute(style, "w:styleId")
        said = PLAIN
        for child in style:
            name = NAMES[child.tag]
            if name == "w:name":
                found = _HEADING.fullmatch(attribute(child, "w:val"))
                title = attribute(child, "w:val").casefold() == "title"
                said = Style(level=int(found[1]) if found else 1 if title else None).over(said)
            elif name == "w:basedOn":
                based[id] = attribute(child, "w:val")
            elif name in ("w:pPr", "w:rPr"):
                said = said.over(direct(child))
        own[id] = said
    return {id: _whole(id, own, based) for id in own}


def direct(properties: Element) -> Style:
    """What the properties of a paragraph (`w:pPr`) or of a run (`w:rPr`) say themselves."""
    level = hidden = strong = listed = None
    silent = True
    for child in properties:
        name = NAMES[child.tag]
        if name not in _SAYS:
            continue
        silent = False
        if name == "w:outlineLvl":
            said = attribute(child, "w:val")
            level = int(said) + 1 if said in tuple("012345678") else 0
        elif name == "w:vanish":
            hidden = on(child)
        elif name == "w:b":
            strong = on(child)
        else:
            listed = True
    return PLAIN if silent else Style(level, hidden, strong, listed)


def on(switch: Element) -> bool:
    """Whether an element that switches something on does so."""
    return not switch.keys() or attribute(switch, "w:val").lower() not in _OFF


def _whole(id: str, own: Styles, based: Mapping[str, str]) -> Style:
    found = own[id]
    for _ in range(_MOST):
        id = based.get(id, "")
        if id not in own:
            break
        found = found.over(own[id])
    return found
