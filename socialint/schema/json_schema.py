"""The JSON Schema (2020-12) of a shape, for editors and for other tools."""

from __future__ import annotations

from typing import Any

from socialint.schema.shape import Definitions, Shape


def json_schema(shape: Shape[Any], *, title: str, about: str = "") -> dict[str, Any]:
    """A whole JSON Schema document; shapes with a name stand under `$defs`."""
    definitions: Definitions = {}
    body = shape.schema(definitions)
    document: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
    if about:
        document["description"] = about
    document |= body
    if definitions:
        document["$defs"] = dict(sorted(definitions.items()))
    return document
