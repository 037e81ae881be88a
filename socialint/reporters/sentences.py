"""Report -> the words that formats for people share: counts, coverage, places, laws.

They quote a post only where a finding does, and are plain text: each format makes them safe.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from socialint.model.documents import Unread
from socialint.model.findings import Coverage, Finding, Report
from socialint.model.places import counting
from socialint.model.policy import Citation, Confidence, Severity
from socialint.model.waivers import Waived
from socialint.reporters.look import Look, fails

FIELDS: Mapping[str, str] = {
    "alt_text": "alt text",
    "image_text": "text in the image",
    "first_comment": "first comment",
    "parent": "the post that is answered",
    "internal": "internal notes",
}
"""Fields whose name is not a word of its own."""


def drafts(findings: Sequence[Finding]) -> Mapping[str, Mapping[str, Sequence[Finding]]]:
    """The findings by file and post, each in the order of its worst."""
    found: dict[str, dict[str, list[Finding]]] = {}
    for finding in findings:
        found.setdefault(finding.path, {}).setdefault(finding.post, []).append(finding)
    return found


def where(finding: Finding) -> str:
    """The line where a person sees lines, the field, and how sure the finding is."""
    location = finding.location
    place = [f"line {location.line}, column {location.column}"] if location.lined else []
    if finding.field not in ("", "body"):
        place.append(FIELDS.get(finding.field, finding.field))
    if finding.confidence is Confidence.LOW:
        place.append("not sure, so it fails nothing by itself")
    elif finding.confidence is Confidence.MEDIUM:
        place.append("fairly sure")
    return ", ".join(place)


def permission(waived: Waived) -> str:
    """Why a finding may stand, on whose word, until when, and where that is written."""
    until = f"until {waived.until.isoformat()}" if waived.until else ""
    by = f"by {waived.by}" if waived.by else ""
    return f"{waived.reason} ({', '.join(filter(None, (by, until, waived.place)))})"


def permissions(findings: Sequence[Finding]) -> Mapping[str, Sequence[Finding]]:
    """Findings that were waived, by the permission under which they stand."""
    found: dict[str, list[Finding]] = {}
    for one in findings:
        if one.waived is not None:
            found.setdefault(permission(one.waived), []).append(one)
    return found


def headline(finding: Finding) -> str:
    """What is wrong, and in which post, where a file has several."""
    return f"{finding.message} ({finding.post})" if finding.post else finding.message


def unread_told(unread: Unread) -> str:
    """What could not be checked, why, and what to do about it."""
    within = ", ".join(filter(None, (unread.post, FIELDS.get(unread.part, unread.part))))
    reason = f"could not be checked: {unread.reason}" + (f" ({within})" if within else "")
    return f"{reason}; {unread.hint}" if unread.hint else reason


def says_more(finding: Finding) -> bool:
    """Whether the sentence says more than the message has quoted already."""
    sentence = finding.sentence.strip()
    return bool(sentence) and not (sentence == finding.excerpt and sentence in finding.message)


def stretches(finding: Finding) -> Iterator[tuple[str, bool]]:
    """The sentence in order, cut where what was matched begins and ends: the words, and whether they were."""
    at = 0
    for mark in sorted(finding.marked):
        start = max(mark.start, at)
        if mark.end > start:
            yield finding.sentence[at:start], False
            yield finding.sentence[start : mark.end], True
            at = mark.end
    yield finding.sentence[at:], False


def cited(citation: Citation) -> str:
    """The law, and whether nobody has confirmed it yet."""
    return citation.law if citation.checked else f"{citation.law} (to be confirmed)"


def place_of(unread: Unread) -> str:
    """The file, the post and the part that could not be checked."""
    return ", ".join(filter(None, (unread.path, unread.post, FIELDS.get(unread.part, unread.part))))


def reasons(unread: Sequence[Unread]) -> Mapping[str, Sequence[Unread]]:
    """What could not be checked by the reason, with what to do about it."""
    found: dict[str, list[Unread]] = {}
    for one in unread:
        found.setdefault(f"{one.reason}; {one.hint}" if one.hint else one.reason, []).append(one)
    return found


def places(unread: Sequence[Unread]) -> Sequence[str]:
    """One line a file, its posts in the order of a spreadsheet: row 2 before row 11."""
    files: dict[str, list[str]] = {}
    for one in sorted(unread, key=lambda one: (one.path, counting(one.post), counting(one.part))):
        within = ", ".join(filter(None, (one.post, FIELDS.get(one.part, one.part))))
        files.setdefault(one.path, []).append(within)
    return [
        f"{path}: {'; '.join(filter(None, parts))}" if any(parts) else path for path, parts in files.items()
    ]


def counts(report: Report, shown: Sequence[Finding], look: Look) -> Iterator[str]:
    """What was found, in sentences."""
    found = [f"{count} {name}" for name, count in report.counted().items() if count]
    posts = many(report.coverage.posts, "post")
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
    yield from allowed(report)


def allowed(report: Report) -> Iterator[str]:
    """What was found and fails nothing, because somebody said so, in sentences."""
    if report.waived:
        yield f"{len(report.waived)} waived."
    if report.baselined is None:
        return
    yield f"{report.baselined.hidden} hidden by the baseline."
    if report.baselined.unused:
        hides = "hides" if report.baselined.unused == 1 else "hide"
        entries = many(report.baselined.unused, "entry", "entries")
        yield f"{entries} of it {hides} nothing any more; --write-baseline shrinks it."
    if report.baselined.expired:
        has = "has" if report.baselined.expired == 1 else "have"
        yield f"{many(report.baselined.expired, 'entry', 'entries')} of it {has} expired."


def covered(report: Report) -> Iterator[str]:
    """What was read and by which rules, and what was not, in sentences."""
    coverage = report.coverage
    packs = ", ".join(pack.id for pack in coverage.packs)
    yield (
        f"Read {many(coverage.sources, 'file')}; "
        f"{many(coverage.rules, 'rule')} of {packs or 'no pack'} "
        f"for {', '.join(coverage.markets) or 'no market'} on {coverage.today.isoformat()}."
    )
    if report.unread:
        yield f"{many(len(report.unread), 'thing')} could not be checked."
    yield from left_out(coverage)


def left_out(coverage: Coverage) -> Iterator[str]:
    """What was skipped, switched off, relaxed or covered in part, in sentences."""
    if skipped := skipped_files(coverage):
        yield f"Left out: {', '.join(skipped)}."
    if coverage.switched_off:
        yield f"Switched off: {', '.join(coverage.switched_off)}."
    relaxed = [f"{count} by {key}" for key, count in coverage.relaxed.items() if count]
    if relaxed:
        yield f"Not reported because of what posts say of themselves: {', '.join(relaxed)}."
    if coverage.partial:
        yield f"Covered in part only: {', '.join(coverage.partial)}."


def skipped_files(coverage: Coverage) -> Sequence[str]:
    """How many files were left out, and why."""
    words = {
        "ignored": "ignored",
        "excluded": "excluded",
        "unknown_type": "of unknown type",
        "not_drafts": "no drafts",
    }
    return [f"{n} {words.get(why, why.replace('_', ' '))}" for why, n in coverage.skipped.items() if n]


def day_told(day: date) -> str:
    """A day as people write it: 21 November 2026."""
    return f"{day.day} {day:%B %Y}"


def many(count: int, noun: str, nouns: str = "") -> str:
    """The count and its noun: 1 post, 2 posts; `nouns` where more than an s is needed."""
    return f"{count} {noun}" if count == 1 else f"{count} {nouns or f'{noun}s'}"
