"""The body of a Markdown file -> one text, block after block, and the texts beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile
from typing import Any

from markdown_it.token import Token

from socialint.expressions import lazily
from socialint.model.documents import Part
from socialint.readers.commonmark import AT, PIECES, parser
from socialint.readers.hypertext import Beside, attribute_texts, hypertext
from socialint.readers.markup import Comment, Tag, pieces
from socialint.readers.traced import NOTHING, Traced, join

FILLER = "\ufdd0"
"""Stands for what is no Markdown (MDX expressions); a character that no text may hold."""

_LINE = lazily(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_HEADING = lazily(r"[^#]*#{1,6}")
_BLANKS = " \t"


@dataclass
class Body:
    """What a Markdown body says."""

    text: Traced = field(default=NOTHING, repr=False)
    beside: list[Beside] = field(default_factory=list)
    media: list[dict[str, object]] = field(default_factory=list, repr=False)
    unread: list[str] = field(default_factory=list)


def read_body(text: str, start: int) -> Body:
    """The body that begins at `start`; `text` may hold fillers in place of what is no Markdown."""
    spans = [found.span(1) for found in _LINE.finditer(text, start)]
    env: dict[str, Any] = {}
    tokens = parser().parse("\n".join(text[begin:end] for begin, end in spans), env)
    return _Blocks(text, spans, env).read(tokens)


class _Blocks:
    """Walks the blocks; list items and table cells stand on lines of their own."""

    def __init__(self, text: str, spans: Sequence[tuple[int, int]], env: dict[str, Any]) -> None:
        self._text = text
        self._spans = spans
        self._env = env
        self._body = Body()
        self._pieces: list[Traced] = []
        self._last_list = self._list = 0
        self._depth = 0
        self._cells: Iterator[Traced] | None = None

    def read(self, tokens: Sequence[Token]) -> Body:
        for index, token in enumerate(tokens):
            if token.type in ("bullet_list_open", "ordered_list_open", "table_open"):
                self._depth += 1
                self._list += self._depth == 1
            elif token.type in ("bullet_list_close", "ordered_list_close", "table_close"):
                self._depth -= 1
            elif token.type == "tr_open":
                self._cells = self._row(tokens, index)
            elif token.type == "tr_close":
                self._cells = None
            elif token.type == "inline":
                content = (
                    next(self._cells, NOTHING) if self._cells else self._content(token, tokens[index - 1])
                )
                inline = _Inline(content, self._body, self._reference)
                self._add(inline.text(token.children or []))
            elif token.type == "html_block":
                self._html(self._content(token, token))
        self._body.text = join(self._pieces)
        return self._body

    def _html(self, content: Traced) -> None:
        page = hypertext(_clear(content))
        self._add(page.body)
        self._body.beside += page.beside
        self._body.media += page.media
        self._body.unread += page.unread

    def _add(self, block: Traced) -> None:
        block = _clear(block).strip()
        if not block.text:
            return
        if self._pieces:
            together = self._depth and self._list == self._last_list
            gap = "\n" if together else "\n\n"
            end = self._pieces[-1].source_end
            start = max(end, block.source_start)
            same = self._text[end:start] == gap
            self._pieces.append(
                Traced.copied(self._text, end, start) if same else Traced.made(gap, end, start)
            )
        self._last_list = self._list if self._depth else 0
        self._pieces.append(block)

    def _content(self, token: Token, opener: Token) -> Traced:
        """The content of a block: each of its lines is the end of a line of the file."""
        lines = token.content.removesuffix("\n").split("\n")
        found: list[Traced] = []
        for line, (begin, end) in zip(lines, self._lines_of(token, lines), strict=False):
            if opener.type == "heading_open" and opener.markup.startswith("#"):
                marks = _HEADING.match(self._text, begin, end)
                begin = marks.end() if marks else begin
            found.append(_placed(self._text, begin, end, line))
        return join(_with_breaks(self._text, found))

    def _lines_of(self, token: Token, lines: Sequence[str]) -> Sequence[tuple[int, int]]:
        """The lines of the file that hold these lines; at either end some may have been trimmed."""
        first, last = token.map or (0, 0)
        for shift in range(max(last - first - len(lines), 0) + 1):
            spans = self._spans[first + shift : first + shift + len(lines)]
            if all(
                line.strip() in self._text[slice(*span)] for line, span in zip(lines, spans, strict=False)
            ):
                return spans
        return self._spans[first : first + len(lines)]

    def _row(self, tokens: Sequence[Token], index: int) -> Iterator[Traced]:
        """The cells of the table's row that begins with the token at `index`."""
        following = (tokens[at] for at in range(index, len(tokens)))
        of_row = takewhile(lambda token: token.type != "tr_close", following)
        contents = [token.content for token in of_row if token.type == "inline"]
        first, _ = tokens[index].map or (0, 0)
        begin, end = self._spans[first]
        cells = _cells(self._text, begin, end)
        # Before the first bar there is a cell, or only what the row is indented by.
        for skipped in (1, 0):
            row = [*cells[skipped:], *[NOTHING] * len(contents)]
            at = [cell.text.rfind(said) for cell, said in zip(row, contents, strict=False)]
            whole = (cell.text.strip() == said.strip() for cell, said in zip(row, contents, strict=False))
            if min(at, default=0) >= 0 and all(islice(whole, 1 - skipped, None)):
                return (
                    cell.slice(start, start + len(said))
                    for cell, start, said in zip(row, at, contents, strict=False)
                )
        return (Traced.made(said, begin, end) for said in contents)

    def _reference(self, href: str) -> Traced:
        """Where the definition of a link says its target."""
        for definition in self._env.get("references", {}).values():
            if definition["href"] != href:
                continue
            first, last = definition["map"]
            begin, end = self._spans[first][0], self._spans[max(first, last - 1)][1]
            colon = self._text.find("]:", begin, end)
            found = _target(self._text, colon + 2, end) if colon >= 0 else None
            if found and parser().normalizeLink(found.said) == href:
                return found.written(Traced.copied(self._text, 0, len(self._text)))
            return Traced.made(href, begin, end)
        return NOTHING


