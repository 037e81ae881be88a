"""What a user can put right. Each error says what is wrong, where, and the next step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: what is wrong, in which file, where, and what to do about it.

    `line` and `column` count from 1; 0 says that there is no such place. `excerpt` is the line
    of the file, for configuration and rules only, never for a draft or a register.
    """

    what: str
    path: str = ""
    line: int = 0
    column: int = 0
    excerpt: str = ""
    hint: str = ""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        head = f"{place}: {self.what}" if place else self.what
        lines = [head]
        if self.excerpt:
            caret = "".join("\t" if mark == "\t" else " " for mark in self.excerpt[: self.column - 1])
            lines += [f"    {self.excerpt}", f"    {caret}^"]
        if self.hint:
            lines.append(f"  {self.hint}")
        return "\n".join(lines)


class UserError(Exception):
    """Something the user can put right; nothing was checked. Ends the run with exit code 2."""

    def __init__(self, problems: Sequence[Problem] | Problem) -> None:
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class UnreadableDocument(Exception):  # noqa: N818 - it names what cannot be read, not a fault
    """A source that is not what its name says, or is damaged. It is listed as unread.

    Neither `reason` nor `hint` quotes the document.
    """

    def __init__(self, reason: str, *, hint: str = "") -> None:
        self.reason = reason
        self.hint = hint
        super().__init__(reason)
