"""A page in a file -> the browser of whoever called."""

from __future__ import annotations

import webbrowser
from pathlib import Path

from socialint.cli.streams import say


def open_page(file: Path) -> None:
    """Shows the page, and says where it is, which is all that can be done without a browser."""
    say(f"The report is {file}")
    try:
        opened = webbrowser.open(file.resolve().as_uri())
    except (webbrowser.Error, OSError):
        opened = False
    if not opened:
        say("No browser could be opened: open the file in one.")
