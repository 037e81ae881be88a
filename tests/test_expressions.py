"""What was compiled in an earlier run finds what it would find compiled anew."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import regex

from socialint.expressions import Compiled, Written, lazily
from socialint.model.leaves import Pattern, Phrases
from socialint.pipeline import prepare
from socialint.settings import Choices, resolve

TEXT = """Our Botox party cures Straße and CAFÉ… Dr. Ames, 91, room 214-B: call 202 555 0143!
#MiracleCure @riverside 50% off, K\u212aelvin ſafe; 1️⃣ naïve “quotes” — no side-effects."""


def shipped() -> Iterator[Written]:
    """The first expression of some of the patterns and phrases of the shipped rules."""
    plan = prepare(resolve(Choices(store=False))).ruleset.plan
    leaves = [at for at, leaf in enumerate(plan.leaves) if isinstance(leaf, Pattern | Phrases)]
    for number in leaves[::20]:
        for probe in plan.probes(number)[:1]:
            yield probe.pattern.pattern, probe.pattern.flags


def found(pattern: regex.Pattern[str]) -> list[tuple[tuple[int, int], dict[str, str]]]:
    return [(one.span(), one.groupdict()) for one in pattern.finditer(TEXT)]


def test_what_is_taken_up_finds_the_same() -> None:
    before = Compiled()
    asked = [
        *shipped(),
        (r"(?<word>\p{Lu}\w+)(?i:\s+and)?", int(regex.V1)),
        (r"(?r)\d+", 0),
        (r"k+elvin", int(regex.I)),
    ]
    anew = [before.pattern(written) for written in asked]
    learned = before.learned()
    assert learned is not None
    again = Compiled()
    again.begin(learned)
    for one, written in zip(anew, asked, strict=True):
        taken_up = again.pattern(written)
        assert (found(taken_up), taken_up.flags) == (found(one), one.flags), written
    assert again.learned() is None


def test_what_was_used_last_stands_last() -> None:
    compiled = Compiled()
    compiled.begin({("a", 0): b"", ("b", 0): marshalled("b")})
    compiled.pattern(("b", 0))
    compiled.pattern(("c", 0))
    learned = compiled.learned()
    assert learned is not None
    assert [expression for expression, _ in learned] == ["a", "b", "c"]


def marshalled(expression: str) -> bytes:
    compiled = Compiled()
    compiled.pattern((expression, 0))
    learned = compiled.learned()
    assert learned is not None
    return learned[expression, 0]


def test_a_faulty_expression_is_told_when_it_is_first_used() -> None:
    waiting = lazily("(")
    with pytest.raises(regex.error):
        waiting.search("")
