"""Settings -> the policy in force, for every command that needs it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from socialint.model.policy import Category, Pack

if TYPE_CHECKING:
    from socialint.errors import Problem
    from socialint.model.policy import Policy
    from socialint.pipeline import InForce
    from socialint.policy import Standing
    from socialint.settings import Settings


def in_force(settings: Settings, *, cached: bool = False) -> InForce:
    """The policy for the settings. Raises `UserError`, also where another policy was required.

    What came of earlier runs counts only if it may be `cached`.
    """
    from socialint.pipeline import InForce

    policy = InForce(settings, cached=cached)
    _refuse(settings, policy.outline.digest, policy.outline.packs, policy.outline.names)
    return policy


def weighed(settings: Settings) -> tuple[Policy, Sequence[Standing]]:
    """The policy and how each rule of it stands. Raises `UserError` as `in_force` does."""
    from socialint.compiler import load_policy, standings
    from socialint.registers import read_registers

    policy = load_policy(settings)
    stand = standings(policy, settings)
    read_registers(settings)
    _refuse(settings, policy.digest, policy.packs, [rule.id for rule in policy.rules])
    return policy, stand


def _refuse(settings: Settings, digest: str, packs: Sequence[Pack], rules: Sequence[str]) -> None:
    from socialint.errors import Problem, UserError

    problems = (*_unknown_packs(settings, packs), *_unknown_in_overrides(settings, rules))
    if problems:
        raise UserError(problems)
    wanted = settings.require_policy
    if wanted and wanted != digest:
        what = f"the policy is {digest}, and {wanted} is required"
        hint = "a rule, a pack or a word list has changed: look at the change, then require the new one"
        raise UserError(Problem(what, hint=hint))


def _unknown_packs(settings: Settings, packs: Sequence[Pack]) -> Iterator[Problem]:
    known = [pack.id for pack in packs]
    for name in settings.packs:
        if name not in known:
            from socialint.schema.suggestions import did_you_mean

            hint = (
                did_you_mean(name, known)
                or f"there are {', '.join(known)}; a path ends in .yaml or has a slash"
            )
            yield settings.problem("policies", f"no pack is called “{name}”", hint=hint)


def _unknown_in_overrides(settings: Settings, rules: Sequence[str]) -> Iterator[Problem]:
    """An override that names nothing switches nothing off, and nobody would notice."""
    known = {*Category, *rules}
    for at, override in enumerate(settings.overrides):
        for key, names in (("select", override.select), ("ignore", override.ignore)):
            for index, name in enumerate(names):
                if name not in known:
                    from socialint.schema.suggestions import did_you_mean

                    what = f"no rule or category is called “{name}”"
                    place = f"overrides.{at}.{key}.{index}"
                    yield settings.problem(place, what, hint=did_you_mean(name, [*Category, *rules]))
