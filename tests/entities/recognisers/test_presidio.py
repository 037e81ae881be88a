"""The schemes as Presidio's recognisers: the same numbers, and scores that a label raises."""

from __future__ import annotations

import pytest
from presidio_analyzer.nlp_engine import NlpArtifacts

from socialint.entities.recognisers import SCHEMES
from socialint.entities.recognisers.presidio import PLAIN, SchemeRecognizer, recognisers

from .numbers import RIGHT, WRONG, found

NOTHING: NlpArtifacts = None  # type: ignore[assignment]  # a pattern recogniser never looks at them


def analysed(kind: str, text: str) -> list[tuple[str, float]]:
    [recogniser] = recognisers([kind])
    return [
        (text[one.start : one.end], one.score) for one in recogniser.analyze(text, [kind], NOTHING)
    ]  # fmt: skip


@pytest.mark.parametrize("kind", RIGHT)
def test_presidio_finds_what_the_leaf_finds(kind: str) -> None:
    for number in (*RIGHT[kind], *WRONG.get(kind, ())):
        text = f"We saw {number}, and went on."
        right = [words for words, evidence in found(kind, text) if evidence != "shape"]
        assert [words for words, _ in analysed(kind, text)] == right, number


def test_only_a_form_that_tells_is_sure() -> None:
    assert analysed("GB_NHS", "Hers is 999 876 5439.") == [("999 876 5439", 1.0)]
    assert analysed("GB_NHS", "Hers is 9998765439.") == [("9998765439", PLAIN)]


def test_labels_are_context_for_presidio() -> None:
    assert {"burgerservicenummer", "bsn", "sofinummer"} <= set(
        SchemeRecognizer(SCHEMES["NL_BSN"], ["sofinummer"]).context
    )
