"""Rule files into one policy: packs, concepts, statements and rules, read once and typed.

This is the only place that sees the raw YAML of a rule. `load` reads folders of rule files;
`standing` says which rules are in force for a run, and why the others are not; `rules_schema` is
the JSON Schema of a rule file.
"""

from socialint.policy.force import Standing, standing
from socialint.policy.loading import load
from socialint.policy.schema import rules_schema

__all__ = ["Standing", "load", "rules_schema", "standing"]