@dataclass(frozen=True)
class _Target:
    """A link's target: what it says, and where it stands."""

    said: str = field(repr=False)
    start: int
    end: int
    after: int

    def written(self, content: Traced) -> Traced:
        run = content.slice(self.start, self.end)
        return run if run.text == self.said else Traced.made(self.said, run.source_start, run.source_end)


def _target(text: str, at: int, end: int) -> _Target | None:
    while at < end and text[at] in " \t\r\n":
        at += 1
    found = parser().helpers.parseLinkDestination(text, at, end)
    if not found.ok:
        return None
    angle = text.startswith("<", at)
    return _Target(found.str, at + angle, found.pos - angle, found.pos)


def _title(text: str, at: int, end: int) -> _Target | None:
    while at < end and text[at] in " \t\r\n":
        at += 1
    found = parser().helpers.parseLinkTitle(text, at, end)
    return _Target(found.str, at + 1, found.pos - 1, found.pos) if found.ok else None


class _Inline:
    """Walks the tokens inside a block."""

    def __init__(self, content: Traced, body: Body, reference: Any) -> None:
        self._content = content
        self._body = body
        self._reference = reference

    def text(self, tokens: Sequence[Token], base: int = 0) -> Traced:
        """The text that the tokens show; `base` is where in the content they begin."""
        found: list[Traced] = []
        links: list[Token] = []
        previous = None
        for token in tokens:
            at = base + token.meta.get(AT, 0)
            if token.type in ("text", "text_special"):
                found.extend(self._words(token, at, base, previous))
            elif token.type in ("softbreak", "hardbreak"):
                at = self._content.text.find("\n", at)
                found.append(self._content.slice(at, at + 1))
            elif token.type == "link_open":
                links.append(token)
            elif token.type == "link_close":
                self._link(links.pop(), at)
            elif token.type == "image":
                self._image(token, at)
            elif token.type == "html_inline":
                found.extend(self._html(self._content.slice(at, at + len(token.content))))
            previous = token
        return join(found)

    def _words(self, token: Token, at: int, base: int, previous: Token | None) -> Iterator[Traced]:
        if PIECES in token.meta:
            for start, length in token.meta[PIECES]:
                yield self._content.slice(base + start, base + start + length)
        elif token.type == "text_special":
            run = self._content.slice(at, at + len(token.markup))
            same = run.text == token.content
            yield run if same else Traced.made(token.content, run.source_start, run.source_end)
        elif previous is not None and previous.type == "link_open" and previous.info == "auto":
            yield self._content.slice(at + 1, self._content.text.find(">", at))
        else:
            yield self._content.slice(at, at + len(token.content))

    def _link(self, opening: Token, at: int) -> None:
        """The target of the link whose text ends at `at`."""
        href = str(opening.attrs.get("href", ""))
        if opening.info == "auto":
            end = self._content.text.find(">", at)
            written = self._content.slice(at + 1, end)
        else:
            written = self._destination(href, at, Part.DESCRIPTION, "link title")
        if written.text and not written.text.startswith("#"):
            self._body.beside.append(Beside(Part.LINK, written, "link"))

    def _destination(self, href: str, at: int, title_part: Part, label: str) -> Traced:
        """What stands in brackets after the `]` at `at`, or in the definition it refers to."""
        text = self._content.text
        if text.startswith("](", at):
            found = _target(text, at + 2, len(text))
            if found is None or parser().normalizeLink(found.said) != href:
                found = _Target("", at + 2, at + 2, at + 2) if not href else None
            if found is not None:
                title = _title(text, found.after, len(text))
                if title is not None:
                    self._body.beside.append(Beside(title_part, title.written(self._content), label))
                return found.written(self._content)
        place: Traced = self._reference(href)
        return place

    def _image(self, token: Token, at: int) -> None:
        alt = self.text(token.children or [], at + 2)
        source = str(token.attrs.get("src", ""))
        if alt.text.strip():
            self._body.beside.append(Beside(Part.ALT_TEXT, alt, "alt"))
        self._destination(source, at + 2 + len(token.content), Part.CAPTION, "image title")
        item: dict[str, object] = {"type": "image", "source": source}
        if alt.text.strip():
            item["alt"] = alt.text
        self._body.media.append(item)

    def _html(self, tag: Traced) -> Iterator[Traced]:
        for piece in pieces(tag.text):
            if isinstance(piece, Comment):
                comment = tag.slice(piece.start, piece.end)
                self._body.beside.append(Beside(Part.INTERNAL, comment, "comment"))
            elif isinstance(piece, Tag):
                beside, media = attribute_texts(tag, piece)
                self._body.beside += beside
                self._body.media += media
                if piece.name == "br":
                    yield Traced.made("\n", tag.source_start, tag.source_end)


