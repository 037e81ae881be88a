"""A PDF proof -> one post: the pages in order, with comments, links, forms and pictures beside them.

A page without a text layer (a scan, letters turned into outlines) is read as a picture where the
extra `[ocr]` is installed; else its words are unread.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING, Any

import regex

from socialint.errors import UnreadableDocument
from socialint.model.documents import Document, Field, Part, Post, Source, Unread, UnreadKind
from socialint.model.places import Landmark, LineIndex, Origin
from socialint.readers.enclosed import enclosed
from socialint.readers.names import Columns
from socialint.readers.pdf.page import asides, clean, drawn, is_blank, large_pictures, rendered, text_of
from socialint.readers.pictures import ocr
from socialint.readers.pictures.picture import words_field
from socialint.readers.repeats import LINES, only_in
from socialint.readers.traced import Traced

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_PAGES = 2_000
MAX_SECONDS = 300
_NO_PDF = UnreadableDocument("a damaged PDF, or none", hint="export it again")
_LOCKED = UnreadableDocument("protected by a password", hint="save it again without the password")
_INFO = ("Title", "Subject", "Author", "Keywords")
_ENDS = ".!?:;…"
_OPENS_LOWER = regex.compile(r"\p{Ll}")


def read(source: Source, columns: Columns) -> Document:
    """The pages as one post, and the posts of the files that are attached."""
    import pypdfium2

    try:
        opened = pypdfium2.PdfDocument(source.data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD
        raise (_LOCKED if locked else _NO_PDF) from None
    try:
        return _Proof(source, columns, opened).document()
    finally:
        opened.close()


@dataclass
class _Proof:
    """What has been read of a PDF so far."""

    source: Source
    columns: Columns
    opened: Any
    pages: list[str] = field(default_factory=list, repr=False)
    landmarks: list[Landmark] = field(default_factory=list)
    beside: list[Field] = field(default_factory=list)
    unread: dict[Unread, None] = field(default_factory=dict)

    def document(self) -> Document:
        started = monotonic()
        count = len(self.opened)
        if not count:
            raise _NO_PDF
        for number in range(count):
            if number >= MAX_PAGES or monotonic() - started > MAX_SECONDS:
                why = f"more than {MAX_PAGES} pages" if number >= MAX_PAGES else "it took too long"
                self._note(
                    f"from page {number + 1} on it was not read: {why}", hint="split it into several files"
                )
                break
            self._page(number)
        for name in _INFO:
            self._beside(Part.INTERNAL, self._info(name), "", f"document {name.lower()}")
        posts = list(self._attached())
        text = "".join(self.pages)
        body = Field(Part.BODY, text, Origin(LineIndex(text), (), tuple(self.landmarks), lined=False))
        fields = (*((body,) if text else ()), *self.beside)
        own = [Post("", fields)] if fields else []
        if not (own or posts or self.unread):
            self._note("there is nothing on its pages", hint="export it again, and look at it")
        return Document(self.source, (*own, *posts), tuple(self.unread), encoding="")

    def _page(self, number: int) -> None:
        from pypdfium2 import PdfiumError

        name = f"page {number + 1}"
        try:
            page = self.opened[number]
        except PdfiumError:
            self._note("this page is damaged", hint="export the PDF again", post=name)
            return
        try:
            text = text_of(page)
            self._add(text, name)
            for aside in asides(self.opened, page):
                self._beside(aside.part, aside.text, name, aside.label)
            if text:
                self._pictures(page, text, name)
            elif not is_blank(page):
                self._read_words(
                    [rendered(page)] if ocr.available() else [],
                    "",
                    name,
                    "this page has no text layer",
                )
        except PdfiumError:
            self._note("this page is damaged", hint="export the PDF again", post=name)
        finally:
            page.close()

    def _add(self, text: str, name: str) -> None:
        if not text:
            return
        if self.pages:
            goes_on = self.pages[-1][-1] not in _ENDS and _OPENS_LOWER.match(text)
            self.pages.append("\n" if goes_on else "\n\n")
        self.landmarks.append(Landmark(sum(map(len, self.pages)), name))
        self.pages.append(text)

    def _pictures(self, page: Any, text: str, name: str) -> None:
        found = list(large_pictures(page))
        if found:
            self._read_words(map(drawn, found), text, name, "there are pictures on this page")

    def _read_words(self, pictures: Iterable[Image], said: str, name: str, why: str) -> None:
        """The words in pictures, but for what the page says in its text."""
        if not ocr.available():
            self._unread_words(f"{why}; its words were not read", name)
            return
        for picture in pictures:
            words = words_field(picture)
            if words is not None:
                text = only_in(Traced.copied(words.text, 0, len(words.text)), said, LINES).text
                self._beside(Part.IMAGE_TEXT, text, name, "")

    def _unread_words(self, reason: str, name: str) -> None:
        self._note(reason, hint=ocr.HINT, post=name, kind=UnreadKind.IMAGE_TEXT)

    def _beside(self, part: Part, text: str, name: str, label: str) -> None:
        if text.strip():
            landmark = ", ".join(filter(None, (name, "comment" if part is Part.INTERNAL and name else label)))
            marks = (Landmark(0, landmark),) if landmark else ()
            self.beside.append(Field(part, text, Origin(LineIndex(text), (), marks, lined=False), label))

    def _info(self, name: str) -> str:
        return clean(self.opened.get_metadata_value(name))

    def _attached(self) -> Iterator[Post]:
        for number in range(self.opened.count_attachments()):
            attachment = self.opened.get_attachment(number)
            name = clean(attachment.get_name())
            self._beside(Part.INTERNAL, name, f"attachment {number + 1}", "file name")
            posts, unread = enclosed(
                self.source, f"attachment {number + 1}", name, bytes(attachment.get_data()), self.columns
            )
            self.unread |= dict.fromkeys(unread)
            yield from posts

    def _note(self, reason: str, *, hint: str, post: str = "", kind: UnreadKind = UnreadKind.PART) -> None:
        self.unread[Unread(self.source.name, post, "", kind, reason, hint)] = None
