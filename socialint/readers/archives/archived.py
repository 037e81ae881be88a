"""An item of an archive, its texts and facts -> a record that the readers of records know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from socialint.model.documents import Field, Part, Post
from socialint.readers.hypertext import Beside, fields_of
from socialint.readers.names import Names
from socialint.readers.nodes import Entries, Items, Leaf, Node, Scalar
from socialint.readers.original import Original
from socialint.readers.record import read_record
from socialint.readers.traced import NOTHING, Traced


@dataclass
class Archived:
    """One post of an archive; `said` are its texts and facts under names that readers of records know."""

    id: str = ""
    said: list[tuple[str, Node]] = field(default_factory=list, repr=False)
    body: Traced = field(default=NOTHING, repr=False)
    beside: list[Beside] = field(default_factory=list, repr=False)
    media: list[dict[str, object]] = field(default_factory=list, repr=False)

    def tell(self, name: str, value: Scalar) -> None:
        """Add a fact that is not a text, unless there is none."""
        if value not in (None, ""):
            self.said.append((name, Leaf(value, NOTHING)))


def posts_of(
    found: Original, names: Names, items: Iterable[Archived], called: str = "post"
) -> Iterator[Post]:
    """The posts, named by their order in the archive and their day; those without any text are none."""
    for number, one in enumerate(items, start=1):
        body: Sequence[Field] = fields_of(found, one.body, one.beside)
        post = read_record(
            found, Entries(tuple(one.said)), names, f"{called} {number}", body=body, media=one.media
        )
        if post is None or not post.fields:
            continue
        day = str(post.metadata.get("publish_at", ""))[:10]
        yield Post(", ".join(filter(None, (post.name, day))), post.fields, post.metadata, one.id)


def field_of(node: Node | None, *path: str) -> Node | None:
    """What stands below `node` under these keys, one after the other; None where nothing does."""
    for key in path:
        node = node.get(key) if isinstance(node, Entries) else None
    return node


def text_of(node: Node | None, *path: str) -> Traced:
    """The text below `node` under these keys; empty where there is none."""
    leaf = field_of(node, *path)
    return leaf.written if isinstance(leaf, Leaf) and isinstance(leaf.value, str) else NOTHING


def entries_of(node: Node | None, *path: str) -> Sequence[Entries]:
    """The mappings in the list below `node` under these keys."""
    items = field_of(node, *path)
    return [one for one in items.nodes if isinstance(one, Entries)] if isinstance(items, Items) else ()


def moment(node: Node | None, *path: str) -> str:
    """The date and time that a number of seconds since 1970 says, in UTC; empty where there is none."""
    leaf = field_of(node, *path)
    seconds = leaf.value if isinstance(leaf, Leaf) else None
    if isinstance(seconds, bool) or not isinstance(seconds, int) or not 0 < seconds < 2**35:
        return ""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def texts(part: Part, label: str, written: Iterable[Traced]) -> Iterator[Beside]:
    """Texts that stand beside a post, without blank ones."""
    return (Beside(part, one, label) for one in written if one.text.strip())
