"""How fast are the shipped rules over real posts, and which of them cost most?"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from benchmarks import Asked
from benchmarks.rounds import timed
from benchmarks.tables import table
from socialint.linter import Linter
from socialint.model.documents import Document, Source
from socialint.pipeline import prepare
from socialint.readers import read
from socialint.settings import Settings

_TODAY = date(2026, 11, 21)
_DEAREST = 10


def measure(asked: Asked) -> Iterator[str]:
    """Posts a second of CPU; then the rules that cost most. Nothing of the posts is kept or shown."""
    if asked.posts is None:
        yield "No posts: name a JSONL file of them with --posts."
        return
    sources = list(_sources(asked.posts))
    documents = list(map(read, sources))
    linter = prepare(Settings(root=Path(), today=_TODAY, store=False))
    count = len(documents)
    times = timed(
        {
            "reading the file": (count, lambda: list(map(read, sources))),
            "the linter": (count, partial(_check, linter, documents)),
        },
        asked.rounds,
    )
    head = [f"{count:,} posts, {len(linter.ruleset.rules)} rules", "posts/s"]
    yield from table(head, ((name, each.rate) for name, each in times.items()))
    clocked = prepare(Settings(root=Path(), today=_TODAY, store=False, statistics=True))
    _check(clocked, documents)  # what is made once is not what a rule costs
    seconds = _check(clocked, documents)
    whole = seconds.total()
    yield from table(
        ["rule", "µs of wall time a post", "share of all rules"],
        (
            (rule, f"{taken / count * 1e6:.0f}", f"{taken / whole:.0%}")
            for rule, taken in seconds.most_common(_DEAREST)
        ),
    )


def _sources(path: Path) -> Iterator[Source]:
    for line in path.read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"]
        yield Source("post.json", json.dumps([{"text": text}], ensure_ascii=False).encode())


def _check(linter: Linter, documents: Sequence[Document]) -> Counter[str]:
    """Seconds of judging by rule, where the linter was asked to count them."""
    seconds: Counter[str] = Counter()
    for document in documents:
        seconds.update(linter.check(document).seconds)
    return seconds