def _placed(text: str, begin: int, end: int, line: str) -> Traced:
    """A line of a block's content, found in its line of the file."""
    core = line.strip(_BLANKS)
    start = text.rfind(core, begin, end) if core else -1
    if start < 0:
        return Traced.made(line, begin, end)
    head = len(line) - len(line.lstrip(_BLANKS))
    # White space at the ends may have been rewritten (tabs); the words have not.
    return join(
        (
            _as_it_stands(text, line[:head], max(start - head, begin), start),
            Traced.copied(text, start, start + len(core)),
            _as_it_stands(text, line[head + len(core) :], start + len(core), end),
        )
    )


def _as_it_stands(text: str, said: str, start: int, end: int) -> Traced:
    if text.startswith(said, start) and start + len(said) <= end:
        return Traced.copied(text, start, start + len(said))
    return Traced.made(said, start, end)


def _with_breaks(text: str, lines: Sequence[Traced]) -> Iterator[Traced]:
    end = lines[0].source_end
    yield lines[0]
    for line in lines[1:]:
        start = max(end, line.source_start) if line.text else end
        yield _as_it_stands(text, "\n", end, start) if line.text else Traced.made("\n", end, end)
        yield line
        end = line.source_end if line.text else end


def _cells(text: str, begin: int, end: int) -> list[Traced]:
    """The stretches between the bars of a line; one with a backslash before it is a letter."""
    cells: list[list[Traced]] = [[]]
    start = begin
    for at in range(begin, end):
        if text[at] != "|":
            continue
        if at > begin and text[at - 1] == "\\":
            cells[-1].append(Traced.copied(text, start, at - 1))
            cells[-1].append(Traced.made("|", at - 1, at + 1))
        else:
            cells[-1].append(Traced.copied(text, start, at))
            cells.append([])
        start = at + 1
    cells[-1].append(Traced.copied(text, start, end))
    return [join(cell).strip() for cell in cells]


def _clear(written: Traced) -> Traced:
    """The text without fillers."""
    if FILLER not in written.text:
        return written
    return join(written.split(FILLER))
