"""`socialint init`: a first configuration, registers, a house policy and a draft."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from string import Template

import click

from socialint.cli.options import WHICH_POLICY, Command, option
from socialint.model.context import KINDS

STARTER = Path(__file__).parent.parent / "starter"
"""What is written, as templates; the paths in it are those that it gets."""

FILES = (
    "socialint.yaml",
    "policy/house.yaml",
    "registers/staff.csv",
    "registers/contacts.yaml",
    "registers/products.yaml",
    "registers/claims.yaml",
    "registers/consents.csv",
    "drafts/opening-hours.md",
)
HOOK = "pre-commit-config.yaml"
IGNORED = "registers/consents.csv"

_WHAT = "What is written"


@dataclass(frozen=True, slots=True)
class Answers:
    """Who is speaking, and where."""

    kind: str
    name: str
    markets: Sequence[str]


@click.command(cls=Command)
@option(
    "--organisation",
    type=click.Choice(KINDS, case_sensitive=False),
    metavar="KIND",
    section=WHICH_POLICY,
    help="What kind of organisation is speaking, as in clinic or pharmacy.",
)
@option("--name", metavar="NAME", default="", section=WHICH_POLICY, help="What it is called.")
@option(
    "--market",
    "markets",
    multiple=True,
    metavar="CODE",
    section=WHICH_POLICY,
    help="Where the posts will be seen, as in US.",
)
@option("--hook", is_flag=True, section=_WHAT, help="Also a .pre-commit-config.yaml that checks each commit.")
@option("--force", is_flag=True, section=_WHAT, help="Overwrite what is there already.")
def init(organisation: str | None, name: str, markets: tuple[str, ...], hook: bool, force: bool) -> None:
    """Write a first socialint.yaml, registers, a house policy and a draft into the current folder.

    At a terminal it asks what the options do not say. Every row of the registers is an invented
    example to be replaced.
    """
    from socialint.cli.streams import give

    answers = _asked(organisation, name, markets)
    _refuse_unknown_markets(answers)
    written = dict(_files(answers))
    beside = hook and os.path.lexists("." + HOOK)
    if hook and not beside:
        written["." + HOOK] = _filled(HOOK, answers)
    if not force:
        _refuse_overwriting(written)
    for path, text in written.items():
        _write(Path(path), text)
    _ignore(IGNORED)
    lines = [*(f"  {path}" for path in written), ""]
    if beside:
        lines += [f"There is a .{HOOK} already. Add this to it:", "", _filled(HOOK, answers)]
    lines.append("Now replace the invented rows in registers/, and try: socialint check")
    give("Written:\n" + "\n".join(lines) + "\n")


def _asked(kind: str | None, name: str, markets: Sequence[str]) -> Answers:
    """The answers; what no option gave is asked for, where somebody is there to answer."""
    codes = _codes(markets)
    if kind and codes:
        return Answers(kind, name, codes)
    if not sys.stdin.isatty():
        raise click.UsageError("nobody is there to ask: give --organisation and --market")
    if not kind:
        click.echo(f"Kinds of organisation: {', '.join(KINDS)}", err=True)
        choice = click.Choice(KINDS, case_sensitive=False)
        kind = click.prompt("Which is yours", type=choice, show_choices=False, err=True)
        name = name or click.prompt("Its name", default="", show_default=False, err=True)
    while not codes:
        codes = _codes(
            [click.prompt("Where will the posts be seen, as in US, US-TX", default="US", err=True)]
        )
    return Answers(str(kind), name, codes)


def _codes(markets: Sequence[str]) -> Sequence[str]:
    parted = (code.strip().upper() for value in markets for code in value.split(","))
    return tuple(dict.fromkeys(filter(None, parted)))


def _refuse_unknown_markets(answers: Answers) -> None:
    """Raises `UserError` where a check with these answers would be refused."""
    from socialint.cli.policy import weighed
    from socialint.settings import Choices, resolve

    weighed(resolve(Choices(no_config=True, organisation=answers.kind, markets=tuple(answers.markets))))


def _files(answers: Answers) -> Iterator[tuple[str, str]]:
    for path in FILES:
        yield path, _filled(path, answers)


def _filled(path: str, answers: Answers) -> str:
    return Template((STARTER / path).read_text(encoding="utf-8")).substitute(_values(answers))


def _values(answers: Answers) -> Mapping[str, str]:
    from socialint.readers import READERS

    # X's archive is the one program that is read, and no draft.
    suffixes = sorted(suffix.removeprefix(".") for suffix in READERS if suffix != ".js")
    return {
        "kind": answers.kind,
        "name": f"name: {json.dumps(answers.name, ensure_ascii=False)}" if answers.name else "# name: …",
        "markets": json.dumps(answers.markets),
        "market": json.dumps(answers.markets[0]),
        "today": date.today().isoformat(),
        "suffixes": "|".join(suffixes),
    }


def _refuse_overwriting(written: Mapping[str, str]) -> None:
    from socialint.errors import Problem, UserError

    there = [path for path in written if os.path.lexists(path)]
    if there:
        hint = "nothing was written; --force overwrites it"
        raise UserError([Problem("there is one already", path, hint=hint) for path in there])


def _write(path: Path, text: str) -> None:
    from socialint.errors import Problem, UserError

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogateescape"))
    except OSError as error:
        raise UserError(Problem(f"cannot be written: {error.strerror}", str(path))) from None


def _ignore(path: str) -> None:
    """Has git ignore a file, if it does not yet."""
    file = Path(".gitignore")
    text = file.read_bytes().decode("utf-8", "surrogateescape") if file.is_file() else ""
    if f"/{path}" not in text.splitlines():
        parting = "" if not text or text.endswith("\n") else "\n"
        _write(file, f"{text}{parting}/{path}\n")
