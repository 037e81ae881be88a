"""What people call a channel (`FB/IG`, `Copy (LinkedIn)`, `Insta Story`) -> the names that rules know."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from socialint.expressions import lazily
from socialint.readers.prose import words

_CALLED = {
    "facebook": "facebook fb",
    "instagram": "instagram ig insta",
    "linkedin": "linkedin li",
    "x": "x twitter tw",
    "tiktok": "tiktok tt",
    "youtube": "youtube yt",
    "threads": "threads",
    "pinterest": "pinterest pin",
    "bluesky": "bluesky bsky",
    "mastodon": "mastodon",
    "google business profile": "gbp gmb",
    "snapchat": "snapchat snap",
    "whatsapp": "whatsapp",
    "telegram": "telegram",
    "email": "email newsletter",
    "sms": "sms",
    "blog": "blog",
}
_NAMES = {called: name for name, all_called in _CALLED.items() for called in all_called.split()}
_WHOLE = {
    "x/twitter": "x",
    "twitter/x": "x",
    "x (twitter)": "x",
    "twitter (x)": "x",
    "google business": "google business profile",
    "google business profile": "google business profile",
}
# "Facebook Story" is Facebook; "Blog about pins" is no channel.
_PLACES = words(
    "story stories reel reels post posts feed page company organic ad ads video videos short shorts carousel "
    "group live text copy caption message status update"
)
_LISTED = lazily(r"[,;|\n]")
_JOINED = lazily(r"\s*[/&+·•]\s*|\s+(?:and|und|en|et)\s+", regex.IGNORECASE)
_WORD = lazily(r"\p{L}+(?:/\p{L}+)?")


def channels(said: str) -> Sequence[str]:
    """The channels that a cell names; what is no known channel stays as it is written.

    A name that is known but for its case stays as it is written too.
    """
    found: list[str] = []
    for piece in filter(None, map(str.strip, _LISTED.split(said))):
        parts = [part for part in _JOINED.split(piece) if part]
        if len(parts) > 1 and not _known(piece) and all(map(_known, parts)):
            found += map(_called, parts)
        else:
            found.append(_called(piece))
    return list(dict.fromkeys(found))


def channel_in(label: str) -> str:
    """The one channel that a column is for (`Facebook copy`, `Copy – X`); empty where none is named."""
    said = label.casefold()
    for whole, name in _WHOLE.items():
        if whole in said:
            return name
    named = {_NAMES[word] for word in _WORD.findall(said) if word in _NAMES}
    return named.pop() if len(named) == 1 else ""


def without_channel(label: str) -> str:
    """What a label says beside its channel: `Instagram alt text` is `alt text`."""
    return _WORD.sub(lambda word: "" if word[0].casefold() in _NAMES else word[0], label).strip()


def is_channel(said: str) -> bool:
    """Whether this is the name of a channel, and nothing more."""
    return bool(_known(said))


def _known(said: str) -> str:
    """The name of a channel; empty where nobody knows it."""
    bare = " ".join(said.casefold().split())
    if bare in _WHOLE or bare in _NAMES:
        return _WHOLE.get(bare) or _NAMES[bare]
    first, _, rest = bare.partition(" ")
    return _NAMES.get(first, "") if rest and _PLACES.issuperset(rest.split()) else ""


def _called(said: str) -> str:
    name = _known(said)
    return said if not name or said.casefold() == name else name
