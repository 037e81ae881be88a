"""`--fix` and `--diff`: the findings of a run put right in their files, or shown as they would be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from socialint.model.findings import Finding, Report

if TYPE_CHECKING:
    from socialint.discover import Discovery
    from socialint.discover.sources import Place
    from socialint.fixes.rewriting import Rewriting
    from socialint.pipeline import InForce
    from socialint.reporters.paint import Paint

_CHANGED = "the file has changed while it was read"
_GONE = "the file cannot be read any more"


@dataclass(frozen=True, slots=True)
class Fixing:
    """What came of the fixes of a run; `rewritten` are the files that change, in their order."""

    rewritten: Sequence[tuple[Place, Rewriting]]
    left: Sequence[tuple[Finding, str]]
    """Fixes that were not made, each with the reason."""
    unsafe: int
    """Fixes that nobody asked for, as they are not safe."""

    @property
    def fixed(self) -> int:
        """How many findings were put right."""
        return sum(len(one.fixed) for _, one in self.rewritten)


def fixing(policy: InForce, discovery: Discovery, report: Report, *, unsafe: bool) -> Fixing:
    """The fixes of the findings in a report, worked out and not yet written.

    Only safe ones, unless `unsafe` ones are wanted too.
    """
    from socialint.errors import UnreadableDocument
    from socialint.fixes.draft import NOT_WRITTEN
    from socialint.fixes.notation import is_written
    from socialint.fixes.rewriting import rewrite
    from socialint.readers.enclosed import is_picture
    from socialint.readers.shown import Pictures
    from socialint.settling import on_record

    fixable = [one for one in report.findings if one.fix is not None]
    wanted = [one for one in fixable if one.fix is not None and (one.fix.safe or unsafe)]
    digests = {one.path: one.sha256 for one in report.coverage.read}
    paths = {one.path for one in wanted}
    reported = {one.fingerprint for one in report.findings}
    recorded = on_record(policy.settings)
    pictures = Pictures(discovery.sources.where(is_picture))
    rewritten: list[tuple[Place, Rewriting]] = []
    left: list[tuple[Finding, str]] = []
    chosen = discovery.sources.where(lambda name: name in paths)
    for place, source in zip(chosen.places, chosen, strict=True):
        own = [one for one in wanted if one.path == place.name]
        if not is_written(place.name):
            left += ((one, NOT_WRITTEN) for one in own)
            continue
        try:
            if _sha256(source.data) != digests.get(place.name):
                left += ((one, _CHANGED) for one in own)
                continue
            found = rewrite(
                policy.linter,
                source,
                _wanted(unsafe),
                pictures=pictures,
                recorded=recorded,
                reported=reported,
            )
        except UnreadableDocument:
            left += ((one, _GONE) for one in own)
            continue
        if found.changes:
            rewritten.append((place, found))
        left += ((one.finding, one.why) for one in found.left)
    return Fixing(rewritten, left, len(fixable) - len(wanted))


def _wanted(unsafe: bool) -> Callable[[Finding], bool]:
    return lambda finding: finding.fix is not None and (finding.fix.safe or unsafe)


def _sha256(data: bytes) -> str:
    import hashlib

    return hashlib.sha256(data).hexdigest()


def write(found: Fixing) -> Fixing:
    """Writes the files that change; what could not be written is among what is left."""
    from socialint import atomic

    written: list[tuple[Place, Rewriting]] = []
    left = list(found.left)
    for place, one in found.rewritten:
        if place.data is not None:  # it came through a pipe
            written.append((place, one))
            continue
        path = Path(place.path)
        try:
            if path.read_bytes() != one.before.source.data:
                left += ((finding, _CHANGED) for finding in one.fixed)
                continue
            atomic.replace(path, one.after.source.data)
        except OSError as error:
            why = f"the file cannot be written: {(error.strerror or 'unknown error').lower()}"
            left += ((finding, why) for finding in one.fixed)
            continue
        written.append((place, one))
    return replace(found, rewritten=written, left=left)


def as_fixed(found: Fixing, discovery: Discovery) -> Discovery:
    """What there is to check now: of a text from a pipe the one that was put right."""
    from socialint.discover.sources import Sources

    now = {place.name: one.after.source.data for place, one in found.rewritten if place.data is not None}
    places = [replace(one, data=now.get(one.name, one.data)) for one in discovery.sources.places]
    return replace(discovery, sources=Sources(places))


def diffs(policy: InForce, found: Fixing, *, color: bool) -> str:
    """What would change, file by file, with what identifies a person masked."""
    from socialint.fixes.diff import diff
    from socialint.reporters.paint import Paint

    paint: Paint = Paint(color)
    return "".join(diff(policy.linter, one, paint) for _, one in found.rewritten)


def told(found: Fixing, *, written: bool) -> Iterator[str]:
    """What came of the fixes, in sentences: how many, how many not and why."""
    from socialint.reporters.sentences import many

    done = "Fixed" if written else "Would fix"
    files = f" in {many(len(found.rewritten), 'file')}" if found.rewritten else ""
    yield f"{done} {many(found.fixed, 'finding')}{files}."
    for why, count in Counter(why for _, why in found.left).most_common():
        yield f"{many(count, 'fix', 'fixes')} not made: {why}."
    if found.unsafe:
        yield f"{many(found.unsafe, 'more fix', 'more fixes')} with --unsafe-fixes: read what they make of the text."
