"""A formula of what is needed rules out what could not be found, and nothing else."""

from __future__ import annotations

import marshal
from collections.abc import Mapping, Sequence
from itertools import combinations

import pytest

from socialint.model.leaves import Cell, Row
from socialint.model.needs import MEDIUM, NEVER, Needs, either, every, known, met, points, rows

A, B, C = frozenset({1}), frozenset({2}), frozenset({3})


def enough(needs: Needs, *facts: str) -> list[str]:
    """The leaves that are enough, fewest first, for a post of which only the facts are known."""
    found = [set(some) for count in range(4) for some in combinations((1, 2, 3), count)]
    return [
        "".join("abc"[one - 1] for one in sorted(some))
        for some in found
        if met(needs, some.intersection, facts.__contains__)
    ]


@pytest.mark.parametrize(
    ("needs", "leaves"),
    [
        (every([]), "- a b c ab ac bc abc"),
        (every([A, None, A]), "a ab ac abc"),
        (every([A, either([B, C])]), "ab ac abc"),
        (either([every([A, B]), C]), "c ab ac bc abc"),
        (either([A, None]), "- a b c ab ac bc abc"),
        (either([]), ""),
        (every([A, NEVER]), ""),
        (either([A, NEVER]), "a ab ac abc"),
        (points(3, [(2, A), (1, B), (0.5, C)]), "ab abc"),
        (points(3, [(2, None), (1, B), (1, C)]), "b c ab ac bc abc"),
        (points(3, [(1, A), (1, B)]), ""),
        (points(0.3, [(0.1, A), (0.1, B), (0.1, C)]), "abc"),
        (points(2, [(2, None), (1, A)]), "- a b c ab ac bc abc"),
    ],
)  # fmt: skip
def test_what_is_enough(needs: Needs, leaves: str) -> None:
    assert [one or "-" for one in enough(needs)] == leaves.split()


def test_a_fact_counts_where_it_is_known() -> None:
    needs = either([A, every([known("product"), known(MEDIUM)])])
    assert enough(needs) == ["a", "ab", "ac", "abc"]
    assert enough(needs, "product") == enough(needs)
    assert len(enough(needs, "product", MEDIUM)) == 8


def test_a_formula_can_be_kept() -> None:
    needs = every([A, either([B, points(3, [(2, C), (1, known("paid"))])])])
    assert marshal.loads(marshal.dumps(needs)) == needs


CELLS: Sequence[Mapping[str, Cell]] = (
    {"cue": "cures", "idea": "effect", "points": 3},
    {"cue": "tea", "idea": "product", "points": 2},
)
TABLE = [Row("cues", at, cells) for at, cells in enumerate(CELLS)]


@pytest.mark.parametrize(
    ("needs", "found", "expected"),
    [
        (rows(1, [("idea", ("effect",))], "", 9), TABLE, True),
        (rows(1, [("idea", ("effect",))], "", 9), TABLE[1:], False),
        (rows(1, [("idea", ("Effect", "praise"))], "", 9), TABLE, True),
        (points(4, [(9, rows(1, [], "points", 9))]), TABLE, True),
        (points(4, [(9, rows(1, [], "points", 9))]), TABLE[:1], False),
        (points(4, [(3, rows(1, [], "points", 3)), (1, A)]), TABLE, True),
        (points(5, [(3, rows(1, [], "points", 3)), (1, A)]), TABLE, False),
        (points(5, [(9, rows(1, [("idea", ("product",))], "points", 9)), (1, A)]), TABLE, False),
        (points(5, [(9, rows(1, [("idea", ("product",))], "points", 9)), (1, A)]), None, True),
    ],
)  # fmt: skip
def test_a_table_is_worth_what_its_rows_say(
    needs: Needs, found: Sequence[Row] | None, expected: bool
) -> None:
    assert met(needs, {1}.intersection, bool, lambda leaf: found) is expected
    assert not met(needs, {2}.intersection, bool, lambda leaf: found)


def test_a_cell_that_is_no_plain_word_rules_nothing_out() -> None:
    needs = rows(1, [("class", ("rx",))], "", 9)
    cells: list[dict[str, Cell]] = [{"class": "Rx!"}, {"class": 4}, {"class": ("otc", "rx")}, {}]
    for row in (Row("drugs", 0, one) for one in cells):
        assert met(needs, {1}.intersection, bool, lambda leaf, row=row: [row])  # type: ignore[misc]
