"""Text -> Markdown that shows it as it is: no markup, no link, nobody notified.

For CommonMark as GitHub and GitLab read it, where `@name` calls a person and `#1` links an issue.
"""

from __future__ import annotations

import re

from socialint.reporters.safe import safe

_MARKUP = re.compile(r"[\\`*_\[\]<>|~$&]|^\s*[-+=]|^\d+[.)]|:(?=//)|(?i:(?<=www)\.)")
_CALLS = re.compile(r"[@#]")


def plain(text: str) -> str:
    """The text on one line, every character of it shown and none obeyed."""
    escaped = _MARKUP.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", safe(text))
    # An escaped sign would still call a person; one with a blank of no width behind it does not.
    return _CALLS.sub(lambda found: f"\\{found[0]}&#8203;", escaped)
