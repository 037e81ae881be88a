"""A row of a table whose columns are known -> its posts: one, or one for each channel's column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import regex

from socialint.model.documents import Part, Post
from socialint.model.rows import Glance
from socialint.readers.channels import channel_in
from socialint.readers.columns import Layout
from socialint.readers.dates import Order
from socialint.readers.delimited import Cell, Row, cell_text
from socialint.readers.hypertext import hypertext
from socialint.readers.names import Special
from socialint.readers.nodes import Entries, Items, Leaf, Node
from socialint.readers.original import Original
from socialint.readers.prose import holds_scientific_number, reads_as_text
from socialint.readers.record import read_record
from socialint.readers.traced import NOTHING, Traced

_OF_THE_ROW = frozenset({Part.INTERNAL, Part.PARENT})
"""Parts that are told with the first post of a row alone."""
_IN_MARKUP = frozenset({Part.BODY, Part.CAPTION, Part.TITLE, Part.DESCRIPTION, Part.FIRST_COMMENT})
_TAG = regex.compile(
    r"</?(?:p|br|div|span|a|b|strong|i|em|u|ul|ol|li|h[1-6]|img|blockquote|table|tr|td)(?:\s[^<>]*)?/?>",
    regex.IGNORECASE,
)
_BESIDE = {Part.ALT_TEXT: "alt text", Part.LINK: "link", Part.INTERNAL: "notes"}


@dataclass(frozen=True, slots=True)
class _Group:
    """The columns whose texts are one post, and the channels that they are for."""

    columns: Sequence[int]
    channels: Sequence[str] = ()


class RowReader:
    """Reads the rows of one table; `order` is that of its dates."""

    def __init__(self, found: Original, layout: Layout, order: Order) -> None:
        self._found = found
        self._layout = layout
        self._order = order
        self._columns = range(len(layout.labels))
        self._roles = [layout.role(column) for column in self._columns]
        self._partings = [layout.parting(column) for column in self._columns]
        self._texts = {column for column in self._columns if layout.holds_text(column)}
        self._channels = {
            column: channel_in(layout.labels[column])
            for column, role in enumerate(self._roles)
            if isinstance(role, Part) or role is Special.NETWORK
        }
        self._several = len({self._channels[column] for column in self._texts} - {""}) > 1

    def glance(self, row: Row) -> Glance | None:
        """What a glance tells of a row that holds one text, and beside it at most its id.

        None where it has to be read.
        """
        if row.broken or self._layout.tool:
            return None
        body = record = ""
        for column, cell in enumerate(row.cells):
            said = self._found.text[cell.start : cell.end]
            if not said or said.isspace():
                continue
            if cell.after or column not in self._columns:
                return None
            said = said.replace('""', '"') if cell.quoted else said
            if self._roles[column] is Part.BODY and not (body or self._channels[column]):
                body = said
            elif self._roles[column] is Special.ID and not record:
                record = said.strip()
            else:
                return None
        if not body or _TAG.search(body) or holds_scientific_number(body) or not record.isprintable():
            return None
        return Glance(record, body)

    def posts(self, row: Row, name: str, merged: Mapping[int, Cell]) -> Iterator[Post]:
        """The posts of a row. `merged` are cells of other rows that hold for this one, too."""
        cells = self._cells(row, name)
        if not cells:
            return
        for column, cell in merged.items():
            cells[column] = cell_text(self._found.text, cell)
        groups = self._groups(cells)
        texts = {column for group in groups for column in group.columns}
        known = {channel for group in groups for channel in group.channels}
        for group in groups:
            of_others = texts.difference(group.columns)
            kept = {
                column: written
                for column, written in sorted(cells.items())
                if column not in of_others
                and (group is groups[0] or self._roles[column] not in _OF_THE_ROW)
                and (column in group.columns or self._channels.get(column) not in known - {*group.channels})
            }
            own = f"{name}, {self._layout.labels[group.columns[0]]}" if len(groups) > 1 else name
            post = self._post(kept, own, name)
            if group is groups[0]:
                post = self._with_unknown(post, cells, own)
            if post is None:
                continue
            own_channel = self._several or len(groups) > 1 or "channel" not in post.metadata
            if group.channels and own_channel:
                channels = list(group.channels)
                said = channels[0] if len(channels) == 1 else channels
                post = replace(post, metadata={**post.metadata, "channel": said})
            yield post

    def _cells(self, row: Row, name: str) -> dict[int, Traced]:
        """What the cells of a row say; of a broken one everything from its text on is the text."""
        written = {
            column: cell_text(self._found.text, cell)
            for column, cell in enumerate(row.cells)
            if cell.end > cell.start
        }
        too_long = any(one.text.strip() for at, one in written.items() if at not in self._columns)
        if row.broken:
            self._found.note(
                "a quote is opened and never closed; the row was checked as it stands",
                hint="close the quote, or double it where it is meant",
                post=name,
            )
        if too_long:
            self._found.note(
                "the row has more cells than the header; from its text on it was checked as it stands",
                hint="put the text in quotes",
                post=name,
            )
        cells: dict[int, Traced] = {}
        for column, one in written.items():
            if column not in self._columns:
                break
            if (too_long or row.broken) and self._roles[column] is Part.BODY:
                # A comma in the text, or a line break, was probably not quoted.
                cells[column] = Traced.copied(self._found.text, row.cells[column].start, row.end)
                break
            if one.text.strip():
                cells[column] = one
        return cells

    def _groups(self, cells: Mapping[int, Traced]) -> Sequence[_Group]:
        """The posts of a row: its texts for no channel in particular, then those of each channel.

        Where one merged cell is the text for several channels, they are one post.
        """
        general: list[int] = []
        of_channels: dict[str, list[int]] = {}
        for column, written in cells.items():
            if column not in self._texts:
                continue
            if self._roles[column] is Special.NETWORK and not reads_as_text(written.text):
                continue
            channel = self._channels[column]
            (of_channels.setdefault(channel, []) if channel else general).append(column)
        groups = [_Group(general)] if general or not of_channels else []
        shared: dict[tuple[int, ...], list[str]] = {}
        for channel, columns in of_channels.items():
            shared.setdefault(tuple(cells[one].source_start for one in columns), []).append(channel)
        return [*groups, *(_Group(of_channels[named[0]], named) for named in shared.values())]

    def _with_unknown(self, post: Post | None, cells: Mapping[int, Traced], name: str) -> Post | None:
        """The post with the texts of columns nobody knows: they are not published, but are in the file."""
        unknown = tuple(
            self._found.field(Part.INTERNAL, written, self._layout.labels[column])
            for column, written in cells.items()
            if self._roles[column] is None and reads_as_text(written.text)
        )
        if not unknown:
            return post
        return replace(post, fields=(*post.fields, *unknown)) if post else Post(name, unknown)

    def _post(self, cells: Mapping[int, Traced], name: str, row: str) -> Post | None:
        tool = self._layout.tool
        pairs: list[tuple[str, Node]] = (
            [("channel", Leaf(tool.channel, NOTHING))] if tool and tool.channel else []
        )
        media: list[dict[str, object]] = []
        told: set[int] = set()
        for column, written in cells.items():
            label, role = self._layout.labels[column], self._roles[column]
            if column in self._texts:
                if written.source_start in told:
                    continue
                told.add(written.source_start)
            if isinstance(role, Part) and holds_scientific_number(written.text):
                self._found.note(
                    "a long number has become scientific notation, as spreadsheets do; its digits are lost",
                    hint="format the column as text and enter the number again",
                    post=row,
                    part=label,
                )
            mark = self._partings[column]
            if role in _IN_MARKUP and _TAG.search(written.text):
                page = hypertext(written)
                pairs.append((label, Leaf.of_text(page.body)))
                pairs += (
                    (_BESIDE.get(one.part, "description"), Leaf.of_text(one.written)) for one in page.beside
                )
                media += page.media
                for reason in page.unread:
                    self._found.note(reason, hint="close it", post=row, part=label)
            elif mark and mark in written.text:
                first, *others = (Leaf.of_text(piece.strip()) for piece in written.split(mark))
                if role is Part.BODY:  # what follows are the captions of its pictures
                    pairs += [(label, first), ("caption", Items(tuple(others)))]
                else:
                    pairs.append((label, Items((first, *others))))
            else:
                pairs.append((label, Leaf.of_text(written)))
        return read_record(
            self._found, Entries(tuple(pairs)), self._layout.names, name, order=self._order, media=media
        )
