"""Options that commands share, in sections of their help; and the choices they come to."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from socialint.model.context import AUDIENCES, KINDS, ModelReads
from socialint.model.policy import Confidence, Severity

if TYPE_CHECKING:
    from socialint.settings import Choices

STDIN = "-"
"""The path that stands for what comes through a pipe."""

Function = TypeVar("Function", bound=Callable[..., Any])

WHICH_POLICY = "Which policy"
WHICH_INPUT = "Which input"
WHAT_SHOWS = "What fails and what shows"
HOW = "How"

LEVELS = tuple(str(severity) for severity in sorted(Severity, reverse=True))
CONFIDENCES = tuple(str(confidence) for confidence in sorted(Confidence, reverse=True))


class Option(click.Option):
    """An option that stands in a section of the help."""

    def __init__(self, *args: Any, section: str = "Options", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.section = section


class Command(click.Command):
    """A command whose help lists the options by section."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, section by section, in the order they were declared."""
        sections: dict[str, list[tuple[str, str]]] = {}
        options = [one for one in self.get_params(ctx) if isinstance(one, click.Option)]
        for parameter in sorted(options, key=lambda one: not isinstance(one, Option)):
            record = parameter.get_help_record(ctx)
            if record is not None:
                section = getattr(parameter, "section", "Other")
                sections.setdefault(section, []).append(record)
        for section, records in sections.items():
            with formatter.section(section):
                formatter.write_dl(records)


class Day(click.ParamType):  # type: ignore[type-arg]  # generic only since click 8.4
    """A day as in 2026-11-21."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day."""
        if isinstance(value, date):
            return value
        day = None
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            with contextlib.suppress(ValueError):
                day = date.fromisoformat(value)
        return day or self.fail(f"{value!r} is no day; write it as 2026-11-21", param, ctx)


class Language(click.ParamType):  # type: ignore[type-arg]
    """A language by its code, as in de."""

    name = "CODE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The code, in small letters."""
        if not re.fullmatch(r"[a-zA-Z]{2}", value):
            self.fail(f"{value!r} is no language; write its two letters, as in de", param, ctx)
        return str(value).lower()


class Digest(click.ParamType):  # type: ignore[type-arg]
    """A policy by its digest, as in `sha256:…`."""

    name = "sha256:…"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The digest, in small letters."""
        if not re.fullmatch(r"sha256:[0-9a-fA-F]{64}", value):
            self.fail(f"{value!r} is no digest; --show-settings prints the one in force", param, ctx)
        return str(value).lower()


def option(*names: str, section: str, **kwargs: Any) -> Callable[[Function], Function]:
    """An option of a section."""
    return click.option(*names, cls=Option, section=section, **kwargs)


def policy_options(function: Function) -> Function:
    """The options that choose the policy and whom it is for."""
    declared = [
        option(
            "--config",
            type=click.Path(path_type=Path),
            metavar="FILE",
            section=WHICH_POLICY,
            help="Take this configuration, not the one that would be found.",
        ),
        option("--no-config", is_flag=True, section=WHICH_POLICY, help="Take no configuration."),
        option(
            "--policy",
            "-p",
            "policies",
            multiple=True,
            metavar="PACK_OR_PATH",
            section=WHICH_POLICY,
            help="Add the rules of a pack, a file or a folder.",
        ),
        option(
            "--market",
            "markets",
            multiple=True,
            metavar="CODE",
            section=WHICH_POLICY,
            help="Where the posts will be seen, as in US or UK.",
        ),
        option(
            "--organisation",
            type=click.Choice(KINDS, case_sensitive=False),
            metavar="KIND",
            section=WHICH_POLICY,
            help="What kind of organisation is speaking, as in clinic or pharmacy.",
        ),
        option(
            "--channel",
            metavar="NAME",
            section=WHICH_POLICY,
            help="Where posts go that do not say so themselves, as in instagram.",
        ),
        option(
            "--audience",
            type=click.Choice(AUDIENCES, case_sensitive=False),
            section=WHICH_POLICY,
            help="Who the posts are for.",
        ),
        option(
            "--language",
            type=Language(),
            metavar="CODE",
            section=WHICH_POLICY,
            help="Write reports for people in this language, as in de, and rules that speak it; else in English.",
        ),
        option(
            "--today",
            type=Day(),
            section=WHICH_POLICY,
            help="Judge posts without a date of their own as on this day.",
        ),
        option(
            "--select",
            multiple=True,
            metavar="RULE_OR_CATEGORY",
            section=WHICH_POLICY,
            help="Only these rules hold.",
        ),
        option(
            "--ignore",
            multiple=True,
            metavar="RULE_OR_CATEGORY",
            section=WHICH_POLICY,
            help="These rules do not hold.",
        ),
    ]
    for declare in reversed(declared):
        function = declare(function)
    return function


def require_policy(function: Function) -> Function:
    """The option that refuses a changed policy."""
    return option(
        "--require-policy",
        type=Digest(),
        metavar="sha256:…",
        section=WHICH_POLICY,
        help="Check nothing if the policy is another one than this.",
    )(function)


def entities(function: Function) -> Function:
    """The option that says which texts the entity model reads."""
    return option(
        "--entities",
        type=click.Choice([str(one) for one in ModelReads]),
        section=HOW,
        help="Which texts the model for names reads: auto is those with the shape of one that a rule asks for, "
        "full is all of them, off is none; then only names that words beside them show are found. "
        "[default: auto]",
    )(function)


def choices(given: dict[str, Any]) -> Choices:
    """The choices that the options of a command come to."""
    from socialint.settings import Choices

    names = ("config", "no_config", "policies", "organisation", "channel", "audience", "language", "today")
    return Choices(
        **{name: given[name] for name in names},
        markets=_parted(given["markets"]),
        select=_parted(given["select"]),
        ignore=_parted(given["ignore"]),
        require_policy=given.get("require_policy"),
        entities=given.get("entities"),
    )


def _parted(values: Sequence[str]) -> tuple[str, ...]:
    """The values of an option that may be given several times, or once with commas."""
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())
