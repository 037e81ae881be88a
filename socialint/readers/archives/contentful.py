"""What `contentful space export` writes (JSON) -> posts: one an entry and locale, and one an asset.

`entries[].fields.<field>.<locale>` is a text, or rich text: a tree of nodes whose leaves have a `value`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from socialint.model.documents import Part, Post
from socialint.readers.archives.archived import Archived, entries_of, field_of, posts_of, text_of, texts
from socialint.readers.names import Names
from socialint.readers.nodes import Entries, Items, Leaf, Node
from socialint.readers.original import Original
from socialint.readers.prose import reads_as_text
from socialint.readers.traced import NOTHING, Traced, join

_BLOCKS = ("paragraph", "heading-", "table-cell", "table-header-cell")
_CODE = "code"


def posts(found: Original, root: Node, names: Names) -> Iterator[Post] | None:
    """The posts of an export; None where the file is none."""
    entries, assets = entries_of(root, "entries"), entries_of(root, "assets")
    if not all(_is_item(one) for one in (*entries, *assets)) or not (entries or assets):
        return None
    return _posts(found, names, root)


def _posts(found: Original, names: Names, root: Node) -> Iterator[Post]:
    entries = [
        _entry(one, locale, fields, names)
        for one in entries_of(root, "entries")
        for locale, fields in _locales(one).items()
    ]
    assets = [_asset(one, fields) for one in entries_of(root, "assets") for fields in _locales(one).values()]
    yield from posts_of(found, names, entries, "entry")
    yield from posts_of(found, names, assets, "asset")


def _is_item(item: Entries) -> bool:
    return isinstance(item.get("fields"), Entries) and isinstance(field_of(item, "sys", "id"), Leaf)


def _locales(item: Entries) -> Mapping[str, list[tuple[str, Node]]]:
    """The fields of an item by locale."""
    found: dict[str, list[tuple[str, Node]]] = {}
    fields = item.get("fields")
    for name, node in fields.pairs if isinstance(fields, Entries) else ():
        for locale, said in node.pairs if isinstance(node, Entries) else ():
            found.setdefault(locale, []).append((name, said))
    return found


def _entry(item: Entries, locale: str, fields: list[tuple[str, Node]], names: Names) -> Archived:
    post = Archived(f"{text_of(item, 'sys', 'id').text} {locale}")
    for name, said in fields:
        if text_of(said, "nodeType").text == "document":
            said = Leaf.of_text(_rich(said))
        elif isinstance(said, Leaf) and isinstance(said.value, str) and names.role(name) is None:
            # Nobody knows the name, but what reads as text is shown somewhere.
            if reads_as_text(said.value):
                post.beside += texts(Part.BODY, name, [said.written])
            continue
        elif not isinstance(said, Leaf) and not _is_text_list(said):
            continue  # points at another entry, or at a place on the map
        post.said.append((name, said) if names.role(name) is not None else ("text", said))
    post.tell("language", locale.partition("-")[0])
    return post


def _is_text_list(node: Node) -> bool:
    return isinstance(node, Items) and all(isinstance(one, Leaf) for one in node.nodes)


def _asset(item: Entries, fields: list[tuple[str, Node]]) -> Archived:
    """A file: sites show its description as the alt text."""
    post = Archived(text_of(item, "sys", "id").text)
    said = dict(fields)
    for name, part in (("title", Part.TITLE), ("description", Part.ALT_TEXT)):
        post.beside += texts(part, name, [text_of(Entries(tuple(said.items())), name)])
    return post


def _rich(document: Node) -> Traced:
    """The paragraphs of a rich text, a blank line between them."""
    pieces: list[Traced] = []
    for written in _paragraphs(document):
        if pieces:
            pieces.append(Traced.made("\n\n", pieces[-1].source_end, written.source_start))
        pieces.append(written)
    return join(pieces)


def _paragraphs(node: Node) -> Iterator[Traced]:
    kind = text_of(node, "nodeType").text
    if kind.startswith(_BLOCKS):
        written = join(_words(node))
        if written.text.strip():
            yield written
        return
    for one in entries_of(node, "content"):
        yield from _paragraphs(one)


def _words(node: Node) -> Iterator[Traced]:
    if text_of(node, "nodeType").text == "text":
        marks = {text_of(one, "type").text for one in entries_of(node, "marks")}
        yield text_of(node, "value") if _CODE not in marks else NOTHING
    for one in entries_of(node, "content"):
        yield from _words(one)
