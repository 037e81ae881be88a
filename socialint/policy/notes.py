"""Problems of a rule whose parts know only their marks: the lines are looked up again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from socialint.errors import Problem
from socialint.model.marks import Mark
from socialint.policy.drafts import FileDraft
from socialint.schema import Reading


class Notes:
    """Adds problems at marks to a reading, with the line of the file."""

    def __init__(self, files: Mapping[str, FileDraft], reading: Reading) -> None:
        self._files = files
        self._reading = reading

    def __len__(self) -> int:
        return len(self._reading.problems)

    def add(self, mark: Mark, what: str, hint: str = "", *, find: str = "") -> None:
        """A problem at a mark, or where `find` stands from there on in its line."""
        file = self._files.get(mark.path)
        if file is None:
            self._reading.problems.append(Problem(what, mark.path, mark.line, mark.column, hint=hint))
            return
        column = mark.column
        if find:
            at = file.node.source.line(mark.line).find(find, mark.column - 1)
            column = at + 1 if at >= 0 else column
        self._reading.problems.append(file.node.source.problem(what, mark.line, column, hint))

    def extend(self, problems: Iterable[Problem]) -> None:
        """Problems that were found elsewhere."""
        self._reading.problems += problems
