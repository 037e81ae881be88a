"""Files that `check --format json` wrote -> runs, in the order of their days.

Only what a summary needs is read, so that runs of earlier versions, which say less, are runs too.
A file that is none is a mistake of the call: a summary that lacks a run would be a wrong one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel, Field, ValidationError

from socialint.errors import Problem, UnreadableDocument, UserError
from socialint.readers.original import decode
from socialint.reporters.output import SCHEMA, CategoryName, SeverityName

_NO_RUN = "this is not what “socialint check --format json” writes"
_AGAIN = "write it again with -f json=FILE, or leave it out"


class Permission(BaseModel):
    """Under which a finding stood: why, on whose word, until when, and where that is written."""

    reason: str = Field(repr=False)
    by: str = ""
    until: date | None = None
    place: str = ""


class Found(BaseModel):
    """A finding of a run."""

    rule: str
    category: CategoryName
    severity: SeverityName
    path: str
    post: str = ""
    fingerprint: str
    waived: Permission | None = None


class _Tool(BaseModel):
    version: str = ""
    policy: str = ""


class _Read(BaseModel):
    path: str


class _Coverage(BaseModel):
    today: date
    posts: int = 0
    sources: int = 0
    markets: list[str] = []
    read: list[_Read] | None = None


class _Run(BaseModel):
    version: int = Field(default=SCHEMA, alias="schema")
    tool: _Tool = _Tool()
    coverage: _Coverage
    findings: list[Found]
    unread: list[Any] = []
    summary: dict[str, int] = {}


@dataclass(frozen=True, slots=True)
class Run:
    """What a run found on a day, under a policy; `read` are the files it read, None where it does not say."""

    day: date
    version: str
    policy: str
    markets: Sequence[str]
    posts: int
    sources: int
    read: frozenset[str] | None
    findings: Sequence[Found]
    unread: int
    baselined: int

    def looked_at(self, path: str) -> bool:
        """Whether the run could have found something in a file."""
        return self.read is None or path in self.read


@dataclass(frozen=True, slots=True)
class Runs:
    """Runs by day, those of a day as they were named; and the files that repeat another."""

    runs: Sequence[Run]
    repeated: Sequence[str]


def read_runs(files: Sequence[Path]) -> Runs:
    """The runs that the files hold, each once. Raises `UserError` with all that is wrong with them."""
    problems: list[Problem] = []
    seen: dict[str, Run] = {}
    repeated: list[str] = []
    for file in files:
        try:
            value = _value(file)
            digest = hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()
            run = _run(value, file)
        except UserError as error:
            problems += error.problems
            continue
        if digest in seen:
            repeated.append(str(file))
        seen.setdefault(digest, run)
    if problems:
        raise UserError(problems)
    return Runs(sorted(seen.values(), key=lambda run: run.day), repeated)


def _value(file: Path) -> object:
    if file.is_dir():
        raise UserError(
            Problem("this is a folder", str(file), hint="name the files in it, as in runs/*.json")
        )
    try:
        text, _ = decode(file.read_bytes())
        value: object = json.loads(text)
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        raise UserError(
            Problem(f"cannot be read: {reason}", str(file), hint="look for a slip in the name")
        ) from None
    except UnreadableDocument as error:
        raise UserError(Problem(f"{_NO_RUN}: {error.reason}", str(file), hint=_AGAIN)) from None
    except json.JSONDecodeError as error:
        what = f"{_NO_RUN}: {error.msg.lower()}"
        raise UserError(Problem(what, str(file), error.lineno, error.colno, hint=_AGAIN)) from None
    except (RecursionError, ValueError):
        raise UserError(Problem(f"{_NO_RUN}: it cannot be read as JSON", str(file), hint=_AGAIN)) from None
    return value


def _run(value: object, file: Path) -> Run:
    schema = value.get("schema") if isinstance(value, dict) else None
    if isinstance(schema, int) and schema > SCHEMA:
        hint = "install the version of socialint that wrote it"
        raise UserError(Problem(f"written in format {schema}, and {SCHEMA} is known", str(file), hint=hint))
    try:
        run = _Run.model_validate(value)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]  # nothing of the file is quoted
        place = ".".join(map(str, first["loc"]))
        told = f"{place}: {first['msg'].lower()}" if place else first["msg"].lower()
        raise UserError(Problem(f"{_NO_RUN}: {told}", str(file), hint=_AGAIN)) from None
    coverage = run.coverage
    return Run(
        day=coverage.today,
        version=run.tool.version,
        policy=run.tool.policy,
        markets=coverage.markets,
        posts=coverage.posts,
        sources=coverage.sources,
        read=None if coverage.read is None else frozenset(one.path for one in coverage.read),
        findings=run.findings,
        unread=len(run.unread),
        baselined=run.summary.get("baselined", 0),
    )
