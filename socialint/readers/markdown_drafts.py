"""A Markdown text that holds several posts -> the stretch of each, and what is said above it.

Headings that name a channel or number a post (“Facebook”, “Post 2”) begin one each, where there are
several of a level and none of that level that says anything else; so does a further front matter. A
rule alone (`---`) does not: articles have one above their disclaimers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise

import regex

from socialint.expressions import lazily
from socialint.readers.commonmark import parser
from socialint.readers.frontmatter import FrontMatter, front_matter_at
from socialint.readers.headings import Heading, announced
from socialint.readers.names import Names
from socialint.readers.nodes import Entries, Leaf
from socialint.readers.original import Original
from socialint.readers.traced import NOTHING

_LINE = lazily(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_MARKS = lazily(r"[*_`#]+")
_FURTHER = lazily(
    r"^---[ \t]*(?:\r\n|\r|\n)(?P<key>[\w-]++)[ \t]*:(?=[ \t\r\n])[^\r\n]*(?:\r\n|\r|\n)"
    r"(?:(?:[\w-]++[ \t]*:(?=[ \t\r\n])|[ \t]|-[ \t])[^\r\n]*(?:\r\n|\r|\n))*+---[ \t]*(?=[\r\n]|\Z)",
    regex.MULTILINE,
)
_TEXT_LINE = lazily(r"^(?!#{1,6}[ \t])[ \t]*\S", regex.MULTILINE)
_MAY_BE_HEADING = lazily(r"(?<![^\r\n])[ \t]*(?:#|[=-]+[ \t]*(?:[\r\n]|\Z))")
_SEVERAL = 2


@dataclass(frozen=True)
class Draft:
    """The stretch of a text that one post is; `head` is what is said of it above.

    `shared` holds for all posts. `only_headings` says that it holds nothing but the headings above others.
    """

    start: int
    end: int
    name: str = ""
    head: Entries = field(default=Entries(()), repr=False)
    shared: Entries | None = field(default=None, repr=False)
    only_headings: bool = False


@dataclass(frozen=True)
class _Announced:
    """A heading that begins a draft: where its line begins, and where the draft's own words do."""

    line: int
    start: int
    level: int
    heading: Heading


def drafts(found: Original, head: FrontMatter, text: str, names: Names) -> Sequence[Draft]:
    """The drafts below the head of a file; the first may be what stands above those that are announced.

    `text` is that of `found`, in which code may be masked.
    """
    return (
        _below_front_matters(found, head, names)
        or _below_headings(text, head)
        or (Draft(head.body, len(text), head=head.entries),)
    )


def _below_front_matters(found: Original, first: FrontMatter, names: Names) -> Sequence[Draft]:
    further = _FURTHER.finditer(found.text, first.body)
    begun = [one.start() for one in further if names.role(one["key"]) is not None]
    heads = [(at, front_matter_at(found, at)) for at in begun]
    if not heads:
        return ()
    ends = [*(at for at, _ in heads), len(found.text)]
    is_post = first.entries.pairs or found.text[first.body : ends[0]].strip()
    told = [Draft(first.body, ends[0], "post 1", first.entries)] if is_post else []
    for (_, head), end in zip(heads, ends[1:], strict=True):
        told.append(Draft(head.body, end, f"post {len(told) + 1}", head.entries))
    return told


def _below_headings(text: str, above: FrontMatter) -> Sequence[Draft]:
    found = list(_announced(text, above.body))
    if len(found) < _SEVERAL:
        return ()
    numbers = [one.heading.number for one in found]
    given = None not in numbers and len(set(numbers)) == len(numbers)
    only_headings = not _TEXT_LINE.search(text, above.body, found[0].line)
    told = [Draft(above.body, found[0].line, head=above.entries, only_headings=only_headings)]
    ends = [*(one.line for one in found[1:]), len(text)]
    for order, (one, end) in enumerate(zip(found, ends, strict=True), start=1):
        number = one.heading.number if given else order
        name = ", ".join((f"post {number}", *one.heading.channels))
        channels = ", ".join(one.heading.channels)
        head = Entries((("channel", Leaf(channels, NOTHING)),) if channels else ())
        told.append(Draft(one.start, end, name, head, above.entries))
    return told


def _announced(text: str, start: int) -> Iterator[_Announced]:
    """The headings that begin drafts: all those of one level, and none of them says anything else."""
    if sum(1 for _ in islice(_MAY_BE_HEADING.finditer(text, start, overlapped=True), _SEVERAL)) < _SEVERAL:
        return
    lines = [one.span() for one in _LINE.finditer(text, start)]
    tokens = parser().parse("\n".join(text[begin:end].rstrip("\r\n") for begin, end in lines), {})
    levels: dict[int, list[_Announced | None]] = {}
    for token, inline in pairwise(tokens):
        if token.type != "heading_open" or token.level or not token.map:
            continue
        level = int(token.tag[1:])
        line, after = lines[token.map[0]][0], lines[token.map[1] - 1][1]
        said = _MARKS.sub("", inline.content)
        heading = announced(said, level=level)
        own = said[heading.rest :].strip() if heading else ""
        at = text.find(own, line, after) if own else -1
        begun = _Announced(line, at if at >= 0 else after, level, heading) if heading else None
        levels.setdefault(level, []).append(begun)
    for level in sorted(levels):
        begun_here = levels[level]
        if len(begun_here) >= _SEVERAL and None not in begun_here:
            yield from (one for one in begun_here if one is not None)
            return
