"""How the files of each kind write a text down: what a stretch of one says, and how another text stands there.

All offsets are code points of the file's text.
"""

from __future__ import annotations

import html
import json
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple, Protocol

import regex

from socialint.model.places import Span
from socialint.readers import Columns, kind_of
from socialint.readers.calendar import parted
from socialint.readers.delimited import Cell
from socialint.readers.json_values import unescaped
from socialint.readers.names import Names

_LINE_END = regex.compile(r"\r\n|\r|\n")
_MARKUP = regex.compile(r"[\\`*<]|&(?=#?\w+;)")
_INDENT = regex.compile(r"[ ]*")
_LINE_BEGINS = regex.compile(r"(?<=\n)(?=[^\n])")
_REST_OF_LINE = regex.compile(r"[^\r\n]*")


class Change(NamedTuple):
    """What stands in the file instead of a stretch of it."""

    span: Span
    written: str


class Notation(Protocol):
    """How one file writes texts down."""

    def says(self, span: Span) -> str:
        """The text that the stretch says."""
        ...

    def change(self, span: Span, text: str) -> Change:
        """What makes the stretch say `text`; between two characters where the stretch is empty."""
        ...


@dataclass(frozen=True)
class AsItStands:
    """The file's text is the text. What begins a line stands after the line, and what ends that in the file."""

    text: str = field(repr=False)

    def says(self, span: Span) -> str:
        """The characters themselves."""
        return self.text[span.start : span.end]

    def change(self, span: Span, text: str) -> Change:
        """The characters themselves, with the line ends of the file."""
        if text.startswith("\n") and not len(span):
            rest = _REST_OF_LINE.match(self.text, span.start)
            end = rest.end() if rest else span.end
            span = Span(end, end)
        return Change(span, text.replace("\n", self._line_end))

    @cached_property
    def _line_end(self) -> str:
        found = _LINE_END.search(self.text)
        return found[0] if found else "\n"


class Yaml(AsItStands):
    """A scalar of YAML: what begins a line in it is indented as the line before."""

    def change(self, span: Span, text: str) -> Change:
        """The characters, with the line ends of the file and the indentation of the scalar."""
        start = max(self.text.rfind("\n", 0, span.start), self.text.rfind("\r", 0, span.start)) + 1
        indent = _INDENT.match(self.text, start)
        return super().change(span, _LINE_BEGINS.sub(indent[0] if indent else "", text))


class Markdown(AsItStands):
    """CommonMark: what would be markup stands behind a backslash."""

    def change(self, span: Span, text: str) -> Change:
        """The characters, with the line ends of the file."""
        return super().change(span, _MARKUP.sub(r"\\\g<0>", text))


@dataclass(frozen=True)
class Hypertext:
    """Text between tags or in an attribute."""

    text: str = field(repr=False)

    def says(self, span: Span) -> str:
        """The characters themselves: one that is written as `&amp;` is not touched."""
        return self.text[span.start : span.end]

    def change(self, span: Span, text: str) -> Change:
        """The text with what would be markup escaped, and a tag for each line end."""
        return Change(span, html.escape(text).replace("\n", "<br>"))


@dataclass(frozen=True)
class JsonStrings:
    """Text inside a string of JSON (RFC 8259)."""

    text: str = field(repr=False)

    def says(self, span: Span) -> str:
        """What the stretch of a string says."""
        return unescaped(self.text, span.start, span.end).text

    def change(self, span: Span, text: str) -> Change:
        """The text as a string has it; in a file that is all ASCII it is ASCII, too."""
        return Change(span, json.dumps(text, ensure_ascii=self.text.isascii())[1:-1])


@dataclass(frozen=True)
class Cells:
    """Text in the cells of a CSV file (RFC 4180); a cell that needs quotes gets them."""

    text: str = field(repr=False)
    name: str
    names: Names = field(repr=False)

    def says(self, span: Span) -> str:
        """What the stretch of a cell says."""
        said = self.text[span.start : span.end]
        return said.replace('""', '"') if self._cell(span).quoted else said

    def change(self, span: Span, text: str) -> Change:
        """The text as its cell has it, or the whole cell in quotes."""
        cell, delimiter = self._cell(span), self._parted[0]
        if cell.quoted:
            return Change(span, text.replace('"', '""'))
        if not any(mark in text for mark in (*filter(None, (delimiter,)), '"', "\r", "\n")):
            return Change(span, text)
        whole = self.text[cell.start : span.start] + text + self.text[span.end : cell.end]
        doubled = whole.replace('"', '""')
        return Change(Span(cell.start, cell.end), f'"{doubled}"')

    def _cell(self, span: Span) -> Cell:
        cells = self._parted[1]
        return cells[max(bisect_right(cells, span.start, key=lambda cell: cell.start) - 1, 0)]

    @cached_property
    def _parted(self) -> tuple[str, Sequence[Cell]]:
        delimiter, rows = parted(self.text, self.name, self.names)
        return delimiter, [cell for row in rows for cell in row.cells]


_Made = Callable[[str, str, Names], Notation]


def _as_it_stands(text: str, name: str, names: Names) -> Notation:
    return AsItStands(text)


def _yaml(text: str, name: str, names: Names) -> Notation:
    return Yaml(text)


def _markdown(text: str, name: str, names: Names) -> Notation:
    return Markdown(text)


def _hypertext(text: str, name: str, names: Names) -> Notation:
    return Hypertext(text)


def _json_strings(text: str, name: str, names: Names) -> Notation:
    return JsonStrings(text)


NOTATIONS: Mapping[str, _Made] = MappingProxyType(
    dict.fromkeys((".txt", ".text", ".tweet", ".srt", ".vtt"), _as_it_stands)
    | dict.fromkeys((".yaml", ".yml"), _yaml)
    | dict.fromkeys((".md", ".markdown", ".mdx"), _markdown)
    | dict.fromkeys((".html", ".htm"), _hypertext)
    | dict.fromkeys((".json", ".jsonl", ".ndjson"), _json_strings)
    | dict.fromkeys((".csv", ".tsv"), Cells)
)
"""By the suffix that says how a file is read; other kinds of files are not written."""


def is_written(name: str) -> bool:
    """Whether files of this name's kind are written."""
    return kind_of(name) in NOTATIONS


def notation_of(name: str, text: str, columns: Columns) -> Notation | None:
    """How the file of this name writes its texts down; None where its kind is not written."""
    made = NOTATIONS.get(kind_of(name))
    return made(text, name, Names.of(columns)) if made else None
