"""A house policy whose rules know how to put things right, and what it makes of a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from socialint.compiler import ruleset
from socialint.fixes.rewriting import Rewriting, rewrite
from socialint.linter import Linter
from socialint.model.context import Organisation
from socialint.model.documents import Source
from socialint.model.records import Registers
from socialint.policy import Standing, load
from socialint.settings import Settings

_FRAME = """\
  - id: house-{name}
    title: {name}
    category: {category}
    severity: {severity}
    confidence: high
    severity-reason: a test
    citations: [{{law: House policy, checked: null}}]
    message: "{{match}}"
    why: because
    advice: advice
    examples: {{bad: [{{text: x, because: x}}], good: [{{text: y, because: y}}]}}
    match: {match}
"""
_RULES = (
    ("cures", "claims", "high", "{words: [cures, curing]}", "{replace: eases, safe: true}"),
    ("cures-all", "claims", "critical", '{phrases: ["cures all"]}', "{replace: eases a lot, safe: true}"),
    ("hurry", "platform", "low", "{words: [hurry, very]}", "{delete: true, safe: false}"),
    ("circle", "topics", "medium", "{words: [ping]}", "{replace: pong, safe: true}"),
    ("back", "topics", "medium", "{words: [pong]}", "{replace: ping, safe: true}"),
    ("stays", "topics", "low", "{words: [again]}", "{replace: once again, safe: true}"),
    ("tea", "disclaimers", "high", "{all: [{words: [tea]}, {missing: notice}], within: post}",
     "{append-statement: notice, safe: true}"),
    ("ad", "disclaimers", "high", "{all: [{words: [gifted]}, {not: {words: [ad], in: {first: 1}}}], within: post}",
     '{begin: "Ad | ", safe: false}'),
    ("drug", "claims", "medium", '{words: [newdrug], unless: [{words: ["not approved"], in: post}]}',
     '{insert: " (not approved)", safe: false}'),
    ("person", "phi", "critical", '{pattern: "MRN \\\\d+", phi: MRN}', '{replace: "[removed]", safe: false}'),
)  # fmt: skip
NOTICE = "Ask “us” first, <really> & truly."
_HEAD = f"""\
pack: house
statements: {{notice: {{texts: {{en: ['{NOTICE}']}}}}}}
rules:
"""


def policy_text() -> str:
    """The policy as YAML."""
    rules = (
        _FRAME.format(name=name, category=category, severity=severity, match=match) + f"    fix: {fix}\n"
        for name, category, severity, match, fix in _RULES
    )
    return _HEAD + "".join(rules)


@cache
def linter(*, private: bool = True) -> Linter:
    """The linter of the policy; without `private` no rule looks for persons."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "house.yaml"
        path.write_text(policy_text(), encoding="utf-8")
        policy = load([], house=[path], version="1.0")
    settings = Settings(root=Path("."), today=date(2026, 11, 21), organisation=Organisation("clinic"))
    standing = [Standing(one, private or one.category != "phi", "") for one in policy.rules]
    return Linter(settings, ruleset(policy, standing, Registers({})))


def fixed(
    name: str,
    data: bytes,
    *,
    unsafe: bool = False,
    private: bool = True,
    columns: dict[str, tuple[str, ...]] | None = None,
) -> Rewriting:
    """What the fixes make of a file."""
    own = linter(private=private)
    if columns:
        own = Linter(replace(own.settings, columns=columns), own.ruleset)
    return rewrite(own, Source(name, data), lambda one: one.fix is not None and (unsafe or one.fix.safe))


def text_of(name: str, text: str, *, unsafe: bool = False) -> str:
    """The text that the fixes make of a text."""
    return fixed(name, text.encode(), unsafe=unsafe).after.source.data.decode()
