"""What is written where: results to stdout, everything else to stderr, on any terminal."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from typing import TextIO

from socialint.errors import Problem, UserError


def fit_streams() -> None:
    """Lets no letter that a terminal lacks end the run; it is written by its number instead."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            with contextlib.suppress(ValueError, OSError):
                reconfigure(errors="backslashreplace")


def say(text: str) -> None:
    """Writes to stderr, where messages go; nothing in the text can steer the terminal."""
    from socialint.reporters.safe import defused, safe

    with contextlib.suppress(OSError, ValueError):
        for line in text.splitlines():
            shown = safe(line)
            print(defused(shown) if _in_workflow() else shown, file=sys.stderr)
        sys.stderr.flush()


def give(text: str, *, encoding: str | None = None, format_name: str = "text") -> None:
    """Writes the result to stdout. A reader that has gone away, as in a pipe, is no mistake.

    With `encoding` the bytes are the same wherever they are written, but that GitHub Actions finds no
    command in them; `format_name` says how those are written out.
    """
    if _in_workflow():
        from socialint.reporters.safe import defused

        text = defused(text, format_name)
    stream = _stdout()
    if encoding is None and stream.isatty():
        with _written(stream):
            stream.write(text)
            stream.flush()
        return
    give_bytes(text.encode(encoding or stream.encoding or "utf-8", "backslashreplace"))


def give_bytes(data: bytes) -> None:
    """Writes the result to stdout as these bytes."""
    stream = _stdout()
    with _written(stream):
        stream.flush()
        stream.buffer.write(data)
        stream.flush()


def _in_workflow() -> bool:
    """Whether a step of GitHub Actions reads what is printed, and obeys the commands in it."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def _stdout() -> TextIO:
    # None where stdout is closed, whatever the stubs say.
    stream: TextIO | None = sys.stdout
    if stream is None:
        raise UserError(Problem("there is nowhere to write the result: stdout is closed"))
    return stream


@contextlib.contextmanager
def _written(stream: TextIO) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        _close_quietly(stream)
    except OSError as error:
        if error.errno != errno.EINVAL:  # what Windows says of a broken pipe
            reason = error.strerror or "unknown error"
            raise UserError(Problem(f"the result cannot be written: {reason}")) from None
        _close_quietly(stream)


def _close_quietly(stream: TextIO) -> None:
    """Keeps the interpreter from complaining about the pipe once more when it ends."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def in_color(choice: str, stream: TextIO | None, environ: Mapping[str, str] = os.environ) -> bool:
    """Whether to write in colour: as chosen, else as the environment says, else on a terminal."""
    if choice != "auto":
        return choice == "always"
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR", "0") not in ("", "0", "false"):
        return True
    return stream is not None and stream.isatty() and environ.get("TERM") != "dumb"


def columns() -> int:
    """How wide the result may be: the terminal, `COLUMNS`, or 80."""
    return shutil.get_terminal_size((80, 24)).columns
