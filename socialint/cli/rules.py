"""`socialint rules`: which rules are in force for this configuration, and why the others are not."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from socialint.cli.options import WHAT_SHOWS, Command, choices, option, policy_options

if TYPE_CHECKING:
    from socialint.pipeline import Linter
    from socialint.policy import Standing


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
    from socialint.cli.policy import in_force
    from socialint.cli.streams import columns, give
    from socialint.settings import resolve

    linter = in_force(resolve(choices(given)))
    if format_name == "json":
        give(json.dumps(_document(linter), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    else:
        give("\n".join(_table(linter, columns())) + "\n")


def _document(linter: Linter) -> dict[str, Any]:
    from socialint import __version__

    return {
        "schema": 1,
        "tool": {"name": "socialint", "version": __version__, "policy": linter.policy.digest},
        "markets": list(linter.markets),
        "today": linter.settings.today.isoformat(),
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
            for one in linter.standings
        ],
    }


def _table(linter: Linter, width: int) -> Iterator[str]:
    if not linter.settings.markets:
        yield f"No market configured: {', '.join(linter.markets)} rules are in force."
        yield ""
    force = [one for one in linter.standings if one.in_force]
    others = [one for one in linter.standings if not one.in_force]
    wide = max((len(one.rule.id) for one in linter.standings), default=0)
    yield from _rows(force, wide, width)
    if others:
        yield ""
        yield "Not in force"
        yield from _rows(others, wide, width)
    yield ""
    packs = len({one.rule.pack for one in force})
    yield (
        f"{len(force)} of {len(linter.standings)} rules in force, from {packs} "
        f"{'pack' if packs == 1 else 'packs'}, for {', '.join(linter.markets)} "
        f"on {linter.settings.today.isoformat()}."
    )


def _rows(standings: Sequence[Standing], wide: int, width: int) -> Iterator[str]:
    from textwrap import wrap

    from socialint.reporters.safe import safe

    for one in standings:
        head = f"  {one.rule.id:<{wide}}  {one.rule.severity!s:<8}  {one.rule.category!s:<11}  "
        said = safe(one.why or one.rule.title)
        if len(head) + 24 <= width:
            first, *rest = wrap(said, width - len(head)) or [""]
            yield (head + first).rstrip()
            yield from (" " * len(head) + line for line in rest)
        else:
            yield head.rstrip()
            yield from (f"      {line}" for line in wrap(said, max(width - 6, 20)))
