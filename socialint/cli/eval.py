"""`socialint eval`: how much the rules find, beside how often they are wrong."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from socialint.cli.options import (
    LEVELS,
    WHAT_SHOWS,
    Command,
    choices,
    entities,
    option,
    policy_options,
    require_policy,
)
from socialint.cli.scores import Flag, Tally, by_group, by_rule, tally
from socialint.model.policy import Severity

if TYPE_CHECKING:
    from socialint.cli.labelled import Row
    from socialint.errors import Problem
    from socialint.linter import Linter

UNREAD = 3


@click.command(cls=Command)
@click.argument("labelled", type=click.Path(path_type=Path), metavar="LABELLED.jsonl")
@policy_options
@require_policy
@entities
@option(
    "--fail-on",
    type=click.Choice(LEVELS),
    metavar="LEVEL",
    default="low",
    section=WHAT_SHOWS,
    help="A post counts as flagged at this level or worse. [default: low]",
)
@option(
    "--format",
    "-f",
    "format_name",
    type=click.Choice(["text", "json"]),
    default="text",
    section=WHAT_SHOWS,
    help="Tables, or JSON.",
)
@option("--misses", is_flag=True, section=WHAT_SHOWS, help="Name the posts that came out wrong.")
@option("--quiet", "-q", is_flag=True, section=WHAT_SHOWS, help="No progress.")
def evaluate(labelled: Path, **given: Any) -> int:
    """Measure the rules on posts that people labelled.

    LABELLED.jsonl holds one JSON object a line, with “text” and “label”; the labels clean, lawful
    and ok are posts to be left alone, any other is a post to be found. “id”, “category”, “medium”,
    “kind” and “pattern” break the results down.
    """
    from socialint.cli.labelled import read_labelled
    from socialint.cli.policy import in_force
    from socialint.cli.progress import progress
    from socialint.cli.streams import columns, give, say
    from socialint.errors import Problem, UserError
    from socialint.reporters.safe import safe
    from socialint.settings import resolve

    content = read_labelled(labelled)
    if not content.rows and not content.problems:
        raise UserError(Problem("there is no labelled post in this file", str(labelled)))
    linter = in_force(resolve(choices(given))).linter
    level = Severity[given["fail_on"].upper()]
    with progress(len(content.rows), quiet=given["quiet"]) as tell:
        flags = list(_flags(linter, labelled, content.rows, level, tell))
    for problem in content.problems:
        say(str(problem))
    if given["format_name"] == "json":
        document = _document(linter, labelled, flags, content.problems, given)
        give(json.dumps(document, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    else:
        lines = _lines(flags, given["fail_on"], given["misses"], columns())
        give("\n".join(map(safe, lines)) + "\n")
    return UNREAD if content.problems else 0


def _flags(
    linter: Linter, path: Path, rows: Sequence[Row], level: Severity, tell: Callable[[int, str], None]
) -> Iterator[Flag]:
    from socialint.model.documents import Document, Post, Source, UnreadKind
    from socialint.readers.plain import post_of
    from socialint.reporters.look import fails

    source = Source(path.name, b"")
    for done, row in enumerate(rows):
        tell(done, row.name)
        own = post_of(row.text)
        post = Post(row.name, own.fields, {**own.metadata, **row.metadata})
        outcome = linter.check(Document(source, (post,)))
        rules = dict.fromkeys(finding.rule for finding in outcome.findings if fails(finding, level))
        checked = all(one.kind is not UnreadKind.LANGUAGE for one in outcome.unread)
        yield Flag(row, tuple(sorted(rules)), checked)


# --- for people ------------------------------------------------------------------------------


def _lines(flags: Sequence[Flag], level: str, misses: bool, width: int) -> Iterator[str]:
    yield f"{len(flags)} posts; one is flagged by something {level} or worse that is not a mere guess."
    unchecked = sum(not flag.checked for flag in flags)
    if unchecked:
        yield f"{unchecked} are in a language that no rule in force speaks, and count as not flagged."
    yield ""
    tables: dict[str, Mapping[str, Tally]] = {"": {"overall": tally(flags)}, **by_group(flags)}
    wide = min(max(len(name) for table in tables.values() for name in table), max(width - 44, 12))
    for title, table in tables.items():
        if title:
            yield ""
        yield f"{title or 'all':<{wide}}    found     recall   clean flagged    share"
        for name, counts in table.items():
            yield _row(name[:wide], counts, wide)
    overall = tally(flags)
    yield ""
    yield f"precision {_percent(overall.precision).strip()}, F1 {_percent(overall.f1).strip()}"
    rules = by_rule(flags)
    if rules:
        longest = max(map(len, rules))
        yield ""
        yield f"{'rule':<{longest}}  violations  clean"
        yield from (f"{rule:<{longest}}  {hits:>10}  {wrong:>5}" for rule, (hits, wrong) in rules.items())
    if misses:
        yield from _misses(flags)


def _row(name: str, counts: Tally, wide: int) -> str:
    found = f"{counts.found}/{counts.violations}" if counts.violations else "-"
    flagged = f"{counts.flagged}/{counts.clean}" if counts.clean else "-"
    shares = _percent(counts.recall), _percent(counts.clean_share)
    return f"{name:<{wide}}  {found:>9}  {shares[0]}  {flagged:>14}  {shares[1]}"


def _percent(share: float | None) -> str:
    return "       -" if share is None else f"{share * 100:>6.1f} %"


def _misses(flags: Sequence[Flag]) -> Iterator[str]:
    missed = [flag.row.name for flag in flags if not flag.row.clean and not flag.rules]
    wrong = [f"{flag.row.name}: {', '.join(flag.rules)}" for flag in flags if flag.row.clean and flag.rules]
    for title, names in (("Not found", missed), ("Clean, and flagged", wrong)):
        yield ""
        yield f"{title}: {len(names)}"
        yield from (f"  {name}" for name in names)


# --- for programs ----------------------------------------------------------------------------


def _document(
    linter: Linter, path: Path, flags: Sequence[Flag], problems: Sequence[Problem], given: dict[str, Any]
) -> dict[str, Any]:
    from socialint import __version__

    document: dict[str, Any] = {
        "schema": 1,
        "tool": {"name": "socialint", "version": __version__, "policy": linter.ruleset.digest},
        "file": path.as_posix(),
        "fail_on": given["fail_on"],
        "posts": len(flags),
        "unchecked": sum(not flag.checked for flag in flags),
        "unreadable": [{"line": problem.line, "reason": problem.what} for problem in problems],
        "overall": _numbers(tally(flags)),
        "by": {
            group: {name: _numbers(counts) for name, counts in table.items()}
            for group, table in by_group(flags).items()
        },
        "rules": [
            {"rule": rule, "violations": hits, "clean": wrong}
            for rule, (hits, wrong) in by_rule(flags).items()
        ],
    }
    if given["misses"]:
        document["misses"] = [flag.row.name for flag in flags if not flag.row.clean and not flag.rules]
        document["false_alarms"] = [
            {"id": flag.row.name, "rules": list(flag.rules)}
            for flag in flags
            if flag.row.clean and flag.rules
        ]
    return document


def _numbers(counts: Tally) -> dict[str, float | int | None]:
    shares = {
        "recall": counts.recall,
        "clean_flagged": counts.clean_share,
        "precision": counts.precision,
        "f1": counts.f1,
    }
    return {
        "violations": counts.violations,
        "found": counts.found,
        "clean": counts.clean,
        "flagged": counts.flagged,
        **{name: None if share is None else round(share, 4) for name, share in shares.items()},
    }
