"""The whole run, in order: discover, read, normalise, scan, judge, decide, report.

`prepare` makes a `Linter` of the settings, once; `Linter.check` takes a document through the
steps; `run` takes all sources through the linter and makes the report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from socialint import __version__, store
from socialint.discover import Discovery
from socialint.discover.sources import Sources
from socialint.jobs import AUTO, Checked, Progress, checked
from socialint.linter import Linter
from socialint.model.findings import Coverage, Finding, ReadSource, Report
from socialint.model.markets import covered_in_part, holds
from socialint.readers.enclosed import is_picture
from socialint.readers.shown import Pictures
from socialint.settings import Settings


def prepare(settings: Settings) -> Linter:
    """The linter for these settings. Raises `UserError` for whatever is wrong with them."""
    return Linter(settings, store.ruleset(settings))


def run(
    linter: Linter,
    discovery: Discovery,
    progress: Progress = lambda done, name: None,
    *,
    jobs: int = AUTO,
) -> Report:
    """Every source through the linter, by so many processes; the report, worst first.

    A picture that a draft shows is judged with the draft, any other by itself.
    """
    findings: list[Finding] = []
    unread = list(discovery.unread)
    read_sources: list[ReadSource] = []
    relaxed: Counter[str] = Counter()
    seconds: Counter[str] = Counter()
    for one in _checked(linter, discovery.sources, jobs, progress):
        findings += one.findings
        unread += one.unread
        read_sources += [one.read] if one.read else []
        relaxed.update(one.relaxed)
        seconds.update(one.seconds)
    return Report(
        version=__version__,
        policy=linter.ruleset.digest,
        coverage=_coverage(linter, discovery, read_sources, relaxed),
        findings=sorted(findings, key=lambda one: one.order),
        unread=sorted(set(unread)),
        seconds=seconds,
    )


def _checked(linter: Linter, sources: Sources, jobs: int, progress: Progress) -> Iterator[Checked]:
    """What comes of the drafts, then of the pictures that none of them shows."""
    drafts, pictures = sources.where(lambda name: not is_picture(name)), sources.where(is_picture)
    shown: dict[str, ReadSource] = {}
    for one in checked(linter, drafts, pictures=Pictures(pictures), jobs=jobs, progress=progress):
        shown |= {picture.path: picture for picture in one.shown}
        yield one
    yield from (Checked(picture) for picture in shown.values())

    def tell(done: int, name: str) -> None:
        progress(len(drafts) + len(shown) + done, name)

    yield from checked(linter, pictures.where(lambda name: name not in shown), jobs=jobs, progress=tell)


def _coverage(
    linter: Linter, discovery: Discovery, read_sources: Sequence[ReadSource], relaxed: Mapping[str, int]
) -> Coverage:
    in_play = {one.pack for one in linter.ruleset.rules}
    return Coverage(
        sources=len(read_sources),
        posts=sum(one.posts for one in read_sources),
        rules=len(linter.ruleset.rules),
        packs=tuple(pack for pack in linter.ruleset.packs if pack.id in in_play),
        markets=linter.markets,
        today=linter.settings.today,
        read=tuple(sorted(read_sources, key=lambda one: one.path)),
        skipped=dict(discovery.skipped),
        switched_off=(*linter.settings.switched, *_idle_packs(linter)),
        relaxed=dict(sorted(relaxed.items())),
        partial=covered_in_part((pack.jurisdiction for pack in linter.ruleset.packs), linter.markets),
    )


def _idle_packs(linter: Linter) -> Iterator[str]:
    """The user's own packs that are for no market of the run: nobody should believe they hold."""
    for pack in linter.ruleset.packs:
        added = pack.id in linter.settings.packs
        if not (pack.shipped or added or any(holds(pack.jurisdiction, one) for one in linter.markets)):
            yield f"pack {pack.id}: {pack.jurisdiction} is no market of this run"
