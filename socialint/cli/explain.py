"""`socialint explain`: the page of a rule, for whoever was told of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, Any

import click

from socialint.cli.options import Command, choices, policy_options

if TYPE_CHECKING:
    from socialint.model.policy import Applies, Citation, Condition, Example, Rule
    from socialint.policy import Standing

_WIDEST = 100


@click.command(cls=Command)
@click.argument("rule_id", metavar="RULE")
@policy_options
def explain(rule_id: str, **given: Any) -> None:
    """Explain a rule: what it finds, why, the law, what to write instead, examples."""
    from socialint.cli.policy import weighed
    from socialint.cli.streams import columns, give
    from socialint.reporters.safe import safe
    from socialint.settings import resolve

    _, standings = weighed(resolve(choices(given)))
    standing = _standing(standings, rule_id)
    page = _page(standing, min(columns(), _WIDEST))
    give("\n".join(map(safe, page)) + "\n")


def _standing(weighed: Sequence[Standing], rule_id: str) -> Standing:
    from socialint.errors import Problem, UserError
    from socialint.schema import did_you_mean

    standings = {one.rule.id: one for one in weighed}
    if rule_id not in standings:
        hint = did_you_mean(rule_id, standings) or "“socialint rules” lists them"
        raise UserError(Problem(f"no rule is called “{rule_id}”", hint=hint))
    return standings[rule_id]


def _page(standing: Standing, width: int) -> Iterator[str]:
    rule = standing.rule
    yield from wrap(rule.title, width)
    yield from wrap(f"{rule.id}, {rule.category}, pack {rule.pack}, {rule.jurisdiction}", width)
    yield from wrap(_sentence(standing.why[:1].upper() + standing.why[1:]), width)
    yield from _section("Why", [rule.why], width)
    yield from _section("Write instead", [rule.advice], width)
    yield from _section("How bad", list(_severity(rule)), width)
    yield from _section("Law", [_cited(one) for one in rule.citations], width)
    yield from _section("For whom", list(_scope(rule)), width)
    yield from _section("Found", [_example(one) for one in rule.bad], width, bullet="- ")
    yield from _section("Left alone", [_example(one) for one in rule.good], width, bullet="- ")


def _section(title: str, paragraphs: Sequence[str], width: int, bullet: str = "") -> Iterator[str]:
    if not paragraphs:
        return
    yield ""
    yield title
    for text in paragraphs:
        indent = "  " + " " * len(bullet)
        yield from wrap(text, width, initial_indent="  " + bullet, subsequent_indent=indent)


def _severity(rule: Rule) -> Iterator[str]:
    yield f"{rule.severity}, confidence {rule.confidence}."
    if rule.severity_reason:
        yield _sentence(rule.severity_reason)
    others = dict.fromkeys(str(case.severity) for case in rule.cases if case.severity is not None)
    if others:
        yield f"In some cases {' or '.join(others)}."


def _cited(citation: Citation) -> str:
    if citation.checked is None:
        return f"{citation.law} (not yet confirmed by a lawyer)"
    return f"{citation.law} (confirmed {citation.checked.isoformat()})"


def _scope(rule: Rule) -> Iterator[str]:
    applies: Applies = rule.applies
    conditions: Mapping[str, Condition | None] = {
        "Organisation": applies.organisation,
        "Market": applies.market,
        "Audience": applies.audience,
        "Channel": applies.channel,
        "Kind of post": applies.post_type,
        "Language": applies.language,
    }
    for name, condition in conditions.items():
        if condition is not None:
            values = ", ".join(sorted(condition.values))
            yield f"{name}: {'all but ' if condition.negate else ''}{values}"
    if applies.facts:
        facts = ", ".join(f"{key}: {str(value).lower()}" for key, value in applies.facts.items())
        yield f"Where these facts hold: {facts}"
    if rule.since:
        yield f"From {rule.since.isoformat()}"
    if rule.until:
        yield f"Until {rule.until.isoformat()}"


def _example(example: Example) -> str:
    record = dict(example.record)
    text = str(record.pop("text", record.pop("body", "")))
    said = [f"“{text}”"] if text else []
    said += [f"{key}: {value}" for key, value in record.items()]
    because = f" ({example.because})" if example.because else ""
    return ", ".join(said) + because


def _sentence(text: str) -> str:
    text = text.strip()
    return text if not text or text[-1] in ".!?”" else f"{text}."
