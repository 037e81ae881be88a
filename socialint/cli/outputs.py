"""`--format NAME[=FILE]` -> what is rendered, and where each text goes."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from socialint.cli.streams import give
from socialint.errors import Problem, UserError
from socialint.model.findings import Report
from socialint.model.policy import Severity
from socialint.reporters import REPORTERS, Look, render

SHOWN_FROM: Mapping[str, Severity] = MappingProxyType({"text": Severity.LOW})
"""The least severity that a format shows if nobody said; others show everything."""

FOR_TERMINALS = frozenset({"text", "concise"})
"""Formats in the terminal's own encoding; the bytes of all others are the same wherever they go."""

FILE_WIDTH = 80
PAGE = "html"
ANNOTATIONS = "github"


@dataclass(frozen=True, slots=True)
class Output:
    """A format, and the file it goes to; none is stdout."""

    format: str
    file: Path | None = None


def outputs(
    written: Sequence[str], known: Collection[str] = REPORTERS, usual: str = "text"
) -> tuple[Output, ...]:
    """The outputs that were asked for, of the formats that are `known`; the `usual` one if none was.

    Raises `UserError`.
    """
    wanted = tuple(_output(one, known) for one in written or (usual,))
    if sum(one.file is None for one in wanted) > 1:
        raise UserError(
            Problem("two formats for stdout", hint="give all but one a file, as in -f json=run.json")
        )
    files = [os.path.abspath(one.file) for one in wanted if one.file is not None]
    for file in files:
        if files.count(file) > 1:
            raise UserError(Problem(f"two formats for one file: {file}"))
        if not Path(file).parent.is_dir():
            raise UserError(Problem(f"no such folder: {Path(file).parent}", hint="create it first"))
    return wanted


def with_page(wanted: Sequence[Output]) -> tuple[Sequence[Output], Path]:
    """The outputs with a page among them, and its file.

    Where none was asked for the file is a new one in the user's temporary folder, that nobody
    else can read.
    """
    for one in wanted:
        if one.format == PAGE and one.file is not None:
            return wanted, one.file
    import tempfile

    try:
        handle, name = tempfile.mkstemp(prefix="socialint-", suffix=".html")
    except OSError as error:
        hint = "name a file for it, as in -f html=report.html"
        raise UserError(Problem(f"no file for the page can be made: {error.strerror}", hint=hint)) from None
    os.close(handle)
    file = Path(name)
    return (*wanted, Output(PAGE, file)), file


def deliver(
    report: Report, wanted: Sequence[Output], look: Look, least: Severity | None, summary: Path | None = None
) -> None:
    """Writes every output: files first, so that stdout stays empty if one cannot be written.

    `least` is the severity from which findings are shown; None leaves it to the format. `summary`
    is the file to which a step of GitHub Actions adds what its annotations have no room for.
    """
    texts = [(one, render(one.format, report, _look(one, look, least))) for one in wanted]
    for one, text in texts:
        if one.file is not None:
            write(one.file, text)
        if one.format == ANNOTATIONS and summary is not None:
            _add_to_summary(summary, report, _look(one, look, least))
    for one, text in texts:
        if one.file is None:
            encoding = None if one.format in FOR_TERMINALS else "utf-8"
            give(text, encoding=encoding, format_name=one.format)


def _add_to_summary(summary: Path, report: Report, look: Look) -> None:
    from socialint.reporters.markdown import SUMMARY, written

    try:
        with summary.open("ab") as stream:
            stream.write(written(report, look, SUMMARY).encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise UserError(Problem(f"cannot be written: {error.strerror}", str(summary))) from None


def _output(written: str, known: Collection[str]) -> Output:
    name, parting, file = written.partition("=")
    if name not in known:
        from socialint.schema.suggestions import did_you_mean

        hint = did_you_mean(name, known) or f"there are: {', '.join(known)}"
        raise UserError(Problem(f"no format is called “{name}”", hint=hint))
    if parting and not file:
        raise UserError(Problem(f"no file after “{written}”", hint=f"as in {name}=run.{name}"))
    return Output(name, Path(file) if file and file != "-" else None)


def _look(output: Output, look: Look, least: Severity | None) -> Look:
    look = replace(
        look, min_severity=SHOWN_FROM.get(output.format, Severity.INFO) if least is None else least
    )
    return look if output.file is None else replace(look, color=False, width=FILE_WIDTH)


def write(file: Path, text: str) -> None:
    """Writes the whole file or nothing: who reads it never sees half a run."""
    from socialint import atomic

    try:
        atomic.replace(file, text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise UserError(Problem(f"cannot be written: {error.strerror}", str(file))) from None
