"""Report -> the words that formats for people share: counts, coverage, places, laws.

They quote a post only where a finding does, and are plain text: each format makes them safe. What
programs read stays English; formats for people name the language in which they `say` it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from socialint.model.documents import Unread
from socialint.model.findings import Coverage, Finding, Report
from socialint.model.places import counting
from socialint.model.policy import Citation, Confidence, Severity
from socialint.model.waivers import Waived
from socialint.reporters.look import Look, fails
from socialint.reporters.speech import ENGLISH, Speech

FIELDS: Mapping[str, str] = {
    "alt_text": "alt text",
    "image_text": "text in the image",
    "first_comment": "first comment",
    "parent": "the post that is answered",
    "internal": "internal notes",
}
"""Fields whose name is not a word of its own."""

SKIPPED: Mapping[str, str] = {
    "ignored": "ignored",
    "excluded": "excluded",
    "unknown_type": "of unknown type",
    "not_drafts": "no drafts",
    "unchanged": "unchanged",
}
"""Why files are left out."""


def field(name: str, say: Speech = ENGLISH) -> str:
    """The name of a field as people call it; what has no such name stays as it is."""
    return say.told(say.word(FIELDS.get(name, name)))


def drafts(findings: Sequence[Finding]) -> Mapping[str, Mapping[str, Sequence[Finding]]]:
    """The findings by file and post, each in the order of its worst."""
    found: dict[str, dict[str, list[Finding]]] = {}
    for finding in findings:
        found.setdefault(finding.path, {}).setdefault(finding.post, []).append(finding)
    return found


def where(finding: Finding, say: Speech = ENGLISH) -> str:
    """The line where a person sees lines, the field, and how sure the finding is."""
    location = finding.location
    place: list[str] = []
    if location.lined:
        place.append(say("line {line}, column {column}", line=location.line, column=location.column))
    if finding.field not in ("", "body"):
        place.append(field(finding.field, say))
    if finding.confidence is Confidence.LOW:
        place.append(say("not sure, so it fails nothing by itself"))
    elif finding.confidence is Confidence.MEDIUM:
        place.append(say("fairly sure"))
    return ", ".join(place)


def permission(waived: Waived, say: Speech = ENGLISH) -> str:
    """Why a finding may stand, on whose word, until when, and where that is written."""
    until = say("until {day}", day=say.date(waived.until)) if waived.until else ""
    by = say("by {name}", name=waived.by) if waived.by else ""
    return f"{waived.reason} ({', '.join(filter(None, (by, until, say.told(waived.place))))})"


def permissions(findings: Sequence[Finding], say: Speech = ENGLISH) -> Mapping[str, Sequence[Finding]]:
    """Findings that were waived, by the permission under which they stand."""
    found: dict[str, list[Finding]] = {}
    for one in findings:
        if one.waived is not None:
            found.setdefault(permission(one.waived, say), []).append(one)
    return found


def headline(finding: Finding) -> str:
    """What is wrong, and in which post, where a file has several."""
    return f"{finding.message} ({finding.post})" if finding.post else finding.message


def unread_told(unread: Unread) -> str:
    """What could not be checked, why, and what to do about it."""
    within = ", ".join(filter(None, (unread.post, field(unread.part))))
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


def cited(citation: Citation, say: Speech = ENGLISH) -> str:
    """The law, and whether nobody has confirmed it yet."""
    return citation.law if citation.checked else f"{citation.law} ({say('to be confirmed')})"


def place_of(unread: Unread, say: Speech = ENGLISH) -> str:
    """The file, the post and the part that could not be checked."""
    return ", ".join(filter(None, (unread.path, unread.post, field(unread.part, say))))


def reasons(unread: Sequence[Unread], say: Speech = ENGLISH) -> Mapping[str, Sequence[Unread]]:
    """What could not be checked by the reason, with what to do about it."""
    found: dict[str, list[Unread]] = {}
    for one in unread:
        reason = say.told(one.reason)
        if one.hint:
            reason = say("{reason}; {hint}", reason=reason, hint=say.told(one.hint))
        found.setdefault(reason, []).append(one)
    return found


def places(unread: Sequence[Unread], say: Speech = ENGLISH) -> Sequence[str]:
    """One line a file, its posts in the order of a spreadsheet: row 2 before row 11."""
    files: dict[str, list[str]] = {}
    for one in sorted(unread, key=lambda one: (one.path, counting(one.post), counting(one.part))):
        within = ", ".join(filter(None, (one.post, field(one.part, say))))
        files.setdefault(one.path, []).append(within)
    return [
        say("{place}: {what}", place=path, what="; ".join(filter(None, parts))) if any(parts) else path
        for path, parts in files.items()
    ]


def counts(report: Report, shown: Sequence[Finding], look: Look, say: Speech = ENGLISH) -> Iterator[str]:
    """What was found, in sentences."""
    found = [f"{count} {say.word(name)}" for name, count in report.counted().items() if count]
    posts = report.coverage.posts
    if found:
        yield say.many(posts, "{found} in {count} post.", "{found} in {count} posts.", found=", ".join(found))
    elif report.unread:
        yield say.many(
            posts,
            "Nothing found in {count} post, but not everything could be checked.",
            "Nothing found in {count} posts, but not everything could be checked.",
        )
    else:
        yield say.many(
            posts, "Nothing to put right in {count} post.", "Nothing to put right in {count} posts."
        )
    failing = sum(fails(finding, look.fail_on) for finding in report.findings)
    if failing and look.fail_on is not None:
        level = say.word(str(look.fail_on))
        if look.fail_on is not Severity.CRITICAL:
            level = say("{level} or worse", level=level)
        yield say.many(
            failing,
            "{count} must be put right before publishing ({level}).",
            "{count} must be put right before publishing ({level}).",
            level=level,
        )
    if len(shown) < len(report.findings):
        yield say("{count} not shown.", count=len(report.findings) - len(shown))
    yield from allowed(report, say)


def allowed(report: Report, say: Speech = ENGLISH) -> Iterator[str]:
    """What was found and fails nothing, because somebody said so, in sentences."""
    if report.waived:
        yield say("{count} waived.", count=len(report.waived))
    if report.baselined is None:
        return
    yield say("{count} hidden by the baseline.", count=report.baselined.hidden)
    if report.baselined.unused:
        yield say.many(
            report.baselined.unused,
            "{count} entry of it hides nothing any more; --write-baseline shrinks it.",
            "{count} entries of it hide nothing any more; --write-baseline shrinks it.",
        )
    if report.baselined.expired:
        yield say.many(
            report.baselined.expired,
            "{count} entry of it has expired.",
            "{count} entries of it have expired.",
        )


def covered(report: Report, say: Speech = ENGLISH) -> Iterator[str]:
    """What was read and by which rules, and what was not, in sentences."""
    coverage = report.coverage
    yield say(
        "Read {files}; {rules} of {packs} for {markets} on {day}.",
        files=say.many(coverage.sources, "{count} file", "{count} files"),
        rules=say.many(coverage.rules, "{count} rule", "{count} rules"),
        packs=", ".join(pack.id for pack in coverage.packs) or say("no pack"),
        markets=", ".join(coverage.markets) or say("no market"),
        day=say.date(coverage.today),
    )
    if report.unread:
        yield say.many(
            len(report.unread),
            "{count} thing could not be checked.",
            "{count} things could not be checked.",
        )
    yield from left_out(coverage, say)


def left_out(coverage: Coverage, say: Speech = ENGLISH) -> Iterator[str]:
    """What was skipped, switched off, relaxed or covered in part, in sentences."""
    if skipped := skipped_files(coverage, say):
        yield say("Left out: {what}.", what=", ".join(skipped))
    if coverage.switched_off:
        yield say("Switched off: {what}.", what=", ".join(coverage.switched_off))
    if relaxed := relaxed_by(coverage, say):
        yield say("Not reported because of what posts say of themselves: {what}.", what=", ".join(relaxed))
    if coverage.partial:
        yield say("Covered in part only: {what}.", what=", ".join(coverage.partial))


def skipped_files(coverage: Coverage, say: Speech = ENGLISH) -> Sequence[str]:
    """How many files were left out, and why."""
    return [
        f"{count} {say.word(SKIPPED.get(why, why.replace('_', ' ')))}"
        for why, count in coverage.skipped.items()
        if count
    ]


def relaxed_by(coverage: Coverage, say: Speech = ENGLISH) -> Sequence[str]:
    """How many findings each key of posts' own metadata took away."""
    return [say("{count} by {key}", count=count, key=key) for key, count in coverage.relaxed.items() if count]


def many(count: int, noun: str, nouns: str = "") -> str:
    """The count and its noun in English: 1 post, 2 posts; `nouns` where more than an s is needed."""
    return f"{count} {noun}" if count == 1 else f"{count} {nouns or f'{noun}s'}"
