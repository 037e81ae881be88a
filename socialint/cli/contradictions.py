"""What `socialint check` refuses before it begins: options that make no sense together."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from socialint.cli import baselining
from socialint.cli.options import STDIN

if TYPE_CHECKING:
    from socialint.cli.outputs import Output


def refuse_contradictions(paths: Sequence[str], wanted: Sequence[Output], given: dict[str, Any]) -> None:
    """Raises `UsageError` where the options make no sense together."""
    if given["config"] and given["no_config"]:
        raise click.UsageError("--config and --no-config contradict each other")
    if given["stdin_filename"] and STDIN not in paths:
        raise click.UsageError("--stdin-filename names what “-” reads, and no “-” is among the paths")
    if given["changed_since"] is not None and STDIN in paths:
        raise click.UsageError("--changed-since asks git about files, and “-” is none")
    baselining.refuse_contradictions(given)
    files = written_files(wanted, given)
    if given["watch"]:
        _refuse_to_watch(paths, given)
    if given["no_store"] and files:
        raise click.UsageError(f"--no-store writes nothing to disk, so not {files[0]} either")
    _refuse_fixes(paths, wanted, given)
    if given["no_store"] and given["opens"]:
        raise click.UsageError("--no-store writes nothing to disk, so there is no page to --open")
    if given["show_phi"] and (files or given["opens"] or not sys.stdout.isatty()):
        raise click.UsageError(
            "--show-phi shows what identifies a person, so only on a terminal: no pipe, no file, no CI log"
        )


def _refuse_fixes(paths: Sequence[str], wanted: Sequence[Output], given: dict[str, Any]) -> None:
    if given["fix"] and given["diff"]:
        raise click.UsageError("--diff shows what --fix would change: give one of them")
    if given["unsafe_fixes"] and not (given["fix"] or given["diff"]):
        raise click.UsageError("--unsafe-fixes says which fixes to make: give --fix or --diff with it")
    piped = given["fix"] and STDIN in paths
    if piped and len(paths) > 1:
        raise click.UsageError("“--fix -” writes the text to stdout, so no other path can be fixed with it")
    if given["fix"] and given["no_store"] and not piped:
        raise click.UsageError(
            "--no-store writes nothing to disk, so it fixes no file; --diff shows the fixes"
        )
    if (piped or given["diff"]) and given["formats"] and any(one.file is None for one in wanted):
        what = "the diff" if given["diff"] else "the text put right"
        raise click.UsageError(f"stdout is for {what}: give the format a file, as in -f json=run.json")


def _refuse_to_watch(paths: Sequence[str], given: dict[str, Any]) -> None:
    if STDIN in paths:
        raise click.UsageError("--watch waits for files to change, and “-” is none")
    once = {
        "write-baseline": "write_baseline",
        "open": "opens",
        "fix": "fix",
        "show-settings": "show_settings",
        "show-files": "show_files",
    }
    for shown, name in once.items():
        if given[name]:
            raise click.UsageError(f"--watch checks again and again, and --{shown} is for one time")


def written_files(wanted: Sequence[Output], given: dict[str, Any]) -> list[Path]:
    """The files that this call writes."""
    return [
        *(one.file for one in wanted if one.file is not None),
        *filter(None, [given["record"], given["write_baseline"]]),
    ]
