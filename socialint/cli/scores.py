"""Which posts were flagged -> recall beside the share of clean posts flagged, precision, F1."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from socialint.cli.coverage import Covered
from socialint.cli.labelled import GROUPS, Row, Stretch


@dataclass(frozen=True, slots=True)
class Flag:
    """A row, the rules that flagged it, and whether it could be checked at all.

    `covered` are the stretches that people labelled in it, of the kinds that count, `uncounted` the others.
    """

    row: Row
    rules: tuple[str, ...]
    checked: bool = True
    covered: tuple[Covered, ...] = ()
    uncounted: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """How many violations there are and how many were found; the same of clean posts.

    A share of nothing is None.
    """

    violations: int
    found: int
    clean: int
    flagged: int

    @property
    def recall(self) -> float | None:
        """The share of violations found."""
        return _share(self.found, self.violations)

    @property
    def clean_share(self) -> float | None:
        """The share of clean posts flagged."""
        return _share(self.flagged, self.clean)

    @property
    def precision(self) -> float | None:
        """The share of flagged posts that are violations."""
        return _share(self.found, self.found + self.flagged)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        return _share(2 * self.found, self.violations + self.found + self.flagged)


def tally(flags: Iterable[Flag]) -> Tally:
    """The counts over some rows."""
    counts = [0, 0, 0, 0]
    for flag in flags:
        at = 2 if flag.row.clean else 0
        counts[at] += 1
        counts[at + 1] += bool(flag.rules)
    return Tally(*counts)


def by_group(flags: Sequence[Flag]) -> Mapping[str, Mapping[str, Tally]]:
    """The counts by category and by what else rows say of themselves, the biggest first."""
    groups: dict[str, Mapping[str, Tally]] = {}
    for group in GROUPS:
        members: dict[str, list[Flag]] = {}
        for flag in flags:
            if group in flag.row.groups:
                members.setdefault(flag.row.groups[group], []).append(flag)
        if members:
            order = sorted(members, key=lambda name: (-len(members[name]), name))
            groups[group] = {name: tally(members[name]) for name in order}
    return groups


def by_rule(flags: Sequence[Flag]) -> Mapping[str, tuple[int, int]]:
    """How many violations and how many clean posts each rule flagged, most violations first."""
    counts: dict[str, list[int]] = {}
    for flag in flags:
        for rule in flag.rules:
            counts.setdefault(rule, [0, 0])[flag.row.clean] += 1
    order = sorted(counts, key=lambda rule: (-counts[rule][0], counts[rule][1], rule))
    return {rule: (counts[rule][0], counts[rule][1]) for rule in order}


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
