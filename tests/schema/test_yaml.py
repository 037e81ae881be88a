"""YAML text becomes nodes that know their place; what is no YAML becomes a problem with a place."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socialint.schema.yaml import Mapping, NotYaml, Scalar, Sequence, from_data, parse, plain


def scalars(text: str) -> list[str]:
    node = parse(text)
    assert isinstance(node, Sequence)
    return [item.text for item in node.items if isinstance(item, Scalar)]


def test_every_scalar_stays_the_text_it_is() -> None:
    written = ["no", "off", "on", "yes", "988", "1.10", "2026-01-01", "116 123", "0x1F", "true"]
    assert scalars(f"[{', '.join(written)}]") == written


def test_plain_values_keep_dates_as_text_and_numbers_as_numbers() -> None:
    node = parse("{paid: true, age: 40, share: 0.5, day: 2026-01-01, id: '7', none: null, who: no}")
    assert plain(node) == {
        "paid": True,
        "age": 40,
        "share": 0.5,
        "day": "2026-01-01",
        "id": "7",
        "none": None,
        "who": "no",
    }


def test_nodes_know_line_and_column_in_characters() -> None:
    node = parse("a: 1\n😀é: [x, 'yé',   z]\n")
    assert isinstance(node, Mapping)
    listed = node.get("😀é")
    assert isinstance(listed, Sequence)
    assert [(item.line, item.column) for item in listed.items] == [(2, 6), (2, 9), (2, 17)]


def test_an_alias_stands_for_what_it_names() -> None:
    assert plain(parse("a: &x [1, 2]\nb: *x")) == {"a": [1, 2], "b": [1, 2]}


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("a: 1\nb: 2\na: 3", (3, 1), "the key “a” stands here a second time"),
        ("a: !!python/object:os.system x", (1, 4), "a tag, “!!python/object:os.system”"),
        ("a: !secret x", (1, 4), "a tag, “!secret”"),
        ("a: &x [*x]", (1, 8), "“*x” stands inside what it names"),
        ("a: [*mab]", (1, 5), "nothing is called “&mab”"),
        ("a: 1\n---\nb: 2", (2, 1), "a second document in one file"),
        ("a: b: c", (1, 5), "a colon where none can stand"),
        ("a: [1, 2", (1, 4), "a bracket that is not closed"),
        ("a: {b: 1", (1, 4), "braces that are not closed"),
        ('a: "x\nb: 2\n', (1, 4), "the file ends inside quotes"),
        ("a:\n\tb: 1", (2, 1), "a tab"),
        ("a: @b", (1, 4), "a tab, or text that begins with one of @ ` %"),
        ("a: 'x' y", (1, 8), "something stands here after the end of a value"),
        ("a: {b} is c", (1, 8), "something stands here after the end of a value"),
        ("a: b\n c: d", (2, 3), "a colon where none can stand"),
        ("a:\n  b: c\n d: e", (3, 2), "this line does not fit the lines above"),
        (" a: b\nc: d", (2, 1), "this line does not fit the lines above"),
        ("a: [#ad]\nb: c\nd: e", (1, 4), "a bracket that is not closed, or a comma is missing"),
        ("a: x\x07y", (1, 5), "a character that no text file should have (U+0007)"),
        ("a: \ud800", (1, 4), "a character that no text file should have (U+D800)"),
        ("? [a]\n: b", (1, 3), "a key must be a word"),
        ("[" * 100 + "]" * 100, (1, 61), "nested too deep"),
    ],
)
def test_what_is_not_yaml_is_told_with_its_place(text: str, place: tuple[int, int], said: str) -> None:
    with pytest.raises(NotYaml) as caught:
        parse(text, "file.yaml")
    problem = caught.value.problem
    assert problem.what.startswith(said)
    assert (problem.line, problem.column) == place


def test_a_repeated_key_names_both_places() -> None:
    with pytest.raises(NotYaml) as caught:
        parse("a: 1\nb: 2\na: 3", "rules.yaml")
    assert caught.value.problem.hint == "the first is at rules.yaml:1:1; keep one"


def test_aliases_cannot_blow_up() -> None:
    text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    text += "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10))
    with pytest.raises(NotYaml, match="too much in one file"):
        parse(text)


def test_a_private_file_is_never_quoted() -> None:
    with pytest.raises(NotYaml) as caught:
        parse("person: Denise: Alder", "consents.yaml", private=True)
    assert caught.value.problem.excerpt == ""


def test_toml_values_become_nodes_too() -> None:
    value = {"markets": ["US"], "jobs": 2, "strict": True, "share": 0.5}
    assert plain(from_data(value)) == value


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the C parser, and with the one that is there where it is not."""
    monkeypatch.setattr("socialint.schema.yaml._LOADER", getattr(yaml, request.param))


@pytest.mark.usefixtures("loader")
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.sampled_from(" \n\t-:?[]{},&*!|>'\"%@`#ab1\r\x00é"), max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    problem = None
    try:
        plain(parse(text))
    except NotYaml as error:
        problem = error.problem
    assert problem is None or (problem.what and problem.line >= 1)


@pytest.mark.usefixtures("loader")
def test_both_parsers_give_the_same_nodes() -> None:
    text = "a: &x [no, 'yes', 1.10]\nb: {c: *x, é: \"d\"}\nt: >\n  folded\n  text\n"
    assert plain(parse(text)) == {
        "a": ["no", "yes", 1.1],
        "b": {"c": ["no", "yes", 1.1], "é": "d"},
        "t": "folded text\n",
    }


@pytest.mark.parametrize("opener", ["[", "- ", "{a: ", "? ", "[{a: "])
def test_bottomless_nesting_is_refused(opener: str) -> None:
    with pytest.raises(NotYaml):
        parse(opener * 50_000)
