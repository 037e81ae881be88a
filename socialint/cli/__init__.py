"""The command line: arguments in; a text and an exit code out. A file a command.

Only `click` is imported here. A command imports what it needs when it runs, so that `--help`
and a shell's completion do not pay for the engine.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from types import MappingProxyType

import click

from socialint import __version__
from socialint.errors import UserError

COMMANDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "check": ("socialint.cli.check:check", "Check drafts before they are published."),
        "init": ("socialint.cli.init:init", "Write a first configuration, registers, policy and draft."),
        "rules": ("socialint.cli.rules:rules", "List the rules, and why each is or is not in force."),
        "explain": ("socialint.cli.explain:explain", "Explain a rule, with its law and examples."),
        "test": ("socialint.cli.test:test", "Run the examples inside rules, yours and ours."),
        "eval": ("socialint.cli.eval:evaluate", "Measure the rules on posts that people labelled."),
        "report": ("socialint.cli.report:report", "Sum up runs over time, from the JSON they wrote."),
        "schema": ("socialint.cli.schema:schema", "Print the JSON Schema of a format."),
        "completion": ("socialint.cli.completion:completion", "Print the completion script for a shell."),
    }
)
"""Each command, where it lives, and what it does: known without importing it."""

WRONG_CALL = 2
BUG = 70
INTERRUPTED = 130

_COLLECTED_AFTER = 50_000, 20, 20
"""New objects, and collections of the younger generations, before garbage is looked for."""


class Commands(click.Group):
    """The commands of the table, imported when one is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, function = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), function)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was called; a slip in its name draws a suggestion."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            from socialint.schema.suggestions import suggest

            hint = suggest(args[0], COMMANDS)
            raise click.UsageError(f"No command is called “{args[0]}”; {hint}", ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands and what they do, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_, about) in COMMANDS.items()])


@click.command(
    cls=Commands,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", message="socialint %(version)s")
def socialint() -> None:
    """Checks outgoing healthcare posts against policy rules before they are published.

    Nothing leaves this computer. “socialint check” in a folder of drafts is the place to begin.
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line; the exit code says how it ended."""
    from socialint.cli.streams import fit_streams, say

    # A run makes a great deal, throws little away and makes next to no cycles: looking for them as
    # often as Python does takes a fifth of the time.
    gc.set_threshold(*_COLLECTED_AFTER)
    fit_streams()
    try:
        result = socialint.main(
            list(sys.argv[1:] if arguments is None else arguments), "socialint", standalone_mode=False
        )
    except click.exceptions.NoArgsIsHelpError as error:
        say(error.format_message())
        return WRONG_CALL
    except click.ClickException as error:
        error.show()
        return WRONG_CALL
    except UserError as error:
        for problem in error.problems:
            say(str(problem))
        return WRONG_CALL
    except KeyboardInterrupt:
        return _stopped()
    except click.Abort as error:
        # click says the same of ctrl-C and of a file that ended too soon; the second is a bug.
        return _failed(error.__cause__) if isinstance(error.__cause__, EOFError) else _stopped()
    except Exception as error:
        return _failed(error)
    return result if isinstance(result, int) else 0


def _stopped() -> int:
    from socialint.cli.streams import say

    say("stopped")
    return INTERRUPTED


def _failed(error: BaseException) -> int:
    from socialint.cli.bug import told
    from socialint.cli.streams import say

    say(told(error))
    return BUG
