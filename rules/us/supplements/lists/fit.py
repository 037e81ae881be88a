"""Fits the points of claim-cues.csv, and of the other signals of the disease claim, to labelled posts.

    python fit.py labelled.jsonl lawful.jsonl=0.2 …

Each line holds an object with “text” and “label” (clean or lawful, or anything else for a violation); posts with the
same “source_id” are one document. What a file’s posts weigh beside the others may follow its name. The
signals are those of the rule, as it finds them; what is fitted is
a logistic regression with a weight for each idea, each cue (held to its idea unless many posts say
otherwise) and each other signal. Of one idea the first few cues count in full, as `at-most` has it in the rule. What speaks
for a claim never weighs less than nothing, what speaks
against it never more. Points that a law decides stand in the rule by hand. It prints the recall at several
shares of clean posts, on documents that were not
fitted, and the points that stand in the rule; those of the cues it writes into the table.
"""

from __future__ import annotations

import csv
import json
import sys
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np

from socialint.judge.operators import OPERATORS
from socialint.model.documents import Document, Source
from socialint.model.language import Score, Use
from socialint.pipeline import prepare
from socialint.readers.plain import post_of
from socialint.settings import Choices, resolve

RULE = "us-fda-supplement-disease-claim"
TABLE = Path(__file__).with_name("claim-cues.csv")
POINTS = 10
"""What a unit of log-odds is worth."""
RIDGE = {"signal": 1.0, "cue": 3.0, "idea": 0.3}
CUES = 6
"""So many cues of one idea count: more of the same say nothing new."""
FOLDS = 5
STEPS = 600
CLEAN = frozenset({"clean", "lawful", "ok"})
HELD = {
    "very short": 8, "shouted": 8, "exclamation": 5, "percent": 8,
}  # fmt: skip
"""The most points for how a line is set: it is nothing without a claim, whatever the posts say."""
AGAINST = frozenset({"teaching", "public"})

Found = dict[str, tuple[str, bool]]
"""What was found in a post: its kind, and whether it speaks against a claim."""


def signals_of(texts: Sequence[str]) -> list[Found]:
    """The cues and signals of the rule that each text holds, before any points."""
    linter = prepare(resolve(Choices()))
    heard: Found = {}

    def listen(judgement: Any, score: Score, scope: Any) -> list[Any]:
        if judgement.rule.id == RULE:
            for number, signal in enumerate(score.signals):
                finds = judgement.finds(signal.part, scope)
                if signal.column:
                    for row in (row for one in finds for row in one.rows):
                        idea = str(row.cells["idea"])
                        heard[f"{row.cells['cue']},{idea}"] = ("cue", idea in AGAINST)
                        heard[idea] = ("idea", idea in AGAINST)
                elif finds:
                    concept = signal.part.concept if isinstance(signal.part, Use) else ""
                    name = signal.part.name or concept or type(signal.part).__name__
                    heard[f"{number}: {name}"] = ("signal", signal.points < 0)
        return []

    found = []
    with mock.patch.dict(OPERATORS, {Score: listen}):  # type: ignore[arg-type]
        for text in texts:
            heard.clear()
            linter.check(Document(Source("post", b""), (post_of(text),)))
            found.append(dict(heard))
    return found


def fitted(matrix: Any, labels: Any, worth: Any, low: Any, high: Any, ridge: Any) -> tuple[Any, float]:
    """Weights within their bounds and the intercept, by accelerated projected gradient."""
    weights, bias = np.zeros(matrix.shape[1], np.float32), 0.0
    ahead, ahead_bias, pace = weights, bias, 1.0
    steepness = 0.25 * (_largest(matrix * np.sqrt(worth)[:, None]) + worth.sum()) + ridge.max()
    for _ in range(STEPS):
        error = (1 / (1 + np.exp(-(matrix @ ahead + ahead_bias))) - labels) * worth
        stepped = np.clip(ahead - (matrix.T @ error + ridge * ahead) / steepness, low, high)
        stepped_bias = ahead_bias - 10 * error.sum() / steepness
        faster = (1 + (1 + 4 * pace * pace) ** 0.5) / 2
        ahead = stepped + (pace - 1) / faster * (stepped - weights)
        ahead_bias = stepped_bias + (pace - 1) / faster * (stepped_bias - bias)
        weights, bias, pace = stepped, stepped_bias, faster
    return weights, bias


