"""The types of the output -> their JSON Schema (2020-12)."""

from __future__ import annotations

from typing import Any


def output_schema() -> dict[str, Any]:
    """The JSON Schema of what `--format json` prints."""
    # A fifth of a second to import, and only this needs it.
    from pydantic import TypeAdapter

    from socialint.reporters.output import RunOut

    body = TypeAdapter(RunOut).json_schema(mode="serialization")
    for shape in (body, *body["$defs"].values()):
        shape["additionalProperties"] = False
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **body,
        "title": "What socialint check --format json prints",
    }
