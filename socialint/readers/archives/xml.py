"""XML -> elements whose texts know, character by character, where they stand.

By expat, which tells where in the bytes each event is. Whoever declares a document type is refused, so
there are no entities but the five of XML, and nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from socialint.readers.nodes import MalformedError
from socialint.readers.original import MAX_DEPTH
from socialint.readers.traced import NOTHING, Traced, join


@dataclass
class Element:
    """An element by its name as written (`content:encoded`); `text` is its own, without that of others."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict, repr=False)
    text: Traced = field(default=NOTHING, repr=False)
    children: list[Element] = field(default_factory=list, repr=False)

    def every(self, name: str) -> Iterator[Element]:
        """The elements of this name right below."""
        return (one for one in self.children if one.name == name)

    def said(self, name: str) -> Traced:
        """The text of the first element of this name right below; empty where there is none."""
        return next((one.text.strip() for one in self.every(name)), NOTHING)


def parse(text: str) -> Element:
    """The root of an XML text. Raises `MalformedError`, with the offset where it can be told."""
    # A text that was decoded is no longer in the encoding that its first line names.
    return _Reading(text).root()


class _Reading:
    def __init__(self, text: str) -> None:
        self._text = text
        self._data = text.encode("utf-8", "surrogatepass")
        self._byte = self._at = 0
        self._run: tuple[int, str] | None = None
        self._pieces: list[list[Traced]] = []
        self._open: list[Element] = []
        self._top: list[Element] = []
        self._parser = parser = expat.ParserCreate("utf-8")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        parser.StartDoctypeDeclHandler = self._refuse
        for mark in ("StartCdataSectionHandler", "EndCdataSectionHandler"):
            setattr(parser, mark, self._settle)
        parser.CommentHandler = parser.ProcessingInstructionHandler = self._settle

    def root(self) -> Element:
        try:
            self._parser.Parse(self._data, True)
        except expat.ExpatError as why:
            raise MalformedError(
                expat.errors.messages.get(why.code, "not well-formed"), self._offset()
            ) from None
        if not self._top:
            raise MalformedError("no element", 0)
        return self._top[0]

    def _offset(self) -> int:
        """The event's offset in code points; events come in their order, so what is behind is not counted again."""
        byte = max(self._parser.CurrentByteIndex, self._byte)
        self._at += len(self._data[self._byte : byte].decode("utf-8", "ignore"))
        self._byte = byte
        return self._at

    def _settle(self, *_: object) -> None:
        """What was said last ends where the next event begins."""
        here = self._offset()
        if self._run is None:
            return
        start, said = self._run
        self._run = None
        same = self._text[start:here] == said
        self._pieces[-1].append(
            Traced.copied(self._text, start, here) if same else Traced.made(said, start, here)
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._settle()
        element = Element(name, attributes)
        (self._open[-1].children if self._open else self._top).append(element)
        self._open.append(element)
        self._pieces.append([])
        if len(self._open) > MAX_DEPTH:
            raise MalformedError("nested too deeply to be read", self._at)

    def _end(self, name: str) -> None:
        self._settle()
        self._open.pop().text = join(self._pieces.pop())

    def _words(self, said: str) -> None:
        self._settle()
        self._run = (self._at, said)

    def _refuse(self, *_: object) -> None:
        raise MalformedError("it declares a document type", self._offset())
