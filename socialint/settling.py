"""What was found in all drafts -> what stands: waivers are applied, and a baseline.

Both are about a whole run, so this is done once, when every source was checked. Most runs have no
waivers, and import nothing for them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from socialint.model.documents import Unread
from socialint.model.findings import Finding
from socialint.model.waivers import Waiver
from socialint.settings import Settings

if TYPE_CHECKING:
    from socialint.linter import Linter
    from socialint.waivers import Faulty


@dataclass(frozen=True, slots=True)
class Settled:
    """The findings that stand, and those that somebody allowed to."""

    standing: Sequence[Finding]
    waived: Sequence[Finding] = ()


def on_record(settings: Settings) -> Sequence[Waiver]:
    """The waivers beside the configuration. Raises `UserError` where they cannot be read."""
    if settings.waivers is None:
        return ()
    from socialint import waivers

    return waivers.on_record(settings.waivers, settings.waivers.name)


def settled(
    linter: Callable[[], Linter],
    findings: Sequence[Finding],
    recorded: Sequence[Waiver],
    *,
    read: Set[str],
    unread: Sequence[Unread] = (),
) -> Settled:
    """What comes of the findings under these waivers.

    `read` are the paths of the sources. The linter is asked for only where there is a waiver.
    """
    return _waived(linter(), findings, recorded, read, unread) if recorded else Settled(findings)


def _waived(
    linter: Linter,
    findings: Sequence[Finding],
    recorded: Sequence[Waiver],
    read: Set[str],
    unread: Sequence[Unread],
) -> Settled:
    from socialint import waivers

    half_read = {one.path for one in unread}
    terms = waivers.Terms(
        today=linter.settings.today,
        owners=linter.settings.owners,
        known=frozenset(linter.ruleset.names),
        in_force=cache(linter.in_force),
        looked_at=lambda waiver: waiver.path in read and waiver.path not in half_read,
        is_there=lambda path: path in read or (linter.settings.root / path).exists(),
    )
    applied = waivers.applied(findings, recorded, terms)
    shown = cache(linter.shown)
    waived = [
        replace(one, waived=replace(one.waived, reason=shown(one.waived.reason))) if one.waived else one
        for one in applied.waived
    ]
    return Settled([*applied.standing, *_told(linter, applied.faulty)], waived)


def _told(linter: Linter, faulty: Sequence[Faulty]) -> Iterator[Finding]:
    """The findings about waivers, by the rules in play that are about them."""
    if not faulty:
        return
    from socialint import decide
    from socialint.model.language import FaultyWaiver

    rules = {
        rule.match.fault: rule for rule in linter.ruleset.of_the_run if isinstance(rule.match, FaultyWaiver)
    }
    seen: Counter[tuple[object, ...]] = Counter()
    for one in faulty:
        waiver = one.waiver
        rule = rules.get(one.fault)
        if rule is None or rule.id not in linter.in_force(waiver.written_in):
            continue
        same = (one.fault, waiver.written_in, waiver.path, waiver.edition, waiver.post, one.rules)
        yield decide.of_waiver(rule, waiver, one.rules, one.why, ordinal=seen[same])
        seen[same] += 1
