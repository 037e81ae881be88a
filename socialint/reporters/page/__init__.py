"""Report -> one page for a compliance officer, complete in itself: nothing is fetched, nothing sent.

The template is filled by Jinja with everything escaped; what a browser or a reader could be
steered by is written out first. The only script filters what is shown, and without it everything
is. A policy inside the page (CSP level 2) lets run only this script and this style, by their hashes.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from socialint.model.findings import Finding, Report
from socialint.model.policy import Severity
from socialint.reporters import sentences
from socialint.reporters.look import Look, fails, missed
from socialint.reporters.safe import safe
from socialint.reporters.speech import Speech, speech


class _Draft(NamedTuple):
    """A post with findings; `told` are the fingerprints of those whose rule explained itself above."""

    path: str
    post: str
    findings: Sequence[Finding]
    told: frozenset[str]


def render(report: Report, look: Look) -> str:
    """The page."""
    say = speech(look.language)
    own = environment(say)
    shown = look.shown(report)
    style, script = source(own, "report.css"), source(own, "report.js")
    return own.get_template("report.html").render(
        policy=policy(style=style, script=script),
        style=style,
        script=script,
        report=report,
        look=look,
        verdict=_verdict(report, look, say),
        hidden=len(report.findings) - len(shown),
        drafts=list(_drafts(shown)),
        choices=_choices(shown, say),
        found=_found(report),
        words=sentences,
        fails=lambda finding: fails(finding, look.fail_on),
        missed=lambda unread: missed(unread, look.require),
    )


def environment(say: Speech) -> Environment:
    """What fills a template with everything escaped, and made safe; templates `say` what is ours."""
    made = Environment(
        loader=PackageLoader("socialint.reporters", "page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_shown,
    )
    made.globals["say"] = say
    made.filters["day"] = say.day
    return made


def _shown(value: object) -> object:
    """What is put into the page: Markup of our own as it is, any other text made safe."""
    return safe(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def source(environment: Environment, name: str) -> Markup:
    """A style or a script of our own, as it stands."""
    assert environment.loader is not None
    return Markup(environment.loader.get_source(environment, name)[0])


def policy(*, style: str, script: str = "") -> Markup:
    """The content security policy that allows this style, and this script if there is one, and nothing else."""
    told = ["default-src 'none'", f"style-src 'sha256-{_hash(style)}'"]
    told += [f"script-src 'sha256-{_hash(script)}'"] if script else []
    return Markup("; ".join((*told, "base-uri 'none'", "form-action 'none'")))


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")


def _verdict(report: Report, look: Look, say: Speech) -> str:
    failing = sum(fails(one, look.fail_on) for one in report.findings)
    if failing:
        return say.many(
            failing,
            "{count} finding must be put right before publishing",
            "{count} findings must be put right before publishing",
        )
    if any(missed(one, look.require) for one in report.unread):
        return say("Not everything could be checked")
    return say("Nothing must be put right before publishing")


def _drafts(findings: Sequence[Finding]) -> Iterator[_Draft]:
    for path, posts in sentences.drafts(findings).items():
        explained: set[tuple[str, str]] = set()
        for post, found in posts.items():
            told = set()
            for one in found:
                if (one.rule, one.advice) in explained:
                    told.add(one.fingerprint)
                explained.add((one.rule, one.advice))
            yield _Draft(path, post, found, frozenset(told))


class _Choice(NamedTuple):
    """A filter: its name in the page, what it is called, and the values it offers, each with its word."""

    name: str
    label: str
    values: Mapping[str, str]


def _choices(findings: Sequence[Finding], say: Speech) -> Sequence[_Choice]:
    """What can be chosen in each filter."""
    severities = [str(one) for one in sorted({one.severity for one in findings}, reverse=True)]
    return (
        _Choice("draft", say("Draft"), _as_they_are(one.path for one in findings)),
        _Choice("rule", say("Rule"), _as_they_are(one.rule for one in findings)),
        _Choice("severity", say("Severity"), {one: say.word(one) for one in severities}),
        _Choice("law", say("Law"), _as_they_are(law.law for one in findings for law in one.citations)),
    )


def _as_they_are(values: Iterable[str]) -> Mapping[str, str]:
    return {value: value for value in sorted(set(values))}


def _found(report: Report) -> Mapping[str, Mapping[Severity, int]]:
    """How many findings of each severity a file has."""
    found: dict[str, dict[Severity, int]] = {}
    for one in report.findings:
        counts = found.setdefault(one.path, {})
        counts[one.severity] = counts.get(one.severity, 0) + 1
    return found
