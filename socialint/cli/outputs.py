"""`--format NAME[=FILE]` -> what is rendered, and where each text goes."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
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

EXACT = frozenset({"json", "jsonl"})
"""Formats whose bytes are the same wherever they are written."""

FILE_WIDTH = 80


@dataclass(frozen=True, slots=True)
class Output:
    """A format, and the file it goes to; none is stdout."""

    format: str
    file: Path | None = None


def outputs(written: Sequence[str]) -> tuple[Output, ...]:
    """The outputs that were asked for; `text` if none was. Raises `UserError`."""
    wanted = tuple(map(_output, written or ("text",)))
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


def deliver(report: Report, wanted: Sequence[Output], look: Look, least: Severity | None) -> None:
    """Writes every output: files first, so that stdout stays empty if one cannot be written.

    `least` is the severity from which findings are shown; None leaves it to the format.
    """
    texts = [(one, render(one.format, report, _look(one, look, least))) for one in wanted]
    for one, text in texts:
        if one.file is not None:
            _write(one.file, text)
    for one, text in texts:
        if one.file is None:
            give(text, encoding="utf-8" if one.format in EXACT else None)


def _output(written: str) -> Output:
    name, parting, file = written.partition("=")
    if name not in REPORTERS:
        from socialint.schema.suggestions import did_you_mean

        hint = did_you_mean(name, REPORTERS) or f"there are: {', '.join(REPORTERS)}"
        raise UserError(Problem(f"no format is called “{name}”", hint=hint))
    if parting and not file:
        raise UserError(Problem(f"no file after “{written}”", hint=f"as in {name}=run.{name}"))
    return Output(name, Path(file) if file and file != "-" else None)


def _look(output: Output, look: Look, least: Severity | None) -> Look:
    look = replace(
        look, min_severity=SHOWN_FROM.get(output.format, Severity.INFO) if least is None else least
    )
    return look if output.file is None else replace(look, color=False, width=FILE_WIDTH)


def _write(file: Path, text: str) -> None:
    """Writes the whole file or nothing: who reads it never sees half a run."""
    import tempfile

    data = text.encode("utf-8", "backslashreplace")
    try:
        target = file.resolve()
        if target.exists() and not target.is_file():  # a pipe or a device cannot be replaced
            with target.open("wb") as stream:
                stream.write(data)
            return
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            os.chmod(name, target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
            os.replace(name, target)
        except BaseException:
            with suppress(OSError):
                os.unlink(name)
            raise
    except OSError as error:
        raise UserError(Problem(f"cannot be written: {error.strerror}", str(file))) from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
