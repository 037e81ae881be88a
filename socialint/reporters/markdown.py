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
    places,
    reasons,
    says_more,
    stretches,
    where,
)
from socialint.reporters.speech import Speech, speech

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
    say = speech(look.language)
    shown = look.shown(report)
    head = _head(report, shown, look, _unread(report.unread, say), say)
    if _size(head) > most // 4:  # reasons without number
        head = _head(report, shown, look, [f"\n{_unread_counted(report.unread, say)}\n"], say)
    foot = f"\n<sub>{plain(' '.join(covered(report, say)))}</sub>\n"
    room = most - _RESERVE - _size(head) - _size(foot)
    if room < 0:  # packs and paths without number
        foot, room = "", most - _RESERVE - _size(head)
    body: list[str] = []
    told = 0
    draft = None
    for finding in shown:
        block = "" if (finding.path, finding.post) == draft else _draft(finding)
        block += "".join(_finding(finding, say))
        if _size(block) > room:
            break
        room -= _size(block)
        draft = finding.path, finding.post
        body.append(block)
        told += 1
    if told < len(shown):
        body.append(f"\n**{_left(shown[told:], look, say)}**\n")
    return head + "".join(body) + foot


def _head(report: Report, shown: Sequence[Finding], look: Look, unread: Iterable[str], say: Speech) -> str:
    failing = sum(fails(one, look.fail_on) for one in report.findings)
    if failing:
        verdict = say.many(
            failing,
            "{count} must be put right before publishing",
            "{count} must be put right before publishing",
        )
    elif report.unread:
        verdict = say("not everything could be checked")
    else:
        verdict = say("nothing must be put right")
    lines = [
        f"### {say('{place}: {what}', place='socialint', what=verdict)}\n\n",
        f"{plain(' '.join(counts(report, shown, look, say)))}\n",
    ]
    if look.assumed_market:
        assumed = say("No market configured: checked against {market} rules.", market=look.assumed_market)
        lines.append(f"\n{plain(assumed)}\n")
    lines += unread
    return "".join(lines)


def _unread(unread: Sequence[Unread], say: Speech) -> Iterator[str]:
    if not unread:
        return
    yield f"\n<details><summary>{_unread_counted(unread, say).rstrip('.')}</summary>\n\n"
    for reason, same in reasons(unread, say).items():
        yield f"- {plain(reason)}\n"
        told = places(same, say)
        yield from (f"  - {plain(place[:_LONGEST])}\n" for place in told[:_LISTED])
        if len(told) > _LISTED:
            left = len(told) - _LISTED
            yield f"  - {say.many(left, 'and {count} more file', 'and {count} more files')}\n"
    yield "\n</details>\n"


def _unread_counted(unread: Sequence[Unread], say: Speech) -> str:
    return say.many(
        len(unread), "{count} thing could not be checked.", "{count} things could not be checked."
    )


def _draft(finding: Finding) -> str:
    return f"\n#### {plain(', '.join(filter(None, (finding.path, finding.post))))}\n"


def _finding(finding: Finding, say: Speech) -> Iterator[str]:
    place = f" ({plain(place)})" if (place := where(finding, say)) else ""
    yield f"\n**{say.word(str(finding.severity)).upper()}** {plain(finding.message)}{place}\n\n"
    if says_more(finding):
        yield f"> {_marked(finding)}\n\n"
    yield f"<details><summary>{say('Why, and what to write instead')}</summary>\n\n"
    yield f"{plain(finding.why)}\n\n**{say('Write instead')}** {plain(finding.advice)}\n\n"
    if finding.fix is not None:
        yield f"**{say('Suggestion')}** {plain(finding.fix.title)}\n\n"
    if finding.citations:
        yield f"**{say('Law')}** {plain('; '.join(cited(one, say) for one in finding.citations))}\n\n"
    yield f"**{say('Rule')}** {plain(finding.rule)}\n\n</details>\n"


def _marked(finding: Finding) -> str:
    """The sentence with the words that were matched in bold."""
    pieces = ((plain(text), marked) for text, marked in stretches(finding))
    return "".join(f"<b>{text}</b>" if marked else text for text, marked in pieces).strip()


def _left(findings: Sequence[Finding], look: Look, say: Speech) -> str:
    failing = sum(fails(one, look.fail_on) for one in findings)
    told = [
        say.many(
            len(findings),
            "{count} more finding had no room here.",
            "{count} more findings had no room here.",
        )
    ]
    if failing:
        told.append(
            say.many(failing, "{count} of them must be put right.", "{count} of them must be put right.")
        )
    return " ".join((*told, say("Another format tells all of them.")))


def _size(text: str) -> int:
    return len(text.encode(errors="surrogatepass"))
