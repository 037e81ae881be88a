"""`socialint report`: runs over time, from the JSON that `check` wrote."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import click

from socialint.cli.options import Command

if TYPE_CHECKING:
    from socialint.cli.outputs import Output
    from socialint.history.summary import Summary

FORMATS: Mapping[str, str] = MappingProxyType(
    {"markdown": "socialint.history.markdown:render", "html": "socialint.history.page:render"}
)


@click.command(cls=Command)
@click.argument("files", nargs=-1, required=True, metavar="RUN.json...", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "-f",
    "formats",
    multiple=True,
    metavar="NAME[=FILE]",
    help="markdown or html; again for the other, at most one without a file. [default: markdown]",
)
@click.option(
    "--open", "opens", is_flag=True, help="Open the summary as a page in the browser, instead of text here."
)
def report(files: tuple[Path, ...], formats: tuple[str, ...], opens: bool) -> None:
    """Sum up runs over time: findings by month, rule, category and draft, and what was waived by whom.

    RUN.json is a file that “socialint check -f json=RUN.json” wrote. A finding counts once however many
    runs saw it; it is open if the last run that read its draft has it.
    """
    from socialint.cli.outputs import outputs, with_page, write
    from socialint.cli.streams import give, say
    from socialint.history.runs import read_runs
    from socialint.history.summary import Summary

    wanted: Sequence[Output] = () if opens and not formats else outputs(formats, FORMATS, "markdown")
    found = read_runs(files)
    for file in found.repeated:
        say(f"{file} is a run that was given twice: it counts once")
    summary = Summary(found.runs)
    opened = None
    if opens:
        wanted, opened = with_page(wanted)
    texts = [(one, _rendered(one.format, summary)) for one in wanted]
    for one, text in texts:
        if one.file is not None:
            write(one.file, text)
    for one, text in texts:
        if one.file is None:
            give(text, encoding="utf-8", format_name=one.format)
    if opened is not None:
        from socialint.cli.browser import open_page

        open_page(opened)


def _rendered(name: str, summary: Summary) -> str:
    module, _, function = FORMATS[name].partition(":")
    render: Callable[[Summary], str] = getattr(import_module(module), function)
    return render(summary)
