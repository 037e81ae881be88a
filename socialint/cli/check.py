"""`socialint check`: drafts in, what must be put right out."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from socialint.cli.baselining import baseline_options
from socialint.cli.contradictions import refuse_contradictions, written_files
from socialint.cli.drafts import discovered, places, refuse_nothing, show_files, shown
from socialint.cli.options import (
    CONFIDENCES,
    HOW,
    LEVELS,
    WHAT_SHOWS,
    WHICH_INPUT,
    Command,
    choices,
    entities,
    option,
    policy_options,
    require_policy,
)
from socialint.model.policy import Confidence, Severity

if TYPE_CHECKING:
    from socialint.cli.fixing import Fixing
    from socialint.cli.outputs import Output
    from socialint.discover import Discovery
    from socialint.linter import Linter
    from socialint.model.findings import Report
    from socialint.pipeline import InForce
    from socialint.reporters import Look
    from socialint.settings import Choices, Settings


@click.command(cls=Command)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@policy_options
@require_policy
@entities
@option(
    "--stdin-filename",
    metavar="NAME",
    section=WHICH_INPUT,
    help="The name under which “-” is read; its ending tells the format.",
)
@option(
    "--changed-since",
    metavar="REV",
    section=WHICH_INPUT,
    help="Only drafts that the branch changed since it left REV, or that are not committed.",
)
@option(
    "--force-exclude",
    is_flag=True,
    section=WHICH_INPUT,
    help="Leave out what is no draft in a folder even if it is named outright, as a hook does.",
)
@option("--allow-empty", is_flag=True, section=WHICH_INPUT, help="Pass when there is nothing to check.")
@option("--show-files", is_flag=True, section=WHICH_INPUT, help="List what would be checked, and stop.")
@option(
    "--fail-on",
    type=click.Choice([*LEVELS, "never"]),
    metavar="LEVEL",
    section=WHAT_SHOWS,
    help="What makes the exit code 1: this level or worse. Levels are critical, high, medium, low, info; "
    "“never” fails nothing. [default: high]",
)
@option(
    "--min-severity",
    type=click.Choice(LEVELS),
    metavar="LEVEL",
    section=WHAT_SHOWS,
    help="Show this level or worse. [default: low for text, else info]",
)
@option(
    "--min-confidence",
    type=click.Choice(CONFIDENCES),
    metavar="LEVEL",
    section=WHAT_SHOWS,
    help="Show what is as sure as this or surer: high, medium, low.",
)
@option(
    "--format",
    "-f",
    "formats",
    multiple=True,
    metavar="NAME[=FILE]",
    section=WHAT_SHOWS,
    help="text, concise, json, jsonl, sarif, github, gitlab, junit, rdjsonl, markdown, html or csv; again "
    "for another, at most one without a file. [default: text]",
)
@option(
    "--open",
    "opens",
    is_flag=True,
    section=WHAT_SHOWS,
    help="Open the report as a page in the browser, instead of text here.",
)
@option(
    "--record",
    type=click.Path(path_type=Path),
    metavar="FILE",
    section=WHAT_SHOWS,
    help="Append a line of JSON on this run: when, which policy, which files, what came of it.",
)
@baseline_options
@option(
    "--statistics",
    is_flag=True,
    section=WHAT_SHOWS,
    help="Show how often each rule spoke, not where; and on stderr which took longest.",
)
@option(
    "--show-settings", is_flag=True, section=WHAT_SHOWS, help="Show every setting and who gave it, and stop."
)
@option("--quiet", "-q", is_flag=True, section=WHAT_SHOWS, help="Show what was found and nothing else.")
@option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    section=WHAT_SHOWS,
    help="Colour; auto is on a terminal, unless NO_COLOR is set.",
)
@option(
    "--show-phi",
    is_flag=True,
    section=WHAT_SHOWS,
    help="Show what identifies a person as it stands; on a terminal only.",
)
@option(
    "--jobs",
    "-j",
    type=click.IntRange(min=1),
    metavar="N",
    section=HOW,
    help="Check with so many processes. [default: one for each core, where there is work for them]",
)
@option(
    "--no-cache",
    is_flag=True,
    section=HOW,
    help="Check every draft anew, also those that have not changed since they were last checked.",
)
@option(
    "--fix",
    is_flag=True,
    section=HOW,
    help="Put right in the files what can be put right safely, then check.",
)
@option(
    "--diff",
    is_flag=True,
    section=HOW,
    help="Show what --fix would change instead of the report, with what identifies a person masked.",
)
@option(
    "--unsafe-fixes",
    is_flag=True,
    section=HOW,
    help="With --fix or --diff also the fixes that a person has to read.",
)
@option("--no-store", is_flag=True, section=HOW, help="Write nothing to disk.")
@option(
    "--watch",
    is_flag=True,
    section=HOW,
    help="Check again whenever a draft, a rule, a register or the configuration changes, until Ctrl-C; the "
    "exit code is that of the last check.",
)
def check(paths: tuple[str, ...], **given: Any) -> int:
    """Check drafts before they are published.

    PATH is a draft, a folder, or “-” for what comes through a pipe; without one it is the current
    folder. The exit code is 0 if everything was read and nothing must be put right, 1 if something
    must, 2 if the call or the configuration is wrong, 3 if something could not be checked. With --fix
    it tells what remains; “--fix -” writes the text from the pipe to stdout, put right, and the
    report to stderr.
    """
    from socialint.cli.outputs import outputs
    from socialint.cli.policy import in_force
    from socialint.cli.record import refuse_unwritable

    wanted = () if given["opens"] and not given["formats"] else outputs(given["formats"])
    refuse_contradictions(paths, wanted, given)
    if given["record"]:
        refuse_unwritable(given["record"])
    if given["watch"]:
        from socialint.cli.watch import watch

        return watch(lambda: _watched(paths, wanted, given), paths or (".",), written_files(wanted, given))
    settings = _settings(choices(given), paths, given)
    policy = in_force(settings, cached=not given["no_cache"])
    if given["show_settings"]:
        return _show_settings(policy.linter)
    if given["show_files"]:
        return show_files(discovered(paths, settings, wanted, given))
    return _check(policy, paths, wanted, given)


def _watched(
    paths: Sequence[str], wanted: Sequence[Output], given: dict[str, Any]
) -> tuple[int, Sequence[Path]]:
    """The exit code of a check, and the files it was made of beside the drafts."""
    from socialint.cli.policy import in_force

    settings = _settings(choices(given), paths, given)
    policy = in_force(settings, cached=not given["no_cache"])
    code = _check(policy, paths, wanted, {**given, "allow_empty": True})
    files = [settings.config, settings.waivers, given["baseline"]]
    return code, [
        *filter(None, files),
        *settings.policies,
        *settings.registers.values(),
        *policy.results.lists,
    ]


def _check(policy: InForce, paths: Sequence[str], wanted: Sequence[Output], given: dict[str, Any]) -> int:
    """One check, delivered; its exit code."""
    from socialint.cli import baselining
    from socialint.cli.progress import progress
    from socialint.cli.record import append
    from socialint.cli.verdict import exit_code
    from socialint.pipeline import run

    settings = policy.settings
    held = baselining.baseline(given)
    discovery = discovered(paths, settings, wanted, given)
    with progress(len(discovery.sources), quiet=given["quiet"]) as tell:
        report = run(policy, discovery, tell, jobs=given["jobs"], baseline=held)
    if not (report.coverage.posts or report.unread or given["allow_empty"]):
        refuse_nothing(discovery, given)
    fixing = _fixing(policy, discovery, report, given) if given["fix"] or given["diff"] else None
    if fixing is not None and given["fix"] and fixing.rewritten:
        from socialint.cli.fixing import as_fixed

        discovery = as_fixed(fixing, discovery)
        report = run(policy, discovery, jobs=given["jobs"], baseline=held)
    if held is not None and given["write_baseline"]:
        report = baselining.write(held, report, given)
    look = _look(policy, given)
    if not given["quiet"]:
        _note_other_configurations(paths, settings, given)
        _summarise(report, wanted, look)
        _tell_seconds(report)
    code = exit_code(report, settings)
    if given["record"]:
        append(given["record"], report, settings, code)
    if fixing is None:
        _deliver(report, wanted, look, settings, given)
    else:
        _deliver_fixing(fixing, report, wanted, look, policy, discovery, given)
    return code


def _settings(chosen: Choices, paths: Sequence[str], given: dict[str, Any]) -> Settings:
    from socialint.settings import resolve
    from socialint.store import configuration

    confidence = given["min_confidence"]
    severity = given["min_severity"]
    chosen = replace(
        chosen,
        fail_on=given["fail_on"],
        min_severity=Severity[severity.upper()] if severity else None,
        min_confidence=Confidence[confidence.upper()] if confidence else None,
        show_phi=given["show_phi"],
        statistics=given["statistics"],
        store=not given["no_store"],
    )
    return resolve(chosen, places(paths), read=configuration if chosen.store else None)


def _fixing(policy: InForce, discovery: Discovery, report: Report, given: dict[str, Any]) -> Fixing:
    """The fixes of the report, written unless they are only to be shown."""
    from socialint.cli.fixing import fixing, told, write
    from socialint.cli.streams import say

    found = fixing(policy, discovery, report, unsafe=given["unsafe_fixes"])
    found = write(found) if given["fix"] else found
    if not given["quiet"]:
        say("\n".join(told(found, written=given["fix"])))
    return found


def _look(policy: InForce, given: dict[str, Any]) -> Look:
    from socialint.cli.streams import columns, in_color
    from socialint.reporters import Look

    settings = policy.settings
    return Look(
        language=settings.language,
        width=columns(),
        color=in_color(given["color"], sys.stdout),
        min_confidence=settings.min_confidence,
        fail_on=settings.fail_on,
        assumed_market="" if settings.markets else ", ".join(policy.markets),
        statistics=given["statistics"],
        quiet=given["quiet"],
        folder=_in_repository(settings.root),
        require=frozenset(settings.require),
    )


def _in_repository(root: Path) -> str:
    """The folder as its repository knows it; empty at its root, and where there is no repository."""
    for folder in (root, *root.parents):
        if (folder / ".git").exists():
            return "" if folder == root else root.relative_to(folder).as_posix()
    return ""


def _deliver(
    report: Report, wanted: Sequence[Output], look: Look, settings: Settings, given: dict[str, Any]
) -> None:
    from socialint.cli.outputs import deliver, with_page

    page = None
    if given["opens"]:
        wanted, page = with_page(wanted)
    deliver(report, wanted, look, settings.min_severity, None if given["no_store"] else _job_summary())
    if page is not None:
        from socialint.cli.browser import open_page

        open_page(page)


def _deliver_fixing(
    fixing: Fixing,
    report: Report,
    wanted: Sequence[Output],
    look: Look,
    policy: InForce,
    discovery: Discovery,
    given: dict[str, Any],
) -> None:
    """The report, and on stdout instead of it the diff, or the text that came through a pipe."""
    from socialint.cli.fixing import diffs
    from socialint.cli.streams import give, give_bytes, say
    from socialint.reporters import render

    piped = given["fix"] and any(place.data is not None for place in discovery.sources.places)
    if given["diff"] or piped:
        wanted = [one for one in wanted if one.file is not None]
    _deliver(report, wanted, look, policy.settings, given)
    if given["diff"]:
        give(diffs(policy, fixing, color=look.color))
    elif piped:
        say(render("text", report, replace(look, color=False)))
        give_bytes(discovery.sources[0].data)


def _job_summary() -> Path | None:
    """The file for the summary of a step of GitHub Actions, where this is one."""
    named = os.environ.get("GITHUB_STEP_SUMMARY")
    return Path(named) if named else None


def _note_other_configurations(paths: Sequence[str], settings: Settings, given: dict[str, Any]) -> None:
    from socialint.cli.streams import say
    from socialint.settings import other_configurations

    if given["no_config"] or given["config"]:
        return
    for other in other_configurations(places(paths), settings.config, cwd=Path.cwd()):
        say(f"{shown(other)} is not obeyed: a run has one configuration, {_in_use(settings)}")


def _in_use(settings: Settings) -> str:
    return f"this time {shown(settings.config)}" if settings.config else "this time none"


def _summarise(report: Report, wanted: Sequence[Output], look: Look) -> None:
    """A line for the person at the terminal, where no text for people goes to stdout."""
    if any(one.format == "text" and one.file is None for one in wanted):
        return
    from socialint.cli.streams import say
    from socialint.reporters.sentences import counts

    if look.assumed_market:
        say(f"No market configured: checked against {look.assumed_market} rules.")
    say(" ".join(counts(report, report.findings, look)))
    if report.unread:
        say(f"{len(report.unread)} could not be checked.")


def _tell_seconds(report: Report) -> None:
    """Which rules took longest. Not with the result, which is the same bytes in every run."""
    if report.seconds:
        from socialint.cli.seconds import longest
        from socialint.cli.streams import say

        say("\n".join(longest(report.seconds)))


def _show_settings(linter: Linter) -> int:
    from socialint.cli.facts import facts
    from socialint.cli.streams import give

    give(facts(linter))
    return 0
