"""Findings and the entries of a baseline -> what is new, and the entries that are still of use.

An entry hides one finding: the same rule in the same source, on the same words. What is said of a
patient it hides only while nothing of the post has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from socialint.baseline.entries import Entry, entry_of
from socialint.model.findings import Finding
from socialint.model.policy import Category, Severity


@dataclass(frozen=True, slots=True)
class Taking:
    """Which findings a baseline takes in, and until which day: critical ones on patients if `private`."""

    private: bool = False
    until: date | None = None

    def takes(self, finding: Finding) -> bool:
        """Whether a finding may enter."""
        grave = finding.category is Category.PHI and finding.severity is Severity.CRITICAL
        return self.private or not grave


@dataclass(frozen=True, slots=True)
class Baseline:
    """The entries there are; what is taken in beside them, or None where nothing is."""

    entries: Sequence[Entry]
    taking: Taking | None = None


@dataclass(frozen=True, slots=True)
class Hidden:
    """The findings that stand, how many do not, and what became of the entries.

    `kept` are those to be written: they hide something, or nobody knows whether they would. `unused`
    ones hide nothing any more, `expired` ones are past their day.
    """

    standing: Sequence[Finding]
    count: int
    kept: Sequence[Entry]
    unused: int
    expired: int


def hidden(
    findings: Sequence[Finding], baseline: Baseline, *, today: date, looked_at: Callable[[Entry], bool]
) -> Hidden:
    """What a baseline hides of the findings of a run, which keep their order.

    `looked_at` says whether the finding of an entry would have been found if it still stood.
    """
    live = [one for one in baseline.entries if one.until is None or one.until >= today]
    used = _paired(findings, live)
    kept = [entry_of(findings[at], entry.until) for entry, at in used.items()]
    idle = [entry for entry in live if entry not in used]
    kept += [entry for entry in idle if not looked_at(entry)]
    gone = set(used.values())
    if baseline.taking is not None:
        for at, finding in enumerate(findings):
            if at not in gone and baseline.taking.takes(finding):
                kept.append(entry_of(finding, baseline.taking.until))
                gone.add(at)
    return Hidden(
        standing=[finding for at, finding in enumerate(findings) if at not in gone],
        count=len(gone),
        kept=kept,
        unused=sum(map(looked_at, idle)),
        expired=len(baseline.entries) - len(live),
    )


def _paired(findings: Sequence[Finding], entries: Sequence[Entry]) -> Mapping[Entry, int]:
    """Each entry that hides a finding, and the index of that; the same finding before the same words."""
    used: dict[Entry, int] = {}
    hidden_now: set[int] = set()
    for key, keys_of in ((_fingerprint, _fingerprints), (_words, _all_words)):
        waiting: dict[str, list[Entry]] = {}
        for entry in entries:
            if entry not in used:
                waiting.setdefault(key(entry), []).append(entry)
        for at, name in keys_of(findings):
            same = waiting.get(name, ())
            found = next((one for one in same if one not in used and one.hides(findings[at])), None)
            if at not in hidden_now and found is not None:
                used[found] = at
                hidden_now.add(at)
    return used


def _fingerprint(entry: Entry) -> str:
    return entry.fingerprint


def _fingerprints(findings: Sequence[Finding]) -> Iterator[tuple[int, str]]:
    return ((at, one.fingerprint) for at, one in enumerate(findings))


def _words(entry: Entry) -> str:
    return entry.words


def _all_words(findings: Sequence[Finding]) -> Iterator[tuple[int, str]]:
    return ((at, one.words) for at, one in enumerate(findings) if one.category is not Category.PHI)
