"""Times the gate tiers over made-up posts, and the whole linter over posts of your own.

    python -m benchmarks [POSTS.jsonl] [--rounds N]

Prints Markdown tables of posts a second of CPU time and of ratios. A line of the file is an object
with the `text` of a post; nothing of it is kept.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks import corpus
from benchmarks.rounds import Times, timed
from socialint.compiler import load_policy, ruleset, standings
from socialint.errors import UserError
from socialint.linter import Linter
from socialint.model.documents import Document, Field, Part, Source
from socialint.model.policy import Policy
from socialint.model.records import Registers
from socialint.model.views import View
from socialint.readers import read
from socialint.scan import Plan
from socialint.scan.gates import TIERS, VARIABLE, choose
from socialint.settings import Settings
from socialint.text import Normaliser, links

_POSTS = 2_000
_PLAIN_SEARCHES = 400_000  # so many probes times posts are enough for the plain pass
_COUNTS = (200, 2_000, 20_000)


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("posts", nargs="?", type=Path, help="a JSONL file of posts with a `text`")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    print(_versions(), "\n")
    fastest = {count: _tiers(count, options.rounds) for count in _COUNTS}
    print("\n| 20,000 terms against 200 | scan | whole |\n| --- | --- | --- |")
    for tier in fastest[_COUNTS[0]]:
        few, many = fastest[_COUNTS[0]][tier], fastest[_COUNTS[-1]][tier]
        print(f"| {tier} | {many[0].against(few[0])} | {many[1].against(few[1])} |")
    if options.posts:
        _whole(options.posts, options.rounds)


def _tiers(count: int, rounds: int) -> dict[str, tuple[Times, Times]]:
    known = corpus.terms(count)
    posts = corpus.posts(_POSTS, known)
    plans = {tier: Plan.of(corpus.leaves(known), Registers(), choose(tier)) for tier in _installed()}
    normaliser = Normaliser(plans["words"].vocabulary)
    fields = [Field.plain(Part.BODY, post) for post in posts]
    views = [_views(normaliser, field) for field in fields]
    works: dict[str, tuple[int, Callable[[], object]]] = {}
    for tier, plan in plans.items():
        few = _PLAIN_SEARCHES // count if tier == "plain" else len(posts)
        few = min(few, len(posts))
        works[f"{tier} scan"] = few, partial(_scan, plan, views[:few])
        works[f"{tier} whole"] = few, partial(_read_and_scan, plan, normaliser, fields[:few])
    times = timed(works, rounds)
    print(f"\n| {count:,} terms | scan: posts/s | against plain | with reading: posts/s | against plain |")
    print("| --- | --- | --- | --- | --- |")
    for tier in plans:
        scan, whole = times[f"{tier} scan"], times[f"{tier} whole"]
        versus = scan.against(times["plain scan"]), whole.against(times["plain whole"])
        print(f"| {tier} | {scan.rate} | {versus[0]} | {whole.rate} | {versus[1]} |", flush=True)
    return {tier: (times[f"{tier} scan"], times[f"{tier} whole"]) for tier in plans if tier != "plain"}


def _views(normaliser: Normaliser, field: Field) -> Sequence[View]:
    return [normaliser.view(one) for one in (field, *links(field))]


def _scan(plan: Plan, posts: Sequence[Sequence[View]]) -> None:
    """The gate, and the hits of every leaf that it lets through."""
    for views in posts:
        hits = plan.scan(views)
        for number in hits.possible:
            hits.of(plan.leaves[number])


def _read_and_scan(plan: Plan, normaliser: Normaliser, fields: Sequence[Field]) -> None:
    _scan(plan, [_views(normaliser, field) for field in fields])


def _whole(path: Path, rounds: int) -> None:
    texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    documents = [
        read(Source("post.json", json.dumps([{"text": text}], ensure_ascii=False).encode())) for text in texts
    ]
    settings = Settings(root=Path(), today=date(2026, 11, 21))
    policy = load_policy(settings)
    works: dict[str, tuple[int, Callable[[], object]]] = {}
    for tier in _installed():
        few = documents[:: len(documents) // 60 + 1] if tier == "plain" else documents
        works[tier] = len(few), partial(_check, _with(settings, policy, tier), few)
    times = timed(works, rounds)
    print(
        f"\n| `Linter.check`, {len(documents):,} posts, {len(policy.rules)} rules | posts/s | against plain |"
    )
    print("| --- | --- | --- |")
    for tier, each in times.items():
        print(f"| {tier} | {each.rate} | {each.against(times['plain'])} |")


def _with(settings: Settings, policy: Policy, tier: str) -> Linter:
    """The linter with that gate."""
    os.environ[VARIABLE] = tier
    try:
        return Linter(settings, ruleset(policy, standings(policy, settings), Registers()))
    finally:
        del os.environ[VARIABLE]


def _check(linter: Linter, documents: Sequence[Document]) -> None:
    for document in documents:
        linter.check(document)


def _installed() -> list[str]:
    found = []
    for tier in TIERS:
        try:
            choose(tier)
        except UserError:
            continue
        found.append(tier)
    return found


def _versions() -> str:
    parts = [f"Python {platform.python_version()}", platform.machine()]
    for package in ("socialint", "regex", "hyperscan", "google-re2"):
        try:
            parts.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            continue
    return ", ".join(parts)


if __name__ == "__main__":
    main()
