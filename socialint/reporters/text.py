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
from socialint.model.policy import Severity
from socialint.reporters.look import Look
from socialint.reporters.marked import marked_lines
from socialint.reporters.paint import Paint
from socialint.reporters.safe import cells, safe
from socialint.reporters.sentences import (
    cited,
    counts,
    covered,
    drafts,
    field,
    permissions,
    place_of,
    places,
    reasons,
    says_more,
    where,
)
from socialint.reporters.speech import Speech, speech

WIDEST = 100
NARROWEST = 40
_MARGIN = "  "
_INNER = "    "

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
    say = speech(look.language)
    width = max(NARROWEST, min(look.width, WIDEST))
    if look.assumed_market:
        assumed = say("No market configured: checked against {market} rules.", market=look.assumed_market)
        yield from _wrapped(assumed, width)
        yield ""
    shown = look.shown(report)
    if look.statistics:
        yield from _statistics(shown, paint, width, say)
    else:
        for path, posts in drafts(shown).items():
            told: set[tuple[str, str]] = set()
            for post, findings in posts.items():
                yield from _draft(path, post, findings, told, paint, width, say)
    if report.unread:
        yield from _unread(report, paint, width, say)
    if report.waived and not look.quiet:
        yield from _waived(report, paint, width, say)
    if not look.quiet:
        yield from _closing(report, shown, look, paint, width, say)


def _draft(
    path: str,
    post: str,
    findings: Sequence[Finding],
    told: set[tuple[str, str]],
    paint: Paint,
    width: int,
    say: Speech,
) -> Iterator[str]:
    """`told` is what was explained of this file already, by rule and advice."""
    yield paint.bold(safe(", ".join(filter(None, (path, post)))))
    yield ""
    for finding in findings:
        again = (finding.rule, finding.advice) in told
        told.add((finding.rule, finding.advice))
        yield from _finding(finding, paint, width, say, again=again)
        yield ""


def _finding(finding: Finding, paint: Paint, width: int, say: Speech, *, again: bool) -> Iterator[str]:
    severity = say.word(str(finding.severity)).upper()
    head = _wrapped(safe(finding.message), width - len(_MARGIN), indent=len(severity) + 2)
    first = next(head)[len(severity) + 2 :]
    yield f"{_MARGIN}{paint.severity(finding.severity, severity)}  {paint.bold(first)}"
    yield from (f"{_MARGIN}{paint.bold(line)}" for line in head)
    if place := where(finding, say):
        yield from (f"{_INNER}{paint.dim(line)}" for line in _wrapped(place, width - len(_INNER)))
    if says_more(finding):
        yield from (
            f"{_INNER}{line}"
            for line in marked_lines(finding.sentence, finding.marked, width - len(_INNER), paint)
        )
    room = _label_room(say)
    for label, text in _reasons(finding, say, again=again):
        yield from _labelled(label, text, paint, width, room)


def _label_room(say: Speech) -> int:
    """Columns for what stands before the reasons; the longest may be another one in each language."""
    labels = ("Why", "Write instead", "Suggestion", "Cleared by", "Law", "Rule")
    return max(cells(say.word(label)) for label in labels) + 2


def _reasons(finding: Finding, say: Speech, *, again: bool) -> Iterator[tuple[str, str]]:
    """What is told of a finding; of a rule that spoke of the same file before, not all `again`."""
    if not again:
        yield say("Why"), finding.why
        yield say("Write instead"), finding.advice
    if finding.fix is not None:
        yield say("Suggestion"), finding.fix.title
    if finding.cleared_by:
        yield say("Cleared by"), ", ".join(field(name, say) for name in finding.cleared_by)
    if finding.citations and not again:
        yield say("Law"), "; ".join(cited(one, say) for one in finding.citations)
    yield say("Rule"), say("{rule}, as above", rule=finding.rule) if again else finding.rule


