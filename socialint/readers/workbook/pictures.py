"""The pictures that lie on a sheet -> what is written in them, with the post of the row they lie on.

One that lies on no row of a post is a post of its own. What was not read of them is told once a sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from socialint.model.documents import Field, Post, Source, UnreadKind
from socialint.readers.enclosed import MAX_PICTURES, enclosed, is_picture
from socialint.readers.names import Columns
from socialint.readers.table import Table
from socialint.readers.workbook.cells import Cells, called
from socialint.readers.workbook.sheet import Picture, Sheet, letters


def with_pictures(
    posts: Sequence[Post], text: Cells, sheet: Sheet, table: Table, columns: Columns
) -> Sequence[Post]:
    """The posts of a sheet and what its pictures say."""
    found = list(posts)
    unread = len(sheet.pictures) > MAX_PICTURES
    for picture in sheet.pictures[:MAX_PICTURES]:
        fields = _fields(text.source, picture, columns)
        if fields is None:
            unread = True
        elif fields:
            _add(found, fields, picture, table, called(sheet))
    if unread:
        text.note(
            "the words in its pictures were not read",
            hint="write them into a column, as image text",
            post=called(sheet),
            kind=UnreadKind.IMAGE_TEXT,
        )
    return found


def _fields(source: Source, picture: Picture, columns: Columns) -> Sequence[Field] | None:
    """The texts of a picture; None where its words were not read."""
    if picture.data is None or not is_picture(picture.name):
        return None
    posts, unread = enclosed(source, "", picture.name, picture.data, columns)
    return None if unread and not posts else [one for post in posts for one in post.fields]


def _add(posts: list[Post], fields: Sequence[Field], picture: Picture, table: Table, sheet: str) -> None:
    if picture.address is None:
        posts.append(Post(f"{sheet}, picture", tuple(fields)))
        return
    row, column = picture.address
    where = f"picture on {letters(column)}{row + 1}"
    name = table.of_row(row)
    for at, post in enumerate(posts):
        if post.name == name or post.name.startswith(f"{name}, "):
            shown = (_placed(one, where) for one in fields)
            posts[at] = replace(post, fields=(*post.fields, *shown))
            return
    posts.append(Post(f"{sheet}, {where}", tuple(fields)))


def _placed(found: Field, where: str) -> Field:
    """A field that is told as lying in a picture of the sheet."""
    marks = tuple(replace(mark, name=f"{where}, {mark.name}") for mark in found.origin.landmarks)
    return replace(found, origin=replace(found.origin, landmarks=marks))
