"""Fits the points of a score, and of the cues in its tables, to labelled posts.

    python rules/fit.py RULE labelled.jsonl lawful.jsonl=0.2 …

RULE is the id of a rule; its first score that takes points from tables is fitted. Each line of a file holds
an object with “text” and “label” (clean or lawful, or anything else for a violation); posts with the same
“source_id” are one document. What a file’s posts weigh beside the others may follow its name. The signals
are those of the score, as it finds them; what is fitted is a logistic regression with a weight for each
idea, each cue (held to its idea, or to nothing, unless many posts say otherwise; a rare cue, which tells
more, is held less) and each other signal. Of one idea the first few cues count in full, as `at-most` has it
in the rule. What speaks for a violation never weighs less than nothing, what speaks against it never more:
ideas that no message names (`as`) and signals with points below nothing do. Points that a law decides stand
in the rule by hand. It prints the recall at several shares of clean posts, on documents or files that were
not fitted, and the points that stand in the rule; those of the cues it writes into their tables.
"""

from __future__ import annotations

import csv
import json
import math
import sys
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from socialint.judge.found import SENTENCE, scope_of
from socialint.judge.judgement import Judgement
from socialint.judge.trees import walk
from socialint.linter import Linter
from socialint.model.documents import Source
from socialint.model.language import Find, Measure, Score, Signal, Use
from socialint.model.leaves import Pattern
from socialint.model.policy import Rule
from socialint.pipeline import prepare
from socialint.readers.plain import post_of
from socialint.settings import Choices, resolve

POINTS = 10
"""What a unit of log-odds is worth."""
RIDGE = {"signal": 1.0, "cue": 3.0, "idea": 0.3}
CUES = 6
"""So many cues of one idea count: more of the same say nothing new."""
FOLDS = 5
STEPS = 400
CLEAN = frozenset({"clean", "lawful", "ok"})
HELD = {"very short": 8, "shouted": 8, "exclamation": 5, "percent": 8}
"""The most points for how a line is set: it is nothing without a claim, whatever the posts say."""


FOR, EITHER, AGAINST = 1, 0, -1
"""Whether something may speak for a violation, against it, or for both."""


class Feature(NamedTuple):
    """Something that was found in a post."""

    kind: str
    """`cue`, `idea` or `signal`."""
    name: str
    side: int
    table: str = ""


Found = dict[Feature, int]
"""How often each was found."""


def main(name: str, paths: Sequence[str]) -> None:
    """Fit, print and write."""
    posts: list[dict[str, Any]] = []
    for path in paths:
        file, _, weight = path.partition("=")
        lines = Path(file).read_text("utf-8").splitlines()
        posts += [json.loads(line) | {"worth": float(weight or 1), "file": file} for line in lines]
    linter, rule, score = _weighing(name)
    found = [_found(linter, rule, score, post["text"]) for post in posts]
    often = Counter(feature for one in found for feature in one)
    features = sorted(feature for feature in often if feature.kind != "cue" or often[feature] > 1)
    place = {feature: at for at, feature in enumerate(features)}
    matrix = np.zeros((len(posts), len(features)), np.float32)
    for at, one in enumerate(found):
        for feature in one.keys() & place.keys():
            matrix[at, place[feature]] = min(one[feature], CUES)
    labels = np.array([post["label"] not in CLEAN for post in posts], np.float32)
    worth = np.array([post["worth"] for post in posts], np.float32)
    low, high, ridge = (np.array(each, np.float32) for each in zip(*map(_bounds, features), strict=True))
    for feature in features:
        if feature.kind == "cue":
            ridge[place[feature]] /= math.log(len(posts) / often[feature]) + 1

    # Files of one hand are one fold, a long file is cut by its documents.
    folds = np.array([_fold(post) for post in posts])
    scores = np.zeros(len(posts))
    for fold in sorted(set(folds)):
        here = folds == fold
        weights, bias = fitted(matrix[~here], labels[~here], worth[~here], low, high, ridge)
        scores[here] = matrix[here] @ weights + bias
    weights, bias = fitted(matrix, labels, worth, low, high, ridge)
    _tell(posts, labels, scores, bias)
    for feature, weight in zip(features, weights, strict=True):
        if feature.kind == "signal":
            print(f"{weight * POINTS:>4.0f}  {feature.name}")
        elif feature.kind == "idea":
            print(f"{weight * POINTS * CUES:>4.0f}  at most: {feature.name}")
    _write({feature: float(weight) for feature, weight in zip(features, weights, strict=True)})


def _weighing(name: str) -> tuple[Linter, Rule, Score]:
    """A linter, the rule of that id, and the first of its scores that takes points from tables."""
    linter = prepare(resolve(Choices(no_config=True)))
    rule = next(rule for rule in linter.ruleset.rules if rule.id == name)
    scores = (part for part in walk(rule.match) if isinstance(part, Score))
    return linter, rule, next(one for one in scores if any(signal.column for signal in one.signals))


def _found(linter: Linter, rule: Rule, score: Score, text: str) -> Found:
    """The cues and signals of the score that a text holds, before any points."""
    thread = linter._thread([post_of(text)], Source("post", b""), [])
    judgement = Judgement(linter._judging._subjects(thread)[0], rule, {}, ())
    found: Found = {}
    for number, signal in enumerate(score.signals):
        finds = judgement.finds(signal.part, scope_of(within=score.within or SENTENCE))
        if signal.column:
            rows = {row: None for one in finds for row in one.rows}
            idea, side = _idea(signal)
            for row in rows:
                term, *_ = row.cells.values()
                found[Feature("cue", f"{term},{idea}", side, row.table)] = 1
            if idea and rows:
                found[Feature("idea", idea, side)] = len(rows)
        elif finds:
            concept = signal.part.concept if isinstance(signal.part, Use) else ""
            name = signal.part.name or concept or type(signal.part).__name__
            found[Feature("signal", f"{number}: {name}", _side(signal))] = 1
    return found


