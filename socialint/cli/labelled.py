"""A file of labelled posts, one JSON object a line -> rows; and what of it cannot be read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from socialint.errors import Problem, UserError
from socialint.model.places import Span

CLEAN = frozenset({"clean", "lawful", "ok"})
"""Labels of posts that must be left alone; every other label is one that must be found."""

GROUPS = ("category", "medium", "kind", "pattern")
"""The columns that results are broken down by, where a row has them."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of a post that people labelled, and as what: code points of its text, half-open."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Row:
    """A post and what people said of it."""

    line: int
    name: str
    text: str = field(repr=False)
    clean: bool
    groups: Mapping[str, str]
    metadata: Mapping[str, object] = field(repr=False)
    stretches: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Labelled:
    """The rows of a file, and its lines that cannot be read."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]


def read_labelled(path: Path) -> Labelled:
    """The rows. Raises `UserError` where there is no such file; no message quotes a post."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UserError(Problem(f"cannot be read: {error.strerror or 'unknown error'}", str(path))) from None
    rows: list[Row] = []
    problems: list[Problem] = []
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if line.strip():
            row = _row(number, line)
            if isinstance(row, Row):
                rows.append(row)
            else:
                problems.append(Problem(row, str(path), number))
    return Labelled(tuple(rows), tuple(problems))


def _row(number: int, line: bytes) -> Row | str:
    try:
        record = json.loads(line)
    except UnicodeDecodeError:
        return "this line is not UTF-8"
    except (ValueError, RecursionError):
        return "this line is not JSON"
    if not isinstance(record, dict):
        return "this line is not a JSON object"
    for key in ("text", "label"):
        if not isinstance(record.get(key), str) or not record[key].strip():
            return f"this row has no “{key}”"
    metadata = record.get("metadata", {})
    if not isinstance(metadata, dict):
        return "the “metadata” of this row are not keys and values"
    stretches = _stretches(record.get("spans", []), len(record["text"]))
    if stretches is None:
        return "the “spans” of this row are not stretches of its text, each with “start”, “end” and “type”"
    return Row(
        line=number,
        name=str(record.get("id", f"line {number}")),
        text=record["text"],
        clean=record["label"].strip().casefold() in CLEAN,
        groups={key: str(record[key]) for key in GROUPS if record.get(key) not in (None, "")},
        metadata=metadata,
        stretches=stretches,
    )


def _stretches(told: object, length: int) -> tuple[Stretch, ...] | None:
    """The labelled stretches of a text of so many characters; None where they are none of it."""
    found: list[Stretch] = []
    for one in told if isinstance(told, list) else [told]:
        match one:
            case {"start": int(start), "end": int(end), "type": str(kind)} if 0 <= start < end <= length:
                found.append(Stretch(Span(start, end), kind.strip().upper()))
            case _:
                return None
    return tuple(found)
