"""Findings and waivers -> what stands, and under which permission; and what is wrong with a waiver.

A waiver covers a finding only where all of it lies in what the waiver is for. What discloses a
patient, and whatever is critical, is waived on record alone, and by its owners where there are any.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date

from socialint.model.findings import Finding
from socialint.model.language import Fault
from socialint.model.places import Location
from socialint.model.policy import Category, Severity
from socialint.model.waivers import Scope, Waived, Waiver
from socialint.schema import did_you_mean

_ON_RECORD_ONLY = "what is critical, or discloses a patient, is waived in waivers.yaml alone"


@dataclass(frozen=True)
class Terms:
    """What decides whether a waiver holds.

    `owners` are those who alone may waive, by category or rule. `known` are the ids of all rules,
    `in_force` those that hold for a file. `looked_at` says whether all that a waiver is for was read, and
    `is_there` whether there is such a file at all.
    """

    today: date
    owners: Mapping[str, Sequence[str]]
    known: Set[str]
    in_force: Callable[[str], Set[str]]
    looked_at: Callable[[Waiver], bool]
    is_there: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Faulty:
    """A waiver, what is wrong with it, for which of its rules, and why in words."""

    fault: Fault
    waiver: Waiver
    rules: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Applied:
    """The findings that stand, those that were waived, and the waivers that are no good."""

    standing: Sequence[Finding]
    waived: Sequence[Finding]
    faulty: Sequence[Faulty]


def applied(findings: Sequence[Finding], waivers: Sequence[Waiver], terms: Terms) -> Applied:
    """What comes of the findings of a run under these waivers; both keep their order."""
    if not waivers:
        return Applied(findings, (), ())
    return _Applying(waivers, terms).applied(findings)


def covers(waiver: Waiver, finding: Finding) -> bool:
    """Whether a finding is one that the waiver is for."""
    if finding.path != waiver.path or finding.rule not in waiver.rules:
        return False
    if waiver.fingerprint and finding.fingerprint != waiver.fingerprint:
        return False
    if waiver.scope is Scope.FILE:
        return True
    if waiver.on_record:
        return finding.post == waiver.post or finding.post.startswith(f"{waiver.post}, ")
    if finding.edition.key != waiver.edition:
        return False
    return waiver.scope is Scope.POST or (
        waiver.block is not None and _inside(finding.location, waiver.block)
    )


def _inside(place: Location, block: Location) -> bool:
    """Whether a place of the draft's own text lies in a block of it."""
    if place.landmark or not place.lined:
        return False  # a picture's lines are not the draft's
    start, end = (place.line, place.column), (place.end_line, place.end_column)
    return (block.line, block.column) <= start and end <= (block.end_line, block.end_column)


@dataclass
class _Use:
    """One waiver, which may stand with several posts, and what came of it."""

    waivers: list[Waiver] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    faults: dict[Fault, Faulty] = field(default_factory=dict)

    @property
    def waiver(self) -> Waiver:
        return self.waivers[0]

    def fault(self, fault: Fault, rules: Sequence[str], why: str) -> None:
        before = self.faults[fault].rules if fault in self.faults else ()
        self.faults[fault] = Faulty(fault, self.waiver, tuple(dict.fromkeys((*before, *rules))), why)


class _Applying:
    def __init__(self, waivers: Sequence[Waiver], terms: Terms) -> None:
        self._terms = terms
        uses: dict[tuple[str, Location], _Use] = {}
        for waiver in waivers:
            uses.setdefault((waiver.written_in, waiver.location), _Use()).waivers.append(waiver)
        self._uses = list(uses.values())
        self._for: dict[tuple[str, str], list[_Use]] = {}
        """By path and rule."""
        for use in self._uses:
            if not self._malformed(use):
                for rule in use.waiver.rules:
                    self._for.setdefault((use.waiver.path, rule), []).append(use)

    def applied(self, findings: Sequence[Finding]) -> Applied:
        standing: list[Finding] = []
        waived: list[Finding] = []
        for finding in findings:
            permission = self._permission(finding)
            if permission is None:
                standing.append(finding)
            else:
                waived.append(replace(finding, waived=permission))
        faulty = [fault for use in self._uses for fault in self._faults(use)]
        return Applied(standing, waived, faulty)

    def _malformed(self, use: _Use) -> bool:
        waiver = use.waiver
        unknown = next((rule for rule in waiver.rules if rule not in self._terms.known), None)
        if waiver.fault:
            use.fault(Fault.MALFORMED, waiver.rules, waiver.fault)
        elif unknown is not None:
            meant = did_you_mean(unknown, self._terms.known)
            why = "it names a rule that does not exist"
            use.fault(Fault.MALFORMED, (), f"{why}; {meant}" if meant else why)
        return Fault.MALFORMED in use.faults

    def _permission(self, finding: Finding) -> Waived | None:
        """The first waiver of those that cover a finding under which it may stand."""
        holding: Waiver | None = None
        for use in self._for.get((finding.path, finding.rule), ()):
            waiver = next((one for one in use.waivers if covers(one, finding)), None)
            if waiver is None:
                continue
            use.used.add(finding.rule)
            if bar := self._bar(waiver, finding):
                use.fault(Fault.BARRED, [finding.rule], bar)
            elif lapsed := self._lapsed(waiver, finding.edition.published):
                use.fault(Fault.LAPSED, [finding.rule], lapsed)
            else:
                holding = holding or waiver
        if holding is None:
            return None
        return Waived(holding.reason, holding.by, holding.until, holding.place, holding.on_record)

    def _bar(self, waiver: Waiver, finding: Finding) -> str:
        """Why such a finding cannot be waived there, or by this person; empty where it can."""
        grave = finding.category is Category.PHI or finding.severity is Severity.CRITICAL
        if grave and not waiver.on_record:
            return _ON_RECORD_ONLY
        owned = next(
            (name for name in (finding.rule, str(finding.category)) if name in self._terms.owners), ""
        )
        owners = self._terms.owners.get(owned, ())
        if owned and waiver.by.casefold() not in {one.casefold() for one in owners}:
            return f"only {' or '.join(owners) or 'nobody'} can waive {owned}, as the configuration says under `owners`"
        return ""

    def _lapsed(self, waiver: Waiver, day: date | None = None) -> str:
        """Why the time of a waiver is over; empty while it is not."""
        if waiver.until is None:
            return ""
        if waiver.until < self._terms.today:
            return f"it was given until {waiver.until.isoformat()}"
        if day is not None and waiver.until < day:
            return (
                f"it was given until {waiver.until.isoformat()}, and the post goes out on {day.isoformat()}"
            )
        return ""

    def _faults(self, use: _Use) -> Iterator[Faulty]:
        waiver = use.waiver
        if Fault.MALFORMED not in use.faults and Fault.LAPSED not in use.faults:
            unused = [rule for rule in waiver.rules if rule not in use.used]
            if lapsed := self._lapsed(waiver):
                use.fault(Fault.LAPSED, waiver.rules, lapsed)
            elif unused and not self._terms.is_there(waiver.path):
                use.fault(Fault.UNUSED, unused, f"there is no file {waiver.path}")
            elif unused and self._terms.looked_at(waiver):
                in_force = self._terms.in_force(waiver.path)
                if missed := [rule for rule in unused if rule in in_force]:
                    use.fault(Fault.UNUSED, missed, "nothing of the kind is found there")
        yield from use.faults.values()
