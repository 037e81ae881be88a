"""Folders of rule files into one policy, or all that is wrong with them."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from socialint.errors import Problem, UserError
from socialint.model.channels import Channel
from socialint.model.leaves import Cell, Row, Scalar
from socialint.model.policy import ENGLISH, Cue, Policy, Rule, Statement
from socialint.policy.amendments import amended
from socialint.policy.building import built
from socialint.policy.channels import CHANNELS_FILE, channels
from socialint.policy.checks import check
from socialint.policy.documents import PACK_FILE, VOCABULARY_FILE
from socialint.policy.drafts import FileDraft
from socialint.policy.guards import GUARD_FILE
from socialint.policy.inheritance import Family
from socialint.policy.notes import Notes
from socialint.policy.packs import packs_of
from socialint.policy.persons import PERSONS_FILE, CuesOfPersons, gathered
from socialint.policy.resolving import Resolver, statement_key
from socialint.policy.scopes import Homes
from socialint.policy.tables import Tables
from socialint.schema import Node, Reading, Refused, Shape, parse
from socialint.schema.files import decoded
from socialint.schema.yaml import NotYaml

VOCABULARY = "vocabulary"
GUARDS = "guards"
PERSONS = "persons"
CHANNELS = "channels.yaml"
_SUFFIXES = frozenset({".yaml", ".yml"})


@dataclasses.dataclass(frozen=True, slots=True)
class _Found:
    """A file, the folder it was found through, and what it is read as."""

    path: Path
    root: Path
    shape: Shape[Any]
    shipped: bool

    @property
    def shown(self) -> str:
        return _shown(self.path)


def load(
    paths: Sequence[Path],
    *,
    house: Sequence[Path] = (),
    vocabulary: Path | None = None,
    version: str,
    language: str = ENGLISH,
    proven: bool = False,
) -> Policy:
    """The policy in shipped folders and in a user's own. Raises `UserError` with all problems.

    What is shipped is checked as what is the user's, unless it is `proven`: then it is only read.
    Rules say what they say in `language` (ISO 639-1) where they can, else in English.
    `vocabulary` is the folder of concepts and statements that all packs share; left out, it is
    the folder `vocabulary` in each of `paths`. What is known of channels stands beside it.
    `version` is the version of packs that name none.
    """
    reading = Reading()
    found = _files(paths, house, vocabulary, reading)
    texts: dict[Path, str] = {}
    files: list[FileDraft] = []
    cues: list[Cue] = []
    persons: list[tuple[Path, CuesOfPersons]] = []
    platforms: dict[str, Channel] = {}
    whole = True
    for file in found:
        try:
            texts[file.path] = decoded(file.path, file.shown)
            node = parse(texts[file.path], file.shown, proven=proven and file.shipped)
            value = file.shape.read(node, reading)
        except UserError as error:
            reading.problems += error.problems
        except NotYaml as error:
            reading.problems.append(error.problem)
        except Refused:
            pass
        else:
            if file.shape is GUARD_FILE:
                cues += value
            elif file.shape is PERSONS_FILE:
                persons.append((file.path, value))
            elif file.shape is CHANNELS_FILE:
                platforms |= value
            else:
                files.append(_draft(value, file, node))
            continue
        whole = False
    if not whole:
        # Names of a file that cannot be read would all be missing: that would blame the wrong files.
        raise UserError(reading.sorted())
    return _policy(files, cues, persons, platforms, found, texts, version, language, reading)


def _policy(
    files: list[FileDraft],
    cues: list[Cue],
    persons: Sequence[tuple[Path, CuesOfPersons]],
    platforms: Mapping[str, Channel],
    found: Sequence[_Found],
    texts: Mapping[Path, str],
    version: str,
    language: str,
    reading: Reading,
) -> Policy:
    house = frozenset(file.shown for file in found if not file.shipped)
    packs = packs_of(files, house, version, reading)
    files = amended(files, reading)
    homes = Homes(files)
    tables = Tables()
    paths = {file.shown: file.path for file in found}
    notes = Notes({file.path: file for file in files}, reading)
    resolver = Resolver(homes, tables, paths, notes)
    statements = _statements(files, homes)
    rows = {file.path: _rows(file) for file in files}
    rules: list[Rule] = []
    for whole in Family(files, homes, reading).rules():
        before = len(notes)
        rule = built(whole, resolver, packs, rows, reading, language)
        if rule is None or whole.off:
            continue
        if len(notes) == before and not whole.proven and not resolver.broken(rule.match):
            check(rule, whole, statements, notes)
        rules.append(rule)
    for file in files:
        if not file.node.source.proven:
            resolver.concepts(file)
    names = gathered(persons, tables, _shown, reading)
    known = channels(platforms, files, reading)
    if reading.problems:
        raise UserError(reading.sorted())
    return Policy(
        rules=tuple(rules),
        packs=tuple(packs.values()),
        statements=MappingProxyType(statements),
        cues=tuple(cues),
        persons=names,
        channels=known,
        digest=_digest(found, texts, tables.contents),
        lists=tuple(tables.contents),
    )


def _files(
    paths: Sequence[Path], house: Sequence[Path], vocabulary: Path | None, reading: Reading
) -> list[_Found]:
    """Every file of the policy, once, vocabulary first."""
    shared = [vocabulary] if vocabulary else [path / VOCABULARY for path in paths]
    found: list[_Found] = []
    for root in shared:
        beside = root.parent / CHANNELS
        if beside.is_file():
            found.append(_Found(beside, root.parent, CHANNELS_FILE, True))
        if root.is_dir():
            special: Mapping[Path, Shape[Any]] = {root / GUARDS: GUARD_FILE, root / PERSONS: PERSONS_FILE}
            for path in _yaml_below(root):
                shape = next((special[one] for one in path.parents if one in special), VOCABULARY_FILE)
                found.append(_Found(path, root.parent, shape, True))
        elif vocabulary:
            reading.problems.append(Problem("there is no such folder", _shown(root), hint="check the path"))
    skipped = {root.resolve() for root in shared}
    read = {file.path.resolve() for file in found}
    for roots, shipped in ((paths, True), (house, False)):
        for root in roots:
            before = len(found)
            if root.is_dir():
                for path in _yaml_below(root):
                    inside = any(parent.resolve() in skipped for parent in path.parents) if shipped else False
                    if not inside and path.resolve() not in read:
                        found.append(_Found(path, root, PACK_FILE, shipped))
            elif root.is_file():
                found.append(_Found(root, root.parent, PACK_FILE, shipped))
            if len(found) == before:
                what = "no rule file in this folder" if root.is_dir() else "there is no such file or folder"
                reading.problems.append(Problem(what, _shown(root), hint="check the path"))
    if reading.problems:
        raise UserError(reading.sorted())
    return list({file.path.resolve(): file for file in reversed(found)}.values())[::-1]


def _yaml_below(root: Path) -> Iterator[Path]:
    for path in sorted(root.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
        if path.suffix in _SUFFIXES and not hidden and path.is_file():
            yield path


def _shown(path: Path) -> str:
    """The path as a person here would write it."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _draft(value: Mapping[str, Any], file: _Found, node: Node) -> FileDraft:
    return FileDraft(path=file.shown, node=node, **value)