def _largest(matrix: Any) -> float:
    """The largest eigenvalue of the matrix times its own transpose."""
    vector = np.ones(matrix.shape[1], np.float32)
    for _ in range(30):
        vector = matrix.T @ (matrix @ vector)
        vector /= np.linalg.norm(vector)
    return float(np.linalg.norm(matrix @ vector) ** 2) * 1.05


def main(paths: Sequence[str]) -> None:
    """Fit, print and write."""
    posts: list[dict[str, Any]] = []
    for path in paths:
        name, _, weight = path.partition("=")
        lines = Path(name).read_text("utf-8").splitlines()
        posts += [json.loads(line) | {"worth": float(weight or 1), "file": name} for line in lines]
    found = signals_of([post["text"] for post in posts])
    kinds: Mapping[str, tuple[str, bool]] = {name: kind for one in found for name, kind in one.items()}
    often = Counter(name for one in found for name in one)
    names = sorted(name for name in kinds if kinds[name][0] != "cue" or often[name] > 1)
    place = {name: at for at, name in enumerate(names)}
    matrix = np.zeros((len(posts), len(names)), np.float32)
    for at, one in enumerate(found):
        for name in one.keys() & place.keys():
            cues = sum(key.endswith(f",{name}") for key in one)
            matrix[at, place[name]] = min(cues, CUES) if kinds[name][0] == "idea" else 1
    labels = np.array([post["label"] not in CLEAN for post in posts], np.float32)
    worth = np.array([post["worth"] for post in posts], np.float32)
    free = [kinds[name][0] == "cue" for name in names]
    against = np.array([kinds[name][1] for name in names])
    low = np.where(free, -np.inf, np.where(against, -np.inf, 0)).astype(np.float32)
    high = np.where(free, np.inf, np.where(against, 0, np.inf)).astype(np.float32)
    for at, name in enumerate(names):
        if name.partition(": ")[2] in HELD:
            high[at] = HELD[name.partition(": ")[2]] / POINTS
    ridge = np.array([RIDGE[kinds[name][0]] for name in names], np.float32)

    documents = [str(post.get("source_id") or post["text"]) for post in posts]
    folds = np.array([zlib.crc32(document.encode()) % FOLDS for document in documents])
    scores = np.zeros(len(posts))
    for fold in range(FOLDS):
        here = folds == fold
        weights, bias = fitted(matrix[~here], labels[~here], worth[~here], low, high, ridge)
        scores[here] = matrix[here] @ weights + bias
    files = np.array([post["file"] for post in posts])
    full = files == posts[0]["file"]
    clean = np.sort(scores[full & (labels == 0)])[::-1]
    weights, bias = fitted(matrix, labels, worth, low, high, ridge)
    for share in (0.01, 0.02, 0.03, 0.05):
        threshold = clean[int(len(clean) * share)]
        recall = np.mean(scores[labels == 1] > threshold)
        others = ", ".join(
            f"{name}: {np.mean(scores[files == name] > threshold):.1%}" for name in dict.fromkeys(files)
        )
        print(
            f"{share:.0%} of clean: recall {recall:.1%}, at-least {(threshold - bias) * POINTS:.0f}; {others}"
        )
    for name, weight in zip(names, weights, strict=True):
        if kinds[name][0] == "signal":
            print(f"{weight * POINTS:>4.0f}  {name}")
        elif kinds[name][0] == "idea":
            print(f"{weight * POINTS * CUES:>4.0f}  at most: {name}")
    _write({name: float(weight) for name, weight in zip(names, weights, strict=True)})


def _write(weights: Mapping[str, float]) -> None:
    lines = TABLE.read_text("utf-8").splitlines()
    head = [line for line in lines if line.startswith("#")]
    with TABLE.open("w", encoding="utf-8", newline="") as table:
        table.write("\n".join([*head, "cue,idea,points"]) + "\n")
        writer = csv.writer(table, lineterminator="\n")
        for cue, idea, _ in list(csv.reader(lines[len(head) :]))[1:]:
            points = round((weights.get(idea, 0) + weights.get(f"{cue},{idea}", 0)) * POINTS)
            writer.writerow((cue, idea, min(points, 0) if idea in AGAINST else max(points, 0)))


if __name__ == "__main__":
    main(sys.argv[1:])
