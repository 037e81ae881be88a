"""A picture -> one post: the words in it, and what its file says about it.

A picture in a folder is material for posts and no post by itself, so nothing is asked of it but
what it holds. Its words are read where the extra `[ocr]` is installed; else they are unread.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from socialint.errors import UnreadableDocument
from socialint.model.documents import Document, Field, Part, Post, Source, Unread, UnreadKind
from socialint.model.places import Landmark, LineIndex, Origin
from socialint.readers.names import Columns
from socialint.readers.pictures import ocr
from socialint.readers.pictures.notes import notes

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_PIXELS = 100_000_000
MAX_FRAMES = 10
logging.getLogger("PIL").addHandler(logging.NullHandler())  # what it says of a file is said by `_DAMAGED`
_LEADING = 0.6
"""Of the height of a line: the gap up to which the next one goes on with it."""
_SAME_SIZE = 0.7
_SMALLEST = 32
"""Pixels of the longer side below which a picture holds no words: icons, dots that count readers."""
_DAMAGED = UnreadableDocument("a damaged picture, or none", hint="export it again")
_NO_HEIC = UnreadableDocument(
    "HEIC pictures need an extra", hint="install socialint[heic], or export it as JPEG"
)


def read(source: Source, columns: Columns) -> Document:
    """The picture as one post; without a word in it or about it, none."""
    if not source.data:
        raise UnreadableDocument("an empty file", hint="export it again")
    fields: list[Field] = []
    unread: list[str] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of Pillow, about size and odd tags; the size is capped here
        try:
            picture = _opened(source)
            if picture is None:
                return _unseen(source, _NO_HEIC)
            unread += _decode(picture)
            fields += (_note_field(*note) for note in notes(picture))
            if not unread:
                words, unread = _words(picture)
                fields += words
        except (UnreadableDocument, RecursionError):
            raise
        except Exception:  # whatever a plug-in of Pillow meets in a damaged file
            raise _DAMAGED from None
    return Document(
        source,
        (Post("", tuple(fields)),) if fields else (),
        tuple(Unread(source.name, "", "", UnreadKind.IMAGE_TEXT, reason, ocr.HINT) for reason in unread),
        encoding="",
    )


def _opened(source: Source) -> Image | None:
    """The picture, not yet decoded; None where it is one of a kind that needs an extra."""
    from PIL import GifImagePlugin, Image, JpegImagePlugin, PngImagePlugin, TiffImagePlugin, WebPImagePlugin

    heic = source.data[4:8] == b"ftyp"
    if heic and not _has_heif():
        if source.named:
            raise _NO_HEIC
        return None
    Image.MAX_IMAGE_PIXELS = None  # capped in `_decode`, which knows how to say so
    # No others: some of Pillow's formats run programs.
    files = (
        GifImagePlugin.GifImageFile,
        JpegImagePlugin.JpegImageFile,
        PngImagePlugin.PngImageFile,
        TiffImagePlugin.TiffImageFile,
        WebPImagePlugin.WebPImageFile,
    )
    formats = ["HEIF"] if heic else [file.format for file in files]
    return Image.open(BytesIO(source.data), formats=formats)


def _has_heif() -> bool:
    try:
        from pillow_heif import register_heif_opener
    except ImportError:
        return False
    register_heif_opener()
    return True


def _unseen(source: Source, why: UnreadableDocument) -> Document:
    unread = Unread(source.name, "", "", UnreadKind.IMAGE_TEXT, why.reason, why.hint)
    return Document(source, (), (unread,), encoding="")


def _note_field(part: Part, text: str, label: str) -> Field:
    return Field(part, text, Origin(LineIndex(text), landmarks=(Landmark(0, label),), lined=False), label)


def _decode(picture: Image) -> Iterator[str]:
    """Decode the picture, so that a damaged one is told now; why its words cannot be read, if so."""
    width, height = picture.size
    if width * height > MAX_PIXELS:
        yield f"more than {MAX_PIXELS // 1_000_000} million pixels"
        return
    if not ocr.available():
        picture.draft("RGB", (max(1, width // 8), max(1, height // 8)))
        if max(width, height) >= _SMALLEST:
            yield "the words in this picture were not read"
    picture.load()


def _words(picture: Image) -> tuple[list[Field], list[str]]:
    """The words in each frame, and why some were not read."""
    frames = getattr(picture, "n_frames", 1)
    if not ocr.available():  # and too small to hold a word
        return [], []
    left = [f"only the first {MAX_FRAMES} of its {frames} frames were read"] if frames > MAX_FRAMES else []
    return list(_frames(picture, min(frames, MAX_FRAMES))), left


def _frames(picture: Image, count: int) -> Iterator[Field]:
    from PIL import ImageOps

    seen: set[str] = set()
    for number in range(count):
        picture.seek(number)
        found = words_field(ImageOps.exif_transpose(picture), f"frame {number + 1}, " if count > 1 else "")
        if found is not None and found.text not in seen:
            seen.add(found.text)
            yield found


def words_field(picture: Image, within: str = "") -> Field | None:
    """The words in a picture as a field whose landmarks are their boxes, in pixels; None without any.

    `within` is what people call the stretch of the document that holds the picture.
    """
    if max(picture.size) < _SMALLEST:
        return None
    text, landmarks = "", []
    above: ocr.Line | None = None
    for line in ocr.lines(picture):
        if above is not None:
            text += " " if _goes_on(above, line) else "\n"
        left, top, right, bottom = line.box
        landmarks.append(Landmark(len(text), f"{within}pixels {left},{top} to {right},{bottom}"))
        text += line.text
        above = line
    if not text.strip():
        return None
    return Field(Part.IMAGE_TEXT, text, Origin(LineIndex(text), landmarks=landmarks, lined=False))


def _goes_on(above: ocr.Line, below: ocr.Line) -> bool:
    """Whether a line is set as part of the same statement: close below, and of the same size."""
    left, top, right, bottom = above.box
    own_left, own_top, own_right, own_bottom = below.box
    heights = sorted((bottom - top, own_bottom - own_top))
    return (
        own_top - bottom < _LEADING * heights[0]
        and heights[0] > _SAME_SIZE * heights[1]
        and max(left, own_left) < min(right, own_right)
        and above.text[-1] not in ".!?:;…"
    )