def _statements(files: Sequence[FileDraft], homes: Homes) -> dict[str, Statement]:
    """Every statement of every file, under a key that no other has."""
    return {
        statement_key(name, homes.of(file)): dataclasses.replace(draft.statement, name=name)
        for file in files
        for name, draft in file.statements.items()
        if draft.statement
    }


def _rows(file: FileDraft) -> Mapping[str, Sequence[Row]]:
    return MappingProxyType(
        {
            register: tuple(
                Row(
                    register,
                    index,
                    MappingProxyType({key: _cell(value) for key, value in row.items() if value is not None}),
                )
                for index, row in enumerate(rows)
            )
            for register, rows in file.fixtures.items()
        }
    )


def _cell(value: Any) -> Cell:
    if isinstance(value, list):
        return tuple(_scalar(part) for part in value)
    if isinstance(value, dict):
        return MappingProxyType({key: _scalar(part) for key, part in value.items()})
    return _scalar(value)


def _scalar(value: Any) -> Scalar:
    return value if isinstance(value, (str, bool, int, float)) else str(value)


def _digest(found: Sequence[_Found], texts: Mapping[Path, str], lists: Mapping[Path, str]) -> str:
    """sha256 over the name and the bytes of every file; the order of arguments does not matter."""
    roots = {file.root for file in found}
    named = [(file.path.relative_to(file.root).as_posix(), texts[file.path]) for file in found]
    for path, text in lists.items():
        root = next((root for root in sorted(roots) if path.is_relative_to(root)), path.parent)
        named.append((path.relative_to(root).as_posix(), text))
    digest = hashlib.sha256()
    for name, text in sorted(named):
        data = text.encode()
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return f"sha256:{digest.hexdigest()}"
