"""The JSON Schema of a rule file, for editors; made from the shapes that read it."""

from __future__ import annotations

from typing import Any

from socialint.policy.documents import PACK_FILE
from socialint.schema import json_schema


def rules_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a file of a pack."""
    return json_schema(
        PACK_FILE, title="socialint rule file", about="A file of a pack: concepts, statements and rules."
    )
