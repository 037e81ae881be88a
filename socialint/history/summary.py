"""Runs -> what they come to: each finding once, however often it was seen.

A finding is known by its file and fingerprint, which stay while the post stays. It is open if the last
run that read its file has it and it does not stand by permission.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from socialint.history.runs import Found, Permission, Run
from socialint.model.policy import Severity


@dataclass(frozen=True, slots=True)
class Case:
    """A finding over time: as it was seen last, from when to when, and whether it is there now."""

    found: Found
    first: date
    last: date
    there: bool
    permissions: Sequence[Permission] = field(repr=False)

    @property
    def open(self) -> bool:
        """Whether somebody has to put it right."""
        return self.there and self.found.waived is None

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return Severity[self.found.severity.upper()]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many findings there were of something: in all, open now, and by permission at some time."""

    name: str
    found: int
    open: int
    waived: int
    worst: Severity
    category: str = ""


@dataclass(frozen=True, slots=True)
class Month:
    """What a month's runs saw: findings in all, those never seen before, and those by permission."""

    name: str
    runs: int
    found: int
    new: int
    waived: int


@dataclass(frozen=True, slots=True)
class Allowed:
    """A permission that was used: its rule and draft, on which days, and whether it has lapsed by the last."""

    permission: Permission = field(repr=False)
    rule: str
    path: str
    post: str
    first: date
    last: date
    lapsed: bool


class Summary:
    """What some runs, in the order of their days and at least one, come to."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self.runs = runs
        self.first, self.last = runs[0].day, runs[-1].day

    @cached_property
    def cases(self) -> Sequence[Case]:
        """Every finding once, the worst first."""
        last_look: dict[str, int] = {}
        seen: dict[tuple[str, str], list[tuple[int, Found]]] = {}
        for number, run in enumerate(self.runs):
            for path in run.read or ():
                last_look[path] = number
            for one in run.findings:
                seen.setdefault((one.path, one.fingerprint), []).append((number, one))
        blind = max((number for number, run in enumerate(self.runs) if run.read is None), default=-1)
        cases = []
        for (path, _), found in seen.items():
            number, last = found[-1]
            permissions = [one.waived for _, one in found if one.waived is not None]
            there = number >= max(last_look.get(path, -1), blind)
            cases.append(Case(last, self.runs[found[0][0]].day, self.runs[number].day, there, permissions))
        return sorted(
            cases,
            key=lambda one: (
                -one.severity,
                one.found.path,
                one.found.post,
                one.found.rule,
                one.found.fingerprint,
            ),
        )

    @cached_property
    def open(self) -> Mapping[str, int]:
        """How many findings of each severity are open, worst first, every severity named."""
        counts = Counter(one.severity for one in self.cases if one.open)
        return {str(severity): counts[severity] for severity in sorted(Severity, reverse=True)}

    @cached_property
    def by_rule(self) -> Sequence[Tally]:
        """By rule, the most frequent first."""
        return _tallies(self.cases, lambda one: one.found.rule, with_category=True)

    @cached_property
    def by_category(self) -> Sequence[Tally]:
        """By category."""
        return _tallies(self.cases, lambda one: one.found.category)

    @cached_property
    def by_draft(self) -> Sequence[Tally]:
        """By file."""
        return _tallies(self.cases, lambda one: one.found.path)

    @cached_property
    def months(self) -> Sequence[Month]:
        """By month, those without a run left out."""
        known: set[tuple[str, str]] = set()
        found: dict[str, list[Run]] = {}
        for run in self.runs:
            found.setdefault(f"{run.day:%Y-%m}", []).append(run)
        months = []
        for name, runs in found.items():
            here = {(one.path, one.fingerprint): one for run in runs for one in run.findings}
            waived = {
                (one.path, one.fingerprint) for run in runs for one in run.findings if one.waived is not None
            }
            months.append(Month(name, len(runs), len(here), len(here.keys() - known), len(waived)))
            known |= here.keys()
        return months

    @cached_property
    def allowed(self) -> Sequence[Allowed]:
        """Every permission that was used, for each finding that stood by it, in the order of their first day."""
        seen: dict[tuple[object, ...], list[tuple[date, Found, Permission]]] = {}
        for run in self.runs:
            for one in run.findings:
                if one.waived is not None:
                    own = one.waived
                    key = (one.path, one.fingerprint, own.reason, own.by, own.until, own.place)
                    seen.setdefault(key, []).append((run.day, one, own))
        allowed = [
            Allowed(
                permission=own,
                rule=one.rule,
                path=one.path,
                post=one.post,
                first=first,
                last=uses[-1][0],
                lapsed=own.until is not None and own.until < self.last,
            )
            for uses in seen.values()
            for first, one, own in uses[:1]
        ]
        return sorted(allowed, key=lambda one: (one.first, one.path, one.rule, one.post))

    @cached_property
    def by_whom(self) -> Mapping[str, int]:
        """For how many findings each person gave a permission; nobody is the empty name."""
        return dict(Counter(one.permission.by for one in self.allowed).most_common())


def _tallies(
    cases: Sequence[Case], name: Callable[[Case], str], *, with_category: bool = False
) -> Sequence[Tally]:
    groups: dict[str, list[Case]] = {}
    for one in cases:
        groups.setdefault(name(one), []).append(one)
    tallies = [
        Tally(
            name=key,
            found=len(group),
            open=sum(one.open for one in group),
            waived=sum(bool(one.permissions) for one in group),
            worst=max(one.severity for one in group),
            category=group[0].found.category if with_category else "",
        )
        for key, group in groups.items()
    ]
    return sorted(tallies, key=lambda one: (-one.found, -one.worst, one.name))
