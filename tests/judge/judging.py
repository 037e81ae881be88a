"""One rule of a test, judged over a post: its match as YAML, the post as a record."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from socialint.compiler import ruleset
from socialint.linter import Linter, Outcome
from socialint.model.context import Organisation
from socialint.model.documents import Source
from socialint.model.findings import Finding
from socialint.model.leaves import Row
from socialint.model.policy import Policy
from socialint.model.records import Registers
from socialint.policy import Standing, load
from socialint.readers import read
from socialint.settings import Settings
from socialint.shipped import shipped_rules

_PACK = """\
pack: test
concepts:
  cure: {words: [cure, cures, cured, heals]}
  weighed: {score: {at-least: 4, signals: [{use: cure, points: 2, as: verb}]}}
  disease: {words: [cancer, arthritis, diabetes, migraine]}
  offer: {any: [{number: money}, {words: [order, buy]}]}
  hotline: {words: [988]}
statements:
  notice: {texts: {en: [This statement has not been evaluated by the Food and Drug Administration.]}}
  law:
    texts:
      en:
        - {text: Always read the label of this product with care., from: 2025-01-01}
        - {text: Read the label of this product., until: 2024-12-31}
  both: {parts: {en: [Ask your doctor first., Not for children.]}}
  loose: {near: 0.85, texts: {en: [Individual results may vary from person to person.]}}
rules:
  # With it in force somebody looks for persons, and whole stretches may be quoted.
  - id: privacy
    title: A word nobody writes
    category: phi
    severity: low
    confidence: high
    citations: [{law: House policy, checked: null}]
    match: {words: [zzyzxq]}
    message: "{match}"
    why: because
    advice: advice
    examples: {bad: [{text: zzyzxq, because: x}], good: [{text: x, because: x}]}
  - id: a-rule
    title: A rule
    category: claims
    severity: critical
    confidence: high
    citations: [{law: House policy, checked: null}]
    message: "MESSAGE"
    why: because
    advice: advice
    examples: {bad: [{text: x, because: x}], good: [{text: x, because: x}]}
"""

PRODUCTS = (
    Row("products", 0, {"name": "ZENTRAVA", "class": "rx", "boxed_warning": True, "risks": ("infections",)}),
    Row(
        "products", 1, {"name": "LUMIGRA", "class": "rx", "boxed_warning": False, "risks": ("liver injury",)}
    ),
    Row("products", 2, {"name": "VeinBeam", "class": "device", "path": "510k", "aliases": ("vein laser",)}),
    Row("products", 3, {"name": "HeartLoop", "class": "device", "path": "PMA", "aliases": ("heart valve",)}),
    Row("products", 4, {"name": "NewPatch", "class": "device"}),
)
CONSENTS = (
    Row("consents", 0, {"id": "C-1", "person": "Denise Adler", "signed": "2026-01-05", "expires": "2026-12-31", "channels": "instagram;x"}),
    Row("consents", 1, {"id": "C-2", "person": "Omar Reyes", "signed": "2026-01-05", "revoked": "2026-03-01"}),
    Row("consents", 2, {"id": "C-3", "person": "Ida Holm"}),
)  # fmt: skip
CLAIMS = (Row("claims", 0, {"id": "K-1", "text": "Cures dry skin in 14 days", "expires": "2026-12-31"}),)
TODAY = date(2026, 6, 1)
SETTINGS = Settings(root=Path("."), today=TODAY, organisation=Organisation("clinic"), markets=("US",))


@cache
def _policy(match: str, more: str, message: str) -> Policy:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "test.yaml"
        rule = f"    match: {match}\n" + "".join(f"    {line}\n" for line in more.splitlines())
        path.write_text(_PACK.replace("MESSAGE", message) + rule, encoding="utf-8")
        return load([], house=[path], vocabulary=shipped_rules() / "vocabulary", version="1")


def outcome(
    match: str,
    records: Sequence[Mapping[str, object]],
    *,
    more: str = "",
    message: str = "{match}",
    registers: Sequence[str] = ("products", "claims"),
    **settings: object,
) -> Outcome:
    """What comes of the records, posts of one file, under one rule with that match."""
    policy = _policy(match, more, message)
    rows = {"products": PRODUCTS, "consents": CONSENTS, "claims": CLAIMS}
    known = Registers({name: rows[name] for name in registers})
    chosen = replace(SETTINGS, **settings)  # type: ignore[arg-type]
    standings = [Standing(rule, True, "") for rule in policy.rules]
    linter = Linter(chosen, ruleset(policy, standings, known))
    data = json.dumps(list(records), ensure_ascii=False).encode()
    return linter.check(read(Source("posts.json", data)))


def findings(
    match: str,
    text: str,
    *,
    more: str = "",
    message: str = "{match}",
    registers: Sequence[str] = ("products", "claims"),
    **metadata: object,
) -> Sequence[Finding]:
    """The findings in one post."""
    post = {"text": text, **metadata}
    return outcome(match, [post], more=more, message=message, registers=registers).findings


def found(match: str, text: str, **metadata: object) -> list[str]:
    """The words that the rule quotes, finding by finding."""
    return [one.message for one in findings(match, text, **metadata)]  # type: ignore[arg-type]
