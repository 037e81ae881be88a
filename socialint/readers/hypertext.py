"""HTML text -> the texts a reader of the page sees, in lines, and those that stand beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import regex

from socialint.expressions import lazily
from socialint.model.documents import Field, Part
from socialint.readers import merge_tags
from socialint.readers.markup import Comment, EndTag, Tag, Words, decoded, pieces
from socialint.readers.original import Original
from socialint.readers.prose import has_letters, words
from socialint.readers.repeats import LINES, only_in
from socialint.readers.traced import NOTHING, Traced, join

_PARAGRAPHS = words(
    "p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote section article header footer main nav aside figure "
    "pre hr form fieldset details"
)
_LINES = words(
    "div li tr td th dt dd caption figcaption address option optgroup select legend summary body html head "
    "center button textarea thead tbody tfoot video audio dialog menu search"
)
BLOCKS = _PARAGRAPHS | _LINES
"""Elements that begin a line, and end one."""
SKIPPED = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes"})
_UNSEEN = frozenset({"template", "noscript"})
VOID = words("area base br col embed hr img input link meta param source track wbr")
_HIDING = lazily(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|(?:max-height|font-size|opacity)\s*:\s*0(?![.\d]*[1-9])",
    regex.IGNORECASE,
)
_PREVIEW = lazily(r"\b(?:preheader|preview-?text)\b", regex.IGNORECASE)
_BESIDE = {
    "alt": Part.ALT_TEXT,
    "title": Part.DESCRIPTION,
    "aria-label": Part.DESCRIPTION,
    "aria-description": Part.DESCRIPTION,
    "placeholder": Part.DESCRIPTION,
    "href": Part.LINK,
}
_META = {
    "description": Part.DESCRIPTION,
    "og:description": Part.DESCRIPTION,
    "twitter:description": Part.DESCRIPTION,
    "og:title": Part.TITLE,
    "twitter:title": Part.TITLE,
    "og:image:alt": Part.ALT_TEXT,
    "twitter:image:alt": Part.ALT_TEXT,
}
# Every run of white space but one blank between two letters, which stays as it is.
_WHITE = lazily(r"[ \t\r\n\f]{2,}|[\t\r\n\f]|^ | $")
# What only some readers of mail see; the marks around what they do not see are empty.
_CONDITIONAL = lazily(r"\s*\[if\b[^\]]*\]>(.*?)(?:<!\[endif\]\s*)?+", regex.IGNORECASE | regex.DOTALL)
_CONDITION = lazily(r"\s*(?:\[if\b[^\]]*\]>(?:<!(?:--)?)?|<?!?\[endif\])\s*", regex.IGNORECASE)
_NOT_CLOSED = "“{name}” is opened and never closed; what follows it was not checked as text"


@dataclass(frozen=True, slots=True)
class Beside:
    """A text that stands beside the visible one: an attribute, a comment, a title."""

    part: Part
    written: Traced = field(repr=False)
    label: str


@dataclass
class Hypertext:
    """The texts of a page."""

    body: Traced = field(default=NOTHING, repr=False)
    beside: list[Beside] = field(default_factory=list)
    media: list[dict[str, object]] = field(default_factory=list, repr=False)
    unread: list[str] = field(default_factory=list)


def hypertext(page: Traced) -> Hypertext:
    """The texts of an HTML text."""
    reading = _Page(page)
    for piece in pieces(page.text):
        if isinstance(piece, Words):
            reading.words(piece)
        elif isinstance(piece, Tag):
            reading.tag(piece)
        elif isinstance(piece, EndTag):
            reading.end_tag(piece.name)
        else:
            reading.comment(piece)
    return reading.finish()


def fields_of(found: Original, body: Traced, beside: Sequence[Beside]) -> list[Field]:
    """The fields of a page, in the order of the file, without blank ones."""
    fields = [
        found.field(Part.BODY, body),
        *(found.field(one.part, one.written, one.label) for one in beside),
    ]
    told = (one for one in fields if one.text.strip())
    return sorted(told, key=lambda one: one.origin.segments[0].source)


def attribute_texts(page: Traced, tag: Tag) -> tuple[list[Beside], list[dict[str, object]]]:
    """The texts in the attributes of a tag, and the picture or film that it shows."""
    values = {found.name: decoded(page, found.start, found.end, attribute=True) for found in tag.attributes}
    beside = []
    for name, written in values.items():
        part = _BESIDE.get(name)
        if name == "href" and (tag.name not in ("a", "area") or written.text.startswith("#")):
            part = None
        if name == "content" and tag.name == "meta":
            key = values.get("name", values.get("property", NOTHING)).text
            part, name = _META.get(key.lower()), key
        if part is not None:
            shown = written if part is Part.LINK else merge_tags.shown(written)
            beside.append(Beside(part, shown, name if tag.name == "meta" else f"{tag.name} {name}"))
    return beside, _shown(tag, values)


def _shown(tag: Tag, values: dict[str, Traced]) -> list[dict[str, object]]:
    if tag.name not in ("img", "video", "audio") or _is_dot(values):
        return []
    item: dict[str, object] = {"type": "image" if tag.name == "img" else tag.name}
    if "src" in values:
        item["source"] = values["src"].text
    if "alt" in values:
        item["alt"] = values["alt"].text
        if not values["alt"].text.strip():
            item["decorative"] = True
    return [item]


def _is_dot(values: dict[str, Traced]) -> bool:
    """Whether a picture is a dot that nobody sees: it counts readers, or keeps others apart."""
    sides = (values[side].text.strip().removesuffix("px") for side in ("width", "height") if side in values)
    return [side in ("0", "1") for side in sides] == [True, True]


class _Lines:
    """Text as a browser lays it out: white space is one blank, blocks end a line."""

    def __init__(self) -> None:
        self._pieces: list[Traced] = []
        self._breaks = 0
        self._blank = NOTHING
        self._end = 0

    def add(self, written: Traced, *, verbatim: bool = False) -> None:
        """Add some text."""
        if verbatim:
            self._word(written)
            return
        start = 0
        for white in _WHITE.finditer(written.text):
            self._word(written.slice(start, white.start()))
            if self._pieces and not self._breaks and not self._blank.text:
                run = written.slice(white.start(), white.end())
                self._blank = Traced.made(" ", run.source_start, run.source_end)
            start = white.end()
        self._word(written.slice(start, len(written.text)))

    def _word(self, written: Traced) -> None:
        if not written.text:
            return
        if self._pieces:
            if self._breaks:
                gap = max(written.source_start, self._end)
                self._pieces.append(Traced.made("\n" * self._breaks, self._end, gap))
            elif self._blank.text:
                self._pieces.append(self._blank)
        self._breaks, self._blank = 0, NOTHING
        self._pieces.append(written)
        self._end = written.source_end

    def end_line(self, breaks: int) -> None:
        """End the line, if one is begun."""
        self._breaks = max(self._breaks, breaks)

    def line_break(self) -> None:
        """Break the line, also an empty one."""
        self._breaks += 1

    def text(self) -> Traced:
        """The text so far."""
        return join(self._pieces)


class _Page:
    def __init__(self, page: Traced) -> None:
        self._page = page
        self._found = Hypertext()
        self._body = _Lines()
        self._aside: _Lines | None = None  # the text of a hidden element
        self._skipped = ""  # the unseen or hidden element we are in
        self._depth = 0
        self._verbatim = 0
        self._conditional: list[Traced] = []

    def words(self, found: Words) -> None:
        if found.name in SKIPPED:
            if found.end == len(self._page.text):
                self._found.unread.append(_NOT_CLOSED.format(name=found.name))
            return
        written = merge_tags.shown(decoded(self._page, found.start, found.end))
        if found.name == "title":
            self._found.beside.append(Beside(Part.TITLE, written.strip(), "title"))
        elif self._skipped not in _UNSEEN:
            (self._aside or self._body).add(written, verbatim=self._verbatim > 0 or found.name == "textarea")

    def tag(self, tag: Tag) -> None:
        if self._skipped:
            self._depth += tag.name == self._skipped
        if self._skipped in _UNSEEN:
            return
        beside, media = attribute_texts(self._page, tag)
        self._found.beside += beside
        self._found.media += media
        self._end_line(tag.name)
        if tag.name == "br":
            (self._aside or self._body).line_break()
        self._verbatim += tag.name == "pre"
        if not self._skipped and tag.name not in VOID and (tag.name in _UNSEEN or self._hides(tag)):
            self._skipped, self._depth = tag.name, 1
            self._aside = None if tag.name in _UNSEEN else _Lines()

    def end_tag(self, name: str) -> None:
        if name == self._skipped:
            self._depth -= 1
            if not self._depth:
                self._leave()
        self._end_line(name)
        if name == "pre" and self._verbatim:
            self._verbatim -= 1

    def comment(self, comment: Comment) -> None:
        written = self._page.slice(comment.start, comment.end)
        if not _CONDITION.fullmatch(written.text):
            if condition := _CONDITIONAL.fullmatch(written.text):
                self._condition(hypertext(written.slice(*condition.span(1))))
            else:
                self._found.beside.append(Beside(Part.INTERNAL, written, "comment"))
        if not comment.closed:
            self._found.unread.append(_NOT_CLOSED.format(name="<!--"))

    def _condition(self, shown: Hypertext) -> None:
        self._conditional.append(shown.body)
        self._found.beside += shown.beside
        self._found.unread += shown.unread

    def finish(self) -> Hypertext:
        if self._skipped in _UNSEEN:
            self._found.unread.append(_NOT_CLOSED.format(name=self._skipped))
        self._leave()
        self._found.body = self._body.text()
        for conditional in self._conditional:
            other = only_in(conditional, self._found.body.text, LINES)
            if has_letters(other.text):
                self._found.beside.append(Beside(Part.BODY, other, "conditional comment"))
        return self._found

    def _leave(self) -> None:
        if self._aside is not None:
            self._found.beside.append(Beside(Part.DESCRIPTION, self._aside.text(), "hidden text"))
        self._aside, self._skipped = None, ""

    def _end_line(self, name: str) -> None:
        if name in _PARAGRAPHS or name in _LINES:
            (self._aside or self._body).end_line(2 if name in _PARAGRAPHS else 1)

    def _hides(self, tag: Tag) -> bool:
        values = {found.name: self._page.text[found.start : found.end] for found in tag.attributes}
        return (
            "hidden" in values
            or bool(_HIDING.search(values.get("style", "")))
            or bool(_PREVIEW.search(values.get("class", "") + " " + values.get("id", "")))
        )
