"""How long a text is to a platform: each counts in its own way, and SMS in parts.

A text falls into stretches, in order and without a gap, each with what it counts. So the length is
their sum, and where a limit is passed is known to the character.

Sources: the weighted length of X is that of twitter-text, configuration v3
(docs.x.com/fundamentals/counting-characters); Mastodon's is its `StatusLengthValidator`; SMS are
counted by 3GPP TS 23.038 (the alphabet) and 23.040 (the parts).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping

from socialint.expressions import lazily
from socialint.model.channels import Counting
from socialint.model.places import Span
from socialint.text.addresses import addresses
from socialint.text.measures import emoji, graphemes

_LINK = 23
"""What X and Mastodon count for a link, however long."""

# Weight 1 in twitter-text; everything else weighs 2.
_LIGHT = ((0x0, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))
_TEXT_STYLE = "\ufe0e"
_SIGNS = lazily(r"[©®™]\ufe0f?(?!\ufe0e)")
_WRITTEN_WORD = lazily(r"\S+")
_LONGEST_URL = 4096
# A host with so many labels is none, and would take the expressions of twitter-text very long.
_NO_HOST = lazily(r"(?:[^\s./?#]*\.){30}")
_REMOTE_MENTION = lazily(r"(?<![\w@/])(@[\w-]+)@[\w.-]+\w")


def counted(text: str, counting: Counting) -> Iterator[tuple[Span, int]]:
    """The stretches of a text with what each counts; they cover it, in order."""
    wholes, of_cluster = _COUNTS[counting]
    at = 0
    for span, weight in sorted(wholes(text)):
        if span.start < at:
            continue
        yield from _clusters(text, at, span.start, of_cluster)
        yield span, weight
        at = span.end
    yield from _clusters(text, at, len(text), of_cluster)


def length(text: str, counting: Counting) -> int:
    """How long a text is, counted so."""
    return sum(weight for _, weight in counted(text, counting))


def _clusters(text: str, start: int, end: int, weigh: Callable[[str], int]) -> Iterator[tuple[Span, int]]:
    for found in graphemes(text[start:end]):
        span = Span(start + found.start, start + found.end)
        yield span, weigh(text[span.start : span.end])


def _none(text: str) -> Iterable[tuple[Span, int]]:
    return ()


def _of_x(text: str) -> Iterator[tuple[Span, int]]:
    yield from ((span, _LINK) for span in _urls_of_x(text))
    yield from ((span, 2) for span in emoji(text) if _TEXT_STYLE not in text[span.start : span.end])
    yield from ((Span(*found.span()), 2) for found in _SIGNS.finditer(text))


def _urls_of_x(text: str) -> Iterator[Span]:
    """What X makes a link of: bare domains too, of every top-level domain there is."""
    if "." not in text:
        return
    # A quarter of a second to import: only when there could be a link.
    from twitter_text.extract_urls import (  # type: ignore[import-untyped]  # it ships no types
        extract_urls_with_indices,
    )

    for word in _WRITTEN_WORD.finditer(text):
        written = word.group()
        if "." in written and len(written) <= _LONGEST_URL and not _NO_HOST.search(written):
            for found in extract_urls_with_indices(written):
                start, end = found["indices"]
                yield Span(word.start() + start, word.start() + end)


def _of_mastodon(text: str) -> Iterator[tuple[Span, int]]:
    for span in addresses(text):
        if text.startswith(("http://", "https://"), span.start):
            yield span, _LINK
    for found in _REMOTE_MENTION.finditer(text):
        yield Span(*found.span()), len(found[1])


def _of_threads(text: str) -> Iterator[tuple[Span, int]]:
    return ((span, _bytes(text[span.start : span.end])) for span in emoji(text))


def _weight(cluster: str) -> int:
    return sum(
        1 if any(first <= ord(one) <= last for first, last in _LIGHT) else 2 for one in _composed(cluster)
    )


def _code_points(cluster: str) -> int:
    return len(_composed(cluster))


def _composed(cluster: str) -> str:
    return unicodedata.normalize("NFC", cluster.replace("\r\n", "\n"))


def _code_units(cluster: str) -> int:
    return sum(2 if ord(one) > 0xFFFF else 1 for one in cluster)


def _bytes(cluster: str) -> int:
    return len(cluster.encode(errors="surrogatepass"))


_Count = tuple[Callable[[str], Iterable[tuple[Span, int]]], Callable[[str], int]]
_COUNTS: Mapping[Counting, _Count] = {
    Counting.CODE_POINTS: (_none, _code_points),
    Counting.GRAPHEMES: (_none, lambda cluster: 1),
    Counting.UTF_16: (_none, _code_units),
    Counting.BYTES: (_none, _bytes),
    Counting.WEIGHTED: (_of_x, _weight),
    Counting.LINKS_AS_23: (_of_mastodon, lambda cluster: 1),
    Counting.EMOJI_AS_BYTES: (_of_threads, _code_points),
}
"""How each way counts: what stands as a whole, with its weight, and a character otherwise."""


# --- SMS -------------------------------------------------------------------------------------

GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
    "¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
"""The default alphabet of SMS: seven bits a character."""
GSM_EXTENSION = frozenset("^{}\\[~]|€\f")
"""What its extension adds: two places each."""

_SEPTETS = (160, 153)
"""Places of a message that goes out alone, and of each part of a longer one."""
_UNITS = (70, 67)
"""The same where one character is not in the alphabet: UTF-16 code units then."""


def sms_parts(text: str) -> int:
    """In how many parts a text goes out as SMS, each of which is paid for; 0 for an empty one."""
    plain = all(one in GSM or one in GSM_EXTENSION for one in text)
    sizes = [2 if (one in GSM_EXTENSION if plain else ord(one) > 0xFFFF) else 1 for one in text]
    alone, each = _SEPTETS if plain else _UNITS
    if sum(sizes) <= alone:
        return 1 if sizes else 0
    parts, room = 1, each
    for size in sizes:
        # No character is cut in two.
        if size > room:
            parts, room = parts + 1, each
        room -= size
    return parts
