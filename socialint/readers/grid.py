"""A month as a grid of days, as wall calendars show it -> posts, one a text in a day.

A row of names of days is its head. Below it a row of numbers or dates says which days the texts
under them are for, until the next such row; a text may have its number in its own first line. The
month stands above the grid or is the name of the sheet. The channel is what a line begins with
(`IG: …`), or what its row begins with.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import regex

from socialint.model.documents import Part, Post, UnreadKind
from socialint.readers.channels import channels, is_channel
from socialint.readers.dates import MONTHS, UntoldDateError, is_date, iso_date
from socialint.readers.delimited import Row, cell_text
from socialint.readers.original import Original
from socialint.readers.prose import has_letters, words
from socialint.readers.traced import Traced

_DAYS = words(
    "monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun "
    "montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sonnabend sa sonntag so "
    "maandag ma dinsdag woensdag wo donderdag vrijdag vr zaterdag za zondag zo "
    "lundi lun mardi mar mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim"
)
_LEAST = 5
_SEARCHED = 12
_DAY_NAME = regex.compile(r"\s*(\p{L}+)\.?,?\s*")
_NUMBER = regex.compile(
    r"\s*(?:\p{L}{2,10}\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|\.)?(?:\s+(\p{L}{3,10})\.?)?\s*", regex.IGNORECASE
)
_NUMBER_FIRST = regex.compile(r"\s*(\d{1,2})\.?[ \t]*(?:\r\n|\r|\n)")
_MONTH = regex.compile(r"(\p{L}{3,10})\.?,?\s+['’]?(20\d{2})|(20\d{2})[-/.\s](?:(\d{1,2})\b|(\p{L}{3,10}))")
_CHANNEL = regex.compile(r"(?m)^[ \t•*–-]*(\p{L}[\p{L}/&+ ]{0,30}?)\s*[:–—]\s")


@dataclass(frozen=True, slots=True)
class Head:
    """Where a grid begins: the index of the row that names the days, and the columns of the days."""

    row: int
    columns: Sequence[int]


def grid_of(text: str, rows: Sequence[Row]) -> Head | None:
    """The head of the first grid of a table; None where there is none among its first rows."""
    seen = 0
    for index, row in enumerate(rows):
        columns = _named_days(text, row)
        if columns:
            return Head(index, columns)
        seen += any(cell.end > cell.start for cell in row.cells)
        if seen > _SEARCHED:
            return None
    return None


def _named_days(text: str, row: Row) -> Sequence[int]:
    """The columns of a row that names at least five different days, and little more; else nothing."""
    found: dict[int, str] = {}
    for column, cell in enumerate(row.cells):
        said = text[cell.start : cell.end]
        name = _DAY_NAME.match(said)
        if name and name[1].casefold() in _DAYS and (name.end() == len(said) or _is_day(said)):
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
            named = _named_days(self.found.text, row)
            if named:
                columns, days, self.last = named, {}, 0
                days.update(self._numbers({at: cells[at] for at in named}))
                continue
            within = {column: written for column, written in cells.items() if column in columns}
            beside = [written for column, written in cells.items() if column not in columns]
            if not within:
                yield from self._beside(index, beside)
                continue
            numbers = self._numbers(within)
            if len(numbers) == len(within):
                days = numbers
                within = {}
            label = next((one.text for one in beside if is_channel(one.text)), "")
            for column, written in within.items():
                yield from ((index, post) for post in self._of_day(column, written, days, label))
            yield from self._beside(index, [one for one in beside if one.text != label])

    def _numbers(self, cells: Mapping[int, Traced]) -> dict[int, str]:
        """The days that cells of nothing but a number or a date are for, as far as they are."""
        days = {}
        for column, written in cells.items():
            try:
                days[column] = iso_date(written.text.strip())[:10]
                continue
            except UntoldDateError:
                pass
            if number := _NUMBER.fullmatch(written.text):
                name = (number[2] or "").casefold()
                if not name or name in MONTHS:
                    days[column] = self._day(int(number[1]), MONTHS.get(name))
        return days

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

    def _of_day(self, column: int, written: Traced, days: dict[int, str], label: str) -> Iterator[Post]:
        if number := _NUMBER_FIRST.match(written.text):
            days[column] = self._day(int(number[1]))
            written = written.slice(number.end(), len(written.text))
        day = days.get(column, "")
        if not day:
            self.found.note(
                "which day the posts of this grid are for cannot be told",
                hint="write the month and the year above the days",
                post=self.name,
                kind=UnreadKind.METADATA,
            )
        for channel, text in _by_channel(written.strip(), label):
            metadata: dict[str, object] = {"publish_at": day} if day else {}
            if channel:
                named = channels(channel)
                metadata["channel"] = named[0] if len(named) == 1 else list(named)
            name = ", ".join(filter(None, (self.name, day or "a day that is not known")))
            if text.text.strip():
                yield Post(name, (self.found.field(Part.BODY, text),), metadata)

    def _beside(self, index: int, texts: Sequence[Traced]) -> Iterator[tuple[int, Post]]:
        """What stands in no day: a title, which may say the month, or a remark."""
        for written in texts:
            self.month = _month_of(written.text) or self.month
            if has_letters(written.text):
                name = ", ".join(filter(None, (self.name, f"row {index + 1}")))
                yield index, Post(name, (self.found.field(Part.INTERNAL, written.strip()),))


def _by_channel(written: Traced, label: str) -> Iterator[tuple[str, Traced]]:
    """The posts of a cell: one for each line that begins with a channel, or one."""
    heads = [head for head in _CHANNEL.finditer(written.text) if all(map(is_channel, channels(head[1])))]
    starts = [head.start() for head in heads]
    if not heads or written.text[: starts[0]].strip():
        yield label, written.slice(0, starts[0] if heads else len(written.text)).strip()
    for head, end in zip(heads, [*starts[1:], len(written.text)], strict=True):
        yield head[1], written.slice(head.end(), end).strip()


def _month_of(said: str) -> tuple[int, int] | None:
    for found in _MONTH.finditer(said):
        year = int(found[2] or found[3])
        name = (found[1] or found[5] or "").casefold()
        month = MONTHS.get(name, 0) if name else int(found[4])
        if 1 <= month <= 12:
            return year, month
    return None


def _moved(month: tuple[int, int], by: int) -> tuple[int, int]:
    whole = month[0] * 12 + month[1] - 1 + by
    return whole // 12, whole % 12 + 1
