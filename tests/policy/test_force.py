"""Which rules are in force for a run, and why, in plain words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from socialint.errors import UserError
from socialint.model.context import KINDS, Organisation
from socialint.model.markets import covered_in_part, holds
from socialint.model.policy import Policy
from socialint.policy import Standing, load, standing
from socialint.policy.kinds import one
from tests.policy.house import rule_text

DAY = date(2026, 11, 21)
RULE = rule_text("{words: flu}").partition("rules:\n")[2]


def policy(folder: Path, *rules: str, jurisdiction: str = "US", house: bool = False) -> Policy:
    folder.mkdir(exist_ok=True)
    head = f"pack: p\ntitle: P\njurisdiction: {jurisdiction}\nreviewed: 2026-11-21\nrules:\n"
    (folder / "p.yaml").write_text(head + "".join(rules or (RULE,)), encoding="utf-8")
    return load([], house=[folder], version="1") if house else load([folder], version="1")


def stand(
    found: Policy,
    *,
    markets: tuple[str, ...] = ("US",),
    kind: str = "clinic",
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    facts: dict[str, str | bool] | None = None,
) -> list[Standing]:
    organisation = Organisation(kind, facts=facts or {})
    return list(
        standing(found, markets=markets, organisation=organisation, select=select, ignore=ignore, today=DAY)
    )


def other(name: str) -> str:
    return RULE.replace("a-rule", name)


@pytest.mark.parametrize(
    ("jurisdiction", "market", "expected"),
    [
        ("US", "US", True),
        ("US", "US-TX", True),
        ("US-TX", "US", False),
        ("US-TX", "US-CA", False),
        ("EU", "DE", True),
        ("EU", "DE-BY", True),
        ("EU", "UK", False),
        ("EU", "EU", True),
        ("DE", "EU", False),
        ("INT", "JP", True),
        ("UK", "GB", True),
        ("GB", "UK-SCT", True),
        ("US", "USA", False),
    ],
)
def test_a_jurisdiction_holds_in_what_it_contains(jurisdiction: str, market: str, expected: bool) -> None:
    assert holds(jurisdiction, market) is expected


@pytest.mark.parametrize(
    ("jurisdiction", "market", "why"),
    [
        ("US", "US", "in force: US is a market of this run"),
        ("US", "US-TX", "in force: US-TX, a market of this run, is in US"),
        ("EU", "DE", "in force: DE, a market of this run, is in the EU"),
        ("UK", "GB", "in force: GB is a market of this run"),
    ],
)
def test_a_market_brings_rules_into_force(jurisdiction: str, market: str, why: str, tmp_path: Path) -> None:
    (found,) = stand(policy(tmp_path, jurisdiction=jurisdiction), markets=(market,))
    assert (found.in_force, found.why) == (True, why)


def test_rules_of_other_markets_are_not_in_force(tmp_path: Path) -> None:
    shipped = policy(tmp_path / "p")
    (tmp_path / "h.yaml").write_text(
        "pack: h\njurisdiction: UK\nrules:\n" + other("uk-rule"), encoding="utf-8"
    )
    both = load([tmp_path / "p"], house=[tmp_path / "h.yaml"], version="1")
    assert len(shipped.rules) == 1
    assert [found.why for found in stand(both)] == [
        "in force: US is a market of this run",
        "not in force: UK is no market of this run",
    ]


@pytest.mark.parametrize(
    ("applies", "markets", "why"),
    [
        ("[US-TX]", ("US-TX",), "in force: US-TX, a market of this run, is in US"),
        ("[US-TX, US-CA]", ("US",), "in force for posts whose market is US-CA or US-TX"),
        ("[US-TX, US-CA]", ("US-CA",), "in force: US-CA, a market of this run, is in US"),
        ("[US-TX]", ("US-CA",), "not in force: for US-TX alone"),
        ("{not: [US-TX]}", ("US",), "in force: US is a market of this run"),
        ("{not: [US-TX]}", ("US-TX",), "not in force: for all markets but US-TX"),
    ],
)
def test_a_rule_is_for_some_markets_of_its_jurisdiction(
    applies: str, markets: tuple[str, ...], why: str, tmp_path: Path
) -> None:
    found = policy(tmp_path, RULE, other("b-rule") + f"  applies: {{market: {applies}}}\n")
    _, one = stand(found, markets=markets)
    assert (one.why, one.in_force) == (why, not why.startswith("not"))


def test_a_rule_is_for_some_kinds_of_organisation(tmp_path: Path) -> None:
    found = policy(tmp_path, RULE, other("b-rule") + "  applies: {organisation: [hospital, clinic]}\n")
    assert [one.why for one in stand(found, kind="charity")] == [
        "in force: US is a market of this run",
        "not in force: for clinics and hospitals; you are a charity",
    ]
    assert all(one.in_force for one in stand(found, kind="clinic"))


def test_a_rule_may_be_for_all_but_some(tmp_path: Path) -> None:
    found = policy(tmp_path, RULE, other("b-rule") + "  applies: {organisation: {not: [publisher]}}\n")
    assert (
        stand(found, kind="publisher")[1].why == "not in force: for all but publishers; you are a publisher"
    )


@pytest.mark.parametrize(
    ("applies", "expected"), [("pharmacy", True), ("{not: publisher}", True), ("publisher", False)]
)
def test_an_unknown_organisation_could_be_any_that_sells(
    applies: str, expected: bool, tmp_path: Path
) -> None:
    found = policy(tmp_path, RULE, other("b-rule") + f"  applies: {{organisation: {applies}}}\n")
    assert stand(found, kind="")[1].in_force is expected


def test_facts_of_the_profile_are_asked(tmp_path: Path) -> None:
    found = policy(tmp_path, RULE, other("b-rule") + "  applies: {facts: {covered_entity: true}}\n")
    assert stand(found, facts={"covered_entity": True})[1].in_force
    assert stand(found)[1].why == "not in force: your profile does not say covered_entity"
    assert (
        stand(found, facts={"covered_entity": False})[1].why
        == "not in force: for covered_entity: true; yours is false"
    )
    assert stand(found, kind="")[1].in_force


def test_dates_bring_rules_into_force(tmp_path: Path) -> None:
    later = other("b-rule") + "  effective: {from: 2027-05-11, until: null}\n"
    gone = other("c-rule") + "  effective: {until: 2026-01-31}\n"
    found = stand(policy(tmp_path, RULE, later, gone))
    assert [(one.in_force, one.why, one.dated) for one in found[1:]] == [
        (False, "off: not in force until 2027-05-11", True),
        (False, "off: not in force since 2026-01-31", True),
    ]


def test_the_call_switches_rules(tmp_path: Path) -> None:
    found = policy(tmp_path, RULE, other("b-rule").replace("category: claims", "category: safety"))
    assert [one.why for one in stand(found, ignore=("claims",))] == [
        "switched off by --ignore claims",
        "in force: US is a market of this run",
    ]
    assert [one.in_force for one in stand(found, select=("b-rule",))] == [False, True]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            {"ignore": ("clams",)},
            "--ignore clams: no rule or category is called so\n  did you mean “claims”?",
        ),
        (
            {"select": ("a-ruel",)},
            "--select a-ruel: no rule or category is called so\n  did you mean “a-rule”?",
        ),
        ({"markets": ("US", "FR")}, "no pack covers the market FR"),
        ({"ignore": ("a-rule",)}, "no rule is in force"),
    ],
)
def test_a_run_without_rules_is_refused(
    options: dict[str, tuple[str, ...]], said: str, tmp_path: Path
) -> None:
    with pytest.raises(UserError) as caught:
        stand(policy(tmp_path), **options)  # type: ignore[arg-type]  # the table names the options
    assert str(caught.value).startswith(said)


def test_what_holds_everywhere_covers_no_market(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no pack covers the market US"):
        stand(policy(tmp_path, jurisdiction="INT"))


def test_the_rules_of_the_house_are_enough(tmp_path: Path) -> None:
    (found,) = stand(policy(tmp_path, jurisdiction="INT", house=True))
    assert found.why == "in force: it holds in every market"


def test_a_market_without_a_pack_of_its_own_is_covered_in_part() -> None:
    assert covered_in_part(["US"], ("US", "US-TX", "us-ca")) == ("US-TX", "US-CA")


def test_every_kind_has_a_name() -> None:
    assert not [kind for kind in KINDS if one(kind).startswith("“")]
