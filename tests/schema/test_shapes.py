"""A shape reads a node into a value, tells all mistakes at once, and knows its JSON Schema."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # it ships no types
import pytest

from socialint.errors import UserError
from socialint.schema import (
    Wrong,
    boolean,
    by_key,
    checked,
    date,
    enum,
    integer,
    json_schema,
    many,
    mapping_of,
    named,
    names_of,
    nullable,
    number,
    one_or_many,
    optional,
    parse,
    plain,
    read_data,
    read_text,
    record,
    required,
    text,
)


@dataclass(frozen=True, slots=True)
class Claim:
    id: str
    text: str
    channels: tuple[str, ...] = ()
    expires: datetime.date | None = None
    level: int = 1
    cleared: bool = True


def no_shouting(value: str) -> None:
    if value.isupper():
        raise Wrong("this shouts", hint="write it small")


CLAIM = record(
    Claim,
    required("id", text("an id", pattern="^[A-Z]-[0-9]+$"), "how a post names it"),
    required("text", checked(text(), no_shouting), "the wording"),
    optional("channels", one_or_many(enum(names_of(["facebook", "instagram"]), "a channel"))),
    optional("expires", nullable(date()), "its last day"),
    optional("level", integer(least=1, most=3)),
    optional("cleared", boolean()),
)
CLAIMS = mapping_of(many(CLAIM))


def problems(written: str, shape: Any = CLAIMS) -> list[str]:
    with pytest.raises(UserError) as caught:
        read_text(written, shape, name="f.yaml")
    return [
        f"{found.line}:{found.column} {found.what}" + (f" ({found.hint})" if found.hint else "")
        for found in caught.value.problems
    ]


def test_a_record_becomes_a_value() -> None:
    written = "claims: [{id: C-1, text: no, channels: facebook, expires: 2026-12-31, level: 2}]"
    assert read_text(written, CLAIMS) == {
        "claims": (Claim("C-1", "no", ("facebook",), datetime.date(2026, 12, 31), 2),)
    }


def test_all_mistakes_are_told_at_once() -> None:
    written = """\
claims:
  - {id: 7, text: GUARANTEED, channel: facebook}
  - {text: fine, expires: 2026-02-30, level: "2", cleared: yes}
  - id: C-2
    text: [a, b]
    channels: [facebok, fax]
    expires: soon
    level: 9
"""
    assert problems(written) == [
        "2:10 expected an id, found “7”",
        "2:19 this shouts (write it small)",
        "2:31 unknown key “channel” (did you mean “channels”?)",
        "3:5 “id” is missing",
        "3:27 “2026-02-30” is no day of the calendar",
        "3:46 expected a whole number from 1 to 3, found “2” (take the quotes away)",
        "3:60 expected true or false, found “yes” (write true or false)",
        "5:11 expected text, found a list",
        "6:16 “facebok” is not a channel (did you mean “facebook”?)",
        "6:25 “fax” is not a channel (known: facebook, instagram)",
        "7:14 expected a date as in 2026-11-21, found “soon”",
        "8:12 expected a whole number from 1 to 3, found “9”",
    ]


def test_a_comma_in_unquoted_text_is_explained() -> None:
    assert problems("claims: [{id: C-1, text: In crisis, call 988.}]") == [
        "1:37 unknown key “call 988.”: a comma ends unquoted text inside braces (put the text in quotes)"
    ]


def test_null_is_not_text() -> None:
    assert problems("[null, ~, '']", many(text())) == [
        "1:2 expected text, found nothing (put “null” in quotes if you mean the word)",
        "1:8 expected text, found nothing (put “~” in quotes if you mean the word)",
        "1:11 expected text, found only space",
    ]


def test_one_of_several_records_is_told_by_its_key() -> None:
    shape = by_key(
        {
            "words": record(lambda words: ("words", words), required("words", many(text()))),
            "number": record(lambda number: ("number", number), required("number", number())),
        },
        "a leaf",
    )
    assert read_text("{number: 3}", shape) == ("number", 3.0)
    assert problems("{numbers: 3}", shape) == [
        "1:1 this is not a leaf: no key says which (did you mean “number”?)"
    ]
    assert problems("{words: [a], number: 3}", shape) == [
        "1:14 “words” and “number” cannot stand side by side (keep one)"
    ]


def test_nothing_of_a_private_file_is_quoted() -> None:
    with pytest.raises(UserError) as caught:
        read_text("claims: [{id: Denise, text: x, channels: [Alder]}]", CLAIMS, private=True)
    said = str(caught.value)
    assert "Denise" not in said
    assert "Alder" not in said


def test_values_from_elsewhere_are_read_the_same_way() -> None:
    assert read_data({"c": [{"id": "C-1", "text": "x", "level": 3}]}, CLAIMS) == {
        "c": (Claim("C-1", "x", level=3),)
    }


TREE: Any = named("tree", lambda: record(dict, optional("leaf", text()), optional("parts", many(TREE))))

ACCEPTED = [
    (CLAIMS, "claims: [{id: C-1, text: no, channels: facebook, expires: 2026-12-31, level: 2}]"),
    (CLAIMS, "{a: [], b: [{id: C-2, text: 988, channels: [facebook, instagram], expires: null}]}"),
    (TREE, "{leaf: true, parts: [{leaf: 1.10, parts: []}]}"),
]
REFUSED = [
    (CLAIMS, "[]"),
    (CLAIMS, "claims: [{id: C-1}]"),
    (CLAIMS, "claims: [{id: c, text: x}]"),
    (CLAIMS, "claims: [{id: C-1, text: x, level: 4}]"),
    (CLAIMS, "claims: [{id: C-1, text: null}]"),
    (CLAIMS, "claims: [{id: C-1, text: ' '}]"),
    (CLAIMS, "claims: [{id: C-1, text: x, more: 1}]"),
    (CLAIMS, "claims: [{id: C-1, text: x, channels: fax}]"),
    (TREE, "{parts: [{parts: 1}]}"),
]


def accepts(shape: Any, written: str) -> tuple[bool, bool]:
    """Whether the reader takes it, and whether its JSON Schema does."""
    schema = json_schema(shape, title="test")
    jsonschema.Draft202012Validator.check_schema(schema)
    valid = jsonschema.Draft202012Validator(schema).is_valid(plain(parse(written)))
    try:
        read_text(written, shape)
    except UserError:
        return False, valid
    return True, valid


@pytest.mark.parametrize(("shape", "written"), ACCEPTED)
def test_the_json_schema_takes_what_the_reader_takes(shape: Any, written: str) -> None:
    assert accepts(shape, written) == (True, True)


@pytest.mark.parametrize(("shape", "written"), REFUSED)
def test_the_json_schema_refuses_what_the_reader_refuses(shape: Any, written: str) -> None:
    assert accepts(shape, written) == (False, False)
