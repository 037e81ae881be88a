"""Pictures, charts and diagrams of a part -> their alt texts, their media items, their words."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from socialint.model.documents import Part
from socialint.readers.office.manuscript import Aside
from socialint.readers.office.markup import NAMES, Element, attribute, parse
from socialint.readers.office.package import Package, Relation

GRAPHICS = {"c:chart": "r:id", "?:chart": "r:id", "dgm:relIds": "r:dm"}
"""Elements that stand for a drawing in a part of its own, and the attribute that names it."""

_SAYS = frozenset({"a:t", "?:t"})
_LABELS = frozenset({"c:strCache", "?:strDim"})
_VALUES = frozenset({"c:v", "?:pt"})
_FILM = ("a:videoFile", "a:quickTimeFile")
_SOUND = ("a:audioFile", "a:wavAudioFile")
_SHOWING = ("a:blip", "v:imagedata")
_NO = frozenset({"0", "false", "off"})


@dataclass(frozen=True, slots=True)
class Described:
    """What the name tag of a drawing (`wp:docPr`, `p:cNvPr`) says of it."""

    alt: str = field(default="", repr=False)
    title: str = field(default="", repr=False)
    decorative: bool = False

    def asides(self) -> Iterator[Aside]:
        """The alt texts, without blank ones."""
        for text, label in ((self.alt, "alt"), (self.title, "alt title")):
            if text.strip():
                yield Aside(Part.ALT_TEXT, text, label)


def described(tag: Element) -> Described:
    """What a name tag says."""
    marks = (one for one in tag.iter() if NAMES[one.tag] == "adec:decorative")
    return Described(
        tag.get("descr", ""), tag.get("title", ""), any(attribute(one, "val") not in _NO for one in marks)
    )


def medium(picture: Element, said: Described, relations: Mapping[str, Relation]) -> dict[str, object]:
    """The media item that a picture, or the still of a film, is."""
    item: dict[str, object] = {"type": "image"}
    for one in picture.iter():
        name = NAMES[one.tag]
        if name in _FILM or name in _SOUND:
            item["type"] = "video" if name in _FILM else "audio"
    if (shown := shown_by(picture, relations)) is not None:
        item["source"] = posixpath.basename(shown.target)
    if said.alt.strip():
        item["alt"] = said.alt
    elif said.decorative:
        item.update(alt="", decorative=True)
    return item


def shown_by(picture: Element, relations: Mapping[str, Relation]) -> Relation | None:
    """The file that a picture shows; None where it names none that is known."""
    for one in picture.iter():
        if NAMES[one.tag] in _SHOWING:
            id = attribute(one, "r:embed") or attribute(one, "r:link") or attribute(one, "r:id")
            if id in relations:
                return relations[id]
    return None


def words_of(package: Package, part: str) -> Iterator[str]:
    """The words in a chart or a diagram, paragraph by paragraph; none where there is no such part."""
    if not package.has(part):
        return
    for one in parse(package.bytes(part)).iter():
        name = NAMES[one.tag]
        if name == "a:p":
            yield "".join(run.text or "" for run in one.iter() if NAMES[run.tag] in _SAYS)
        elif name in _LABELS:
            yield from (value.text or "" for value in one.iter() if NAMES[value.tag] in _VALUES)
