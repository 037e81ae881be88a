"""Report -> Markdown for a comment on a pull request, and for the summary of a job.

GitHub takes 65,536 characters in a comment and refuses a longer one whole: findings that have no
room are counted at the end, the worst are told first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from socialint.model.documents import Unread
from socialint.model.findings import Finding, Report
from socialint.reporters.commonmark import plain
from socialint.reporters.look import Look, fails
from socialint.reporters.sentences import (
    cited,
    counts,
    covered,
    many,
    places,
    reasons,
    says_more,
    stretches,
    where,
)

COMMENT = 65_536
"""What a comment may hold, counted in bytes, so that no other way of counting comes to more."""
SUMMARY = 1_048_576
"""Bytes that GitHub takes as the summary of one step of a job."""
_LISTED = 10
"""Files with something unread for the same reason that are told by name."""
_LONGEST = 300
"""Characters of the places of one of them."""
_RESERVE = 400
"""Bytes kept for saying what is left out."""


def render(report: Report, look: Look) -> str:
    """The comment."""
    return written(report, look, COMMENT)


def written(report: Report, look: Look, most: int) -> str:
    """The report in at most so many bytes of UTF-8."""
    shown = look.shown(report)
    head = _head(report, shown, look, _unread(report.unread))
    if _size(head) > most // 4:  # reasons without number
        head = _head(report, shown, look, [f"\n{many(len(report.unread), 'thing')} could not be checked.\n"])
    foot = f"\n<sub>{plain(' '.join(covered(report)))}</sub>\n"
    room = most - _RESERVE - _size(head) - _size(foot)
    if room < 0:  # packs and paths without number
        foot, room = "", most - _RESERVE - _size(head)
    body: list[str] = []
    told = 0
    draft = None
    for finding in shown:
        block = "" if (finding.path, finding.post) == draft else _draft(finding)
        block += "".join(_finding(finding))
        if _size(block) > room:
            break
        room -= _size(block)
        draft = finding.path, finding.post
        body.append(block)
        told += 1
    if told < len(shown):
        body.append(f"\n**{_left(shown[told:], look)}**\n")
    return head + "".join(body) + foot


def _head(report: Report, shown: Sequence[Finding], look: Look, unread: Iterable[str]) -> str:
    failing = sum(fails(one, look.fail_on) for one in report.findings)
    if failing:
        verdict = f"{failing} must be put right before publishing"
    elif report.unread:
        verdict = "not everything could be checked"
    else:
        verdict = "nothing must be put right"
    lines = [f"### socialint: {verdict}\n\n", f"{plain(' '.join(counts(report, shown, look)))}\n"]
    if look.assumed_market:
        lines.append(f"\nNo market configured: checked against {plain(look.assumed_market)} rules.\n")
    lines += unread
    return "".join(lines)


def _unread(unread: Sequence[Unread]) -> Iterator[str]:
    if not unread:
        return
    yield f"\n<details><summary>{many(len(unread), 'thing')} could not be checked</summary>\n\n"
    for reason, same in reasons(unread).items():
        yield f"- {plain(reason)}\n"
        told = places(same)
        yield from (f"  - {plain(place[:_LONGEST])}\n" for place in told[:_LISTED])
        if len(told) > _LISTED:
            yield f"  - and {many(len(told) - _LISTED, 'more file')}\n"
    yield "\n</details>\n"


def _draft(finding: Finding) -> str:
    return f"\n#### {plain(', '.join(filter(None, (finding.path, finding.post))))}\n"


def _finding(finding: Finding) -> Iterator[str]:
    place = f" ({plain(place)})" if (place := where(finding)) else ""
    yield f"\n**{str(finding.severity).upper()}** {plain(finding.message)}{place}\n\n"
    if says_more(finding):
        yield f"> {_marked(finding)}\n\n"
    yield "<details><summary>Why, and what to write instead</summary>\n\n"
    yield f"{plain(finding.why)}\n\n**Write instead** {plain(finding.advice)}\n\n"
    if finding.fix is not None:
        yield f"**Suggestion** {plain(finding.fix.title)}\n\n"
    if finding.citations:
        yield f"**Law** {plain('; '.join(map(cited, finding.citations)))}\n\n"
    yield f"**Rule** {plain(finding.rule)}\n\n</details>\n"


def _marked(finding: Finding) -> str:
    """The sentence with the words that were matched in bold."""
    pieces = ((plain(text), marked) for text, marked in stretches(finding))
    return "".join(f"<b>{text}</b>" if marked else text for text, marked in pieces).strip()


def _left(findings: Sequence[Finding], look: Look) -> str:
    failing = sum(fails(one, look.fail_on) for one in findings)
    must = f", {failing} of which must be put right" if failing else ""
    return f"{many(len(findings), 'more finding')} had no room here{must}. Another format tells all of them."


def _size(text: str) -> int:
    return len(text.encode(errors="surrogatepass"))
