"""`socialint eval`: how much the rules find, beside how often they are wrong."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Sequence
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
from socialint.model.policy import Severity

if TYPE_CHECKING:
    from socialint.cli.labelled import Row
    from socialint.cli.scores import Flag
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
@option(
    "--span-type",
    "kinds",
    multiple=True,
    metavar="TYPE",
    section=WHAT_SHOWS,
    help="Labelled spans of this type count. [default: the identifiers of 45 CFR 164.514(b)(2)]",
)
@option("--misses", is_flag=True, section=WHAT_SHOWS, help="Name the posts that came out wrong.")
@option("--quiet", "-q", is_flag=True, section=WHAT_SHOWS, help="No progress.")
def evaluate(labelled: Path, **given: Any) -> int:
    """Measure the rules on posts that people labelled.

    LABELLED.jsonl holds one JSON object a line, with “text” and “label”; the labels clean, lawful
    and ok are posts to be left alone, any other is a post to be found. “id”, “category”, “medium”,
    “kind” and “pattern” break the results down. With “spans”, a list of {start, end, type} in code
    points of the text, you are told how many of what identifies a person is marked or masked.
    """
    from socialint.cli.coverage import SAFE_HARBOR
    from socialint.cli.labelled import read_labelled
    from socialint.cli.measured import document, lines
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
    level, kinds = given["fail_on"], tuple(kind.upper() for kind in given["kinds"]) or SAFE_HARBOR
    with progress(len(content.rows), quiet=given["quiet"]) as tell:
        flags = list(_flags(linter, labelled, content.rows, Severity[level.upper()], kinds, tell))
    for problem in content.problems:
        say(str(problem))
    if given["format_name"] == "json":
        told = document(
            flags,
            content.problems,
            policy=linter.ruleset.digest,
            path=labelled,
            level=level,
            kinds=kinds,
            misses=given["misses"],
        )
        give(json.dumps(told, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    else:
        give("\n".join(map(safe, lines(flags, level, given["misses"], columns()))) + "\n")
    return UNREAD if content.problems else 0


def _flags(
    linter: Linter,
    path: Path,
    rows: Sequence[Row],
    level: Severity,
    kinds: Collection[str],
    tell: Callable[[int, str], None],
) -> Iterator[Flag]:
    from socialint.cli.coverage import covered
    from socialint.cli.scores import Flag
    from socialint.model.documents import Document, Post, Source, UnreadKind
    from socialint.readers.plain import post_of
    from socialint.reporters.look import fails

    source = Source(path.name, b"")
    for done, row in enumerate(rows):
        tell(done, row.name)
        own = post_of(row.text)
        post = Post(row.name, own.fields, {**own.metadata, **row.metadata})
        document = Document(source, (post,))
        outcome = linter.check(document)
        findings = [finding for finding in outcome.findings if fails(finding, level)]
        checked = all(one.kind is not UnreadKind.LANGUAGE for one in outcome.unread)
        stretches = () if row.clean else row.stretches
        counted = [one for one in stretches if one.kind in kinds]
        yield Flag(
            row,
            tuple(sorted({finding.rule for finding in findings})),
            checked,
            tuple(covered(linter, row.text, document, findings, counted)),
            tuple(one for one in stretches if one.kind not in kinds),
        )
