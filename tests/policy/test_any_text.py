"""Whatever stands in a rule file, it is read or refused with problems; nothing else happens."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socialint.errors import UserError
from socialint.policy import load
from socialint.policy.documents import PACK_FILE
from socialint.policy.expressions import HEADS
from socialint.policy.patterns import pattern_problem
from socialint.policy.templates import TemplateError, readings
from tests.policy.house import FRAME

TEN = (Path(__file__).parent / "ten_rules.yaml").read_text(encoding="utf-8")
KEYS = [
    *HEADS,
    *("within", "in", "unless", "as", "except", "phi", "where", "nearest", "points", "at-least", "at-most"),
    *("signals", "over", "under", "is", "by", "for", "columns", "inflected", "case", "not", "words+", "de"),
]
WORDS = (
    "disease", "drug", "drug.risks", "crisis-line", "flu*", "(a|b) [c] {disease} … #", "[a]", "PERSON",
    "post", "sentence", "visible", "negated", "products", "consent", "money", "words", "known", "*",
    "(a+)+", "upper", "x.csv", "late", "", " ", "{", "\\",
)  # fmt: skip
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 20),
    st.sampled_from(WORDS),
)
TREES = st.recursive(
    VALUES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(KEYS), inner, max_size=4)
    ),
    max_leaves=12,
)
FEW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def tried(text: str, folder: Path) -> None:
    path = folder / "house.yaml"
    path.write_bytes(text.encode("utf-8", errors="surrogatepass"))
    try:
        load([], house=[path], version="1")
    except UserError as error:
        assert error.problems  # noqa: PT017  # the other half of the property is that nothing is raised


@FEW
@given(tree=TREES)
def test_any_match_is_read_or_refused(tree: object, tmp_path: Path) -> None:
    tried(FRAME + json.dumps(tree) + "\n", tmp_path)


@FEW
@given(
    tree=st.dictionaries(
        st.sampled_from([key.name for key in PACK_FILE.keys]),  # type: ignore[attr-defined]  # it is a record
        TREES,
        max_size=6,
    )
)
def test_any_file_is_read_or_refused(tree: object, tmp_path: Path) -> None:
    tried(json.dumps(tree), tmp_path)


@FEW
@given(
    at=st.integers(0, len(TEN)),
    gone=st.integers(0, 30),
    more=st.text("{}[]:,-#\"' \nab*&!|>%@\x00é", max_size=4),
)
def test_a_rule_file_with_a_slip_in_it_is_read_or_refused(
    at: int, gone: int, more: str, tmp_path: Path
) -> None:
    tried(TEN[:at] + more + TEN[at + gone :], tmp_path)


@FEW
@given(st.text("ab (|)[]{}#….\\", max_size=25))
def test_any_phrase_is_read_or_refused(template: str) -> None:
    try:
        found = readings(template)
    except TemplateError as error:
        assert error.what  # noqa: PT017  # the other half of the property is that nothing is raised
    else:
        assert all(found)


@FEW
@given(st.text("ab.(|)[]{}+*?\\dws^$,-:=!<>P12", max_size=20))
def test_any_pattern_is_judged(pattern: str) -> None:
    pattern_problem(pattern)
