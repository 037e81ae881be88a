"""Where names are looked up: the rule's own file, then its pack, then the shared vocabulary.

A sibling (`extends` under a new id) has its own file and pack asked first, wherever a name
stands. Everything else is looked up from the file in which it is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from socialint.policy.drafts import ConceptDraft, FileDraft, StatementDraft

Definition = TypeVar("Definition", ConceptDraft, StatementDraft)


@dataclass(frozen=True, slots=True, eq=False)
class Home:
    """A file and all files of its pack: where the names that it writes are at home."""

    file: FileDraft = field(repr=False)
    pack: Sequence[FileDraft] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Scope:
    """From where a name is looked up: siblings first, then where it is written."""

    siblings: tuple[Home, ...]
    written: tuple[Home, ...]

    @property
    def homes(self) -> tuple[Home, ...]:
        """All homes to ask, in order."""
        return (*self.siblings, *self.written)

    def seen_from(self, sibling: Home) -> Scope:
        """The same place as a sibling sees it."""
        return Scope((sibling, *self.siblings), self.written)

    def at(self, home: Home) -> Scope:
        """The scope of what is written in `home`, for the same siblings."""
        return Scope(self.siblings, (home,))


class AmbiguousNameError(Exception):
    """Two other files of the pack define the name."""

    def __init__(self, first: FileDraft, second: FileDraft) -> None:
        self.first = first
        self.second = second
        super().__init__(first.path, second.path)


class Homes:
    """The home of every file, and what can be seen from it."""

    def __init__(self, files: Iterable[FileDraft]) -> None:
        packs: dict[str, list[FileDraft]] = {}
        for file in files:
            packs.setdefault(file.pack, []).append(file)
        self.vocabulary: Sequence[FileDraft] = packs.get("", [])
        self._homes = {file.path: Home(file, pack) for pack in packs.values() for file in pack}

    def of(self, file: FileDraft) -> Home:
        """The home of a file."""
        return self._homes[file.path]

    def concept(self, name: str, scope: Scope) -> tuple[ConceptDraft, Home] | None:
        """What a concept's name means, and where that is written. Raises `AmbiguousNameError`."""
        return self._found(name, scope.homes, _concepts)

    def statement(self, name: str, scope: Scope) -> tuple[StatementDraft, Home] | None:
        """What a statement's name means, and where that is written. Raises `AmbiguousNameError`."""
        return self._found(name, scope.homes, _statements)

    def overridden(self, names: Iterable[str], siblings: Sequence[Home]) -> bool:
        """Whether a sibling has something of its own under one of the names."""
        files = {file.path: file for home in siblings for file in home.pack}
        return any(name in table(file) for name in names for file in files.values() for table in _TABLES)

    def known(self, scope: Scope, *, statements: bool) -> tuple[str, ...]:
        """Every name that can be seen: concepts, or statements."""
        found: dict[str, None] = {}
        files = [file for home in scope.homes for file in home.pack]
        for file in (*files, *self.vocabulary):
            found |= dict.fromkeys(file.statements if statements else file.concepts)
        return tuple(found)

    def _found(
        self,
        name: str,
        homes: Sequence[Home],
        table: Callable[[FileDraft], Mapping[str, Definition]],
    ) -> tuple[Definition, Home] | None:
        for home in homes:
            if name in table(home.file):
                return table(home.file)[name], home
            files = [file for file in home.pack if name in table(file)]
            if len(files) > 1 and home.file.pack:
                raise AmbiguousNameError(files[0], files[1])
            if files:
                return table(files[0])[name], self.of(files[0])
        for file in self.vocabulary:
            if name in table(file):
                return table(file)[name], self.of(file)
        return None


def _concepts(file: FileDraft) -> Mapping[str, ConceptDraft]:
    return file.concepts


def _statements(file: FileDraft) -> Mapping[str, StatementDraft]:
    return file.statements


_TABLES = (_concepts, _statements)