def _labelled(label: str, text: str, paint: Paint, width: int, room: int) -> Iterator[str]:
    lines = _wrapped(safe(text), width - len(_INNER), indent=room)
    yield f"{_INNER}{paint.dim(label.ljust(room))}{next(lines)[room:]}"
    yield from (f"{_INNER}{line}" for line in lines)


def _statistics(findings: Sequence[Finding], paint: Paint, width: int, say: Speech) -> Iterator[str]:
    """How often each rule spoke, the worst first."""
    counts: dict[str, int] = {}
    worst: dict[str, Finding] = {}
    for finding in findings:
        counts[finding.rule] = counts.get(finding.rule, 0) + 1
        worst.setdefault(finding.rule, finding)
    digits = max((len(str(count)) for count in counts.values()), default=1)
    ids = max(map(len, counts), default=0)
    room = max(len(say.word(str(one))) for one in Severity)
    order = sorted(counts, key=lambda rule: (-worst[rule].severity, -counts[rule], rule))
    for rule in order:
        finding = worst[rule]
        word = say.word(str(finding.severity)).upper()
        severity = paint.severity(finding.severity, word) + " " * (room - len(word))
        title = _clipped(safe(finding.title), width - digits - ids - room - 6)
        yield f"{counts[rule]:>{digits}}  {severity}  {rule:<{ids}}  {title}".rstrip()
    if order:
        yield ""


def _clipped(text: str, room: int) -> str:
    return text if cells(text) <= room else f"{text[: max(room - 1, 0)].rstrip()}…"


def _unread(report: Report, paint: Paint, width: int, say: Speech) -> Iterator[str]:
    """What could not be checked; the same reason is given once for all places."""
    yield paint.bold(say("Could not be checked"))
    grouped = reasons(report.unread, say)
    alone = {reason: unread[0] for reason, unread in grouped.items() if len(unread) == 1}
    if alone:
        yield ""
    for reason, one in alone.items():
        yield from _hanging(say("{place}: {what}", place=place_of(one, say), what=reason), _MARGIN, width)
    for reason, unread in grouped.items():
        if reason not in alone:
            yield ""
            yield from _hanging(reason, _MARGIN, width)
            found = places(unread, say)
            # Pictures beside drafts can be many.
            pictures = all(one.kind is UnreadKind.IMAGE_TEXT for one in unread)
            listed = found[:_PICTURES] if pictures and len(found) > _PICTURES + 1 else found
            for place in listed:
                yield from _hanging(place, _INNER, width)
            if listed is not found:
                left = len(found) - len(listed)
                more = say.many(left, "and {count} more file", "and {count} more files")
                yield from _hanging(more, _INNER, width)
    yield ""


def _waived(report: Report, paint: Paint, width: int, say: Speech) -> Iterator[str]:
    """What somebody allowed to stand, below the grounds: a person may think better of it."""
    yield paint.bold(say("Waived"))
    for grounds, findings in permissions(report.waived, say).items():
        yield ""
        yield from _hanging(grounds, _MARGIN, width)
        for one in findings[:_LISTED]:
            lined = one.location.lined and not one.location.landmark
            line = say("line {line}", line=one.location.line) if lined else ""
            place = ", ".join(filter(None, (one.path, one.post, line)))
            what = f"{say.word(str(one.severity))}, {one.message}"
            yield from _hanging(say("{place}: {what}", place=place, what=what), _INNER, width)
        if len(findings) > _LISTED:
            yield from _hanging(say("and {count} more", count=len(findings) - _LISTED), _INNER, width)
    yield ""


def _hanging(text: str, margin: str, width: int) -> Iterator[str]:
    lines = _wrapped(safe(text), width - len(margin), indent=2)
    yield f"{margin}{next(lines)[2:]}"
    yield from (f"{margin}{line}" for line in lines)


def _closing(
    report: Report, shown: Sequence[Finding], look: Look, paint: Paint, width: int, say: Speech
) -> Iterator[str]:
    yield from map(paint.bold, _wrapped(" ".join(counts(report, shown, look, say)), width))
    yield from map(paint.dim, _wrapped(" ".join(map(safe, covered(report, say))), width))


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
