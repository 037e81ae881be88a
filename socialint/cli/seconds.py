"""Seconds by rule -> the rules that took longest, for `check --statistics`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

_SHOWN = 10


def longest(seconds: Mapping[str, float]) -> Iterator[str]:
    """A line for each of the ten: seconds, the share of all rules, the rule.

    What several rules look for is looked up once, and counts for the first of them. Several
    processes count each for itself; these are the sums.
    """
    whole = sum(seconds.values())
    yield f"Judging took {whole:.2f} s; most of it went to:"
    order = sorted(seconds.items(), key=lambda one: (-one[1], one[0]))
    for rule, taken in order[:_SHOWN]:
        yield f"{taken:8.2f} s  {taken / whole if whole else 0:4.0%}  {rule}"
