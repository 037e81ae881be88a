"""Markets: which jurisdiction holds in which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socialint.model.policy import Condition

DEFAULT_MARKETS = ("US",)
"""The market of a run that names none; the report says so."""

INTERNATIONAL = "INT"
UNION = "EU"
MEMBERS = frozenset(
    (
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT",
        "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    )
)  # fmt: skip
"""The member states of the European Union, by ISO 3166-1."""


def market(code: str) -> str:
    """The code that we use for a market: `UK` and `GB` are one."""
    country, dash, region = code.strip().upper().partition("-")
    return {"GB": "UK", "EL": "GR"}.get(country, country) + dash + region


def holds(jurisdiction: str, in_market: str) -> bool:
    """Whether a rule of the jurisdiction holds in the market."""
    rule, here = market(jurisdiction), market(in_market)
    if rule in (INTERNATIONAL, here) or here.startswith(f"{rule}-"):
        return True
    return rule == UNION and here.partition("-")[0] in MEMBERS


def fits(condition: Condition, markets: Iterable[str]) -> bool:
    """Whether a condition on markets is met: one of them, or none of them, is where it says."""
    named = any(holds(value, name) for value in condition.values for name in markets)
    return named is not condition.negate


def covered_in_part(jurisdictions: Iterable[str], markets: Sequence[str]) -> tuple[str, ...]:
    """The markets for which there is no jurisdiction of their own, only a larger one."""
    own = set(map(market, jurisdictions))
    return tuple(dict.fromkeys(market(name) for name in markets if market(name) not in own))
