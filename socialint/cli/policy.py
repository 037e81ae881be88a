"""Settings -> the policy in force, for every command that needs it."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.errors import Problem, UserError
from socialint.model.policy import Category
from socialint.pipeline import Linter, prepare
from socialint.schema import did_you_mean
from socialint.settings import Settings


def in_force(settings: Settings) -> Linter:
    """The linter for the settings. Raises `UserError`, also where another policy was required."""
    linter = prepare(settings)
    problems = (*_unknown_packs(linter), *_unknown_in_overrides(linter))
    if problems:
        raise UserError(problems)
    wanted = settings.require_policy
    if wanted and wanted != linter.policy.digest:
        what = f"the policy is {linter.policy.digest}, and {wanted} is required"
        hint = "a rule, a pack or a word list has changed: look at the change, then require the new one"
        raise UserError(Problem(what, hint=hint))
    return linter


def _unknown_packs(linter: Linter) -> Iterator[Problem]:
    known = [pack.id for pack in linter.policy.packs]
    for name in linter.settings.packs:
        if name not in known:
            hint = (
                did_you_mean(name, known)
                or f"there are {', '.join(known)}; a path ends in .yaml or has a slash"
            )
            yield linter.settings.problem("policies", f"no pack is called “{name}”", hint=hint)


def _unknown_in_overrides(linter: Linter) -> Iterator[Problem]:
    """An override that names nothing switches nothing off, and nobody would notice."""
    known = [*Category, *(rule.id for rule in linter.policy.rules)]
    for at, override in enumerate(linter.settings.overrides):
        for key, names in (("select", override.select), ("ignore", override.ignore)):
            for index, name in enumerate(names):
                if name not in known:
                    what = f"no rule or category is called “{name}”"
                    place = f"overrides.{at}.{key}.{index}"
                    yield linter.settings.problem(place, what, hint=did_you_mean(name, known))
