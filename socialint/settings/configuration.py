"""One configuration file -> typed values, each with the place it is written at.

The shape below is the only description: it reads, it explains mistakes, it is the JSON Schema.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as AnyMapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from socialint.errors import UserError
from socialint.model.context import AUDIENCES, KINDS, Organisation
from socialint.model.documents import Part
from socialint.model.leaves import Scalar
from socialint.model.marks import Mark
from socialint.model.policy import Category, Severity
from socialint.model.records import REGISTERS
from socialint.schema import (
    Mapping,
    Node,
    Reading,
    Refused,
    Sequence,
    Shape,
    Wrong,
    anything,
    boolean,
    by_form,
    enum,
    json_schema,
    many,
    mapping_of,
    optional,
    parse,
    plain,
    record,
    required,
    text,
    transformed,
)
from socialint.schema.files import decoded
from socialint.schema.yaml import NotYaml
from socialint.settings.project import read_project
from socialint.settings.slips import slip_of
from socialint.settings.values import Configuration, Override

LEVELS = tuple(str(severity) for severity in sorted(Severity, reverse=True))
"""The severities by name, worst first."""

REQUIRABLE = ("text", "language", "image_text")
"""What `require:` can ask to have been read."""

METADATA = (
    "channel", "market", "audience", "post_type", "in_reply_to", "publish_at", "product",
    "campaign", "consent", "approval", "evidence", "author", "media", "thread", "position",
    "paid", "gifted", "affiliate", "language", "irb",
)  # fmt: skip
"""What a post can say of itself that rules understand."""


def read_configuration(file: Path, name: str) -> Configuration:
    """What the file says; `name` is the path that messages show. Raises `UserError`."""
    content = decoded(file, name)
    if file.suffix == ".toml":
        node = read_project(content, name)
    else:
        try:
            node = parse(content, name)
        except NotYaml as error:
            raise UserError(error.problem) from None
    if not isinstance(node, Mapping) and not _says_anything(node):
        return Configuration()
    reading = Reading()
    try:
        read = CONFIGURATION.read(node, reading)
    except Refused:
        raise UserError(reading.sorted()) from None
    return replace(read, marks=MappingProxyType(dict(_marks(node))))


def config_schema() -> dict[str, Any]:
    """The JSON Schema of `socialint.yaml`."""
    return json_schema(
        CONFIGURATION,
        title="socialint configuration",
        about="socialint.yaml, or [tool.socialint] in pyproject.toml",
    )


def _says_anything(node: Node) -> bool:
    return isinstance(node, Sequence) or bool(getattr(node, "text", ""))


def _marks(node: Node, prefix: str = "") -> AnyMapping[str, Mark]:
    marks: dict[str, Mark] = {}
    if isinstance(node, Mapping):
        for entry in node.entries:
            key = f"{prefix}{entry.key.text}"
            marks[key] = entry.key.mark
            marks |= _marks(entry.value, f"{key}.")
    elif isinstance(node, Sequence):
        for at, item in enumerate(node.items):
            marks[f"{prefix}{at}"] = item.mark
            marks |= _marks(item, f"{prefix}{at}.")
    return marks


# --- The shape ---------------------------------------------------------------------------------


def _facts(facts: AnyMapping[str, Any], _: Node) -> AnyMapping[str, Scalar]:
    for key, value in facts.items():
        if not isinstance(value, str | bool | int | float):
            raise Wrong("a fact is true, false, a number or a word", key=key)
    return MappingProxyType(dict(facts))


def _columns(columns: AnyMapping[str, tuple[str, ...]], _: Node) -> AnyMapping[str, tuple[str, ...]]:
    """A name of one's own is a fact for house rules; one that is nearly ours is a slip."""
    known = (*Part, *METADATA, "id")
    for key in columns:
        meant = "" if key in known else slip_of(key, known)
        if meant:
            raise Wrong(f"“{key}” is no part of a post", key=key, hint=f"did you mean “{meant}”?")
    return MappingProxyType(dict(columns))


def _owners(owners: AnyMapping[str, tuple[str, ...]], _: Node) -> AnyMapping[str, tuple[str, ...]]:
    """A slip in the name of a category would let anybody waive it."""
    for key in owners:
        meant = slip_of(key, Category)
        if meant and key not in set(Category):
            raise Wrong(f"“{key}” is no category", key=key, hint=f"did you mean “{meant}”?")
    return MappingProxyType(dict(owners))


