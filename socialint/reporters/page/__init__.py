"""Report -> one page for a compliance officer, complete in itself: nothing is fetched, nothing sent.

The template is filled by Jinja with everything escaped; what a browser or a reader could be
steered by is written out first. The only script filters what is shown, and without it everything
is. A policy inside the page (CSP level 2) lets run only this script and this style, by their hashes.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from socialint.model.findings import Finding, Report
from socialint.model.policy import Severity
from socialint.reporters import sentences
from socialint.reporters.look import Look, fails, missed
from socialint.reporters.safe import safe


class _Draft(NamedTuple):
    """A post with findings; `told` are the fingerprints of those whose rule explained itself above."""

    path: str
    post: str
    findings: Sequence[Finding]
    told: frozenset[str]


def render(report: Report, look: Look) -> str:
    """The page."""
    own = environment()
    shown = look.shown(report)
    style, script = source(own, "report.css"), source(own, "report.js")
    return own.get_template("report.html").render(
        policy=policy(style=style, script=script),
        style=style,
        script=script,
        report=report,
        look=look,
        verdict=_verdict(report, look),
        failing=sum(fails(one, look.fail_on) for one in report.findings),
        hidden=len(report.findings) - len(shown),
        drafts=list(_drafts(shown)),
        choices=_choices(shown),
        found=_found(report),
        words=sentences,
        fails=lambda finding: fails(finding, look.fail_on),
        missed=lambda unread: missed(unread, look.require),
    )


def environment() -> Environment:
    """What fills a template with everything escaped, and made safe."""
    made = Environment(
        loader=PackageLoader("socialint.reporters", "page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_shown,
    )
    made.filters["day"] = sentences.day_told
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


def _verdict(report: Report, look: Look) -> str:
    failing = sum(fails(one, look.fail_on) for one in report.findings)
    if failing:
        return f"{sentences.many(failing, 'finding')} must be put right before publishing"
    if any(missed(one, look.require) for one in report.unread):
        return "Not everything could be checked"
    return "Nothing must be put right before publishing"


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


def _choices(findings: Sequence[Finding]) -> Mapping[str, Sequence[str]]:
    """What can be chosen in each filter."""
    return {
        "draft": sorted({one.path for one in findings}),
        "rule": sorted({one.rule for one in findings}),
        "severity": [str(one) for one in sorted({one.severity for one in findings}, reverse=True)],
        "law": sorted({citation.law for one in findings for citation in one.citations}),
    }


def _found(report: Report) -> Mapping[str, Mapping[Severity, int]]:
    """How many findings of each severity a file has."""
    found: dict[str, dict[Severity, int]] = {}
    for one in report.findings:
        counts = found.setdefault(one.path, {})
        counts[one.severity] = counts.get(one.severity, 0) + 1
    return found
