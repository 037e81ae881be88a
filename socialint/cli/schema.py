"""`socialint schema`: the JSON Schema of what is written and of what is printed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any

import click

from socialint.cli.options import Command

SCHEMAS: Mapping[str, str] = MappingProxyType(
    {
        "rules": "socialint.policy:rules_schema",
        "config": "socialint.settings.configuration:config_schema",
        "waivers": "socialint.waivers:waivers_schema",
        "output": "socialint.reporters.schema:output_schema",
    }
)


@click.command(cls=Command)
@click.argument("name", type=click.Choice(tuple(SCHEMAS)), metavar="rules|config|waivers|output")
def schema(name: str) -> None:
    """Print the JSON Schema of a format: rule files, socialint.yaml, waivers.yaml, or what check prints as JSON.

    An editor that knows the schema completes keys and shows mistakes while you write.
    """
    from socialint.cli.streams import give

    module, _, function = SCHEMAS[name].partition(":")
    make: Callable[[], Mapping[str, Any]] = getattr(import_module(module), function)
    give(json.dumps(make(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
