"""What a measurement counted -> tables for people, or a document for programs. No post is quoted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from socialint import __version__
from socialint.cli.coverage import Covered, Extent, by_kind, extent
from socialint.cli.scores import Flag, Tally, by_group, by_rule, tally
from socialint.errors import Problem

# --- for people ------------------------------------------------------------------------------


def lines(flags: Sequence[Flag], level: str, misses: bool, width: int) -> Iterator[str]:
    """The tables, for a terminal of `width` columns; with `misses` also which posts came out wrong."""
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
    yield from _spans(flags, width)
    if misses:
        yield from _misses(flags)


def _spans(flags: Sequence[Flag], width: int) -> Iterator[str]:
    """How much of what people labelled as identifying is marked or masked."""
    found = [one for flag in flags for one in flag.covered]
    other = sorted({one.kind for flag in flags for one in flag.uncounted})
    if not found and not other:
        return
    tables = {"all": extent(found), **by_kind(found)}
    wide = min(max(map(len, ("identifying", *tables))), max(width - 52, 12))
    yield ""
    yield f"{'identifying':<{wide}}  spans   covered     share   in part   masked     share"
    for name, counts in tables.items():
        shares = _percent(counts.share), _percent(counts.masked_share)
        yield (
            f"{name[:wide]:<{wide}}  {counts.spans:>5}  {counts.covered:>8}  {shares[0]}"
            f"  {counts.in_part:>8}  {counts.masked:>7}  {shares[1]}"
        )
    if other:
        yield f"Not counted: {', '.join(other)}; name them with --span-type to count them."


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
    bare = [f"{name}: {_told(one)}" for name, one in _bare(flags)]
    for title, names in (("Not found", missed), ("Clean, and flagged", wrong), ("Not covered", bare)):
        if names or title != "Not covered":
            yield ""
            yield f"{title}: {len(names)}"
            yield from (f"  {name}" for name in names)


def _bare(flags: Sequence[Flag]) -> Iterator[tuple[str, Covered]]:
    """What is not covered wholly, with the name of its post."""
    return ((flag.row.name, one) for flag in flags for one in flag.covered if one.covered < 1)


def _told(one: Covered) -> str:
    span = one.stretch.span
    return f"{one.stretch.kind} {span.start}-{span.end}{' in part' if one.covered else ''}"


# --- for programs ----------------------------------------------------------------------------


def document(
    flags: Sequence[Flag],
    problems: Sequence[Problem],
    *,
    policy: str,
    path: Path,
    level: str,
    kinds: Sequence[str],
    misses: bool,
) -> dict[str, Any]:
    """All of it for a program; `policy` is the digest of what was measured, `kinds` what spans count."""
    found = [one for flag in flags for one in flag.covered]
    told: dict[str, Any] = {
        "schema": 1,
        "tool": {"name": "socialint", "version": __version__, "policy": policy},
        "file": path.as_posix(),
        "fail_on": level,
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
        "spans": {
            "types": list(kinds),
            "all": _extent(extent(found)),
            "by": {kind: _extent(counts) for kind, counts in by_kind(found).items()},
        },
    }
    if misses:
        told["misses"] = [flag.row.name for flag in flags if not flag.row.clean and not flag.rules]
        told["false_alarms"] = [
            {"id": flag.row.name, "rules": list(flag.rules)}
            for flag in flags
            if flag.row.clean and flag.rules
        ]
        told["not_covered"] = [
            {
                "id": name,
                "type": one.stretch.kind,
                "start": one.stretch.span.start,
                "end": one.stretch.span.end,
                "covered": round(one.covered, 4),
            }
            for name, one in _bare(flags)
        ]
    return told


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


def _extent(counts: Extent) -> dict[str, float | int | None]:
    shares = {"share": counts.share, "masked_share": counts.masked_share}
    return {
        "spans": counts.spans,
        "covered": counts.covered,
        "in_part": counts.in_part,
        "masked": counts.masked,
        **{name: None if share is None else round(share, 4) for name, share in shares.items()},
    }
