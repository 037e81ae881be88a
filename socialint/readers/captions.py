"""SubRip and WebVTT captions -> one post: running text, in which every word knows its cue and time.

Cues are joined, as sentences cross them; a cue that repeats the last line of the one before, as
rolling captions do, adds only what is new. Who speaks travels with the file and is not shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import regex

from socialint.errors import UnreadableDocument
from socialint.model.documents import Document, Field, Part, Post, Source
from socialint.model.places import Landmark
from socialint.readers.markup import decoded
from socialint.readers.names import Columns
from socialint.readers.original import Original, original
from socialint.readers.traced import Traced, join

_LINE = regex.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,]\d{1,3}"
_TIMING = regex.compile(rf"\s*{_TIME}\s*-+>\s*(?:\d{{1,3}}:)?\d{{1,2}}:\d{{2}}[.,]\d{{1,3}}.*")
_TAG = regex.compile(
    r"<(?:/?(?:b|i|u|s|c|v|lang|ruby|rt|font|span|br)\b[^<>]*|\d[\d:.]*)>|\{\\[^{}]*\}|\{/?[biu]\}",
    regex.IGNORECASE,
)
_SPEAKER = regex.compile(r"<v(?:\.[^\s<>]*)?\s+([^<>]+)>", regex.IGNORECASE)
_TURN = regex.compile(r"\s*(?:[-–—]\s|>>|<v[\s.])")
_HEADER = regex.compile(r"WEBVTT(?=\s|$)")
_ASIDE = regex.compile(r"(NOTE|STYLE|REGION)(?:\s|$)")
_NUMBER = regex.compile(r"\s*(\d{1,6})\s*")


@dataclass
class _Cues:
    """The text of the cues so far, and what stands beside it."""

    found: Original
    pieces: list[Traced] = field(default_factory=list)
    landmarks: list[Landmark] = field(default_factory=list)
    beside: list[Field] = field(default_factory=list)
    speakers: set[str] = field(default_factory=set)
    length: int = 0
    end: int = 0
    last: str = ""

    def add(self, start: int, end: int, landmark: str) -> None:
        """Add a line of a cue."""
        line = self.found.text[start:end]
        for speaker in _SPEAKER.finditer(line):
            if speaker[1].strip() and speaker[1] not in self.speakers:
                self.speakers.add(speaker[1])
                self.aside(start + speaker.start(1), start + speaker.end(1), "speaker", landmark)
        written = _shown(self.found.text, start, end)
        if not written.text or written.text == self.last:
            return
        said, self.last = self.last, written.text
        if said and written.text.startswith(said + " "):
            written = written.slice(len(said), len(written.text)).strip()
        if self.pieces:
            self._append(
                Traced.made("\n" if _TURN.match(line) else " ", self.end, max(start, self.end)), end=start
            )
        if landmark and (not self.landmarks or self.landmarks[-1].name != landmark):
            self.landmarks.append(Landmark(self.length, landmark))
        self._append(written, end=written.source_end)

    def _append(self, written: Traced, end: int) -> None:
        self.pieces.append(written)
        self.length += len(written.text)
        self.end = end

    def aside(self, start: int, end: int, label: str, landmark: str = "") -> None:
        """Add what travels with the file."""
        written = Traced.copied(self.found.text, start, end).strip()
        if written.text:
            landmarks = (Landmark(0, landmark),) if landmark else ()
            self.beside.append(self.found.field(Part.INTERNAL, written, label, landmarks))

    def fields(self) -> tuple[Field, ...]:
        body = self.found.field(Part.BODY, join(self.pieces), landmarks=tuple(self.landmarks))
        return (*((body,) if body.text.strip() else ()), *self.beside)


def read(source: Source, columns: Columns) -> Document:
    """The captions as one post; without a single cue they are refused."""
    found = original(source)
    spans = [line.span(1) for line in _LINE.finditer(found.text)]
    times = {at: time for at, span in enumerate(spans) if (time := _TIMING.fullmatch(found.text, *span))}
    web = bool(_HEADER.match(found.text))
    if not times and not web and found.text.strip():
        raise UnreadableDocument("no captions: it holds no times", hint="export them again as .srt or .vtt")
    cues = _Cues(found)
    heads = [*(_head(found.text, spans, at) for at in times), len(spans)]
    _blocks(cues, spans[: heads[0]], "", web=True)
    for order, (at, time) in enumerate(times.items(), start=1):
        name = _NUMBER.fullmatch(found.text, *spans[at - 1]) if heads[order - 1] < at else None
        landmark = f"cue {name[1] if name else order}, {_clock(time)}"
        _blocks(cues, spans[at + 1 : heads[order]], landmark, web=web)
    fields = cues.fields()
    return found.document((Post("", fields),) if fields else ())


def _head(text: str, spans: Sequence[tuple[int, int]], at: int) -> int:
    """The line at which the cue with these times begins: the one above names it, if it is not blank."""
    if at == 0 or not text[slice(*spans[at - 1])].strip():
        return at
    alone = at == 1 or not text[slice(*spans[at - 2])].strip()
    return at - 1 if alone or _NUMBER.fullmatch(text, *spans[at - 1]) else at


def _blocks(cues: _Cues, spans: Sequence[tuple[int, int]], landmark: str, *, web: bool) -> None:
    """The lines of a cue, and in WebVTT what stands between it and the next."""
    for number, block in enumerate(_parted(cues.found.text, spans)):
        start, end = block[0][0], block[-1][1]
        header = _HEADER.match(cues.found.text, start)
        aside = _ASIDE.match(cues.found.text, start)
        if header and start == 0:
            cues.aside(header.end(), end, "header")
        elif web and aside and (number or not landmark):
            if aside[1] == "NOTE":
                cues.aside(aside.end(), end, "note")
        else:
            for line in block:
                cues.add(*line, landmark)


def _parted(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    block: list[tuple[int, int]] = []
    for start, end in spans:
        if text[start:end].strip():
            block.append((start, end))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _shown(text: str, start: int, end: int) -> Traced:
    """A line without its tags."""
    pieces = []
    for tag in _TAG.finditer(text, start, end):
        pieces.append(decoded(Traced.copied(text, start, tag.start()), 0, tag.start() - start))
        start = tag.end()
    pieces.append(decoded(Traced.copied(text, start, end), 0, end - start))
    return join(pieces).strip()


def _clock(time: regex.Match[str]) -> str:
    passed = int(time[1] or 0) * 60 + int(time[2])
    return f"{passed // 60}:{passed % 60:02}:{time[3]}" if passed >= 60 else f"{passed}:{time[3]}"
