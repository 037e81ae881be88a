"""Report -> text for people: draft by draft, the worst first, and what was not looked at.

Written for whoever wrote the post: what is wrong, in which words, why, what to write instead.
It is plain text that colour only adds to, so it reads the same in a file or a pipe.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence

from socialint.model.documents import UnreadKind
from socialint.model.findings import Finding, Report
from socialint.reporters.look import Look
from socialint.reporters.marked import marked_lines
from socialint.reporters.paint import Paint
from socialint.reporters.safe import cells, safe
from socialint.reporters.sentences import (
    FIELDS,
    cited,
    counts,
    covered,
    drafts,
    permissions,
    place_of,
    places,
    reasons,
    says_more,
    where,
)

WIDEST = 100
NARROWEST = 40
_MARGIN = "  "
_INNER = "    "
_LABEL = len("Write instead") + 2

_LISTED = 10
"""Findings that were waived on the same grounds and are told one by one; other formats tell all."""
_PICTURES = 5
"""Files with pictures that were not read, told by name; the other formats list all."""
_MASK = re.compile(r"\[[A-Z_ -]+ \d+\]")


def render(report: Report, look: Look) -> str:
    """The whole report; its last lines say what was found and what was read."""
    return "\n".join(_lines(report, look)) + "\n"


def _lines(report: Report, look: Look) -> Iterator[str]:
    paint = Paint(look.color)
    width = max(NARROWEST, min(look.width, WIDEST))
    if look.assumed_market:
        yield from _wrapped(f"No market configured: checked against {look.assumed_market} rules.", width)
        yield ""
    shown = look.shown(report)
    if look.statistics:
        yield from _statistics(shown, paint, width)
    else:
        for path, posts in drafts(shown).items():
            told: set[tuple[str, str]] = set()
            for post, findings in posts.items():
                yield from _draft(path, post, findings, told, paint, width)
    if report.unread:
        yield from _unread(report, paint, width)
    if report.waived and not look.quiet:
        yield from _waived(report, paint, width)
    if not look.quiet:
        yield from _closing(report, shown, look, paint, width)


def _draft(
    path: str, post: str, findings: Sequence[Finding], told: set[tuple[str, str]], paint: Paint, width: int
) -> Iterator[str]:
    """`told` is what was explained of this file already, by rule and advice."""
    yield paint.bold(safe(", ".join(filter(None, (path, post)))))
    yield ""
    for finding in findings:
        again = (finding.rule, finding.advice) in told
        told.add((finding.rule, finding.advice))
        yield from _finding(finding, paint, width, again=again)
        yield ""


def _finding(finding: Finding, paint: Paint, width: int, *, again: bool) -> Iterator[str]:
    severity = str(finding.severity).upper()
    head = _wrapped(safe(finding.message), width - len(_MARGIN), indent=len(severity) + 2)
    first = next(head)[len(severity) + 2 :]
    yield f"{_MARGIN}{paint.severity(finding.severity)}  {paint.bold(first)}"
    yield from (f"{_MARGIN}{paint.bold(line)}" for line in head)
    if place := where(finding):
        yield from (f"{_INNER}{paint.dim(line)}" for line in _wrapped(place, width - len(_INNER)))
    if says_more(finding):
        yield from (
            f"{_INNER}{line}"
            for line in marked_lines(finding.sentence, finding.marked, width - len(_INNER), paint)
        )
    for label, text in _reasons(finding, again=again):
        yield from _labelled(label, text, paint, width)


def _reasons(finding: Finding, *, again: bool) -> Iterator[tuple[str, str]]:
    """What is told of a finding; of a rule that spoke of the same file before, not all `again`."""
    if not again:
        yield "Why", finding.why
        yield "Write instead", finding.advice
    if finding.fix is not None:
        yield "Suggestion", finding.fix.title
    if finding.cleared_by:
        yield "Cleared by", ", ".join(FIELDS.get(name, name) for name in finding.cleared_by)
    if finding.citations and not again:
        yield "Law", "; ".join(map(cited, finding.citations))
    yield "Rule", f"{finding.rule}, as above" if again else finding.rule


def _labelled(label: str, text: str, paint: Paint, width: int) -> Iterator[str]:
    lines = _wrapped(safe(text), width - len(_INNER), indent=_LABEL)
    yield f"{_INNER}{paint.dim(label.ljust(_LABEL))}{next(lines)[_LABEL:]}"
    yield from (f"{_INNER}{line}" for line in lines)


def _statistics(findings: Sequence[Finding], paint: Paint, width: int) -> Iterator[str]:
    """How often each rule spoke, the worst first."""
    counts: dict[str, int] = {}
    worst: dict[str, Finding] = {}
    for finding in findings:
        counts[finding.rule] = counts.get(finding.rule, 0) + 1
        worst.setdefault(finding.rule, finding)
    digits = max((len(str(count)) for count in counts.values()), default=1)
    ids = max(map(len, counts), default=0)
    order = sorted(counts, key=lambda rule: (-worst[rule].severity, -counts[rule], rule))
    for rule in order:
        finding = worst[rule]
        severity = paint.severity(finding.severity) + " " * (8 - len(str(finding.severity)))
        title = _clipped(safe(finding.title), width - digits - ids - 14)
        yield f"{counts[rule]:>{digits}}  {severity}  {rule:<{ids}}  {title}".rstrip()
    if order:
        yield ""


def _clipped(text: str, room: int) -> str:
    return text if cells(text) <= room else f"{text[: max(room - 1, 0)].rstrip()}…"


def _unread(report: Report, paint: Paint, width: int) -> Iterator[str]:
    """What could not be checked; the same reason is given once for all places."""
    yield paint.bold("Could not be checked")
    grouped = reasons(report.unread)
    alone = {reason: unread[0] for reason, unread in grouped.items() if len(unread) == 1}
    if alone:
        yield ""
    for reason, one in alone.items():
        yield from _hanging(f"{place_of(one)}: {reason}", _MARGIN, width)
    for reason, unread in grouped.items():
        if reason not in alone:
            yield ""
            yield from _hanging(reason, _MARGIN, width)
            found = places(unread)
            # Pictures beside drafts can be many.
            pictures = all(one.kind is UnreadKind.IMAGE_TEXT for one in unread)
            listed = found[:_PICTURES] if pictures and len(found) > _PICTURES + 1 else found
            for place in listed:
                yield from _hanging(place, _INNER, width)
            if listed is not found:
                yield from _hanging(f"and {len(found) - len(listed)} more files", _INNER, width)
    yield ""


def _waived(report: Report, paint: Paint, width: int) -> Iterator[str]:
    """What somebody allowed to stand, below the grounds: a person may think better of it."""
    yield paint.bold("Waived")
    for grounds, findings in permissions(report.waived).items():
        yield ""
        yield from _hanging(grounds, _MARGIN, width)
        for one in findings[:_LISTED]:
            line = f"line {one.location.line}" if one.location.lined and not one.location.landmark else ""
            place = ", ".join(filter(None, (one.path, one.post, line)))
            yield from _hanging(f"{place}: {one.severity}, {one.message}", _INNER, width)
        if len(findings) > _LISTED:
            yield from _hanging(f"and {len(findings) - _LISTED} more", _INNER, width)
    yield ""


def _hanging(text: str, margin: str, width: int) -> Iterator[str]:
    lines = _wrapped(safe(text), width - len(margin), indent=2)
    yield f"{margin}{next(lines)[2:]}"
    yield from (f"{margin}{line}" for line in lines)


def _closing(report: Report, shown: Sequence[Finding], look: Look, paint: Paint, width: int) -> Iterator[str]:
    yield from map(paint.bold, _wrapped(" ".join(counts(report, shown, look)), width))
    yield from map(paint.dim, _wrapped(" ".join(map(safe, covered(report))), width))


def _wrapped(text: str, width: int, indent: int = 0) -> Iterator[str]:
    """The text in lines that begin with `indent` blanks; at least one line. A mask stays whole."""
    lines = textwrap.wrap(
        _MASK.sub(lambda mask: mask[0].replace(" ", "\u00a0"), text),
        width,
        initial_indent=" " * indent,
        subsequent_indent=" " * indent,
        break_on_hyphens=False,
    )
    yield from (line.replace("\u00a0", " ") for line in lines or [" " * indent])
