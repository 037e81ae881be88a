"""Prints what was asked to be measured, as Markdown."""

from __future__ import annotations

import argparse
import platform
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks import BENCHMARKS, Asked

_PACKAGES = ("socialint", "regex", "hyperscan", "google-re2", "click", "spacy")


def main() -> None:
    """Measures, and prints each table as soon as it is there."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="How fast socialint is.")
    known = ", ".join(BENCHMARKS)
    parser.add_argument(
        "names", nargs="*", metavar="NAME", choices=[*BENCHMARKS, []], help=f"of {known}; all of them"
    )
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="5 unless told")
    parser.add_argument("--posts", type=Path, metavar="FILE", help="JSONL with a `text` a line, for “posts”")
    given = parser.parse_args()
    print(", ".join(_versions()))
    for name in given.names or BENCHMARKS:
        print(f"\n### {name}\n", flush=True)
        for line in _measure(name)(Asked(given.rounds, given.posts)):
            print(line, flush=True)


def _measure(name: str) -> Callable[[Asked], Iterator[str]]:
    module, _, function = BENCHMARKS[name].partition(":")
    found: Callable[[Asked], Iterator[str]] = getattr(import_module(module), function)
    return found


def _versions() -> Iterator[str]:
    yield f"Python {platform.python_version()}"
    yield platform.machine()
    for package in _PACKAGES:
        try:
            yield f"{package} {version(package)}"
        except PackageNotFoundError:
            continue


if __name__ == "__main__":
    main()
