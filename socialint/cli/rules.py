"""`socialint rules`: which rules are in force for this configuration, and why the others are not."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, Any

import click

from socialint.cli.options import WHAT_SHOWS, Command, choices, option, policy_options

if TYPE_CHECKING:
    from socialint.policy import Standing
    from socialint.settings import Settings

_NARROW = 20


@click.command(cls=Command)
@policy_options
@option(
    "--format",
    "-f",
    "format_name",
    type=click.Choice(["text", "json"]),
    default="text",
    section=WHAT_SHOWS,
    help="A table, or JSON.",
)
def rules(format_name: str, **given: Any) -> None:
    """List the rules, and why each is or is not in force for this configuration."""
    from socialint.cli.policy import weighed
    from socialint.cli.streams import columns, give
    from socialint.settings import resolve

    settings = resolve(choices(given))
    policy, standings = weighed(settings)
    if format_name == "json":
        give(
            json.dumps(_document(settings, policy.digest, standings), indent=2, ensure_ascii=False) + "\n",
            encoding="utf-8",
        )
    else:
        give("\n".join(_table(settings, standings, columns())) + "\n")


def _document(settings: Settings, digest: str, standings: Sequence[Standing]) -> dict[str, Any]:
    from socialint import __version__
    from socialint.model.markets import DEFAULT_MARKETS

    return {
        "schema": 1,
        "tool": {"name": "socialint", "version": __version__, "policy": digest},
        "markets": list(settings.markets or DEFAULT_MARKETS),
        "today": settings.today.isoformat(),
        "rules": [
            {
                "id": one.rule.id,
                "title": one.rule.title,
                "category": str(one.rule.category),
                "severity": str(one.rule.severity),
                "confidence": str(one.rule.confidence),
                "jurisdiction": one.rule.jurisdiction,
                "pack": one.rule.pack,
                "in_force": one.in_force,
                "why": one.why,
            }
            for one in standings
        ],
    }


def _table(settings: Settings, standings: Sequence[Standing], width: int) -> Iterator[str]:
    from socialint.model.markets import DEFAULT_MARKETS

    markets = ", ".join(settings.markets or DEFAULT_MARKETS)
    if not settings.markets:
        yield f"No market configured: {markets} rules are in force."
        yield ""
    force = [one for one in standings if one.in_force]
    others = [one for one in standings if not one.in_force]
    for some in (force, others):
        for why, members in _by_why(some).items():
            yield from wrap(why[:1].upper() + why[1:], width)
            yield ""
            yield from _rows(members, width)
            yield ""
    packs = len({one.rule.pack for one in force})
    yield from wrap(
        f"{len(force)} of {len(standings)} rules in force, from {packs} "
        f"{'pack' if packs == 1 else 'packs'}, for {markets} "
        f"on {settings.today.isoformat()}.",
        width,
    )


def _by_why(standings: Sequence[Standing]) -> Mapping[str, Sequence[Standing]]:
    """The rules by the reason why they are or are not in force."""
    reasons: dict[str, list[Standing]] = {}
    for one in standings:
        reasons.setdefault(one.why, []).append(one)
    return reasons


def _rows(standings: Sequence[Standing], width: int) -> Iterator[str]:
    from socialint.reporters.safe import safe

    wide = max(len(one.rule.id) for one in standings)
    for one in standings:
        head = f"  {one.rule.id:<{wide}}  {one.rule.severity!s:<8}  "
        room = width - len(head)
        if room < _NARROW:
            yield head.rstrip()
            head, room = " " * 6, max(width - 6, _NARROW)
        lines = wrap(safe(one.rule.title), room) or [""]
        yield (head + lines[0]).rstrip()
        yield from (" " * len(head) + line for line in lines[1:])
