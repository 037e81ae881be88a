"""The whole run, in order: discover, read, normalise, scan, judge, decide, report.

`prepare` makes a `Linter` of the settings, once; `Linter.check` takes a document through the
steps; `run` takes all sources through the linter and makes the report. What came of a source that
has not changed since is not worked out again, and where that is so of all there is no linter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from socialint import __version__, store
from socialint.model.findings import Checked, Coverage, Finding, ReadSource, Report
from socialint.model.markets import DEFAULT_MARKETS, covered_in_part, holds
from socialint.model.policy import Outline
from socialint.readers.enclosed import is_picture
from socialint.readers.shown import NO_PICTURES, Pictures
from socialint.settling import on_record, settled
from socialint.store.results import Results

if TYPE_CHECKING:
    from socialint.baseline import Baseline
    from socialint.discover import Discovery
    from socialint.discover.sources import Sources
    from socialint.jobs import Progress
    from socialint.linter import Linter
    from socialint.settings import Settings


def prepare(settings: Settings) -> Linter:
    """The linter for these settings. Raises `UserError` for whatever is wrong with them."""
    store.begin(settings)
    from socialint.linter import Linter

    return Linter(settings, store.ruleset(settings))


class InForce:
    """A policy in force: what is told of it, what came of earlier runs, and the linter when one is needed."""

    def __init__(self, settings: Settings, *, cached: bool = True) -> None:
        """What came of earlier runs counts only if it may be `cached`. Raises `UserError` as `prepare`."""
        self.settings = settings
        self.markets = settings.markets or DEFAULT_MARKETS
        self.results = Results(settings, wanted=cached)

    @cached_property
    def linter(self) -> Linter:
        """Raises `UserError` as `prepare`."""
        linter = prepare(self.settings)
        self.results.begin(linter.ruleset.outline, store.lists(linter.ruleset))
        return linter

    @cached_property
    def outline(self) -> Outline:
        """What is told of the rules. Raises `UserError` as `prepare`."""
        return self.results.outline or self.linter.ruleset.outline


def run(
    policy: InForce,
    discovery: Discovery,
    progress: Progress = lambda done, name: None,
    *,
    jobs: int | None = None,
    baseline: Baseline | None = None,
) -> Report:
    """Every source through the linter, by so many processes; the report, worst first.

    A picture that a draft shows is judged with the draft, any other by itself. What somebody waived,
    and what the `baseline` hides, is told apart from the findings.
    """
    waivers = [*on_record(policy.settings)]
    findings: list[Finding] = []
    unread = list(discovery.unread)
    read_sources: list[ReadSource] = []
    relaxed: Counter[str] = Counter()
    seconds: Counter[str] = Counter()
    for one in _checked(policy, discovery.sources, jobs, progress):
        findings += one.findings
        waivers += one.waivers
        unread += one.unread
        read_sources += [one.read] if one.read else []
        relaxed.update(one.relaxed)
        seconds.update(one.seconds)
    policy.results.keep()
    store.keep_learned(policy.settings)
    read = {one.path for one in read_sources}
    outcome = settled(
        policy.settings,
        lambda: policy.linter,
        findings,
        waivers,
        read=read,
        unread=unread,
        baseline=baseline,
    )
    return Report(
        version=__version__,
        policy=policy.outline.digest,
        coverage=_coverage(policy, discovery, read_sources, relaxed),
        findings=sorted(outcome.standing, key=lambda one: one.order),
        waived=sorted(outcome.waived, key=lambda one: one.order),
        baselined=outcome.baselined,
        unread=sorted(set(unread)),
        seconds=seconds,
    )


def _checked(policy: InForce, sources: Sources, jobs: int | None, progress: Progress) -> Iterator[Checked]:
    """What comes of the drafts, then of the pictures that none of them shows."""
    drafts, pictures = sources.where(lambda name: not is_picture(name)), sources.where(is_picture)
    shown: dict[str, ReadSource] = {}
    for one in _each(policy, drafts, Pictures(pictures), jobs, progress):
        shown |= {picture.path: picture for picture in one.shown}
        yield one
    yield from (Checked(picture) for picture in shown.values())

    def tell(done: int, name: str) -> None:
        progress(len(drafts) + len(shown) + done, name)

    yield from _each(policy, pictures.where(lambda name: name not in shown), NO_PICTURES, jobs, tell)


def _each(
    policy: InForce, sources: Sources, pictures: Pictures, jobs: int | None, progress: Progress
) -> Iterator[Checked]:
    """What is known of the sources, then what comes of the others."""
    known, others = policy.results.known(sources, pictures)
    yield from known
    if not others:
        return
    from socialint.jobs import checked

    def tell(done: int, name: str) -> None:
        progress(len(known) + done, name)

    for one in checked(policy.linter, others, pictures=pictures, jobs=jobs, progress=tell):
        policy.results.add(one)
        yield one


def _coverage(
    policy: InForce, discovery: Discovery, read_sources: Sequence[ReadSource], relaxed: Mapping[str, int]
) -> Coverage:
    outline = policy.outline
    return Coverage(
        sources=len(read_sources),
        posts=sum(one.posts for one in read_sources),
        rules=outline.rules,
        packs=tuple(pack for pack in outline.packs if pack.id in outline.in_play),
        markets=policy.markets,
        today=policy.settings.today,
        read=tuple(sorted(read_sources, key=lambda one: one.path)),
        skipped=dict(discovery.skipped),
        switched_off=(*policy.settings.switched, *_idle_packs(policy)),
        relaxed=dict(sorted(relaxed.items())),
        partial=covered_in_part((pack.jurisdiction for pack in outline.packs), policy.markets),
    )


def _idle_packs(policy: InForce) -> Iterator[str]:
    """The user's own packs that are for no market of the run: nobody should believe they hold."""
    for pack in policy.outline.packs:
        added = pack.id in policy.settings.packs
        if not (pack.shipped or added or any(holds(pack.jurisdiction, one) for one in policy.markets)):
            yield f"pack {pack.id}: {pack.jurisdiction} is no market of this run"
