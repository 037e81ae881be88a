"""Hashtags, mentions, links and emoji -> probes."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from socialint.model.documents import Part
from socialint.model.leaves import Emoji, Hashtags, Links, Mentions
from socialint.model.places import Span
from socialint.model.views import View
from socialint.scan.probes import Probe, Sign
from socialint.text import fold

_HOST = regex.compile(r"(?:[a-z][a-z0-9+.-]*://)?(?:[^/@\s]*@)?([^/:?#\s]+)", regex.IGNORECASE)
_SELECTORS = "\ufe0e\ufe0f"
# With its presentation, skin and tags; several joined are one emoji.
_PICTURE = r"\p{Extended_Pictographic}[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*"


def hashtags(leaf: Hashtags) -> Iterator[Probe]:
    """Hashtags by name."""
    yield Probe(rf"(?<![\w&])#(?:{_names(leaf.names)})(?!\w)", sign=Sign.HASH, certain=True)


def mentions(leaf: Mentions) -> Iterator[Probe]:
    """Mentions by handle."""
    handles = _names(leaf.names, anything=r"[\w.-]*\w")
    yield Probe(rf"(?<![\w.])@(?:{handles})(?!\w)", sign=Sign.AT, certain=True)


def links(leaf: Links) -> Iterator[Probe]:
    """Links by host; every link is a field of its own."""
    hosts = tuple(host.lower().removeprefix("www.") for host in leaf.hosts)

    def accept(view: View, span: Span, words: str) -> bool:
        if view.field.part is not Part.LINK:
            return False
        found = _HOST.match(words)
        host = found.group(1).lower().removeprefix("www.") if found else ""
        return any(
            wanted in ("*", host)
            or host.endswith(f".{wanted}")
            or ("/" in wanted and wanted in words.lower())
            for wanted in hosts
        )

    yield Probe(r"\S(?:.*\S)?", sign=Sign.LINK, original=True, accept=accept)


def emoji(leaf: Emoji) -> Iterator[Probe]:
    """These emoji, whatever their presentation; or any."""
    if not leaf.emoji:
        yield Probe(
            rf"{_PICTURE}(?:\u200d{_PICTURE})*|\p{{Regional_Indicator}}{{2}}|[0-9#*]\ufe0f?\u20e3",
            sign=Sign.NOT_ASCII,
            original=True,
        )
        return
    wanted = {"".join(mark for mark in one if mark not in _SELECTORS) for one in leaf.emoji}
    ordered = sorted(wanted, key=lambda one: (-len(one), one))
    yield Probe(
        rf"(?:{'|'.join(map(regex.escape, ordered))})[{_SELECTORS}]?", sign=Sign.NOT_ASCII, original=True
    )


def _names(names: tuple[str, ...], anything: str = r"\w+") -> str:
    patterns = []
    for name in names:
        if name == "*":
            patterns.append(anything)
        else:
            bare = fold(name.lstrip("#@"))
            patterns.append(regex.escape(bare.removesuffix("*")) + (r"\w*" if bare.endswith("*") else ""))
    return "|".join(sorted(patterns, key=len, reverse=True)) or r"(?!)"
