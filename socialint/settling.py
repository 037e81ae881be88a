"""What was found in all drafts -> what stands: waivers are applied, and a baseline.

Both are about a whole run, so this is done once, when every source was checked. Most runs have no
waivers, and import nothing for them.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from socialint.discover.no_drafts import INSTALLED
from socialint.model.documents import Unread
from socialint.model.findings import Baselined, Finding
from socialint.model.waivers import Waiver
from socialint.settings import Settings

if TYPE_CHECKING:
    from socialint.baseline import Baseline
    from socialint.linter import Linter
    from socialint.waivers import Faulty


@dataclass(frozen=True, slots=True)
class Settled:
    """The findings that stand, and those that somebody allowed to."""

    standing: Sequence[Finding]
    waived: Sequence[Finding] = ()
    baselined: Baselined | None = None


def on_record(settings: Settings) -> Sequence[Waiver]:
    """The waivers beside the configuration. Raises `UserError` where they cannot be read."""
    if settings.waivers is None:
        return ()
    from socialint import waivers

    return waivers.on_record(settings.waivers)


def settled(
    settings: Settings,
    linter: Callable[[], Linter],
    findings: Sequence[Finding],
    recorded: Sequence[Waiver],
    *,
    read: Set[str],
    unread: Sequence[Unread] = (),
    baseline: Baseline | None = None,
) -> Settled:
    """What comes of the findings under these waivers, and of what stands then under this baseline.

    `read` are the paths of the sources. The linter is asked for only where there is something to
    weigh. What is wrong with a waiver is never old: no baseline hides it.
    """
    whole = read - {one.path for one in unread}
    outcome, faulty = (
        _waived(linter(), findings, recorded, read, whole) if recorded else (Settled(findings), ())
    )
    if baseline is not None:
        known = {*read, *(one.path for one in unread)}
        outcome = _baselined(settings, linter, outcome, baseline, whole, known)
    told = _told(linter(), faulty) if faulty else ()
    return replace(outcome, standing=[*outcome.standing, *told])


def _waived(
    linter: Linter, findings: Sequence[Finding], recorded: Sequence[Waiver], read: Set[str], whole: Set[str]
) -> tuple[Settled, Sequence[Faulty]]:
    from socialint import waivers

    terms = waivers.Terms(
        today=linter.settings.today,
        owners=linter.settings.owners,
        known=frozenset(linter.ruleset.names),
        in_force=cache(linter.in_force),
        looked_at=lambda waiver: waiver.path in whole,
        is_there=lambda path: path in read or (linter.settings.root / path).exists(),
    )
    applied = waivers.applied(findings, recorded, terms)
    waived = [
        replace(one, waived=replace(one.waived, reason=linter.shown(one.waived.reason)))
        if one.waived
        else one
        for one in applied.waived
    ]
    return Settled(applied.standing, waived), applied.faulty


def _baselined(
    settings: Settings,
    linter: Callable[[], Linter],
    outcome: Settled,
    baseline: Baseline,
    whole: Set[str],
    known: Set[str],
) -> Settled:
    from socialint.baseline import Entry, hidden, source_of, written

    sources = {source_of(path): path for path in whole}

    @cache
    def there() -> Set[str]:
        return frozenset(map(source_of, (*known, *_names_below(settings.root))))

    def looked_at(entry: Entry) -> bool:
        """Whether its finding would have been found: its source was read, or is gone."""
        if entry.rule not in linter().ruleset.names:
            return True
        if entry.source in sources:
            return entry.rule in linter().in_force(sources[entry.source])
        return entry.source not in there()

    found = hidden(outcome.standing, baseline, today=settings.today, looked_at=looked_at)
    told = Baselined(found.count, found.unused, found.expired, len(found.kept), written(found.kept))
    return replace(outcome, standing=found.standing, baselined=told)


def _names_below(root: Path) -> Iterator[str]:
    """The names of all files that a source could be, as reports show them."""
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in INSTALLED]
        for name in files:
            yield Path(folder, name).relative_to(root).as_posix()


def _told(linter: Linter, faulty: Sequence[Faulty]) -> Iterator[Finding]:
    """The findings about waivers, by the rules in play that are about them."""
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
