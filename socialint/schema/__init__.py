"""YAML files into typed values, with every mistake at its line; and the JSON Schema of the same.

One description of a shape serves both. It is made of small pieces:

    from socialint.schema import date, many, nullable, one_or_many, optional
    from socialint.schema import read_file, record, required, text

    @dataclass(frozen=True, slots=True)
    class Claim:
        id: str
        text: str
        channels: tuple[str, ...] = ()
        expires: date | None = None

    CLAIM = record(
        Claim,
        required("id", text(), "how a post names the claim"),
        required("text", text(), "the wording that was cleared"),
        optional("channels", one_or_many(text()), "where it may run; anywhere when left out"),
        optional("expires", nullable(date()), "its last day"),
    )
    REGISTER = record(Claims, required("claims", many(CLAIM), "cleared wording"))

    claims = read_file(Path("claims.yaml"), REGISTER)      # raises UserError: all problems at once
    schema = json_schema(REGISTER, title="Claims register")

A record calls its first argument with the keys that were written, `-` turned into `_`, as keyword
arguments; what was left out keeps the default of that callable. With `mark=True` it passes
`mark: Mark` too. A builder that finds something wrong raises `Wrong(what, key=…, hint=…)`.

`yaml` reads the text, `shape` says what a shape is, `values` and `containers` are the shapes there
are, `suggestions` knows what somebody may have meant.
"""

from socialint.schema.containers import (
    Key,
    Record,
    by_form,
    by_key,
    checked,
    many,
    mapping_of,
    named,
    nullable,
    one_or_many,
    optional,
    plain_value,
    record,
    required,
    transformed,
)
from socialint.schema.files import read_data, read_file, read_text
from socialint.schema.json_schema import json_schema
from socialint.schema.shape import Definitions, Reading, Refused, Shape, Wrong
from socialint.schema.suggestions import did_you_mean
from socialint.schema.values import anything, boolean, date, enum, integer, names_of, number, text
from socialint.schema.yaml import Mapping, Node, Scalar, Sequence, from_data, parse, plain

__all__ = [
    "Definitions",
    "Key",
    "Mapping",
    "Node",
    "Reading",
    "Record",
    "Refused",
    "Scalar",
    "Sequence",
    "Shape",
    "Wrong",
    "anything",
    "boolean",
    "by_form",
    "by_key",
    "checked",
    "date",
    "did_you_mean",
    "enum",
    "from_data",
    "integer",
    "json_schema",
    "many",
    "mapping_of",
    "named",
    "names_of",
    "nullable",
    "number",
    "one_or_many",
    "optional",
    "parse",
    "plain",
    "plain_value",
    "read_data",
    "read_file",
    "read_text",
    "record",
    "required",
    "text",
    "transformed",
]
