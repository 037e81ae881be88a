"""Settings -> the ruleset of a run: policy read, standings weighed, registers read, plan made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from socialint import __version__, judge
from socialint.judge import Prepared
from socialint.model.leaves import Entity, Leaf
from socialint.model.markets import DEFAULT_MARKETS
from socialint.model.policy import Cue, Policy
from socialint.model.records import Registers
from socialint.policy import Standing, load, standing
from socialint.registers import read_registers
from socialint.ruleset import Ruleset
from socialint.scan import Plan
from socialint.settings import Settings
from socialint.shipped import shipped_rules


def load_policy(settings: Settings) -> Policy:
    """The shipped packs and the user's own. Raises `UserError` with all that is wrong."""
    shipped = shipped_rules()
    return load(
        [shipped] if settings.shipped else [],
        house=settings.policies,
        vocabulary=shipped / "vocabulary",
        version=__version__,
        language=settings.language,
        proven=True,  # by the tests, which load it as it is here
    )


def standings(policy: Policy, settings: Settings) -> Sequence[Standing]:
    """How every rule stands under the settings, in order of their ids. Raises `UserError`."""
    found = standing(
        policy,
        markets=settings.markets or DEFAULT_MARKETS,
        organisation=settings.organisation,
        select=settings.select,
        ignore=settings.ignore,
        today=settings.today,
    )
    return [
        replace(one, in_force=True, why=f"in force: you added its pack, {one.rule.pack}")
        if not one.in_force and one.rule.pack in settings.packs
        else one
        for one in found
    ]


def compiled(settings: Settings) -> Ruleset:
    """The ruleset for the settings. Raises `UserError` for whatever is wrong with them."""
    policy = load_policy(settings)
    return ruleset(policy, standings(policy, settings), read_registers(settings))


def ruleset(policy: Policy, weighed: Sequence[Standing], registers: Registers) -> Ruleset:
    """The ruleset of the rules that are in play among those weighed."""
    rules = [Prepared(one.rule) for one in weighed if one.in_force or one.dated]
    cues = list(judge.single(policy.cues))
    plan = Plan.of(_leaves(rules, policy, cues), registers)
    feasibility = judge.Feasibility(plan.leaves.number)
    return Ruleset(
        digest=policy.digest,
        packs=policy.packs,
        names=tuple(rule.id for rule in policy.rules),
        rules=tuple(one.rule for one in rules),
        needs=tuple(feasibility.needs_of(one.rule) for one in rules),
        languages=frozenset(language for rule in rules for language in rule.languages),
        persons=policy.persons,
        asks_for_persons=any(isinstance(leaf, Entity) for rule in rules for leaf in rule.leaves),
        statements=policy.statements,
        cues=judge.cue_table(cues, plan.leaves.number),
        lists=policy.lists,
        channels=policy.channels,
        registers=registers,
        plan=plan,
    )


def _leaves(rules: Sequence[Prepared], policy: Policy, cues: Sequence[Cue]) -> Iterator[Leaf]:
    for rule in rules:
        yield from (leaf for leaf in rule.leaves if not isinstance(leaf, Entity))
    for statement in policy.statements.values():
        yield from judge.leaves(statement)
    yield from (cue.leaf for cue in cues)
