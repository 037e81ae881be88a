"""A post and the settings of the run -> the context it is judged in: who, to whom, where, when.

What a post says of itself is believed unless the configuration lists the keys that are. A known
key with a senseless value is not guessed at: it is reported as unread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

from socialint.model.context import AUDIENCES, POST_TYPES, Context
from socialint.model.documents import Part, Post, Unread, UnreadKind
from socialint.model.markets import holds, market
from socialint.settings import Settings
from socialint.text import language_of

Value = TypeVar("Value")

RELAXING = (
    "market", "audience", "consent", "post_type", "campaign", "evidence",
    "approval", "irb", "publish_at", "language", "channel", "media", "product", "author", "thread",
    "paid", "gifted", "affiliate",
)  # fmt: skip
"""What a post can say of itself that may take a finding away."""

MARKET_LANGUAGES: Mapping[str, tuple[str, ...]] = {
    "DE": ("de",), "AT": ("de",), "NL": ("nl",), "FR": ("fr",),
    "BE": ("nl", "fr", "de"), "LU": ("fr", "de"), "CH": ("de", "fr", "it"),
}  # fmt: skip
"""What a post that does not surely show its language is written in, where that is not English.

Of several languages the one that it looks most like, else the first.
"""

_FLAGS = ("paid", "gifted", "affiliate")
_TRUTHS = {"true": True, "yes": True, "false": False, "no": False}


def circumstances(
    post: Post, path: str, settings: Settings, markets: Sequence[str]
) -> tuple[Context, list[Unread]]:
    """The context of a post, and what of its metadata makes no sense.

    `markets` are those of the run; a post may narrow them.
    """
    metadata = {known_as(key): value for key, value in post.metadata.items() if _given(value)}
    if settings.trust_metadata is not None:
        metadata = {
            key: value
            for key, value in metadata.items()
            if key not in RELAXING or key in settings.trust_metadata
        }
    reading = _Reading(metadata, path, post.name)
    day = reading.take("publish_at", _day, "a date as in 2026-11-30") or settings.today
    audience = reading.take("audience", _one_of(AUDIENCES), f"one of {', '.join(AUDIENCES)}")
    post_type = reading.take("post_type", _one_of(POST_TYPES), f"one of {', '.join(POST_TYPES)}")
    language = reading.take("language", _language, "a language code as in en or de")
    own_markets = reading.take("market", _markets(markets), f"a market of this run: {', '.join(markets)}")
    for flag in _FLAGS:
        metadata[flag] = reading.take(flag, _truth, "true or false")
    media = reading.take("media", _media, "a list of pictures, films or sounds") or ()
    channel = metadata.get("channel")
    return Context(
        organisation=settings.organisation,
        markets=own_markets or tuple(markets),
        audience=audience or settings.audience,
        channels=_channels(channel) or _channels(settings.channel),
        post_type=post_type or "organic",
        language=language or _spoken(post, own_markets or tuple(markets)),
        day=day,
        metadata={key: value for key, value in metadata.items() if value is not None},
        media=media,
    ), reading.unread


def without(context: Context, key: str, settings: Settings, markets: Sequence[str]) -> Context:
    """The context as if the post had not said `key` of itself."""
    metadata = {name: value for name, value in context.metadata.items() if name != key}
    changed = replace(context, metadata=metadata)
    match key:
        case "market":
            return replace(changed, markets=tuple(markets))
        case "audience":
            return replace(changed, audience=settings.audience)
        case "post_type":
            return replace(changed, post_type="organic")
        case "publish_at":
            return replace(changed, day=settings.today)
        case "language":
            return replace(changed, language="")
        case "channel":
            return replace(changed, channels=_channels(settings.channel))
        case "media":
            return replace(changed, media=())
        case _:
            return changed


class _Reading:
    """Metadata read key by key; what makes no sense is collected."""

    def __init__(self, metadata: Mapping[str, object], path: str, post: str) -> None:
        self._metadata = metadata
        self._path = path
        self._post = post
        self.unread: list[Unread] = []

    def take(self, key: str, read: Callable[[object], Value], wanted: str) -> Value | None:
        """The value of a key, None if it is not there or makes no sense."""
        value = self._metadata.get(key)
        if value is None:
            return None
        try:
            return read(value)
        except ValueError:
            reason = f"“{key}” has a value that makes no sense"
            self.unread.append(
                Unread(self._path, self._post, key, UnreadKind.METADATA, reason, f"write {wanted}")
            )
            return None


def known_as(key: str) -> str:
    """The name under which rules know what a post says of itself under a key."""
    return key.strip().lower().replace("-", "_").replace(" ", "_")


def _given(value: object) -> bool:
    return value is not None and not (isinstance(value, str) and not value.strip())


def _day(value: object) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = str(value).strip()
    return datetime.fromisoformat(text.replace("Z", "+00:00")).date()


def _one_of(values: Sequence[str]) -> Callable[[object], str]:
    def read(value: object) -> str:
        text = str(value).strip().lower().replace("-", "_")
        if text not in values:
            raise ValueError(text)
        return text

    return read


def _truth(value: object) -> bool:
    if isinstance(value, bool):
        return value
    text = str(value).strip().lower()
    if text not in _TRUTHS:
        raise ValueError(text)
    return _TRUTHS[text]


def _language(value: object) -> str:
    text = str(value).strip().lower().replace("_", "-").split("-")[0]
    if not (text.isalpha() and text.isascii() and len(text) in (2, 3)):
        raise ValueError(text)
    return text


def _markets(run: Sequence[str]) -> Callable[[object], tuple[str, ...]]:
    def read(value: object) -> tuple[str, ...]:
        listed = value if isinstance(value, list) else str(value).replace(";", ",").split(",")
        chosen = tuple(market(str(one)) for one in listed)
        if not all(any(holds(larger, one) for larger in run) for one in chosen):
            raise ValueError(value)
        return chosen

    return read


def _media(value: object) -> tuple[Mapping[str, object], ...]:
    listed = value if isinstance(value, list) else [value]
    media = []
    for one in listed:
        if isinstance(one, Mapping):
            media.append({known_as(str(key)): item for key, item in one.items()})
        elif isinstance(one, str):
            media.append({"source": one})
        else:
            raise ValueError(type(one).__name__)
    return tuple(media)


def _channels(value: object) -> tuple[str, ...]:
    listed = value if isinstance(value, list) else str(value or "").split(",")
    return tuple(name for one in listed for name in [str(one).strip().lower()] if name)


def usual_languages(markets: Sequence[str]) -> Sequence[str]:
    """What a post for these markets may be in that does not surely show its language."""
    return next((MARKET_LANGUAGES[market] for market in markets if market in MARKET_LANGUAGES), ("en",))


def _spoken(post: Post, markets: Sequence[str]) -> str:
    """The language that the post shows, or else one of its market."""
    own = [one.text for one in post.fields if one.part not in (Part.LINK, Part.PARENT, Part.INTERNAL)]
    spoken = language_of("\n".join(own))
    if spoken.sure:
        return spoken.code
    usual = usual_languages(markets)
    return spoken.code if spoken.code in usual else usual[0]
