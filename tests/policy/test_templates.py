"""Phrases: what each sign of the template language stands for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint.model.leaves import Choice, Gap, Item, Literal, Numeral
from socialint.policy.templates import Named, Reading, readings


def run(*words: str) -> tuple[Item, ...]:
    return tuple(Literal(word) for word in words)


A, B = run("a"), run("b")


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("suicid*", [run("suicid*")]),
        ("  in   his own words ", [run("in his own words")]),
        ("(a|b) c", [(Choice((A, B)), Literal("c"))]),
        ("(a b|c) d", [(Choice((run("a b"), run("c"))), Literal("d"))]),
        ("c [a]", [(Literal("c"), Choice((A, ())))]),
        ("c [a|b]", [(Literal("c"), Choice((A, B, ())))]),
        ("a (b|c [d])", [(Literal("a"), Choice((B, (Literal("c"), Choice((run("d"), ()))))))]),
        ("a … b", [(Literal("a"), Gap(6), Literal("b"))]),
        ("a ... b", [(Literal("a"), Gap(6), Literal("b"))]),
        ("only # left", [(Literal("only"), Numeral(), Literal("left"))]),
        ("Dr. (a|b)", [(Literal("Dr."), Choice((A, B)))]),
        ("ask about {drug}", [(Literal("ask about"), Named("drug"))]),
        ("{drug} (a|b)", [(Named("drug"), Choice((A, B)))]),
        ("({drug}|a) b", [(Named("drug"), Literal("b")), run("a", "b")]),
        ("[{drug}] b", [(Named("drug"), Literal("b")), (Literal("b"),)]),
        ("{drug} [a] {drug}", [(Named("drug"), Named("drug")), (Named("drug"), Literal("a"), Named("drug"))]),
        ("{drug} … b", [(Named("drug"), Gap(6), Literal("b"))]),
    ],
)
def test_a_template_is_read(template: str, expected: list[Reading]) -> None:
    assert sorted(readings(template), key=repr) == sorted(expected, key=repr)


@given(
    st.lists(
        st.sampled_from(["ask", "your", "#", "(doctor|gp)", "[today]", "([a] b|c)", "(x|(y|z))"]), min_size=1
    ).filter(lambda words: any(word != "[today]" for word in words))
)
def test_templates_without_concepts_have_one_reading(words: list[str]) -> None:
    assert len(readings(" ".join(words))) == 1
