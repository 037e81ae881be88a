"""The head of a Markdown file -> its front matter (YAML, TOML or JSON) and where the body begins."""

from __future__ import annotations

from dataclasses import dataclass, field

import regex

from socialint.expressions import lazily
from socialint.readers.nodes import Entries, Leaf, MalformedError, Node
from socialint.readers.original import Original
from socialint.readers.traced import Traced

_BREAK = r"[ \t]*(?:\r\n|\r|\n|\Z)"
_FENCED = lazily(
    rf"(?P<fence>---|\+\+\+)(?P<kind>json|yaml|toml)?{_BREAK}"
    rf"(?P<inside>.*?)(?<![^\r\n])(?:(?P=fence)|(?<=[\r\n])\.\.\.){_BREAK}",
    regex.DOTALL,
)
_KEY = lazily(r"[\w.\"'-]+[ \t]*[:=]", regex.MULTILINE)
_LINE = lazily(r"(?:(?P<key>[\w.-]+)[ \t]*[:=][ \t]*)?(?P<value>[^\r\n]*)(?:\r\n|\r|\n|\Z)")


@dataclass(frozen=True)
class FrontMatter:
    """What stands before the body."""

    entries: Entries = field(repr=False)
    body: int
    """The offset at which the body begins."""


def front_matter(found: Original) -> FrontMatter:
    """The front matter of a text; empty where there is none.

    A broken one is read line by line, as far as that goes, and noted as unread.
    """
    if found.text.startswith("{"):
        return _bare_json(found.text)
    return front_matter_at(found, 0)


def front_matter_at(found: Original, at: int) -> FrontMatter:
    """The fenced front matter at an offset of a text; empty, and the body there, where there is none."""
    text = found.text
    fenced = _FENCED.match(text, at)
    if not fenced:
        return FrontMatter(Entries(()), at)
    start, end = fenced.span("inside")
    try:
        node = _parsed(text, start, end, fenced["kind"] or ("toml" if fenced["fence"] == "+++" else "yaml"))
    except MalformedError as why:
        if not _KEY.search(fenced["inside"]):
            return FrontMatter(Entries(()), at)  # two rules with prose between them
        found.note(
            f"the front matter is broken in line {found.line_of(why.offset)}: {why}; "
            "it was read line by line, without its structure",
            hint="mend it; a value with a colon in it stands in quotes",
        )
        return FrontMatter(_line_by_line(text, start, end), fenced.end())
    if node is None:
        return FrontMatter(Entries(()), fenced.end())
    return FrontMatter(node, fenced.end()) if isinstance(node, Entries) else FrontMatter(Entries(()), at)


def head_of(text: str) -> Entries:
    """The fenced front matter that a text carries along where it is no file of its own: a cell, a value.

    Empty where there is none; a broken one is read line by line.
    """
    fenced = _FENCED.match(text)
    if not fenced or not _KEY.search(fenced["inside"]):
        return Entries(())
    start, end = fenced.span("inside")
    try:
        node = _parsed(text, start, end, "toml" if fenced["fence"] == "+++" else "yaml")
    except MalformedError:
        return _line_by_line(text, start, end)
    return node if isinstance(node, Entries) else Entries(())


def _parsed(text: str, start: int, end: int, kind: str) -> Node | None:
    if not text[start:end].strip():
        return None
    # Each language is imported where a draft is written in it; most have no front matter.
    if kind == "toml":
        from socialint.readers import toml_values

        return toml_values.parse(text, start, end)
    if kind == "json":
        from socialint.readers import json_values

        return json_values.parse(text, start)[0]
    from socialint.readers import yaml_values

    nodes = yaml_values.parse(text, start, end)
    return nodes[0] if nodes else None


def _bare_json(text: str) -> FrontMatter:
    from socialint.readers import json_values

    try:
        node, end = json_values.parse(text)
    except MalformedError:
        return FrontMatter(Entries(()), 0)
    rest = regex.compile(_BREAK).match(text, end)
    if not isinstance(node, Entries) or not node.pairs or not rest:
        return FrontMatter(Entries(()), 0)
    return FrontMatter(node, rest.end())


def _line_by_line(text: str, start: int, end: int) -> Entries:
    """A line without a key goes on with what the one before it says."""
    runs: list[tuple[str, int, int]] = []
    for line in _LINE.finditer(text, start, end):
        if line["key"] or not runs:
            # What belongs to no key is not published.
            runs.append((line["key"] or "notes", *line.span("value")))
        elif line["value"].strip():
            runs[-1] = (*runs[-1][:2], line.end("value"))
    values = ((key, Traced.copied(text, *span).strip(" \t\"',")) for key, *span in runs)
    return Entries(tuple((key, Leaf.of_text(value)) for key, value in values if value.text))
