"""Which rules are in force for a run, and why each is or is not, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from socialint.errors import Problem, UserError
from socialint.model.context import SELLERS, Organisation
from socialint.model.leaves import Scalar
from socialint.model.markets import INTERNATIONAL, UNION, fits, holds, market
from socialint.model.policy import Category, Condition, Pack, Policy, Rule
from socialint.policy.kinds import many, one
from socialint.schema.suggestions import suggest


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a rule is in force, and why.

    `dated` rules are out of force on the day of the run alone because of their dates: a post
    that is published on another day may still be judged by them.
    """

    rule: Rule
    in_force: bool
    why: str
    dated: bool = False


def standing(
    policy: Policy,
    *,
    markets: Sequence[str],
    organisation: Organisation,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    today: date,
) -> Sequence[Standing]:
    """How every rule of the policy stands, in order of their ids.

    Raises `UserError` when a market has no pack, when no rule is in force, or when `select` or
    `ignore` name nothing.
    """
    problems = [*_without_pack(policy, markets), *_unknown(policy, select, "--select")]
    problems += _unknown(policy, ignore, "--ignore")
    if problems:
        raise UserError(problems)
    found = [_standing(rule, markets, organisation, select, ignore, today) for rule in policy.rules]
    if not any(one.in_force or one.dated for one in found):
        raise UserError(
            Problem(
                "no rule is in force",
                hint="`socialint rules` says why each is not: look at markets, organisation and --select",
            )
        )
    return found


def _without_pack(policy: Policy, markets: Sequence[str]) -> list[Problem]:
    """Problems for markets that no pack covers, its own or one of what contains it."""
    known = sorted({pack.jurisdiction for pack in policy.packs} - {INTERNATIONAL})
    return [
        Problem(f"no pack covers the market {name}", hint=suggest(name, known, most=30))
        for name in markets
        if not any(_covers(pack, name) for pack in policy.packs)
    ]


def _covers(pack: Pack, in_market: str) -> bool:
    """What holds everywhere covers no market, unless it is the house's own."""
    everywhere = pack.jurisdiction == INTERNATIONAL and market(in_market) != INTERNATIONAL
    return holds(pack.jurisdiction, in_market) and not (everywhere and pack.shipped)


def _unknown(policy: Policy, names: Iterable[str], option: str) -> list[Problem]:
    known = [*Category, *(rule.id for rule in policy.rules)]
    return [
        Problem(f"{option} {name}: no rule or category is called so", hint=suggest(name, known, most=0))
        for name in names
        if name not in known
    ]


def _standing(
    rule: Rule,
    markets: Sequence[str],
    organisation: Organisation,
    select: Sequence[str],
    ignore: Sequence[str],
    today: date,
) -> Standing:
    here = next((name for name in markets if holds(rule.jurisdiction, name)), "")
    if not here:
        return Standing(rule, False, f"not in force: {rule.jurisdiction} is no market of this run")
    elsewhere, because = _in_some(rule.applies.market, markets)
    unfit = elsewhere or _unfit(rule, organisation)
    if unfit:
        return Standing(rule, False, f"not in force: {unfit}")
    named = next((name for name in ignore if name in (rule.id, rule.category)), "")
    if named:
        return Standing(rule, False, f"switched off by --ignore {named}")
    if select and not any(name in (rule.id, rule.category) for name in select):
        return Standing(rule, False, f"not among --select {', '.join(select)}")
    if rule.since and today < rule.since:
        return Standing(rule, False, f"off: not in force until {rule.since}", dated=True)
    if rule.until and today > rule.until:
        return Standing(rule, False, f"off: not in force since {rule.until}", dated=True)
    return Standing(rule, True, because or f"in force: {_because(rule.jurisdiction, here)}")


def _in_some(condition: Condition | None, markets: Sequence[str]) -> tuple[str, str]:
    """Why a rule for some markets is in force in none of the run; or why it is, where that is special."""
    if condition is None or any(fits(condition, [name]) for name in markets):
        return "", ""
    named = sorted(condition.values)
    if condition.negate:
        return f"for all markets but {' and '.join(named)}", ""
    within = [value for value in named if any(holds(name, value) for name in markets)]
    if within:
        return "", f"in force for posts whose market is {' or '.join(within)}"
    return f"for {' and '.join(named)} alone", ""


def _because(jurisdiction: str, here: str) -> str:
    if market(jurisdiction) == market(here):
        return f"{here} is a market of this run"
    if jurisdiction == INTERNATIONAL:
        return "it holds in every market"
    where = "the EU" if jurisdiction == UNION else jurisdiction
    return f"{here}, a market of this run, is in {where}"


def _unfit(rule: Rule, organisation: Organisation) -> str:
    """Why the rule does not hold for the organisation; "" when it does.

    An organisation of unknown kind could be any that sells; its facts are not asked.
    """
    condition = rule.applies.organisation
    if condition is not None:
        kinds = [organisation.kind] if organisation.kind else SELLERS
        if not any(_fits(condition, kind) for kind in kinds):
            whose = "for all but" if condition.negate else "for"
            you = f"you are {one(organisation.kind)}" if organisation.kind else "you named no kind"
            return f"{whose} {many(condition.values)}; {you}"
    if organisation.kind:
        for name, wanted in rule.applies.facts.items():
            if name not in organisation.facts:
                return f"your profile does not say {name}"
            if not _same(organisation.facts[name], wanted):
                return f"for {name}: {_written(wanted)}; yours is {_written(organisation.facts[name])}"
    return ""


def _fits(condition: Condition, value: str) -> bool:
    return (value in condition.values) is not condition.negate


def _same(found: Scalar, wanted: Scalar) -> bool:
    return _written(found).casefold() == _written(wanted).casefold()


def _written(value: Scalar) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, float) else str(value)
