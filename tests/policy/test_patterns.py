"""Patterns: which can be used, and which would stop a run."""

from __future__ import annotations

import re
import time

import pytest

from socialint.policy.ambiguity import danger
from socialint.policy.patterns import pattern_problem
from socialint.policy.regular import tree_of


@pytest.mark.parametrize(
    "pattern",
    [
        r"\b(?!000|666|9\d\d)\d{3}[- ](?!00)\d{2}[- ](?!0000)\d{4}\b",
        r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}",
        r"\p{L}+(?:[- ]\p{L}+)*",
        r"\b\d{1,5} (?:[nsew]\.? )?(?:[a-z]+ ){1,3}(?:st|street)\b",
        r"(?:\d[-. ]{0,3}){8}\d",
        r"(?:(?!</b>).)*x",
        r"(?:ab|ac)+d",
        r"(a|ab)*c",
        r"[“”]a|[]x]",
        r"(?i:foo)|(?P<name>bar)|(?#note)baz",
        r"(?>\w+)x",
        r"a{2",
        "x\n$",
        r"[\U0001d400-\U0001d7ff]{2,}",
        r"(\w)\1",
    ],
)
def test_a_sound_pattern_is_taken(pattern: str) -> None:
    assert pattern_problem(pattern) is None


@pytest.mark.parametrize(
    "pattern",
    [
        r"(a+)+b",
        r"(?:a*)*b",
        r"(?:\w+\s?)+x",
        r"(a|a)*b",
        r"(?:ab|a|b)+c",
        r"(?:a?b?)*c",
        r"(?:x+x+)+y",
        r"(?:\d{1,3},?)+x",
        r"(?:\s|\n)*x",
        r"\p{L}+(?:[- ]?\p{L}+)*!",
        r"(?:[a-z]+ ?){1,8}!",
        r"a(?=(b+)+c)",
        r"(?>(a+)+b)",
    ],
)
def test_a_pattern_that_may_never_end_is_refused(pattern: str) -> None:
    problem = pattern_problem(pattern)
    assert problem
    assert problem.what.startswith("this pattern can take exponential time")


@pytest.mark.parametrize("pattern", [r"(?:a|a)*b", r"(?:ab|a|b)+c", r"(?:x+x+)+y"])
def test_each_round_of_the_text_that_is_shown_takes_longer_than_the_round_before(pattern: str) -> None:
    found = danger(tree_of(pattern))
    assert found

    def taken(rounds: int) -> float:
        # The engine of the standard library goes through all the ways; `regex` knows some short cuts.
        start = time.process_time()
        assert re.fullmatch(pattern, found.text(rounds)) is None
        return time.process_time() - start

    assert taken(9) > 5 * taken(6)


@pytest.mark.parametrize("pattern", ["x*", r"\b", "(?=a)", "a?b?", "(a|)", "^$", "(?:^|$)"])
def test_a_pattern_that_finds_the_empty_text_is_refused(pattern: str) -> None:
    problem = pattern_problem(pattern)
    assert problem
    assert problem.what == "this pattern finds the empty text, so it is found everywhere"


@pytest.mark.parametrize("pattern", ["a$b", "a^b", r"\Z.", r"x\Ay"])
def test_a_pattern_that_never_finds_anything_is_refused(pattern: str) -> None:
    problem = pattern_problem(pattern)
    assert problem
    assert problem.what == "this pattern never finds anything"


@pytest.mark.parametrize(
    ("pattern", "safer"),
    [("(a+)+b", "a safer form of (a+)+ is a+"), ("x(?:[ab]*)*y", "a safer form of (?:[ab]*)* is [ab]*")],
)
def test_a_safer_form_is_shown(pattern: str, safer: str) -> None:
    problem = pattern_problem(pattern)
    assert problem
    assert problem.hint.startswith(safer)
