"""A month as a grid of days, as wall calendars show it -> posts, one a text in a day.

A row of names of days is its head. Below it a row of numbers or dates says which days the texts
under them are for, until the next such row; a text may have its number in its own first line. The
month stands above the grid or is the name of the sheet. The channel is what a line begins with
(`IG: …`), or what its row begins with.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

import regex

from socialint.model.documents import Part, Post, UnreadKind
from socialint.readers.channels import channels, is_channel
from socialint.readers.dates import MONTHS, UntoldDateError, is_date, iso_date
from socialint.readers.delimited import Row, cell_text
from socialint.readers.original import Original
from socialint.readers.prose import has_letters, words
from socialint.readers.traced import NOTHING, Traced

_DAYS = words(
    "monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun "
    "montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sonnabend sa sonntag so "
    "maandag ma dinsdag woensdag wo donderdag vrijdag vr zaterdag za zondag zo "
    "lundi lun mardi mar mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim"
)
_LEAST = 5
_SEARCHED = 12
_MOST_WORDS = 4
_DAY_NAME = regex.compile(r"\s*(\p{L}+)\.?,?\s*")
_NUMBER = regex.compile(
    r"\s*(?:\p{L}{2,10}\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|\.)?(?:\s+(\p{L}{3,10})\.?)?\s*", regex.IGNORECASE
)
_NUMBER_FIRST = regex.compile(r"\s*(\d{1,2})\.?[ \t]*(?:\r\n|\r|\n)")
_MONTH = regex.compile(r"(\p{L}{3,10})\.?,?\s+['’]?(20\d{2})|(20\d{2})[-/.\s](?:(\d{1,2})\b|(\p{L}{3,10}))")
_CHANNEL = regex.compile(r"(?m)^[ \t•*–-]*(\p{L}[\p{L}/&+ ]{0,30}?)\s*[:–—]\s")


@dataclass(frozen=True, slots=True)
class Head:
    """Where a grid begins: the index of the row that names the days."""

    row: int


def grid_of(text: str, rows: Sequence[Row]) -> Head | None:
    """The head of the first grid of a table; None where there is none among its first rows."""
    seen = 0
    for index, row in enumerate(rows):
        if named_days([cell_text(text, cell).text for cell in row.cells]):
            return Head(index)
        seen += any(cell.end > cell.start for cell in row.cells)
        if seen > _SEARCHED:
            return None
    return None


def named_days(said: Sequence[str]) -> Sequence[int]:
    """The columns of a row that name days of the week, if they are at least five; else nothing."""
    found: dict[int, str] = {}
    for column, cell in enumerate(said):
        name = _DAY_NAME.match(cell)
        if name and name[1].casefold() in _DAYS and (name.end() == len(cell) or _is_day(cell)):
            found[column] = name[1].casefold()
    return list(found) if len(set(found.values())) >= _LEAST else ()


def _is_day(said: str) -> bool:
    number = _NUMBER.fullmatch(said)
    return is_date(said) or bool(number and (not number[2] or number[2].casefold() in MONTHS))


@dataclass
class Grid:
    """The grids of one table, being read."""

    found: Original
    rows: Sequence[Row] = field(repr=False)
    name: str
    month: tuple[int, int] | None = None
    """Year and month of the last number that was 1."""
    last: int = 0

    def posts(self) -> Iterator[tuple[int, Post]]:
        """The posts, each with the index of its row; what is in no day travels with the file."""
        columns: Sequence[int] = ()
        days: dict[int, str] = {}
        self.month = _month_of(self.name)
        for index, row in enumerate(self.rows):
            cells = {
                column: written
                for column, cell in enumerate(row.cells)
                if (written := cell_text(self.found.text, cell)).text.strip()
            }
            for written in cells.values():
                if _is_title(written.text):
                    self.month = _month_of(written.text)
            named = named_days([cells[at].text if at in cells else "" for at in range(len(row.cells))])
            if named:
                columns, days, self.last = named, {}, 0
                for at in named:
                    self._mark(days, at, cells[at])
            title = len(cells) == 1 and any(_is_title(one.text) for one in cells.values())
            within = {at: written for at, written in cells.items() if at in columns and not (named or title)}
            beside = [written for at, written in cells.items() if at not in within and at not in named]
            if not within:
                yield from self._beside(index, beside)
                continue
            if any(self._marks(written) for written in within.values()):
                days = {}  # another week
            label = next((one.text for one in beside if is_channel(one.text)), "")
            for column, written in within.items():
                text = self._mark(days, column, written)
                if text.text.strip():
                    yield from ((index, post) for post in self._of_day(text, days.get(column, ""), label))
            yield from self._beside(index, [one for one in beside if one.text != label])

    def _marks(self, written: Traced) -> bool:
        """Whether a cell says which day it is for."""
        return _is_day(written.text.strip()) or bool(_NUMBER_FIRST.match(written.text))

    def _mark(self, days: dict[int, str], column: int, written: Traced) -> Traced:
        """Put down the day that a cell is for, if it says it; the rest of the cell."""
        said = written.text.strip()
        if number := _NUMBER.fullmatch(said):
            days[column] = self._day(int(number[1]), MONTHS.get((number[2] or "").casefold()))
            return NOTHING
        if is_date(said):
            days[column] = _iso(said)
            return NOTHING
        if number := _NUMBER_FIRST.match(written.text):
            days[column] = self._day(int(number[1]))
            return written.slice(number.end(), len(written.text)).strip()
        return written.strip()

    def _day(self, number: int, month: int | None = None) -> str:
        """A day by its number, which grows from 1; empty where its month is not known."""
        if not self.last and number > 7 and self.month:
            self.month = _moved(self.month, -1)  # the end of the month before
        elif number < self.last and self.month:
            self.month = _moved(self.month, 1)
        self.last = number
        if self.month is None:
            return ""
        try:
            return date(self.month[0], month or self.month[1], number).isoformat()
        except ValueError:
            return ""

    def _of_day(self, written: Traced, day: str, label: str) -> Iterator[Post]:
        if not day:
            self.found.note(
                "which day the posts of this grid are for cannot be told",
                hint="write the month and the year above the days",
                post=self.name,
                kind=UnreadKind.METADATA,
            )
        for channel, text in _by_channel(written, label):
            metadata: dict[str, object] = {"publish_at": day} if day else {}
            if channel:
                named = channels(channel)
                metadata["channel"] = named[0] if len(named) == 1 else list(named)
            name = ", ".join(filter(None, (self.name, day or "a day that is not known")))
            if text.text.strip():
                yield Post(name, (self.found.field(Part.BODY, text),), metadata)

    def _beside(self, index: int, texts: Sequence[Traced]) -> Iterator[tuple[int, Post]]:
        """What stands in no day: a title or a remark."""
        for written in texts:
            if has_letters(written.text):
                name = ", ".join(filter(None, (self.name, f"row {index + 1}")))
                yield index, Post(name, (self.found.field(Part.INTERNAL, written.strip()),))


def _by_channel(written: Traced, label: str) -> Iterator[tuple[str, Traced]]:
    """The posts of a cell: one for each line that begins with a channel, or one."""
    heads = [head for head in _CHANNEL.finditer(written.text) if all(map(is_channel, channels(head[1])))]
    ends = [*(head.start() for head in heads), len(written.text)]
    if written.text[: ends[0]].strip():
        yield label, written.slice(0, ends[0]).strip()
    for head, end in zip(heads, ends[1:], strict=True):
        yield head[1], written.slice(head.end(), end).strip()


def _is_title(said: str) -> bool:
    """Whether a text is the name of a month and little more, as over the next grid."""
    return _month_of(said) is not None and len(said.split()) <= _MOST_WORDS and "\n" not in said


def _month_of(said: str) -> tuple[int, int] | None:
    for found in _MONTH.finditer(said):
        year = int(found[2] or found[3])
        name = (found[1] or found[5] or "").casefold()
        month = MONTHS.get(name, 0) if name else int(found[4])
        if 1 <= month <= 12:
            return year, month
    return None


def _iso(said: str) -> str:
    try:
        return iso_date(said)[:10]
    except UntoldDateError:
        return ""


def _moved(month: tuple[int, int], by: int) -> tuple[int, int]:
    whole = month[0] * 12 + month[1] - 1 + by
    return whole // 12, whole % 12 + 1
