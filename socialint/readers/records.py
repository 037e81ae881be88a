"""A document of records (JSON, YAML) -> its posts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from socialint.model.documents import Part, Post
from socialint.readers.names import Fact, Names, Special
from socialint.readers.nodes import Entries, Items, Leaf, Node
from socialint.readers.original import Original
from socialint.readers.prose import reads_as_text, words
from socialint.readers.record import loose_post, read_record

_TEXT_PARTS = frozenset({Part.BODY, Part.CAPTION, Part.FIRST_COMMENT})
_OF_A_POST = frozenset({Special.ID, Special.DATE, Fact("channel")})
"""What a post has, and a section of a page has not."""
_WRAPPERS = words(
    "posts items data records entries tweets messages rows results drafts calendar schedule scheduled updates "
    "thread threads content contents captions copies"
)


def is_record(node: Node, names: Names) -> bool:
    """Whether the node is a mapping that has a post's text under a name that says so."""
    return isinstance(node, Entries) and any(
        isinstance(item, Leaf) and isinstance(item.value, str) and names.role(key) in _TEXT_PARTS
        for key, item in node.pairs
    )


def posts_of(original: Original, root: Node, names: Names) -> Iterator[Post]:
    """The posts of a document: one a record, else one of every text in it.

    A document is one record, a list of records or of texts, or a mapping around such lists; what
    the mapping says beside them holds for all of them.
    """
    records, around = _parted(root, names)
    if not records:
        yield from filter(None, [post_of(original, root, names)])
        return
    shared = around if isinstance(around, Entries) else Entries(())
    # What stands around the records is text too, but not theirs.
    beside = loose_post(original, shared, names)
    for number, record in enumerate(records, start=1):
        post = post_of(original, record, names, f"record {number}", shared)
        if post is not None:
            yield post
    if beside is not None:
        yield beside


def post_of(
    original: Original, node: Node, names: Names, name: str = "", shared: Entries | None = None
) -> Post | None:
    """The post that one record is; a text alone is its body. Its id, if it has one, names it."""
    if isinstance(node, Leaf):
        if not isinstance(node.value, str):
            return None
        node = Entries((("text", node),))
    if is_record(node, names) and isinstance(node, Entries):
        post = read_record(original, node, names, name, shared=shared)
    else:
        post = loose_post(original, node, names, name, shared=shared)
    if post is None or not post.record:
        return post
    return replace(post, name=post.record)


def _parted(node: Node, names: Names, key: str = "posts") -> tuple[list[Node], Node | None]:
    """The records below a node, and what is left of it without them."""
    if isinstance(node, Items):
        return (list(node.nodes), None) if _is_list_of_records(node, names, key) else ([], node)
    if isinstance(node, Leaf) or is_record(node, names):
        return [], node
    records: list[Node] = []
    around: list[tuple[str, Node]] = []
    for name, item in node.pairs:
        # Not a list of what belongs to one post: its media, its comments.
        wraps = names.role(name) in (None, Part.BODY, Special.NETWORK)
        found, left = _parted(item, names, name) if wraps else ([], item)
        records += found
        if left is not None:
            around.append((name, left))
    return records, Entries(tuple(around))


def _is_list_of_records(node: Items, names: Names, key: str) -> bool:
    """Whether a list holds posts, and not the sections of a page."""
    if node.nodes and all(isinstance(item, Leaf) and reads_as_text(str(item.value)) for item in node.nodes):
        return key in _WRAPPERS
    if not any(is_record(item, names) for item in node.nodes):
        return False
    said = {names.role(name) for item in node.nodes if isinstance(item, Entries) for name, _ in item.pairs}
    return key in _WRAPPERS or names.role(key) is Special.NETWORK or bool(said & _OF_A_POST)
