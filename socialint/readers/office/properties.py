"""The properties of an Office file (title, keywords, author) -> metadata, and texts beside the draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from socialint.model.documents import Part
from socialint.readers.office.manuscript import Aside
from socialint.readers.office.markup import Element, parse
from socialint.readers.office.package import Package
from socialint.readers.prose import words

_KINDS = ("core-properties", "custom-properties")
_FACTS = words("creator lastModifiedBy revision created modified lastPrinted language version identifier")
"""What a program writes, and who has worked on the file."""


def properties(package: Package) -> Mapping[str, str]:
    """The properties by name, those of the core first; blank ones left out."""
    found: dict[str, str] = {}
    for kind in _KINDS:
        for part in package.related("", kind):
            for one in parse(package.bytes(part)):
                text = "".join(str(piece) for piece in one.itertext()).strip()
                if text:
                    found.setdefault(one.get("name") or _local(one), text)
    return found


def beside(found: Mapping[str, str]) -> Iterator[Aside]:
    """The properties that somebody wrote; they travel with the file."""
    for name, text in found.items():
        if name not in _FACTS:
            yield Aside(Part.INTERNAL, text, "properties", "document properties")


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
