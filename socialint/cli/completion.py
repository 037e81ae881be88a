"""`socialint completion`: the script that lets a shell complete commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from socialint.cli.options import Command

SHELLS = ("bash", "zsh", "fish")


@click.command(cls=Command)
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Print the completion script for a shell.

    For bash: socialint completion bash >> ~/.bashrc
    """
    from socialint.cli import socialint
    from socialint.cli.streams import give

    found = get_completion_class(shell)
    assert found is not None
    give(found(socialint, {}, "socialint", "_SOCIALINT_COMPLETE").source() + "\n")
