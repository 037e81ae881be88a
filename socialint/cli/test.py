"""`socialint test`: the examples inside rules, which are their tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, Any

import click

from socialint.cli.options import Command, choices, policy_options

if TYPE_CHECKING:
    from socialint.trials import Trial

RIGHT = 0
WRONG = 1


@click.command(cls=Command)
@click.argument("packs", nargs=-1, metavar="[PACK]...")
@policy_options
def test(packs: tuple[str, ...], **given: Any) -> int:
    """Run the examples inside rules: every bad one must be found, every good one left alone.

    PACK is the id of a pack, or a file or folder of rules; without one, all are tried. Each bad
    example is tried in disguise too, in letters that a list of words would not see through.
    """
    from socialint.cli.streams import columns, give
    from socialint.reporters.safe import safe
    from socialint.settings import resolve
    from socialint.trials import try_examples

    trials = tuple(try_examples(resolve(choices(given)), packs))
    give("\n".join(map(safe, _lines(trials, min(columns(), 100)))) + "\n")
    return WRONG if any(not trial.passed for trial in trials) else RIGHT


def _lines(trials: Sequence[Trial], width: int) -> Iterator[str]:
    for trial in trials:
        if not trial.passed:
            yield from _failure(trial, width)
            yield ""
    silent = _never_fired(trials)
    if silent:
        yield "No bad example of these rules was found:"
        yield from (f"  {rule}" for rule in silent)
        yield ""
    yield from wrap(_summary(trials), width)


def _failure(trial: Trial, width: int) -> Iterator[str]:
    mark = trial.example.mark
    place = f"{mark.path}:{mark.line}: " if mark.line else ""
    yield from wrap(f"{place}{trial.rule.id}: {trial.kind} example", width)
    text = str(trial.example.record.get("text", ""))
    if text:
        yield from wrap(f"“{text}”", width, initial_indent="  ", subsequent_indent="  ")
    for line in trial.why.splitlines():
        yield from wrap(line, width, initial_indent="  ", subsequent_indent="    ")
    if trial.example.because:
        yield from wrap(
            f"it stands there because: {trial.example.because}",
            width,
            initial_indent="  ",
            subsequent_indent="    ",
        )


def _never_fired(trials: Sequence[Trial]) -> list[str]:
    rules = dict.fromkeys(trial.rule.id for trial in trials)
    fired = {trial.rule.id for trial in trials if trial.kind == "bad" and trial.passed}
    return [rule for rule in rules if rule not in fired]


def _summary(trials: Sequence[Trial]) -> str:
    parts = []
    for kind, name in (("bad", "bad"), ("good", "good"), ("disguised", "disguised")):
        own = [trial for trial in trials if trial.kind == kind]
        if own:
            parts.append(f"{sum(trial.passed for trial in own)} of {len(own)} {name}")
    rules = len({trial.rule.id for trial in trials})
    right = ", ".join(parts) or "none"
    return f"Examples that came out right: {right}; {rules} {'rule' if rules == 1 else 'rules'}."
