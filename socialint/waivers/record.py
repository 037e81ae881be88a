"""`waivers.yaml`, beside the configuration -> the waivers on record.

What stands there can be put under code owners, so it can allow what no draft allows for itself.
"""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import replace
from datetime import date as Day  # noqa: N812  # `date` is the shape of one
from pathlib import Path
from typing import Any

from socialint.model.marks import Mark
from socialint.model.places import Location
from socialint.model.waivers import NO_NAME, Scope, Waiver, says_who
from socialint.schema import (
    Wrong,
    date,
    json_schema,
    many,
    nullable,
    one_or_many,
    optional,
    read_file,
    record,
    required,
    text,
)

_GLOB = frozenset("*?[")


def on_record(file: Path) -> Sequence[Waiver]:
    """The waivers of a file beside the configuration, in its order. Raises `UserError`.

    Messages quote nothing of the file: a reason may name a patient.
    """
    cwd = Path.cwd()
    shown = file.relative_to(cwd).as_posix() if file.is_relative_to(cwd) else str(file)
    return [replace(one, written_in=file.name) for one in read_file(file, FILE, name=shown, private=True)]


def waivers_schema() -> dict[str, Any]:
    """The JSON Schema of `waivers.yaml`."""
    return json_schema(FILE, title="socialint waivers", about="waivers.yaml, beside the configuration")


def _waiver(
    mark: Mark,
    rule: tuple[str, ...],
    path: str,
    reason: str,
    post: str = "",
    fingerprint: str = "",
    by: str = "",
    until: Day | None = None,
) -> Waiver:
    if _GLOB.intersection(path):
        raise Wrong("a waiver is for one file", key="path", hint="name the file; write one for each")
    if by and not says_who(by):
        raise Wrong(NO_NAME, key="by", hint="write who allows it, as in legal@example.org")
    return Waiver(
        Location(mark.line, mark.column, mark.line, mark.column),
        tuple(dict.fromkeys(rule)),
        " ".join(reason.split()),
        by,
        until,
        scope=Scope.POST if post else Scope.FILE,
        path=posixpath.normpath(path.replace("\\", "/")),
        post=post,
        fingerprint=fingerprint,
    )


def _waivers(waivers: tuple[Waiver, ...] | None = None) -> tuple[Waiver, ...]:
    return waivers or ()


WAIVER = record(
    _waiver,
    required("rule", one_or_many(text("the id of a rule"), least=1), "what may stand; one id, or several"),
    required("path", text("a path"), "the draft, from the folder of the configuration"),
    required("reason", text(), "why; it is printed, so it names no patient"),
    optional("post", text(), "the post as the report names it; left out, all of the file"),
    optional("fingerprint", text(), "the one finding that is meant, as in the JSON of a run"),
    optional("by", text(), "who allows it"),
    optional("until", nullable(date()), "its last day"),
    about="what may stand, where, and why",
    mark=True,
)
FILE = record(_waivers, required("waivers", nullable(many(WAIVER)), "what may stand"))
