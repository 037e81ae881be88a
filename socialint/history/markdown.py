"""Summary -> Markdown: tables for a page of a wiki, a report or a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from socialint.history.summary import Summary, Tally
from socialint.history.words import head, permission, times
from socialint.reporters.commonmark import plain

_LISTED = 50
"""Rows of a table; a page shows all of them."""


def render(summary: Summary) -> str:
    """The tables, each below its heading."""
    return "".join(_pieces(summary))


def _pieces(summary: Summary) -> Iterator[str]:
    yield f"### socialint: findings over time\n\n{plain(head(summary))}\n"
    yield _table("Open now", summary.open.keys(), [list(map(str, summary.open.values()))])
    yield _table(
        "By month",
        ["Month", "Runs", "Findings", "New", "Waived"],
        [[one.name, *map(str, (one.runs, one.found, one.new, one.waived))] for one in summary.months],
    )
    yield _table(
        "By rule",
        ["Rule", "Category", *_COUNTS],
        [[one.name, one.category, *_counts(one)] for one in summary.by_rule],
    )
    yield _table(
        "By category", ["Category", *_COUNTS], [[one.name, *_counts(one)] for one in summary.by_category]
    )
    yield _table("By draft", ["Draft", *_COUNTS], [[one.name, *_counts(one)] for one in summary.by_draft])
    if summary.allowed:
        yield _table(
            "Waived",
            ["Rule", "Draft", "Reason", "By", "Until", "Seen", "Written in"],
            [
                [
                    one.rule,
                    ", ".join(filter(None, (one.path, one.post))),
                    *permission(one),
                    times(one),
                    one.permission.place,
                ]
                for one in summary.allowed
            ],
        )
    yield _table(
        "Runs",
        ["Day", "Version", "Policy", "Posts", "Findings", "Waived", "Baselined", "Unread"],
        [
            [
                run.day.isoformat(),
                run.version,
                run.policy.removeprefix("sha256:")[:12],
                str(run.posts),
                str(sum(one.waived is None for one in run.findings)),
                str(sum(one.waived is not None for one in run.findings)),
                str(run.baselined),
                str(run.unread),
            ]
            for run in summary.runs
        ],
    )


_COUNTS = ["Worst", "Findings", "Open", "Waived"]


def _counts(tally: Tally) -> Sequence[str]:
    return [str(tally.worst), *map(str, (tally.found, tally.open, tally.waived))]


def _table(title: str, names: Iterable[str], rows: Sequence[Sequence[str]]) -> str:
    """A table below its title; what has no room is counted."""
    if not rows:
        return ""
    names = list(names)
    lines = [f"\n#### {title}\n", _row(names), _row(["---"] * len(names), raw=True)]
    lines += (_row(row) for row in rows[:_LISTED])
    if len(rows) > _LISTED:
        lines.append(f"\nand {len(rows) - _LISTED} more, which `-f html` shows")
    return "\n".join(lines) + "\n"


def _row(cells: Sequence[str], *, raw: bool = False) -> str:
    return f"| {' | '.join(cell if raw else plain(cell) for cell in cells)} |"