def _frozen(value: AnyMapping[str, Any], _: Node) -> AnyMapping[str, Any]:
    return MappingProxyType(dict(value))


def _words(names: Iterable[str]) -> dict[str, str]:
    return {name: name for name in names}


def _glob(pattern: str, _: Node) -> str:
    from pathspec import GitIgnoreSpec
    from pathspec.patterns.gitignore import GitIgnorePatternError

    try:
        GitIgnoreSpec.from_lines([pattern])
    except GitIgnorePatternError:
        raise Wrong("this is no glob", hint="write it as in .gitignore: content/** or *.md") from None
    return pattern


_WORDS = many(text())
_GLOB = transformed(text("a glob, as in content/**"), _glob)
_ANYTHING = transformed(anything(), lambda node, _: plain(node))
_FACTS = transformed(mapping_of(_ANYTHING, what="facts and their values"), _facts)
_LISTS: Shape[AnyMapping[str, tuple[str, ...]]] = mapping_of(
    by_form(scalar=transformed(text(), lambda word, _: (word,)), sequence=_WORDS)
)

ORGANISATION = record(
    Organisation,
    optional("kind", enum(_words(KINDS), "a kind of organisation"), "what the organisation is"),
    optional("name", text(), "its name, as it appears in posts"),
    optional("handles", _WORDS, "its own accounts, as in @riversidehealth"),
    optional("facts", _FACTS, "what rules can ask about it, as in covered_entity: true"),
    about="who is speaking",
)

OVERRIDE = record(
    Override,
    required("paths", many(_GLOB, least=1), "globs, relative to the folder of this file"),
    optional("select", _WORDS, "only these rules or categories hold there"),
    optional("ignore", _WORDS, "these rules or categories do not hold there"),
    about="other rules for some paths",
)

CONFIGURATION = record(
    Configuration,
    optional("organisation", ORGANISATION, "who is speaking"),
    optional("markets", many(text("a market, as in US or US-TX")), "where the posts will be seen"),
    optional("audience", enum(_words(AUDIENCES), "an audience"), "who the posts are for"),
    optional("channel", text(), "where posts go that do not say so themselves"),
    optional(
        "language",
        text("a language as in de", pattern="^[a-z]{2}$"),
        "the language of reports for people, and of rules that speak it",
    ),
    optional("policies", _WORDS, "files, folders or packs of rules to add to those of the markets"),
    optional("shipped", boolean(), "false leaves out the packs that socialint ships"),
    optional("select", _WORDS, "only these rules or categories hold"),
    optional("ignore", _WORDS, "these rules or categories do not hold"),
    optional("fail_on", enum(_words((*LEVELS, "never")), "a level"), "what fails a run"),
    optional(
        "registers",
        transformed(
            mapping_of(
                text("a path"), key=enum(_words(REGISTERS), "a register"), what="registers and their paths"
            ),
            _frozen,
        ),
        "files with the facts that a text cannot tell; ${NAME} is an environment variable",
    ),
    optional("include", many(_GLOB), "globs of what is a draft"),
    optional("exclude", many(_GLOB), "globs of what is none"),
    optional(
        "columns",
        transformed(_LISTS, _columns),
        "what the columns of a spreadsheet or the keys of a record are called, by part of a post",
    ),
    optional("overrides", many(OVERRIDE), "other rules for some paths"),
    optional(
        "trust_metadata",
        many(enum(_words(METADATA), "a key that a post can have")),
        "what a post may say of itself to be judged less strictly; left out, everything",
    ),
    optional(
        "require",
        many(enum(_words(REQUIRABLE), "something that can be required")),
        "what must have been read for a run to pass",
    ),
    optional(
        "entities",
        transformed(
            mapping_of(text("the name of a model"), key=enum(_words(("model",)), "a setting")), _frozen
        ),
        "the model that finds names, places and dates",
    ),
    optional("owners", transformed(_LISTS, _owners), "who alone may waive, by category or rule"),
    about="what socialint is told about an organisation and its posts",
)
