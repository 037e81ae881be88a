"""How fast are the privacy rules beside Presidio's analyser, and what does the gate before the model lose?"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks import Asked
from benchmarks.rounds import timed
from benchmarks.tables import table
from socialint.entities import MODEL
from socialint.linter import Linter
from socialint.model.context import ModelReads
from socialint.model.documents import Document, Source
from socialint.pipeline import prepare
from socialint.readers import read
from socialint.settings import Settings

_TODAY = date(2026, 11, 21)
_POSTS = 1000
_SEED = 20261121
_FIRST = "Ola Maren Theo Ines Birch Lena Priya Otis Marlene Tobias".split()
_LAST = "Ash Solbakk Vogt Finch Okafor Lindqvist Barlow Renner".split()
_ILLS = "stroke|hip replacement|knee surgery|pneumonia|biopsy|root canal|heart attack".split("|")
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday".split()
_SHOWING = (
    "So proud of {first} {last}, home today after a {ill} on our unit!",
    "Our patient {first} rang the bell after her {ill} this {day}.",
    "Hi {first}, sorry about your {ill} on {day}. Our records show you were late.",
    "Chart MRN 0048{number} for the {ill}, found at the desk.",
)
_SILENT = (
    "Flu shots this {day} from 9 to noon. No appointment, no cost, park in lot {number}.",
    "Dr. {first} {last} will speak about {ill} and how to prevent it, {day} at 6 pm.",
    "Drink water, sleep well, move a little. Small steps count. #{day}Motivation",
    "Our cafeteria serves lentil soup on {day}. Come hungry!",
    "A {ill} can happen to anybody. Know the signs and call 911.",
    "We are hiring: nurses for nights and weekends. Apply by {day}, job {number}.",
)


def measure(asked: Asked) -> Iterator[str]:
    """Posts a second of CPU on made-up mixes; with a file of posts, what is lost before the model."""
    linter, analyser = _linter(ModelReads.AUTO), _analyser()
    for share in (0.01, 0.3):
        texts = _mix(share)
        documents = list(map(_document, texts))
        times = timed(
            {
                "socialint, rules on privacy": (_POSTS, partial(_flagged, linter, documents)),
                "`AnalyzerEngine.analyze()`": (_POSTS, partial(_analysed, analyser, texts)),
            },
            asked.rounds,
        )
        ours, theirs = times.values()
        head = [f"{_POSTS:,} posts, {share:.0%} with patients", "posts/s", "times as fast"]
        rows = zip(times, (ours.rate, theirs.rate), (ours.against(theirs), "1"), strict=True)
        yield from table(head, rows)
        yield ""
    if asked.posts is not None:
        yield from _lost(linter, asked.posts)


def _lost(linter: Linter, path: Path) -> Iterator[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    documents = [_document(json.loads(line)["text"]) for line in lines if line.strip()]
    auto, full = _flagged(linter, documents), _flagged(_linter(ModelReads.FULL), documents)
    yield (
        f"Of {len(documents):,} posts the gate before the model flags {len(auto):,} and reading all of them "
        f"{len(full):,}; {len(full - auto):,} are lost, {len(auto - full):,} are found by the gate alone."
    )


def _linter(reads: ModelReads) -> Linter:
    return prepare(Settings(root=Path(), today=_TODAY, store=False, select=("phi",), model_reads=reads))


def _flagged(linter: Linter, documents: Sequence[Document]) -> set[int]:
    return {number for number, document in enumerate(documents) if linter.check(document).findings}


def _analysed(analyser: Any, texts: Sequence[str]) -> None:
    for text in texts:
        analyser.analyze(text=text, language="en")


def _analyser() -> Any:
    """Presidio with its default recognisers and the model that socialint uses; nothing is fetched."""
    from importlib import import_module

    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
    from presidio_analyzer.nlp_engine import SpacyNlpEngine

    engine: Any = SpacyNlpEngine(models=[{"lang_code": "en", "model_name": MODEL}])
    engine.nlp = {"en": import_module(MODEL).load()}  # in place of its `load`, which downloads
    registry = RecognizerRegistry()
    registry.load_predefined_recognizers(languages=["en"], nlp_engine=engine)
    return AnalyzerEngine(registry=registry, nlp_engine=engine)


def _mix(share: float) -> list[str]:
    """As many posts as are measured; `share` of them tell of a patient."""
    chance = random.Random(_SEED)
    showing = round(_POSTS * share)
    texts = [_post(chance, _SHOWING) for _ in range(showing)]
    texts += [_post(chance, _SILENT) for _ in range(_POSTS - showing)]
    chance.shuffle(texts)
    return texts


def _post(chance: random.Random, templates: Sequence[str]) -> str:
    return chance.choice(templates).format(
        first=chance.choice(_FIRST),
        last=chance.choice(_LAST),
        ill=chance.choice(_ILLS),
        day=chance.choice(_DAYS),
        number=chance.randrange(1000, 9999),
    )


def _document(text: str) -> Document:
    return read(Source("post.json", json.dumps([{"text": text}], ensure_ascii=False).encode()))
