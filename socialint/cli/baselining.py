"""`--baseline` and `--write-baseline`: what stood before is hidden, and a file of it is kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from socialint.cli.options import WHAT_SHOWS, Day, Function, option

if TYPE_CHECKING:
    from socialint.baseline import Baseline
    from socialint.model.findings import Report

_OF_WRITING = {
    "--baseline-grow": "baseline_grow",
    "--baseline-phi": "baseline_phi",
    "--baseline-until": "baseline_until",
}


def baseline_options(function: Function) -> Function:
    """The options of a baseline."""
    declared = [
        option(
            "--baseline",
            type=click.Path(path_type=Path),
            metavar="FILE",
            section=WHAT_SHOWS,
            help="Hide what stood when FILE was written, and count it.",
        ),
        option(
            "--write-baseline",
            type=click.Path(path_type=Path),
            metavar="FILE",
            section=WHAT_SHOWS,
            help="Write what stands now to FILE as fingerprints, and hide it. A file that is there only "
            "shrinks: what is put right leaves it, and nothing is added.",
        ),
        option(
            "--baseline-grow",
            is_flag=True,
            section=WHAT_SHOWS,
            help="Let --write-baseline add to a file that is there.",
        ),
        option(
            "--baseline-phi",
            is_flag=True,
            section=WHAT_SHOWS,
            help="Let --write-baseline take in critical findings on patients, too.",
        ),
        option(
            "--baseline-until",
            type=Day(),
            section=WHAT_SHOWS,
            help="The day after which what --write-baseline takes in is told again.",
        ),
    ]
    for declare in reversed(declared):
        function = declare(function)
    return function


def refuse_contradictions(given: dict[str, Any]) -> None:
    """Raises `UsageError` where the options of a baseline make no sense together."""
    reads, writes = given["baseline"], given["write_baseline"]
    if reads and writes and reads.resolve() != writes.resolve():
        raise click.UsageError("--write-baseline reads the file that it writes: leave --baseline out")
    for shown, name in _OF_WRITING.items():
        if given[name] and not writes:
            raise click.UsageError(f"{shown} says what --write-baseline takes in: give it a file")


def baseline(given: dict[str, Any]) -> Baseline | None:
    """The baseline that the options come to. Raises `UserError` where its file cannot be read."""
    file = given["write_baseline"] or given["baseline"]
    if file is None:
        return None
    from socialint.baseline import Baseline, Taking, entries_of

    is_new = bool(given["write_baseline"]) and not file.exists()
    if given["write_baseline"]:
        _refuse_unwritable(file)
    taking = Taking(private=given["baseline_phi"], until=given["baseline_until"])
    grows = is_new or given["baseline_grow"]
    return Baseline(() if is_new else entries_of(file), taking if grows else None)


def write(held: Baseline, report: Report, given: dict[str, Any]) -> Report:
    """Writes the file of a baseline, and says what became of it; the report under the new one."""
    from socialint import atomic
    from socialint.cli.streams import say
    from socialint.errors import Problem, UserError
    from socialint.reporters.sentences import many

    file: Path = given["write_baseline"]
    assert report.baselined is not None
    text = report.baselined.text
    try:
        atomic.replace(file, text.encode())
    except OSError as error:
        raise UserError(Problem(f"cannot be written: {error.strerror}", str(file))) from None
    new = replace(report, baselined=replace(report.baselined, unused=0, expired=0))
    if given["quiet"]:
        return new
    gone = report.baselined.unused + report.baselined.expired
    left = f", {gone} taken out" if gone else ""
    said = [f"{file}: {many(report.baselined.entries, 'entry', 'entries')}{left}."]
    if report.findings and held.taking is None:
        said.append("It only shrinks: what is new was not added, unless you say --baseline-grow.")
    elif report.findings and held.taking is not None and not held.taking.private:
        said.append("Critical findings on patients were not taken in, unless you say --baseline-phi.")
    say(" ".join(said))
    return new


def _refuse_unwritable(file: Path) -> None:
    from socialint.errors import Problem, UserError

    if file.is_dir():
        raise UserError(Problem("this is a folder, so no baseline", str(file), hint="name a file in it"))
    if not file.parent.is_dir():
        raise UserError(Problem(f"no such folder: {file.parent}", hint="create it first"))