def _idea(signal: Signal) -> tuple[str, int]:
    """The idea whose cues a signal looks for, and its side: what no message names speaks against."""
    assert isinstance(signal.part, Find)
    if not signal.part.where:
        return "", EITHER
    (idea,) = signal.part.where[0].test.one_of or ("",)
    return str(idea), FOR if signal.part.name else AGAINST


def _side(signal: Signal) -> int:
    """How a text is set may speak for or against; of all else the points in the rule say it."""
    shape = isinstance(signal.part, Measure) or isinstance(getattr(signal.part, "leaf", None), Pattern)
    return EITHER if shape else FOR if signal.points > 0 else AGAINST


def _bounds(feature: Feature) -> tuple[float, float, float]:
    """The least and the most that a feature may weigh, and how much it is held to nothing."""
    free = feature.kind == "cue" or feature.side == EITHER
    low = -math.inf if free or feature.side == AGAINST else 0
    high = math.inf if free or feature.side == FOR else 0
    most = HELD.get(feature.name.partition(": ")[2])
    return low, high if most is None else most / POINTS, RIDGE[feature.kind]


def _fold(post: Mapping[str, Any]) -> str:
    """Posts of one document are fitted together; posts without one are those of their file."""
    document = post.get("source_id")
    return f"{zlib.crc32(str(document).encode()) % FOLDS}" if document else str(post["file"])


def fitted(matrix: Any, labels: Any, worth: Any, low: Any, high: Any, ridge: Any) -> tuple[Any, float]:
    """Weights within their bounds and the intercept, by accelerated projected gradient."""
    # Measured in units of what holds it, every feature takes steps of its own length.
    units = 1 / np.sqrt(ridge)
    matrix = matrix * units
    weights, bias = np.zeros(matrix.shape[1], np.float32), 0.0
    ahead, ahead_bias, pace = weights, bias, 1.0
    steepness = 0.25 * (_largest(matrix * np.sqrt(worth)[:, None]) + worth.sum()) + 1
    for _ in range(STEPS):
        error = (1 / (1 + np.exp(-(matrix @ ahead + ahead_bias))) - labels) * worth
        stepped = np.clip(ahead - (matrix.T @ error + ahead) / steepness, low / units, high / units)
        stepped_bias = ahead_bias - 10 * error.sum() / steepness
        faster = (1 + (1 + 4 * pace * pace) ** 0.5) / 2
        ahead = stepped + (pace - 1) / faster * (stepped - weights)
        ahead_bias = stepped_bias + (pace - 1) / faster * (stepped_bias - bias)
        weights, bias, pace = stepped, stepped_bias, faster
    return weights * units, bias


def _largest(matrix: Any) -> float:
    """The largest eigenvalue of the matrix times its own transpose."""
    vector = np.ones(matrix.shape[1], np.float32)
    for _ in range(30):
        vector = matrix.T @ (matrix @ vector)
        vector /= np.linalg.norm(vector)
    return float(np.linalg.norm(matrix @ vector) ** 2) * 1.05


def _tell(posts: Sequence[Mapping[str, Any]], labels: Any, scores: Any, bias: float) -> None:
    """Print the recall at several shares of clean posts that are flagged."""
    files = np.array([post["file"] for post in posts])
    mixed = np.isin(files, [name for name in set(files) if labels[files == name].any()])
    clean = np.sort(scores[mixed & (labels == 0)])[::-1]
    for share in (0.01, 0.02, 0.03, 0.05, 0.08):
        threshold = clean[int(len(clean) * share)]
        each = (
            f"{name}: {_flagged(scores, labels, files == name, threshold)}" for name in dict.fromkeys(files)
        )
        points = (threshold - bias) * POINTS
        print(
            f"{share:.0%} of clean: recall {np.mean(scores[labels == 1] > threshold):.1%}, at-least {points:.0f}"
        )
        print("   ", ", ".join(each))


def _flagged(scores: Any, labels: Any, here: Any, threshold: float) -> str:
    bad, clean = scores[here & (labels == 1)], scores[here & (labels == 0)]
    return " / ".join(f"{np.mean(one > threshold):.1%}" for one in (bad, clean) if len(one))


def _write(weights: Mapping[Feature, float]) -> None:
    ideas = {
        feature.name: (weight, feature.side) for feature, weight in weights.items() if feature.kind == "idea"
    }
    cues = {(one.table, one.name): weight for one, weight in weights.items() if one.kind == "cue"}
    for table in {table for table, _ in cues}:
        path = Path(table)
        lines = path.read_text("utf-8").splitlines()
        head = [line for line in lines if line.startswith("#")]
        columns, *rows = csv.reader(lines[len(head) :])
        with path.open("w", encoding="utf-8", newline="") as written:
            written.write("\n".join([*head, ",".join(columns)]) + "\n")
            writer = csv.writer(written, lineterminator="\n")
            for cue, *idea, _ in rows:
                of_idea, side = ideas.get("".join(idea), (0.0, EITHER))
                points = round((of_idea + cues.get((table, f"{cue},{''.join(idea)}"), 0)) * POINTS)
                bounded = max(points, 0) if side == FOR else min(points, 0) if side == AGAINST else points
                writer.writerow((cue, *idea, bounded))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
