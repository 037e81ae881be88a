"""What every record has in common: until when and where it holds, and words that deny it."""

from __future__ import annotations

from datetime import date

from socialint.expressions import lazily
from socialint.model.context import Context
from socialint.model.language import Reason
from socialint.model.leaves import Row
from socialint.text import fold

_NO = lazily(
    r"\b(?:not?|non|none|never|un\w+|tbd|todo|pending|refused?|denied|missing|lacking|expired|revoked|withdrawn|"
    r"declined|rejected|requested|waiting|awaiting|asked|unknown|maybe|false|verbal\w*|oral\w*|draft|"
    r"nein|keine?|abgelehnt|ausstehend|fehlt|nee|geen|geweigerd|refusé|aucun|attente|rechazado|ninguno|pendiente)\b"
    r"|\?"
)


def says_no(value: object) -> bool:
    """Whether the words of a record say that there is none, or not yet."""
    return _NO.search(fold(str(value))) is not None


def lapsed(row: Row, context: Context) -> Reason | None:
    """Why a row does not hold for the post: run out, or for other channels or markets."""
    expires = day(row.cells.get("expires"))
    if expires is not None and expires < context.day:
        return Reason.EXPIRED
    channels = _several(row.cells.get("channels"))
    if channels and not (context.channels and channels.issuperset(context.channels)):
        return Reason.OTHER_CHANNEL
    markets = _several(row.cells.get("markets"))
    if markets and not any(market.casefold() in markets for market in context.markets):
        return Reason.NOT_IN_REGISTER
    return None


def day(value: object) -> date | None:
    """The day that a cell names; None where it names none."""
    try:
        return date.fromisoformat(str(value)[:10]) if value else None
    except ValueError:
        return None


def _several(value: object) -> frozenset[str]:
    if not value:
        return frozenset()
    listed = value if isinstance(value, tuple | list) else str(value).split(";")
    return frozenset(str(one).strip().casefold() for one in listed if str(one).strip())
