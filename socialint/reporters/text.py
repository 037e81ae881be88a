"""Report -> text for people: draft by draft, the worst first, and what was not looked at.

Written for whoever wrote the post: what is wrong, in which words, why, what to write instead.
It is plain text that colour only adds to, so it reads the same in a file or a pipe.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence

from socialint.model.documents import Unread, UnreadKind
from socialint.model.findings import Coverage, Finding, Report
from socialint.model.places import counting
from socialint.model.policy import Citation, Confidence, Severity
from socialint.reporters.look import Look, fails
from socialint.reporters.marked import marked_lines
from socialint.reporters.paint import Paint
from socialint.reporters.safe import cells, safe

WIDEST = 100
NARROWEST = 40
_MARGIN = "  "
_INNER = "    "
_LABEL = len("Write instead") + 2

_PICTURES = 5
"""Files with pictures that were not read, told by name; the other formats list all."""
_MASK = re.compile(r"\[[A-Z_ -]+ \d+\]")

FIELDS: Mapping[str, str] = {
    "alt_text": "alt text",
    "image_text": "text in the image",
    "first_comment": "first comment",
    "parent": "the post that is answered",
    "internal": "internal notes",
}
"""Fields whose name is not a word of its own."""


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
        for path, drafts in _drafts(shown).items():
            told: set[tuple[str, str]] = set()
            for post, findings in drafts.items():
                yield from _draft(path, post, findings, told, paint, width)
    if report.unread:
        yield from _unread(report, paint, width)
    if not look.quiet:
        yield from _closing(report, shown, look, paint, width)


def _drafts(findings: Sequence[Finding]) -> Mapping[str, Mapping[str, Sequence[Finding]]]:
    """The findings by file and post, each in the order of its worst."""
    drafts: dict[str, dict[str, list[Finding]]] = {}
    for finding in findings:
        drafts.setdefault(finding.path, {}).setdefault(finding.post, []).append(finding)
    return drafts


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
    if where := _where(finding):
        yield from (f"{_INNER}{paint.dim(line)}" for line in _wrapped(where, width - len(_INNER)))
    if _says_more(finding):
        yield from (
            f"{_INNER}{line}"
            for line in marked_lines(finding.sentence, finding.marked, width - len(_INNER), paint)
        )
    for label, text in _reasons(finding, again=again):
        yield from _labelled(label, text, paint, width)


def _says_more(finding: Finding) -> bool:
    """Whether the sentence says more than the message has quoted already."""
    sentence = finding.sentence.strip()
    return bool(sentence) and not (sentence == finding.excerpt and sentence in finding.message)


def _where(finding: Finding) -> str:
    location = finding.location
    place = [f"line {location.line}, column {location.column}"] if location.lined else []
    if finding.field not in ("", "body"):
        place.append(FIELDS.get(finding.field, finding.field))
    if finding.confidence is Confidence.LOW:
        place.append("not sure, so it fails nothing by itself")
    elif finding.confidence is Confidence.MEDIUM:
        place.append("fairly sure")
    return ", ".join(place)


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
        yield "Law", "; ".join(map(_cited, finding.citations))
    yield "Rule", f"{finding.rule}, as above" if again else finding.rule


def _cited(citation: Citation) -> str:
    return citation.law if citation.checked else f"{citation.law} (to be confirmed)"


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
    reasons: dict[str, list[Unread]] = {}
    for one in report.unread:
        reasons.setdefault(f"{one.reason}; {one.hint}" if one.hint else one.reason, []).append(one)
    alone = {reason: unread[0] for reason, unread in reasons.items() if len(unread) == 1}
    if alone:
        yield ""
    for reason, one in alone.items():
        yield from _hanging(f"{_place(one)}: {reason}", _MARGIN, width)
    for reason, unread in reasons.items():
        if reason not in alone:
            yield ""
            yield from _hanging(reason, _MARGIN, width)
            places = list(_places(unread))
            # Pictures beside drafts can be many.
            pictures = all(one.kind is UnreadKind.IMAGE_TEXT for one in unread)
            listed = places[:_PICTURES] if pictures and len(places) > _PICTURES + 1 else places
            for place in listed:
                yield from _hanging(place, _INNER, width)
            if listed is not places:
                yield from _hanging(f"and {len(places) - len(listed)} more files", _INNER, width)
    yield ""


def _place(unread: Unread) -> str:
    return ", ".join(filter(None, (unread.path, unread.post, FIELDS.get(unread.part, unread.part))))


def _places(unread: Sequence[Unread]) -> Iterator[str]:
    """One line a file, its posts in the order of a spreadsheet: row 2 before row 11."""
    files: dict[str, list[str]] = {}
    for one in sorted(unread, key=lambda one: (one.path, counting(one.post), counting(one.part))):
        within = ", ".join(filter(None, (one.post, FIELDS.get(one.part, one.part))))
        files.setdefault(one.path, []).append(within)
    for path, parts in files.items():
        yield f"{path}: {'; '.join(filter(None, parts))}" if any(parts) else path


def _hanging(text: str, margin: str, width: int) -> Iterator[str]:
    lines = _wrapped(safe(text), width - len(margin), indent=2)
    yield f"{margin}{next(lines)[2:]}"
    yield from (f"{margin}{line}" for line in lines)


def _closing(report: Report, shown: Sequence[Finding], look: Look, paint: Paint, width: int) -> Iterator[str]:
    yield from map(paint.bold, _wrapped(" ".join(counts(report, shown, look)), width))
    yield from map(paint.dim, _wrapped(covered(report), width))


def counts(report: Report, shown: Sequence[Finding], look: Look) -> Iterator[str]:
    """What was found, in sentences."""
    found = [f"{count} {name}" for name, count in report.counted().items() if count]
    posts = _many(report.coverage.posts, "post")
    if found:
        yield f"{', '.join(found)} in {posts}."
    elif report.unread:
        yield f"Nothing found in {posts}, but not everything could be checked."
    else:
        yield f"Nothing to put right in {posts}."
    failing = sum(fails(finding, look.fail_on) for finding in report.findings)
    if failing and look.fail_on is not None:
        level = str(look.fail_on) if look.fail_on is Severity.CRITICAL else f"{look.fail_on} or worse"
        yield f"{failing} must be put right before publishing ({level})."
    if len(shown) < len(report.findings):
        yield f"{len(report.findings) - len(shown)} not shown."


def covered(report: Report) -> str:
    """What was read and by which rules, and what was not, in sentences."""
    coverage = report.coverage
    packs = ", ".join(pack.id for pack in coverage.packs)
    sentences = [
        f"Read {_many(coverage.sources, 'file')}; "
        f"{_many(coverage.rules, 'rule')} of {packs or 'no pack'} "
        f"for {', '.join(coverage.markets) or 'no market'} on {coverage.today.isoformat()}."
    ]
    if report.unread:
        sentences.append(f"{_many(len(report.unread), 'thing')} could not be checked.")
    sentences += _left_out(coverage)
    return " ".join(map(safe, sentences))


def _left_out(coverage: Coverage) -> Iterator[str]:
    words = {
        "ignored": "ignored",
        "excluded": "excluded",
        "unknown_type": "of unknown type",
        "not_drafts": "no drafts",
    }
    skipped = [
        f"{count} {words.get(why, why.replace('_', ' '))}" for why, count in coverage.skipped.items() if count
    ]
    if skipped:
        yield f"Left out: {', '.join(skipped)}."
    if coverage.switched_off:
        yield f"Switched off: {', '.join(coverage.switched_off)}."
    relaxed = [f"{count} by {key}" for key, count in coverage.relaxed.items() if count]
    if relaxed:
        yield f"Not reported because of what posts say of themselves: {', '.join(relaxed)}."
    if coverage.partial:
        yield f"Covered in part only: {', '.join(coverage.partial)}."


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


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
