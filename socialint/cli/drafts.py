"""Which drafts `socialint check` is about, by its paths and options."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from socialint.cli.contradictions import written_files
from socialint.cli.options import STDIN

if TYPE_CHECKING:
    from socialint.cli.outputs import Output
    from socialint.discover import Discovery
    from socialint.discover.repository import Changes
    from socialint.settings import Settings


def places(paths: Sequence[str]) -> list[Path]:
    """The paths that lead somewhere: all but what comes through a pipe."""
    return [Path(path) for path in paths if path != STDIN]


def discovered(
    paths: Sequence[str], settings: Settings, wanted: Sequence[Output], given: dict[str, Any]
) -> Discovery:
    """What is to be checked, and what was left out and why. Raises `UserError`."""
    from socialint.discover import discover
    from socialint.readers import refusal
    from socialint.readers.original import MAX_BYTES

    ours = [
        *written_files(wanted, given),
        *settings.registers.values(),
        *settings.policies,
        given["baseline"],
        settings.waivers,
    ]
    not_drafts = frozenset(path for path in (settings.config, *ours) if path is not None)
    return discover(
        paths or (".",),
        root=settings.root,
        refusal=refusal,
        include=settings.include,
        exclude=settings.exclude,
        force_exclude=given["force_exclude"],
        changes=_changes(settings, given),
        not_drafts=not_drafts,
        stdin=sys.stdin.buffer.read(MAX_BYTES + 1) if STDIN in paths else None,
        stdin_filename=given["stdin_filename"] or "",
        max_bytes=MAX_BYTES,
    )


def _changes(settings: Settings, given: dict[str, Any]) -> Changes | None:
    """What changed, if only that is to be checked."""
    if given["changed_since"] is None:
        return None
    from socialint.cli.streams import say
    from socialint.discover.repository import changed_since

    changes = changed_since(given["changed_since"], Path.cwd())
    policy = [settings.config, settings.waivers, *settings.policies, *settings.registers.values()]
    for path in policy:
        if path is not None and not given["quiet"] and changes.hold_any_of(str(path)):
            say(f"{shown(path)} has changed too: drafts that did not change are not held against it")
    return changes


def refuse_nothing(discovery: Discovery, given: dict[str, Any]) -> None:
    """Raises `UserError` where there is nothing to check, unless nothing has changed."""
    from socialint.cli.streams import say
    from socialint.errors import Problem, UserError

    if unchanged := discovery.skipped.get("unchanged"):
        drafts = "the one draft is" if unchanged == 1 else f"the {unchanged} drafts are"
        say(f"Nothing to check: {drafts} unchanged since {given['changed_since']}.")
        return
    skipped = sum(discovery.skipped.values())
    found = f"; {skipped} {'file was' if skipped == 1 else 'files were'} left out" if skipped else ""
    hint = "--show-files tells what was left out and why; --allow-empty lets it pass"
    raise UserError(Problem(f"there is nothing to check{found}", hint=hint))


def shown(path: Path) -> str:
    """The path as messages show it: relative where it lies below the current folder."""
    return path.relative_to(Path.cwd()).as_posix() if path.is_relative_to(Path.cwd()) else str(path)


def show_files(discovery: Discovery) -> int:
    """Lists what would be checked, and what would not, with the reason; the exit code."""
    from socialint.cli.streams import give
    from socialint.reporters.safe import safe

    width = max((len(found.verdict.value) for found in discovery.files), default=0)
    give(
        "".join(
            safe(f"{found.verdict.value.replace('_', ' '):<{width}}  {found.name}")
            + (f"  ({safe(found.reason)})" if found.reason else "")
            + "\n"
            for found in discovery.files
        )
    )
    return 0
