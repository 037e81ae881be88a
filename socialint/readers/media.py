"""What a record says about its pictures and films -> media items by the contract's names."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from socialint.expressions import lazily
from socialint.model.documents import Part
from socialint.readers.names import bare
from socialint.readers.nodes import Entries, Leaf, value
from socialint.readers.prose import words

_PARTS = {
    "alt": Part.ALT_TEXT,
    "alttext": Part.ALT_TEXT,
    "alttexts": Part.ALT_TEXT,
    "imagealt": Part.ALT_TEXT,
    "text": Part.IMAGE_TEXT,
    "imagetext": Part.IMAGE_TEXT,
    "overlaytext": Part.IMAGE_TEXT,
    "caption": Part.CAPTION,
    "title": Part.CAPTION,
    "description": Part.DESCRIPTION,
}
_CONTRACT = {
    "alttext": "alt",
    "alttexts": "alt",
    "imagealt": "alt",
    "imagetext": "text",
    "overlaytext": "text",
    "url": "source",
    "src": "source",
    "file": "source",
    "path": "source",
    "href": "source",
}
_FACTS = words("type shows people decorative edited beforeafter captions tags aigenerated retouched") | {
    key for key, name in _CONTRACT.items() if name == "source"
}
_FILE = lazily(r"\S+\.\w{2,5}(?:[?#]\S*)?|\S+//\S+")
_VIDEO = lazily(r"\.(?:mp4|mov|webm|avi|mkv|m4v)\b|video|reel", regex.IGNORECASE)
_AUDIO = lazily(r"\.(?:mp3|wav|m4a|ogg)\b|audio|podcast", regex.IGNORECASE)


def says_fact(key: str) -> bool:
    """Whether a key of a media item says something about it that nobody sees."""
    return bare(key) in _FACTS


def listed(text: str, key: str) -> Iterator[dict[str, object]]:
    """The media that a cell or a string names: one or several addresses, or a description."""
    pieces = [piece for piece in regex.split(r"[,;|\s]+", text) if piece]
    if not pieces:
        return
    if not all(_FILE.fullmatch(piece) for piece in pieces):
        pieces = [text.strip()]
    for piece in pieces:
        yield {"type": _type(piece, key), "source": piece}


def described(entries: Entries, key: str) -> tuple[dict[str, object], list[tuple[Part, str, Leaf]]]:
    """A media item that is a mapping, by the contract's names, and the texts in it."""
    item: dict[str, object] = {}
    texts = []
    for name, node in entries.pairs:
        part = _PARTS.get(bare(name))
        item[_CONTRACT.get(bare(name), name)] = value(node)
        if part is not None and isinstance(node, Leaf) and isinstance(node.value, str):
            texts.append((part, name, node))
    item.setdefault("type", _type(str(item.get("source", "")), key))
    return item, texts


def _type(source: str, key: str) -> str:
    for kind, pattern in (("video", _VIDEO), ("audio", _AUDIO)):
        if pattern.search(source) or pattern.search(key):
            return kind
    return "image"
