"""Bytes -> Document: the posts of a source, their fields, and the place of every character.

A reader is a module with `read(source, columns) -> Document` and a line in `READERS`. It raises
`UnreadableDocument` for what is damaged or not what its name says, and nothing else, whatever
the bytes are. What it could not read inside a document that it did read is in
`Document.unread`: nothing is dropped in silence.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import PurePosixPath
from posixpath import splitext
from types import MappingProxyType
from typing import Protocol, cast

import regex

from socialint.errors import UnreadableDocument
from socialint.expressions import lazily
from socialint.model.documents import Document, Source
from socialint.readers.names import NO_COLUMNS, Columns
from socialint.readers.original import MAX_BYTES
from socialint.readers.prose import words

__all__ = [
    "MAX_BYTES",
    "NO_COLUMNS",
    "READERS",
    "UNSUPPORTED",
    "Columns",
    "can_read",
    "kind_of",
    "opened",
    "read",
    "refusal",
]

READERS: Mapping[str, str] = MappingProxyType(
    {
        ".txt": "socialint.readers.plain:read",
        ".text": "socialint.readers.plain:read",
        ".md": "socialint.readers.markdown:read",
        ".markdown": "socialint.readers.markdown:read",
        ".mdx": "socialint.readers.markdown:read_mdx",
        ".html": "socialint.readers.html:read",
        ".htm": "socialint.readers.html:read",
        ".tweet": "socialint.readers.tweet:read",
        ".srt": "socialint.readers.captions:read",
        ".vtt": "socialint.readers.captions:read",
        ".eml": "socialint.readers.mail.message:read",
        ".docx": "socialint.readers.office.word:read",
        ".docm": "socialint.readers.office.word:read",
        ".dotx": "socialint.readers.office.word:read",
        ".dotm": "socialint.readers.office.word:read",
        ".pptx": "socialint.readers.office.powerpoint:read",
        ".pptm": "socialint.readers.office.powerpoint:read",
        ".potx": "socialint.readers.office.powerpoint:read",
        ".potm": "socialint.readers.office.powerpoint:read",
        ".ppsx": "socialint.readers.office.powerpoint:read",
        ".ppsm": "socialint.readers.office.powerpoint:read",
        ".pdf": "socialint.readers.pdf.proof:read",
        ".png": "socialint.readers.pictures.picture:read",
        ".jpg": "socialint.readers.pictures.picture:read",
        ".jpeg": "socialint.readers.pictures.picture:read",
        ".gif": "socialint.readers.pictures.picture:read",
        ".webp": "socialint.readers.pictures.picture:read",
        ".tif": "socialint.readers.pictures.picture:read",
        ".tiff": "socialint.readers.pictures.picture:read",
        ".heic": "socialint.readers.pictures.picture:read",
        ".heif": "socialint.readers.pictures.picture:read",
        ".csv": "socialint.readers.calendar:read",
        ".tsv": "socialint.readers.calendar:read",
        ".xlsx": "socialint.readers.workbook:read",
        ".xlsm": "socialint.readers.workbook:read",
        ".xls": "socialint.readers.workbook:read",
        ".ods": "socialint.readers.workbook:read",
        ".json": "socialint.readers.json:read",
        ".jsonl": "socialint.readers.json_lines:read_lines",
        ".ndjson": "socialint.readers.json_lines:read_lines",
        ".yaml": "socialint.readers.yaml:read",
        ".yml": "socialint.readers.yaml:read",
        ".js": "socialint.readers.archives.x:read",
        ".xml": "socialint.readers.archives.feed:read",
    }
)

_TWEETS = lazily(r"(?:note-|community-)?tweets?(?:-part\d+)?(?: ?\(\d+\))?\.js", regex.IGNORECASE)
"""What X calls the files with posts in its archive."""

_TEMPLATES = words(
    ".liquid .njk .nunjucks .hbs .handlebars .mustache .ejs .erb .j2 .jinja .jinja2 .tmpl .gotmpl"
)
_IN_TEMPLATES = words(".md .markdown .html .htm .txt")
_PAGES = words(".liquid .njk .nunjucks .hbs .handlebars .mustache .ejs")
"""Templates that are web pages unless their names say what they make (`post.md.njk`)."""

_AS_WORKBOOK = "open it in its program and export it as .xlsx"
_AS_DOCX = "open it in its program and save it as .docx"
_AS_PPTX = "open it in its program and save it as .pptx"
_AS_TEXT = "save it as text or Markdown"
_AS_MAIL = "open it in a mail program and save each message as .eml"
_AS_CAPTIONS = "export the captions as .srt or .vtt"
_UNPACKED = (
    "unpack it and name the drafts in it; of a platform's archive the files with posts, "
    "as data/tweets.js, posts_1.json, your_posts_1.json, Shares.csv or outbox.json"
)
_NO_PROGRAM = "of programs only the files of X's archive are read: data/tweets.js, data/note-tweet.js"
_AS_DESCRIPTION = "put its words into the draft, as alt_text or image_text"

UNSUPPORTED: Mapping[str, str] = MappingProxyType(
    dict.fromkeys((".numbers", ".xlsb", ".fods"), _AS_WORKBOOK)
    | {".gsheet": "it is a link, not the sheet: in Google Sheets, download it as .xlsx"}
    | {".gdoc": "it is a link, not the text: in Google Docs, download it as .docx"}
    | {".gslides": "it is a link, not the slides: in Google Slides, download it as .pptx"}
    | dict.fromkeys((".doc", ".dot", ".odt", ".rtf", ".pages"), _AS_DOCX)
    | dict.fromkeys((".ppt", ".pps", ".odp", ".key"), _AS_PPTX)
    | dict.fromkeys((".rst", ".adoc"), _AS_TEXT)
    | dict.fromkeys((".zip", ".gz", ".tgz", ".tar", ".7z", ".rar"), _UNPACKED)
    | {".car": "have the posts exported as JSON"}
    | dict.fromkeys((".msg", ".oft", ".pst", ".mbox", ".emlx"), _AS_MAIL)
    | dict.fromkeys((".sbv", ".ass", ".ssa", ".ttml", ".dfxp", ".stl", ".scc"), _AS_CAPTIONS)
    | dict.fromkeys(
        words(".bmp .svg .avif .psd .ai .mp4 .mov .webm .avi .mkv .mp3 .wav .m4a"),
        _AS_DESCRIPTION,
    )
)
"""What people hand over that cannot be read yet, and the next step."""


class Reader(Protocol):
    """Turns a source into a document."""

    def __call__(self, source: Source, columns: Columns) -> Document:
        """The document, or `UnreadableDocument`."""
        ...


def can_read(name: str) -> bool:
    """Whether there is a reader for a source of this name."""
    return refusal(name) is None


def refusal(name: str) -> UnreadableDocument | None:
    """Why a source of this name cannot be read, and what to do; None where there is a reader.

    A name without a suffix is text where it comes from the standard input (`-`).
    """
    suffix = kind_of(name)
    if suffix == ".js" and not _TWEETS.fullmatch(PurePosixPath(name).name):
        return UnreadableDocument("a program", hint=_NO_PROGRAM)
    if suffix in READERS:
        return None
    if suffix in UNSUPPORTED:
        return UnreadableDocument(f"{suffix} files are not read yet", hint=UNSUPPORTED[suffix])
    known = ", ".join(sorted(READERS))
    kind = f"{suffix} is not a known type of file" if suffix else "no suffix says what type of file it is"
    return UnreadableDocument(kind, hint=f"known are {known}; rename it, or save it as one of these")


def read(source: Source, columns: Columns = NO_COLUMNS) -> Document:
    """The document that `source` holds, with all its posts, or `UnreadableDocument`.

    `columns` says which column or key means which part or metadata, before the usual names do:
    `{"body": ["Copy"], "alt_text": ["Alt"]}`.
    """
    return opened(source, columns).whole()


def opened(source: Source, columns: Columns = NO_COLUMNS) -> Document:
    """The same, but of a file that can have very many posts they are `Rows`.

    What is wrong with such a file may be found, and raised, when its posts are read.
    """
    refused = refusal(source.name)
    if refused is not None:
        raise refused
    if len(source.data) > MAX_BYTES:
        raise UnreadableDocument(
            f"bigger than {MAX_BYTES // 1024 // 1024} MB",
            hint="split it into several files, or export it smaller",
        )
    try:
        return _reader(READERS[kind_of(source.name)])(source, columns)
    except RecursionError:
        raise UnreadableDocument("nested too deeply to be read") from None


@cache
def _reader(place: str) -> Reader:
    module, _, name = place.partition(":")
    return cast(Reader, getattr(import_module(module), name))


def kind_of(name: str) -> str:
    """The suffix that says how a file of this name is read: `.md` of `post.md.njk`, `.txt` of “-”."""
    if name == "-":
        return ".txt"
    stem, suffix = splitext(name.lower())
    if suffix in _TEMPLATES:
        inner = splitext(stem)[1]
        return inner if inner in _IN_TEMPLATES else ".html" if suffix in _PAGES else suffix
    return suffix
